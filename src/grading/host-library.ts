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

/** What only shows, asks or checks. `own` is not among them: it chooses what an answer builds on. */
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

/** The module `gradus`: all its names, none of them loaded yet. It cannot be changed. */
export function answerLibrary(): Readonly<Record<string, unknown>> {
  const library = {};
  for (const [, names = "", file = ""] of readFileSync(INDEX, "utf8").matchAll(RE_EXPORT)) {
    for (const entry of names.split(",").map((name) => name.trim())) {
      const [inside = "", outside = inside] = entry.split(" as ");
      if (inside === "" || Object.hasOwn(INSTEAD, outside)) continue;
      const get = (): unknown => (load(file) as Readonly<Record<string, unknown>>)[inside];
      Object.defineProperty(library, outside, { enumerable: true, get });
    }
  }
  return Object.freeze(Object.assign(library, INSTEAD));
}
