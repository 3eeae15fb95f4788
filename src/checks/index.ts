/** Checks: the register of all exercises, by the notebook that holds them. */
import type { Exercise } from "../grading/exercise.js";
import { PERCEPTRON } from "./01-perceptron.js";
import { LOSS } from "./02-loss.js";
import { CHAIN_RULE } from "./03-chain-rule.js";
import { DESCENT } from "./04-gradient-descent.js";
import { REGULARIZATION } from "./05-regularization.js";

/** A notebook of exercises: its file name, the same in solutions/ and exercises/. */
export interface ExerciseSheet {
  readonly notebook: string;
  readonly exercises: readonly Exercise[];
}

/** Every notebook of the course that has exercises. */
export const SHEETS: readonly ExerciseSheet[] = [
  { notebook: "01-perceptron.ipynb", exercises: PERCEPTRON },
  { notebook: "02-loss.ipynb", exercises: LOSS },
  { notebook: "03-chain-rule.ipynb", exercises: CHAIN_RULE },
  { notebook: "04-gradient-descent.ipynb", exercises: DESCENT },
  { notebook: "05-regularization.ipynb", exercises: REGULARIZATION },
];

/** Every exercise of the course. */
export const EXERCISES: readonly Exercise[] = SHEETS.flatMap(({ exercises }) => exercises);
