/** Command line: which exercises an argument means: an id, or a chapter as in `loss`. */
import { EXERCISES } from "../checks/index.js";
import { type Exercise, findExercise } from "../grading/exercise.js";
import { CommandError } from "./command-error.js";

/**
 * The exercises that are named, in the order of the course; without names, all of them.
 *
 * @throws {@link CommandError} for a name that is neither an exercise nor a chapter
 */
export function exercisesNamed(names: readonly string[]): readonly Exercise[] {
  if (names.length === 0) return EXERCISES;
  const wanted = new Set(
    names.flatMap((name) => {
      const chapter = chapterExercises(name);
      return chapter.length > 0 ? chapter : [exerciseNamed(name)];
    }),
  );
  return EXERCISES.filter((exercise) => wanted.has(exercise));
}

/** The exercises of a chapter; none if there is no such chapter. */
export function chapterExercises(name: string): readonly Exercise[] {
  return EXERCISES.filter(({ id }) => id.startsWith(`${name}/`));
}

/**
 * The exercise with this id.
 *
 * @throws {@link CommandError} that names the ids that are near, or else the chapters
 */
export function exerciseNamed(id: string): Exercise {
  const found = findExercise(EXERCISES, id);
  if (found.kind === "unknown") throw new CommandError(found.message, 2);
  return found.exercise;
}
