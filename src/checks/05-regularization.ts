/** Chapter 5, exercises: regularization and practice, in the order of the notebook. */
import type { Exercise } from "../grading/exercise.js";
import { clinicExercise } from "./regularization/clinic.js";

/** The exercises of `exercises/05-regularization.ipynb`. */
export const REGULARIZATION: readonly Exercise[] = [clinicExercise];
