/**
 * Chapter 2, numerical stability: the textbook forms as they stand, beside the ones to use, and the
 * exact inputs at which each textbook form fails. Here a wrong result is the point, so nothing is
 * refused.
 */
import { sigmoid } from "./activations.js";
import { binaryCrossEntropyFromLogits } from "./binary-cross-entropy.js";
import { softplus } from "./more-activations.js";
import { softmax } from "./softmax.js";
import { softmaxCrossEntropy } from "./softmax-cross-entropy.js";

/** A form to compare: what the book writes, what to compute instead, and where they part. */
export interface NaiveForm {
  readonly name: string;
  /** The formula that fails. */
  readonly formula: string;
  readonly equation: string;
  readonly naive: (z: number) => number;
  readonly stable: (z: number) => number;
  /** Inputs at which the naive form is wrong, the first sign of it first. */
  readonly failures: readonly NaiveFailure[];
}

/** One input at which a naive form fails. */
export interface NaiveFailure {
  readonly z: number;
  /** What happens in the floats. */
  readonly why: string;
}

/**
 * Binary cross-entropy of the sigmoid, one after the other: `−[y ln σ(z) + (1 − y) ln(1 − σ(z))]`,
 * Eq. (1.6) put into Eq. (2.3). Use {@link binaryCrossEntropyFromLogits}.
 *
 * @param z - logit
 * @param y - label, 0 or 1
 *
 * @example
 * naiveBinaryCrossEntropy(40, 0); // => Infinity
 */
export function naiveBinaryCrossEntropy(z: number, y: number): number {
  const p = sigmoid(z);
  return y === 1 ? -Math.log(p) : -Math.log(1 - p);
}

/**
 * Softmax as it stands in Eq. (1.20). Use {@link softmax}.
 *
 * @param x - scores, `[k]`
 *
 * @example
 * naiveSoftmax([1000, 0]); // => [NaN, 0]
 */
export function naiveSoftmax(x: readonly number[]): number[] {
  const powers = x.map(Math.exp);
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/**
 * Cross-entropy of the softmax, one after the other: `−ln p_y`. Use {@link softmaxCrossEntropy}.
 *
 * @param x - scores, `[k]`
 * @param y - the class, from 0
 *
 * @example
 * naiveSoftmaxCrossEntropy([0, -746], 1); // => Infinity
 */
export function naiveSoftmaxCrossEntropy(x: readonly number[], y: number): number {
  return -Math.log(naiveSoftmax(x)[y] ?? Number.NaN);
}

/**
 * Softplus as it stands in Eq. (1.22): `ln(1 + e^z)`. Use {@link softplus}.
 *
 * @example
 * naiveSoftplus(710); // => Infinity
 */
export function naiveSoftplus(z: number): number {
  return Math.log(1 + Math.exp(z));
}

/** The slope of the sigmoid as it stands in Eq. (1.7): `σ(z)(1 − σ(z))`. */
export function naiveSigmoidDerivative(z: number): number {
  return sigmoid(z) * (1 - sigmoid(z));
}

/**
 * Every naive form with the inputs at which it fails: data for a table or a figure.
 *
 * @example
 * NAIVE_FORMS[0].failures.map(({ z }) => NAIVE_FORMS[0].naive(z).toFixed(4)); // => ["36.0437", "Infinity"]
 */
export const NAIVE_FORMS: readonly NaiveForm[] = [
  {
    name: "sigmoid, then cross-entropy, label 0",
    formula: "−ln(1 − σ(z))",
    equation: "Eq. (2.3)",
    naive: (z) => naiveBinaryCrossEntropy(z, 0),
    stable: (z) => binaryCrossEntropyFromLogits(z, 0),
    failures: [
      {
        z: 36,
        why: "1 − σ(z) = 2.32e-16 comes out as 2.22e-16: below 1 the floats lie 1.11e-16 apart",
      },
      { z: 40, why: "σ(z) rounds to 1, and ln(1 − 1) is −∞" },
    ],
  },
  {
    name: "softmax, largest of two scores z and 0",
    formula: "e^z / (e^z + e^0)",
    equation: "Eq. (1.20)",
    naive: (z) => naiveSoftmax([z, 0])[0]!,
    stable: (z) => softmax([z, 0]).at(0),
    failures: [
      { z: 710, why: "e^z overflows above z = 709.78, and ∞/∞ is NaN" },
      { z: 1000, why: "the same, further out" },
    ],
  },
  {
    name: "softmax, then cross-entropy, scores 0 and z, class of z",
    formula: "−ln(e^z / (e^0 + e^z))",
    equation: "Eq. (2.7)",
    naive: (z) => naiveSoftmaxCrossEntropy([0, z], 1),
    stable: (z) => softmaxCrossEntropy([0, z], 1),
    failures: [
      { z: -740, why: "e^z has only a few bits left below 2^(−1022)" },
      { z: -746, why: "e^z rounds to 0, and ln 0 is −∞" },
      { z: 1000, why: "e^z overflows, and ∞/∞ is NaN" },
    ],
  },
  {
    name: "softplus",
    formula: "ln(1 + e^z)",
    equation: "Eq. (1.22)",
    naive: naiveSoftplus,
    stable: (z) => softplus(z),
    failures: [
      { z: -37, why: "1 + e^z rounds to 1, and the tail is lost" },
      { z: 710, why: "e^z overflows above z = 709.78" },
    ],
  },
  {
    name: "slope of the sigmoid",
    formula: "σ(z)(1 − σ(z))",
    equation: "Eq. (1.7)",
    naive: naiveSigmoidDerivative,
    stable: (z) => sigmoid.derivative(z),
    failures: [
      {
        z: 36,
        why: "1 − σ(z) = 2.32e-16 comes out as 2.22e-16: below 1 the floats lie 1.11e-16 apart",
      },
      { z: 40, why: "σ(z) rounds to 1, and 1 − 1 is 0" },
    ],
  },
];
