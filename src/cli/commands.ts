/** The command line: the list of all commands. Each is loaded when it is called, and only then. */
import { type CommandEntry, loaded } from "./command-entry.js";
import { LEARNER_COMMANDS } from "./learner-commands.js";

/** All commands: a learner's first, then those of authors and teachers. */
export const COMMANDS: readonly CommandEntry[] = [
  ...LEARNER_COMMANDS,
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
