import { describe, expect, test } from "vitest";
import { sigmoid } from "../../../src/math/activations.js";
import {
  coverCount,
  coverLog10Probability,
  coverProbability,
  simulateCover,
} from "../../../src/math/beyond/cover.js";
import { foldingNetwork } from "../../../src/math/beyond/folding.js";
import {
  activationPatterns,
  maximalRegions,
  regionsOnGrid,
  switchesAlongLine,
} from "../../../src/math/beyond/linear-regions.js";
import { separatingWeights } from "../../../src/math/beyond/separability.js";
import { largestError, sigmoidBumps } from "../../../src/math/beyond/sigmoid-bumps.js";
import { dot } from "../../../src/math/linear-algebra.js";
import { Random } from "../../../src/math/random.js";
import { ShapeError } from "../../../src/math/shape.js";
import { ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

const draw = (random: Random, rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));

describe("Cover's count, Eq. (6.16)", () => {
  test("by hand: 4 points and 3 weights, 2 (1 + 3 + 3) = 14 of 16 splits; XOR and its opposite are missing", () => {
    expect(coverCount(4, 3)).toBe(14n);
    expect(coverProbability(4, 3)).toBe(14 / 16);
  });

  test("up to P = N every split is possible", () => {
    for (const points of [1, 5, 10]) expect(coverProbability(points, 10)).toBe(1);
    expect(coverCount(10, 10)).toBe(1024n);
  });

  test.each([
    [10, 11, 0.999],
    [10, 15, 0.91],
    [10, 20, 0.5],
    [10, 30, 0.031],
    [2, 3, 0.75],
    [2, 4, 0.5],
    [50, 75, 0.998],
    [50, 100, 0.5],
  ])("N = %i, P = %i: %f", (weights, points, want) => {
    expect(Number(coverProbability(points, weights).toFixed(3))).toBe(want);
  });

  test("Cover's recursion C(P + 1, N) = C(P, N) + C(P, N − 1)", () => {
    for (let points = 1; points < 20; points++) {
      for (let weights = 2; weights < 8; weights++) {
        expect(coverCount(points + 1, weights)).toBe(
          coverCount(points, weights) + coverCount(points, weights - 1),
        );
      }
    }
  });

  test("MNIST, 60,000 images of 784 pixels: no chance for random classes, 1 in 10^16250", () => {
    expect(coverProbability(60_000, 784)).toBe(0); // below the smallest float
    expect(coverLog10Probability(60_000, 784)).toBeCloseTo(-16250.0408, 4);
    expect(10 ** coverLog10Probability(30, 10)).toBeCloseTo(coverProbability(30, 10), 12);
    expect(coverProbability(1568, 784)).toBe(0.5); // 2^1568 is no float, the quotient is
  });

  test.each([
    [4, 2],
    [6, 3],
    [9, 5],
    [12, 5],
  ])("simulation with P = %i, N = %i agrees within 4 standard errors", (points, weights) => {
    const { share, standardError } = simulateCover(points, weights, {
      trials: 400,
      random: new Random(17),
    });
    expect(Math.abs(share - coverProbability(points, weights))).toBeLessThan(4 * standardError);
    expect(standardError).toBeLessThan(0.03);
  });

  test("bad input is named", () => {
    expect(() => coverProbability(-1, 3)).toThrow(
      "points must be a whole number of at least 1; here points is -1.",
    );
    expect(() => coverCount(3, 0.5)).toThrow("weights");
    expect(() => simulateCover(3, 3, { trials: 0, random: new Random(1) })).toThrow("trials");
  });
});

describe("separatingWeights", () => {
  test("finds weights for every class that a hyperplane made, and they separate", () => {
    const random = new Random(31);
    for (let trial = 0; trial < 50; trial++) {
      const X = draw(random, 25, 4);
      const truth = draw(random, 1, 4)[0]!;
      const y = X.map((x) => (dot(x, truth) > 0 ? 1 : -1));
      const w = separatingWeights(X, y)!;
      expect(X.every((x, i) => y[i]! * dot(x, w) > 0)).toBe(true);
    }
  });

  test("of the 16 ways to class the corners of a square it refuses two, XOR and its opposite", () => {
    const corners = [
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
    ];
    const refused = Array.from({ length: 16 }, (_, code) =>
      [0, 1, 2, 3].map((i) => ((code >> i) & 1 ? 1 : -1)),
    ).filter((y) => separatingWeights(corners, y) === undefined);
    expect(refused).toEqual(
      [
        [-1, 1, 1, -1],
        [1, -1, -1, 1],
      ]
        .sort((a, b) => b[0]! - a[0]!)
        .reverse(),
    );
  });

  test("a point with both classes, or at the origin, cannot be separated", () => {
    expect(
      separatingWeights(
        [
          [1, 2],
          [1, 2],
        ],
        [1, -1],
      ),
    ).toBe(undefined);
    expect(separatingWeights([[0, 0]], [1])).toBe(undefined);
  });

  test("bad input is named", () => {
    expect(() => separatingWeights([[1]], [0])).toThrow(
      "a class is +1 or −1, Eq. (1.14); here class is 0.",
    );
    expect(() => separatingWeights([[1]], [1, 1])).toThrow(ShapeError);
  });
});

describe("sigmoidBumps, Eq. (6.17)", () => {
  test("by hand for two bumps: f(¼) + (f(¾) − f(¼)) σ(s(x − ½))", () => {
    const net = sigmoidBumps((x) => x * x, 2, 10);
    const want = [0.1, 0.5, 0.9].map((x) => 0.0625 + 0.5 * sigmoid(10 * (x - 0.5)));
    expectAgreement(net.predict([0.1, 0.5, 0.9]), want, ROUNDING);
    expect(net.units).toBe(1);
  });

  test("it is the sum of bumps that the equation writes", () => {
    const [n, s, x] = [6, 48, 0.37];
    const f = (t: number) => Math.sin(5 * t) + 2;
    let total = 0;
    for (let k = 0; k < n; k++) {
      const left = k === 0 ? 1 : sigmoid(s * (x - k / n)); // the outermost edges lie far away
      const right = k === n - 1 ? 0 : sigmoid(s * (x - (k + 1) / n));
      total += f((k + 0.5) / n) * (left - right);
    }
    expectAgreement(sigmoidBumps(f, n, s).predict([x]), [total], ROUNDING);
  });

  test.each([
    ["a sine", (x: number) => Math.sin(2 * Math.PI * x), 2 * Math.PI],
    ["a kink", (x: number) => Math.abs(2 * x - 1), 2],
    ["a spiky product", (x: number) => Math.sin(20 * x) * x, 20],
  ])("the error for %s shrinks as bumps grow, below slope/n", (_, f, slope) => {
    const errors = [10, 40, 160].map((n) => largestError(f, sigmoidBumps(f, n).predict));
    for (const [i, n] of [10, 40, 160].entries()) expect(errors[i]).toBeLessThan(slope / n);
    expect(errors[0]! / errors[2]!).toBeGreaterThan(8);
  });

  test("for every ε there is an n", () => {
    const f = (x: number) => Math.sqrt(x); // its slope is not bounded, yet it is continuous
    for (const epsilon of [0.1, 0.03, 0.01]) {
      const enough = [10, 100, 1000, 10000].find(
        (n) => largestError(f, sigmoidBumps(f, n).predict, 301) < epsilon,
      );
      expect(enough).toBeLessThanOrEqual(10000);
    }
  });

  test("bad input is named", () => {
    expect(() => sigmoidBumps(Math.sqrt, 1)).toThrow("bumps must be a whole number of at least 2");
    expect(() => sigmoidBumps((x) => 1 / (x - 0.25), 2)).toThrow(
      "f must be a finite number everywhere on [0, 1]; here x is 0.25",
    );
    expect(() => sigmoidBumps(Math.sqrt, 4, -1)).toThrow(ValueError);
  });
});

describe("linear regions, Eq. (6.18)", () => {
  test("anchors: 3 lines cut the plane into 7; 50 hyperplanes in 10 dimensions", () => {
    expect(maximalRegions(3, 2)).toBe(7n);
    expect(maximalRegions(50, 10)).toBe(13_432_735_556n);
    expect(maximalRegions(4, 9)).toBe(16n); // as many inputs as units: every pattern
  });

  test("adding a hyperplane: r(n, d) = r(n − 1, d) + r(n − 1, d − 1)", () => {
    for (let n = 2; n < 9; n++) {
      for (let d = 2; d < 9; d++) {
        expect(maximalRegions(n, d)).toBe(maximalRegions(n - 1, d) + maximalRegions(n - 1, d - 1));
      }
    }
  });

  test("three lines in general position show 7 regions on a grid, parallel ones 4, and never more than Zaslavsky", () => {
    const square = { low: -2, high: 2, points: 101 };
    const general = {
      W: [
        [1, 0, 1],
        [0, 1, 1],
      ],
      b: [0.013, 0.017, -0.5],
    }; // x, y and x + y
    expect(regionsOnGrid([general], square).count).toBe(7);
    expect(
      regionsOnGrid(
        [
          {
            W: [
              [1, 1, 1],
              [0, 0, 0],
            ],
            b: [-1.01, 0.01, 1.01],
          },
        ],
        square,
      ).count,
    ).toBe(4);
    const random = new Random(5);
    const layer = { W: draw(random, 2, 8), b: draw(random, 1, 8)[0]! };
    expect(BigInt(regionsOnGrid([layer], square).count)).toBeLessThanOrEqual(maximalRegions(8, 2));
  });

  test("within a region the pattern is one, and the grid is numbered by it", () => {
    const { regions, count } = regionsOnGrid(
      [
        {
          W: [
            [1, 0],
            [0, 1],
          ],
          b: [0, 0],
        },
      ],
      { low: -1, high: 1, points: 4 },
    );
    expect(count).toBe(4);
    expect(regions.toArray()).toEqual([
      [0, 0, 1, 1],
      [0, 0, 1, 1],
      [2, 2, 3, 3],
      [2, 2, 3, 3],
    ]);
  });

  test("switches along a line: by hand, and each lies where the pattern of a deep network changes", () => {
    expect(switchesAlongLine([{ W: [[1, 1]], b: [-1, -2] }], [0], [4])).toEqual([0.25, 0.5]);
    const random = new Random(9);
    const layers = [
      [2, 6],
      [6, 5],
      [5, 4],
    ].map(([i, o]) => ({ W: draw(random, i!, o!), b: draw(random, 1, o!)[0]! }));
    const [from, to] = [
      [-3, -2],
      [3, 2.5],
    ];
    const at = (t: number) => from.map((a, i) => a + t * (to[i]! - a));
    const switches = switchesAlongLine(layers, from, to);
    expect(switches.length).toBeGreaterThan(6);
    for (const t of switches) {
      const [before, after] = activationPatterns(layers, [at(t - 1e-9), at(t + 1e-9)]);
      expect(before).not.toBe(after);
    }
    const fine = activationPatterns(
      layers,
      Array.from({ length: 20001 }, (_, i) => at(i / 20000)),
    );
    expect(fine.filter((p, i) => i > 0 && p !== fine[i - 1]).length).toBeLessThanOrEqual(
      switches.length,
    );
    const middles = [0, ...switches].map((t, i) => (t + (switches[i] ?? 1)) / 2);
    expect(new Set(activationPatterns(layers, middles.map(at))).size).toBe(switches.length + 1);
  });

  test("bad input is named", () => {
    expect(() => maximalRegions(0, 2)).toThrow("units must be a whole number of at least 1");
    expect(() => switchesAlongLine([], [0], [1, 2])).toThrow(ShapeError);
    expect(() => regionsOnGrid([], { low: 1, high: 1, points: 3 })).toThrow("low below high");
    expect(() => activationPatterns([{ W: [[1]], b: [0] }], [[1, 2]])).toThrow(ShapeError);
  });
});

describe("folding, Eq. (6.19)", () => {
  test("by hand: one fold takes 0, ¼, ½, ¾, 1 to 0, ½, 1, ½, 0", () => {
    expect(foldingNetwork(1).predict([0, 0.25, 0.5, 0.75, 1]).toArray()).toEqual([
      0, 0.5, 1, 0.5, 0,
    ]);
  });

  test.each([1, 2, 3, 6, 10])("depth %i has 2^k straight pieces from 2k units", (depth) => {
    const net = foldingNetwork(depth);
    const bends = switchesAlongLine(net.layers, [0], [1]);
    expect(bends).toEqual(Array.from({ length: 2 ** depth - 1 }, (_, i) => (i + 1) / 2 ** depth));
    expect(net.units).toBe(2 * depth);
    // It climbs to 1 and falls to 0 in turn: neighbouring pieces have different slopes.
    const corners = net.predict(Array.from({ length: 2 ** depth + 1 }, (_, i) => i / 2 ** depth));
    expect([...corners.data]).toEqual(Array.from({ length: 2 ** depth + 1 }, (_, i) => i % 2));
  });

  test("folding is symmetric: both halves give the same", () => {
    const net = foldingNetwork(5);
    expect(net.predict([0.125, 0.3125]).toArray()).toEqual(net.predict([0.875, 0.6875]).toArray());
  });

  test("one layer with as many units has fewer pieces", () => {
    expect(2n ** 10n > maximalRegions(foldingNetwork(10).units, 1)).toBe(true); // 1024 against 21
    expect(maximalRegions(20, 1)).toBe(21n);
  });

  test("bad input is named", () => {
    expect(() => foldingNetwork(0)).toThrow(
      "depth must be a whole number of at least 1; here depth is 0.",
    );
  });
});
