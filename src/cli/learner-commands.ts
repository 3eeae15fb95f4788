/** The command line: the commands that a student's copy has too. */
import { type CommandEntry, loaded } from "./command-entry.js";

/** In the order a reader meets them. Each is loaded when it is called, and only then. */
export const LEARNER_COMMANDS: readonly CommandEntry[] = [
  {
    name: "check",
    summary: "run the exercises' checks on the saved notebooks",
    load: async () => loaded((await import("./check.js")).checkCommand),
  },
  {
    name: "progress",
    summary: "show how far you are; export it, or start anew",
    load: async () => loaded((await import("./progress.js")).progressCommand),
  },
  {
    name: "run",
    summary: "execute notebooks on the TypeScript kernel",
    load: async () => loaded((await import("./run.js")).runNotebooksCommand),
  },
  {
    name: "types",
    summary: "type-check the cells of notebooks, strictly",
    load: async () => loaded((await import("./types.js")).typesCommand),
  },
  {
    name: "clean",
    summary: "take outputs and volatile metadata out of notebooks",
    load: async () => loaded((await import("./clean.js")).cleanCommand),
  },
];
