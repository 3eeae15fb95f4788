/** Chapter 4, exercise 4.12: a network in a list, its gradient and training, and where they break. */
import type { WrongAnswer } from "../../grading/exercise.js";

/** A list of numbers. */
export type Vector = readonly number[];

/** Rows of numbers. */
export type Matrix = readonly Vector[];
/** From weights or a start, points and targets, to a list of the weights' shape. */
export type Gradient = (w: Vector, X: Matrix, y: Vector) => number[];

/** Each unit is four numbers: two weights, a bias, and its weight in the output; c comes last. */
export const unitsOf = (w: Vector): number[][] =>
  Array.from({ length: (w.length - 1) / 4 }, (_, j) => w.slice(4 * j, 4 * j + 4));

/** ŷ for one point. */
export const forward = (w: Vector, x: Vector): number =>
  unitsOf(w).reduce(
    (sum, [w1, w2, b, v]) => sum + v! * Math.tanh(w1! * x[0]! + w2! * x[1]! + b!),
    w.at(-1)!,
  );

/** The mean squared error. */
export const loss = (w: Vector, X: Matrix, y: Vector): number =>
  X.reduce((sum, x, k) => sum + (forward(w, x) - y[k]!) ** 2, 0) / X.length;

/** The parts of the gradient that a slip may change. */
interface Parts {
  readonly error: (yHat: number, y: number) => number;
  readonly slope: (h: number) => number;
  readonly back: (v: number) => number;
  readonly bias: number;
  readonly mean: (sum: number, n: number) => number;
}

const RIGHT: Parts = {
  error: (yHat, y) => 2 * (yHat - y),
  slope: (h) => 1 - h * h,
  back: (v) => v,
  bias: 1,
  mean: (sum, n) => sum / n,
};

const gradientOf = (changed: Partial<Parts>): Gradient => {
  const { error, slope, back, bias, mean } = { ...RIGHT, ...changed };
  return (w, X, y) => {
    const sums = w.map(() => 0);
    for (const [k, x] of X.entries()) {
      const delta = error(forward(w, x), y[k]!);
      for (const [j, [w1, w2, b, v]] of unitsOf(w).entries()) {
        const h = Math.tanh(w1! * x[0]! + w2! * x[1]! + b!);
        const dz = delta * back(v!) * slope(h);
        for (const [i, g] of [dz * x[0]!, dz * x[1]!, dz * bias, delta * h].entries()) {
          sums[4 * j + i]! += g;
        }
      }
      sums[w.length - 1]! += delta;
    }
    return sums.map((sum) => mean(sum, X.length));
  };
};

/** ∂J/∂w. */
export const gradient: Gradient = gradientOf({});

/** Adam, Eq. (4.9); with sign −1 it climbs. */
export const trainWith =
  ({
    steps = 500,
    rate = 0.05,
    sign = 1,
  }: {
    steps?: number;
    rate?: number;
    sign?: number;
  }): Gradient =>
  (start, X, y) => {
    const w = [...start];
    const [m, v] = [w.map(() => 0), w.map(() => 0)];
    for (let t = 1; t <= steps; t++) {
      for (const [i, g] of gradient(w, X, y).entries()) {
        m[i] = 0.9 * m[i]! + 0.1 * g;
        v[i] = 0.999 * v[i]! + 0.001 * g * g;
        const root = Math.sqrt(v[i]! / (1 - 0.999 ** t)) + 1e-8;
        w[i]! -= (sign * rate * m[i]!) / (1 - 0.9 ** t) / root;
      }
    }
    return w;
  };

/** Gradient descent, Eq. (4.1). */
export const descent =
  (steps: number, rate: number): Gradient =>
  (start, X, y) => {
    let w = [...start];
    for (let t = 0; t < steps; t++) {
      const g = gradient(w, X, y);
      w = w.map((wi, i) => wi - rate * g[i]!);
    }
    return w;
  };

/** Adam, 500 steps. */
export const train: Gradient = trainWith({});

/** Slips, each with the idea behind it. */
export const xorSlips: readonly WrongAnswer[] = [
  {
    misconception: "The bias of the units is left out.",
    equation: "4.17",
    answers: {
      forward: (w: Vector, x: Vector) =>
        forward(
          w.map((wi, i) => (i % 4 === 2 ? 0 : wi)),
          x,
        ),
    },
  },
  {
    misconception: "The bias of the output, the last number of the list, is left out.",
    equation: "4.17",
    answers: { forward: (w: Vector, x: Vector) => forward(w, x) - w.at(-1)! },
  },
  {
    misconception: "The units are not bent: without tanh the whole network is one plane.",
    equation: "4.17",
    answers: {
      forward: (w: Vector, x: Vector) =>
        unitsOf(w).reduce(
          (sum, [w1, w2, b, v]) => sum + v! * (w1! * x[0]! + w2! * x[1]! + b!),
          w.at(-1)!,
        ),
    },
  },
  {
    misconception: "tanh is put around the sum of all units; each unit has its own.",
    equation: "4.17",
    answers: { forward: (w: Vector, x: Vector) => Math.tanh(forward(w, x)) },
  },
  {
    misconception:
      "The slope of tanh is missing on the way back: a unit that is saturated passes little on.",
    equation: "4.1",
    answers: { gradient: gradientOf({ slope: () => 1 }) },
  },
  {
    misconception: "On the way back the weight v of the unit in the output is missing.",
    equation: "4.1",
    answers: { gradient: gradientOf({ back: () => 1 }) },
  },
  {
    misconception: "The gradients of the samples are added; J is their mean.",
    equation: "4.1",
    answers: { gradient: gradientOf({ mean: (sum) => sum }) },
  },
  {
    misconception: "The gradient has the wrong sign: the error is prediction minus target.",
    equation: "4.1",
    answers: { gradient: gradientOf({ error: (yHat, y) => 2 * (y - yHat) }) },
  },
  {
    misconception: "The 2 of the squared error is missing.",
    equation: "4.1",
    answers: { gradient: gradientOf({ error: (yHat, y) => yHat - y }) },
  },
  {
    misconception: "The biases of the units get no gradient.",
    equation: "4.1",
    answers: { gradient: gradientOf({ bias: 0 }) },
  },
  {
    misconception: "The start comes back: not a single step is taken.",
    equation: "4.1",
    answers: { train: (start: Vector) => [...start] },
  },
  {
    misconception: "One step is taken; a training is a loop.",
    equation: "4.1",
    answers: { train: descent(1, 0.1) },
  },
  {
    misconception: "The training climbs: the loss grows with each step.",
    equation: "4.1",
    answers: { train: trainWith({ sign: -1 }) },
  },
  {
    misconception: "The start is thrown away for zeros, and from there the units cannot move.",
    equation: "4.17",
    answers: {
      train: (start: Vector, X: Matrix, y: Vector) =>
        train(
          start.map(() => 0),
          X,
          y,
        ),
    },
  },
];
