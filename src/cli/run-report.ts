/** `gradus run` on the terminal: a line a cell, a paragraph a failure, the slowest cells at the end. */
import type { Notebook } from "../notebook/notebook.js";
import { type CellTime, type Execution, runnableCells } from "./execute-notebook.js";

const SLOWEST = 5;
const WIDTH = 48;

/** Writes the progress of a run as it happens. */
export class RunReport {
  readonly #start = performance.now();
  readonly #width: number;
  readonly #times: { readonly notebook: Notebook; readonly time: CellTime }[] = [];
  readonly #failed: Notebook[] = [];
  #notebooks = 0;

  constructor(notebooks: readonly Notebook[]) {
    this.#width = Math.max(0, ...notebooks.map(({ path }) => path.length));
  }

  /** On a terminal, shows the cell while it runs. */
  started(notebook: Notebook, cell: number): void {
    if (process.stdout.isTTY) process.stdout.write(`${this.#line(notebook, cell)}  …`);
  }

  ran(notebook: Notebook, time: CellTime): void {
    this.#times.push({ notebook, time });
    if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
    console.log(`${this.#line(notebook, time.cell)}  ${milliseconds(time.ms)}`);
  }

  /** Says how a notebook ended. */
  ended(notebook: Notebook, run: Execution & { readonly complaints: readonly string[] }): void {
    const { failure, complaints } = run;
    this.#notebooks += 1;
    if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
    if (failure !== null || complaints.length > 0) this.#failed.push(notebook);
    for (const complaint of complaints) console.error(`${notebook.path} ${complaint}`);
    if (failure === null) {
      console.log(`${notebook.path}: ${measures(run).join(", ")}`);
      return;
    }
    const place = failure.cell === null ? "" : ` cell ${failure.cell}`;
    if (failure.cell !== null) console.log(`${this.#line(notebook, failure.cell)}  FAILED`);
    console.error(`\n${notebook.path}${place}: ${failure.message}\n`);
  }

  /** The slowest cells, and how many notebooks ran in what time. */
  summary(): void {
    const slowest = [...this.#times].sort((a, b) => b.time.ms - a.time.ms).slice(0, SLOWEST);
    if (slowest.length > 0) console.log("\nSlowest cells:");
    for (const { notebook, time } of slowest) {
      const place = `${notebook.path} cell ${time.cell}`;
      console.log(`  ${milliseconds(time.ms)}  ${place}  ${beginning(notebook, time.cell)}`);
    }
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    const cells = `${this.#times.length} cells of ${this.#notebooks} notebooks ran in ${seconds} s`;
    const failed = this.#failed.map(({ path }) => path).join(", ");
    console.log(failed === "" ? `\n${cells}.` : `\n${cells}; failed: ${failed}.`);
  }

  #line(notebook: Notebook, cell: number): string {
    const runnable = runnableCells(notebook);
    const count = `${runnable.indexOf(cell) + 1}/${runnable.length}`.padStart(7);
    return `${notebook.path.padEnd(this.#width)} ${count}  ${beginning(notebook, cell).padEnd(WIDTH)}`;
  }
}

/** How a cell begins, on one line: without its imports if there is more. */
function beginning(notebook: Notebook, cell: number): string {
  const lines = notebook.cells[cell - 1]?.source.split("\n").map((line) => line.trim()) ?? [];
  const isImport = (line: string): boolean => line.startsWith("import ");
  const rest = lines.filter((line) => !isImport(line) && line !== "");
  const text = (rest.length > 0 ? rest : lines).join(" ");
  return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
}

/** Time, memory and claims of a notebook that ran to its end. */
function measures({ onceMs, megabytes, claims, wrongClaims }: Execution): string[] {
  return [
    ...(onceMs === null ? [] : [`${(onceMs / 1000).toFixed(1)} s`]),
    ...(megabytes === null ? [] : [`${Math.round(megabytes)} MB at most`]),
    ...(claims === 0 ? [] : [`${claims - wrongClaims.length} of ${claims} claims hold`]),
  ];
}

function milliseconds(ms: number): string {
  return `${String(ms).padStart(6)} ms`;
}
