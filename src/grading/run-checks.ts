/** Grading: runs the checks of an exercise, each on its own, and adds up the points. */
import type { Figure } from "../figures/figure.js";
import { Answers, CheckStopped, errorParts } from "./answers.js";
import { findCauses } from "./diagnose.js";
import { drawPictures, type RanCheck } from "./draw-pictures.js";
import type { Check, Exercise } from "./exercise.js";
import type { CheckResult, ExerciseResult, Verdict } from "./verdict.js";
import { withinLimit } from "./within-limit.js";

/** The seed of the visible checks: the same inputs for everyone, every time. */
export const VISIBLE_SEED = 2026;

/** Which checks run, and on which inputs. */
export interface RunOptions {
  /** Where the generated inputs start; {@link VISIBLE_SEED} if absent. */
  readonly seed?: number;
  /** Whether the checks that are kept back from the learner run as well; not if absent. */
  readonly withHidden?: boolean;
  /** Whether failed checks come with pictures; not if absent, since drawing them takes time. */
  readonly withPictures?: boolean;
  /**
   * Longest time of one check, in milliseconds, where the answers run in this process and nothing
   * else would stop them; none if absent.
   */
  readonly timeLimit?: number;
}

/**
 * Runs the checks of an exercise; a check that fails or throws never stops the others.
 *
 * @param exercise - what is asked
 * @param given - the learner's functions (or whatever they put there) by name
 */
export function runChecks(
  exercise: Exercise,
  given: Readonly<Record<string, unknown>>,
  { seed = VISIBLE_SEED, withHidden = false, withPictures = false, timeLimit }: RunOptions = {},
): ExerciseResult {
  const asked = exercise.checks.filter(({ hidden }) => withHidden || hidden !== true);
  const ran: RanCheck[] = [];
  for (const check of asked) {
    const late = ran.find(({ verdict }) => verdict.kind === "timeout");
    const answers = new Answers(given, seed);
    ran.push(
      timeLimit === undefined || late === undefined
        ? runOne(check, answers, timeLimit)
        : { check, verdict: notRun(late.verdict), calls: [] },
    );
  }
  const causes = findCauses(
    exercise,
    ran.flatMap(({ calls }) => calls),
  );
  const pictures = withPictures
    ? drawPictures(exercise, given, seed, ran)
    : new Map<Check, Figure>();
  const checks = ran.map((one) => resultOf(one, causes, pictures.get(one.check)));
  return {
    id: exercise.id,
    number: exercise.number,
    title: exercise.title,
    checks,
    keptBack: exercise.checks.length - asked.length,
    points: checks.reduce((sum, { points }) => sum + points, 0),
    possible: checks.reduce((sum, { possible }) => sum + possible, 0),
  };
}

/** What is said of a check after one that was stopped: it would only be waited for again. */
function notRun(late: Verdict): Verdict {
  const message = "message" in late ? late.message : "";
  return { kind: "timeout", message: `Not run, because a check before it was stopped. ${message}` };
}

function runOne(check: Check, answers: Answers, timeLimit: number | undefined): RanCheck {
  const verdict = ((): Verdict => {
    try {
      if (timeLimit === undefined) return shortened(check.run(answers));
      const run = withinLimit(timeLimit, () => check.run(answers));
      if (run.kind === "threw") throw run.error;
      if (run.kind === "value") return shortened(run.value);
      const where = answers.lastCall === "" ? "" : ` in ${answers.lastCall}`;
      const message = `Stopped after ${timeLimit / 1000} s${where}. Look for a loop that never ends.`;
      return { kind: "timeout", message };
    } catch (thrown) {
      if (thrown instanceof CheckStopped) return thrown.verdict;
      const { name, message } = errorParts(thrown);
      const text = `internal: the check itself failed, which is a mistake of the course, not yours (${name}: ${message}).`;
      return { kind: "error", message: text };
    }
  })();
  return { check, verdict, calls: answers.calls };
}

/** A check that quotes what it was given quotes at most this much. */
const LONGEST_MESSAGE = 1200;

function shortened(verdict: Verdict): Verdict {
  if (verdict.kind === "pass" || verdict.message.length <= LONGEST_MESSAGE) return verdict;
  return { ...verdict, message: `${verdict.message.slice(0, LONGEST_MESSAGE)}…` };
}

function resultOf(
  { check, verdict, calls }: RanCheck,
  causes: ReadonlyMap<string, string>,
  picture: Figure | undefined,
): CheckResult {
  const passed = verdict.kind === "pass";
  const called = new Set(calls.map(({ answer }) => answer));
  const cause = [...causes].filter(([answer]) => called.has(answer)).map(([, text]) => text);
  const explained: Verdict =
    verdict.kind === "fail" && cause.length > 0
      ? { ...verdict, cause: [...new Set(cause)].join(" ") }
      : verdict;
  return {
    check: check.name,
    verdict: explained,
    points: passed ? check.points : 0,
    possible: check.points,
    ...(picture === undefined ? {} : { picture }),
  };
}
