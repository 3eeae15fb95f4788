/**
 * Chapter 6, feature maps: a fixed, non-linear φ before a linear unit. The unit then separates with a
 * straight line in feature space what no straight line separates in x.
 */
import type { Dual } from "../dual.js";
import { primalOf, toValue } from "../operation.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, type Tensor, tensor } from "../tensor.js";
import type { Variable } from "../variable.js";

/** φ, one example a row: a tensor from lists and tensors, a dual from a dual, a variable from a variable. */
export interface FeatureMap {
  (X: ArrayLike2d): Tensor;
  (X: Dual<Tensor>): Dual<Tensor>;
  (X: Variable<Tensor>): Variable<Tensor>;
}

/**
 * A feature map from a formula that is written in this library's operations: they carry duals and
 * variables through, whatever type the formula is written for.
 *
 * @param inputs - how many columns X must have; any number if left out
 */
export function featureMap(
  operation: string,
  inputs: number | undefined,
  formula: (X: Tensor) => Tensor,
): FeatureMap {
  const phi = (X: ArrayLike2d | Dual<Tensor> | Variable<Tensor>) => {
    const value = toValue(operation, X);
    assertExamples(operation, primalOf(value) as Tensor, inputs);
    return formula(value as Tensor);
  };
  return phi as FeatureMap;
}

/**
 * The examples as a matrix `[n, inputs]`.
 *
 * @throws {@link ShapeError} if X is not a matrix, or has another number of columns
 */
export function assertExamples(operation: string, X: ArrayLike2d, inputs?: number): Tensor {
  const examples = tensor(X);
  if (examples.rank === 2 && (inputs === undefined || examples.shape[1] === inputs)) {
    return examples;
  }
  const rule = `X holds one example a row, [n, ${inputs ?? "d"}]`;
  const hint = examples.rank === 1 ? "For one example write [x]." : undefined;
  throw new ShapeError(hint === undefined ? { operation, rule } : { operation, rule, hint }, {
    X: examples.shape,
  });
}
