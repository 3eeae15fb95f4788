/** Chapter 2: its figures with typical and with awkward arguments. */
import type { Figure } from "../../../src/figures/figure.js";
import { batchEstimates } from "../../../src/figures/loss/batch-estimates.js";
import { confidentlyWrong } from "../../../src/figures/loss/confidently-wrong.js";
import { crossEntropyCurves } from "../../../src/figures/loss/cross-entropy-curves.js";
import { gridSearchCost } from "../../../src/figures/loss/grid-search-cost.js";
import { gridWinners } from "../../../src/figures/loss/grid-winners.js";
import { likelihoodCurve } from "../../../src/figures/loss/likelihood-curve.js";
import { lossBlock } from "../../../src/figures/loss/loss-block.js";
import { lossForms } from "../../../src/figures/loss/loss-forms.js";
import { lossSurface } from "../../../src/figures/loss/loss-surface.js";
import { marginLoss } from "../../../src/figures/loss/margin-loss.js";
import { mseVsCrossEntropyTraining } from "../../../src/figures/loss/mse-vs-cross-entropy-training.js";
import { noiseBells } from "../../../src/figures/loss/noise-bells.js";
import { residualSquares } from "../../../src/figures/loss/residual-squares.js";
import { sliceOfLoss } from "../../../src/figures/loss/slice-of-loss.js";
import { softmaxPull } from "../../../src/figures/loss/softmax-pull.js";
import { stabilityGap } from "../../../src/figures/loss/stability-gap.js";

const POINTS = { x: [1, 2, 3, 4], y: [1.5, 1, 3.5, 3], weights: [0.4, 0.87, 1.4] };
const valley = (a: number, b: number): number => (1 - a) ** 2 + 100 * (b - a * a) ** 2;
const LOSSES = Array.from({ length: 64 }, (_, i) => (i % 7) ** 2 / 10);
const climb = (from: number, step: number): number[] =>
  Array.from({ length: 41 }, (_, i) => from + step * i);

export const LOSS_GALLERY: readonly (readonly [string, Figure])[] = [
  ["lossBlock", lossBlock({ x: 2, y: 7, weights: [2, 3, 3.5, 5], start: 1 })],
  ["lossBlock, negative and long numbers", lossBlock({ x: -123.4, y: -0.0567, weights: [-8.76] })],
  ["batchEstimates", batchEstimates({ losses: LOSSES, sizes: [1, 4, 16, 64] })],
  ["batchEstimates, one sample", batchEstimates({ losses: [2], sizes: [1] })],
  ["likelihoodCurve", likelihoodCurve({ heads: 7, tails: 3 })],
  ["likelihoodCurve, tails only", likelihoodCurve({ heads: 0, tails: 5 })],
  ["likelihoodCurve, many tosses", likelihoodCurve({ heads: 120, tails: 80 })],
  ["crossEntropyCurves", crossEntropyCurves({ predictions: [0.02, 0.5, 0.98], start: 1 })],
  ["crossEntropyCurves, at the edge", crossEntropyCurves({ predictions: [0.01] })],
  ["stabilityGap", stabilityGap({ to: 45 })],
  ["stabilityGap, wide", stabilityGap({ to: 60 })],
  ["residualSquares", residualSquares({ ...POINTS, start: 1 })],
  ["residualSquares, one point, met", residualSquares({ x: [2], y: [4], weights: [2] })],
  ["noiseBells", noiseBells({ ...POINTS, std: 0.8 })],
  ["noiseBells, narrow and far off", noiseBells({ ...POINTS, std: 0.05, start: 2 })],
  ["confidentlyWrong", confidentlyWrong({ reach: 10, logits: [-10, -4, 0, 4] })],
  ["confidentlyWrong, wide", confidentlyWrong({ reach: 20, logits: [20] })],
  [
    "mseVsCrossEntropyTraining",
    mseVsCrossEntropyTraining({
      bySquares: climb(-8, 0.05),
      byCrossEntropy: climb(-8, 0.3),
      right: (w) => (w > 0 ? 40 : 0),
      samples: 40,
    }),
  ],
  ["softmaxPull", softmaxPull({ scores: [0, 1, 2], came: 0, steps: 8 })],
  [
    "softmaxPull, six classes, sure",
    softmaxPull({ scores: [9, 0, 0, 0, 0, 0], came: 5, steps: 40 }),
  ],
  ["marginLoss", marginLoss({ reach: 4, margins: [-3, 0, 1, 3], start: 1 })],
  ["marginLoss, narrow", marginLoss({ reach: 2, margins: [2] })],
  [
    "sliceOfLoss, with chords",
    sliceOfLoss({
      slice: "w",
      from: -4,
      to: 4,
      curves: [
        { name: "waves", loss: (w) => Math.sin(2 * w) + 1 },
        { name: "bowl", loss: (w) => w * w },
      ],
      chord: [-3, 1],
    }),
  ],
  [
    "sliceOfLoss, one curve",
    sliceOfLoss({ slice: "t", from: 0, to: 9, curves: [{ name: "waves", loss: Math.cos }] }),
  ],
  [
    "lossSurface",
    lossSurface({
      loss: (a, b) => (b * Math.tanh(a) - 0.5) ** 2,
      horizontal: { name: "w₁", from: -3, to: 3 },
      vertical: { name: "w₂", from: -2, to: 2 },
    }),
  ],
  [
    "lossForms",
    lossForms({
      forms: [
        { name: "stable", loss: (z) => z + Math.log1p(Math.exp(-z)) },
        { name: "literal", loss: (z) => -Math.log(1 - 1 / (1 + Math.exp(-z))) },
      ],
      from: 32,
      to: 40,
    }),
  ],
  [
    "lossForms, equal and negative",
    lossForms({
      forms: [
        { name: "one form", loss: (z) => -z },
        { name: "another form", loss: (z) => 0 - z },
      ],
      from: -3,
      to: -1,
    }),
  ],
  [
    "gridWinners",
    gridWinners({
      loss: valley,
      searches: [
        { values: [-2, -1, 0, 1, 2], winner: [1, 1] },
        { values: Array.from({ length: 20 }, (_, i) => -2 + (4 * i) / 19), winner: [0.737, 0.526] },
      ],
      minimum: [1, 1],
    }),
  ],
  [
    "gridWinners, one flat search",
    gridWinners({
      loss: () => 3,
      searches: [{ values: [-0.001, 0.001], winner: [-0.001, 0.001] }],
    }),
  ],
  [
    "gridSearchCost",
    gridSearchCost({
      values: 21,
      models: [
        { name: "line", weights: 2 },
        { name: "iris", weights: 15 },
        { name: "small network", weights: 33 },
      ],
    }),
  ],
  [
    "gridSearchCost, one weight",
    gridSearchCost({ values: 2, models: [{ name: "unit", weights: 1 }] }),
  ],
];
