import { describe, expect, test } from "vitest";
import { add, div, mul, sqrt, square } from "../../../src/math/arithmetic.js";
import { numericalGradient } from "../../../src/math/central-difference.js";
import { explainMismatch } from "../../../src/math/compare.js";
import { gradientByDual } from "../../../src/math/dual.js";
import { Random } from "../../../src/math/random.js";
import { mean, sum } from "../../../src/math/reductions.js";
import {
  batchNormBackward,
  batchNormInference,
  batchNormTraining,
  type Statistics,
  updateStatistics,
} from "../../../src/math/regularization/batch-normalization.js";
import { ShapeError } from "../../../src/math/shape.js";
import { Tensor, tensor } from "../../../src/math/tensor.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE, ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

const random = new Random(21);
const draw = (n: number, d: number, std = 1): Tensor =>
  tensor(Array.from({ length: n }, () => Array.from({ length: d }, () => random.normal(0.5, std))));
const X = draw(6, 3, 2);
const G = draw(6, 3);
const [gamma, beta] = [tensor([1.5, -0.5, 2]), tensor([0.1, 0.2, -3])];
const epsilon = 0.01;

test("worked by hand: two units, three examples", () => {
  // Column 0: 1, 3, 5 has μ = 3, σ² = 8/3; with ε = 4/3 the root is 2: x̂ = −1, 0, 1.
  // Column 1: 0, 0, 6 has μ = 2, σ² = 8; with ε = 4/3 the root is √(28/3).
  const x = [
    [1, 0],
    [3, 0],
    [5, 6],
  ];
  const root = Math.sqrt(28 / 3);
  const { output, statistics } = batchNormTraining(x, [10, 1], [7, 0], 4 / 3);
  expectAgreement(
    output,
    [
      [-3, -2 / root],
      [7, -2 / root],
      [17, 4 / root],
    ],
    ROUNDING,
  );
  expectAgreement(statistics.mean, [3, 2], ROUNDING);
  expectAgreement(statistics.variance, [8 / 3, 8], ROUNDING);
});

test("with γ = 1 and β = 0 each unit has mean 0 and variance σ²/(σ² + ε)", () => {
  const { output, statistics } = batchNormTraining(X, [1, 1, 1], [0, 0, 0], epsilon);
  expectAgreement(mean(output, 0), [0, 0, 0], { ...ROUNDING, absolute: 1e-15 });
  expectAgreement(
    mean(square(output), 0),
    [...statistics.variance.data].map((variance) => variance / (variance + epsilon)),
    ROUNDING,
  );
});

test("shifting and scaling a unit's input changes nothing, up to ε", () => {
  const before = batchNormTraining(X, gamma, beta, 1e-12).output;
  const after = batchNormTraining(add(mul(X, 100), 1000), gamma, beta, 1e-12).output;
  expectAgreement(after, before, { ...ROUNDING, relative: 1e-10 });
});

test("a unit that never changes comes out as β, without a division by 0", () => {
  expect(batchNormTraining([[4], [4]], [2], [5]).output.toArray()).toEqual([[5], [5]]);
  expect(batchNormBackward([[1], [2]], [[4], [4]], [2]).gamma.toArray()).toEqual([0]);
});

describe("the backward written by hand", () => {
  const byHand = batchNormBackward(G, X, gamma, epsilon);

  test("agrees with central differences, for x, γ and β", () => {
    const cost = (x: Tensor, g: Tensor, b: Tensor) =>
      sum(mul(G, batchNormTraining(x, g, b, epsilon).output));
    const numeric = {
      x: numericalGradient((x) => cost(x, gamma, beta), X),
      gamma: numericalGradient((g) => cost(X, g, beta), gamma),
      beta: numericalGradient((b) => cost(X, gamma, b), beta),
    };
    for (const of of ["x", "gamma", "beta"] as const)
      expectAgreement(byHand[of], numeric[of], FINITE_DIFFERENCE);
  });

  test("agrees with dual numbers, for x, γ and β", () => {
    const duals = {
      x: gradientByDual((x) => sum(mul(G, batchNormTraining(x, gamma, beta, epsilon).output)), X),
      gamma: gradientByDual(
        (g) => sum(mul(G, batchNormTraining(X, g, beta, epsilon).output)),
        gamma,
      ),
      beta: gradientByDual(
        (b) => sum(mul(G, batchNormTraining(X, gamma, b, epsilon).output)),
        beta,
      ),
    };
    for (const of of ["x", "gamma", "beta"] as const)
      expectAgreement(byHand[of], duals[of], DUAL_NUMBER);
  });

  test("worked by hand: two examples get no gradient when ε is 0", () => {
    // x̂ is (−1, 1) whatever the distance, so the output does not depend on x.
    const { x, gamma: byGamma } = batchNormBackward([[3], [8]], [[1], [3]], [2], 1e-99);
    expectAgreement(x, [[0], [0]], { ...ROUNDING, absolute: 1e-15 });
    expect(byGamma.toArray()).toEqual([5]); // −3 + 8
  });

  test("has columns that sum to 0: moving all examples together changes nothing", () => {
    expectAgreement(sum(byHand.x, 0), [0, 0, 0], { ...ROUNDING, absolute: 1e-14 });
  });

  test("is not that of a constant mean and variance, the usual slip", () => {
    const { statistics } = batchNormTraining(X, gamma, beta, epsilon);
    const slip = div(mul(G, gamma), sqrt(add(statistics.variance, epsilon)));
    expect(explainMismatch(slip, byHand.x, FINITE_DIFFERENCE)).toMatch(/18 of 18 entries differ/);
  });
});

describe("running statistics", () => {
  const start: Statistics = { mean: tensor([0]), variance: tensor([1]) };

  test("worked by hand: momentum is the share of the old that is kept", () => {
    // 0.9 · 0 + 0.1 · 5 and 0.9 · 1 + 0.1 · 3
    const next = updateStatistics(start, { mean: tensor([5]), variance: tensor([3]) }, 0.9);
    expectAgreement(next.mean, [0.5], ROUNDING);
    expectAgreement(next.variance, [1.2], ROUNDING);
  });

  test("after many batches they are near those of the data, and inference near training", () => {
    let running = start;
    for (let step = 0; step < 300; step++) {
      const batch = Array.from({ length: 50 }, () => [random.normal(4, 3)]);
      running = updateStatistics(running, batchNormTraining(batch, [1], [0]).statistics, 0.95);
    }
    // An average of about (1 + m)/(1 − m) = 39 batches of 50: standard errors 0.07 and 0.29.
    expect(Math.abs(running.mean.at(0) - 4)).toBeLessThan(4 * 0.07);
    // The biased variance is 9 · 49/50 on average.
    expect(Math.abs(running.variance.at(0) - 8.82)).toBeLessThan(4 * 0.29);
  });

  test("at inference an example's output does not depend on the others", () => {
    const running = { mean: tensor([1, 2, 3]), variance: tensor([4, 1, 9]) };
    const together = batchNormInference(X, running, gamma, beta, epsilon).toArray() as number[][];
    const rows = X.toArray() as number[][];
    for (const [i, row] of rows.entries()) {
      const alone = batchNormInference([row], running, gamma, beta, epsilon);
      expect(alone.toArray()).toEqual([together[i]]);
    }
    // (x − μ)/√(4 + 0) by hand, then γ and β
    expect(
      batchNormInference(
        [[6]],
        { mean: tensor([2]), variance: tensor([4]) },
        [3],
        [5],
        1e-99,
      ).toArray(),
    ).toEqual([[11]]);
  });

  test("with the batch's own statistics, inference is training", () => {
    const { output, statistics } = batchNormTraining(X, gamma, beta, epsilon);
    expectAgreement(batchNormInference(X, statistics, gamma, beta, epsilon), output, ROUNDING);
  });
});

describe("bad input", () => {
  test("a batch of one example, with the repair", () => {
    expect(() => batchNormTraining([[1, 2, 3]], gamma, beta)).toThrow(
      "batchNormTraining: a batch needs 2 examples or more, since the variance of one is 0; " +
        "here x is [1, 3]. At inference use batchNormInference, which takes one as well.",
    );
  });

  test("scales that are not one a unit, a vector for a batch, a gradient of another shape", () => {
    expect(() => batchNormTraining(X, [1, 2], beta)).toThrow(ShapeError);
    expect(() => batchNormTraining(X, [1, 2], beta)).toThrow(
      "x is [6, 3], gamma is [2], beta is [3]",
    );
    expect(() => batchNormTraining([1, 2], gamma, beta)).toThrow("put it in a list: [x]");
    expect(() => batchNormBackward([[1, 2, 3]], X, gamma)).toThrow(
      "upstream is [1, 3], x is [6, 3]",
    );
  });

  test("ε or momentum out of range, a negative variance, NaN", () => {
    expect(() => batchNormTraining(X, gamma, beta, 0)).toThrow(
      "batchNormTraining: epsilon must be a finite number above 0; here epsilon is 0.",
    );
    const one = { mean: tensor([0]), variance: tensor([-1]) };
    expect(() => updateStatistics(one, one, 1)).toThrow(ValueError);
    expect(() => batchNormInference([[1]], one, [1], [0])).toThrow("a variance is not negative");
    expect(() => updateStatistics(one, { ...one, mean: tensor([1, 2]) })).toThrow(ShapeError);
    const broken = new Tensor([2, 1], Float64Array.of(1, Number.NaN));
    expect(() => batchNormTraining(broken, [1], [0])).toThrow("x, entry 1 is NaN");
  });
});
