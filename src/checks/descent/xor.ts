/** Chapter 4, exercise 4.12: a network, its gradient and its training, all of them the learner's own. */
import fc from "fast-check";
import type { Answers } from "../../grading/answers.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";
import { centralDifference } from "../../math/central-difference.js";
import { Random } from "../../math/random.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, matrices, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { XOR_TRAINING_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import {
  descent,
  forward,
  gradient,
  loss,
  type Matrix,
  train,
  trainWith,
  unitsOf,
  type Vector,
  xorSlips,
} from "./xor-slips.js";

const POINTS: Matrix = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const XOR: Vector = [0, 1, 1, 0];
const EQUAL: Vector = [1, 0, 0, 1];
const UNITS = 8;
const GOOD = 0.01;

const startFrom = (random: Random): number[] => [
  ...Array.from({ length: UNITS }, () => [
    random.normal(),
    random.normal(),
    random.normal(),
    random.normal() / 2,
  ]).flat(),
  0,
];

/** What to say of a network whose units are all the same. */
function equalUnits(w: Vector): string {
  const different = new Set(unitsOf(w).map((unit) => unit.join()));
  return different.size > 1 ? "" : " All its units came out equal: where did they start?";
}

/** Whether the training comes to a small loss, from drawn starts. */
function trains(answers: Answers, label: string, y: Vector, starts: number): Verdict {
  const random = new Random(answers.seed).fork(label);
  for (let k = 0; k < starts; k++) {
    const start = startFrom(random);
    const w = valueFrom(answers, "train", start, start, POINTS, y);
    const [before, after] = [loss(start, POINTS, y), loss(w, POINTS, y)];
    if (after <= GOOD) continue;
    const came = `train(start, X, [${y.join(", ")}]): the loss goes from ${before.toFixed(3)} to ${Number.isFinite(after) ? after.toFixed(3) : "infinity"}`;
    return fail(
      `${came}; at most ${GOOD} is wanted, from a start with ${UNITS} units.${equalUnits(w)}`,
    );
  }
  return PASS;
}

const learnsXor: Check = {
  name: `train: XOR is learnt, with a loss of at most ${GOOD}`,
  points: 2,
  run: (answers) => trains(answers, "xor", XOR, 2),
};

const learnsTheData: Check = {
  name: "train: the opposite of XOR is learnt from its own data",
  points: 1,
  run: (answers) => trains(answers, "equal", EQUAL, 1),
};

const learnsFromElsewhere: Check = {
  name: "train: three more starts",
  points: 1,
  hidden: true,
  run: (answers) => trains(answers, "more", XOR, 3),
};

const networks = lengths(3).chain((h) => vectors(4 * h + 1, 2));
const batches = lengths(4).chain((n) => fc.tuple(matrices(n, 2, 2), vectors(n, 2)));

/** XOR from nothing: forward, gradient, training. */
export const xorFromNothingExercise: Exercise = {
  id: "descent/xor",
  number: "4.12",
  title: "Project: XOR from nothing",
  kind: "project",
  syllabus: ["G1", "G3", "G7", "G10"],
  equations: ["4.1", "4.9", "4.17"],
  reference: { forward, gradient, train },
  hints: [
    "Three functions, each small. Write forward first and check it. The gradient walks the same road backwards: from the error of the output to each unit, and through tanh to its weights. Measure it with a central difference before you train with it.",
    "Eq. (4.1) or Eq. (4.9), over and over. Unit j holds $w_1, w_2, b, v$ at the places 4j to 4j + 3, and c is last: the list has shape [4h + 1]. With $h_j = \\tanh(z_j)$ and $\\delta = 2(\\hat y - y)$: $\\partial/\\partial c = \\delta$, $\\partial/\\partial v_j = \\delta h_j$, $\\partial/\\partial z_j = \\delta v_j (1 - h_j^2)$, and from there one factor x for each weight. J is a mean, so the gradient is one.",
    "```ts\n// forward\nlet sum = w[w.length - 1];\nfor (let at = 0; at + 4 < w.length; at += 4) {\n  sum += w[at + 3] * Math.tanh(w[at] * x[0] + …);\n}\n// gradient: for each sample, for each unit\nconst dz = delta * w[at + 3] * (1 - h * h);\ng[at] += dz * …;            // add, since every sample has its part\n// train\nlet state = { w: [...start], m: start.map(() => 0), v: start.map(() => 0), t: 0 };\nfor (let k = 0; k < 500; k++) state = adam(state, gradient(…), 0.05, 0.9, 0.999, 1e-8);\n```",
  ],
  why: "Everything that a library does when it trains a network is here, in thirty lines: a function, its slope by the chain rule, and a loop. The start must be random: from zeros only c would ever move, as the second case of the gradient shows. With eight units nearly every start works; try two, and see some get stuck.",
  checks: [
    workedByHand({
      name: "forward: worked by hand, with units that are nearly switches",
      points: 1,
      answer: "forward",
      cases: [
        {
          args: [
            [0, 0, 0, 3, 1],
            [1, 1],
          ],
          want: 1,
          byHand: "tanh 0 = 0, only c = 1 is left",
        },
        {
          args: [
            [100, 100, -50, 2, -1],
            [0, 0],
          ],
          want: -3,
          byHand: "tanh(−50) is −1 to sixteen digits, and 2·(−1) − 1 = −3",
        },
        {
          args: [
            [100, 100, -50, 2, -1],
            [1, 0],
          ],
          want: 1,
          byHand: "tanh(50) is 1, and 2·1 − 1 = 1",
        },
        {
          args: [
            [100, 0, 50, 1, 0, 100, -150, 10, 0.5],
            [0, 1],
          ],
          want: 1 + -10 + 0.5,
          byHand: "two units: tanh(50) = 1 and tanh(100 − 150) = −1; 1·1 + 10·(−1) + 0.5",
        },
      ],
    }),
    agreesForAll({
      name: "forward: any network, any point",
      points: 1,
      answer: "forward",
      library: forward,
      inputs: fc.tuple(networks, vectors(2)),
    }),
    workedByHand({
      name: "gradient: worked by hand",
      points: 1,
      answer: "gradient",
      cases: [
        {
          args: [[0, 0, 0, 3, 0], [[1, 0]], [1]],
          want: [-6, 0, -6, 0, -2],
          byHand: "ŷ = 0, so δ = −2; h = 0; dz = −2·3·1, and x = (1, 0)",
        },
        {
          args: [[0, 0, 0, 0, 0], POINTS, XOR],
          want: [0, 0, 0, 0, -1],
          byHand: "zeros: nothing but c has a slope, the mean of 0, −2, −2 and 0",
        },
      ],
    }),
    holdsForAll<readonly [number[], readonly [number[][], number[]]]>({
      name: "gradient: the slopes measured between two networks close together",
      points: 2,
      inputs: fc.tuple(networks, batches),
      problem: (answers, [w, [X, y]]) => {
        const got = valueFrom(answers, "gradient", w, w, X, y);
        for (let i = 0; i < w.length; i++) {
          const at = (t: number) =>
            loss(
              w.map((wi, j) => (j === i ? t : wi)),
              X,
              y,
            );
          const want = centralDifference(at, w[i]!);
          const { absolute, relative } = FINITE_DIFFERENCE;
          // The loss of these networks may be near 1000, which rounds its differences.
          const room = Math.max(1e3 * absolute, 100 * relative * Math.abs(want));
          if (Math.abs(got[i]! - want) <= room) continue;
          const what =
            i === w.length - 1
              ? "c"
              : `${["w1", "w2", "b", "v"][i % 4]} of unit ${Math.floor(i / 4)}`;
          return `w = [${w.join(", ")}], X = ${JSON.stringify(X)}, y = [${y.join(", ")}]: the slope for ${what} is ${got[i]}; measured, it is ${Number(want.toPrecision(6))}.`;
        }
        return null;
      },
    }),
    learnsXor,
    learnsTheData,
    learnsFromElsewhere,
  ],
  pictures: XOR_TRAINING_PICTURES,
  wrongAnswers: xorSlips,
  rightAnswers: [
    {
      forward: (w: Vector, x: Vector) => {
        let sum = w[w.length - 1]!;
        for (let at = 0; at + 4 < w.length; at += 4) {
          const z = w[at]! * x[0]! + w[at + 1]! * x[1]! + w[at + 2]!;
          sum += w[at + 3]! * Math.tanh(z);
        }
        return sum;
      },
      // A gradient may be measured, too: slower, but right.
      gradient: (w: Vector, X: Matrix, y: Vector) =>
        w.map((wi, i) =>
          centralDifference(
            (t) =>
              loss(
                w.map((wj, j) => (j === i ? t : wj)),
                X,
                y,
              ),
            wi,
          ),
        ),
      train: descent(3000, 0.2),
    },
    {
      forward: (w: Vector, x: Vector) =>
        w.at(-1)! +
        unitsOf(w)
          .map(
            ([w1, w2, b, v]) => v! * (1 - 2 / (1 + Math.exp(2 * (w1! * x[0]! + w2! * x[1]! + b!)))),
          )
          .reduce((sum, one) => sum + one, 0),
      gradient: (w: Vector, X: Matrix, y: Vector) => {
        const single = X.map((x, k) => gradient(w, [x], [y[k]!]));
        return w.map((_, i) => single.reduce((sum, g) => sum + g[i]!, 0) / X.length);
      },
      train: trainWith({ steps: 800, rate: 0.03 }),
    },
  ],
  equivalentMutants: {
    "at + 4 < w.length becomes at + 4 <= w.length":
      "w holds four numbers a unit and one more, so no step of four ends there.",
    "start.map(() => 0) becomes start.map(() => 1)":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
    "t: 0 becomes t: 1":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
    "let k = 0 becomes let k = 1":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
    "k < 500 becomes k <= 500":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
    "k < 500 becomes k < 501":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
    "adam(state, gradient(state.w, X, y), 0.05, 0.9, 0.999, 1e-8) becomes adam(state, gradient(state.w, X, y), 0.05, 0.9, 1e-8, 0.999)":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
    "adam(state, gradient(state.w, X, y), 0.05, 0.9, 0.999, 1e-8) becomes adam(state, gradient(state.w, X, y), 0.05, 0.9, 1.999, 1e-8)":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
    "adam(state, gradient(state.w, X, y), 0.05, 0.9, 0.999, 1e-8) becomes adam(state, gradient(state.w, X, y), 0.05, 0.9, 0.999, 1.00…":
      "A detail of the training that still reaches the asked loss within the budget is a right answer too.",
  },
};
