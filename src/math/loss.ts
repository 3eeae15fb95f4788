/**
 * Chapter 2, what a loss is: a number for every sample, averaged, with the gradient of that mean
 * worked out by hand beside it.
 */
import { div } from "./arithmetic.js";
import type { Dual, Plain } from "./dual.js";
import { named, type Operand, primalOf, toValue, type Value } from "./elementwise.js";
import { mean, sum } from "./reductions.js";
import { type Shape, ShapeError, sameShape, shapeText } from "./shape.js";
import { type ArrayLike2d, Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** The loss of every sample: a number for one, `[n]` for n. */
export interface PerSampleLoss {
  (prediction: number, target: number): number;
  (prediction: ArrayLike2d, target: TensorLike): Tensor;
  (prediction: Operand, target: TensorLike): Value;
}

/** `∂J/∂ŷ`, of the prediction's shape. */
export interface LossGradient {
  (prediction: number, target: number): number;
  (prediction: ArrayLike2d, target: TensorLike): Tensor;
}

/** A loss J, callable: prediction first, then what is true. */
export interface Loss {
  (prediction: TensorLike, target: TensorLike): number;
  (prediction: Dual<number> | Dual<Tensor>, target: TensorLike): Dual<number>;
  (prediction: Variable, target: TensorLike): Variable<number>;
  (prediction: Operand, target: TensorLike): Value;
  readonly name: string;
  /** The loss of one sample as text. */
  readonly formula: string;
  /** `L(ŷ, y)` of each sample, Eq. (2.1), before the mean is taken. */
  readonly perSample: PerSampleLoss;
  /** `∂J/∂ŷ` by hand, the factor 1/n included. */
  readonly gradient: LossGradient;
}

/** How a loss is made. */
export interface LossParts {
  readonly name: string;
  readonly formula: string;
  /** The target as numbers of the prediction's shape; throws if either breaks a rule. */
  readonly readTarget: (operation: string, prediction: Tensor, target: TensorLike) => Tensor;
  /** L of each sample in operations that can be differentiated; `[n]`, or a number for one sample. */
  readonly perSample: (prediction: Value, target: Plain) => Value;
  /** `∂L/∂ŷ` of each sample, of the prediction's shape; the mean's 1/n comes later. */
  readonly gradient: (prediction: Tensor, target: Tensor) => Tensor;
  /** How many samples a prediction holds. */
  readonly samples: (prediction: Shape) => number;
}

/**
 * A loss from its parts: `J = (1/n) Σᵢ L(ŷ⁽ⁱ⁾, y⁽ⁱ⁾)`, Eq. (2.2), a mean and not a total, so that
 * neither J nor a good learning rate grows with the number of samples.
 */
export function loss(parts: LossParts): Loss {
  const { name, formula, readTarget } = parts;
  const each = (operation: string, prediction: Operand, target: TensorLike): Value => {
    const output = toValue(operation, prediction);
    const plain = primalOf(output);
    const y = readTarget(operation, assertNoNaN(operation, tensor(plain)), target);
    return parts.perSample(output, typeof plain === "number" ? y.item() : y);
  };
  const gradient = (prediction: TensorLike, target: TensorLike): Plain => {
    const operation = `${name}.gradient`;
    const output = assertNoNaN(operation, tensor(prediction));
    const slopes = parts.gradient(output, readTarget(operation, output, target));
    const shared = div(slopes, parts.samples(output.shape));
    return typeof prediction === "number" ? shared.item() : shared;
  };
  const J = (prediction: Operand, target: TensorLike) =>
    mean(each(name, prediction, target) as Dual<Tensor>);
  const perSample = (prediction: Operand, target: TensorLike) =>
    each(`${name}.perSample`, prediction, target);
  return Object.assign(named(name, J) as unknown as Loss, {
    formula,
    perSample: named(`${name}.perSample`, perSample) as PerSampleLoss,
    gradient: named(`${name}.gradient`, gradient) as LossGradient,
  });
}

/** Samples of a prediction with a number, or a row of numbers, for each: `[]`, `[n]`, `[n, d]`. */
export function onePerEntryOrRow(prediction: Shape): number {
  return prediction[0] ?? 1;
}

/** A loss for every entry becomes a loss for every sample: the outputs `[d]` of a row are added. */
export function addOutputs(entries: Value): Value {
  const rank = tensor(primalOf(entries)).rank;
  return rank === 2 ? sum(entries as Dual<Tensor>, 1) : entries;
}

/** `f(ŷᵢ, yᵢ)` at every entry, for gradients by hand. */
export function entrywise(
  f: (prediction: number, target: number) => number,
): LossParts["gradient"] {
  return (prediction, target) =>
    new Tensor(
      prediction.shape,
      prediction.data.map((entry, i) => f(entry, target.data[i]!)),
    );
}

/**
 * The target as a tensor of the prediction's own shape. Broadcasting is refused here: `[n, 1]`
 * against `[n]` would silently compare every prediction with every target.
 */
export function targetOfSameShape(
  operation: string,
  prediction: Tensor,
  target: TensorLike,
): Tensor {
  const y = assertNoNaN(operation, tensor(target), "target");
  if (sameShape(prediction.shape, y.shape)) return y;
  const rule = "every prediction needs its own target, so both have one shape";
  const column = prediction.size === y.size && prediction.size > 1;
  const hint = `The entries are as many: bring them to one shape, ${shapeText(prediction.shape)}.`;
  throw new ShapeError(column ? { operation, rule, hint } : { operation, rule }, {
    prediction: prediction.shape,
    target: y.shape,
  });
}

/** Targets of the prediction's shape, each one of two labels. */
export function labelsOf(low: number, high: number, equation: string): LossParts["readTarget"] {
  return (operation, prediction, target) => {
    const y = targetOfSameShape(operation, prediction, target);
    const odd = y.data.findIndex((label) => label !== low && label !== high);
    if (odd < 0) return y;
    const rule = `every label is ${low} or ${high}, ${equation}`;
    throw new ValueError({ operation, rule }, { [placeText("target", y.shape, odd)]: y.data[odd] });
  };
}

/** @throws {@link ValueError} unless every entry lies in [0, 1] */
export function assertProbabilities(operation: string, p: Tensor): void {
  const odd = p.data.findIndex((entry) => !(entry >= 0 && entry <= 1));
  if (odd < 0) return;
  const rule = "every prediction is a probability, from 0 to 1";
  const hint = "Scores that went through no sigmoid or softmax belong into the loss from logits.";
  throw new ValueError(
    { operation, rule, hint },
    { [placeText("prediction", p.shape, odd)]: p.data[odd] },
  );
}

function assertNoNaN(operation: string, x: Tensor, name = "prediction"): Tensor {
  const odd = x.data.findIndex(Number.isNaN);
  if (odd < 0) return x;
  const rule = `every ${name} must be a number`;
  const hint = "A prediction that is NaN usually means that training diverged.";
  const where = { [placeText(name, x.shape, odd)]: Number.NaN };
  throw new ValueError(name === "target" ? { operation, rule } : { operation, rule, hint }, where);
}

/** Which entry, in words: `target[2, 0]`. */
export function placeText(name: string, shape: Shape, position: number): string {
  if (shape.length === 0) return name;
  const d = shape[1];
  return d === undefined
    ? `${name}[${position}]`
    : `${name}[${Math.floor(position / d)}, ${position % d}]`;
}
