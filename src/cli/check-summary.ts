/** Command line: what `gradus check` found in all, as a table, as a sentence and as data. */
import { EXERCISES } from "../checks/index.js";
import { writeWhole } from "../common/write-whole.js";
import type { ExerciseResult } from "../grading/verdict.js";
import { tableBundle } from "../kernel/html-table.js";
import { isOwn, type SheetAnswers } from "./check-plan.js";
import type { CheckedAnswer, CheckTask } from "./check-task.js";
import { shown } from "./notebook-files.js";

/**
 * How an exercise stands. One that is begun and not wrong anywhere is still not implemented; one whose
 * functions the notebook does not declare is missing.
 */
export type Standing = "complete" | "wrong" | "not implemented" | "missing";

/** A task with what came of it. */
export interface Checked extends CheckedAnswer {
  readonly task: CheckTask;
}

/** Where the verdicts were made; written into every summary. */
const ISOLATION = "local (own process, time and memory limits)";

/** How an exercise stands, by its checks that ran. */
export function standingOf({ checks }: ExerciseResult): Standing {
  const short = checks.filter(({ verdict }) => verdict.kind !== "pass");
  if (short.length === 0) return "complete";
  const isMissing = checks.every(({ verdict }) => verdict.kind === "missing");
  if (isMissing) return "missing";
  const isOpen = short.every(({ verdict }) => verdict.kind === "not-implemented");
  return isOpen ? "not implemented" : "wrong";
}

/** Whether not a single check passed, and all say that nothing is there yet. */
export function isUntouched(result: ExerciseResult): boolean {
  return standingOf(result) === "not implemented" && result.points === 0;
}

/** Sums over some results. */
interface Totals {
  readonly exercises: number;
  readonly complete: number;
  readonly wrong: number;
  readonly open: number;
  readonly missing: number;
  readonly points: number;
  readonly possible: number;
  readonly keptBack: number;
}

function totalsOf(all: readonly Checked[]): Totals {
  const count = (standing: Standing): number =>
    all.filter(({ result }) => standingOf(result) === standing).length;
  const sum = (pick: (result: ExerciseResult) => number): number =>
    all.reduce((total, { result }) => total + pick(result), 0);
  return {
    exercises: all.length,
    complete: count("complete"),
    wrong: count("wrong"),
    open: count("not implemented"),
    missing: count("missing"),
    points: sum(({ points }) => points),
    possible: sum(({ possible }) => possible),
    keptBack: sum(({ keptBack }) => keptBack),
  };
}

/**
 * The exit code: 0 if everything is complete, or open where that is allowed. What is missing counts as
 * open in the learner's own notebooks alone: what is handed in lies elsewhere, and lacks nothing.
 */
export function exitCodeOf(
  sheets: readonly SheetAnswers[],
  checked: readonly Checked[],
  allowOpen: boolean,
): number {
  const { wrong, open, missing } = totalsOf(checked);
  const isHeldAgainst = checked.some(
    ({ task, result }) => standingOf(result) === "missing" && !isOwn(task.notebook),
  );
  const isUnread = sheets.some(({ problem }) => problem !== undefined);
  if (wrong > 0 || isUnread || isHeldAgainst) return 1;
  return open + missing > 0 && !allowOpen ? 1 : 0;
}

/** A row a chapter if there are several, then all together in words that claim no more than what ran. */
export function summaryOf(
  sheets: readonly SheetAnswers[],
  checked: readonly Checked[],
  withHidden: boolean,
): string {
  const rows = sheets
    .map(({ chapter, path }) => ({
      chapter,
      totals: totalsOf(checked.filter(({ task }) => task.notebook === path)),
    }))
    .filter(({ totals }) => totals.exercises > 0);
  const table = rows.length < 2 ? [] : [tableOf(rows), ""];
  const unread = sheets.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  const missing = unread.reduce((sum, { unchecked }) => sum + unchecked, 0);
  const notRead =
    missing === 0 ? [] : [`${missing} exercises were not checked: ${unreadText(unread.length)}.`];
  return [...table, ...notRead, sentence(totalsOf(checked), withHidden)].join("\n");
}

function unreadText(count: number): string {
  return count === 1 ? "their notebook could not be used" : "their notebooks could not be used";
}

const COLUMNS = ["chapter", "complete", "wrong", "not implemented", "missing", "points"];

function tableOf(rows: readonly { chapter: string; totals: Totals }[]): string {
  const table = tableBundle({
    columns: COLUMNS,
    rows: rows.map(
      ({ chapter, totals: { complete, exercises, wrong, open, missing, points, possible } }) => [
        chapter,
        `${complete} of ${exercises}`,
        String(wrong),
        String(open),
        String(missing),
        `${points} of ${possible}`,
      ],
    ),
    isNumeric: COLUMNS.map((_, column) => column > 0),
  });
  return String(table["text/plain"]);
}

function sentence(totals: Totals, withHidden: boolean): string {
  const { exercises, complete, wrong, open, missing, points, possible, keptBack } = totals;
  const parts = [
    `${complete} of ${exercises} ${exercises === 1 ? "exercise" : "exercises"} complete`,
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(open > 0 ? [`${open} not implemented yet`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
  ];
  const what = withHidden ? "All checks that are here" : "Visible checks";
  const rest =
    keptBack === 0
      ? ""
      : ` ${keptBack} more ${keptBack === 1 ? "check runs" : "checks run"} when the work is graded.`;
  return `${what}: ${parts.join(", ")}; ${points} of ${possible} points.${rest} Isolation: ${ISOLATION}.`;
}

/**
 * Writes the results for programs, whole or not at all:
 *
 * - `schema`: "gradus/check/v1";
 * - `isolation`: where the verdicts were made; `hidden`: whether kept-back checks ran;
 * - `totals`: `exercises`, `complete`, `wrong`, `notImplemented`, `missing`, `points`, `possible`,
 *   `keptBack`;
 * - `unread`: notebooks that could not be used, each `notebook`, `message`, `unchecked`;
 * - `exercises`: each `id`, `number`, `title`, `notebook`, `standing` ("complete", "wrong", "not
 *   implemented" or "missing"), `points`, `possible`, `keptBack`, `milliseconds`, `notes`, and `checks`: each
 *   `check`, `verdict` ("pass", "fail", "error", "timeout", "missing" or "not-implemented"),
 *   `points`, `possible`, and for what did not pass `message` and perhaps `cause`.
 */
export function writeJson(
  file: string,
  sheets: readonly SheetAnswers[],
  checked: readonly Checked[],
  withHidden: boolean,
): void {
  const { open, ...totals } = totalsOf(checked);
  const order = EXERCISES.map(({ id }) => id);
  const data = {
    schema: "gradus/check/v1",
    isolation: ISOLATION,
    hidden: withHidden,
    totals: { ...totals, notImplemented: open },
    unread: sheets.flatMap(({ path, problem }) =>
      problem === undefined ? [] : [{ notebook: shown(path), ...problem }],
    ),
    exercises: [...checked]
      .sort((a, b) => order.indexOf(a.result.id) - order.indexOf(b.result.id))
      .map(exerciseData),
  };
  writeWhole(file, `${JSON.stringify(data, null, 2)}\n`);
}

function exerciseData({ task, result, milliseconds }: Checked): object {
  const { id, number, title, points, possible, keptBack, checks } = result;
  return {
    id,
    number,
    title,
    notebook: shown(task.notebook),
    standing: standingOf(result),
    points,
    possible,
    keptBack,
    milliseconds,
    notes: task.notes,
    checks: checks.map(({ check, verdict, points: won, possible: of }) => {
      const { kind, ...words } = verdict;
      return { check, verdict: kind, points: won, possible: of, ...words };
    }),
  };
}
