import { describe, expect, test } from "vitest";
import { binaryCrossEntropyFromLogits } from "../../src/math/binary-cross-entropy.js";
import { explainMismatch } from "../../src/math/compare.js";
import {
  NAIVE_FORMS,
  naiveBinaryCrossEntropy,
  naiveSoftmax,
  naiveSoftmaxCrossEntropy,
} from "../../src/math/naive-losses.js";
import { softmax } from "../../src/math/softmax.js";
import { EXACT, ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "./agree.js";

/** ln(1 + e^z), e^z/(1 + e^z) and their like by series, to more digits than a float has. */
const EXACT_VALUE: Readonly<Record<string, (z: number) => number>> = {
  // ln(1 + e^z) = z + e^(−z) − …, and e^(−36) = 2e-16 is below the last place of 36
  "sigmoid, then cross-entropy, label 0": (z) => z,
  "softmax, largest of two scores z and 0": () => 1,
  // ln(1 + e^(−z)): −z for z ≪ 0, e^(−z) = 0 for z = 1000
  "softmax, then cross-entropy, scores 0 and z, class of z": (z) => Math.max(0, -z),
  softplus: (z) => (z > 0 ? z : Math.exp(z)),
  "slope of the sigmoid": (z) => Math.exp(-z),
};

describe.each(NAIVE_FORMS)("$name, $equation", ({ name, naive, stable, failures }) => {
  test.each(failures)("at $z the naive form is wrong and the stable one right", ({ z }) => {
    const exact = EXACT_VALUE[name]!(z);
    // The series' next term is 1e-16 of the first.
    expectAgreement(stable(z), exact, { ...ROUNDING, relative: 1e-15 });
    expect(explainMismatch(naive(z), exact, { ...ROUNDING, relative: 1e-6 })).toMatch(/^got/);
  });

  test("near 0 the two agree", () => {
    for (const z of [-3, 0, 0.5, 3]) {
      expectAgreement(naive(z), stable(z), { ...ROUNDING, relative: 1e-12 });
    }
  });
});

test("the numbers of the lecture's warning: label 0, logit 36 and logit 40", () => {
  expect(naiveBinaryCrossEntropy(36, 0).toFixed(4)).toBe("36.0437");
  expect(binaryCrossEntropyFromLogits(36, 0).toFixed(4)).toBe("36.0000");
  expect(naiveBinaryCrossEntropy(40, 0)).toBe(Infinity);
  expect(binaryCrossEntropyFromLogits(40, 0)).toBe(40);
});

test("the power overflows between 709.78 and 709.79", () => {
  expect(Math.exp(709.78)).toBeLessThan(Infinity);
  expect(Math.exp(709.79)).toBe(Infinity);
  expectAgreement(naiveSoftmax([709, 709 - Math.log(3)]), [0.75, 0.25], {
    ...ROUNDING,
    relative: 1e-12,
  });
  expect(naiveSoftmax([1000, 1000])).toEqual([Number.NaN, Number.NaN]);
  expectAgreement(softmax([1000, 1000]), [0.5, 0.5], EXACT);
});

test("the naive cross-entropy of a softmax fails on both sides", () => {
  expect(naiveSoftmaxCrossEntropy([0, -746], 1)).toBe(Infinity);
  expect(naiveSoftmaxCrossEntropy([0, 710], 1)).toBeNaN();
});
