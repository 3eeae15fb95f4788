/** Chapter 4, exercises: from one step to a network trained from nothing, in the order of the notebook. */
import type { Exercise } from "../grading/exercise.js";
import { adamExercise } from "./descent/adam.js";
import { countsExercise } from "./descent/counts.js";
import { initializationExercise } from "./descent/initialization.js";
import { largestRateExercise } from "./descent/largest-rate.js";
import { miniBatchExercise } from "./descent/mini-batch.js";
import { momentumExercise } from "./descent/momentum.js";
import { oneStepExercise } from "./descent/one-step.js";
import { ownRateExercise } from "./descent/own-rate.js";
import { scheduleExercise } from "./descent/schedule.js";
import { shuffledBatchesExercise } from "./descent/shuffled-batches.js";
import { standardizeExercise } from "./descent/standardize.js";
import { untilFlatExercise } from "./descent/until-flat.js";
import { xorFromNothingExercise } from "./descent/xor.js";

/** The exercises of `exercises/04-gradient-descent.ipynb`. */
export const DESCENT: readonly Exercise[] = [
  oneStepExercise,
  untilFlatExercise,
  largestRateExercise,
  miniBatchExercise,
  shuffledBatchesExercise,
  momentumExercise,
  ownRateExercise,
  adamExercise,
  initializationExercise,
  standardizeExercise,
  scheduleExercise,
  xorFromNothingExercise,
  countsExercise,
];
