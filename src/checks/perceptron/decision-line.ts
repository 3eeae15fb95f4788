/** Chapter 1, exercise 1.7: which side of the line, and how far from it. */
import type { Exercise } from "../../grading/exercise.js";
import { weightedSum } from "../../math/perceptron.js";
import type { Random } from "../../math/random.js";
import { classify, hyperplane } from "../../math/sign-classifier.js";
import {
  agreesWithLibrary,
  obeysLaw,
  shortList,
  shortNumber,
  valueFrom,
  workedByHand,
} from "../kinds.js";
import { DECISION_LINE_PICTURES } from "../pictures/perceptron.js";

type Vector = readonly number[];

const normSquared = (w: Vector): number => weightedSum(w, w, 0);
const norm = (w: Vector): number => Math.sqrt(normSquared(w));

/** A point, weights that are not all 0, a bias. */
const pointAndLine = (random: Random): [Vector, Vector, number][] =>
  [1, 2, 2, 3, 3, 5].map((m) => {
    const w = shortList(random, m);
    return [shortList(random, m), w.map((wi) => (wi === 0 ? 1 : wi)), shortNumber(random)];
  });

/** Near the line the side depends on rounding, and every right answer must pass. */
const offTheLine = ([x, w, w0]: [Vector, Vector, number]): boolean =>
  Math.abs(weightedSum(x, w, w0)) > 1e-6;

/** ŷ = sign(w₀ + Σ wᵢxᵢ), and the signed distance from the hyperplane. */
export const decisionLineExercise: Exercise = {
  id: "perceptron/decision-line",
  number: "1.7",
  title: "Which side of the line, and how far from it",
  kind: "implement",
  syllabus: ["P10", "P17"],
  equations: ["1.13", "1.14"],
  reference: {
    classify: (x: Vector, w: Vector, w0: number) => classify(x, w, w0),
    distanceToLine: (x: Vector, w: Vector, w0: number) => hyperplane(w, w0).distanceTo(x),
  },
  hints: [
    "Both functions begin with the same number z. On the line it is 0. Now double w and w₀: the line stays where it is. What happens to z, and what should happen to the distance?",
    "Eq. (1.14): $\\hat y = \\mathrm{sign}(z)$ with $z = w_0 + \\sum_i w_i x_i$, and $z = 0$ counts as +1. The distance is $z / \\lVert w \\rVert$ with $\\lVert w \\rVert = \\sqrt{\\sum_i w_i^2}$; $x$ and $w$ have shape [m].",
    "```ts\nconst z = …;                         // as in exercise 1.2\nreturn z >= 0 ? … : …;               // classify: two classes, never 0\n\nconst length = Math.sqrt(…);         // distanceToLine: how long w is\nreturn … / length;                   // the sign stays: it says which side\n```",
  ],
  why: "Dividing by the length of $w$ turns $z$ into a distance: it no longer changes when weights and bias are scaled together. The sign survives the division, so the class stays the same.",
  checks: [
    workedByHand({
      name: "classify: both sides of a line, and a point on it",
      points: 1,
      answer: "classify",
      cases: [
        { args: [[1], [1], 0], want: 1, byHand: "z = 1, positive" },
        { args: [[-1], [1], 0], want: -1, byHand: "z = −1, negative" },
        { args: [[0, 0], [3, -2], 1], want: 1, byHand: "z = 1, positive" },
        { args: [[-1, 2], [3, -2], 1], want: -1, byHand: "z = 1 − 3 − 4 = −6, negative" },
        {
          args: [[1, 2], [3, -2], 1],
          want: 1,
          byHand: "z = 1 + 3 − 4 = 0, on the line, which counts as +1",
        },
      ],
    }),
    agreesWithLibrary({
      name: "classify: agrees with the library on generated points",
      points: 1,
      answer: "classify",
      library: (x: Vector, w: Vector, w0: number) => classify(x, w, w0),
      inputs: (random) => [...pointAndLine(random), ...pointAndLine(random)].filter(offTheLine),
    }),
    workedByHand({
      name: "distance: worked by hand with the 3-4-5 triangle",
      points: 1,
      answer: "distanceToLine",
      cases: [
        { args: [[5], [2], 0], want: 5, byHand: "z = 10, ‖w‖ = 2, and 10/2 = 5" },
        {
          args: [[0, 0], [3, 4], -10],
          want: -2,
          byHand: "z = −10, ‖w‖ = √(9 + 16) = 5, and −10/5 = −2",
        },
        { args: [[6, 3], [3, 4], -10], want: 4, byHand: "z = −10 + 18 + 12 = 20, and 20/5 = 4" },
      ],
    }),
    obeysLaw({
      name: "distance: the same line written with doubled weights lies equally far",
      points: 1,
      inputs: pointAndLine,
      sides: (answers, [x, w, w0]) => [
        valueFrom(
          answers,
          "distanceToLine",
          0,
          x,
          w.map((wi) => 2 * wi),
          2 * w0,
        ),
        valueFrom(answers, "distanceToLine", 0, x, w, w0),
      ],
      statement: ([x, w, w0]) =>
        `With x = [${x.join(", ")}], w = [${w.join(", ")}], w0 = ${w0}: doubling w and w0 leaves the distance as it was, which`,
    }),
    obeysLaw({
      name: "distance: one unit along the normal changes it by 1",
      points: 1,
      inputs: pointAndLine,
      sides: (answers, [x, w, w0]) => [
        valueFrom(
          answers,
          "distanceToLine",
          0,
          x.map((xi, i) => xi + w[i]! / norm(w)),
          w,
          w0,
        ) - valueFrom(answers, "distanceToLine", 0, x, w, w0),
        1,
      ],
      statement: ([x, w, w0]) =>
        `With x = [${x.join(", ")}], w = [${w.join(", ")}], w0 = ${w0}: going from x by the unit vector w/‖w‖ changes the distance by 1, which`,
      tolerance: {
        name: "difference of two distances",
        relative: 0,
        absolute: 1e-12,
        reason: "two distances of size 10 are subtracted, each rounded to 1e-15",
      },
    }),
    agreesWithLibrary({
      name: "distance: agrees with the library on generated lines",
      points: 1,
      answer: "distanceToLine",
      library: (x: Vector, w: Vector, w0: number) => hyperplane(w, w0).distanceTo(x),
      inputs: pointAndLine,
    }),
  ],
  pictures: DECISION_LINE_PICTURES,
  wrongAnswers: [
    {
      misconception: "The sum z itself comes back; the classifier answers with its sign only.",
      equation: "1.14",
      answers: { classify: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0) },
    },
    {
      misconception:
        "The classifier subtracts the bias: the products are compared with w₀, where they should be compared with −w₀.",
      equation: "1.14",
      answers: {
        classify: (x: Vector, w: Vector, w0: number) => (weightedSum(x, w, -w0) >= 0 ? 1 : -1),
      },
    },
    {
      misconception: "The distance subtracts the bias, where Eq. (1.13) adds it.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, -w0) / norm(w),
      },
    },
    {
      misconception:
        "The sum is divided by the number of weights, where it should be divided by the length ‖w‖.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0) / w.length,
      },
    },
    {
      misconception: "The classes are 0 and 1 here; the sign classifier answers −1 or +1.",
      equation: "1.14",
      answers: {
        classify: (x: Vector, w: Vector, w0: number) => (weightedSum(x, w, w0) >= 0 ? 1 : 0),
      },
    },
    {
      misconception:
        "A point on the line gets 0 (as Math.sign gives it); it has to belong to a class, and the course takes +1.",
      equation: "1.14",
      answers: { classify: (x: Vector, w: Vector, w0: number) => Math.sign(weightedSum(x, w, w0)) },
    },
    {
      misconception: "A point on the line gets −1; the course counts z = 0 as +1.",
      equation: "1.14",
      answers: {
        classify: (x: Vector, w: Vector, w0: number) => (weightedSum(x, w, w0) > 0 ? 1 : -1),
      },
    },
    {
      misconception: "The two sides are exchanged: the weights point to the side of +1.",
      equation: "1.14",
      answers: {
        classify: (x: Vector, w: Vector, w0: number) => (weightedSum(x, w, w0) >= 0 ? -1 : 1),
      },
    },
    {
      misconception: "The classifier forgets the bias, so its line runs through the origin.",
      equation: "1.14",
      answers: { classify: (x: Vector, w: Vector) => (weightedSum(x, w, 0) >= 0 ? 1 : -1) },
    },
    {
      misconception:
        "The sum z is not divided by the length of w, so it grows when w and w₀ are doubled though the line stays.",
      equation: "1.13",
      answers: { distanceToLine: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0) },
    },
    {
      misconception: "The distance is divided by ‖w‖², the square root is missing.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) =>
          weightedSum(x, w, w0) / normSquared(w),
      },
    },
    {
      misconception:
        "The absolute value drops the side; here the distance is negative on the side of −1.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) =>
          Math.abs(weightedSum(x, w, w0)) / norm(w),
      },
    },
    {
      misconception: "The normal points the wrong way: the sign of the distance is exchanged.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) => -weightedSum(x, w, w0) / norm(w),
      },
    },
    {
      misconception: "The distance forgets the bias, as if the line ran through the origin.",
      equation: "1.13",
      answers: { distanceToLine: (x: Vector, w: Vector) => weightedSum(x, w, 0) / norm(w) },
    },
    {
      misconception: "Only the products are divided by ‖w‖; the bias has to be divided as well.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) => w0 + weightedSum(x, w, 0) / norm(w),
      },
    },
    {
      misconception:
        "The length of w is taken as the sum of the sizes |wᵢ|; it is the root of the sum of squares.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) =>
          weightedSum(x, w, w0) / w.reduce((sum, wi) => sum + Math.abs(wi), 0),
      },
    },
    {
      misconception:
        "The bias is counted into the length of w; it moves the line and does not turn it, so it is no part of w.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) =>
          weightedSum(x, w, w0) / Math.sqrt(normSquared(w) + w0 * w0),
      },
    },
    {
      misconception:
        "The sum is divided by the length of the point x; it has to be the length of w.",
      equation: "1.13",
      answers: {
        distanceToLine: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0) / norm(x),
      },
    },
  ],
  rightAnswers: [
    {
      classify: (x: Vector, w: Vector, w0: number) =>
        x.reduce((z, xi, i) => z + xi * w[i]!, w0) < 0 ? -1 : 1,
      distanceToLine: (x: Vector, w: Vector, w0: number) =>
        x.reduce((z, xi, i) => z + xi * w[i]!, w0) / Math.hypot(...w),
    },
    {
      classify: (x: Vector, w: Vector, w0: number) => Math.sign(weightedSum(x, w, w0)) || 1,
      distanceToLine: (x: Vector, w: Vector, w0: number) => {
        const unit = w.map((wi) => wi / norm(w));
        return weightedSum(x, unit, w0 / norm(w));
      },
    },
  ],
};
