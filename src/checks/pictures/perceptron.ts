/** Pictures of chapter 1: activations, lines in the plane, layers. */
import type { Pictures } from "../../grading/picture.js";
import { barsPicture } from "./bars.js";
import { boundaryPicture } from "./boundary.js";
import { curvePicture, nearAndFar } from "./curve.js";
import { errorMapPicture } from "./error-map.js";
import { fieldPicture } from "./heights.js";

const Z = "<i>z</i>";
const X = "<i>x</i>";

/** Exercise 1.1. */
export const ONE_INPUT_PICTURES: Pictures = {
  oneInput: curvePicture({
    ...{ x: X, y: "<i>z</i> for <i>w</i> = 2, <i>w</i>₀ = 1" },
    ...{ from: -3, to: 3, args: (x) => [x, 2, 1] },
  }),
};

/** Exercise 1.2. */
export const WEIGHTED_SUM_PICTURES: Pictures = {
  weightedSum: fieldPicture([-3, 3], (f, x, y) => f([x, y], [2, -1], 1)),
};

/** Exercise 1.3. */
export const SIGMOID_PICTURES: Pictures = {
  sigmoid: nearAndFar({ x: Z, y: "σ(<i>z</i>)", near: 6, far: 1000 }),
  sigmoidDerivative: nearAndFar({ x: Z, y: "σ′(<i>z</i>)", near: 6, far: 1000 }),
};

/** Exercise 1.4. */
export const RELU_PICTURES: Pictures = {
  relu: curvePicture({ x: Z, y: "ReLU(<i>z</i>)", from: -3, to: 3 }),
  reluDerivative: curvePicture({ x: Z, y: "ReLU′(<i>z</i>)", from: -3, to: 3 }),
};

/** Exercise 1.5. */
export const TANH_PICTURES: Pictures = {
  hyperbolicTangent: nearAndFar({ x: Z, y: "tanh(<i>z</i>)", near: 4, far: 1000 }),
  hyperbolicTangentDerivative: nearAndFar({ x: Z, y: "tanh′(<i>z</i>)", near: 4, far: 1000 }),
};

const cubed = (z: number): number => z ** 3;

/** Exercise 1.6. */
export const PERCEPTRON_PICTURES: Pictures = {
  perceptron: curvePicture({
    ...{ x: "<i>x</i>₁", y: "<i>y</i> for <i>g</i>(<i>z</i>) = <i>z</i>³, <i>x</i>₂ = 1" },
    ...{ from: -2, to: 2, args: (x: number) => [[x, 1], [1, -0.5], 0.25, cubed] },
  }),
};

const LINE = { w: [3, -2], w0: 3.5 } as const;
const heightOf = (x: number, y: number): number => LINE.w0 + LINE.w[0] * x + LINE.w[1] * y;
const SPOTS = [
  [-3, 1],
  [-2.5, -1],
  [-2, 3],
  [-0.5, 0],
  [-1, -2.5],
  [-0.5, 2.5],
  [0.5, -0.5],
  [0, -2],
  [1, 1],
  [0.5, 3.5],
  [2, 2],
  [2, -1],
  [3, 0.5],
  [-3.5, -3],
  [2.5, 3.5],
] as const;

/** Exercise 1.7. */
export const DECISION_LINE_PICTURES: Pictures = {
  classify: boundaryPicture({
    range: [-4, 4],
    score: (f, x, y) => f([x, y], LINE.w, LINE.w0),
    wanted: heightOf,
    points: SPOTS.map((at) => ({ at, isPlus: heightOf(at[0], at[1]) >= 0 })),
  }),
  distanceToLine: fieldPicture([-4, 4], (f, x, y) => f([x, y], LINE.w, LINE.w0)),
};

/** Exercise 1.8. */
export const DENSE_LAYER_PICTURES: Pictures = {
  denseLayer: errorMapPicture((f) =>
    f(
      [
        [1, 2],
        [0, -1],
        [3, 1],
      ],
      [
        [1, 0, 2],
        [-1, 3, 1],
      ],
      [10, 0, -5],
    ),
  ),
};

/** Exercise 1.9. */
export const SOFTMAX_PICTURES: Pictures = {
  softmax: barsPicture({
    ...{ x: "score <i>x</i>ᵢ", y: "share <i>p</i>ᵢ", names: ["−1", "0", "1", "2.5"] },
    isShared: true,
    values: (f) => f([-1, 0, 1, 2.5]),
  }),
};

const relu = (z: number): number => Math.max(0, z);
/** A tent with its top at 0 that stands on a slope. */
const TENT = [
  { W: [[1, -1, 1]], b: [1, 0.5, -1] },
  { W: [[1], [1.5], [-3]], b: [-1] },
];

/** Exercise 1.10. */
export const DEEP_FORWARD_PICTURES: Pictures = {
  deepForward: curvePicture({
    ...{ x: X, y: "output, 3 hidden ReLU units", from: -3, to: 3 },
    args: (x) => [[x], TENT, relu],
    pick: (value) => (Array.isArray(value) ? value[0] : undefined),
  }),
};

/** Both functions together make one network, so either asks for the same picture. */
const xorNetwork = boundaryPicture({
  range: [-0.5, 1.5],
  score: (_, x, y, { hidden, output }) => {
    const units = hidden!(x, y);
    const z = Array.isArray(units) ? output!(...units) : undefined;
    // Above one half the network says 1.
    return typeof z === "number" ? z - 0.5 : undefined;
  },
  points: [
    { at: [0, 0], isPlus: false },
    { at: [0, 1], isPlus: true },
    { at: [1, 0], isPlus: true },
    { at: [1, 1], isPlus: false },
  ],
});

/** Exercise 1.11. */
export const XOR_PICTURES: Pictures = { hidden: xorNetwork, output: xorNetwork };

const POINTED = [
  [1, -1],
  [2, 1],
  [-1, 3],
] as const;

/** Exercise 1.14. */
export const SICK_LAYERS_PICTURES: Pictures = {
  hiddenLayer: errorMapPicture((f) =>
    f(
      POINTED,
      [
        [1, -2],
        [2, 1],
      ],
      [0, 1],
      relu,
    ),
  ),
  rowShares: errorMapPicture((f) =>
    f([
      [0, 1, 2],
      [2, 2, 2],
      [3, 0, 1],
    ]),
  ),
  flattenPictures: errorMapPicture((f) => f([POINTED.slice(0, 2), POINTED.slice(1)])),
};
