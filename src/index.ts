/** The public API of gradus, as `import { … } from "gradus"` sees it. */

export { activationCurves } from "./figures/activation-curves.js";
export { decisionLine } from "./figures/decision-line.js";
// Figures
export type { Figure } from "./figures/figure.js";
export { hyperplaneMoves } from "./figures/hyperplane-moves.js";
export { linearStack } from "./figures/linear-stack.js";
export { oneInputUnit } from "./figures/one-input-unit.js";
export { perceptronDiagram } from "./figures/perceptron-diagram.js";
export { sigmoidAt } from "./figures/sigmoid-at.js";
export { twoClasses } from "./figures/two-classes.js";
export { NotImplemented } from "./grading/not-implemented.js";
// In a notebook: show a figure, check an answer, ask for a hint
export { check, hint } from "./kernel/check.js";
export { show } from "./kernel/show.js";
// Chapter 1: the perceptron
export { type Activation, linear, relu, sigmoid, tanh } from "./math/activations.js";
// Operations on numbers, tensors and dual numbers
export {
  abs,
  add,
  div,
  exp,
  log,
  maximum,
  mul,
  neg,
  sqrt,
  square,
  sub,
} from "./math/arithmetic.js";
// Derivatives checked: central differences and dual numbers
export { centralDifference, numericalGradient } from "./math/central-difference.js";
export { type Comparison, compare, explainMismatch, type Tolerance } from "./math/compare.js";
export { dense } from "./math/dense-layer.js";
export { Dual, derivativeByDual, dual, gradientByDual } from "./math/dual.js";
export { dot, matMul, transpose } from "./math/linear-algebra.js";
export { perceptron, weightedSum } from "./math/perceptron.js";
export { Random } from "./math/random.js";
export { mean, sum } from "./math/reductions.js";
// Notation: shapes, tensors, errors, comparison
export { type Shape, ShapeError } from "./math/shape.js";
export { classify, type Hyperplane, hyperplane, sign } from "./math/sign-classifier.js";
export { linspace, ones, Tensor, type TensorLike, tensor, zeros } from "./math/tensor.js";
export {
  DUAL_NUMBER,
  EXACT,
  FINITE_DIFFERENCE,
  FLOAT32,
  ROUNDING,
} from "./math/tolerances.js";
export { ValueError } from "./math/value-error.js";
