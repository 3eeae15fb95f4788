/**
 * Release, leak scan: whether any of the solutions' text stands in files that go out. It compares
 * words and signs, so that other spaces, line breaks, quotes and comments hide nothing, and it looks
 * into notebooks (cells, outputs, metadata), escaped strings, Base64 and gzip. It does not see a
 * solution whose variables were renamed, nor one short line without the head of its function.
 */
import { isUtf8 } from "node:buffer";
import { gunzipSync } from "node:zlib";

/** A text that must not go out. */
export interface Secret {
  /** What the reader is told it is, as in "the solution of 2.3 (solutions/02-loss.ipynb, cell 9)". */
  readonly name: string;
  /** TypeScript. */
  readonly text: string;
  /** Code that stands before it; a short solution is a secret only together with it. */
  readonly before?: string;
  /** What the learner is given in the same exercise, such as code to mend: that much is no secret. */
  readonly given?: string;
}

/** Where a secret was found. */
export interface Leak {
  readonly file: string;
  readonly secret: string;
  /** The tokens that agree. */
  readonly excerpt: string;
}

/** A file that goes out. */
export interface ScannedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Shorter runs of tokens are idioms, such as the head of a loop over a list. */
const FEWEST_TOKENS = 16;
/** So many tokens in a row are a copy, however long the solution is. */
const ENOUGH_TOKENS = 40;
/** Part of a solution that must agree, below {@link ENOUGH_TOKENS}. */
const SHARE = 0.75;

interface Prepared {
  readonly name: string;
  readonly tokens: readonly string[];
  /** Runs that the learner is given. */
  readonly given: ReadonlySet<string>;
  /** How many tokens in a row make a leak. */
  readonly run: number;
}

/**
 * Every leak, by file.
 *
 * @param files - all that goes out
 * @param secrets - what must not
 */
export function findLeaks(files: readonly ScannedFile[], secrets: readonly Secret[]): Leak[] {
  const prepared = secrets.map(prepare).filter(({ tokens }) => tokens.length >= FEWEST_TOKENS);
  const starts = indexByStart(prepared);
  return files.flatMap(({ path, bytes }) => {
    const found = new Map<string, Leak>();
    for (const text of textsOf(path, bytes)) {
      for (const tokens of readings(text)) {
        for (const { secret, excerpt } of leaksIn(tokens, starts)) {
          if (!found.has(secret)) found.set(secret, { file: path, secret, excerpt });
        }
      }
    }
    return [...found.values()];
  });
}

function prepare({ name, text, before = "", given = "" }: Secret): Prepared {
  const own = tokensOf(text.replace(COMMENT, " "));
  const lack = Math.max(0, FEWEST_TOKENS - own.length);
  const context = lack === 0 ? [] : tokensOf(before.replace(COMMENT, " ")).slice(-lack);
  const tokens = [...context, ...own];
  const share = lack === 0 ? Math.ceil(SHARE * tokens.length) : tokens.length;
  const run = Math.min(ENOUGH_TOKENS, Math.max(FEWEST_TOKENS, share));
  const shown = readings(given).flatMap((all) => all.map((_, at) => keyAt(all, at, run)));
  return { name, tokens, given: new Set(shown), run };
}

/** Every place in a secret where a leak could begin, by the first tokens there. */
type Starts = ReadonlyMap<string, readonly { readonly secret: Prepared; readonly at: number }[]>;

function indexByStart(secrets: readonly Prepared[]): Starts {
  const starts = new Map<string, { secret: Prepared; at: number }[]>();
  for (const secret of secrets) {
    for (let at = 0; at + secret.run <= secret.tokens.length; at++) {
      if (secret.given.has(keyAt(secret.tokens, at, secret.run))) continue;
      const key = keyAt(secret.tokens, at);
      const places = starts.get(key);
      if (places === undefined) starts.set(key, [{ secret, at }]);
      else places.push({ secret, at });
    }
  }
  return starts;
}

function keyAt(tokens: readonly string[], at: number, length: number = FEWEST_TOKENS): string {
  return tokens.slice(at, at + length).join(" ");
}

function* leaksIn(
  tokens: readonly string[],
  starts: Starts,
): Generator<{ readonly secret: string; readonly excerpt: string }> {
  for (let i = 0; i + FEWEST_TOKENS <= tokens.length; i++) {
    for (const { secret, at } of starts.get(keyAt(tokens, i)) ?? []) {
      const run = secret.tokens.slice(at, at + secret.run);
      if (run.every((token, j) => token === tokens[i + j])) {
        yield { secret: secret.name, excerpt: run.join(" ") };
      }
    }
  }
}

/** The texts in a file: the whole, each string of a notebook, and what stands in it in Base64. */
function textsOf(path: string, bytes: Uint8Array): string[] {
  const buffer = unzipped(Buffer.from(bytes));
  const whole = buffer.toString(isUtf8(buffer) ? "utf8" : "latin1");
  const texts = isUtf8(buffer) ? [whole] : [whole, buffer.toString("utf16le")];
  if (/\.(ipynb|json)$/.test(path)) texts.push(...stringsInJson(whole));
  const decoded = texts.flatMap((text) => text.match(BASE64) ?? []).map(fromBase64);
  return [...texts, ...decoded];
}

/** How archives and documents begin whose content is compressed, and which are not opened here. */
const CLOSED: readonly (readonly [kind: string, start: string])[] = [
  ["a zip archive", "PK\x03\x04"],
  ["a 7z archive", "7z\xbc\xaf"],
  ["an xz archive", "\xfd7zXZ"],
  ["a bzip2 archive", "BZh"],
  ["a PDF", "%PDF"],
];

/** What keeps a file from being looked into, or null. */
export function whyClosed({ bytes }: ScannedFile): string | null {
  const begin = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  return CLOSED.find(([, start]) => begin.startsWith(start))?.[0] ?? null;
}

function unzipped(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}

/** Long enough to hold more than {@link FEWEST_TOKENS} tokens. */
const BASE64 = /[A-Za-z0-9+/_-]{40,}/g;

function fromBase64(text: string): string {
  return Buffer.from(text, "base64").toString("latin1");
}

function stringsInJson(text: string): string[] {
  try {
    return [...stringsIn(JSON.parse(text))];
  } catch {
    return [];
  }
}

/** Each string in a value of JSON; a list of strings is one text, as notebooks write their lines. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value) && value.every((each) => typeof each === "string")) {
    yield value.join("");
  } else if (typeof value === "object" && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      yield key;
      yield* stringsIn(field);
    }
  }
}

const TOKEN = /[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|[^\s"'`\\]/gu;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const ESCAPE = /\\+[nrt]/g;

/** Words, numbers and signs; quotes are left out, and so are escapes for white space. */
function tokensOf(text: string): string[] {
  return text.replace(ESCAPE, " ").match(TOKEN) ?? [];
}

/** The tokens with and without what looks like a comment, which in prose may be the half of it. */
function readings(text: string): string[][] {
  const spaced = text.replace(ESCAPE, "\n");
  const bare = spaced.replace(COMMENT, " ");
  return bare === spaced ? [tokensOf(text)] : [tokensOf(text), tokensOf(bare)];
}
