/** Pictures of chapter 4: ways downhill, rates over the steps, where weights and data lie. */
import type { Drawable, Pictures } from "../../grading/picture.js";
import { Random } from "../../math/random.js";
import { normalStream } from "../streams.js";
import { histogramPicture } from "./bars.js";
import { boundaryFigure } from "./boundary.js";
import { curvePanels, curvePicture } from "./curve.js";
import { errorMapPicture } from "./error-map.js";
import { descentPicture, pathPicture } from "./path.js";
import { fieldOf } from "./plane.js";
import { pointsPicture } from "./points.js";
import { drawable, drawableList, field } from "./two-sides.js";

type Vector = readonly number[];

const WELL = { from: -2, to: 6 } as const;
const parabola = (w: number): number => (w - 3) ** 2 / 2;
const double = (w: number): number => (w * w - 1) ** 2 + 0.3 * w;
const doubleSlope = (w: number): number => 4 * w * (w * w - 1) + 0.3;

/** A ravine along w₁, eight times as steep across. */
const ravine = (x: number, y: number): number => (x * x + 8 * y * y) / 2;
const ravineSlope = ([x = 0, y = 0]: Vector): number[] => [x, 8 * y];
const RAVINE = { surface: ravine, xRange: [-3, 3], yRange: [-2, 2] } as const;
const START: Vector = [-2.5, 1.5];

/** The weights of a state through some steps; the rest of the state is the learner's own affair. */
const walk =
  (start: object, next: (f: Drawable, state: unknown, slope: number[]) => unknown, steps: number) =>
  (f: Drawable): unknown[] => {
    let state: unknown = start;
    const way: unknown[] = [field(start, "w")];
    for (let t = 0; t < steps; t++) {
      const w = drawableList(field(state, "w"));
      if (w === null || w.includes(null)) break;
      state = next(f, state, ravineSlope(w as number[]));
      way.push(field(state, "w"));
    }
    return way;
  };

/** Exercise 4.1. */
export const ONE_STEP_PICTURES: Pictures = {
  step: descentPicture({
    ...{ ...WELL, curve: parabola },
    path: (f) => {
      const way: number[] = [-1];
      for (let t = 0; t < 6; t++) way.push(Number(f(way.at(-1)!, way.at(-1)! - 3, 0.4)));
      return way;
    },
  }),
  stepAll: pathPicture({
    ...RAVINE,
    path: walk({ w: START }, (f, state, slope) => ({ w: f(field(state, "w"), slope, 0.15) }), 8),
  }),
};

/** Where the function asked for the slope. */
const asked =
  (slope: (w: number) => number, start: number, rate: number, tolerance: number) =>
  (f: Drawable): number[] => {
    const way: number[] = [];
    const spy = (w: number): number => {
      way.push(w);
      return slope(w);
    };
    f(spy, start, rate, tolerance, 20);
    // A function may ask twice at one place.
    return way.slice(0, 60).filter((w, i) => w !== way[i - 1]);
  };

/** Exercise 4.2. */
export const UNTIL_FLAT_PICTURES: Pictures = {
  descend: descentPicture({
    ...{ curve: double, from: -1.8, to: 1.8 },
    path: asked(doubleSlope, 1.5, 0.06, 0.05),
  }),
};

/** Exercise 4.3. */
export const LARGEST_RATE_PICTURES: Pictures = {
  errorFactor: curvePicture({
    ...{ x: "rate <i>η</i>", y: "error factor for <i>L</i> = 2", from: 0, to: 1.5 },
    ...{ name: "η", given: "L = 2" },
    args: (rate) => [2, rate],
  }),
  bestRate: curvePicture({
    ...{ x: "steepest curvature", y: "best rate, flattest 1", from: 1, to: 20 },
    ...{ name: "L", given: "flattest curvature 1" },
    args: (steepest) => [1, steepest],
  }),
  bestFactor: curvePicture({ x: "<i>κ</i>", y: "best factor", from: 1, to: 50 }),
};

/** The distance from the bottom of the exercise's ravine after `t` steps with the settings. */
const distanceAfter = (settings: unknown, t: number): number | undefined => {
  const [rate, mu] = [drawable(field(settings, "rate")), drawable(field(settings, "mu"))];
  if (rate === null || mu === null) return undefined;
  let [w, a]: [Vector, Vector] = [
    [10, 1],
    [0, 0],
  ];
  for (let k = 0; k < t; k++) {
    const slope = [w[0]!, 100 * w[1]!];
    a = a.map((ai, i) => mu * ai + slope[i]!);
    w = w.map((wi, i) => wi - rate * a[i]!);
  }
  return Math.log10(Math.hypot(...w) + 1e-9);
};

const firstEntry = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

/** Exercise 4.4. */
export const MINI_BATCH_PICTURES: Pictures = {
  sampleGradient: curvePicture({
    ...{
      x: "<i>w</i>, with <i>b</i> = 1, <i>x</i> = 2, <i>y</i> = 3",
      y: "∂<i>J</i>/∂<i>w</i> of a sample",
      name: "w",
      given: "b = 1, x = 2, y = 3",
    },
    ...{ from: -2, to: 4, args: (w: number) => [w, 1, 2, 3], pick: firstEntry },
  }),
  batchGradient: curvePicture({
    ...{ x: "<i>w</i>, with <i>b</i> = 1", y: "∂<i>J</i>/∂<i>w</i> of a batch of 2" },
    ...{ name: "w", given: "b = 1" },
    ...{
      from: -2,
      to: 4,
      args: (w: number) => [w, 1, [2, 3, 1], [3, 2, -2], [0, 2]],
      pick: firstEntry,
    },
  }),
};

/** Exercise 4.6. */
export const MOMENTUM_PICTURES: Pictures = {
  momentumStep: pathPicture({
    ...RAVINE,
    path: walk({ w: START, a: [0, 0] }, (f, state, slope) => f(state, slope, 0.08, 0.7), 14),
  }),
  ravineSettings: curvePanels({
    ...{ x: "step <i>t</i>", y: "log₁₀ of the distance; −2 is wanted", name: "t" },
    panels: [{ from: 0, to: 60, at: (f, t) => distanceAfter(f(), t) }],
  }),
};

/** Exercise 4.7. */
export const OWN_RATE_PICTURES: Pictures = {
  adagradStep: pathPicture({
    ...RAVINE,
    path: walk({ w: START, s: [0, 0] }, (f, state, slope) => f(state, slope, 0.8, 0.1), 14),
  }),
  rmspropStep: pathPicture({
    ...RAVINE,
    path: walk({ w: START, s: [0, 0] }, (f, state, slope) => f(state, slope, 0.25, 0.8, 0.1), 14),
  }),
};

/** Exercise 4.8. */
export const ADAM_PICTURES: Pictures = {
  adamStep: pathPicture({
    ...RAVINE,
    path: walk(
      { w: START, m: [0, 0], v: [0, 0], t: 0 },
      (f, state, slope) => f(state, slope, 0.4, 0.8, 0.9, 0.1),
      14,
    ),
  }),
};

/** Exercise 4.9. */
export const INITIALIZATION_PICTURES: Pictures = {
  glorotStd: curvePicture({
    ...{ x: "inputs, with 10 outputs", y: "deviation", from: 1, to: 60 },
    ...{ name: "inputs", given: "10 outputs" },
    args: (inputs) => [inputs, 10],
  }),
  heStd: curvePicture({ x: "inputs", y: "deviation", from: 1, to: 60 }),
  uniformLimit: curvePicture({ x: "deviation", y: "limit", from: 0, to: 2 }),
  startWeights: histogramPicture("weight, for 25 inputs and 40 units", (f) =>
    f(25, 40, normalStream(4)),
  ),
};

/** Twenty examples, one variable a hundred times as large as the other. */
const CLOUD = ((): Vector[] => {
  const random = new Random(9);
  return Array.from({ length: 20 }, () => {
    const [a, b] = [random.normal(), random.normal()];
    return [30 + 4 * a, 1 + 0.5 * (b + a)];
  });
})();

/** Exercise 4.10. */
export const STANDARDIZE_PICTURES: Pictures = {
  fit: errorMapPicture((f) => {
    const found = f(CLOUD.slice(0, 5));
    return [field(found, "mean"), field(found, "std")];
  }, "First row: the mean of each variable; second row: its deviation."),
  apply: pointsPicture(
    "Twenty examples after standardizing.",
    ["first variable", "second variable"],
    (f) => f(CLOUD, [30, 1], [4, 0.7]),
  ),
};

const STEPS = {
  x: "step <i>t</i>",
  name: "t",
  y: "rate <i>η</i>(<i>t</i>)",
  from: 0,
  to: 30,
  whole: true,
} as const;

/** Exercise 4.11. */
export const SCHEDULE_PICTURES: Pictures = {
  stepDecay: curvePicture({ ...STEPS, args: (t) => [t, 1, 10, 0.5] }),
  cosineDecay: curvePicture({ ...STEPS, args: (t) => [t, 1, 24, 0.1] }),
  warmUp: curvePicture({ ...STEPS, args: (t) => [t, 8, (s: number) => 1 / (1 + s / 8)] }),
};

const CORNERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** The network of exercise 4.12. */
const network = (w: Vector, x: number, y: number): number => {
  let sum = w.at(-1)!;
  for (let j = 0; j + 4 < w.length; j += 4) {
    const [a = 0, b = 0, c = 0, v = 0] = w.slice(j, j + 4);
    sum += v * Math.tanh(a * x + b * y + c);
  }
  return sum;
};

/** Exercise 4.12: the network as the failed check trained it; training it again would take too long. */
export const XOR_TRAINING_PICTURES: Pictures = {
  train: ({ calls }) => {
    for (const { args, outcome } of [...calls].reverse()) {
      const w = outcome.kind === "value" ? drawableList(outcome.value) : null;
      const wanted = args[2];
      if (w === null || w.includes(null) || w.length % 4 !== 1 || !Array.isArray(wanted)) continue;
      if (wanted.length !== CORNERS.length) continue;
      const height = (x: number, y: number): number => network(w as number[], x, y) - 0.5;
      const range = [-0.5, 1.5] as const;
      const points = CORNERS.map((at, k) => ({ at, isPlus: wanted[k] === 1 }));
      const wrong = points.filter(({ at, isPlus }) => height(at[0], at[1]) > 0 !== isPlus);
      const values = CORNERS.map(([x, y]) => network(w as number[], x, y).toFixed(2)).join(", ");
      return boundaryFigure(
        `The network that your train returns: dark is where it answers more than ½. At (0, 0), (0, 1), (1, 0), (1, 1) it answers ${values}, and ${wanted.join(", ")} is wanted; ${wrong.length} of 4 points lie on the wrong side.`,
        "The regions of the network that your train returns",
        {
          ...{ range, points, wrong: wrong.map(({ at }) => at) },
          sides: fieldOf(range, 49, (x, y) => Number(height(x, y) > 0)),
        },
      );
    }
    return null;
  },
};
