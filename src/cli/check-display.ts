/**
 * Command line: how `gradus check` shows its work: on a terminal a line that tells what is being
 * checked, and every result in the order of the course as soon as all before it are known.
 */
import { join } from "node:path";
import { EXERCISES } from "../checks/index.js";
import { textReport } from "../grading/report.js";
import type { RunListener } from "./check-runner.js";
import { type Checked, isUntouched, standingOf } from "./check-summary.js";
import type { CheckTask } from "./check-task.js";
import { ROOT, shown } from "./notebook-files.js";
import { savePictures } from "./save-picture.js";

const CLEAR_LINE = "\r\u001B[2K";
const PRINTED_LINES = 5;
const PRINTED_WIDTH = 120;

/** A result as it is shown; a block stands apart from what is around it. */
export interface ResultText {
  readonly text: string;
  readonly isBlock: boolean;
}

/** The progress of one run. */
export class CheckDisplay {
  readonly #tasks: readonly CheckTask[];
  readonly #textOf: (checked: Checked) => ResultText;
  readonly #done = new Map<string, Checked>();
  readonly #running = new Set<string>();
  #shown = 0;
  #isLive = false;
  #wasBlock: boolean | undefined;

  /** @param textOf - the text of a result, asked for when it is its turn */
  constructor(tasks: readonly CheckTask[], textOf: (checked: Checked) => ResultText) {
    this.#tasks = tasks;
    this.#textOf = textOf;
  }

  /** Before the first exercise: vitest and its processes start. */
  begin(): void {
    this.#showLine();
  }

  /** Shows what a run tells, and hands each result on before it is shown. */
  listener(onChecked: (checked: Checked) => void): RunListener {
    return {
      onStart: ({ key }) => {
        this.#running.add(key);
        this.#showLine();
      },
      onChecked: (task, answer) => {
        const checked = { task, ...answer };
        onChecked(checked);
        this.#finished(checked);
      },
    };
  }

  #finished(checked: Checked): void {
    const { key } = checked.task;
    this.#running.delete(key);
    this.#done.set(key, checked);
    for (;;) {
      const next = this.#done.get(this.#tasks[this.#shown]?.key ?? "");
      if (next === undefined) break;
      this.#shown += 1;
      this.#print(this.#textOf(next));
    }
    this.#showLine();
  }

  /** Ends the live line; what is known and still waits for its turn is shown. */
  end(): void {
    for (const task of this.#tasks.slice(this.#shown)) {
      const checked = this.#done.get(task.key);
      if (checked !== undefined) this.#print(this.#textOf(checked));
    }
    this.#shown = this.#tasks.length;
    this.#clear();
  }

  #print({ text, isBlock }: ResultText): void {
    this.#clear();
    const isApart = this.#wasBlock === undefined ? false : isBlock || this.#wasBlock;
    console.log(isApart ? `\n${text}` : text);
    this.#wasBlock = isBlock;
  }

  #clear(): void {
    if (this.#isLive) process.stdout.write(CLEAR_LINE);
    this.#isLive = false;
  }

  #showLine(): void {
    if (!process.stdout.isTTY) return;
    const running = this.#tasks.filter(({ key }) => this.#running.has(key)).map(nameOf);
    const doing = running.length === 0 ? "" : ` checking ${running.join(" and ")} …`;
    const line = `${this.#done.size}/${this.#tasks.length}${doing}`;
    process.stdout.write(`${CLEAR_LINE}${line.slice(0, (process.stdout.columns ?? 80) - 1)}`);
    this.#isLive = true;
  }
}

/** "2.3 binary cross-entropy". */
export function nameOf({ id }: CheckTask): string {
  const exercise = EXERCISES.find((candidate) => candidate.id === id);
  return exercise === undefined ? id : `${exercise.number} ${exercise.title}`;
}

/**
 * A result in words: one line for an exercise that is complete, not begun or missing (and one more if
 * there is a trace of it), the whole report for any other, or always if it was asked for.
 */
export function resultText(
  { task, result, printed }: Checked,
  typeNotes: readonly string[],
  always: boolean,
): ResultText {
  const notes = [...task.notes, ...typeNotes].map((note) => `  Note: ${note}`);
  const isMissing = standingOf(result) === "missing";
  const isBrief = isMissing || standingOf(result) === "complete" || isUntouched(result);
  if (isBrief && !always) {
    const traces = isMissing ? tracesOf(task.absent) : [];
    return { text: [briefLine(result), ...traces, ...notes].join("\n"), isBlock: false };
  }
  const report = textReport(result, task.withHidden ? "checks" : "visible checks");
  const pictures = savePictures(result, ROOT).map(
    (path) => `  Picture: ${shown(join(ROOT, path))}`,
  );
  const lines = [report, ...pictures, ...notes, ...printedLines(printed)];
  return { text: lines.join("\n"), isBlock: true };
}

/** "✓ 1.2   Weighted sum   4 of 4 points". */
function briefLine(result: Checked["result"]): string {
  const { number, title, points, possible } = result;
  const standing = standingOf(result);
  const mark = { complete: "✓", wrong: "✗", "not implemented": "·", missing: "✗" }[standing];
  const untouched = isUntouched(result) ? ", not implemented yet" : "";
  const open = standing === "missing" ? ", missing" : untouched;
  return `${mark} ${number.padEnd(5)} ${title.padEnd(52)} ${points} of ${possible} points${open}`;
}

/** Why each function is missing, if there is more to say than that no cell declares it. */
function tracesOf(absent: CheckTask["absent"]): string[] {
  return Object.entries(absent)
    .filter(([name, { message }]) => message !== `No cell declares ${name}.`)
    .map(([, { message }]) => `  ${message}`);
}

function printedLines({ text, length }: Checked["printed"]): string[] {
  if (length === 0) return [];
  const lines = text.trimEnd().split("\n");
  const shown = lines.slice(0, PRINTED_LINES).map((line) => `      | ${tame(line)}`);
  const isMore = lines.length > PRINTED_LINES || length > text.length;
  return ["  Your code printed:", ...shown, ...(isMore ? ["      | … and more"] : [])];
}

/** A printed line without what would move a terminal's cursor or colour it. */
function tame(line: string): string {
  return line.slice(0, PRINTED_WIDTH).replaceAll(/\p{Cc}/gu, "�");
}
