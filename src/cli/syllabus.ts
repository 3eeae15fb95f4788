/** `gradus syllabus`: what of the course is covered by code, tests, reference, exercises, lectures. */
import { type CommandDef, defineCommand } from "citty";

import { EQUATIONS } from "../syllabus/equations.js";
import { ERRATA } from "../syllabus/errata.js";
import { SYLLABUS } from "../syllabus/manifest.js";
import { NO_COUNTERPART } from "../syllabus/no-counterpart.js";
import { type Trace, traceSyllabus } from "../syllabus/trace.js";
import { collectEvidence } from "./syllabus-evidence.js";
import { syllabusText } from "./syllabus-text.js";

const ARGUMENTS = {
  json: {
    type: "boolean",
    default: false,
    description: "Print everything as JSON, with the places where each part was found.",
  },
} as const;

/** The manifest held against the project's files as they are now. */
export function currentSyllabus(): Trace {
  return traceSyllabus(
    { groups: SYLLABUS, errata: ERRATA, equations: EQUATIONS, noCounterpart: NO_COUNTERPART },
    collectEvidence(),
  );
}

/** The command, for src/cli/main.ts. */
export const syllabusCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: { name: "syllabus", description: "Show what of the course is covered, and what is not." },
  args: ARGUMENTS,
  run({ args }) {
    const trace = currentSyllabus();
    console.log(args.json ? JSON.stringify(trace, undefined, 2) : syllabusText(trace));
    if (trace.problems.length > 0) process.exitCode = 1;
  },
});
