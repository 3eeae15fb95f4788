/** Chapter 3, exercise 3.9: backpropagation through a network, one function forward and one back. */
import fc from "fast-check";
import type { Answers } from "../../grading/answers.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";
import type { Tolerance } from "../../math/compare.js";
import { FORWARD_DIFFERENCE, ROUNDING } from "../../math/tolerances.js";
import { lengths } from "../arbitraries.js";
import type { Args } from "../kinds.js";
import { partsMismatch } from "../parts.js";
import { HALF_PAGE_PICTURES } from "../pictures/chain-rule.js";
import { holdsForAll } from "../properties.js";
import {
  type ActivationName,
  backwardPass,
  forwardPass,
  type Gradient,
  type Layer,
  lossGradient,
  meanOfGradients,
  nudgedGradient,
  type Pass,
} from "./half-page-network.js";
import { HALF_PAGE_RIGHT } from "./half-page-right.js";
import { HALF_PAGE_SLIPS } from "./half-page-slips.js";
import type { Matrix } from "./matrices.js";
import { wholeLists, wholeRows } from "./whole-numbers.js";

interface Task {
  readonly layers: readonly Layer[];
  readonly X: Matrix;
  readonly Y: Matrix;
}

/** Networks of one to three layers; 1, 2 or 4 examples, so that 1/n has no rounding. */
const tasks = (names: readonly ActivationName[], size: number): fc.Arbitrary<Task> =>
  fc
    .tuple(fc.constantFrom(1, 2, 4), fc.array(lengths(3), { minLength: 2, maxLength: 4 }))
    .chain(([n, sizes]) =>
      fc.record({
        layers: fc.tuple(
          ...sizes.slice(1).map((out, k) =>
            fc.record({
              W: wholeRows(sizes[k]!, out, size),
              b: wholeLists(out, size),
              g: fc.constantFrom(...names),
            }),
          ),
        ),
        X: wholeRows(n, sizes[0]!, size),
        Y: wholeRows(n, sizes.at(-1)!, size),
      }),
    );
const exactTasks = tasks(["linear", "relu"], 2);
const smoothTasks = tasks(["linear", "tanh"], 1);

const textOf = (value: unknown): string => JSON.stringify(value).replaceAll('"', "");
const problemIn = (
  got: unknown,
  want: unknown,
  { layers, X }: Pick<Task, "layers" | "X">,
  tolerance: Tolerance = ROUNDING,
): string | null => {
  const problem = partsMismatch(got, want, tolerance);
  return problem === null
    ? null
    : `With X = ${textOf(X)} and the layers ${textOf(layers)}: ${problem}.`;
};

interface Case {
  readonly args: Args;
  readonly want: unknown;
  readonly byHand: string;
}

/** All cases are called, so that a diagnosis has much to go by; the first slip is told. */
function byHand(name: string, answer: string, cases: readonly Case[]): Check {
  const slipIn = (answers: Answers, { args, want, byHand: note }: Case): Verdict => {
    const outcome = answers.try(answer, ...args);
    if (outcome.kind === "stopped") return outcome.verdict;
    const problem = partsMismatch(outcome.value, want, ROUNDING);
    return problem === null ? PASS : fail(`${answer}(…), ${note}: ${problem}.`);
  };
  return {
    name,
    points: 1,
    run: (answers) =>
      cases.map((one) => slipIn(answers, one)).find(({ kind }) => kind !== "pass") ?? PASS,
  };
}

const gate: Layer = { W: [[2]], b: [1], g: "relu" };
const BENT: Layer = { W: [[Math.LN2]], b: [0], g: "tanh" };
const TWO: readonly Layer[] = [
  { W: [[1, -1]], b: [0, 1], g: "relu" },
  { W: [[2], [3]], b: [-1], g: "linear" },
];
const SQUARE: readonly Layer[] = [
  {
    W: [
      [1, 2],
      [0, 1],
    ],
    b: [0, 0],
    g: "linear",
  },
  {
    W: [
      [1, -1],
      [2, 1],
    ],
    b: [1, 0],
    g: "relu",
  },
];
const passesOf = (X: Matrix, layers: readonly Layer[]): readonly Pass[] =>
  forwardPass(X, layers).passes;

/** Eq. (3.12) and (3.13) from the last layer to the first, and the 1/n of Eq. (3.17). */
export const halfPageExercise: Exercise = {
  id: "chain-rule/half-page",
  number: "3.9",
  title: "Backpropagation in half a page",
  kind: "implement",
  syllabus: ["B7", "B8", "B11", "B13"],
  equations: ["3.6", "3.11", "3.12", "3.13", "3.17"],
  reference: { forwardPass, backwardPass, lossGradient },
  hints: [
    "Draw one layer with its x, z and output, and write beside each arrow what comes back along it. Three things have to be computed in each layer, and the third is what the next layer down needs.",
    "Eq. (3.6): $\\partial J/\\partial Z = \\partial J/\\partial A \\odot g'(Z)$, [n, out]. Eq. (3.13) with (3.11): $X^{\\mathsf T}\\,\\partial J/\\partial Z$ for W, [in, out], and the column sums for b, [out]. Eq. (3.12) with (3.11): $\\partial J/\\partial Z\\,W^{\\mathsf T}$ for the layer below, [n, in]. The loss starts it with $2(\\hat y - y)/n$.",
    "```ts\nlet adjoint = dJdyHat;\nconst gradients: Gradient[] = [];\nfor (let k = layers.length - 1; k >= 0; k--) {\n  const { W, b, g } = layers[k];\n  const { x, z } = passes[k];\n  const dJdz = adjoint.map((row, r) => row.map((a, i) => a * …));   // the slope at z[r][i]\n  gradients.unshift({\n    W: W.map((row, j) => row.map((_, i) => …)),   // a sum over the examples r\n    b: b.map((_, i) => …),                        // a sum over the examples r\n  });\n  adjoint = …;                                    // a sum over the units i, for each input j\n}\nreturn gradients;\n```",
  ],
  why: "Each layer is told one table and hands on one table; it knows nothing of the network around it. The mean of the loss needs no line in the layers: its 1/n rides on the first slope, so that all gradients of a batch are means of the gradients of its examples.",
  checks: [
    byHand("forward: the numbers worked by hand", "forwardPass", [
      {
        args: [[[1], [-1]], [gate]],
        want: { passes: [{ x: [[1], [-1]], z: [[3], [-1]] }], yHat: [[3], [0]] },
        byHand: "one unit with z = 2x + 1 and ReLU, at x = 1 and x = −1",
      },
      {
        args: [[[2]], TWO],
        want: {
          passes: [
            { x: [[2]], z: [[2, -1]] },
            { x: [[2, 0]], z: [[3]] },
          ],
          yHat: [[3]],
        },
        byHand: "two layers: z = (2, −1), then 2·2 + 3·0 − 1 = 3",
      },
    ]),
    holdsForAll<Task>({
      name: "forward: any network of whole numbers",
      points: 1,
      inputs: exactTasks,
      problem: (answers, task) => {
        const got = answers.call("forwardPass", task.X, task.layers);
        return problemIn(got, forwardPass(task.X, task.layers), task);
      },
    }),
    byHand("backward: the numbers worked by hand", "backwardPass", [
      {
        args: [passesOf([[1], [-1]], [gate]), [gate], [[2], [-1]]],
        want: [{ W: [[2]], b: [2] }],
        byHand: "slopes 2 and −1 from above, the second meets a shut gate",
      },
      {
        args: [passesOf([[2]], TWO), TWO, [[1]]],
        want: [
          { W: [[4, 0]], b: [2, 0] },
          { W: [[2], [0]], b: [1] },
        ],
        byHand: "slope 1 from above: (2, 3) goes down, and the second gate is shut",
      },
      {
        args: [passesOf([[1]], [BENT]), [BENT], [[1]]],
        want: [{ W: [[0.64]], b: [0.64] }],
        byHand: "tanh(ln 2) = 0.6, and its slope there is 1 − 0.6² = 0.64",
      },
      {
        args: [
          passesOf(
            [
              [1, 0],
              [0, 1],
            ],
            SQUARE,
          ),
          SQUARE,
          [
            [1, 1],
            [2, 0],
          ],
        ],
        want: backwardPass(
          passesOf(
            [
              [1, 0],
              [0, 1],
            ],
            SQUARE,
          ),
          SQUARE,
          [
            [1, 1],
            [2, 0],
          ],
        ),
        byHand: "two examples through two layers with two units each",
      },
    ]),
    holdsForAll<Task>({
      name: "backward: any network of whole numbers",
      points: 2,
      inputs: exactTasks,
      problem: (answers, { layers, X, Y }) => {
        const passes = passesOf(X, layers);
        const got = answers.call("backwardPass", passes, layers, Y);
        return problemIn(got, backwardPass(passes, layers, Y), { layers, X });
      },
    }),
    byHand("the loss: the numbers worked by hand", "lossGradient", [
      {
        args: [[[1]], [[1]], [gate]],
        want: [{ W: [[4]], b: [4] }],
        byHand: "ŷ = 3 is too large by 2, slope 4",
      },
      {
        args: [[[1], [-1]], [[1], [1]], [gate]],
        want: [{ W: [[2]], b: [2] }],
        byHand: "slopes 4/2 and −2/2, the second meets a shut gate",
      },
    ]),
    holdsForAll<Task>({
      name: "the loss: the gradient of a batch is the mean of its examples' gradients",
      points: 1,
      inputs: exactTasks,
      problem: (answers, { layers, X, Y }) => {
        const batch = answers.call("lossGradient", X, Y, layers);
        const each = X.map((x, r) => {
          const alone = answers.call("lossGradient", [x], [Y[r]!], layers);
          const like = lossGradient([x], [Y[r]!], layers);
          return partsMismatch(alone, like, ROUNDING) === null ? (alone as Gradient[]) : like;
        });
        return problemIn(batch, meanOfGradients(each), { layers, X });
      },
    }),
    holdsForAll<Task>({
      name: "the loss: every weight nudged, in networks with tanh",
      points: 1,
      inputs: smoothTasks,
      problem: (answers, { layers, X, Y }) => {
        const got = answers.call("lossGradient", X, Y, layers);
        return problemIn(got, nudgedGradient(X, Y, layers), { layers, X }, FORWARD_DIFFERENCE);
      },
    }),
    holdsForAll<Task>({
      name: "the loss: any network of whole numbers",
      points: 1,
      hidden: true,
      inputs: exactTasks,
      problem: (answers, { layers, X, Y }) =>
        problemIn(answers.call("lossGradient", X, Y, layers), lossGradient(X, Y, layers), {
          layers,
          X,
        }),
    }),
  ],
  pictures: HALF_PAGE_PICTURES,
  wrongAnswers: HALF_PAGE_SLIPS,
  rightAnswers: HALF_PAGE_RIGHT,
};
