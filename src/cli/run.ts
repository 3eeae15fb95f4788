/** `gradus run`: execute notebooks on the TypeScript kernel, without a browser, and say what failed. */
import { relative, resolve, sep } from "node:path";
import { type CommandDef, defineCommand } from "citty";
import type { Notebook } from "../notebook/notebook.js";
import { isLecture } from "../notebook/sections.js";
import { unclaimedNumbers } from "../notebook/unclaimed-numbers.js";
import { CommandError } from "./command-error.js";
import { type Execution, executeNotebook } from "./execute-notebook.js";
import { notebookFiles, ROOT, readNotebook } from "./notebook-files.js";
import { RunReport } from "./run-report.js";

/** What a notebook may take. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a run needs to know beside the files. */
export interface RunOptions {
  /** Seconds that a cell may take. */
  readonly timeout: number;
  /** Whether all cells run again in the same kernel, to compare what they write. */
  readonly twice?: boolean;
  /** Seconds and megabytes that a notebook may take; without limits if they are left out. */
  readonly limits?: Limits;
  /** Where the executed copy of a file goes, or undefined for nowhere. */
  readonly outFor: (file: string) => string | undefined;
}

/**
 * Run notebooks one after the other, with a line a cell on the terminal.
 *
 * @param files - the notebooks; all are read and checked before the first one runs
 * @returns what came of each, by file
 */
export async function runNotebooks(
  files: readonly string[],
  { timeout, twice = false, limits, outFor }: RunOptions,
): Promise<Map<string, NotebookRun>> {
  const notebooks = files.map((file) => ({ file, notebook: readNotebook(file) }));
  const report = new RunReport(notebooks.map(({ notebook }) => notebook));
  const results = new Map<string, NotebookRun>();
  for (const { file, notebook } of notebooks) {
    const out = outFor(file);
    const execution = await executeNotebook(file, {
      timeout,
      twice,
      ...(out === undefined ? {} : { out }),
      onStart: (cell) => report.started(notebook, cell),
      onCell: (time) => report.ran(notebook, time),
    });
    const run = { ...execution, complaints: complaints(notebook, execution, limits) };
    report.ended(notebook, run);
    results.set(file, run);
  }
  report.summary();
  return results;
}

/** What came of a notebook, with all that is wrong with it though every cell ran. */
export interface NotebookRun extends Execution {
  /** One sentence each, with its cell where it has one. */
  readonly complaints: readonly string[];
}

/** Whether a notebook ran and nothing is wrong with it. */
export function isFine({ failure, complaints }: NotebookRun): boolean {
  return failure === null && complaints.length === 0;
}

function complaints(
  notebook: Notebook,
  { wrongClaims, differences, onceMs, megabytes }: Execution,
  limits: Limits | undefined,
): string[] {
  const unclaimed = isLecture(notebook) ? unclaimedNumbers(notebook) : [];
  const found = [...wrongClaims, ...unclaimed].sort((a, b) => a.cell - b.cell || a.line - b.line);
  const lines = found.map(({ cell, line, message }) => `cell ${cell} line ${line}: ${message}`);
  for (const { cell, first, second } of differences) {
    const [once, again] = [JSON.stringify(first), JSON.stringify(second)];
    lines.push(`cell ${cell}: it wrote ${once} at first, and ${again} when it ran again`);
  }
  if (limits !== undefined && onceMs !== null && onceMs > limits.seconds * 1000) {
    lines.push(`it took ${seconds(onceMs)} s; the limit is ${limits.seconds} s (--seconds)`);
  }
  if (limits !== undefined && megabytes !== null && megabytes > limits.megabytes) {
    lines.push(
      `the kernel held ${megabytes} MB; the limit is ${limits.megabytes} MB (--megabytes)`,
    );
  }
  return lines;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

/** Seconds from the value of `--timeout`. */
export function timeoutSeconds(text: string): number {
  return positive("--timeout", "seconds", text);
}

function positive(option: string, unit: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new CommandError(`${option} takes a number of ${unit} above 0; given: ${text}.`, 2);
}

const ARGUMENTS = {
  notebooks: {
    type: "positional",
    required: false,
    description: "Notebooks or folders; without any, all of notebooks, solutions, exercises.",
  },
  out: { type: "string", valueHint: "DIR", description: "Write executed copies under DIR." },
  timeout: { type: "string", default: "60", description: "Seconds that a cell may take." },
  twice: { type: "boolean", description: "Run all cells again and compare what they write." },
  seconds: { type: "string", default: "60", description: "Seconds that a notebook may take." },
  megabytes: {
    type: "string",
    default: "500",
    description: "Megabytes that the kernel may hold.",
  },
} as const;

/** The command, for src/cli/main.ts. */
export const runNotebooksCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: { name: "run", description: "Execute notebooks on the TypeScript kernel." },
  args: ARGUMENTS,
  async run({ args }) {
    const files = notebookFiles(args._);
    if (files.length === 0) throw new CommandError("There is no notebook to run.");
    const { out } = args;
    const results = await runNotebooks(files, {
      timeout: timeoutSeconds(args.timeout),
      twice: args.twice === true,
      limits: {
        seconds: positive("--seconds", "seconds", args.seconds),
        megabytes: positive("--megabytes", "megabytes", args.megabytes),
      },
      outFor: (file) => (out === undefined ? undefined : copyPath(file, out)),
    });
    if (![...results.values()].every(isFine)) process.exitCode ||= 1;
  },
});

/** Under `out`, the path that the notebook has in the project, so that equal names do not meet. */
function copyPath(file: string, out: string): string {
  const inside = relative(ROOT, file);
  const name = inside.startsWith("..") ? (file.split(sep).at(-1) as string) : inside;
  const copy = resolve(out, name);
  if (copy !== resolve(file)) return copy;
  throw new CommandError(`--out ${out} would overwrite ${file}; name another folder.`, 2);
}
