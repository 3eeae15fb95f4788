import { describe, expect, test } from "vitest";
import { numericalGradient } from "../../../src/math/central-difference.js";
import { explainMismatch } from "../../../src/math/compare.js";
import { gradientByDual } from "../../../src/math/dual.js";
import { Random } from "../../../src/math/random.js";
import {
  l1Penalty,
  l2Penalty,
  lpPenalty,
  type Penalty,
} from "../../../src/math/regularization/penalties.js";
import { Tensor, tensor } from "../../../src/math/tensor.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE, ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

/** Lp at one p, in the form of the other two. */
const lp = (p: number): Penalty =>
  Object.assign(
    ((weights: never, lambda: number) => lpPenalty(weights, lambda, p)) as unknown as Penalty,
    {
      gradient: (weights: readonly Tensor[], lambda: number) =>
        lpPenalty.gradient(weights, lambda, p),
    },
  );

const all: readonly (readonly [string, Penalty])[] = [
  ["l1Penalty", l1Penalty],
  ["l2Penalty", l2Penalty],
  ["lpPenalty, p = 0.5", lp(0.5)],
  ["lpPenalty, p = 1.5", lp(1.5)],
  ["lpPenalty, p = 4", lp(4)],
];

// Away from 0, where L1 has no derivative and the slope of p = ½ is steep.
const random = new Random(5);
const W = tensor(
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => (random.integer(2) - 0.5) * random.uniform(1, 4)),
  ),
);
const b = tensor([0.5, -1.5, 3]);

describe.each(all)("%s", (_name, penalty) => {
  test("its gradient is the central difference, for each parameter of the list", () => {
    const [byW, byB] = penalty.gradient([W, b], 0.3);
    expectAgreement(
      byW!,
      numericalGradient((w) => penalty([w, b], 0.3), W),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byB!,
      numericalGradient((v) => penalty([W, v], 0.3), b),
      FINITE_DIFFERENCE,
    );
  });

  test("its gradient is that of dual numbers, also at 0", () => {
    const withZero = tensor([0, -0, 1.5, -2]);
    for (const w of [W, withZero]) {
      const [slope] = penalty.gradient([w], 0.3);
      expectAgreement(
        slope!,
        gradientByDual((d) => penalty([d], 0.3), w),
        DUAL_NUMBER,
      );
    }
  });

  test("is 0 with slope 0 where all weights are 0", () => {
    expect(penalty([[0, 0]], 2)).toBe(0);
    expect(penalty.gradient([[0, 0]], 2)[0]!.toArray()).toEqual([0, 0]);
  });

  test("adds over the parameters and is proportional to λ", () => {
    expectAgreement(penalty([W, b], 0.6), 2 * penalty([W], 0.3) + 2 * penalty([b], 0.3), ROUNDING);
    expect(penalty([W], 0)).toBe(0);
  });

  test("does not care about signs, and grows with size", () => {
    expect(penalty([[1, -2]], 1)).toBe(penalty([[-1, 2]], 1));
    expect(penalty([[2]], 1)).toBeGreaterThan(penalty([[1]], 1));
  });
});

describe("values worked by hand", () => {
  test("weights 3 and −4 with λ = ½", () => {
    // L1: ½ (3 + 4) = 3.5; L2: ½ (9 + 16) = 12.5; p = 3: ½ (27 + 64) = 45.5
    expect(l1Penalty([[3, -4]], 0.5)).toBe(3.5);
    expect(l2Penalty([[3, -4]], 0.5)).toBe(12.5);
    expectAgreement(lpPenalty([[3, -4]], 0.5, 3), 45.5, ROUNDING);
    // ½ sign, ½ · 2w, ½ · 3w² sign: 13.5 and −24
    expect(l1Penalty.gradient([[3, -4]], 0.5)[0]!.toArray()).toEqual([0.5, -0.5]);
    expect(l2Penalty.gradient([[3, -4]], 0.5)[0]!.toArray()).toEqual([3, -4]);
    expect(lpPenalty.gradient([[3, -4]], 0.5, 3)[0]!.toArray()).toEqual([13.5, -24]);
  });

  test("Lp is L1 at p = 1 and L2 at p = 2, values and gradients", () => {
    expectAgreement(lpPenalty([W, b], 0.3, 1), l1Penalty([W, b], 0.3), ROUNDING);
    expectAgreement(lpPenalty([W, b], 0.3, 2), l2Penalty([W, b], 0.3), ROUNDING);
    expectAgreement(
      lpPenalty.gradient([W], 0.3, 1)[0]!,
      l1Penalty.gradient([W], 0.3)[0]!,
      ROUNDING,
    );
    expectAgreement(
      lpPenalty.gradient([W], 0.3, 2)[0]!,
      l2Penalty.gradient([W], 0.3)[0]!,
      ROUNDING,
    );
  });
});

test("descent on L1 brings a small weight to 0 and on L2 only nearer to it", () => {
  let [byL1, byL2] = [tensor([0.5]), tensor([0.5])];
  for (let step = 0; step < 10; step++) {
    byL1 = tensor([byL1.at(0) - 0.0625 * l1Penalty.gradient([byL1], 1)[0]!.at(0)]);
    byL2 = tensor([byL2.at(0) - 0.0625 * l2Penalty.gradient([byL2], 1)[0]!.at(0)]);
  }
  // Eight steps of 1/16 take 0.5 to 0, where the subgradient 0 keeps it; (1 − 1/8)^10 · 0.5 = 0.1315…
  expect(byL1.at(0)).toBe(0);
  expectAgreement(byL2.at(0), 0.5 * 0.875 ** 10, ROUNDING);
});

test("the gradient of ½λ Σ w² in place of λ Σ w² is caught", () => {
  const numeric = numericalGradient((w) => l2Penalty([w], 0.3), W);
  const [wrong] = l2Penalty.gradient([W], 0.15);
  expect(explainMismatch(wrong!, numeric, FINITE_DIFFERENCE)).toMatch(/12 of 12 entries differ/);
});

describe("bad input", () => {
  test("a parameter outside a list, with the repair", () => {
    expect(() => l2Penalty(W as never, 1)).toThrow(
      "l2Penalty: weights must be a list of parameters, with at least one; here weights is a Tensor. " +
        "Put a single one in a list: l2Penalty([W], …).",
    );
    expect(() => l1Penalty.gradient([], 1)).toThrow(ValueError);
  });

  test("a negative or missing λ, and p not above 0", () => {
    expect(() => l1Penalty([W], -1)).toThrow(
      "l1Penalty: lambda must be a finite number, 0 or more; here lambda is -1.",
    );
    expect(() => l2Penalty.gradient([W], Number.NaN)).toThrow(ValueError);
    expect(() => l2Penalty([W], undefined as never)).toThrow(ValueError);
    expect(() => lpPenalty([W], 1, 0)).toThrow(
      "lpPenalty: p must be a finite number above 0; here p is 0.",
    );
  });

  test("weights that are not finite, with their place", () => {
    const broken = new Tensor([2], Float64Array.of(1, Number.NaN));
    expect(() => l2Penalty([W, broken], 1)).toThrow(
      "l2Penalty: every entry of weights must be finite; here weights, entry 1 is NaN.",
    );
    expect(() => l1Penalty.gradient([[Number.POSITIVE_INFINITY]], 1)).toThrow(
      "entry 0 is Infinity",
    );
    expect(() => lpPenalty([["1"] as never], 1, 2)).toThrow(ValueError);
  });
});
