/** Pictures of chapter 3: slopes as curves, gradients of matrices as maps, gradients of lists as bars. */
import type { Pictures } from "../../grading/picture.js";
import { barsPicture } from "./bars.js";
import { curvePicture } from "./curve.js";
import { errorMapPicture } from "./error-map.js";
import { field } from "./two-sides.js";

const entry =
  (place: number) =>
  (value: unknown): unknown =>
    Array.isArray(value) ? value[place] : undefined;
const sine = (w: number): number => Math.sin(w);
const bowl = ([a = 0, b = 0, c = 0]: readonly number[]): number => a ** 2 - 2 * b + 3 * a * c;

/** Exercise 3.1. */
export const TWIDDLE_PICTURES: Pictures = {
  slope: curvePicture({
    ...{ x: "<i>w</i>", y: "slope of sin <i>w</i>, <i>h</i> = ¼", from: -4, to: 4 },
    args: (w) => [sine, w, 0.25],
  }),
  gradient: barsPicture({
    ...{ x: "weight", y: "slope of <i>a</i>² − 2<i>b</i> + 3<i>ac</i> at (1, 2, −1)" },
    names: ["a", "b", "c"],
    values: (f) => f(bowl, [1, 2, -1], 0.5),
  }),
};

/** Exercise 3.2. */
export const TWO_WEIGHT_CHAIN_PICTURES: Pictures = {
  slopes: curvePicture({
    ...{
      x: "<i>w</i>₁, with <i>x</i> = 1, <i>w</i>₂ = ½, <i>y</i> = 2",
      y: "∂<i>J</i>/∂<i>w</i>₁",
      name: "w₁",
      given: "x = 1, w₂ = ½, y = 2",
    },
    ...{ from: -4, to: 2, args: (w: number) => [1, w, 0.5, 2], pick: entry(0) },
  }),
};

const twice = (z: number): number => 2 * z;
const cosine = (s: number): number => Math.cos(s);
const tanhSlope = (s: number): number => 1 - Math.tanh(s) ** 2;

/** Exercise 3.3. */
export const ACTIVATION_PICTURES: Pictures = {
  composedSlope: curvePicture({
    ...{ x: "<i>s</i>", y: "slope of sin²<i>s</i>", from: -4, to: 4 },
    args: (s) => [twice, sine, cosine, s],
  }),
  throughActivation: curvePicture({
    ...{ x: "<i>s</i>", y: "through tanh, from 2", from: -4, to: 4 },
    args: (s) => [2, tanhSlope, s],
  }),
};

const WIDE = [
  [1, 2, 0],
  [-1, 0, 3],
] as const;
const TALL = [
  [1, 2],
  [0, -1],
  [3, 1],
  [2, 2],
] as const;
const ABOVE = [
  [1, 0, -1],
  [2, 1, 0],
  [0, 3, 1],
  [-1, 1, 2],
] as const;
const module = ([a = 0, b = 0, c = 0]: readonly number[]): number[] => [a * b, b + 2 * c];

/** Exercise 3.5. */
export const LINEAR_MODULE_PICTURES: Pictures = {
  jacobian: errorMapPicture((f) => f(module, [1, 2, 3], 0.5)),
  jacobianOfWx: errorMapPicture((f) => f(WIDE)),
  jacobianOfxW: errorMapPicture((f) => f(WIDE)),
  backToX: errorMapPicture((f) => f(ABOVE, WIDE)),
  backToW: errorMapPicture((f) => f(TALL, ABOVE)),
};

/** Exercise 3.8. */
export const MODULE_BACKWARDS_PICTURES: Pictures = {
  reluBack: barsPicture({
    ...{ x: "sum <i>s</i>ᵢ, with 1, 2, 3, 4 from above", y: "slope" },
    ...{ names: ["−2", "−0.5", "0.5", "2"], values: (f) => f([-2, -0.5, 0.5, 2], [1, 2, 3, 4]) },
  }),
  maxBack: barsPicture({
    ...{ x: "<i>x</i>ᵢ, with 5 from above", y: "slope" },
    ...{ names: ["1", "4", "−2", "3"], values: (f) => f([1, 4, -2, 3], 5) },
  }),
  softmaxBack: barsPicture({
    ...{ x: "share <i>p</i>ᵢ, with 1, −2, 3 from above", y: "slope of the score" },
    ...{
      names: ["p₁ = 0.5", "p₂ = 0.25", "p₃ = 0.25"],
      values: (f) => f([0.5, 0.25, 0.25], [1, -2, 3]),
    },
  }),
  softmaxCrossEntropyBack: barsPicture({
    ...{ x: "class (label 1)", y: "slope for the scores (2, 0, −1)" },
    values: (f) => f([2, 0, -1], 1),
  }),
};

const NET = [
  {
    ...{ W: WIDE.map((row) => [...row]), b: [0, 1, -1], g: "relu" },
  },
  {
    W: [[1], [-2], [1]],
    b: [0],
    g: "linear",
  },
] as const;

/** Exercise 3.9. */
export const HALF_PAGE_PICTURES: Pictures = {
  forwardPass: errorMapPicture((f) => field(f(TALL, NET), "yHat")),
  lossGradient: errorMapPicture((f) => field(entry(0)(f(TALL, [[1], [0], [-1], [2]], NET)), "W")),
};

/** Exercise 3.4. */
export const FAN_OUT_PICTURES: Pictures = {
  fanOut: barsPicture({
    ...{ x: "reader", y: "sum <i>s</i>ᵢ for <i>z</i> = 2" },
    ...{ names: ["w = 3", "w = −2", "w = 1"], values: (f) => f([3, -2, 1], 2) },
  }),
  backThroughUnits: curvePicture({
    ...{ x: "<i>z</i>", y: "∂<i>C</i>/∂<i>z</i> through two tanh units", from: -3, to: 3 },
    args: (z) => [[2, -1], [1, 3], z, tanhSlope],
  }),
};
