/** Chapter 5, exercises: regularization and practice, in the order of the notebook. */
import type { Exercise } from "../grading/exercise.js";
import { augmentationExercise } from "./regularization/augmentation.js";
import { batchNormalizationExercise } from "./regularization/batch-normalization.js";
import { beatTheBaselineExercise } from "./regularization/beat-the-baseline.js";
import { clinicExercise } from "./regularization/clinic.js";
import { confusionExercise } from "./regularization/confusion.js";
import { dropoutExercise } from "./regularization/dropout.js";
import { earlyStoppingExercise } from "./regularization/early-stopping.js";
import { fiveSamplesExercise } from "./regularization/five-samples.js";
import { penaltiesExercise } from "./regularization/penalties.js";
import { plainGuessesExercise } from "./regularization/plain-guesses.js";
import { sickProtocolsExercise } from "./regularization/sick-protocols.js";
import { splitExercise } from "./regularization/split.js";
import { weightDecayExercise } from "./regularization/weight-decay.js";

/** The exercises of `exercises/05-regularization.ipynb`. */
export const REGULARIZATION: readonly Exercise[] = [
  splitExercise,
  penaltiesExercise,
  weightDecayExercise,
  dropoutExercise,
  earlyStoppingExercise,
  augmentationExercise,
  batchNormalizationExercise,
  confusionExercise,
  fiveSamplesExercise,
  clinicExercise,
  beatTheBaselineExercise,
  sickProtocolsExercise,
  plainGuessesExercise,
];
