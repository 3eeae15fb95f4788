/** Chapter 2, exercise 2.8: three losses that are almost right, to be mended. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, matrices, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { SICK_LOSSES_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];
type Matrix = readonly Vector[];

/** The mean over n samples of the squared length of the error, each sample a row. */
const rowsError = (Y: Matrix, P: Matrix): number =>
  Y.reduce((sum, row, i) => sum + row.reduce((s, y, j) => s + (y - P[i]![j]!) ** 2, 0), 0) /
  Y.length;

/** Minus the mean log-likelihood of labels 0 and 1, from logits. */
const logitsError = (y: Vector, z: Vector): number =>
  y.reduce(
    (sum, yi, i) => sum + Math.max(z[i]!, 0) - z[i]! * yi + Math.log1p(Math.exp(-Math.abs(z[i]!))),
    0,
  ) / y.length;

/** Softmax with cross-entropy of one sample, from scores. */
const classError = (label: number, z: Vector): number => {
  const m = Math.max(...z);
  return m + Math.log(z.reduce((sum, zi) => sum + Math.exp(zi - m), 0)) - z[label]!;
};

const shares = (z: Vector): number[] => z.map((zi) => Math.exp(zi - (classError(0, z) + z[0]!)));
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const rows = fc
  .tuple(lengths(4), lengths(3))
  .chain(([n, k]) => fc.tuple(matrices(n, k), matrices(n, k)));
const batches = lengths(4).chain((n) =>
  fc.tuple(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }), vectors(n)),
);
const classes = fc
  .integer({ min: 2, max: 4 })
  .chain((k) => fc.tuple(fc.integer({ min: 0, max: k - 1 }), vectors(k)));

/** Each of the three runs, gives plausible numbers, and is wrong. */
export const sickLossesExercise: Exercise = {
  id: "loss/sick-losses",
  number: "2.8",
  title: "Three sick losses",
  kind: "find the bug",
  syllabus: ["L2", "L5", "L6"],
  equations: ["2.2", "2.4", "2.6", "2.8"],
  reference: { rowsError, logitsError, classError },
  hints: [
    "Try each sick function on the smallest input that you can work out by hand: a batch of two rows with three entries; a logit of 40 with label 0; two equal scores, then two very different ones.",
    "Eq. (2.6) inside Eq. (2.2): a sum over the k entries of a row, a mean over the n rows, $Y$ and $P$ of shape [n, k]. Eq. (2.4) for each sample, then a mean. Eq. (2.8) wants scores, not shares.",
    "```ts\nfunction rowsError(Y: readonly (readonly number[])[], P: readonly (readonly number[])[]): number {\n  let total = 0;\n  for (let i = 0; i < Y.length; i++) {\n    for (let j = 0; j < Y[i].length; j++) total += (Y[i][j] - P[i][j]) ** 2;\n  }\n  return total / …;                 // how many samples are there?\n}\n// logitsError: which fused formula replaces the logarithm of a sigmoid?\n// classError: what does logSumExp want, scores or shares?\n```",
  ],
  why: "All three give numbers that look right, and training with them even runs. The first learns k times too slowly. The second is fine until a sample is badly wrong, and then everything is Infinity or NaN. The third can never come near 0, because shares differ by 1 at most. A case worked by hand finds each in a minute.",
  checks: [
    workedByHand({
      name: "rowsError: two rows of three",
      points: 1,
      answer: "rowsError",
      cases: [
        { args: [[[1]], [[3]]], want: 4, byHand: "one sample, one entry: 4" },
        {
          args: [[[1, 0, 0]], [[0, 1, 1]]],
          want: 3,
          byHand: "one sample: 1 + 1 + 1, a sum over its entries",
        },
        {
          args: [
            [
              [1, 0, 0],
              [0, 0, 0],
            ],
            [
              [0, 1, 1],
              [0, 0, 1],
            ],
          ],
          want: 2,
          byHand: "the samples cost 3 and 1, their mean is 2",
        },
      ],
    }),
    agreesForAll({
      name: "rowsError: any batch",
      points: 1,
      answer: "rowsError",
      library: rowsError,
      inputs: rows,
    }),
    workedByHand({
      name: "logitsError: behind the wall",
      points: 1,
      answer: "logitsError",
      cases: [
        { args: [[0], [0]], want: Math.LN2, byHand: "undecided: ln 2" },
        { args: [[0], [40]], want: 40, byHand: "sure and wrong: the loss is z itself" },
        { args: [[1], [-800]], want: 800, byHand: "sure and wrong, the other way" },
        {
          args: [
            [0, 1],
            [40, 40],
          ],
          want: 20,
          byHand: "40 and 0, their mean is 20",
        },
      ],
    }),
    agreesForAll({
      name: "logitsError: any batch",
      points: 1,
      answer: "logitsError",
      library: logitsError,
      inputs: batches,
    }),
    workedByHand({
      name: "classError: it comes near 0 when the answer is right",
      points: 1,
      answer: "classError",
      cases: [
        { args: [0, [0, 0]], want: Math.LN2, byHand: "two equal shares: ln 2" },
        { args: [0, [1000, 0]], want: 0, byHand: "sure and right: nothing" },
        { args: [1, [0, Math.log(3)]], want: Math.log(4 / 3), byHand: "a share of ¾" },
      ],
    }),
    lawForAll<[number, number[]]>({
      name: "classError: adding one number to all scores changes nothing",
      points: 1,
      hidden: true,
      inputs: classes,
      sides: (answers, [label, z]) => [
        answers.call(
          "classError",
          label,
          z.map((zi) => zi + 300),
        ),
        answers.call("classError", label, z) as number,
      ],
      statement: ([label, z]) =>
        `classError(${label}, [${z.join(", ")}] + 300) stays the same, which`,
    }),
    agreesForAll({
      name: "classError: any scores",
      points: 1,
      answer: "classError",
      library: classError,
      inputs: classes,
    }),
  ],
  pictures: SICK_LOSSES_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "This divides by all n·k entries. A sample's loss is a sum over its entries; only the samples are averaged.",
      equation: "2.6",
      answers: { rowsError: (Y: Matrix, P: Matrix) => rowsError(Y, P) / Y[0]!.length },
    },
    {
      misconception: "This is a total over the samples; J is their mean.",
      equation: "2.2",
      answers: { rowsError: (Y: Matrix, P: Matrix) => rowsError(Y, P) * Y.length },
    },
    {
      misconception: "This divides by the entries of a row, where it should divide by the rows.",
      equation: "2.2",
      answers: {
        rowsError: (Y: Matrix, P: Matrix) => (rowsError(Y, P) * Y.length) / Y[0]!.length,
      },
    },
    {
      misconception:
        "The sigmoid still comes first, and its logarithm hits the wall where it rounds to 0 or 1.",
      equation: "2.4",
      answers: {
        logitsError: (y: Vector, z: Vector) =>
          -y.reduce(
            (sum, yi, i) => sum + Math.log(yi === 1 ? sigmoid(z[i]!) : 1 - sigmoid(z[i]!)),
            0,
          ) / y.length,
      },
    },
    {
      misconception:
        "A small number is added inside the logarithm. The wall is gone, and so is the truth behind it: the loss stops growing.",
      equation: "2.4",
      answers: {
        logitsError: (y: Vector, z: Vector) =>
          -y.reduce(
            (sum, yi, i) =>
              sum + Math.log((yi === 1 ? sigmoid(z[i]!) : 1 - sigmoid(z[i]!)) + 1e-12),
            0,
          ) / y.length,
      },
    },
    {
      misconception: "Each sample is right; their mean is missing.",
      equation: "2.2",
      answers: { logitsError: (y: Vector, z: Vector) => logitsError(y, z) * y.length },
    },
    {
      misconception:
        "Softmax is still applied twice: the shares are taken for scores, so the loss cannot come near 0.",
      equation: "2.8",
      answers: { classError: (label: number, z: Vector) => classError(label, shares(z)) },
    },
    {
      misconception:
        "The powers are summed without taking the largest score out first: large scores overflow.",
      equation: "2.8",
      answers: {
        classError: (label: number, z: Vector) =>
          Math.log(z.reduce((sum, zi) => sum + Math.exp(zi), 0)) - z[label]!,
      },
    },
  ],
  rightAnswers: [
    {
      rowsError: (Y: Matrix, P: Matrix) => {
        let total = 0;
        for (let i = 0; i < Y.length; i++) {
          for (let j = 0; j < Y[i]!.length; j++) total += (Y[i]![j]! - P[i]![j]!) ** 2;
        }
        return total / Y.length;
      },
      logitsError: (y: Vector, z: Vector) => {
        const losses = y.map((yi, i) => {
          const away = yi === 1 ? -z[i]! : z[i]!;
          return Math.max(0, away) + Math.log1p(Math.exp(-Math.abs(away)));
        });
        return losses.reduce((a, b) => a + b, 0) / losses.length;
      },
      classError: (label: number, z: Vector) => {
        const behind = z.map((zi) => zi - z[label]!);
        const m = Math.max(...behind);
        return m + Math.log(behind.reduce((sum, zi) => sum + Math.exp(zi - m), 0));
      },
    },
    {
      rowsError: (Y: Matrix, P: Matrix) =>
        Y.map((row, i) => row.map((y, j) => y - P[i]![j]!))
          .map((error) => error.reduce((sum, e) => sum + e * e, 0))
          .reduce((mean, one) => mean + one / Y.length, 0),
      logitsError: (y: Vector, z: Vector) =>
        z.reduce((sum, zi, i) => {
          const m = Math.max(0, zi);
          return sum + (m + Math.log(Math.exp(-m) + Math.exp(zi - m)) - y[i]! * zi) / y.length;
        }, 0),
      classError: (label: number, z: Vector) =>
        z.reduce((a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))) - z[label]!,
    },
  ],
};
