/** Chapter 1, exercises: from one input to a deep network, in the order of the notebook. */
import type { Exercise } from "../grading/exercise.js";
import { decisionLineExercise } from "./perceptron/decision-line.js";
import { deepForwardExercise } from "./perceptron/deep-forward.js";
import { denseLayerExercise } from "./perceptron/dense-layer.js";
import { graphFormExercise } from "./perceptron/graph-form.js";
import { oneInputExercise } from "./perceptron/one-input.js";
import { perceptronExercise } from "./perceptron/perceptron.js";
import { reluExercise } from "./perceptron/relu.js";
import { shapesExercise } from "./perceptron/shapes.js";
import { sickLayersExercise } from "./perceptron/sick-layers.js";
import { sigmoidExercise } from "./perceptron/sigmoid.js";
import { softmaxExercise } from "./perceptron/softmax.js";
import { tanhExercise } from "./perceptron/tanh.js";
import { weightedSumExercise } from "./perceptron/weighted-sum.js";
import { xorExercise } from "./perceptron/xor.js";

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
  softmaxExercise,
  deepForwardExercise,
  xorExercise,
  shapesExercise,
  graphFormExercise,
  sickLayersExercise,
];
