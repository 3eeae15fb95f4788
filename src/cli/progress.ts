/** `gradus progress`: how far the learner is; exports it, or removes it and keeps a copy. */
import { existsSync, readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { type CommandDef, defineCommand } from "citty";

import { writeWhole } from "../common/write-whole.js";
import type { Exercise } from "../grading/exercise.js";
import { tableBundle } from "../kernel/html-table.js";
import { type ExportForm, exportText, isExport } from "../progress/export.js";
import { courseVersion } from "../progress/file.js";
import { knownProgress, ownFile, removeProgress } from "../progress/keep.js";
import type { ProgressRecord } from "../progress/record.js";
import { completeText, type ProgressSummary, summarize } from "../progress/summary.js";
import { chapterTable, exerciseTable, type ProgressTable } from "../progress/tables.js";
import { CommandError } from "./command-error.js";
import { exercisesNamed } from "./exercise-names.js";
import { shown } from "./notebook-files.js";

const ARGUMENTS = {
  exercises: {
    type: "positional",
    required: false,
    description: "Exercises (perceptron/relu) or chapters (perceptron); without any, all.",
  },
  export: {
    type: "string",
    valueHint: "FILE",
    description: "Write it to a file: .csv for a spreadsheet, .json for a program.",
  },
  reset: {
    type: "boolean",
    description: "Remove the progress of these exercises; a copy with the date in its name stays.",
  },
} as const;

/** The command, for src/cli/commands.ts. */
export const progressCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: { name: "progress", description: "Show how far you are in the exercises." },
  args: ARGUMENTS,
  run({ args }) {
    const file = ownFile();
    if (file === null) throw new CommandError("Progress is switched off (GRADUS_PROGRESS=off).");
    const wanted = exercisesNamed(args._);
    const { record, notice } = knownProgress({ file });
    if (record === null) throw new CommandError(notice ?? "Progress cannot be read.");
    if (notice !== null) console.error(notice);
    const summary = summarize(wanted, record);
    if (args.export !== undefined) exportTo(args.export, summary);
    if (args.reset === true) reset(file, args._.length === 0 ? null : wanted, record);
    else if (args.export === undefined) console.log(summaryText(summary, file));
  },
});

/** The text of the tables that `progress()` shows in a notebook. */
function summaryText(summary: ProgressSummary, file: string): string {
  const tables = [chapterTable(summary, shown(file)), ...summary.chapters.map(exerciseTable)];
  return tables.map(tableText).join("\n\n");
}

function tableText(table: ProgressTable): string {
  return tableBundle(table)["text/plain"] as string;
}

function exportTo(path: string, summary: ProgressSummary): void {
  const form = formOf(path);
  const target = resolve(path);
  if (existsSync(target) && !isExport(readFileSync(target, "utf8"))) {
    throw new CommandError(`${path} holds something else. Choose another name.`, 2);
  }
  writeWhole(target, exportText(summary, form, { course: courseVersion() }));
  console.log(`wrote ${shown(target)}: ${completeText(summary)}.`);
}

function formOf(path: string): ExportForm {
  const ending = extname(path).toLowerCase();
  if (ending === ".json") return "json";
  if (ending === ".csv") return "csv";
  throw new CommandError(
    `--export takes a file that ends in .csv or .json; given: ${path}. Nothing was written.`,
    2,
  );
}

function reset(file: string, wanted: readonly Exercise[] | null, record: ProgressRecord): void {
  const ids = wanted === null ? null : wanted.map(({ id }) => id);
  const going = [...record.keys()].filter((id) => ids === null || ids.includes(id));
  if (going.length === 0) {
    console.log("There is no progress to remove.");
    return;
  }
  console.log(`Removing the progress of ${going.join(", ")}.`);
  const { ids: gone, copy, notice } = removeProgress(ids, { file });
  if (notice !== null) console.error(notice);
  const count = gone.length === 1 ? "1 exercise" : `${gone.length} exercises`;
  if (copy !== null) console.log(`Removed ${count}. A copy stays in ${shown(copy)}.`);
}
