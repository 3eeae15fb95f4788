/** Chapter 1, exercise 1.10: the forward pass of a network with one hidden layer, and with many. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { mismatch } from "../../grading/judge.js";
import { ANSWER } from "../../math/tolerances.js";
import { lengths, matrices, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { DEEP_FORWARD_PICTURES } from "../pictures/perceptron.js";
import { agreesForAll, holdsForAll } from "../properties.js";

type Vector = readonly number[];
type Matrix = readonly Vector[];
type G = (z: number) => number;

interface Layer {
  readonly W: Matrix;
  readonly b: Vector;
}

const affine = (x: Vector, { W, b }: Layer): number[] =>
  b.map((bi, i) => x.reduce((sum, xj, j) => sum + xj * W[j]![i]!, bi));
const each = (g: G, z: Vector): number[] => z.map((zi) => g(zi));

/** Eq. (1.17): the activation stands between the layers, not before the first or after the last. */
const deepForward = (x: Vector, layers: readonly Layer[], g: G): number[] =>
  layers.reduce<number[]>((a, layer, k) => affine(k === 0 ? x : each(g, a), layer), []);

const relu: G = (z) => Math.max(0, z);
const half: G = (z) => z / 2;
const squared: G = (z) => z * z;

const layer = (inputs: number, outputs: number): fc.Arbitrary<Layer> =>
  fc.record({ W: matrices(inputs, outputs), b: vectors(outputs) });

/** Networks with one to three layers of weights, and an input that fits. */
const networks = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 })
  .chain((sizes) =>
    fc.tuple(
      vectors(sizes[0]!),
      fc.tuple(...sizes.slice(1).map((outputs, k) => layer(sizes[k]!, outputs))),
      fc.constantFrom(relu, half, squared),
    ),
  );

/** z at layer k from g(z) at layer k − 1. */
export const deepForwardExercise: Exercise = {
  id: "perceptron/deep-forward",
  number: "1.10",
  title: "Through hidden layers",
  kind: "implement",
  syllabus: ["P12", "P13", "P15"],
  equations: ["1.16", "1.17"],
  reference: { deepForward },
  hints: [
    "You have a dense layer already. What does the second layer read: the input, the sums of the first layer, or what the activation made of them?",
    "Eq. (1.17): $z_{k,i} = w^{(k)}_{0,i} + \\sum_j g(z_{k-1,j})\\,w^{(k)}_{j,i}$. The first layer reads $x$ itself. Layer k has $W$ of shape [in, out] and $b$ of shape [out]; the result is the last $z$, shape [out], without another $g$.",
    "```ts\nlet a = [...x];                        // what the next layer reads\nlet z = a;\nfor (const { W, b } of layers) {\n  z = b.map((bi, i) => …);             // the dense layer, from a\n  a = z.map((zi) => …);                // between the layers stands the activation\n}\nreturn …;                              // which of the two is asked for?\n```",
  ],
  why: "A deep network is a loop: the same two steps, as often as there are layers. The last $z$ is returned as it is, because the loss will want it so: lecture 2 pairs it with a sigmoid or a softmax of its own.",
  checks: [
    workedByHand({
      name: "gives the numbers worked by hand",
      points: 2,
      answer: "deepForward",
      cases: [
        {
          args: [[2], [{ W: [[3]], b: [1] }], relu],
          want: [7],
          byHand: "one layer: 1 + 2·3 = 7, and no activation after it",
        },
        {
          args: [[2], [{ W: [[-3]], b: [1] }], relu],
          want: [-5],
          byHand: "one layer: 1 + 2·(−3) = −5, and no activation after it",
        },
        {
          args: [
            [1, 2],
            [
              {
                W: [
                  [1, -1],
                  [1, 0],
                ],
                b: [0, 0],
              },
              { W: [[2], [5]], b: [10] },
            ],
            relu,
          ],
          want: [16],
          byHand: "hidden sums 3 and −1, ReLU makes them 3 and 0, then 10 + 3·2 + 0·5 = 16",
        },
      ],
    }),
    agreesForAll({
      name: "a single layer is a dense layer",
      points: 1,
      answer: "deepForward",
      library: deepForward,
      inputs: lengths(3).chain((m) =>
        fc.tuple(vectors(m), fc.tuple(layer(m, 2)), fc.constant(squared)),
      ),
    }),
    agreesForAll({
      name: "the activation stands between the layers, for generated networks",
      points: 2,
      answer: "deepForward",
      library: deepForward,
      inputs: networks,
    }),
    holdsForAll<readonly [Vector, readonly Layer[], G]>({
      name: "without an activation the layers collapse into one",
      points: 1,
      hidden: true,
      inputs: networks,
      problem: (answers, [x, layers]) => {
        const got = answers.call("deepForward", x, layers, (z: number) => z);
        const want = layers.reduce<Vector>((a, one) => affine(a, one), x);
        return mismatch(got, want, ANSWER) === null
          ? null
          : "with g(z) = z the network must be one product after another.";
      },
    }),
  ],
  pictures: DEEP_FORWARD_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The activation is also applied after the last layer; the exercise asks for the last z itself.",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[], g: G) =>
          each(g, deepForward(x, layers, g)),
      },
    },
    {
      misconception:
        "No activation stands between the layers: the whole network is one linear map.",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[]) =>
          layers.reduce<Vector>((a, one) => affine(a, one), x),
      },
    },
    {
      misconception:
        "The activation bends the input before the first layer has seen it; the first layer reads x as it is.",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[], g: G) =>
          deepForward(each(g, x), layers, g),
      },
    },
    {
      misconception: "Every layer reads the input x; layer k has to read what layer k − 1 made.",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[]) => affine(x, layers.at(-1)!),
      },
    },
    {
      misconception: "The biases are forgotten in the layers after the first.",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[], g: G) =>
          deepForward(
            x,
            layers.map(({ W, b }, k) => ({ W, b: k === 0 ? b : b.map(() => 0) })),
            g,
          ),
      },
    },
    {
      misconception:
        "The weights are read as W[i][j], unit first. Here W has one row for each input: W[j][i].",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[], g: G) =>
          layers.reduce<number[]>((a, { W, b }, k) => {
            const input = k === 0 ? x : each(g, a);
            return b.map((bi, i) =>
              input.reduce((sum, xj, j) => sum + xj * (W[i]?.[j] ?? Number.NaN), bi),
            );
          }, []),
      },
    },
    {
      misconception:
        "The activation stands behind the first layer only; it stands between all layers.",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[], g: G) =>
          layers.reduce<Vector>((a, one, k) => affine(k === 1 ? each(g, a) : a, one), x),
      },
    },
    {
      misconception: "The activation is applied twice between two layers.",
      equation: "1.17",
      answers: {
        deepForward: (x: Vector, layers: readonly Layer[], g: G) =>
          layers.reduce<Vector>((a, one, k) => affine(k === 0 ? a : each(g, each(g, a)), one), x),
      },
    },
  ],
  rightAnswers: [
    {
      deepForward: (x: Vector, layers: readonly Layer[], g: G) => {
        let z: number[] = [];
        for (const [k, { W, b }] of layers.entries()) {
          const a = k === 0 ? x : z.map(g);
          z = [...b];
          for (let j = 0; j < a.length; j++) {
            for (let i = 0; i < z.length; i++) z[i] = z[i]! + a[j]! * W[j]![i]!;
          }
        }
        return z;
      },
    },
    {
      deepForward: function recursive(x: Vector, layers: readonly Layer[], g: G): number[] {
        const [first, ...rest] = layers;
        const z = affine(x, first!);
        return rest.length === 0 ? z : recursive(each(g, z), rest, g);
      },
    },
  ],
};
