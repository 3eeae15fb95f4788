/** `gradus bench course`: how fast the course answers and how much memory it takes. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { EXERCISES } from "../checks/index.js";
import { runChecks } from "../grading/run-checks.js";
import { CommandError } from "./command-error.js";
import { jupyterProgram } from "./jupyter-program.js";

const MEASURE = fileURLToPath(new URL("../../src/cli/measure-kernel.py", import.meta.url));
const NOTEBOOKS = fileURLToPath(new URL("../../notebooks", import.meta.url));

/** What measure-kernel.py prints: seconds and bytes. */
interface Measured {
  readonly kernels: readonly {
    readonly ready: number;
    readonly first: number;
    readonly import: number;
    readonly later: readonly number[];
  }[];
  readonly server: { readonly started: number; readonly bytes: number };
}

/** One line of the table. */
interface Row {
  readonly what: string;
  readonly values: readonly number[];
  readonly limit: number;
  readonly unit: string;
}

/**
 * Start kernels one by one, and JupyterLab, and measure.
 *
 * @returns the table
 * @throws {@link CommandError} if Jupyter is missing or the measurement fails
 */
export async function benchCourse(kernels: number): Promise<string> {
  return tableText(rowsOf(await measure(kernels)));
}

async function measure(kernels: number): Promise<Measured> {
  const { python, env } = await jupyterProgram();
  const args = [MEASURE, NOTEBOOKS, String(kernels)];
  const outcome = spawnSync(python, args, { env, encoding: "utf8" });
  if (outcome.status !== 0) {
    throw new CommandError(`The measurement failed.\n${outcome.error ?? outcome.stderr}`);
  }
  return JSON.parse(outcome.stdout) as Measured;
}

function rowsOf({ kernels, server }: Measured): readonly Row[] {
  const ms = (seconds: readonly number[]) => seconds.map((value) => value * 1000);
  const later = kernels.flatMap((kernel) => kernel.later);
  return [
    {
      what: "kernel ready",
      values: ms(kernels.map(({ ready }) => ready)),
      limit: 2000,
      unit: "ms",
    },
    {
      what: "first cell of a kernel, 1 + 1",
      values: ms(kernels.map(({ first }) => first)),
      limit: 1000,
      unit: "ms",
    },
    {
      what: 'cell that imports "gradus"',
      values: ms(kernels.map((kernel) => kernel.import)),
      limit: 300,
      unit: "ms",
    },
    { what: "later cells, figures included", values: ms(later), limit: 100, unit: "ms" },
    { what: "check of an exercise", values: checkTimes(), limit: 300, unit: "ms" },
    { what: "JupyterLab answers", values: ms([server.started]), limit: 5000, unit: "ms" },
    { what: "JupyterLab and one kernel", values: [server.bytes / 2 ** 20], limit: 600, unit: "MB" },
  ];
}

/** Milliseconds that the visible checks of each exercise take on a right answer, here in this process. */
function checkTimes(): number[] {
  return EXERCISES.map((exercise) => {
    const start = performance.now();
    runChecks(exercise, exercise.reference);
    return performance.now() - start;
  });
}

/** What, median, worst and limit in columns; the verdict is the median's. */
function tableText(rows: readonly Row[]): string {
  const lines = rows.map(({ what, values, limit, unit }) => {
    const sorted = [...values].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    const worst = sorted[sorted.length - 1] ?? Number.NaN;
    const cells = [median, worst, limit].map((value) => `${Math.round(value)} ${unit}`);
    return [what, ...cells, median <= limit ? "holds" : "TOO MUCH"];
  });
  const all = [["measured", "median", "worst", "limit", "verdict"], ...lines];
  const width = (column: number) => Math.max(...all.map((line) => line[column]?.length ?? 0));
  return all
    .map((line) =>
      line
        .map((cell, i) => (i === 0 || i === 4 ? cell.padEnd(width(i)) : cell.padStart(width(i))))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
