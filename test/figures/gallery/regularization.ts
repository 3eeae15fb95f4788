/** Chapter 5: its figures with typical and with awkward arguments. */
import type { Figure } from "../../../src/figures/figure.js";
import { dropoutNetwork } from "../../../src/figures/regularization/dropout-network.js";
import { earlyStoppingCurves } from "../../../src/figures/regularization/early-stopping-curves.js";
import { methodComparison } from "../../../src/figures/regularization/method-comparison.js";
import { normalizationStatistics } from "../../../src/figures/regularization/normalization-statistics.js";
import { penaltyGeometry } from "../../../src/figures/regularization/penalty-geometry.js";
import { polynomialFit } from "../../../src/figures/regularization/polynomial-fit.js";
import { shiftedDigits } from "../../../src/figures/regularization/shifted-digits.js";
import { shrinkagePaths } from "../../../src/figures/regularization/shrinkage-paths.js";
import { splitBar } from "../../../src/figures/regularization/split-bar.js";
import { underOverCurves } from "../../../src/figures/regularization/under-over-curves.js";
import { weightHistogram } from "../../../src/figures/regularization/weight-histogram.js";
import { widthSweep } from "../../../src/figures/regularization/width-sweep.js";
import { Random } from "../../../src/math/random.js";
import { linspace, tensor } from "../../../src/math/tensor.js";

const random = new Random(1);
const normals = (count: number, std: number): number[] =>
  Array.from({ length: count }, () => random.normal(0, std));

const points = { x: tensor([[-3], [-1], [0], [1], [3]]), y: tensor([-0.1, -0.8, 0.1, 0.8, 0.2]) };
const across = linspace(-Math.PI, Math.PI, 61);
const curve = (f: (x: number) => number): number[] => Array.from(across.data, f);

const cross = [0, 16, 0, 0, 16, 16, 16, 0, 0, 16, 0, 0];
const run = (weights: number, training: number, validation: number) => ({
  weights,
  training: [training, training],
  validation: [validation, validation + 4, validation - 3],
});
const lambdas = [0.001, 0.01, 0.1, 1];

export const REGULARIZATION_GALLERY: readonly (readonly [string, Figure])[] = [
  [
    "polynomialFit, three degrees",
    polynomialFit({
      points,
      truth: Math.sin,
      across,
      curves: [curve((x) => 0.1 * x), curve((x) => 0.5 * x), curve((x) => x ** 5)],
      start: 1,
    }),
  ],
  [
    "polynomialFit, one degree far off",
    polynomialFit({ points, truth: () => 0, across, curves: [curve(() => 1e6)] }),
  ],
  [
    "underOverCurves, four orders of magnitude",
    underOverCurves({
      complexity: [1, 2, 3, 4, 5, 6, 7, 8],
      training: [0.3, 0.28, 0.05, 0.04, 0.02, 0.01, 0.006, 0.0004],
      validation: [0.27, 0.27, 0.16, 0.26, 0.5, 1.2, 75, 185],
      label: "degree",
    }),
  ],
  [
    "underOverCurves, two points alike",
    underOverCurves({ complexity: [1, 9], training: [1, 1], validation: [1, 1], label: "size" }),
  ],
  [
    "splitBar, three parts",
    splitBar({
      parts: [
        { name: "training", count: 126, use: "fits the weights" },
        { name: "validation", count: 234, use: "chooses among models" },
        { name: "test", count: 1437, use: "is looked at once" },
      ],
    }),
  ],
  [
    "splitBar, one example",
    splitBar({ parts: [{ name: "all", count: 1, use: "is all there is" }] }),
  ],
  [
    "shiftedDigits, four cases",
    shiftedDigits({
      cases: [
        { name: "as in training", image: cross, percent: 12.2 },
        { name: "1 pixel down", image: cross, percent: 57 },
        { name: "1 pixel right", image: cross, percent: 74 },
        { name: "turned by 30°", image: cross, percent: 55 },
      ],
      width: 3,
    }),
  ],
  [
    "shiftedDigits, one blank image",
    shiftedDigits({ cases: [{ name: "nothing", image: [0, 0, 0, 0], percent: 90 }], width: 2 }),
  ],
  [
    "penaltyGeometry, a tilted bowl",
    penaltyGeometry({
      minimum: [0.6, 1.6],
      curvature: [
        [1.6, 0.7],
        [0.7, 1],
      ],
      budgets: [0.3, 0.6, 0.9, 1.2, 1.5, 1.8],
    }),
  ],
  [
    "penaltyGeometry, a budget that is ample",
    penaltyGeometry({
      minimum: [-0.5, 0],
      curvature: [
        [1, 0],
        [0, 4],
      ],
      budgets: [2],
      start: 0,
    }),
  ],
  [
    "shrinkagePaths, two penalties",
    shrinkagePaths({
      lambdas,
      names: ["age", "body mass index", "log triglycerides"],
      panels: [
        { name: "L1", weights: lambdas.map((l) => [0, Math.max(0, 0.3 - l), 0.3 / (1 + l)]) },
        { name: "L2", weights: lambdas.map((l) => [0.01, 0.3 / (1 + l), -0.3 / (1 + l)]) },
      ],
    }),
  ],
  [
    "shrinkagePaths, ten names at one height",
    shrinkagePaths({
      lambdas,
      names: Array.from({ length: 10 }, (_, i) => `input ${i + 1}`),
      panels: [{ name: "L1", weights: lambdas.map(() => Array<number>(10).fill(0)) }],
    }),
  ],
  [
    "weightHistogram, three networks",
    weightHistogram({
      panels: [
        { name: "no penalty", weights: normals(500, 0.5) },
        { name: "L1", weights: [...normals(100, 0.5), ...normals(400, 0.003)] },
        { name: "L2", weights: normals(500, 0.2) },
      ],
      small: 0.01,
    }),
  ],
  [
    "weightHistogram, all weights 0",
    weightHistogram({ panels: [{ name: "dead", weights: [0, 0, 0] }], small: 0.5 }),
  ],
  [
    "dropoutNetwork, three steps",
    dropoutNetwork({
      inputs: 4,
      masks: [
        [2, 0, 2, 2, 0, 0],
        [0, 0, 0, 0, 0, 0],
        [2, 2, 2, 2, 2, 2],
      ],
      outputs: 3,
      rate: 0.5,
    }),
  ],
  ["dropoutNetwork, one unit", dropoutNetwork({ inputs: 1, masks: [[1]], outputs: 1, rate: 0 })],
  [
    "normalizationStatistics, five by five",
    normalizationStatistics({
      batch: [
        [4, -1, 7, 0, 2],
        [6, -3, 6, 1, 2],
        [9, 0, 8, -1, 3],
        [5, -2, 9, 2, 4],
        [6, 1, 5, 3, 4],
      ],
    }),
  ],
  [
    "normalizationStatistics, constant units",
    normalizationStatistics({
      batch: [
        [100, -3],
        [100, -3],
      ],
    }),
  ],
  [
    "earlyStoppingCurves",
    earlyStoppingCurves({
      training: [2.2, 1.4, 0.9, 0.6, 0.4, 0.3, 0.2, 0.1],
      validation: [2.1, 1.3, 1.1, 1.2, 1.25, 1.3, 1.4, 1.6],
      best: 3,
      stopped: 6,
    }),
  ],
  [
    "earlyStoppingCurves, best at the end",
    earlyStoppingCurves({ training: [2, 1], validation: [2, 1], best: 2, stopped: 2 }),
  ],
  [
    "methodComparison, two conditions",
    methodComparison({
      panels: [
        {
          name: "labels right",
          rows: [
            { name: "L1", difference: -1.4, reach: 0.6 },
            { name: "dropout", difference: 1.6, reach: 1.8 },
            { name: "batch norm", difference: -0.2, reach: 2.7 },
          ],
        },
        {
          name: "three in ten wrong",
          rows: [
            { name: "L1", difference: -3.4, reach: 1.8 },
            { name: "dropout", difference: -5.5, reach: 1.9 },
            { name: "batch norm", difference: 4.7, reach: 2.1 },
          ],
        },
      ],
    }),
  ],
  [
    "methodComparison, no difference at all",
    methodComparison({
      panels: [{ name: "all", rows: [{ name: "L2", difference: 0, reach: 0 }] }],
    }),
  ],
  [
    "widthSweep, four sizes",
    widthSweep({
      examples: 126,
      runs: [run(85, 75, 83), run(610, 3, 23), run(4810, 0, 12), run(19210, 0, 11)],
    }),
  ],
  [
    "widthSweep, more examples than weights",
    widthSweep({ examples: 1e6, runs: [run(10, 90, 90), run(11, 89, 90)] }),
  ],
];
