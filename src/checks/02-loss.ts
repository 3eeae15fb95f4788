/** Chapter 2, exercises: from the error of one sample to the surface of all weights. */
import type { Exercise } from "../grading/exercise.js";
import { binaryCrossEntropyExercise } from "./loss/binary-cross-entropy.js";
import { empiricalLossExercise } from "./loss/empirical-loss.js";
import { expectedLossExercise } from "./loss/expected-loss.js";
import { gridSearchExercise } from "./loss/grid-search.js";
import { likelihoodExercise } from "./loss/likelihood.js";
import { logSumExpExercise } from "./loss/log-sum-exp.js";
import { marginsExercise } from "./loss/margins.js";
import { sickLossesExercise } from "./loss/sick-losses.js";
import { softmaxCrossEntropyExercise } from "./loss/softmax-cross-entropy.js";
import { squaredErrorExercise } from "./loss/squared-error.js";
import { stableCrossEntropyExercise } from "./loss/stable-cross-entropy.js";

/** The exercises of `exercises/02-loss.ipynb`. */
export const LOSS: readonly Exercise[] = [
  squaredErrorExercise,
  empiricalLossExercise,
  binaryCrossEntropyExercise,
  likelihoodExercise,
  stableCrossEntropyExercise,
  logSumExpExercise,
  softmaxCrossEntropyExercise,
  sickLossesExercise,
  marginsExercise,
  gridSearchExercise,
  expectedLossExercise,
];
