/** Chapter 4, exercise 4.4: the gradient of one sample, and of a mini-batch of them. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { centralDifference } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, numbers, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { MINI_BATCH_PICTURES } from "../pictures/descent.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];
type Data = readonly [w: number, b: number, x: Vector, y: Vector];
type Asked = readonly [...Data, batch: Vector];

/** [∂/∂w, ∂/∂b] of (wx + b − y)². */
const sampleGradient = (w: number, b: number, x: number, y: number): number[] => {
  const slope = 2 * (w * x + b - y);
  return [slope * x, slope];
};

const total = (w: number, b: number, x: Vector, y: Vector, batch: Vector): number[] =>
  batch
    .map((k) => sampleGradient(w, b, x[k]!, y[k]!))
    .reduce((sum, g) => sum.map((s, j) => s + g[j]!), [0, 0]);

const batchGradient = (w: number, b: number, x: Vector, y: Vector, batch: Vector): number[] =>
  total(w, b, x, y, batch).map((sum) => sum / batch.length);

const rows = (x: Vector): number[] => x.map((_, k) => k);

const samples = fc.tuple(numbers(), numbers(), numbers(), numbers());
const data: fc.Arbitrary<Data> = fc
  .integer({ min: 2, max: 5 })
  .chain((n) => fc.tuple(numbers(), numbers(), vectors(n), vectors(n)));
const asked: fc.Arbitrary<Asked> = data.chain(([w, b, x, y]) =>
  lengths(4)
    .chain((size) => fc.array(fc.nat({ max: x.length - 1 }), { minLength: size, maxLength: size }))
    .map((batch): Asked => [w, b, x, y, batch]),
);

/** ∂J/∂W ≈ (1/B) Σ ∂Jₖ/∂W. */
export const miniBatchExercise: Exercise = {
  id: "descent/mini-batch",
  number: "4.4",
  title: "The gradient of a mini-batch",
  kind: "implement",
  syllabus: ["G4", "G5"],
  equations: ["4.2", "4.3"],
  reference: { sampleGradient, batchGradient },
  hints: [
    "First the gradient of a single sample: how does its squared error change when w grows, and how when b grows? Then an average over the samples whose numbers stand in the batch, and over no others.",
    "Eq. (4.3): $\\frac1B \\sum_k \\partial J_k/\\partial W$, B the length of the batch. For one sample $J_k = (w x + b - y)^2$; by the chain rule the slope for w has one factor more than that for b. The result is a list of shape [2]: first w, then b.",
    "```ts\nfunction sampleGradient(w: number, b: number, x: number, y: number): number[] {\n  const slope = 2 * (…);            // how the error grows with the prediction\n  return [slope * …, slope];\n}\nlet sum = [0, 0];\nfor (const k of batch) {            // k is a row number, not a sample\n  const g = sampleGradient(w, b, …, …);\n  sum = [sum[0] + …, sum[1] + …];\n}\nreturn …;                           // a mean over the batch\n```",
  ],
  why: "Average the gradients of all batches of a kind and the full gradient comes out: a batch is noisy, but it leans to no side. With all rows it is the gradient of J, with one row the stochastic one of (4.2), and the same two lines of code serve for everything between.",
  checks: [
    workedByHand({
      name: "sampleGradient: the numbers worked by hand",
      points: 1,
      answer: "sampleGradient",
      cases: [
        { args: [1, 0, 2, 2], want: [0, 0], byHand: "the prediction 2 is right" },
        { args: [1, 0, 2, 1], want: [4, 2], byHand: "2 is too large by 1: 2·1·2 and 2·1" },
        { args: [0, 1, 3, 2], want: [-6, -2], byHand: "1 is too small by 1: −2·3 and −2" },
      ],
    }),
    agreesForAll({
      name: "sampleGradient: the slopes measured between two weights close together",
      points: 1,
      answer: "sampleGradient",
      library: (w: number, b: number, x: number, y: number) => [
        centralDifference((t) => (t * x + b - y) ** 2, w),
        centralDifference((t) => (w * x + t - y) ** 2, b),
      ],
      tolerance: FINITE_DIFFERENCE,
      inputs: samples,
    }),
    workedByHand({
      name: "batchGradient: the numbers worked by hand",
      points: 1,
      answer: "batchGradient",
      cases: [
        { args: [1, 0, [2, 5], [1, 0], [0]], want: [4, 2], byHand: "sample 0 alone: 4 and 2" },
        {
          args: [1, 0, [2, 3, 1], [1, 3, -2], [0, 2]],
          want: [5, 4],
          byHand: "the samples 0 and 2 give (4, 2) and (6, 6), their mean is (5, 4)",
        },
        {
          args: [1, 0, [2, 3], [1, 3], [0, 0, 1, 1]],
          want: [2, 1],
          byHand: "a sample that is drawn twice counts twice: (4, 2) and (0, 0) twice each",
        },
      ],
    }),
    agreesForAll({
      name: "batchGradient: any data, any batch",
      points: 1,
      answer: "batchGradient",
      library: batchGradient,
      inputs: asked,
    }),
    lawForAll<Data>({
      name: "batchGradient: the mean over all batches of one is the full gradient",
      points: 1,
      inputs: data,
      sides: (answers, [w, b, x, y]) => {
        const ask = (batch: Vector) =>
          valueFrom(answers, "batchGradient", [0, 0], w, b, x, y, batch);
        const single = rows(x).map((k) => ask([k]));
        const mean = [0, 1].map((j) => single.reduce((sum, g) => sum + g[j]!, 0) / x.length);
        return [mean, batchGradient(w, b, x, y, rows(x))];
      },
      statement: ([, , x]) =>
        `The average over all batches of one sample (${x.length} of them) equals the gradient over all samples, which`,
    }),
    lawForAll<Asked>({
      name: "batchGradient: the order within a batch does not matter, nor does the batch twice",
      points: 1,
      hidden: true,
      inputs: asked,
      sides: (answers, [w, b, x, y, batch]) => [
        answers.call("batchGradient", w, b, x, y, [...batch, ...batch].reverse()),
        batchGradient(w, b, x, y, batch),
      ],
      statement: ([, , , , batch]) =>
        `The batch ${batch.join(", ")} twice, and backwards, has the same gradient, which`,
    }),
  ],
  pictures: MINI_BATCH_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The slope has the wrong sign: a prediction that is too large makes the error grow with w.",
      equation: "4.2",
      answers: {
        sampleGradient: (w: number, b: number, x: number, y: number) =>
          sampleGradient(w, b, x, y).map((g) => -g),
      },
    },
    {
      misconception: "The 2 of the square is missing.",
      equation: "4.2",
      answers: {
        sampleGradient: (w: number, b: number, x: number, y: number) =>
          sampleGradient(w, b, x, y).map((g) => g / 2),
      },
    },
    {
      misconception:
        "The inner derivative is missing: w acts through w·x, so its slope has a factor more than that of b.",
      equation: "4.2",
      answers: {
        sampleGradient: (w: number, b: number, x: number, y: number) => {
          const [, slope] = sampleGradient(w, b, x, y);
          return [slope!, slope!];
        },
      },
    },
    {
      misconception: "The slopes of w and b have changed places: w comes first.",
      equation: "4.2",
      answers: {
        sampleGradient: (w: number, b: number, x: number, y: number) =>
          sampleGradient(w, b, x, y).reverse(),
      },
    },
    {
      misconception: "This is the error itself with its factor x, not yet its slope by the bias.",
      equation: "4.2",
      answers: {
        sampleGradient: (w: number, b: number, x: number, y: number) => {
          const [slope] = sampleGradient(w, b, x, y);
          return [slope!, 0];
        },
      },
    },
    {
      misconception:
        "The gradients are added up, not averaged: the steps would grow with the batch.",
      equation: "4.3",
      answers: { batchGradient: total },
    },
    {
      misconception:
        "The sum is divided by the number of all samples; only the batch was looked at.",
      equation: "4.3",
      answers: {
        batchGradient: (w: number, b: number, x: Vector, y: Vector, batch: Vector) =>
          total(w, b, x, y, batch).map((sum) => sum / x.length),
      },
    },
    {
      misconception: "All samples are averaged; the batch says which of them to look at.",
      equation: "4.3",
      answers: {
        batchGradient: (w: number, b: number, x: Vector, y: Vector) =>
          batchGradient(w, b, x, y, rows(x)),
      },
    },
    {
      misconception:
        "The first samples are taken, as many as the batch has; the batch holds row numbers.",
      equation: "4.3",
      answers: {
        batchGradient: (w: number, b: number, x: Vector, y: Vector, batch: Vector) =>
          batchGradient(
            w,
            b,
            x,
            y,
            batch.map((_, i) => i % x.length),
          ),
      },
    },
    {
      misconception:
        "Only the last sample of the batch counts: each one overwrites the one before.",
      equation: "4.3",
      answers: {
        batchGradient: (w: number, b: number, x: Vector, y: Vector, batch: Vector) =>
          batchGradient(w, b, x, y, batch.slice(-1)),
      },
    },
    {
      misconception:
        "A sample that the batch holds twice counts once; drawn twice, it counts twice.",
      equation: "4.3",
      answers: {
        batchGradient: (w: number, b: number, x: Vector, y: Vector, batch: Vector) =>
          batchGradient(w, b, x, y, [...new Set(batch)]),
      },
    },
  ],
  rightAnswers: [
    {
      sampleGradient: (w: number, b: number, x: number, y: number) => [
        2 * w * x * x + 2 * b * x - 2 * x * y,
        2 * w * x + 2 * b - 2 * y,
      ],
      batchGradient: (w: number, b: number, x: Vector, y: Vector, batch: Vector) => {
        let [dw, db] = [0, 0];
        for (const k of batch) {
          const error = w * x[k]! + b - y[k]!;
          dw += (2 * error * x[k]!) / batch.length;
          db += (2 * error) / batch.length;
        }
        return [dw, db];
      },
    },
    {
      sampleGradient: (w: number, b: number, x: number, y: number) =>
        [x, 1].map((input) => -2 * (y - b - w * x) * input),
      batchGradient: (w: number, b: number, x: Vector, y: Vector, batch: Vector) => {
        const mean = (f: (k: number) => number) =>
          batch.reduce((m, k, i) => m + (f(k) - m) / (i + 1), 0);
        const error = (k: number) => w * x[k]! + b - y[k]!;
        return [mean((k) => 2 * error(k) * x[k]!), mean((k) => 2 * error(k))];
      },
    },
  ],
};
