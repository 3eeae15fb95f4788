/** `gradus clean`: notebooks as they are committed, without outputs and what front ends leave behind. */
import { readFileSync } from "node:fs";
import { type CommandDef, defineCommand } from "citty";
import { writeWhole } from "../common/write-whole.js";
import { cleanNotebook } from "../notebook/clean.js";
import { serializeNotebook } from "../notebook/notebook.js";
import { notebookFiles, readNotebook, shown } from "./notebook-files.js";

/**
 * Clean notebooks in place. All are read before any is written, so that a damaged one stops all.
 *
 * @returns the files that changed, or that would change if `write` is false
 */
export function cleanNotebooks(files: readonly string[], write = true): string[] {
  const cleaned = files.map((file) => {
    const before = readFileSync(file, "utf8");
    const after = serializeNotebook(cleanNotebook(readNotebook(file)));
    return { file, after, isChanged: before !== after };
  });
  const changed = cleaned.filter(({ isChanged }) => isChanged);
  for (const { file, after } of write ? changed : []) writeWhole(file, after);
  return changed.map(({ file }) => file);
}

const ARGUMENTS = {
  notebooks: {
    type: "positional",
    required: false,
    description: "Notebooks or folders; without any, all of notebooks, solutions, exercises.",
  },
  check: { type: "boolean", description: "Change nothing; fail if a notebook is not clean." },
} as const;

/** The command, for src/cli/main.ts. */
export const cleanCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: { name: "clean", description: "Take outputs and volatile metadata out of notebooks." },
  args: ARGUMENTS,
  run({ args }) {
    const files = notebookFiles(args._);
    const isCheck = args.check === true;
    const changed = cleanNotebooks(files, !isCheck);
    for (const file of changed) console.log(`${isCheck ? "not clean" : "cleaned"}: ${shown(file)}`);
    if (changed.length === 0) console.log(`${files.length} notebooks, all clean.`);
    if (isCheck && changed.length > 0) process.exitCode = 1;
  },
});
