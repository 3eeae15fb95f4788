import { describe, expect, test } from "vitest";
import { descentEnd, descentSteps } from "../../src/math/descent.js";
import { matMul, transpose } from "../../src/math/linear-algebra.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { standardize } from "../../src/math/standardization.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

describe("standardize, Eq. (4.21)", () => {
  const X = [
    [1, 100],
    [1, 102],
    [5, 104],
    [5, 106],
  ];

  test("mean and deviation worked by hand, with 1/n", () => {
    // means 3 and 103; squares 4, 4, 4, 4 and 9, 1, 1, 9: variances 4 and 5
    const { mean, std, apply } = standardize(X);
    expect(mean.toArray()).toEqual([3, 103]);
    expectAgreement(std, [2, Math.sqrt(5)], ROUNDING);
    expectAgreement(apply([7, 103]), [2, 0], ROUNDING);
  });

  test("the training data get mean 0 and deviation 1, and come back", () => {
    const random = new Random(1);
    const data = Array.from({ length: 50 }, () => [
      random.normal(1e6, 3),
      random.uniform(-100, 100),
      random.normal(),
    ]);
    const { apply, invert } = standardize(data);
    const again = standardize(apply(data));
    expectAgreement(again.mean, [0, 0, 0], { ...ROUNDING, absolute: 1e-9 });
    expectAgreement(again.std, [1, 1, 1], ROUNDING);
    expectAgreement(invert(apply(data)), data, ROUNDING);
  });

  test("new data are measured by the training data, not by themselves", () => {
    const { apply } = standardize(X);
    expectAgreement(
      apply([
        [9, 103],
        [9, 103],
      ]),
      [
        [3, 0],
        [3, 0],
      ],
      ROUNDING,
    );
  });

  test("the units do not matter: scaling and shifting a variable changes nothing", () => {
    const scaled = X.map(([a, b]) => [1000 * a! - 7, b! / 64]);
    expectAgreement(standardize(scaled).apply(scaled), standardize(X).apply(X), ROUNDING);
  });

  test("a constant variable is shifted to 0 and not divided, even where its mean is rounded", () => {
    const rows = Array.from({ length: 10 }, (_, i) => [0.1, i]);
    expect(rows.reduce((s, [a]) => s + a!, 0) / 10).not.toBe(0.1); // the trap
    const { std, apply, invert } = standardize(rows);
    expect(std.at(0)).toBe(0);
    expect(
      apply(rows)
        .data.filter((_, i) => i % 2 === 0)
        .every((z) => z === 0),
    ).toBe(true);
    expect(apply([2.1, 0]).at(0)).toBe(2);
    expect(invert([2, 0]).at(0)).toBe(2.1);
  });

  test("one example is a constant in each variable", () => {
    expect(
      standardize([[3, 4]])
        .apply([5, 4])
        .toArray(),
    ).toEqual([2, 0]);
  });

  test("data that cannot be measured are refused", () => {
    const { apply, invert } = standardize(X);
    expect(() => standardize([1, 2, 3])).toThrow(
      "standardize: training data have an example a row",
    );
    expect(() => standardize([[1, Infinity]])).toThrow(
      "standardize: every entry must be finite, or the mean is not; here entry [0, 1] is Infinity.",
    );
    expect(() => standardize([[Number.NaN]])).toThrow(ValueError);
    expect(() => standardize([])).toThrow(ValueError);
    expect(() => apply([1, 2, 3])).toThrow(ShapeError);
    expect(() => apply([1, 2, 3])).toThrow(
      "apply: the data must have the 2 variable(s) of the training data",
    );
    expect(() => invert([[1], [2]])).toThrow("invert: the data must have the 2 variable(s)");
  });
});

describe("why: inputs of ±1 and ±100 make a ravine", () => {
  const random = new Random(5);
  const X = tensor(
    Array.from({ length: 200 }, () => [random.uniform(-1, 1), random.uniform(-100, 100)]),
  );
  /** Mean squared error of ŷ = Xw against y = Xv, whose curvature is XᵀX/n. */
  const regression = (inputs: Tensor, v: number[]) => {
    const C = matMul(transpose(inputs), inputs);
    const away = (w: Tensor) => tensor([w.at(0) - v[0]!, w.at(1) - v[1]!]);
    const slope = (w: Tensor) => tensor([...matMul(C, away(w)).data].map((g) => g / 200));
    return {
      value: (w: Tensor) => (slope(w).at(0) * away(w).at(0) + slope(w).at(1) * away(w).at(1)) / 2,
      gradient: slope,
    };
  };
  const settings = { steps: 30_000, tolerance: 0.01 };

  test("the largest rate that does not diverge needs thousands of steps; standardized, a few", () => {
    // curvatures 1/3 and 10⁴/3: η < 6e-4
    const raw = descentEnd(
      descentSteps(regression(X, [1, 1]), [0, 0], gradientDescent(5e-4), settings),
    );
    const scaled = regression(standardize(X).apply(X), [1, 1]);
    const tame = descentEnd(descentSteps(scaled, [0, 0], gradientDescent(0.9), settings));
    expect([raw.status, tame.status]).toEqual(["converged", "converged"]);
    expect(raw.step).toBeGreaterThan(1000 * tame.step);
    const wild = descentEnd(
      descentSteps(regression(X, [1, 1]), [0, 0], gradientDescent(0.9), settings),
    );
    expect(wild.status).toBe("diverged");
  });
});
