/** Notebook: `own` lets a later exercise build on an earlier one, solved or not. */
import { EXERCISES } from "../checks/index.js";
import { type AnswerFunction, type ExerciseKind, findExercise } from "../grading/exercise.js";
import { runChecks } from "../grading/run-checks.js";
import type { ExerciseResult } from "../grading/verdict.js";
import { CHECK_LIMIT } from "./check-limit.js";
import { display } from "./display.js";
import { lent, whileChecking } from "./lend.js";

/** Functions by name, as they are handed to `check`. */
type Functions = Readonly<Record<string, AnswerFunction>>;

/** The functions to build on, and the sentence that says whose they are. */
export interface Chosen<F extends Functions> {
  readonly functions: F;
  readonly message: string;
}

/**
 * Your own functions of an earlier exercise if they pass its checks, else the course's; a line below
 * the cell says which. So one slip costs you one exercise and not all that come after it.
 *
 * @param id - the earlier exercise, as in `perceptron/relu`
 * @param answers - your functions by name, as in `{ relu, reluDerivative }`
 * @returns functions of the same names
 */
export function own<F extends Functions>(id: string, answers: F): F {
  const { functions, message } = chosenFunctions(id, answers);
  display({ "text/markdown": message, "text/plain": message });
  return functions;
}

/** What {@link own} returns and says. */
export function chosenFunctions<F extends Functions>(id: string, answers: F): Chosen<F> {
  const found = findExercise(EXERCISES, id);
  if (found.kind === "unknown") return { functions: answers, message: found.message };
  const { exercise } = found;
  const names = Object.keys(answers).join(" and ");
  const which = `exercise ${exercise.number}`;
  const strange = Object.keys(answers).filter((name) => !Object.hasOwn(exercise.reference, name));
  if (strange.length > 0) {
    const asked = Object.keys(exercise.reference).join(", ");
    const message = `Exercise ${exercise.number} does not ask for ${strange.join(", ")}; it asks for ${asked}. Yours are used as they are.`;
    return { functions: answers, message };
  }
  const run = (): ExerciseResult => runChecks(exercise, answers, { timeLimit: CHECK_LIMIT });
  const { checks } = whileChecking(id, run);
  // Functions that were not handed over must not speak against those that were.
  const judged = checks.filter(({ verdict }) => verdict.kind !== "missing");
  if (judged.length > 0 && judged.every(({ verdict }) => verdict.kind === "pass")) {
    return { functions: answers, message: `Building on your own ${names} (${which}).` };
  }
  if (ANSWERS_ARE_FACTS.includes(exercise.kind)) {
    const message = `Your ${names} as they are: ${which} asks for a judgement, and the course does not lend its own.`;
    return { functions: answers, message };
  }
  const picked = Object.keys(answers).flatMap((name) => {
    const answer = exercise.reference[name];
    return answer === undefined ? [] : [[name, lent(id, name, answer)]];
  });
  const message = `Building on the course's ${names}: yours does not pass ${which} yet.`;
  return { functions: Object.fromEntries(picked) as F, message };
}

/** To lend these would be to tell. */
const ANSWERS_ARE_FACTS: readonly ExerciseKind[] = ["predict", "diagnose"];
