import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { batchEstimates } from "../../src/figures/loss/batch-estimates.js";
import { confidentlyWrong } from "../../src/figures/loss/confidently-wrong.js";
import { crossEntropyCurves } from "../../src/figures/loss/cross-entropy-curves.js";
import { gridSearchCost } from "../../src/figures/loss/grid-search-cost.js";
import { gridWinners } from "../../src/figures/loss/grid-winners.js";
import { likelihoodCurve } from "../../src/figures/loss/likelihood-curve.js";
import { lossBlock } from "../../src/figures/loss/loss-block.js";
import { lossForms } from "../../src/figures/loss/loss-forms.js";
import { lossSurface } from "../../src/figures/loss/loss-surface.js";
import { marginLoss } from "../../src/figures/loss/margin-loss.js";
import { mseVsCrossEntropyTraining } from "../../src/figures/loss/mse-vs-cross-entropy-training.js";
import { noiseBells } from "../../src/figures/loss/noise-bells.js";
import { residualSquares } from "../../src/figures/loss/residual-squares.js";
import { sliceOfLoss } from "../../src/figures/loss/slice-of-loss.js";
import { softmaxPull } from "../../src/figures/loss/softmax-pull.js";
import { stabilityGap } from "../../src/figures/loss/stability-gap.js";
import type { Coordinates, ScatterTrace } from "../../src/figures/traces.js";
import { sigmoid } from "../../src/math/activations.js";
import {
  binaryCrossEntropy,
  binaryCrossEntropyFromLogits,
} from "../../src/math/binary-cross-entropy.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { hinge } from "../../src/math/hinge.js";
import { meanSquaredError } from "../../src/math/mean-squared-error.js";
import { softmax } from "../../src/math/softmax.js";
import { ValueError } from "../../src/math/value-error.js";

function scatter(figure: Figure, index: number): ScatterTrace {
  const trace = figure.data[index]!;
  if (trace.type !== "scatter") throw new Error(`trace ${index} is a ${trace.type}`);
  return trace;
}

function pairs({ x, y }: { x?: Coordinates; y?: Coordinates }): [number, number][] {
  return (x ?? []).flatMap((xi, i): [number, number][] => {
    const yi = y?.[i] ?? null;
    return xi === null || yi === null ? [] : [[xi, yi]];
  });
}

/** Every point of a trace lies on f. */
function expectOn(figure: Figure, index: number, f: (x: number) => number): void {
  const points = pairs(scatter(figure, index));
  expect(points.length).toBeGreaterThan(0);
  for (const [x, y] of points) expect(y).toBeCloseTo(f(x), 6);
}

describe("lossBlock", () => {
  test("each stop says the prediction and its squared gap", () => {
    const block = lossBlock({ x: 2, y: 7, weights: [2, 5] });
    const texts = block.frames!.map(({ data }) => data[0]!.text!.slice(0, 3));
    expect(texts).toEqual([
      ["2", "4", "<b>9</b>"],
      ["5", "10", "<b>9</b>"],
    ]);
  });
});

describe("batchEstimates", () => {
  test("a column holds the mean of every batch", () => {
    const figure = batchEstimates({ losses: [1, 3, 5, 7], sizes: [1, 2, 4] });
    expect([0, 1, 2].map((k) => pairs(scatter(figure, k)).map(([, y]) => y))).toEqual([
      [1, 3, 5, 7],
      [2, 6],
      [4],
    ]);
  });
});

describe("curves lie on the library's functions", () => {
  test("likelihoodCurve: the product, and the mean of −ln of the probabilities of what came", () => {
    const figure = likelihoodCurve({ heads: 7, tails: 3 });
    expectOn(figure, 0, (p) => p ** 7 * (1 - p) ** 3);
    const tosses = [1, 1, 1, 1, 1, 1, 1, 0, 0, 0];
    expectOn(figure, 1, (p) =>
      binaryCrossEntropy(
        tosses.map(() => p),
        tosses,
      ),
    );
  });

  test("crossEntropyCurves: one for each label, with tangents of the right slope", () => {
    const figure = crossEntropyCurves({ predictions: [0.2] });
    expectOn(figure, 0, (p) => binaryCrossEntropy(p, 1));
    expectOn(figure, 1, (p) => binaryCrossEntropy(p, 0));
    const [[x0, y0], [x1, y1]] = pairs(scatter(figure, 4)) as [[number, number], [number, number]];
    expect((y1 - y0) / (x1 - x0)).toBeCloseTo(binaryCrossEntropy.gradient(0.2, 1), 6);
  });

  test("stabilityGap: the safe form goes on where the literal one ends", () => {
    const figure = stabilityGap({ to: 45 });
    expectOn(figure, 0, (z) => binaryCrossEntropyFromLogits(z, 0));
    expect(pairs(scatter(figure, 0)).at(-1)![0]).toBe(45);
    const last = pairs(scatter(figure, 1)).at(-1)!;
    expect(last[0]).toBeGreaterThan(36);
    expect(-Math.log(1 - sigmoid(last[0] + 0.05))).toBe(Number.POSITIVE_INFINITY);
  });

  test("confidentlyWrong: the lower curves are the slopes of the upper ones", () => {
    const figure = confidentlyWrong({ reach: 8, logits: [-6] });
    const [cross, squared] = [
      (z: number) => binaryCrossEntropyFromLogits(z, 1),
      (z: number) => meanSquaredError(sigmoid(z), 1),
    ];
    expectOn(figure, 0, cross);
    expectOn(figure, 1, squared);
    expectOn(figure, 4, (z) => Math.abs(centralDifference(cross, z)));
    expectOn(figure, 5, (z) => Math.abs(centralDifference(squared, z)));
  });

  test("marginLoss: hinge and cross-entropy, and hinge's jump at 1", () => {
    const figure = marginLoss({ reach: 4, margins: [0] });
    expectOn(figure, 0, (margin) => binaryCrossEntropyFromLogits(margin, 1));
    expectOn(figure, 1, (margin) => hinge(margin, 1));
    expect(pairs(scatter(figure, 4))).toEqual([
      [-4, -1],
      [1, -1],
      [1, 0],
      [4, 0],
    ]);
  });
});

describe("residualSquares and noiseBells", () => {
  const points = { x: [1, 2, 4], y: [2, 1, 3] };

  test("the areas of the squares have the mean J", () => {
    const figure = residualSquares({ ...points, weights: [1] });
    const corners = pairs(scatter(figure, 0));
    const areas = points.x.map((_, i) => {
      const [a, b, c] = corners.slice(5 * i, 5 * i + 3) as [number, number][];
      const [side, width] = [Math.abs(b![1] - a![1]), Math.abs(c![0] - b![0])];
      expect(width).toBeCloseTo(side);
      return side * width;
    });
    const J = meanSquaredError(points.x, points.y);
    expect(areas.reduce((a, b) => a + b) / 3).toBeCloseTo(J);
    expectOn(figure, 3, (w) =>
      meanSquaredError(
        points.x.map((x) => w * x),
        points.y,
      ),
    );
  });

  test("the bar at a target is as long as its bell is wide there", () => {
    const figure = noiseBells({ ...points, weights: [1], std: 0.5 });
    const bars = pairs(scatter(figure, 2));
    points.x.forEach((x, i) => {
      const length = bars[2 * i + 1]![0] - bars[2 * i]![0];
      expect(length).toBeCloseTo(0.8 * Math.exp(-((points.y[i]! - x) ** 2) / 0.5));
    });
  });
});

describe("softmaxPull", () => {
  const figure = softmaxPull({ scores: [0, 1, 2], came: 0, steps: 3 });

  test("the first bars are the softmax, and each step adds the pull to the scores", () => {
    const shares = figure.frames!.map(({ data }) => data[0]!.y as number[]);
    const p = [...softmax([0, 1, 2]).data];
    expect(shares[0]).toEqual(p);
    const moved = [0, 1, 2].map((score, j) => score + (j === 0 ? 1 : 0) - p[j]!);
    expect(shares[1]).toEqual([...softmax(moved).data]);
  });
});

describe("sliceOfLoss", () => {
  test("says which curve the chord dips under", () => {
    const curves = [
      { name: "bowl", loss: (w: number) => w * w },
      { name: "hill", loss: (w: number) => 4 - w * w },
    ];
    const { caption } = sliceOfLoss({ slice: "w", from: -2, to: 2, curves, chord: [-1, 1] });
    expect(caption).toMatch(/For bowl, [^.]*as convexity asks\./);
    expect(caption).toMatch(/For hill, [^.]*not convex\./);
  });

  test("marks the hollows", () => {
    const loss = (t: number): number => (t * t - 1) ** 2;
    const { caption } = sliceOfLoss({
      slice: "t",
      from: -2,
      to: 2,
      curves: [{ name: "double well", loss }],
    });
    expect(caption).toContain("2 hollows, at t = −1 and 1, and a pass between them.");
  });
});

describe("lossSurface", () => {
  test("marks the lowest place", () => {
    const axis = { from: -2, to: 4 };
    const figure = lossSurface({
      loss: (a, b) => (a - 1) ** 2 + (b - 2) ** 2,
      horizontal: { name: "w₁", ...axis },
      vertical: { name: "w₂", ...axis },
    });
    expect(figure.alt).toBe("The loss over w₁ and w₂, lowest at (1, 2)");
  });

  test("marks every place that is as low", () => {
    const axis = { from: -2, to: 2 };
    const { caption } = lossSurface({
      loss: (a, b) => (a * a - 1) ** 2 + (a - b) ** 2,
      horizontal: { name: "a", ...axis },
      vertical: { name: "b", ...axis },
    });
    expect(caption).toContain("the lowest are (−1, −1) and (1, 1), each with J = 0");
  });
});

describe("lossForms", () => {
  const forms = [
    { name: "stable", loss: (z: number) => z + Math.log1p(Math.exp(-z)) },
    { name: "literal", loss: (z: number) => -Math.log(1 - 1 / (1 + Math.exp(-z))) },
  ] as const;

  test("draws each form as it is, and the literal one only while it is finite", () => {
    const figure = lossForms({ forms, from: 32, to: 40 });
    expectOn(figure, 0, forms[0].loss);
    const curves = figure.data.flatMap((trace) =>
      trace.type === "scatter" && trace.mode === "lines" ? [pairs(trace)] : [],
    );
    expect(curves.map((curve) => curve[curve.length - 1]![0])).toEqual([40, 36.72]);
    for (const [z, loss] of curves[1]!) expect(loss).toBeCloseTo(forms[1].loss(z), 6);
    expect(figure.caption).toContain("Beyond z = 36.7, literal is not a finite number.");
  });

  test("says how far the two are apart, and where", () => {
    const shifted = [forms[0], { name: "bent", loss: (z: number) => z + 0.1 * z }] as const;
    const { caption } = lossForms({ forms: shifted, from: 10, to: 20 });
    expect(caption).toContain("they are at most 2 apart, at z = 20.");
    expect(caption).not.toContain("Beyond");
  });

  test("refuses what it cannot draw", () => {
    const nowhere = [forms[0], { name: "broken", loss: () => Number.NaN }] as const;
    expect(() => lossForms({ forms: nowhere, from: 0, to: 1 })).toThrow(
      "broken must be finite where the interval begins",
    );
    expect(() => lossForms({ forms: [forms[0]] as never, from: 0, to: 1 })).toThrow(
      "a list of two",
    );
    expect(() => lossForms({ forms, from: 1, to: 1 })).toThrow(ValueError);
  });
});

describe("gridWinners", () => {
  const loss = (a: number, b: number) => (a - 1) ** 2 + b ** 2;
  const searches = [
    { values: [-2, 0, 2], winner: [0, 0] },
    { values: [-2, -1, 0, 1, 2], winner: [1, 0] },
  ];

  test("shows every place that was tried, and the winner, in a panel for each search", () => {
    const figure = gridWinners({ loss, searches, minimum: [1, 0] });
    expect(pairs(scatter(figure, 1))).toHaveLength(9);
    expect(pairs(scatter(figure, 2))).toEqual([[0, 0]]);
    expect(pairs(scatter(figure, 5))).toHaveLength(25);
    expect(pairs(scatter(figure, 6))).toEqual([[1, 0]]);
    expect(scatter(figure, 6).xaxis).toBe("x2");
    expect(pairs(scatter(figure, 7))).toEqual([[1, 0]]);
    expect(figure.caption).toContain("Of 9 places the best is (0, 0), with J = 1; of 25 places");
  });

  test("without a known minimum it speaks of no star", () => {
    expect(gridWinners({ loss, searches }).caption).not.toContain("star");
  });

  test("refuses no search, one value, and a winner that is no pair", () => {
    expect(() => gridWinners({ loss, searches: [] })).toThrow("one to four searches");
    const single = [{ values: [1], winner: [1, 1] }];
    expect(() => gridWinners({ loss, searches: single })).toThrow("two values or more");
    const odd = [{ values: [0, 1], winner: [1] }];
    expect(() => gridWinners({ loss, searches: odd })).toThrow("winner is two numbers");
  });
});

describe("gridSearchCost", () => {
  test("a model stands at its number of weights and the power of ten of its trials", () => {
    const figure = gridSearchCost({ values: 10, models: [{ name: "unit", weights: 7 }] });
    const marks = figure.data.flatMap((trace) =>
      trace.type === "scatter" && trace.mode === "markers" ? pairs(trace) : [],
    );
    expect(marks).toEqual([[7, 7]]);
  });
});

test.each<[string, () => Figure]>([
  ["lossBlock, start", () => lossBlock({ x: 1, y: 1, weights: [1], start: 1 })],
  ["lossBlock, NaN", () => lossBlock({ x: Number.NaN, y: 1, weights: [1] })],
  ["batchEstimates, no sizes", () => batchEstimates({ losses: [1], sizes: [] })],
  ["batchEstimates, too large", () => batchEstimates({ losses: [1], sizes: [2.5] })],
  ["likelihoodCurve, no toss", () => likelihoodCurve({ heads: 0, tails: 0 })],
  ["crossEntropyCurves, edge", () => crossEntropyCurves({ predictions: [0] })],
  ["stabilityGap, short", () => stabilityGap({ to: 10 })],
  ["residualSquares, no x", () => residualSquares({ x: [0], y: [1], weights: [1] })],
  ["noiseBells, flat", () => noiseBells({ x: [1], y: [1], weights: [1], std: 0 })],
  ["confidentlyWrong, beyond", () => confidentlyWrong({ reach: 5, logits: [9] })],
  ["marginLoss, beyond", () => marginLoss({ reach: 4, margins: [9] })],
  ["softmaxPull, no class", () => softmaxPull({ scores: [1, 2], came: 2, steps: 3 })],
  ["softmaxPull, no steps", () => softmaxPull({ scores: [1, 2], came: 1, steps: 0 })],
  ["sliceOfLoss, no curve", () => sliceOfLoss({ slice: "t", from: 0, to: 1, curves: [] })],
  [
    "sliceOfLoss, chord outside",
    () =>
      sliceOfLoss({
        slice: "t",
        from: 0,
        to: 1,
        curves: [{ name: "flat", loss: () => 0 }],
        chord: [0, 2],
      }),
  ],
  ["gridSearchCost, one value", () => gridSearchCost({ values: 1, models: [] })],
  [
    "mseVsCrossEntropyTraining, no count",
    () =>
      mseVsCrossEntropyTraining({
        bySquares: [1],
        byCrossEntropy: [1],
        right: () => 9,
        samples: 2,
      }),
  ],
])("%s is refused", (_, draw) => {
  expect(draw).toThrow(ValueError);
});
