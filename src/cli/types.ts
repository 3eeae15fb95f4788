/** `gradus types`: the strict type check of every notebook's cells. */
import { type CommandDef, defineCommand } from "citty";

import { findingText, typeCheck } from "../notebook/type-check.js";
import { notebookFiles, readNotebook } from "./notebook-files.js";

const ARGUMENTS = {
  notebooks: {
    type: "positional",
    required: false,
    description: "Notebooks or folders; without any, all of notebooks, solutions, exercises.",
  },
} as const;

/** The command, for src/cli/main.ts. */
export const typesCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: { name: "types", description: "Type-check the cells of notebooks, strictly." },
  args: ARGUMENTS,
  run({ args }) {
    const start = performance.now();
    const notebooks = notebookFiles(args._).map(readNotebook);
    const findings = typeCheck(notebooks);
    for (const finding of findings) console.error(findingText(finding));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const checked = `${notebooks.length} notebooks type-checked in ${seconds} s`;
    if (findings.length === 0) {
      console.log(`${checked}, nothing found.`);
    } else {
      console.error(`\n${checked}, ${findings.length} findings.`);
      process.exitCode = 1;
    }
  },
});
