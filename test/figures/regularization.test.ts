/** Chapter 5: numbers that its figures show are the library's, and what they refuse. */
import { describe, expect, test } from "vitest";
import { dropoutNetwork } from "../../src/figures/regularization/dropout-network.js";
import { earlyStoppingCurves } from "../../src/figures/regularization/early-stopping-curves.js";
import { methodComparison } from "../../src/figures/regularization/method-comparison.js";
import { normalizationStatistics } from "../../src/figures/regularization/normalization-statistics.js";
import { penaltyGeometry } from "../../src/figures/regularization/penalty-geometry.js";
import { polynomialFit } from "../../src/figures/regularization/polynomial-fit.js";
import { shiftedDigits } from "../../src/figures/regularization/shifted-digits.js";
import { shrinkagePaths } from "../../src/figures/regularization/shrinkage-paths.js";
import { splitBar } from "../../src/figures/regularization/split-bar.js";
import { underOverCurves } from "../../src/figures/regularization/under-over-curves.js";
import { weightHistogram } from "../../src/figures/regularization/weight-histogram.js";
import { widthSweep } from "../../src/figures/regularization/width-sweep.js";
import { batchNormTraining } from "../../src/math/regularization/batch-normalization.js";
import { layerNorm } from "../../src/math/regularization/layer-normalization.js";
import { tensor } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

const points = { x: tensor([[0], [1], [2]]), y: tensor([0, 1, 0]) };

describe("polynomialFit", () => {
  const figure = polynomialFit({
    points,
    truth: () => 0,
    across: [0, 1, 2],
    curves: [
      [1, 1, 1],
      [0, 1, 0],
    ],
  });

  test("draws the curve of each degree and says its miss at the points", () => {
    expect(figure.frames?.map(({ data }) => data[0]?.y)).toEqual([
      [1, 1, 1],
      [0, 1, 0],
    ]);
    // Misses of 1, 0, 1 at the points: the root of 2/3.
    expect(figure.frames?.[0]?.data[1]?.text).toEqual([
      "\u00a0degree 1, typical miss at the points: 0.816",
    ]);
    expect(figure.frames?.[1]?.data[1]?.text?.[0]).toContain("points: 0");
  });

  test("refuses no curve and a curve of another length", () => {
    const given = { points, truth: Math.sin, across: [0, 1] };
    expect(() => polynomialFit({ ...given, curves: [] })).toThrow(ValueError);
    expect(() => polynomialFit({ ...given, curves: [[1]] })).toThrow("must have 2 entries");
  });
});

test("underOverCurves marks the lowest validation error and refuses 0 on a log axis", () => {
  const given = { complexity: [1, 2, 3], training: [3, 2, 1], label: "degree" };
  const figure = underOverCurves({ ...given, validation: [3, 2, 4] });
  expect(figure.alt).toContain("lowest at 2");
  expect(figure.data[4]).toMatchObject({ x: [2], y: [2] });
  expect(() => underOverCurves({ ...given, validation: [3, 0, 4] })).toThrow("above 0");
});

test("splitBar's bars are as long as their counts and follow one another", () => {
  const parts = [
    { name: "a", count: 3, use: "is first" },
    { name: "b", count: 1, use: "is second" },
  ];
  const shapes = splitBar({ parts }).layout.shapes ?? [];
  expect(shapes.slice(2).map(({ x0, x1 }) => [x0, x1])).toEqual([
    [0, 3],
    [3, 4],
  ]);
  expect(() => splitBar({ parts: [{ name: "a", count: 0, use: "is empty" }] })).toThrow(ValueError);
});

test("shiftedDigits keeps the pixels in rows and refuses broken ones", () => {
  const cases = [{ name: "as it was", image: [1, 2, 3, 4], percent: 12.4 }];
  const figure = shiftedDigits({ cases, width: 2 });
  expect(figure.data[0]).toMatchObject({
    z: [
      [1, 2],
      [3, 4],
    ],
  });
  expect(figure.layout.annotations?.[0]?.text).toContain("12 % wrong");
  expect(() => shiftedDigits({ cases, width: 3 })).toThrow("whole rows");
});

describe("penaltyGeometry", () => {
  const round = {
    minimum: [0.6, 1.6],
    curvature: [
      [1, 0],
      [0, 1],
    ],
  };

  test("finds the corner of the diamond and the point of the circle", () => {
    const figure = penaltyGeometry({ ...round, budgets: [0.5], start: 0 });
    // |w₁| + |w₂| = 0.5: minimum minus 0.85 each would leave the diamond, so w₁ = 0.
    expect(figure.data[4]).toMatchObject({ x: [0], y: [0.5] });
    const length = Math.hypot(0.6, 1.6);
    const touch = figure.data[10];
    expect(Number(touch?.x?.[0])).toBeCloseTo((0.5 * 0.6) / length, 2);
    expect(Number(touch?.y?.[0])).toBeCloseTo((0.5 * 1.6) / length, 2);
  });

  test("stays at the minimum where the budget allows it", () => {
    const figure = penaltyGeometry({ ...round, budgets: [3], start: 0 });
    expect(figure.data[4]).toMatchObject({ x: [0.6], y: [1.6] });
  });

  test("refuses a saddle and a budget of 0", () => {
    const saddle = [
      [1, 0],
      [0, -1],
    ];
    expect(() => penaltyGeometry({ ...round, curvature: saddle, budgets: [1] })).toThrow(
      "positive definite",
    );
    expect(() => penaltyGeometry({ ...round, budgets: [0] })).toThrow(ValueError);
  });
});

test("shrinkagePaths draws the weights given and counts the zeros", () => {
  const panels = [
    {
      name: "L1",
      weights: [
        [2, 1],
        [0, 0.5],
      ],
    },
  ];
  const figure = shrinkagePaths({ lambdas: [0.1, 1], names: ["a", "b"], panels });
  expect(figure.data[1]).toMatchObject({ x: [0.1, 1], y: [1, 0.5] });
  expect(figure.alt).toContain("1 of 2 at 0");
  expect(() => shrinkagePaths({ lambdas: [1, 1], names: ["a"], panels })).toThrow("rising");
});

test("weightHistogram counts small weights, and its bars add up to 100 %", () => {
  const figure = weightHistogram({
    panels: [{ name: "net", weights: [0, 0.001, 1, -1] }],
    small: 0.01,
  });
  expect(figure.alt).toContain("net 50 %");
  const heights = figure.data[0]?.y as number[];
  expect(heights.reduce((a, b) => a + b)).toBeCloseTo(100);
  expect(() => weightHistogram({ panels: [], small: 1 })).toThrow(ValueError);
});

test("dropoutNetwork draws no line through a silent unit", () => {
  const figure = dropoutNetwork({
    inputs: 2,
    masks: [
      [2, 0],
      [0, 0],
    ],
    outputs: 1,
    rate: 0.5,
  });
  const [first, second] = figure.frames ?? [];
  // One unit: two lines in, one out, each of two points and a gap.
  expect(first?.data[0]?.x?.length).toBe(9);
  expect(first?.data[3]?.text).toEqual(["×2"]);
  expect(second?.data[0]?.x?.length).toBe(0);
  expect(() => dropoutNetwork({ inputs: 2, masks: [], outputs: 1, rate: 0.5 })).toThrow(ValueError);
});

test("normalizationStatistics shows what the library computes", () => {
  const batch = [
    [1, 5],
    [3, -2],
  ];
  const [ones, zeros] = [
    [1, 1],
    [0, 0],
  ];
  const [, byBatch, byLayer] = normalizationStatistics({ batch }).data.filter(
    (trace) => trace.type === "heatmap",
  );
  const short = (rows: unknown): number[][] =>
    (rows as number[][]).map((row) => row.map((entry) => Number(entry.toFixed(4)) + 0));
  expect(byBatch?.z).toEqual(short(batchNormTraining(batch, ones, zeros).output.toArray()));
  expect(byLayer?.z).toEqual(short(layerNorm(batch, ones, zeros).toArray()));
  expect(() => normalizationStatistics({ batch: [[1, 2]] })).toThrow(ValueError);
});

test("earlyStoppingCurves says both epochs and refuses others", () => {
  const losses = { training: [3, 2, 1], validation: [3, 2, 4] };
  expect(earlyStoppingCurves({ ...losses, best: 2, stopped: 3 }).caption).toContain(
    "stops at 3 and goes back to the weights of 2",
  );
  const fooled = earlyStoppingCurves({ ...losses, validation: [3, 2, 1], best: 1, stopped: 2 });
  expect(fooled.caption).toContain("lowest after epoch 3, at 1");
  expect(fooled.caption).toContain("But kept is epoch 1, at 3: the lowest was not found.");
  expect(fooled.alt).toBe("Validation loss is lowest after epoch 3 of 3, kept is epoch 1");
  expect(() => earlyStoppingCurves({ ...losses, best: 0, stopped: 3 })).toThrow("from 1 to 3");
});

test("methodComparison calls a whisker across 0 nothing", () => {
  const rows = [
    { name: "L1", difference: -2, reach: 1 },
    { name: "noise", difference: -2, reach: 3 },
    { name: "norm", difference: 2, reach: 1 },
  ];
  const figure = methodComparison({ panels: [{ name: "all", rows }] });
  const own = methodComparison({ panels: [{ name: "all", rows }], measured: "validation error" });
  expect(JSON.stringify(figure.layout)).toContain("change of the test error");
  expect(JSON.stringify(own.layout)).toContain("change of the validation error");
  expect(figure.alt).toBe("Change of the error; all: L1 helps, norm harms");
  expect(figure.data.slice(0, 3).map((trace) => trace.x)).toEqual([[-2], [2], [-2]]);
  expect(() =>
    methodComparison({ panels: [{ name: "a", rows: [{ name: "x", difference: 0, reach: -1 }] }] }),
  ).toThrow("0 or more");
});

test("widthSweep joins the means and draws every run", () => {
  const runs = [
    { weights: 10, training: [90, 80], validation: [95, 85] },
    { weights: 1000, training: [0, 0], validation: [10, 20] },
  ];
  const figure = widthSweep({ examples: 50, runs });
  expect(figure.data[3]).toMatchObject({ x: [10, 1000], y: [90, 15] });
  expect(figure.data[1]?.x).toHaveLength(4);
  expect(() => widthSweep({ examples: 50, runs: runs.slice(1) })).toThrow("two sizes");
});
