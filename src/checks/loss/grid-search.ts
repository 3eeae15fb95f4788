/** Chapter 2, exercise 2.10: the least loss on a grid of two weights, and what a grid costs. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import type { Random } from "../../math/random.js";
import { agreesWithLibrary, shortNumber, workedByHand } from "../kinds.js";
import { GRID_SEARCH_PICTURES } from "../pictures/loss.js";
import { agreesForAll } from "../properties.js";

type Surface = (w1: number, w2: number) => number;
type Vector = readonly number[];

const gridPoints = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

const gridSearch = (J: Surface, values: Vector): number[] => {
  let best = [values[0]!, values[0]!];
  let least = Number.POSITIVE_INFINITY;
  for (const w1 of values) {
    for (const w2 of values) {
      const loss = J(w1, w2);
      if (loss < least) [least, best] = [loss, [w1, w2]];
    }
  }
  return best;
};

const evaluations = (weights: number, count: number): number => count ** weights;

/** A bowl whose lowest point is no point of the grid, so that no two grid points tie. */
const bowl =
  (c1: number, c2: number, tilt: number): Surface =>
  (w1, w2) =>
    (w1 - c1) ** 2 + 3 * (w2 - c2) ** 2 + tilt * (w1 - c1) * (w2 - c2);

const bowls = (random: Random): (readonly [Surface, Vector])[] =>
  Array.from({ length: 6 }, () => {
    const [c1, c2] = [shortNumber(random, 2) + 0.0031, shortNumber(random, 2) - 0.0017];
    return [bowl(c1, c2, random.uniform(-2, 2)), [-2, -1, -0.5, 0, 1, 2]] as const;
  });

/** W* = arg min J(W), by looking everywhere. */
export const gridSearchExercise: Exercise = {
  id: "loss/grid-search",
  number: "2.10",
  title: "Search the loss surface",
  kind: "implement",
  syllabus: ["L8"],
  equations: ["2.13"],
  reference: { gridPoints, gridSearch, evaluations },
  hints: [
    "You have to look at every pair of values. Keep two things while you look: the least loss so far, and where it was.",
    "Eq. (2.13): $W^* = \\operatorname{arg\\,min}_W J(W)$: the place, not the height. A grid with c values for each of k weights has $c^k$ points. The values are evenly spaced, both ends included.",
    "```ts\nfunction gridSearch(J: (w1: number, w2: number) => number, values: readonly number[]): number[] {\n  let best = [values[0], values[0]];\n  let least = Infinity;\n  for (const w1 of values) {\n    for (const w2 of values) {\n      const loss = J(…, …);\n      if (loss < least) …;       // remember both\n    }\n  }\n  return best;\n}\n```",
  ],
  why: "With 10 values a weight, two weights cost 100 looks and ten weights 10,000,000,000. A small network has thousands of weights. Looking everywhere is out of the question, so the next two lectures ask the surface itself which way is down.",
  checks: [
    workedByHand({
      name: "gridPoints: evenly spaced, both ends included",
      points: 1,
      answer: "gridPoints",
      cases: [
        { args: [0, 1, 2], want: [0, 1], byHand: "two values are the two ends" },
        { args: [-1, 1, 3], want: [-1, 0, 1], byHand: "a step of 1" },
        { args: [0, 1, 5], want: [0, 0.25, 0.5, 0.75, 1], byHand: "four steps of 0.25" },
      ],
    }),
    agreesForAll({
      name: "gridPoints: any interval",
      points: 1,
      answer: "gridPoints",
      library: gridPoints,
      inputs: fc.tuple(
        fc.integer({ min: -5, max: 0 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 2, max: 9 }),
      ),
    }),
    workedByHand({
      name: "gridSearch: the lowest point of a bowl",
      points: 1,
      answer: "gridSearch",
      cases: [
        {
          args: [(w1: number, w2: number) => (w1 - 1) ** 2 + (w2 + 1) ** 2, [-1, 0, 1]],
          want: [1, -1],
          byHand: "the bowl is 0 at (1, −1)",
        },
        {
          args: [(w1: number, w2: number) => w1 - w2, [0, 1, 2]],
          want: [0, 2],
          byHand: "a slope: lowest where w₁ is least and w₂ is largest",
        },
      ],
    }),
    agreesWithLibrary({
      name: "gridSearch: tilted bowls",
      points: 2,
      answer: "gridSearch",
      library: gridSearch,
      inputs: bowls,
    }),
    workedByHand({
      name: "evaluations: what a grid costs",
      points: 1,
      answer: "evaluations",
      cases: [
        { args: [1, 10], want: 10, byHand: "one weight: 10 looks" },
        { args: [2, 10], want: 100, byHand: "10 looks for each of 10" },
        { args: [3, 5], want: 125, byHand: "5·5·5" },
      ],
    }),
    agreesForAll({
      name: "evaluations: any number of weights",
      points: 1,
      hidden: true,
      answer: "evaluations",
      library: evaluations,
      inputs: fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 12 })),
    }),
  ],
  pictures: GRID_SEARCH_PICTURES,
  wrongAnswers: [
    {
      misconception: "The last value is missing: both ends belong to the grid.",
      equation: "2.13",
      answers: {
        gridPoints: (from: number, to: number, count: number) =>
          Array.from({ length: count }, (_, i) => from + ((to - from) * i) / count),
      },
    },
    {
      misconception: "There is one value too many: count says how many values, not how many steps.",
      equation: "2.13",
      answers: {
        gridPoints: (from: number, to: number, count: number) => gridPoints(from, to, count + 1),
      },
    },
    {
      misconception: "This finds where J is largest.",
      equation: "2.13",
      answers: {
        gridSearch: (J: Surface, values: Vector) => gridSearch((a, b) => -J(a, b), values),
      },
    },
    {
      misconception: "The two weights have changed places in the answer.",
      equation: "2.13",
      answers: { gridSearch: (J: Surface, values: Vector) => gridSearch(J, values).reverse() },
    },
    {
      misconception:
        "Only pairs of equal weights are looked at: one loop walks the diagonal, the grid needs two.",
      equation: "2.13",
      answers: {
        gridSearch: (J: Surface, values: Vector) => {
          const losses = values.map((w) => J(w, w));
          const w = values[losses.indexOf(Math.min(...losses))]!;
          return [w, w];
        },
      },
    },
    {
      misconception: "This returns the least loss itself; arg min asks for the weights.",
      equation: "2.13",
      answers: {
        gridSearch: (J: Surface, values: Vector) => {
          const [w1, w2] = gridSearch(J, values);
          return [J(w1!, w2!), J(w1!, w2!)];
        },
      },
    },
    {
      misconception:
        "The counts are multiplied with the number of weights; every further weight multiplies the looks by the count.",
      equation: "2.13",
      answers: { evaluations: (weights: number, count: number) => weights * count },
    },
    {
      misconception: "Base and exponent have changed places.",
      equation: "2.13",
      answers: { evaluations: (weights: number, count: number) => weights ** count },
    },
  ],
  rightAnswers: [
    {
      gridPoints: (from: number, to: number, count: number) => {
        const step = (to - from) / (count - 1);
        const points: number[] = [];
        for (let i = 0; i < count; i++) points.push(i === count - 1 ? to : from + i * step);
        return points;
      },
      gridSearch: (J: Surface, values: Vector) => {
        const all = values.flatMap((w1) => values.map((w2) => [w1, w2, J(w1, w2)]));
        all.sort((a, b) => a[2]! - b[2]!);
        return all[0]!.slice(0, 2);
      },
      evaluations: (weights: number, count: number) => {
        let looks = 1;
        for (let k = 0; k < weights; k++) looks *= count;
        return looks;
      },
    },
    {
      gridPoints: (from: number, to: number, count: number) =>
        Array.from({ length: count }, (_, i) => {
          const t = i / (count - 1);
          return (1 - t) * from + t * to;
        }),
      gridSearch: (J: Surface, values: Vector) =>
        values
          .flatMap((w2) => values.map((w1) => [w1, w2]))
          .reduce((a, b) => (J(a[0]!, a[1]!) <= J(b[0]!, b[1]!) ? a : b)),
      evaluations: (weights: number, count: number): number =>
        weights === 0 ? 1 : count * Math.round(count ** (weights - 1)),
    },
  ],
  equivalentMutants: {
    "values[0] becomes values[1]":
      "The first pair only stands there until a loss has been seen, and every loss is below Infinity.",
    "loss < least becomes loss <= least":
      "They differ where two points of the grid tie, and either is a lowest point then.",
  },
};
