/** Pictures of chapter 2: losses as curves, and a search over a surface. */
import type { Drawable, Pictures } from "../../grading/picture.js";
import { barsPicture } from "./bars.js";
import { chosenPointPicture } from "./chosen-point.js";
import { type CurvePanel, curvePanels, curvePicture } from "./curve.js";

const W = "<i>w</i>";
const Z = "<i>z</i>";
const P = "<i>p</i>";
const LOSS = "<i>L</i>";

/** One panel for each label. */
const forLabels = (
  [from, to]: readonly [number, number],
  labels: readonly number[],
  at: (f: Drawable, label: number, t: number) => unknown,
): CurvePanel[] =>
  labels.map((label) => ({
    ...{ from, to, title: `label ${String(label).replace("-", "−")}` },
    at: (f, t) => at(f, label, t),
  }));

const SAMPLES = { x: [1, 2, 3], y: [2, 3, 7] } as const;
const squared = (prediction: number, target: number): number => (prediction - target) ** 2;

/** Exercise 2.1. */
export const SQUARED_ERROR_PICTURES: Pictures = {
  squaredError: curvePicture({
    ...{ x: "prediction ŷ", y: "loss for target 1", from: -2, to: 4, args: (t) => [1, t] },
    ...{ name: "ŷ", given: "target 1" },
  }),
  squaredErrorSlope: curvePicture({
    ...{ x: "prediction ŷ", y: "slope for target 1", from: -2, to: 4, args: (t) => [1, t] },
    ...{ name: "ŷ", given: "target 1" },
  }),
  vectorError: curvePicture({
    ...{ x: "first prediction ŷ₁", y: "loss for targets (1, 2)", from: -2, to: 4 },
    ...{ name: "ŷ₁", given: "ŷ₂ = 0, targets 1 and 2" },
    args: (t) => [
      [1, 2],
      [t, 0],
    ],
  }),
};

/** Exercise 2.2. */
export const EMPIRICAL_LOSS_PICTURES: Pictures = {
  empiricalLoss: curvePicture({
    ...{ x: W, y: "<i>J</i>(<i>w</i>) of three samples", from: -1, to: 5 },
    args: (w) => [w, SAMPLES.x, SAMPLES.y, squared],
  }),
  lossSlope: curvePicture({
    ...{ x: W, y: "<i>J</i>′(<i>w</i>) of three samples", from: -1, to: 5 },
    args: (w) => [w, SAMPLES.x, SAMPLES.y],
  }),
};

/** Exercise 2.3. */
export const BINARY_CROSS_ENTROPY_PICTURES: Pictures = {
  binaryCrossEntropy: curvePanels({
    ...{ x: P, y: "loss of two equal samples" },
    panels: forLabels([0.01, 0.99], [0, 1], (f, y, p) => f([y, y], [p, p])),
  }),
  crossEntropySlope: curvePanels({
    ...{ x: P, y: "slope" },
    panels: forLabels([0.1, 0.9], [0, 1], (f, y, p) => f(y, p)),
  }),
};

const TOSSES = [1, 1, 0, 1] as const;
const overP = (y: string) =>
  curvePicture({ x: P, y, from: 0.02, to: 0.98, args: (p) => [TOSSES, p] });

/** Exercise 2.4. */
export const LIKELIHOOD_PICTURES: Pictures = {
  likelihood: overP("likelihood of 1, 1, 0, 1"),
  logLikelihood: overP("log-likelihood of 1, 1, 0, 1"),
  negativeMeanLogLikelihood: overP("loss of 1, 1, 0, 1"),
};

const nearAndFarForLabels = (y: string) =>
  curvePanels({
    ...{ x: "logit <i>z</i>", name: "z", y },
    panels: forLabels([-6, 6], [0, 1], (f, label, z) => f(label, z)),
    otherwise: forLabels([-1000, 1000], [0, 1], (f, label, z) => f(label, z)),
  });

/** Exercise 2.5. */
export const STABLE_CROSS_ENTROPY_PICTURES: Pictures = {
  crossEntropyFromLogit: nearAndFarForLabels(LOSS),
  logitSlope: nearAndFarForLabels("slope <i>p</i> − <i>y</i>"),
};

/** Exercise 2.6. */
export const LOG_SUM_EXP_PICTURES: Pictures = {
  logSumExp: curvePanels({
    ...{ x: "<i>z</i>₁", y: "logSumExp" },
    panels: [{ title: "of (z₁, 0, 1)", from: -6, to: 6, at: (f, z) => f([z, 0, 1]) }],
    otherwise: [
      { title: "of (z₁, z₁)", from: -1000, to: 1000, at: (f, z) => f([z, z]) },
      { title: "of (z₁, 0)", from: -1000, to: 1000, at: (f, z) => f([z, 0]) },
    ],
  }),
};

/** Exercise 2.7. */
export const SOFTMAX_CROSS_ENTROPY_PICTURES: Pictures = {
  softmaxCrossEntropy: curvePanels({
    ...{ x: "<i>z</i>₀", y: LOSS },
    panels: [
      { title: "z = (z₀, 0, 1), label 0", from: -5, to: 5, at: (f, z) => f([z, 0, 1], 0) },
      { title: "z = (z₀, 0, 1), label 2", from: -5, to: 5, at: (f, z) => f([z, 0, 1], 2) },
    ],
    otherwise: [
      { title: "z = (z₀, 0), label 0", from: -1000, to: 1000, at: (f, z) => f([z, 0], 0) },
    ],
  }),
  logitGradient: barsPicture({
    ...{ x: "class (label 1)", y: "∂<i>L</i>/∂<i>z</i>ᵢ for <i>z</i> = (2, 0, −1)" },
    values: (f) => f([2, 0, -1], 1),
  }),
};

const signs = [1, -1] as const;

/** Exercise 2.9. */
export const MARGINS_PICTURES: Pictures = {
  hinge: curvePanels({ x: Z, y: "hinge", panels: forLabels([-3, 3], signs, (f, y, z) => f(y, z)) }),
  hingeSlope: curvePanels({
    ...{ x: Z, y: "slope of the hinge" },
    panels: forLabels([-3, 3], signs, (f, y, z) => f(y, z)),
  }),
  ranking: curvePanels({
    ...{ x: "<i>s</i>₁, with <i>s</i>₂ = 1, <i>m</i> = 2", y: "ranking loss" },
    ...{ name: "s₁", given: "s₂ = 1, m = 2" },
    panels: forLabels([-4, 6], signs, (f, y, s) => f(y, s, 1, 2)),
  }),
};

const bowl = (w1: number, w2: number): number => (w1 - 0.6) ** 2 + 3 * (w2 + 1.1) ** 2;
const GRID = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2] as const;

/** Exercise 2.10. */
export const GRID_SEARCH_PICTURES: Pictures = {
  gridPoints: barsPicture({
    ...{ x: "point", y: "gridPoints(−1, 2, 5)" },
    values: (f) => f(-1, 2, 5),
  }),
  gridSearch: chosenPointPicture({ surface: bowl, grid: GRID, choose: (f) => f(bowl, GRID) }),
  evaluations: curvePicture({
    ...{
      x: "points a weight",
      name: "points",
      y: "evaluations for 2 weights",
      from: 1,
      to: 10,
      whole: true,
    },
    args: (count) => [2, count],
  }),
};

/** Exercise 2.8. */
export const SICK_LOSSES_PICTURES: Pictures = {
  rowsError: curvePicture({
    ...{ x: "first prediction", y: "loss of two rows", from: -2, to: 4 },
    args: (t) => [
      [
        [1, 0],
        [0, 2],
      ],
      [
        [t, 1],
        [1, 2],
      ],
    ],
  }),
  logitsError: curvePanels({
    ...{ x: "logit <i>z</i>", name: "z", y: "loss of labels 1 and 0" },
    panels: [{ title: "of (z, 1)", from: -6, to: 6, at: (f, z) => f([1, 0], [z, 1]) }],
    otherwise: [{ title: "of (z, z)", from: -1000, to: 1000, at: (f, z) => f([1, 0], [z, z]) }],
  }),
  classError: curvePanels({
    ...{ x: "score <i>z</i>₀", name: "z₀", y: "loss of label 0" },
    panels: [{ title: "of (z₀, 0, 1)", from: -6, to: 6, at: (f, z) => f(0, [z, 0, 1]) }],
    otherwise: [{ title: "of (z₀, 0)", from: -1000, to: 1000, at: (f, z) => f(0, [z, 0]) }],
  }),
};
