import { describe, expect, test } from "vitest";
import { add, mul, sub } from "../../../src/math/arithmetic.js";
import { kernelMachine, readOut } from "../../../src/math/beyond/kernel-machine.js";
import {
  binomial,
  monomials,
  polynomialFeatureCount,
  polynomialFeatures,
} from "../../../src/math/beyond/polynomial-features.js";
import { gaussianKernel, radialBasis } from "../../../src/math/beyond/radial-basis.js";
import { randomFeatures } from "../../../src/math/beyond/random-features.js";
import { spaceTiling } from "../../../src/math/beyond/space-tiling.js";
import { numericalGradient } from "../../../src/math/central-difference.js";
import { gradientByDual } from "../../../src/math/dual.js";
import { Random } from "../../../src/math/random.js";
import { sum } from "../../../src/math/reductions.js";
import { ShapeError } from "../../../src/math/shape.js";
import { sign } from "../../../src/math/sign-classifier.js";
import type { Tensor } from "../../../src/math/tensor.js";
import { EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

const XOR = {
  X: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  y: [-1, 1, 1, -1],
};
const classes = (scores: Tensor) => [...scores.data].map(sign);

/** Two half moons, 60 points each, with noise. */
function moons(seed: number): { X: number[][]; y: number[] } {
  const random = new Random(seed);
  const X: number[][] = [];
  const y: number[] = [];
  for (let i = 0; i < 120; i++) {
    const angle = random.uniform(0, Math.PI);
    const upper = i % 2 === 0;
    const at = upper
      ? [Math.cos(angle), Math.sin(angle)]
      : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    X.push(at.map((v) => v + random.normal(0, 0.08)));
    y.push(upper ? 1 : -1);
  }
  return { X, y };
}
const share = (got: readonly number[], want: readonly number[]) =>
  got.filter((c, i) => c === want[i]).length / want.length;

describe("polynomialFeatures, Eq. (6.11)", () => {
  test("φ(2, 3) = (1, 2, 3, 2·3, 2², 3²), the lecture's order", () => {
    expect(polynomialFeatures([[2, 3]], 2).toArray()).toEqual([[1, 2, 3, 6, 4, 9]]);
    expect(polynomialFeatures([[2], [-1]], 3).toArray()).toEqual([
      [1, 2, 4, 8],
      [1, -1, 1, -1],
    ]);
  });

  test("each feature is the product of powers that monomials lists", () => {
    const x = [1.5, -2, 0.5];
    const byPowers = monomials(3, 4).map((powers) => powers.reduce((p, k, i) => p * x[i]! ** k, 1));
    expectAgreement(polynomialFeatures([x], 4), [byPowers], ROUNDING);
    expect(new Set(monomials(3, 4).map(String)).size).toBe(35); // C(7, 4), all different
  });

  test("gradient of the sum of all features: by hand, dual numbers, differences", () => {
    // 1 + x + y + xy + x² + y² at (2, 3): ∂x = 1 + y + 2x = 8, ∂y = 1 + x + 2y = 9
    expect(gradientByDual((X) => sum(polynomialFeatures(X, 2)), [[2, 3]]).toArray()).toEqual([
      [8, 9],
    ]);
    expectAgreement(
      numericalGradient((X) => sum(polynomialFeatures(X, 2)), [[2, 3]]),
      [[8, 9]],
      FINITE_DIFFERENCE,
    );
  });

  test("counts: 6 for two inputs, 19 thousand million for an image of 256 × 256 × 3", () => {
    expect(polynomialFeatureCount(2, 2)).toBe(6n);
    // d = 196 608: (d + 2)(d + 1)/2 = 98 305 · 196 609
    expect(polynomialFeatureCount(256 * 256 * 3, 2)).toBe(98305n * 196609n);
    expect(
      Number(polynomialFeatureCount(2000, 2)) / Number(polynomialFeatureCount(1000, 2)),
    ).toBeCloseTo(4, 1);
    expect(monomials(4, 3)).toHaveLength(Number(polynomialFeatureCount(4, 3)));
  });

  test("binomial: Pascal's rule, symmetry, nothing beyond n", () => {
    for (let n = 1; n < 12; n++) {
      for (let k = 1; k <= n; k++) {
        expect(binomial(n, k)).toBe(binomial(n - 1, k - 1) + binomial(n - 1, k));
        expect(binomial(n, k)).toBe(binomial(n, n - k));
      }
    }
    expect(binomial(3, 4)).toBe(0n);
    expect(binomial(60, 30)).toBe(118264581564861424n);
  });

  test("a quadratic read-out separates XOR; a linear one does not", () => {
    const quadratic = polynomialFeatures(XOR.X, 2);
    expect(classes(readOut(quadratic, XOR.y).predict(quadratic))).toEqual(XOR.y);
    const plain = polynomialFeatures(XOR.X, 1);
    expectAgreement(readOut(plain, XOR.y).predict(plain), [0, 0, 0, 0], {
      ...EXACT,
      absolute: 1e-12,
    });
  });

  test("bad input is named", () => {
    expect(() => polynomialFeatures([1, 2], 2)).toThrow(
      "X holds one example a row, [n, d]; here X is [2]. For one example write [x].",
    );
    expect(() => polynomialFeatures([[1, 2]], 0)).toThrow(
      "degree must be a whole number of at least 1",
    );
    expect(() => monomials(196608, 2)).toThrow("no more than 100000 features, Eq. (6.11)");
    expect(() => binomial(-1, 0)).toThrow(ValueError);
  });
});

describe("randomFeatures, Eq. (6.12)", () => {
  test("by hand for one feature: the generator's normals are w and b", () => {
    const random = new Random(3);
    const [w, b] = [random.normal(0, 1 / 2), random.normal()];
    const phi = randomFeatures({ inputs: 1, features: 1, random: new Random(3), width: 2 });
    expect(phi([[0.7]]).item()).toBe(Math.max(0, 0.7 * w + b));
  });

  test("cosine features multiply to the Gaussian kernel, within 4 standard errors", () => {
    const X = [
      [0, 0],
      [0.5, 0.2],
      [-1, 1.5],
    ];
    const features = 4000;
    const phi = randomFeatures({
      inputs: 2,
      features,
      random: new Random(8),
      bend: "cosine",
      width: 1.3,
    });
    const rows = phi(X).toArray() as number[][];
    const K = gaussianKernel(X, X, 1.3).toArray() as number[][];
    for (const [i, a] of rows.entries()) {
      for (const [j, b] of rows.entries()) {
        const products = a.map((value, k) => value * b[k]! * features);
        const mean = products.reduce((x, y) => x + y) / features;
        const variance = products.reduce((x, y) => x + (y - mean) ** 2, 0) / features;
        expect(Math.abs(mean - K[i]![j]!)).toBeLessThan(4 * Math.sqrt(variance / features));
      }
    }
  });

  test.each(["relu", "cosine"] as const)(
    "a linear read-out on %s features solves XOR and the moons",
    (bend) => {
      const phi = randomFeatures({
        inputs: 2,
        features: 60,
        random: new Random(2),
        bend,
        width: 0.5,
      });
      expect(classes(readOut(phi(XOR.X), XOR.y).predict(phi(XOR.X)))).toEqual(XOR.y);
      const [train, fresh] = [moons(1), moons(2)];
      const unit = readOut(phi(train.X), train.y, 1e-2);
      expect(share(classes(unit.predict(phi(fresh.X))), fresh.y)).toBeGreaterThan(0.97);
      const plain = (X: number[][]) => X.map((x) => [1, ...x]);
      const line = readOut(plain(train.X), train.y);
      expect(share(classes(line.predict(plain(fresh.X))), fresh.y)).toBeLessThan(0.93);
    },
  );

  test("gradients pass through both bends", () => {
    for (const bend of ["relu", "cosine"] as const) {
      const phi = randomFeatures({ inputs: 3, features: 7, random: new Random(4), bend });
      const at = [[0.3, -0.8, 1.1]];
      expectAgreement(
        gradientByDual((X) => sum(phi(X)), at),
        numericalGradient((X) => sum(phi(X)), at),
        FINITE_DIFFERENCE,
      );
    }
  });

  test("bad input is named", () => {
    const good = { inputs: 2, features: 3, random: new Random(1) };
    expect(() => randomFeatures({ ...good, features: -1 })).toThrow(
      "features must be a whole number",
    );
    expect(() => randomFeatures({ ...good, width: 0 })).toThrow("width must be finite and above 0");
    expect(() => randomFeatures({ ...good, bend: "sine" as never })).toThrow(
      'the bend is "relu" or "cosine"',
    );
    expect(() => randomFeatures(good)([[1, 2, 3]])).toThrow(
      "X holds one example a row, [n, 2]; here X is [1, 3].",
    );
  });
});

describe("radialBasis, Eq. (6.13)", () => {
  test("by hand: distance 5 and width 5 give e^(−½)", () => {
    expectAgreement(
      radialBasis(
        [
          [0, 0],
          [3, 4],
        ],
        5,
      )([[0, 0]]),
      [[1, Math.exp(-0.5)]],
      ROUNDING,
    );
  });

  test("agrees with the distances one by one, far from the origin too", () => {
    const [X, C] = [
      [
        [99, 101],
        [100.5, 100],
      ],
      [
        [100, 100],
        [99.5, 101.5],
        [101, 99],
      ],
    ];
    const byHand = X.map((x) =>
      C.map((c) => Math.exp(-((x[0]! - c[0]!) ** 2 + (x[1]! - c[1]!) ** 2) / 2)),
    );
    expectAgreement(radialBasis(C, 1)(X), byHand, ROUNDING);
  });

  test("derivative −φ (x − c)/ℓ²: by hand, dual numbers, differences", () => {
    const phi = radialBasis([[1]], 2);
    const value = Math.exp(-((3 - 1) ** 2) / 8);
    const byHand = [[(-value * (3 - 1)) / 4]];
    expectAgreement(
      gradientByDual((X) => sum(phi(X)), [[3]]),
      byHand,
      ROUNDING,
    );
    expectAgreement(
      numericalGradient((X) => sum(phi(X)), [[3]]),
      byHand,
      FINITE_DIFFERENCE,
    );
  });

  test("the kernel is symmetric, 1 on its diagonal, and falls with distance", () => {
    const X = [
      [0, 0],
      [1, 0],
      [0, 3],
    ];
    const K = gaussianKernel(X, X, 1).toArray() as number[][];
    expect(K.map((row, i) => row[i])).toEqual([1, 1, 1]);
    expectAgreement(
      K,
      K.map((_, i) => K.map((row) => row[i]!)),
      ROUNDING,
    );
    expect(K[0]![1]).toBeGreaterThan(K[0]![2]!);
  });

  test("bad input is named", () => {
    expect(() => radialBasis([[0, 0]], -1)).toThrow(
      "width must be finite and above 0; here width is -1.",
    );
    expect(() => radialBasis([0, 0], 1)).toThrow(ShapeError);
    expect(() => radialBasis([[0, 0]], 1)([[1]])).toThrow(ShapeError);
  });
});

describe("spaceTiling, Eq. (6.14)", () => {
  const quarters = spaceTiling({ inputs: 2, low: 0, high: 1, bins: 2 });

  test("by hand: the boxes of a 2 × 2 grid, borders to the right, outside to the nearest", () => {
    const boxes = (
      quarters([
        [0.1, 0.1],
        [0.1, 0.9],
        [0.9, 0.1],
        [0.5, 0.5],
        [-3, 7],
        [1, 1],
      ]).toArray() as number[][]
    ).map((row) => row.indexOf(1));
    expect(boxes).toEqual([0, 1, 2, 3, 1, 3]);
  });

  test("every example has exactly one box, and a table separates XOR", () => {
    expect(sum(quarters(XOR.X), 1).toArray()).toEqual([1, 1, 1, 1]);
    expect(classes(readOut(quarters(XOR.X), XOR.y).predict(quarters(XOR.X)))).toEqual(XOR.y);
  });

  test("the boxes explode with the dimension", () => {
    expect(spaceTiling({ inputs: 3, low: 0, high: 1, bins: 10 })([[0, 0, 0]]).shape).toEqual([
      1, 1000,
    ]);
    expect(() => spaceTiling({ inputs: 7, low: 0, high: 1, bins: 10 })).toThrow(
      "no more than 1000000 boxes kᵈ, Eq. (6.14)",
    );
  });

  test("bad input is named", () => {
    expect(() => spaceTiling({ inputs: 2, low: 1, high: 0, bins: 2 })).toThrow("low below high");
    expect(() => spaceTiling({ inputs: 2, low: 0, high: 1, bins: 0 })).toThrow(
      "bins must be a whole number",
    );
    expect(() => quarters([[1]])).toThrow(ShapeError);
  });
});

describe("kernelMachine, Eq. (6.15)", () => {
  test("by hand for two samples: (K + λI) α = y with K = [[1, k], [k, 1]]", () => {
    const k = Math.exp(-0.5); // distance 1, width 1
    const { weights, units } = kernelMachine([[0], [1]], [1, -1], { width: 1, ridge: 0.5 });
    expect(units).toBe(2);
    expectAgreement(weights, [1 / (1.5 - k), -1 / (1.5 - k)], ROUNDING); // by symmetry α₂ = −α₁
  });

  test("without a ridge it meets every target; ŷ is a sum over templates", () => {
    const machine = kernelMachine(XOR.X, XOR.y, { width: 0.5, ridge: 0 });
    expectAgreement(machine.predict(XOR.X), XOR.y, ROUNDING);
    const x = [[0.3, 0.6]];
    const similar = gaussianKernel(x, XOR.X, 0.5);
    expectAgreement(machine.predict(x), [sum(mul(machine.weights, [...similar.data]))], ROUNDING);
  });

  test("a far-away point resembles no template, and the answer is 0", () => {
    expect(
      kernelMachine(XOR.X, XOR.y, { width: 0.5 })
        .predict([[100, 100]])
        .toArray(),
    ).toEqual([0]);
  });

  test("separates the moons, and takes several targets at once", () => {
    const [train, fresh] = [moons(3), moons(4)];
    const machine = kernelMachine(train.X, train.y, { width: 0.4, ridge: 0.1 });
    expect(share(classes(machine.predict(fresh.X)), fresh.y)).toBeGreaterThan(0.97);
    const both = kernelMachine(
      XOR.X,
      XOR.y.map((y) => [y, 2 * y]),
      { width: 0.5 },
    );
    const [first, second] = [both.predict(XOR.X).toArray() as number[][], [0, 1, 2, 3]];
    for (const i of second) expectAgreement(first[i]![1]!, 2 * first[i]![0]!, ROUNDING);
  });

  test("bad input is named", () => {
    expect(() => kernelMachine(XOR.X, [1, 2], { width: 1 })).toThrow(
      "every sample of X [n, d] needs its own target in y [n], Eq. (6.15)",
    );
    expect(() => kernelMachine(XOR.X, XOR.y, { width: 0 })).toThrow(ValueError);
    expect(() => kernelMachine(XOR.X, XOR.y, { width: 1, ridge: -1 })).toThrow("ridge");
    expect(() => kernelMachine([[1], [1]], [1, 2], { width: 1, ridge: 0 })).toThrow(
      "must not be singular",
    );
  });
});

test("features are the same for lists and for tensors, and do not touch their input", () => {
  const X = Object.freeze([Object.freeze([1, 2]), Object.freeze([3, 4])]) as number[][];
  const shifted = sub(add(X, 1), 1);
  expectAgreement(polynomialFeatures(X, 3), polynomialFeatures(shifted, 3), EXACT);
});
