/**
 * Grading: the library as a learner's code sees it in the host process. Each name is loaded when it
 * is first used, since an answer needs little of it and the whole takes most of a process's start.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NotImplemented } from "./not-implemented.js";

const INDEX = new URL("../index.js", import.meta.url);
const load = createRequire(INDEX);

/** A line of the index, which only re-exports by name. */
const RE_EXPORT = /^export \{([^}]*)\} from "(\.\/[^"]+)";$/gm;

/** What only shows, asks or checks. */
const SHOWING = [
  "show",
  "display",
  "table",
  "formulaSheet",
  "predict",
  "reveal",
  "quiz",
  "diagnose",
  "check",
  "hint",
  "solution",
  "progress",
];

const inert = (): undefined => undefined;
const inertFigure = { update: async () => undefined, done: async () => undefined, last: undefined };

/** What answers get in place of the library's own. */
const INSTEAD: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(SHOWING.map((name) => [name, inert])),
  NotImplemented,
  liveFigure: () => inertFigure,
};

type Own = (id: string, answers: object) => object;

/**
 * The module `gradus`: all its names, none of them loaded yet. It cannot be changed. `own` works, since
 * it chooses what an answer builds on, but it lends nothing for what is asked here.
 *
 * @param asked - what the learner has to write, by its name
 */
export function answerLibrary(
  asked: Readonly<Record<string, true>>,
): Readonly<Record<string, unknown>> {
  const library = {};
  for (const [, names = "", file = ""] of readFileSync(INDEX, "utf8").matchAll(RE_EXPORT)) {
    for (const entry of names.split(",").map((name) => name.trim())) {
      const [inside = "", outside = inside] = entry.split(" as ");
      if (inside === "" || Object.hasOwn(INSTEAD, outside)) continue;
      const get = (): unknown => {
        const found = (load(file) as Readonly<Record<string, unknown>>)[inside];
        return outside === "own" ? notWhatIsAsked(found as Own, asked) : found;
      };
      Object.defineProperty(library, outside, { enumerable: true, get });
    }
  }
  return Object.freeze(Object.assign(library, INSTEAD));
}

// Kept from before a learner's code runs: it may replace it.
const { keys } = Object;

function notWhatIsAsked(own: Own, asked: Readonly<Record<string, true>>): Own {
  return (id, answers) => {
    const names = keys(answers);
    for (let i = 0; i < names.length; i++) {
      if (asked[names[i] ?? ""] === true) return answers;
    }
    return own(id, answers);
  };
}
