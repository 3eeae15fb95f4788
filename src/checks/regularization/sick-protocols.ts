/** Chapter 5, exercise 5.12: three habits that make a report better than the network, to be mended. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, matrices, positives, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { counted } from "../law-text.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];
interface Layer {
  readonly W: readonly Vector[];
  readonly b: Vector;
}

const masked = (x: Vector, mask: Vector, factor: number): number[] =>
  x.map((xi, i) => mask[i]! * xi * factor);
const dropoutLayer = (x: Vector, mask: Vector, rate: number, training: boolean): number[] =>
  training ? masked(x, mask, 1 / (1 - rate)) : [...x];

const best = (list: Vector): number => list.indexOf(Math.min(...list));
const reportedError = (validation: Vector, test: Vector): number => test[best(validation)]!;

const squares = (list: Vector): number => list.reduce((sum, x) => sum + x * x, 0);
const penalized = (J: number, layers: readonly Layer[], lambda: number): number =>
  J + lambda * layers.reduce((sum, { W }) => sum + squares(W.flat()), 0);

const halves = fc.constantFrom(0, 0.25, 0.5, 0.75);
const drops = lengths(4).chain((n) =>
  fc.tuple(
    vectors(n),
    fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }),
    halves,
    fc.boolean(),
  ),
);
/** Percentages without a tie on the validation set. */
const curves = lengths(6).chain((n) =>
  fc.tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: n, maxLength: n }),
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: n, maxLength: n }),
  ),
);
const layer = fc
  .tuple(lengths(3), lengths(3))
  .chain(([inputs, outputs]) => fc.record({ W: matrices(inputs, outputs), b: vectors(outputs) }));
const networks = fc.tuple(
  positives(),
  fc.array(layer, { minLength: 1, maxLength: 3 }),
  fc.constantFrom(0, 0.5, 0.1),
);

/** Each of the three runs, and the numbers look fine. */
export const sickProtocolsExercise: Exercise = {
  id: "regularization/sick-protocols",
  number: "5.12",
  title: "Three sick habits",
  kind: "find the bug",
  syllabus: ["R1", "R2", "R3", "R4"],
  equations: ["5.2", "5.6", "5.11"],
  reference: { dropoutLayer, reportedError, penalized },
  hints: [
    "Ask of each line when it runs and what it may look at. Is dropout wanted while you measure? Who may choose the epoch? Which parameters have a price?",
    "Eq. (5.6): $y_i = m_i x_i / (1 - r)$ while training, $y = x$ otherwise; $x$, $m$ and $y$ have the shape [k]. Eq. (5.11): $t^*$ is the epoch of the least *validation* loss. Eq. (5.2): $\\lambda \\sum_i w_i^2$ over the weights of all layers.",
    "```ts\nfunction dropoutLayer(x: …, mask: …, rate: number, training: boolean): number[] {\n  if (…) return [...x];                  // nothing is dropped while measuring\n  return x.map((xi, i) => …);            // (5.6)\n}\nfunction reportedError(validation: …, test: …): number {\n  const t = validation.indexOf(…);       // who chooses\n  return test[…];                        // who judges\n}\n// penalized: λ times one sum of squares, over W of every layer; b is free.\n```",
  ],
  why: "None of these crashes, and two of them make the report better than the network is. A number that was used for choosing can no longer judge. Dropout left on makes every measurement noisy. And a bias has no price: it only moves a unit's threshold, and pulling it to 0 costs accuracy for nothing.",
  checks: [
    workedByHand({
      name: "dropoutLayer: while training and while measuring",
      points: 1,
      answer: "dropoutLayer",
      cases: [
        { args: [[4], [1], 0.5, true], want: [8], byHand: "kept, and 4/(1 − 0.5) = 8" },
        { args: [[4, 6], [0, 1], 0.5, true], want: [0, 12], byHand: "dropped; kept and doubled" },
        { args: [[4, 6], [0, 1], 0.5, false], want: [4, 6], byHand: "measuring: as it came" },
      ],
    }),
    agreesForAll({
      name: "dropoutLayer: any mask",
      points: 1,
      answer: "dropoutLayer",
      library: dropoutLayer,
      inputs: drops,
    }),
    workedByHand({
      name: "reportedError: who chooses, who judges",
      points: 1,
      answer: "reportedError",
      cases: [
        { args: [[5], [7]], want: 7, byHand: "one epoch, no choice" },
        {
          args: [
            [9, 4, 6],
            [8, 7, 3],
          ],
          want: 7,
          byHand: "validation is least at the second epoch; its test error is 7",
        },
      ],
    }),
    agreesForAll({
      name: "reportedError: any two curves",
      points: 1,
      answer: "reportedError",
      library: reportedError,
      inputs: curves,
    }),
    workedByHand({
      name: "penalized: weights have a price, biases have none",
      points: 1,
      answer: "penalized",
      cases: [
        { args: [2, [{ W: [[3]], b: [0] }], 1], want: 11, byHand: "2 + 1·3²" },
        { args: [2, [{ W: [[3]], b: [5] }], 1], want: 11, byHand: "the bias costs nothing" },
        {
          args: [
            1,
            [
              { W: [[1, 2]], b: [7, 7] },
              { W: [[1], [2]], b: [7] },
            ],
            0.1,
          ],
          want: 2,
          byHand: "1 + 0.1·(1 + 4 + 1 + 4)",
        },
      ],
    }),
    agreesForAll({
      name: "penalized: any network",
      points: 1,
      hidden: true,
      answer: "penalized",
      library: penalized,
      inputs: networks,
    }),
    lawForAll<[number, Layer[], number]>({
      name: "penalized: a network with its biases at 0 costs the same",
      points: 1,
      hidden: true,
      inputs: networks,
      sides: (answers, [J, layers, lambda]) => [
        answers.call("penalized", J, layers, lambda),
        penalized(
          J,
          layers.map(({ W, b }) => ({ W, b: b.map(() => 0) })),
          lambda,
        ),
      ],
      statement: ([, layers]) =>
        `With ${counted(layers.length, "layer")}: the biases cost nothing, which`,
    }),
  ],
  wrongAnswers: [
    {
      misconception: "Units are still dropped while measuring; dropout is for training alone.",
      equation: "5.6",
      answers: {
        dropoutLayer: (x: Vector, mask: Vector, rate: number) => masked(x, mask, 1 / (1 - rate)),
      },
    },
    {
      misconception:
        "The two modes are exchanged: units are dropped in training, and none while measuring.",
      equation: "5.6",
      answers: {
        dropoutLayer: (x: Vector, mask: Vector, rate: number, training: boolean) =>
          dropoutLayer(x, mask, rate, !training),
      },
    },
    {
      misconception: "What is kept is not scaled up, so training and measuring differ in size.",
      equation: "5.6",
      answers: {
        dropoutLayer: (x: Vector, mask: Vector, _rate: number, training: boolean) =>
          training ? masked(x, mask, 1) : [...x],
      },
    },
    {
      misconception:
        "While measuring the units are scaled down. The factor 1/(1 − r) in training has done that already.",
      equation: "5.6",
      answers: {
        dropoutLayer: (x: Vector, mask: Vector, rate: number, training: boolean) =>
          training ? dropoutLayer(x, mask, rate, true) : x.map((xi) => xi * (1 - rate)),
      },
    },
    {
      misconception: "The test set still chooses the epoch; then it can no longer judge.",
      equation: "5.11",
      answers: { reportedError: (_validation: Vector, test: Vector) => Math.min(...test) },
    },
    {
      misconception: "The validation error is reported; it was used for choosing, so it flatters.",
      equation: "5.11",
      answers: { reportedError: (validation: Vector) => Math.min(...validation) },
    },
    {
      misconception: "This is the last epoch; wanted is the one that validation chose.",
      equation: "5.11",
      answers: { reportedError: (_validation: Vector, test: Vector) => test.at(-1)! },
    },
    {
      misconception: "The biases still have a price; only weights do.",
      equation: "5.2",
      answers: {
        penalized: (J: number, layers: readonly Layer[], lambda: number) =>
          penalized(J, layers, lambda) +
          lambda * layers.reduce((sum, { b }) => sum + squares(b), 0),
      },
    },
    {
      misconception: "λ is missing from a part of the sum: it multiplies all of the squares.",
      equation: "5.2",
      answers: {
        penalized: (J: number, layers: readonly Layer[], lambda: number) =>
          layers.reduce((sum, { W }, k) => sum + squares(W.flat()) * (k === 0 ? lambda : 1), J),
      },
    },
    {
      misconception: "The loss itself is lost: the penalty is added to J.",
      equation: "5.2",
      answers: {
        penalized: (_J: number, layers: readonly Layer[], lambda: number) =>
          penalized(0, layers, lambda),
      },
    },
    {
      misconception: "Only the first layer pays; the weights of all layers have a price.",
      equation: "5.2",
      answers: {
        penalized: (J: number, layers: readonly Layer[], lambda: number) =>
          penalized(J, layers.slice(0, 1), lambda),
      },
    },
  ],
  rightAnswers: [
    {
      dropoutLayer: (x: Vector, mask: Vector, rate: number, training: boolean) => {
        const y = [...x];
        if (training) for (let i = 0; i < y.length; i++) y[i]! *= mask[i]! / (1 - rate);
        return y;
      },
      reportedError: (validation: Vector, test: Vector) => {
        let t = 0;
        for (let i = 1; i < validation.length; i++) if (validation[i]! < validation[t]!) t = i;
        return test[t]!;
      },
      penalized: (J: number, layers: readonly Layer[], lambda: number) => {
        let cost = J;
        for (const { W } of layers)
          for (const row of W) for (const w of row) cost += lambda * w * w;
        return cost;
      },
    },
    {
      dropoutLayer: (x: Vector, mask: Vector, rate: number, training: boolean) =>
        x.map((xi, i) => {
          if (!training) return xi;
          return mask[i] === 1 ? xi / (1 - rate) : 0;
        }),
      reportedError: (validation: Vector, test: Vector) =>
        test[[...validation.keys()].sort((a, b) => validation[a]! - validation[b]!)[0]!]!,
      penalized: (J: number, layers: readonly Layer[], lambda: number) =>
        J + lambda * squares(layers.flatMap(({ W }) => W.flat())),
    },
  ],
};
