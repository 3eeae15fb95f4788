/** Chapter 4, exercise 4.13: what can be said of a training before it runs. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, numbers, positives } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";

const stepsOf = (n: number, batch: number, epochs: number): number => epochs * Math.ceil(n / batch);

/** Numbers that a method keeps for each parameter. */
const LISTS: Readonly<Record<string, number>> = {
  sgd: 0,
  momentum: 1,
  adagrad: 1,
  rmsprop: 1,
  adadelta: 2,
  adam: 2,
};
const remembered = (method: string, parameters: number): number => LISTS[method]! * parameters;
const remembering = (changes: Readonly<Record<string, number>>) => (method: string, p: number) =>
  (changes[method] ?? LISTS[method]!) * p;

const weightAfter = (w: number, curvature: number, rate: number, steps: number): number =>
  w * (1 - rate * curvature) ** steps;

const METHODS = Object.keys(LISTS);
const trainings = fc.tuple(fc.integer({ min: 1, max: 60 }), lengths(20), lengths(5));
const descents = fc.tuple(numbers(), positives(2), positives(1), fc.integer({ min: 0, max: 5 }));

/** Steps, memory and a path, from formulas alone. */
export const countsExercise: Exercise = {
  id: "descent/counts",
  number: "4.13",
  title: "Count before you train",
  kind: "predict",
  syllabus: ["G1", "G3", "G5", "G7"],
  equations: ["4.1", "4.3", "4.4", "4.6", "4.7", "4.9"],
  reference: { stepsOf, remembered, weightAfter },
  hints: [
    "The last batch of an epoch may be smaller, and it is a step all the same. For the memory, look which letters of a formula stand on both sides of its arrow. For the path, write out two steps and see what each does to w.",
    "Eq. (4.3): an epoch uses each of n samples once, B at a time. Eq. (4.1) on $J = \\tfrac12 c w^2$, where $\\partial J/\\partial w = c w$: one step makes $w - \\eta c w$ of $w$. In Eq. (4.4) the list $a$, in Eq. (4.9) the lists $m$ and $v$ have the shape of the parameters, [p].",
    '```ts\nfunction stepsOf(n: number, batch: number, epochs: number): number {\n  const stepsPerEpoch = Math.…(n / batch);   // 10 samples by 4 make 4, 4 and 2\n  return …;\n}\nfunction weightAfter(w: number, curvature: number, rate: number, steps: number): number {\n  const factor = 1 - …;                      // what one step does to w\n  return …;                                  // so often in a row\n}\n// remembered: "momentum" keeps one list of p numbers; how many do the others keep?\n```',
  ],
  why: "Epochs are not steps: with small batches the same data gives many more of them, and a rate that was right for one batch size may be wrong for another. Adam carries two numbers for each parameter, which for a large network is real memory. And in a bowl every step multiplies the distance by the same factor: below $-1$ it grows.",
  checks: [
    workedByHand({
      name: "stepsOf: the last batch may be smaller",
      points: 1,
      answer: "stepsOf",
      cases: [
        { args: [8, 4, 1], want: 2, byHand: "4 and 4" },
        { args: [10, 4, 1], want: 3, byHand: "4, 4 and 2" },
        { args: [10, 4, 3], want: 9, byHand: "three steps an epoch, three epochs" },
        { args: [3, 8, 2], want: 2, byHand: "all three samples fit in one batch" },
      ],
    }),
    agreesForAll({
      name: "stepsOf: any training",
      points: 1,
      answer: "stepsOf",
      library: stepsOf,
      inputs: trainings,
    }),
    workedByHand({
      name: "remembered: what three methods keep",
      points: 1,
      answer: "remembered",
      cases: [
        { args: ["sgd", 9], want: 0, byHand: "(4.1) has nothing but w" },
        { args: ["momentum", 9], want: 9, byHand: "(4.4) keeps a" },
        { args: ["adam", 9], want: 18, byHand: "(4.9) keeps m and v" },
      ],
    }),
    agreesForAll({
      name: "remembered: all six methods",
      points: 1,
      answer: "remembered",
      library: remembered,
      inputs: fc.tuple(fc.constantFrom(...METHODS), lengths(50)),
      examples: METHODS.map((method): [string, number] => [method, 9]),
    }),
    workedByHand({
      name: "weightAfter: four bowls",
      points: 1,
      answer: "weightAfter",
      cases: [
        { args: [4, 1, 0.5, 0], want: 4, byHand: "no step, no change" },
        { args: [4, 1, 0.5, 2], want: 1, byHand: "4, then 2, then 1" },
        { args: [4, 2, 0.25, 2], want: 1, byHand: "the factor is 1 − 0.25·2 = ½" },
        { args: [1, 3, 1, 3], want: -8, byHand: "the factor is −2: 1, −2, 4, −8" },
      ],
    }),
    agreesForAll({
      name: "weightAfter: any bowl",
      points: 1,
      hidden: true,
      answer: "weightAfter",
      library: weightAfter,
      inputs: descents,
    }),
  ],
  wrongAnswers: [
    {
      misconception: "The last, smaller batch of an epoch is left out; it is a step too.",
      equation: "4.3",
      answers: { stepsOf: (n: number, b: number, e: number) => e * Math.floor(n / b) },
    },
    {
      misconception:
        "There is no such thing as a part of a step: each epoch ends with a whole one.",
      equation: "4.3",
      answers: { stepsOf: (n: number, b: number, e: number) => (e * n) / b },
    },
    {
      misconception:
        "The epochs are run together: a batch does not reach over the end of an epoch.",
      equation: "4.3",
      answers: { stepsOf: (n: number, b: number, e: number) => Math.ceil((e * n) / b) },
    },
    {
      misconception: "These are the steps of one epoch.",
      equation: "4.3",
      answers: { stepsOf: (n: number, b: number) => Math.ceil(n / b) },
    },
    {
      misconception: "The parameters themselves are counted; asked is what comes on top of them.",
      equation: "4.1",
      answers: { remembered: (method: string, p: number) => remembered(method, p) + p },
    },
    {
      misconception: "Adam keeps two lists, m and v.",
      equation: "4.9",
      answers: { remembered: remembering({ adam: 1 }) },
    },
    {
      misconception: "Adadelta keeps a second list: it remembers its own steps as well.",
      equation: "4.7",
      answers: { remembered: remembering({ adadelta: 1 }) },
    },
    {
      misconception: "Adagrad keeps its sum of squares from step to step.",
      equation: "4.6",
      answers: { remembered: remembering({ adagrad: 0 }) },
    },
    {
      misconception: "Momentum keeps a list: that is how it knows where it came from.",
      equation: "4.4",
      answers: { remembered: remembering({ momentum: 0 }) },
    },
    {
      misconception: "Lists are counted; each of them has an entry for every parameter.",
      equation: "4.9",
      answers: { remembered: (method: string) => remembered(method, 1) },
    },
    {
      misconception: "This is one long step; the slope is smaller after each.",
      equation: "4.1",
      answers: {
        weightAfter: (w: number, c: number, rate: number, k: number) => w - k * rate * c * w,
      },
    },
    {
      misconception: "The curvature is missing: it is part of the slope c·w.",
      equation: "4.1",
      answers: {
        weightAfter: (w: number, _c: number, rate: number, k: number) => w * (1 - rate) ** k,
      },
    },
    {
      misconception: "The steps go up the bowl: the slope is taken away, not added.",
      equation: "4.1",
      answers: {
        weightAfter: (w: number, c: number, rate: number, k: number) => w * (1 + rate * c) ** k,
      },
    },
    {
      misconception:
        "The slope of ½ c w² is c w; with 2 c w, as of c w², every step is twice as long.",
      equation: "4.1",
      answers: {
        weightAfter: (w: number, c: number, rate: number, k: number) => w * (1 - 2 * rate * c) ** k,
      },
    },
  ],
  rightAnswers: [
    {
      stepsOf: (n: number, batch: number, epochs: number) => {
        let steps = 0;
        for (let e = 0; e < epochs; e++) for (let i = 0; i < n; i += batch) steps++;
        return steps;
      },
      remembered: (method: string, p: number) => {
        if (method === "sgd") return 0;
        return method === "adam" || method === "adadelta" ? 2 * p : p;
      },
      weightAfter: (w: number, c: number, rate: number, steps: number) => {
        let at = w;
        for (let k = 0; k < steps; k++) at -= rate * c * at;
        return at;
      },
    },
    {
      stepsOf: (n: number, batch: number, epochs: number) =>
        epochs * Math.floor((n + batch - 1) / batch),
      remembered: (method: string, p: number) =>
        [["sgd"], ["momentum", "adagrad", "rmsprop"], ["adam", "adadelta"]].findIndex((group) =>
          group.includes(method),
        ) * p,
      weightAfter: (w: number, c: number, rate: number, steps: number): number => {
        const from = (at: number, left: number): number =>
          left === 0 ? at : from(at - rate * (c * at), left - 1);
        return from(w, steps);
      },
    },
  ],
};
