/** The command line: the list of all commands. Each is loaded when it is called, and only then. */
import type { ArgsDef, CommandDef } from "citty";

/** A command of `gradus` in the list. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list. */
  readonly summary: string;
  readonly load: () => Promise<CommandDef>;
}

/** A command whatever its arguments are; they are checked against its own definition when it runs. */
function loaded<Arguments extends ArgsDef>(command: CommandDef<Arguments>): CommandDef {
  return command as unknown as CommandDef;
}

/** All commands, in the order a reader meets them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "check",
    summary: "run the exercises' checks on the saved notebooks",
    load: async () => loaded((await import("./check.js")).checkCommand),
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
    name: "release",
    summary: "make the exercises from the solution notebooks",
    load: async () => loaded((await import("./release.js")).releaseCommand),
  },
  {
    name: "solutions",
    summary: "execute the solution notebooks and render them to HTML",
    load: async () => loaded((await import("./solutions.js")).solutionsCommand),
  },
  {
    name: "clean",
    summary: "take outputs and volatile metadata out of notebooks",
    load: async () => loaded((await import("./clean.js")).cleanCommand),
  },
  {
    name: "glossary",
    summary: "write the glossary's page from its terms",
    load: async () => loaded((await import("./glossary.js")).glossaryCommand),
  },
  {
    name: "reference",
    summary: "compare the library with TensorFlow.js",
    load: async () => loaded((await import("./reference.js")).referenceCommand),
  },
  {
    name: "reference-install",
    summary: "make the native TensorFlow.js work on this machine",
    load: async () => loaded((await import("./reference-install.js")).referenceInstallCommand),
  },
  {
    name: "verify",
    summary: "grade the graders: stubs, solutions, right and wrong answers, mutants",
    load: async () => loaded((await import("./verify.js")).verifyCommand),
  },
  {
    name: "syllabus",
    summary: "show what of the course is covered, and what is not",
    load: async () => loaded((await import("./syllabus.js")).syllabusCommand),
  },
  {
    name: "reference-record",
    summary: "record what TensorFlow.js answers on this machine",
    load: async () => loaded((await import("./reference-record.js")).referenceRecordCommand),
  },
  {
    name: "reference-pack",
    summary: "pack an archive that records WebGPU on another machine",
    load: async () => loaded((await import("./reference-pack.js")).referencePackCommand),
  },
  {
    name: "bench",
    summary: "measure how fast the course answers on this machine",
    load: async () => loaded((await import("./bench.js")).benchCommand),
  },
];
