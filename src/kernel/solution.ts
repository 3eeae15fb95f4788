/** Notebook: `solution` shows the course's answer and why it is so, once yours has passed. */
import { EXERCISES } from "../checks/index.js";
import { answerNames, type Exercise, findExercise } from "../grading/exercise.js";
import { type KeepOptions, knownProgress } from "../progress/keep.js";
import type { ExerciseProgress } from "../progress/record.js";
import { display } from "./display.js";
import { messageBundle } from "./message.js";
import type { MimeBundle } from "./mime-bundle.js";
import { hasPassed, lastTry } from "./session.js";
import { ownSolutionTexts, type SolutionTexts } from "./solution-texts.js";

/** Where the answers' texts and the learner's progress are. */
export interface SolutionOptions extends KeepOptions {
  readonly texts?: SolutionTexts;
}

/**
 * Shows the course's answer to an exercise and why it is so, once its visible checks have passed.
 * Before that it says what is missing. It never throws.
 *
 * @param id - the exercise, as in `perceptron/weighted-sum`
 */
export function solution(id: string): void {
  display(solutionBundle(id));
}

/** What {@link solution} shows. */
export function solutionBundle(
  id: string,
  { texts = ownSolutionTexts, ...options }: SolutionOptions = {},
): MimeBundle {
  const found = findExercise(EXERCISES, id);
  if (found.kind === "unknown") return messageBundle(found.message);
  const { exercise } = found;
  const known = knownProgress(options).record?.get(exercise.id);
  const isOpen = hasPassed(exercise.id) || (known?.passed ?? null) !== null;
  return isOpen ? answerBundle(exercise, texts(exercise.id)) : missingBundle(exercise, known);
}

function answerBundle({ number, title, why }: Exercise, code: string | null): MimeBundle {
  const head = `Exercise ${number}, ${title}: `;
  if (code === null) {
    const kept = "The solutions of this copy are kept by your teacher.";
    return {
      "text/markdown": `**${head}why it is so.** ${why}\n\n${kept}`,
      "text/plain": `${head}why it is so\n\n${why}\n\n${kept}`,
    };
  }
  const fence = fenceFor(code);
  const shown = `${fence}ts\n${code}\n${fence}`;
  return {
    "text/markdown": `**${head}one right answer.**\n\n${shown}\n\n**Why.** ${why}`,
    "text/plain": `${head}one right answer\n\n${code}\n\nWhy: ${why}`,
  };
}

/** Three backticks, or one more than the code has in a row. */
function fenceFor(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  return "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
}

function missingBundle(exercise: Exercise, known: ExerciseProgress | undefined): MimeBundle {
  const { id, number } = exercise;
  const names = answerNames(exercise).join(", ");
  const tried = lastTry(id) ?? (known !== undefined && known.tries > 0 ? known : undefined);
  const call = `check("${id}", { ${names} })`;
  const standing =
    tried === undefined
      ? `It has not been checked yet: run ${call}.`
      : `So far it has ${tried.points} of ${tried.possible} points: go on, and run ${call} again.`;
  return messageBundle(
    `The answer to exercise ${number} is shown once all of its visible checks have passed. ${standing} If you are stuck, hint("${id}") helps.`,
  );
}
