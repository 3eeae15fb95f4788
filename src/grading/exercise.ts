/** Grading: what an exercise consists of, and how one is found by its id. */
import { editDistance } from "../common/edit-distance.js";
import type { Answers } from "./answers.js";
import type { Pictures } from "./picture.js";
import type { Verdict } from "./verdict.js";

/** Name of what stands for a hidden check in a copy that does not hold it. */
export const KEPT_BACK: string = "kept back";

/** Any function of the learner; `never` lets functions with typed parameters stand here. */
export type AnswerFunction = (...args: never[]) => unknown;

/** Functions by the names under which the learner declares them. */
export type AnswerSet = Readonly<Record<string, AnswerFunction>>;

/** One question put to the learner's functions. Synchronous, and independent of its siblings. */
export interface Check {
  /** What holds when the check passes, as a short sentence. */
  readonly name: string;
  readonly points: number;
  /** Kept back from the learner: run when the work is graded. */
  readonly hidden?: true;
  run(answers: Answers): Verdict;
}

/** What an exercise asks the learner to do. */
export type ExerciseKind =
  | "implement"
  | "derive"
  | "find the bug"
  | "predict"
  | "tune"
  | "diagnose"
  | "project";

/** A typical slip: the functions it produces, and the idea behind it. */
export interface WrongAnswer {
  /** One sentence that names the slip without giving the answer. */
  readonly misconception: string;
  /** Number of the equation that it breaks, such as "1.3". */
  readonly equation: string;
  /** Only the functions that the slip makes wrong; the others are taken from the reference. */
  readonly answers: AnswerSet;
}

/** An exercise with all that the runners need: notebook, command line, tests and grader. */
export interface Exercise {
  /** Chapter and concept, as in `perceptron/weighted-sum`. */
  readonly id: string;
  /** Number in the course, as in "1.2". */
  readonly number: string;
  readonly title: string;
  readonly kind: ExerciseKind;
  /** Syllabus items that it practises. */
  readonly syllabus: readonly string[];
  /** Equations that it practises. */
  readonly equations: readonly string[];
  /** Right answers from the library: they say what the learner's functions are compared with. */
  readonly reference: AnswerSet;
  /** A nudge; the equation with its shapes; annotated partial code. */
  readonly hints: readonly [string, string, string];
  /** Shown with the reference answer once the learner has passed: why it is so, in a few sentences. */
  readonly why: string;
  readonly checks: readonly Check[];
  /** Where a picture says more than numbers: one a function, shown when a visible check of it fails. */
  readonly pictures?: Pictures;
  readonly wrongAnswers: readonly WrongAnswer[];
  /** Right answers that are written differently; all of them must pass. */
  readonly rightAnswers: readonly AnswerSet[];
  /**
   * Slips that `gradus verify` puts into the solution and that leave it right, by their names, each
   * with the reason.
   */
  readonly equivalentMutants?: Readonly<Record<string, string>>;
}

/** What an exercise is worth: the checks that learners see, and those that are kept back. */
export interface Points {
  readonly visible: number;
  readonly hidden: number;
}

/** The points of an exercise, or of several together. */
export function pointsOf(...exercises: readonly Pick<Exercise, "checks">[]): Points {
  const checks = exercises.flatMap((exercise) => exercise.checks);
  const sum = (isHidden: boolean): number =>
    checks
      .filter(({ hidden = false }) => hidden === isHidden)
      .reduce((total, { points }) => total + points, 0);
  return { visible: sum(false), hidden: sum(true) };
}

/** Names of the functions that the learner declares. */
export function answerNames(exercise: Exercise): string[] {
  return Object.keys(exercise.reference);
}

/** The exercise, or a sentence with the ids that are near, or else with the chapters. */
export type Found =
  | { readonly kind: "found"; readonly exercise: Exercise }
  | { readonly kind: "unknown"; readonly message: string };

/** Looks an exercise up by its id. */
export function findExercise(exercises: readonly Exercise[], id: unknown): Found {
  const exercise = exercises.find((candidate) => candidate.id === id);
  if (exercise !== undefined) return { kind: "found", exercise };
  const asked = String(id);
  const scored = exercises
    .map((candidate) => ({ id: candidate.id, distance: idDistance(asked, candidate.id) }))
    .sort((a, b) => a.distance - b.distance);
  const slips = Math.ceil(conceptOf(asked).length / 4);
  const least = scored[0]?.distance ?? 0;
  const near = scored
    .filter(({ distance }) => distance <= Math.min(slips, least + 1))
    .slice(0, 3)
    .map((candidate) => `"${candidate.id}"`);
  const help = near.length > 0 ? `Did you mean ${near.join(", ")}?` : overview(exercises);
  return { kind: "unknown", message: `There is no exercise "${asked}". ${help}` };
}

/** Edit distance, where leaving the chapter away costs nothing, and another chapter one slip. */
function idDistance(asked: string, id: string): number {
  const concept = conceptOf(id);
  const text = asked.toLowerCase().replaceAll(/[\s_]+/g, "-");
  return Math.min(
    editDistance(text, id),
    editDistance(text, concept),
    1 + editDistance(conceptOf(text), concept),
  );
}

/** An id without its chapter. */
function conceptOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** Where the ids are to be found. */
function overview(exercises: readonly Exercise[]): string {
  const chapters = [...new Set(exercises.map(({ id }) => id.slice(0, id.indexOf("/"))))];
  const list = `${chapters.slice(0, -1).join(", ")} and ${chapters.at(-1)}`;
  return `The chapters are ${list}; progress() in a notebook, or npx gradus progress in a terminal, lists their exercises.`;
}
