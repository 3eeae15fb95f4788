/** Chapter 5, exercise 5.4: the mask of dropout, dropout in training, and at inference. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, matrices, numbers } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { DROPOUT_PICTURES } from "../pictures/regularization.js";
import { agreesForAll, lawForAll } from "../properties.js";
import {
  DROPOUT_SLIPS,
  dropoutInference,
  dropoutMask,
  dropoutTraining,
  type Matrix,
} from "./dropout-slips.js";

/** Rates in twentieths; at one half a share and its rest cannot be told apart. */
const rates = fc.integer({ min: 0, max: 19 }).map((n) => n / 20);

const shapes = fc.tuple(lengths(3), lengths(4));

/** Uniform numbers, some of which meet the rate exactly. */
const draws = shapes.chain(([n, d]) =>
  fc.tuple(
    fc.array(
      fc.array(
        fc.nat({ max: 39 }).map((k) => k / 40),
        { minLength: d, maxLength: d },
      ),
      { minLength: n, maxLength: n },
    ),
    rates,
  ),
);

const dropped = shapes.chain(([n, d]) =>
  fc.tuple(
    matrices(n, d),
    fc.array(fc.array(fc.constantFrom(0, 1), { minLength: d, maxLength: d }), {
      minLength: n,
      maxLength: n,
    }),
    rates,
  ),
);

const entry = (x: number): number[][] => [[x]];

/** yᵢ = mᵢ xᵢ/(1 − r) in training, and nothing at all at inference. */
export const dropoutExercise: Exercise = {
  id: "regularization/dropout",
  number: "5.4",
  title: "Dropout, with its mask",
  kind: "implement",
  syllabus: ["R3"],
  equations: ["5.6"],
  reference: { dropoutMask, dropoutTraining, dropoutInference },
  hints: [
    "With a rate of 0.2, four units of five are left, and the next layer expects the sum of five. By which factor must the four speak up?",
    "Eq. (5.6): $y_i = m_i x_i/(1 - r)$, and $m_i = 0$ with probability $r$. A number drawn evenly from [0, 1) lies below $r$ with just that probability. x, u, the mask and the results all have the shape [n, d]: every entry of every example has a mask of its own.",
    "```ts\nfunction dropoutMask(u: readonly (readonly number[])[], rate: number): number[][] {\n  return u.map((row) => row.map((ui) => (ui < rate ? … : …)));\n}\nfunction dropoutTraining(x, mask, rate): number[][] {\n  return x.map((row, n) => row.map((xi, i) => … / (…)));   // mask[n][i] belongs to xi\n}\n// dropoutInference: all units speak, and as loudly as they are\n```",
  ],
  why: "The mean over all masks is x itself: $r \\cdot 0 + (1 - r) \\cdot x/(1 - r) = x$. Because training takes care of the scale, the finished network needs neither the mask nor the rate. Older texts multiply by $1 - r$ at inference in place of this; a network that does both is too quiet.",
  checks: [
    workedByHand({
      name: "dropoutMask: the numbers worked by hand",
      points: 1,
      answer: "dropoutMask",
      cases: [
        { args: [[[0.1, 0.7, 0.3]], 0.5], want: [[0, 1, 0]], byHand: "0.1 and 0.3 lie below 0.5" },
        {
          args: [
            [
              [0.1, 0.7],
              [0.3, 0.9],
            ],
            0.2,
          ],
          want: [
            [0, 1],
            [1, 1],
          ],
          byHand: "only 0.1 lies below 0.2: a rate of 0.2 drops few",
        },
        { args: [[[0, 0.5]], 0], want: [[1, 1]], byHand: "nothing lies below 0: all are kept" },
      ],
    }),
    agreesForAll({
      name: "dropoutMask: any draws and rate",
      points: 1,
      answer: "dropoutMask",
      library: dropoutMask,
      inputs: draws,
    }),
    workedByHand({
      name: "dropoutTraining: the numbers worked by hand",
      points: 1,
      answer: "dropoutTraining",
      cases: [
        {
          args: [[[1, 2, 3, 4]], [[1, 0, 0, 1]], 0.5],
          want: [[2, 0, 0, 8]],
          byHand: "half are missing, so those that stay are doubled",
        },
        {
          args: [
            [
              [4, 8],
              [4, 8],
            ],
            [
              [1, 1],
              [0, 1],
            ],
            0.2,
          ],
          want: [
            [5, 10],
            [0, 10],
          ],
          byHand: "4/0.8 = 5 and 8/0.8 = 10; each example has a mask of its own",
        },
        { args: [[[3, -1]], [[1, 1]], 0], want: [[3, -1]], byHand: "rate 0 changes nothing" },
      ],
    }),
    lawForAll<[number, number]>({
      name: "dropoutTraining: on average over the masks, nothing has changed",
      points: 1,
      inputs: fc.tuple(numbers(), rates),
      sides: (answers, [x, r]) => {
        const [off, on] = [0, 1].map(
          (m) => valueFrom(answers, "dropoutTraining", entry(0), entry(x), entry(m), r)[0]![0]!,
        );
        return [r * off! + (1 - r) * on!, x];
      },
      statement: ([x, r]) =>
        `x = ${x}, rate ${r}: ${r}·(output if dropped) + ${Number((1 - r).toFixed(2))}·(output if kept) = ${x}`,
    }),
    agreesForAll({
      name: "dropoutTraining: any batch, mask and rate",
      points: 1,
      answer: "dropoutTraining",
      library: dropoutTraining,
      inputs: dropped,
    }),
    workedByHand({
      name: "dropoutInference: the numbers worked by hand",
      points: 1,
      answer: "dropoutInference",
      cases: [{ args: [[[1, 2, 3, 4]], 0.5], want: [[1, 2, 3, 4]], byHand: "no mask, no factor" }],
    }),
    agreesForAll({
      name: "dropoutInference: any batch and rate",
      points: 1,
      hidden: true,
      answer: "dropoutInference",
      library: dropoutInference,
      inputs: shapes.chain(([n, d]) => fc.tuple(matrices(n, d), rates)),
    }),
  ],
  pictures: DROPOUT_PICTURES,
  wrongAnswers: DROPOUT_SLIPS,
  rightAnswers: [
    {
      dropoutMask: (u: Matrix, rate: number) => u.map((row) => row.map((ui) => Number(ui >= rate))),
      dropoutTraining: (x: Matrix, mask: Matrix, rate: number) => {
        const factor = 1 / (1 - rate);
        return x.map((row, n) => row.map((xi, i) => (mask[n]![i] === 1 ? xi * factor : 0)));
      },
      dropoutInference: (x: Matrix) => x,
    },
    {
      dropoutMask: (u: Matrix, rate: number) => {
        const mask: number[][] = [];
        for (const row of u) {
          const kept: number[] = [];
          for (const ui of row) kept.push(ui < rate ? 0 : 1);
          mask.push(kept);
        }
        return mask;
      },
      dropoutTraining: (x: Matrix, mask: Matrix, rate: number) =>
        mask.map((row, n) => row.map((m, i) => (m / (1 - rate)) * x[n]![i]!)),
      dropoutInference: (x: Matrix) => x.map((row) => row.map((xi) => xi + 0)),
    },
  ],
};
