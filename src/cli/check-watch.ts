/**
 * Command line: `gradus check --watch`. One vitest instance is kept; whenever a notebook is saved, the
 * exercises whose code changed are checked again, and what is newer always wins.
 */
import { unwatchFile, watchFile } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { CheckDisplay, nameOf, type ResultText, resultText } from "./check-display.js";
import { keepProgress } from "./check-keep.js";
import { answersOf, type SheetAnswers, type SheetPlan } from "./check-plan.js";
import { CheckRunner } from "./check-runner.js";
import { type Checked, standingOf, summaryOf } from "./check-summary.js";
import type { CheckTask } from "./check-task.js";
import { TypeNotes } from "./check-types.js";
import { CommandError } from "./command-error.js";
import { shown } from "./notebook-files.js";
import { onStop } from "./stop-keys.js";

/** How often the files are looked at: this sees renames, network drives and new folders alike. */
const LOOK_EVERY = 200;
/** A file that is half-written is read again this many times, this many milliseconds apart. */
const TRIES = 5;
const TRY_AFTER = 200;

/**
 * Checks everything once, then what changes, until the reader ends it.
 *
 * @returns the exit code: 0, since ending a watch is no failure
 */
export async function watchNotebooks(
  plans: readonly SheetPlan[],
  withHidden: boolean,
): Promise<number> {
  await new Watch(plans, withHidden).run();
  return 0;
}

class Watch {
  readonly #plans: readonly SheetPlan[];
  readonly #withHidden: boolean;
  readonly #sheets = new Map<string, SheetAnswers>();
  readonly #types = new Map<string, TypeNotes>();
  /** The last result of each exercise. */
  readonly #results = new Map<string, Checked>();
  /** What has to be checked, the newest of each exercise. */
  readonly #pending = new Map<string, CheckTask>();
  /** What is pending, running or checked, to tell what changed. */
  readonly #known = new Map<string, string>();
  #runner: CheckRunner | undefined;
  #isChecking = false;
  #isStopped = false;
  #wake: () => void = () => undefined;

  constructor(plans: readonly SheetPlan[], withHidden: boolean) {
    this.#plans = plans;
    this.#withHidden = withHidden;
  }

  /** Lets the exercise that runs come to its end, then ends the watch. */
  #stop(): void {
    this.#isStopped = true;
    if (this.#isChecking) console.log("\nThe watch ends after the exercise that runs now.");
    this.#wake();
    this.#cancel();
  }

  async run(): Promise<void> {
    // Looked at from before the first reading, so that no save is missed.
    for (const plan of this.#plans) {
      watchFile(plan.path, { interval: LOOK_EVERY }, () => void this.#saved(plan));
    }
    let release = (): void => undefined;
    try {
      for (const plan of this.#plans) await this.#read(plan);
      this.#runner = await CheckRunner.start(Math.max(3, this.#pending.size));
      release = onStop(() => this.#stop());
      let isFirst = true;
      while (!this.#isStopped) {
        if (this.#pending.size > 0) await this.#checkPending(isFirst);
        if (isFirst && !this.#isStopped) {
          console.log("Watching. Save a notebook to check it again; q ends.");
        }
        isFirst = false;
        await this.#change();
      }
    } finally {
      for (const { path } of this.#plans) unwatchFile(path);
      await this.#runner?.close();
      release();
    }
    console.log("The watch has ended.");
  }

  /** Waits until there is something to do. */
  async #change(): Promise<void> {
    if (this.#pending.size > 0 || this.#isStopped) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  async #saved(plan: SheetPlan): Promise<void> {
    const changed = await this.#read(plan);
    if (this.#isStopped || changed === null) return;
    if (changed === 0) console.log(`${shown(plan.path)} was saved; no answer changed.`);
    // What runs may be out of date; what is cut off comes back with the rest.
    else this.#cancel();
    this.#wake();
  }

  #cancel(): void {
    this.#runner?.cancel().catch((error: unknown) => console.error(String(error)));
  }

  /**
   * Reads a notebook, again if somebody is writing it, and notes what has to be checked.
   *
   * @returns how many exercises changed, or `null` if it cannot be read
   */
  async #read(plan: SheetPlan): Promise<number | null> {
    let sheet = answersOf(plan, this.#withHidden);
    for (let tried = 1; sheet.problem !== undefined && tried < TRIES; tried++) {
      await pause(TRY_AFTER);
      sheet = answersOf(plan, this.#withHidden);
    }
    const before = this.#sheets.get(plan.path);
    if (sheet.problem !== undefined) {
      const { message } = sheet.problem;
      if (before?.problem?.message === message) return null;
      console.log(`${message} Its last results stand until it is saved again.`);
      this.#sheets.set(plan.path, { ...sheet, tasks: before?.tasks ?? [] });
      return null;
    }
    this.#sheets.set(plan.path, sheet);
    this.#types.set(plan.path, new TypeNotes(sheet.notebook));
    const changed = sheet.tasks.filter((task) => this.#known.get(task.key) !== codeOf(task));
    for (const task of changed) {
      this.#known.set(task.key, codeOf(task));
      this.#pending.set(task.key, task);
    }
    return changed.length;
  }

  async #checkPending(isFirst: boolean): Promise<void> {
    const tasks = this.#inOrder([...this.#pending.values()]);
    this.#pending.clear();
    if (!isFirst) console.log(`\n${new Date().toLocaleTimeString()}: ${namesOf(tasks)}`);
    const before = new Map(this.#results);
    const checked: Checked[] = [];
    const display = new CheckDisplay(tasks, (one) => this.#textOf(one, before, isFirst));
    this.#isChecking = true;
    try {
      const listener = display.listener((one) => {
        this.#results.set(one.task.key, one);
        checked.push(one);
      });
      const left = await this.#runner?.run(tasks, listener);
      for (const task of left ?? []) {
        if (!this.#pending.has(task.key)) this.#pending.set(task.key, task);
      }
    } catch (error) {
      // The engine may do better after the next save; a watch does not end by itself.
      if (!(error instanceof CommandError)) throw error;
      if (!this.#isStopped) console.error(error.message);
    } finally {
      this.#isChecking = false;
      display.end();
      keepProgress(checked);
    }
    if (this.#isStopped || this.#pending.size > 0) return;
    const sheets = this.#plans.flatMap(({ path }) => this.#sheets.get(path) ?? []);
    console.log(`\n${summaryOf(isFirst ? sheets : [], this.#current(), this.#withHidden)}`);
  }

  #textOf(one: Checked, before: ReadonlyMap<string, Checked>, isFirst: boolean): ResultText {
    const { task } = one;
    const notes = this.#types.get(task.notebook)?.of(one) ?? [];
    if (isFirst) return resultText(one, notes, this.#known.size === 1);
    const earlier = before.get(task.key);
    const { text, isBlock } = resultText(one, notes, false);
    return { text: `${text}\n  ${changeText(one, earlier)}`, isBlock };
  }

  /** The results of the answers that the notebooks hold now. */
  #current(): Checked[] {
    const tasks = [...this.#sheets.values()].flatMap((sheet) => sheet.tasks);
    return tasks.flatMap(({ key }) => this.#results.get(key) ?? []);
  }

  #inOrder(tasks: readonly CheckTask[]): CheckTask[] {
    const order = this.#plans.flatMap(({ path }) => this.#sheets.get(path)?.tasks ?? []);
    const place = new Map(order.map(({ key }, index) => [key, index]));
    return [...tasks].sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  }
}

/** All of a task that its result depends on. */
function codeOf({ code, absent }: CheckTask): string {
  return JSON.stringify([code, absent]);
}

function namesOf(tasks: readonly CheckTask[]): string {
  const [first, second] = tasks.map(nameOf);
  if (tasks.length <= 2) return `checking ${[first, second].filter(Boolean).join(" and ")}`;
  return `checking ${tasks.length} exercises whose code changed`;
}

/** What a save did to an exercise. */
function changeText({ result }: Checked, before: Checked | undefined): string {
  const now = standingOf(result);
  const was = before === undefined ? undefined : standingOf(before.result);
  const gained = before === undefined ? 0 : result.points - before.result.points;
  if (now === "complete") return was === "complete" ? "Still complete." : "Newly complete.";
  if (was === "complete") return "No longer complete: it was before this save.";
  if (gained > 0) return `Better: ${gained} ${gained === 1 ? "point" : "points"} more.`;
  if (gained < 0) return `Worse: ${-gained} ${gained === -1 ? "point" : "points"} fewer.`;
  if (was === now) return now === "wrong" ? "Still failing." : "Still not implemented.";
  if (now === "wrong") return "Now failing.";
  return was === undefined ? "Not implemented yet." : "No longer implemented.";
}
