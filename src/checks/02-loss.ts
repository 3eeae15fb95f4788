/** Chapter 2, exercises: from the error of one sample to the surface of all weights. */
import type { Exercise } from "../grading/exercise.js";
import { squaredErrorExercise } from "./loss/squared-error.js";

/** The exercises of `exercises/02-loss.ipynb`. */
export const LOSS: readonly Exercise[] = [squaredErrorExercise];
