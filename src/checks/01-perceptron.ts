/** Chapter 1, exercises: from one input to a dense layer, in the order of the notebook. */
import type { Exercise } from "../grading/exercise.js";
import { decisionLineExercise } from "./perceptron/decision-line.js";
import { denseLayerExercise } from "./perceptron/dense-layer.js";
import { oneInputExercise } from "./perceptron/one-input.js";
import { perceptronExercise } from "./perceptron/perceptron.js";
import { reluExercise } from "./perceptron/relu.js";
import { sigmoidExercise } from "./perceptron/sigmoid.js";
import { tanhExercise } from "./perceptron/tanh.js";
import { weightedSumExercise } from "./perceptron/weighted-sum.js";

/** The exercises of `exercises/01-perceptron.ipynb`. */
export const PERCEPTRON: readonly Exercise[] = [
  oneInputExercise,
  weightedSumExercise,
  sigmoidExercise,
  reluExercise,
  tanhExercise,
  perceptronExercise,
  decisionLineExercise,
  denseLayerExercise,
];
