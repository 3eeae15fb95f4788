/**
 * Lectures: invisible claims. After a number in prose, `<!--= expression -->` says how the notebook
 * computes it; a run of the notebook evaluates it there and compares.
 */
import type { Notebook } from "./notebook.js";
import { type PrintedNumber, printedNumbers } from "./printed-number.js";

/** A claim in a markdown cell. */
export interface Claim {
  /** The cell, from 1, and the claim's line in it. */
  readonly cell: number;
  readonly line: number;
  /** TypeScript, on one line. */
  readonly expression: string;
  /** The text before it, without other comments. */
  readonly before: string;
  /** The last number before it, if there is one. */
  readonly number: PrintedNumber | undefined;
}

/** What the kernel says an expression is. */
export type ClaimValue =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "other"; readonly value: string }
  | { readonly kind: "error"; readonly value: string };

/** A claim that does not hold, in one sentence. */
export interface ClaimFinding {
  readonly cell: number;
  readonly line: number;
  readonly message: string;
}

/** A claim in a text; another comment is left alone. */
export const CLAIM: RegExp = /<!--=([\s\S]*?)-->/g;
const COMMENT = /<!--[\s\S]*?-->/g;

/** The claims of a notebook's prose by cell, in order. */
export function claimsOf(notebook: Notebook): Map<number, Claim[]> {
  const claims = new Map<number, Claim[]>();
  notebook.cells.forEach(({ kind, source }, index) => {
    if (kind !== "markdown") return;
    const found = claimsIn(source, index + 1);
    if (found.length > 0) claims.set(index + 1, found);
  });
  return claims;
}

function claimsIn(source: string, cell: number): Claim[] {
  return [...source.matchAll(CLAIM)].map((match) => {
    const before = withoutComments(source.slice(0, match.index));
    const expression = match[1]!.replace(/\s+/g, " ").trim().replace(/;$/, "");
    const line = source.slice(0, match.index).split("\n").length;
    return { cell, line, expression, before, number: printedNumbers(before).at(-1) };
  });
}

/** The text without its comments, as a reader sees it. */
export function withoutComments(source: string): string {
  return source.replace(COMMENT, "");
}

/** What marks the line in which the kernel answers. */
export const CLAIMS_MARK = "gradus-claims ";

/**
 * A cell that evaluates claims and prints one line: the mark, then a JSON list of pairs of kind and
 * text. Expression `k` stands on line `k` + 1.
 */
export function claimsCode(claims: readonly Claim[]): string {
  const lines = claims.map(({ expression }) => `(): unknown => (${expression || "undefined"}),`);
  const answer =
    '(f: () => unknown): string[] => { try { const v: unknown = f(); return [v === null ? "null" : typeof v, String(v)]; } catch (e) { return ["error", String(e)]; } }';
  return [
    `console.log(${JSON.stringify(CLAIMS_MARK)} + JSON.stringify([`,
    ...lines,
    `].map(${answer})))`,
  ].join("\n");
}

/** What the kernel printed for a cell of {@link claimsCode}, or null if it printed no answer. */
export function claimValues(printed: string): ClaimValue[] | null {
  const line = printed.split("\n").find((text) => text.startsWith(CLAIMS_MARK));
  if (line === undefined) return null;
  const pairs = JSON.parse(line.slice(CLAIMS_MARK.length)) as (readonly [string, string])[];
  return pairs.map(([kind, text]): ClaimValue => {
    if (kind === "number" || kind === "bigint") return { kind: "number", value: Number(text) };
    if (kind === "string") return { kind: "text", value: text };
    if (kind === "boolean") return { kind: "boolean", value: text === "true" };
    if (kind === "error") return { kind: "error", value: text };
    return { kind: "other", value: kind };
  });
}

/** What is wrong with a claim that came out as `value`, or null if it holds. */
export function judgeClaim(claim: Claim, value: ClaimValue): ClaimFinding | null {
  const reason = problem(claim, value);
  if (reason === null) return null;
  const { cell, line, expression } = claim;
  return { cell, line, message: `${reason} (claim: ${expression})` };
}

function problem({ number, before, expression }: Claim, claimed: ClaimValue): string | null {
  if (expression === "") return "the claim is empty";
  switch (claimed.kind) {
    case "boolean":
      return claimed.value ? null : `after "${ending(before)}" stands a claim that does not hold`;
    case "text":
      if (plain(before).endsWith(plain(claimed.value))) return null;
      return `printed "${ending(before)}", computed "${claimed.value}"`;
    case "number":
      if (number === undefined)
        return `there is no number before the claim; computed ${claimed.value}`;
      if (isWithin(number, claimed.value)) return null;
      return `printed ${number.text}, computed ${claimed.value}`;
    case "error":
      return `the claim stopped with ${claimed.value}`;
    case "other":
      return `a claim gives a number, a text or true; this one gave ${claimed.value === "undefined" ? "undefined" : `a value of type ${claimed.value}`}`;
  }
}

function isWithin({ value, halfUnit }: PrintedNumber, computed: number): boolean {
  if (Number.isNaN(value)) return Number.isNaN(computed);
  if (!Number.isFinite(value)) return value === computed;
  // A number that lies just between two printed ones may be rounded either way.
  return Math.abs(value - computed) <= halfUnit * (1 + 1e-9) + 1e-12 * Math.abs(value);
}

/** The last few words, for a message. */
function ending(text: string): string {
  return text.trim().replace(/\s+/g, " ").slice(-30);
}

/** Letters and digits without the marks of formulas and emphasis. */
function plain(text: string): string {
  return text
    .replace(/−/g, "-")
    .replace(/[\s$*_`{}\\]/g, "")
    .replace(/[.,:;]+$/, "")
    .toLowerCase();
}
