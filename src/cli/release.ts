/** `gradus release`: from solutions to exercises, and from the course to the students' copy. */
import { type CommandDef, defineCommand } from "citty";

import { CommandError } from "./command-error.js";
import { releaseExercises } from "./release-exercises.js";

const ARGUMENTS = {
  solutions: {
    type: "positional",
    required: false,
    description: "Solution notebooks or folders; without any, all of solutions.",
  },
  out: {
    type: "string",
    valueHint: "DIR",
    description: "Make the students' copy there; with notebooks named, only their exercises.",
  },
  "without-solutions": {
    type: "boolean",
    description: "Leave the answers out that learners see once theirs have passed.",
  },
  check: { type: "boolean", description: "Write nothing; fail if the exercises differ." },
  scan: { type: "string", valueHint: "DIR", description: "Look for solutions in a folder." },
} as const;

/** The command, for src/cli/main.ts. */
export const releaseCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: {
    name: "release",
    description: "Make exercises from the solutions; with --out, the students' copy of the course.",
  },
  args: ARGUMENTS,
  async run({ args }) {
    const { out, scan, check, "without-solutions": withoutSolutions = false } = args;
    const isWhole = scan !== undefined || (out !== undefined && args._.length === 0);
    if (withoutSolutions && (out === undefined || scan !== undefined || args._.length > 0)) {
      throw new CommandError("--without-solutions goes with --out DIR, for the whole copy.", 2);
    }
    if (!isWhole) return releaseExercises(args._, { out, check });
    if (check === true || args._.length > 0 || (scan !== undefined && out !== undefined)) {
      throw new CommandError("--scan DIR, and --out DIR without notebooks, stand alone.", 2);
    }
    const { releaseCopy, scanFolder } = await import("./release-copy.js");
    if (scan !== undefined) return scanFolder(scan);
    if (out !== undefined) await releaseCopy(out, !withoutSolutions);
  },
});
