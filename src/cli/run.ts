/** `gradus run`: execute notebooks on the TypeScript kernel, without a browser, and say what failed. */
import { relative, resolve, sep } from "node:path";
import { type CommandDef, defineCommand } from "citty";

import { CommandError } from "./command-error.js";
import { type Execution, executeNotebook } from "./execute-notebook.js";
import { notebookFiles, ROOT, readNotebook } from "./notebook-files.js";
import { RunReport } from "./run-report.js";

/** What a run needs to know beside the files. */
export interface RunOptions {
  /** Seconds that a cell may take. */
  readonly timeout: number;
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
  { timeout, outFor }: RunOptions,
): Promise<Map<string, Execution>> {
  const notebooks = files.map((file) => ({ file, notebook: readNotebook(file) }));
  const report = new RunReport(notebooks.map(({ notebook }) => notebook));
  const results = new Map<string, Execution>();
  for (const { file, notebook } of notebooks) {
    const out = outFor(file);
    const execution = await executeNotebook(file, {
      timeout,
      ...(out === undefined ? {} : { out }),
      onStart: (cell) => report.started(notebook, cell),
      onCell: (time) => report.ran(notebook, time),
    });
    report.ended(notebook, execution);
    results.set(file, execution);
  }
  report.summary();
  return results;
}

/** Seconds from the value of `--timeout`. */
export function timeoutSeconds(text: string): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new CommandError(`--timeout takes a number of seconds above 0; given: ${text}.`, 2);
}

const ARGUMENTS = {
  notebooks: {
    type: "positional",
    required: false,
    description: "Notebooks or folders; without any, all of notebooks, solutions, exercises.",
  },
  out: { type: "string", valueHint: "DIR", description: "Write executed copies under DIR." },
  timeout: { type: "string", default: "60", description: "Seconds that a cell may take." },
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
      outFor: (file) => (out === undefined ? undefined : copyPath(file, out)),
    });
    if ([...results.values()].some(({ failure }) => failure !== null)) process.exitCode ||= 1;
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
