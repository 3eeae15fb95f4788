/**
 * Chapter 2, the empirical loss: from a loss for one sample and a model to J, a function of the
 * weights alone. Training looks for its minimum, `W* = argmin J(W)`, Eq. (2.13).
 */
import { add, div } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import type { Operand, Value } from "./elementwise.js";
import { ShapeError } from "./shape.js";
import { Tensor, type TensorLike } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** What a model makes of one input: `f(x; W)`. */
export type Model<Input, Weights, Prediction> = (x: Input, W: Weights) => Prediction;

/** The loss of one prediction: `L(f(x; W), y)`, Eq. (2.1). */
export type SampleLoss = (prediction: Operand, target: TensorLike) => Value;

/** What a loss makes of a prediction: of a plain one a number, of a dual or a variable its like. */
export type LossValue<Prediction> = Prediction extends Dual<number> | Dual<Tensor>
  ? Dual<number>
  : Prediction extends Variable
    ? Variable<number>
    : Prediction extends TensorLike
      ? number
      : Value;

/**
 * The empirical loss `J(W) = (1/n) Σᵢ L(f(x⁽ⁱ⁾; W), y⁽ⁱ⁾)`, Eq. (2.2), as a function of W: the data
 * are fixed, the weights are not. It is a mean; some texts call the same formula a total.
 *
 * One sample after the other, as the formula says. For speed give a whole batch to a loss such as
 * {@link meanSquaredError}; the value is the same.
 *
 * @param loss - L, of one prediction and one target
 * @param model - f, of one input and the weights
 * @param inputs - x⁽¹⁾ … x⁽ⁿ⁾
 * @param targets - y⁽¹⁾ … y⁽ⁿ⁾
 * @returns J; given duals or variables for W it returns one too
 * @throws {@link ShapeError} if there are not as many targets as inputs
 * @throws {@link ValueError} if there is no sample
 * @see Vapnik, "Principles of Risk Minimization for Learning Theory" (1991)
 *
 * @example
 * const J = empiricalLoss(meanSquaredError, (x, w) => mul(w, x), [1, 2], [3, 5]);
 * J(2); // => 1
 */
export function empiricalLoss<Input, Weights, Prediction extends Operand>(
  loss: SampleLoss,
  model: Model<Input, Weights, Prediction>,
  inputs: readonly Input[],
  targets: readonly TensorLike[],
): (W: Weights) => LossValue<Prediction> {
  assertPairs("empiricalLoss", inputs, targets);
  return (W) => {
    const losses = inputs.map((x, i) => loss(model(x, W), targets[i]!));
    return div(
      losses.reduce((total, one) => add(total, one)),
      inputs.length,
    ) as LossValue<Prediction>;
  };
}

/**
 * The gradient of J from those of single samples: `∇J = (1/n) Σᵢ ∇L⁽ⁱ⁾`, Eq. (3.17). Because the
 * loss is additive over samples, any part of them gives an estimate of it.
 *
 * @param gradients - `∇L⁽ⁱ⁾` of every sample, all of one shape
 * @returns their mean, of that shape
 * @throws {@link ShapeError} if the shapes differ
 * @throws {@link ValueError} if there is none
 *
 * @example
 * meanGradient([tensor([1, 4]), tensor([3, 0])]).toArray(); // => [2, 2]
 */
export function meanGradient(gradients: readonly Tensor[]): Tensor {
  const [first] = gradients;
  if (first === undefined) {
    const rule = "a mean needs at least one gradient, Eq. (3.17)";
    throw new ValueError({ operation: "meanGradient", rule }, { gradients });
  }
  const total = new Float64Array(first.size);
  gradients.forEach((gradient, i) => {
    if (gradient.shape.join() !== first.shape.join()) {
      const rule = "all gradients have the shape of W, Eq. (3.17)";
      const shapes = { "gradient 0": first.shape, [`gradient ${i}`]: gradient.shape };
      throw new ShapeError({ operation: "meanGradient", rule }, shapes);
    }
    gradient.data.forEach((entry, j) => {
      total[j] = total[j]! + entry / gradients.length;
    });
  });
  return new Tensor(first.shape, total);
}

function assertPairs(operation: string, inputs: readonly unknown[], targets: readonly unknown[]) {
  if (!Array.isArray(inputs) || !Array.isArray(targets) || inputs.length === 0) {
    const rule = "inputs and targets are lists with at least one sample, Eq. (2.2)";
    throw new ValueError({ operation, rule }, { inputs, targets });
  }
  if (inputs.length === targets.length) return;
  const rule = "every input needs its own target, Eq. (2.2)";
  const shapes = { inputs: [inputs.length], targets: [targets.length] };
  throw new ShapeError({ operation, rule }, shapes);
}
