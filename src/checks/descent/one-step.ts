/** Chapter 4, exercise 4.1: one step downhill, with one weight and with many. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, numbers, positives, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { ONE_STEP_PICTURES } from "../pictures/descent.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const step = (w: number, slope: number, rate: number): number => w - rate * slope;
const stepAll = (w: Vector, gradient: Vector, rate: number): number[] =>
  w.map((wi, i) => step(wi, gradient[i]!, rate));

const single = fc.tuple(numbers(), numbers(), positives(2));
const many = lengths(4).chain((m) => fc.tuple(vectors(m), vectors(m), positives(2)));

/** W ← W − η ∂J/∂W. */
export const oneStepExercise: Exercise = {
  id: "descent/one-step",
  number: "4.1",
  title: "One step downhill",
  kind: "implement",
  syllabus: ["G1", "G3"],
  equations: ["4.1"],
  reference: { step, stepAll },
  hints: [
    "Where the slope is positive, the loss grows to the right. Which way is down, then? And where the slope is negative?",
    "Eq. (4.1): $W \\leftarrow W - \\eta\\,\\partial J/\\partial W$. One weight: three plain numbers. Many weights: $w$ and the gradient have shape [m], $\\eta$ is one number for all of them, and the result has shape [m].",
    "```ts\nfunction step(w: number, slope: number, rate: number): number {\n  return w …;                    // against the slope, the farther the steeper\n}\nfunction stepAll(w: readonly number[], gradient: readonly number[], rate: number): number[] {\n  return w.map((wi, i) => …);    // the function above, with the slope of this weight\n}\n```",
  ],
  why: "This one line is the whole of learning; what the other exercises add is where the gradient comes from and how long the step is. Note what it does not ask for: the loss itself. Only its slope moves the weights, and each weight moves by its own.",
  checks: [
    workedByHand({
      name: "step: the numbers worked by hand",
      points: 1,
      answer: "step",
      cases: [
        { args: [1, 2, 0.5], want: 0, byHand: "1 − 0.5·2 = 0" },
        { args: [1, -2, 0.5], want: 2, byHand: "1 + 0.5·2 = 2: the loss falls to the right" },
        { args: [3, 0, 0.5], want: 3, byHand: "a flat place moves nothing" },
        { args: [5, 4, 0.25], want: 4, byHand: "5 − 0.25·4 = 4" },
      ],
    }),
    agreesForAll({
      name: "step: any weight, slope and rate",
      points: 1,
      answer: "step",
      library: step,
      inputs: single,
    }),
    lawForAll<[number, number, number]>({
      name: "step: two half steps with the same slope make one",
      points: 1,
      inputs: single,
      sides: (answers, [w, slope, rate]) => {
        const half = answers.call("step", w, slope, rate / 2);
        return [answers.call("step", half, slope, rate / 2), w - rate * slope];
      },
      statement: ([w, slope, rate]) =>
        `from ${w} twice by the rate ${rate / 2} with the slope ${slope} is once by ${rate}, which`,
    }),
    workedByHand({
      name: "stepAll: the numbers worked by hand",
      points: 1,
      answer: "stepAll",
      cases: [
        { args: [[1], [2], 0.5], want: [0], byHand: "one weight: 1 − 0.5·2 = 0" },
        {
          args: [[1, 3], [2, -4], 0.5],
          want: [0, 5],
          byHand: "1 − 0.5·2 = 0 and 3 + 0.5·4 = 5",
        },
        { args: [[7, 7, 7], [1, 0, -1], 1], want: [6, 7, 8], byHand: "each by its own slope" },
      ],
    }),
    agreesForAll({
      name: "stepAll: any weights",
      points: 1,
      hidden: true,
      answer: "stepAll",
      library: stepAll,
      inputs: many,
    }),
  ],
  pictures: ONE_STEP_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The step goes uphill: the slope says where the loss grows, and you want the other way.",
      equation: "4.1",
      answers: { step: (w: number, slope: number, rate: number) => w + rate * slope },
    },
    {
      misconception:
        "Every step has the same length, whatever the slope: only its sign is used. A steep place should move the weight farther.",
      equation: "4.1",
      answers: {
        step: (w: number, slope: number, rate: number) => w - rate * Math.sign(slope),
      },
    },
    {
      misconception: "The learning rate has no effect here.",
      equation: "4.1",
      answers: { step: (w: number, slope: number) => w - slope },
    },
    {
      misconception: "This returns the change alone; the new weight is asked for.",
      equation: "4.1",
      answers: { step: (_: number, slope: number, rate: number) => -rate * slope },
    },
    {
      misconception: "The slope is divided by the rate: a smaller rate would step farther.",
      equation: "4.1",
      answers: { step: (w: number, slope: number, rate: number) => w - slope / rate },
    },
    {
      misconception:
        "The weight is multiplied by 1 − η times the slope: then a weight of 0 could never move.",
      equation: "4.1",
      answers: { step: (w: number, slope: number, rate: number) => w * (1 - rate * slope) },
    },
    {
      misconception:
        "Every weight moves by the first slope; each of them has a slope of its own, at the same place of the list.",
      equation: "4.1",
      answers: {
        stepAll: (w: Vector, gradient: Vector, rate: number) =>
          w.map((wi) => wi - rate * gradient[0]!),
      },
    },
    {
      misconception:
        "Every weight moves by the sum of all slopes; each of them has a slope of its own.",
      equation: "4.1",
      answers: {
        stepAll: (w: Vector, gradient: Vector, rate: number) =>
          w.map((wi) => wi - rate * gradient.reduce((sum, g) => sum + g, 0)),
      },
    },
    {
      misconception: "The weights move uphill: the list is stepped along the gradient.",
      equation: "4.1",
      answers: {
        stepAll: (w: Vector, gradient: Vector, rate: number) =>
          w.map((wi, i) => wi + rate * gradient[i]!),
      },
    },
    {
      misconception:
        "The gradient is divided by its length first, so that every step is equally long; this course does not do that.",
      equation: "4.1",
      answers: {
        stepAll: (w: Vector, gradient: Vector, rate: number) => {
          const length = Math.hypot(...gradient);
          return w.map((wi, i) => wi - (rate * gradient[i]!) / (length === 0 ? 1 : length));
        },
      },
    },
  ],
  rightAnswers: [
    {
      step: (w: number, slope: number, rate: number) => w + -slope * rate,
      stepAll: (w: Vector, gradient: Vector, rate: number) => {
        const next: number[] = [];
        for (let i = 0; i < w.length; i++) next.push(w[i]! - rate * gradient[i]!);
        return next;
      },
    },
    {
      step: (w: number, slope: number, rate: number) => -(rate * slope - w),
      stepAll: (w: Vector, gradient: Vector, rate: number) => {
        const moved = [...w];
        for (const [i, g] of gradient.entries()) moved[i]! -= g * rate;
        return moved;
      },
    },
  ],
};
