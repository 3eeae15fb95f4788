/** Chapter 1, exercise 1.9: softmax, from scores to shares that add up to 1. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { softmax as library } from "../../math/softmax.js";
import { lengths, numbers, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { SOFTMAX_PICTURES } from "../pictures/perceptron.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const softmax = (x: Vector): number[] => library(x).toArray() as number[];
const total = (x: Vector): number => x.reduce((sum, xi) => sum + xi, 0);
const scores = lengths(5).chain((count) => vectors(count));

/** pᵢ = eˣⁱ / Σⱼ eˣʲ, also where eˣ overflows. */
export const softmaxExercise: Exercise = {
  id: "perceptron/softmax",
  number: "1.9",
  title: "Softmax, also for large scores",
  kind: "implement",
  syllabus: ["P19"],
  equations: ["1.20"],
  reference: { softmax },
  hints: [
    "The answer is a list as long as $x$, every entry is positive, and together they make 1. What do you divide by? And what is e to the power of 1000, as a number in a computer?",
    "Eq. (1.20): $p_i = e^{x_i} / \\sum_j e^{x_j}$, from shape [k] to shape [k]. Adding the same number to every score changes nothing in the quotient, so you may first take the largest score away from all of them.",
    "```ts\nconst largest = Math.max(...x);\nconst powers = x.map((xi) => …);       // e to the power of a number that is at most 0\nlet sum = 0;\nfor (const power of powers) sum += …;\nreturn powers.map((power) => …);       // its share of the sum\n```",
  ],
  why: "Softmax only sees differences between scores. That is why the largest can be taken away for free, and then the largest power is $e^0 = 1$: nothing can overflow, and the sum is never 0.",
  checks: [
    workedByHand({
      name: "gives the shares worked by hand",
      points: 1,
      answer: "softmax",
      cases: [
        { args: [[5]], want: [1], byHand: "a single score takes everything" },
        { args: [[0, 0]], want: [0.5, 0.5], byHand: "equal scores, equal shares" },
        {
          args: [[0, Math.log(3)]],
          want: [0.25, 0.75],
          byHand: "the powers are 1 and 3, together 4",
        },
        {
          args: [[Math.log(6), 0, Math.log(3)]],
          want: [0.6, 0.1, 0.3],
          byHand: "the powers are 6, 1 and 3, together 10",
        },
      ],
    }),
    lawForAll<number[]>({
      name: "the shares add up to 1",
      points: 1,
      inputs: scores,
      sides: (answers, x) => [total(valueFrom<Vector>(answers, "softmax", x, x)), 1],
      statement: (x) => `The sum of softmax([${x.join(", ")}]) is 1, which`,
    }),
    lawForAll<[number[], number]>({
      name: "adding one number to all scores changes nothing",
      points: 1,
      inputs: fc.tuple(scores, numbers()),
      sides: (answers, [x, shift]) => [
        answers.call(
          "softmax",
          x.map((xi) => xi + shift),
        ),
        valueFrom<Vector>(answers, "softmax", x, x),
      ],
      statement: ([x, shift]) =>
        `softmax of [${x.join(", ")}] and of the same scores plus ${shift}`,
    }),
    workedByHand({
      name: "large scores do not overflow, small ones do not vanish",
      points: 1,
      answer: "softmax",
      cases: [
        { args: [[1000, 1000]], want: [0.5, 0.5], byHand: "equal scores, equal shares" },
        { args: [[-1000, -1000]], want: [0.5, 0.5], byHand: "equal scores, equal shares" },
        { args: [[0, 1000]], want: [0, 1], byHand: "e to the power of −1000 is nothing beside 1" },
      ],
    }),
    agreesForAll({
      name: "agrees with the library on generated scores",
      points: 1,
      hidden: true,
      answer: "softmax",
      library: softmax,
      inputs: fc.tuple(scores),
      examples: [[[800, 799, -800]]],
    }),
  ],
  pictures: SOFTMAX_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The formula is right on paper, but its powers overflow: e to the power of 1000 is Infinity, and Infinity divided by Infinity is NaN. Shift the scores first.",
      equation: "1.20",
      answers: {
        softmax: (x: Vector) => {
          const powers = x.map((xi) => Math.exp(xi));
          return powers.map((power) => power / total(powers));
        },
      },
    },
    {
      misconception:
        "The scores themselves are shared out, without the powers of e: a negative score would get a negative share.",
      equation: "1.20",
      answers: { softmax: (x: Vector) => x.map((xi) => xi / total(x)) },
    },
    {
      misconception: "The powers are not divided by anything, so they do not add up to 1.",
      equation: "1.20",
      answers: { softmax: (x: Vector) => x.map((xi) => Math.exp(xi)) },
    },
    {
      misconception:
        "The powers are divided by the largest one, so the largest share is always 1; they must be divided by their sum.",
      equation: "1.20",
      answers: {
        softmax: (x: Vector) => x.map((xi) => Math.exp(xi - Math.max(...x))),
      },
    },
    {
      misconception:
        "Each score goes through a sigmoid of its own: the shares know nothing of each other and do not add up to 1.",
      equation: "1.20",
      answers: { softmax: (x: Vector) => x.map((xi) => 1 / (1 + Math.exp(-xi))) },
    },
    {
      misconception:
        "This is the logarithm of softmax: the shares come out negative. One exponential is missing at the end.",
      equation: "1.20",
      answers: { softmax: (x: Vector) => softmax(x).map((p) => Math.log(p)) },
    },
    {
      misconception:
        "The sign of the exponent is turned: the smallest score gets the largest share.",
      equation: "1.20",
      answers: { softmax: (x: Vector) => softmax(x.map((xi) => -xi)) },
    },
    {
      misconception:
        "All of it goes to the largest score. That is a hard maximum; softmax gives every score a share.",
      equation: "1.20",
      answers: {
        softmax: (x: Vector) => x.map((xi) => (xi === Math.max(...x) ? 1 : 0)),
      },
    },
    {
      misconception: "Powers of 2 stand in the place of powers of e: that is Math.exp.",
      equation: "1.20",
      answers: { softmax: (x: Vector) => x.map((xi) => 2 ** xi / total(x.map((xj) => 2 ** xj))) },
    },
    {
      misconception: "The powers have a minus: now the smallest score has the largest share.",
      equation: "1.20",
      answers: {
        softmax: (x: Vector) => x.map((xi) => Math.exp(-xi) / total(x.map((xj) => Math.exp(-xj)))),
      },
    },
    {
      misconception: "The powers are divided by how many there are; it should be by their sum.",
      equation: "1.20",
      answers: { softmax: (x: Vector) => x.map((xi) => Math.exp(xi - Math.max(...x)) / x.length) },
    },
    {
      misconception:
        "The powers overwrite the scores while the sum is still needed: compute all of them first, then divide.",
      equation: "1.20",
      answers: {
        softmax: (x: Vector) => {
          const own = [...x];
          for (let i = 0; i < own.length; i++) own[i] = Math.exp(own[i]!) / total(own);
          return own;
        },
      },
    },
  ],
  rightAnswers: [
    {
      softmax: (x: Vector) => {
        const largest = Math.max(...x);
        const logSum = largest + Math.log(total(x.map((xi) => Math.exp(xi - largest))));
        return x.map((xi) => Math.exp(xi - logSum));
      },
    },
    { softmax: (x: Vector) => x.map((xi) => 1 / total(x.map((xj) => Math.exp(xj - xi)))) },
  ],
};
