/** Chapter 5, exercise 5.13: what to expect of a network that does nothing clever. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, numbers } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";

type Vector = readonly number[];

const total = (list: Vector): number => list.reduce((sum, x) => sum + x, 0);
const constantAccuracy = (counts: Vector): number => Math.max(...counts) / total(counts);
const decayAlone = (w: number, rate: number, lambda: number, steps: number): number =>
  w * (1 - rate * lambda) ** steps;
const activeUnits = (units: Vector, rate: number): number[] => units.map((n) => n * (1 - rate));

const counts = lengths(5).chain((k) =>
  fc.array(fc.integer({ min: 1, max: 90 }), { minLength: k, maxLength: k }),
);
const decays = fc.tuple(
  numbers(),
  fc.constantFrom(0.1, 0.5, 1),
  fc.constantFrom(0, 0.1, 0.5),
  fc.integer({ min: 0, max: 6 }),
);
const layers = fc.tuple(
  fc.array(
    fc.integer({ min: 1, max: 12 }).map((n) => 20 * n),
    { minLength: 1, maxLength: 4 },
  ),
  fc.constantFrom(0, 0.1, 0.25, 0.5, 0.8),
);

/** Three numbers to hold a result against. */
export const plainGuessesExercise: Exercise = {
  id: "regularization/plain-guesses",
  number: "5.13",
  title: "Numbers to expect",
  kind: "predict",
  syllabus: ["R1", "R2", "R3"],
  equations: ["2.2", "5.4", "5.6"],
  reference: { constantAccuracy, decayAlone, activeUnits },
  hints: [
    "A classifier that always says the same class is right for all examples of that class: which one should it say? For decay, leave the gradient out and look at what one step does. For dropout, ask what share of the units is kept.",
    "Eq. (2.2) with the loss 0 for right and 1 for wrong: a share of all n examples; `counts` has the shape [k]. Eq. (5.4) with $\\partial J/\\partial W = 0$: $w \\leftarrow (1 - \\eta\\lambda) w$. Eq. (5.6): $m_i = 0$ with probability $r$.",
    "```ts\nfunction constantAccuracy(counts: readonly number[]): number {\n  const n = …;                          // all examples\n  return Math.max(...counts) / …;\n}\nfunction decayAlone(w: number, rate: number, lambda: number, steps: number): number {\n  return w * (1 - …) ** …;\n}\n// activeUnits: of n units with rate r, how many are kept on average?\n```",
  ],
  why: "99 % accuracy is no feat where 99 % of the examples are of one class. Decay alone takes a fixed share of every weight with each step, so a weight that nothing pulls at fades as a power. And a layer with rate $r$ trains, at every step, with the share $1 - r$ of its units.",
  checks: [
    workedByHand({
      name: "constantAccuracy: always the same answer",
      points: 1,
      answer: "constantAccuracy",
      cases: [
        { args: [[7]], want: 1, byHand: "one class: always right" },
        { args: [[5, 5]], want: 0.5, byHand: "half of them" },
        { args: [[1, 98, 1]], want: 0.98, byHand: "98 of 100, by always saying class 1" },
      ],
    }),
    agreesForAll({
      name: "constantAccuracy: any classes",
      points: 1,
      answer: "constantAccuracy",
      library: constantAccuracy,
      inputs: fc.tuple(counts),
    }),
    workedByHand({
      name: "decayAlone: a weight that nothing pulls at",
      points: 1,
      answer: "decayAlone",
      cases: [
        { args: [8, 1, 0.5, 0], want: 8, byHand: "no step, no change" },
        { args: [8, 1, 0.5, 2], want: 2, byHand: "8, then 4, then 2" },
        {
          args: [10, 0.5, 0.2, 2],
          want: 8.1,
          byHand: "the factor is 1 − 0.5·0.2 = 0.9: 10, 9, 8.1",
        },
      ],
    }),
    agreesForAll({
      name: "decayAlone: any rate and λ",
      points: 1,
      answer: "decayAlone",
      library: decayAlone,
      inputs: decays,
    }),
    workedByHand({
      name: "activeUnits: two hidden layers",
      points: 1,
      answer: "activeUnits",
      cases: [
        { args: [[100], 0], want: [100], byHand: "nothing is dropped" },
        { args: [[100, 40], 0.25], want: [75, 30], byHand: "three quarters of each" },
      ],
    }),
    agreesForAll({
      name: "activeUnits: any layers",
      points: 1,
      hidden: true,
      answer: "activeUnits",
      library: activeUnits,
      inputs: layers,
    }),
  ],
  wrongAnswers: [
    {
      misconception:
        "This is what guessing at random would reach; always saying one class can do better.",
      equation: "2.2",
      answers: { constantAccuracy: (all: Vector) => 1 / all.length },
    },
    {
      misconception: "This is the error; accuracy is the share that is right.",
      equation: "2.2",
      answers: { constantAccuracy: (all: Vector) => 1 - constantAccuracy(all) },
    },
    {
      misconception: "The first class is always said; the most frequent one pays best.",
      equation: "2.2",
      answers: { constantAccuracy: (all: Vector) => all[0]! / total(all) },
    },
    {
      misconception: "This is a number of examples; accuracy is a share of all of them.",
      equation: "2.2",
      answers: { constantAccuracy: (all: Vector) => Math.max(...all) },
    },
    {
      misconception: "This is a percentage; accuracy is a share between 0 and 1.",
      equation: "2.2",
      answers: { constantAccuracy: (all: Vector) => 100 * constantAccuracy(all) },
    },
    {
      misconception:
        "The same amount is taken away at each step; decay takes a share of what is left.",
      equation: "5.4",
      answers: {
        decayAlone: (w: number, rate: number, lambda: number, k: number) =>
          w - k * rate * lambda * w,
      },
    },
    {
      misconception: "The learning rate is missing: a step takes the share η·λ.",
      equation: "5.4",
      answers: {
        decayAlone: (w: number, _rate: number, lambda: number, k: number) => w * (1 - lambda) ** k,
      },
    },
    {
      misconception: "The weight grows: decay takes away.",
      equation: "5.4",
      answers: {
        decayAlone: (w: number, rate: number, lambda: number, k: number) =>
          w * (1 + rate * lambda) ** k,
      },
    },
    {
      misconception:
        "The factor has a 2. Here decay is part of the step, (5.4), and not the slope of a penalty λw².",
      equation: "5.4",
      answers: {
        decayAlone: (w: number, rate: number, lambda: number, k: number) =>
          w * (1 - 2 * rate * lambda) ** k,
      },
    },
    {
      misconception: "These are the units that are dropped; the rate is the share that is lost.",
      equation: "5.6",
      answers: { activeUnits: (all: Vector, rate: number) => all.map((n) => n * rate) },
    },
    {
      misconception: "The outputs are scaled by 1/(1 − r); the number of units is not.",
      equation: "5.6",
      answers: { activeUnits: (all: Vector, rate: number) => all.map((n) => n / (1 - rate)) },
    },
    {
      misconception: "All layers are counted together; one number a layer is wanted.",
      equation: "5.6",
      answers: { activeUnits: (all: Vector, rate: number) => total(all) * (1 - rate) },
    },
  ],
  rightAnswers: [
    {
      constantAccuracy: (all: Vector) => {
        let most = 0;
        let n = 0;
        for (const count of all) {
          n += count;
          if (count > most) most = count;
        }
        return most / n;
      },
      decayAlone: (w: number, rate: number, lambda: number, steps: number) => {
        let left = w;
        for (let k = 0; k < steps; k++) left -= rate * lambda * left;
        return left;
      },
      activeUnits: (all: Vector, rate: number) => all.map((n) => n - n * rate),
    },
    {
      constantAccuracy: (all: Vector) => 1 / (total(all) / [...all].sort((a, b) => b - a)[0]!),
      decayAlone: (w: number, rate: number, lambda: number, steps: number) =>
        Array.from({ length: steps }).reduce<number>((at) => at * (1 - rate * lambda), w),
      activeUnits: (all: Vector, rate: number) => {
        const active: number[] = [];
        for (const n of all) active.push((1 - rate) * n);
        return active;
      },
    },
  ],
};
