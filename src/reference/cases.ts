/** The reference: every function that is compared with TensorFlow.js, in one table. */
import { ACTIVATIONS } from "./cases/activations.js";
import { ARITHMETIC } from "./cases/arithmetic.js";
import { DENSE_LAYER } from "./cases/dense-layer.js";
import { ELEMENTARY } from "./cases/elementary.js";
import { GRADIENTS } from "./cases/gradients.js";
import { LINEAR_ALGEBRA } from "./cases/linear-algebra.js";
import { LOSSES } from "./cases/losses.js";
import { MULTIPLICATIVE } from "./cases/multiplicative.js";
import { NETWORKS } from "./cases/networks.js";
import { NORMALIZATION } from "./cases/normalization.js";
import { OPTIMIZERS } from "./cases/optimizers.js";
import { PERCEPTRON } from "./cases/perceptron.js";
import { REGULARIZATION } from "./cases/regularization.js";
import { SOFTMAX } from "./cases/softmax.js";
import { STANDARDIZATION } from "./cases/standardization.js";
import { TENSORS } from "./cases/tensors.js";
import { TRAINING } from "./cases/training.js";
import type { ComparedFunction } from "./compared-function.js";

/** The table, in the order of the report. */
export const COMPARED_FUNCTIONS: readonly ComparedFunction[] = [
  ...ELEMENTARY,
  ...ARITHMETIC,
  ...LINEAR_ALGEBRA,
  ...TENSORS,
  ...ACTIVATIONS,
  ...PERCEPTRON,
  ...DENSE_LAYER,
  ...NETWORKS,
  ...SOFTMAX,
  ...LOSSES,
  ...GRADIENTS,
  ...TRAINING,
  ...OPTIMIZERS,
  ...REGULARIZATION,
  ...STANDARDIZATION,
  ...NORMALIZATION,
  ...MULTIPLICATIVE,
];

/** @throws Error if the table has no such row; it names those that come near */
export function comparedFunction(name: string): ComparedFunction {
  const row = COMPARED_FUNCTIONS.find((candidate) => candidate.name === name);
  if (row !== undefined) return row;
  const names = COMPARED_FUNCTIONS.map((candidate) => candidate.name);
  const near = names.filter((candidate) => candidate.includes(name.slice(0, 4)));
  const list = (near.length > 0 ? near : names).join("; ");
  throw new Error(`No function named "${name}" is compared. There are: ${list}.`);
}
