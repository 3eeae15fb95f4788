/**
 * Grading: why an answer is wrong. The learner's outputs are compared with what each known wrong
 * answer gives on the same inputs, then with general numeric patterns.
 */
import { alike } from "./alike.js";
import { type Call, copied } from "./answers.js";
import type { AnswerFunction, Exercise, WrongAnswer } from "./exercise.js";
import { allFinite, numericPattern } from "./patterns.js";
import type { Tried } from "./tried.js";

/**
 * The cause of each wrong answer, by the name of the function; right functions are left out.
 *
 * @param exercise - knows the right and the typical wrong answers
 * @param calls - every call that any check made, with its outcome
 */
export function findCauses(exercise: Exercise, calls: readonly Call[]): Map<string, string> {
  const causes = new Map<string, string>();
  for (const [answer, reference] of Object.entries(exercise.reference)) {
    const own = calls.filter((call) => call.answer === answer);
    const tried = own.flatMap((call) => triedCall(call, reference));
    if (tried.length === 0 || tried.every(isRight)) continue;
    const cause = misconception(exercise, answer, tried) ?? numericPattern(tried);
    if (cause !== null) causes.set(answer, cause);
  }
  return causes;
}

/** A call that returned, beside the value that the reference gives for the same arguments. */
function triedCall(call: Call, reference: AnswerFunction): Tried[] {
  if (call.outcome.kind !== "value") return [];
  const want = outputOf(reference, call.args);
  if (want.kind === "threw") return [];
  return [{ args: call.args, got: call.outcome.value, want: want.value }];
}

function isRight({ got, want }: Tried): boolean {
  return alike(got, want);
}

/**
 * The first known wrong answer that gives the learner's output on every input tried; or else on every
 * input where the learner's output is a finite number, for a slip seldom comes alone.
 */
function misconception(exercise: Exercise, answer: string, tried: readonly Tried[]): string | null {
  const known = exercise.wrongAnswers.find((wrong) => explains(wrong, answer, tried));
  if (known !== undefined) return `${known.misconception} See Eq. (${known.equation}).`;
  const sound = tried.filter(({ got }) => allFinite(got));
  if (sound.length === tried.length || sound.length < 3 || sound.every(isRight)) return null;
  const half = exercise.wrongAnswers.find((wrong) => explains(wrong, answer, sound));
  return half === undefined
    ? null
    : `${half.misconception} See Eq. (${half.equation}). Where it gives no finite number, there is a second slip.`;
}

function explains(wrong: WrongAnswer, answer: string, tried: readonly Tried[]): boolean {
  const slip = wrong.answers[answer];
  if (slip === undefined) return false;
  return tried.every(({ args, got }) => {
    const output = outputOf(slip, args);
    return output.kind === "value" && alike(got, output.value);
  });
}

type Output = { readonly kind: "value"; readonly value: unknown } | { readonly kind: "threw" };

/** One of our own functions, called with arguments that may not suit it. */
function outputOf(own: AnswerFunction, args: readonly unknown[]): Output {
  try {
    return { kind: "value", value: own(...(copied(args) as never[])) };
  } catch {
    return { kind: "threw" };
  }
}
