/**
 * Erratum E1. One lecture's formula of cross-entropy has lost its minus sign. Measured here: with
 * the sign lost, descent walks away from the labels and the "loss" falls without end.
 */
import { expect, test } from "vitest";
import { sigmoid } from "../../src/math/activations.js";
import {
  binaryCrossEntropy,
  binaryCrossEntropyFromLogits,
} from "../../src/math/binary-cross-entropy.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";

const LABELS = [0, 1, 1];

/** The formula as it was printed: the mean of y ln ŷ + (1 − y) ln(1 − ŷ). */
const printed = (p: readonly number[]): number =>
  p.reduce((sum, pi, i) => sum + Math.log(LABELS[i] === 1 ? pi : 1 - pi), 0) / p.length;

test("cross-entropy is never negative, and what was printed never positive", () => {
  for (const p of [
    [0.5, 0.5, 0.5],
    [0.01, 0.99, 0.9],
    [0.99, 0.01, 0.1],
  ]) {
    expect(binaryCrossEntropy(p, LABELS)).toBeGreaterThan(0);
    expectAgreement(printed(p), -binaryCrossEntropy(p, LABELS), ROUNDING);
  }
});

test("better predictions have the smaller loss; as printed they have the larger", () => {
  const [good, bad] = [
    [0.1, 0.9, 0.9],
    [0.9, 0.1, 0.1],
  ];
  expect(binaryCrossEntropy(good, LABELS)).toBeLessThan(binaryCrossEntropy(bad, LABELS));
  expect(printed(good)).toBeGreaterThan(printed(bad));
});

test("towards the label the loss falls: the slope is −1/ŷ for label 1 and 1/(1 − ŷ) for label 0", () => {
  for (const p of [0.2, 0.5, 0.8]) {
    expectAgreement(
      centralDifference((x) => binaryCrossEntropy(x, 1), p),
      -1 / p,
      FINITE_DIFFERENCE,
    );
    expect(binaryCrossEntropy.gradient(p, 1)).toBeLessThan(0);
    expect(binaryCrossEntropy.gradient(p, 0)).toBeGreaterThan(0);
  }
});

test("200 steps of descent reach the label; with the sign lost they reach the other one", () => {
  const descend = (sign: 1 | -1): number => {
    let z = 0;
    for (let step = 0; step < 200; step++) z -= sign * binaryCrossEntropyFromLogits.gradient(z, 1);
    return sigmoid(z);
  };
  expect(descend(1)).toBeGreaterThan(0.99);
  expect(descend(-1)).toBeLessThan(1e-6);
});
