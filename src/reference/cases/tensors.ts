/** The reference, tensors: made by a rule, chosen from, reduced to the largest, rearranged. */
import { concat } from "../../math/concat.js";
import { arange, eye, oneHot } from "../../math/creation.js";
import { type Dual, gradientByDual } from "../../math/dual.js";
import { argMax, max } from "../../math/largest.js";
import { logSumExp } from "../../math/log-sum-exp.js";
import type { Random } from "../../math/random.js";
import { gatherRows, reshape } from "../../math/rearrange.js";
import { type Reduction, sum } from "../../math/reductions.js";
import { greater, where } from "../../math/selection.js";
import type { NestedNumbers } from "../../math/tensor.js";
import { EXACT, FLOAT32 } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

const CLASSES = 5;

/** Vectors of 1 to 24 entries; equals, overflow, huge beside tiny. */
function scores(random: Random): readonly Arguments[] {
  const edges = [[0], [-0, 0], [1000, -1000], [1000, 999], [-1000, -999], [30, -30, 1e-6]];
  return [...edges, ...times(DRAWS, (i) => vector(random, i + 1, 3))].map((x) => [x]);
}

/** Matrices of 1 × 1 to 6 × 5, one with equals in rows and columns. */
function matrices(random: Random): readonly Arguments[] {
  const equals = [
    [2, 2, 1],
    [2, 3, 3],
  ];
  return [[equals], ...times(DRAWS, (i) => [matrix(random, (i % 6) + 1, (i % 5) + 1, 3)])];
}

/** Lists of whole numbers below n. */
function indices(random: Random, n: number): number[] {
  return times(1 + random.integer(6), () => random.integer(n));
}

/** Three matrices of one shape, the first of zeros and ones, the others broadcast to it at times. */
function choices(random: Random): readonly Arguments[] {
  return times(DRAWS, (i) => {
    const [n, d] = [(i % 4) + 1, (i % 3) + 1];
    const test = matrix(random, n, d).map((row) => row.map((x) => (x > 0 ? 1 : 0)));
    return [test, matrix(random, n, d, 3), i % 2 === 0 ? matrix(random, n, d) : vector(random, d)];
  });
}

function pairsAlong(axis: 0 | 1): ComparedFunction["calls"] {
  return (random) =>
    times(DRAWS, (i) => {
      const [n, d, more] = [(i % 4) + 1, (i % 5) + 1, (i % 3) + 1];
      const second = axis === 0 ? matrix(random, more, d) : matrix(random, n, more);
      return [matrix(random, n, d), second];
    });
}

interface LargestRow {
  readonly name: string;
  readonly formula: string;
  readonly ours: Reduction;
  readonly tfjs: (tf: Tfjs, x: TfTensor, axis?: number) => TfTensor;
  readonly tolerance: ComparedFunction["tolerance"];
}

const LARGEST: readonly LargestRow[] = [
  {
    name: "max",
    formula: "max xᵢ",
    ours: max,
    tfjs: (tf, x, axis) => tf.max(x, axis),
    tolerance: () => EXACT,
  },
  {
    name: "logSumExp",
    formula: "m + ln Σ e^(xᵢ − m), Eq. (2.9)",
    ours: logSumExp,
    tfjs: (tf, x, axis) => tf.logSumExp(x, axis),
    tolerance: () => FLOAT32,
  },
];

/** For each: everything, by column, by row, and the gradient of all. */
const REDUCTIONS: readonly ComparedFunction[] = LARGEST.flatMap((f) => [
  {
    name: f.name,
    formula: f.formula,
    calls: scores,
    ours: (x: Vector) => f.ours(x),
    tfjs: (tf, x) => f.tfjs(tf, x),
    tolerance: f.tolerance,
  },
  ...([0, 1] as const).map(
    (axis): ComparedFunction => ({
      name: `${f.name}, by ${axis === 0 ? "column" : "row"}`,
      formula: f.formula,
      calls: matrices,
      ours: (x: Matrix) => f.ours(x, axis),
      tfjs: (tf, x) => f.tfjs(tf, x, axis),
      tolerance: f.tolerance,
    }),
  ),
  {
    name: `${f.name}′`,
    formula: f.name === "max" ? "1 at the largest, else 0, Eq. (3.16)" : "softmax, Eq. (1.20)",
    calls: (random) => scores(random).slice(2),
    ours: (x: Vector) => gradientByDual((v) => f.ours(v), x),
    tfjs: (tf, x) => tf.grad((v) => f.tfjs(tf, v))(x),
    tolerance: f.name === "max" ? f.tolerance : () => FLOAT32,
    byHand:
      f.name === "max"
        ? [
            {
              call: [[3, 3, 1]],
              value: [1, 0, 0],
              tfjs: [1, 1, 0],
              reason:
                "at a tie one input is chosen, the first; TensorFlow.js gives every one of the equals the full slope, so that together they move the maximum twice as fast as it can move",
            },
          ]
        : [],
  } satisfies ComparedFunction,
]);

/** The rows of the table about tensors themselves. */
export const TENSORS: readonly ComparedFunction[] = [
  {
    name: "eye",
    formula: "IA, with I as long as A",
    calls: matrices,
    ours: (x: Matrix) => eye(x.length),
    tfjs: (tf, x) => tf.eye(x.shape[0]!),
    tolerance: () => EXACT,
  },
  {
    name: "arange",
    formula: "start + i/2, ending before the length of x",
    calls: scores,
    ours: (x: Vector) => arange(-1, x.length, 0.5),
    tfjs: (tf, x) => tf.range(-1, x.shape[0]!, 0.5),
    tolerance: () => EXACT,
  },
  {
    name: "oneHot",
    formula: "1 at the class, else 0",
    calls: (random) => times(DRAWS, () => [indices(random, CLASSES)]),
    ours: (labels: Vector) => oneHot(labels, CLASSES),
    tfjs: (tf, labels) => tf.oneHot(labels.toInt() as never, CLASSES).toFloat(),
    tolerance: () => EXACT,
  },
  ...REDUCTIONS,
  ...([0, 1] as const).map(
    (axis): ComparedFunction => ({
      name: `argMax, by ${axis === 0 ? "column" : "row"}`,
      formula: "argmax xᵢ, the lowest index at a tie",
      calls: matrices,
      ours: (x: Matrix) => argMax(x, axis),
      tfjs: (tf, x) => tf.argMax(x, axis).toFloat(),
      tolerance: () => EXACT,
    }),
  ),
  {
    name: "greater",
    formula: "1 where a > b, else 0",
    calls: (random) => [
      [[1, 2, -0], 2],
      [[0, -0], 0],
      ...times(DRAWS, (i) => [vector(random, i + 1), random.normal()]),
    ],
    ours: (a: Vector, b: number) => greater(a, b),
    tfjs: (tf, a, b) => tf.greater(a, b).toFloat(),
    tolerance: () => EXACT,
  },
  {
    name: "where",
    formula: "a where the condition holds, else b",
    calls: choices,
    ours: (test: Matrix, a: Matrix, b: Matrix) => where(test, a, b),
    tfjs: (tf, test, a, b) => tf.where(test.toBool(), a, b),
    tolerance: () => EXACT,
  },
  {
    name: "where, ∂/∂a",
    formula: "1 where the condition holds, else 0",
    calls: choices,
    ours: (test: Matrix, a: Matrix, b: Matrix) =>
      gradientByDual((x) => sum(where(test, x, b)) as Dual, a),
    tfjs: (tf, test, a, b) => tf.grad((x) => tf.sum(tf.where(test.toBool(), x, b)))(a),
    tolerance: () => EXACT,
  },
  ...([0, 1] as const).map(
    (axis): ComparedFunction => ({
      name: `concat, ${axis === 0 ? "below one another" : "side by side"}`,
      formula: `the rows ${axis === 0 ? "of a, then those of b" : "of a, each followed by b's"}`,
      calls: pairsAlong(axis),
      ours: (a: Matrix, b: Matrix) => concat([a, b], axis),
      tfjs: (tf, a, b) => tf.concat([a, b], axis),
      tolerance: () => EXACT,
    }),
  ),
  {
    name: "gatherRows",
    formula: "the rows of x that the indices name",
    calls: (random) => times(DRAWS, () => [matrix(random, 4, 3), indices(random, 4)]),
    ours: (x: Matrix, rows: Vector) => gatherRows(x, rows),
    tfjs: (tf, x, rows) => tf.gather(x, rows.toInt() as never),
    tolerance: () => EXACT,
  },
  {
    name: "gatherRows, ∂/∂x",
    formula: "how often each row was picked, Eq. (3.8)",
    calls: (random) => times(DRAWS, () => [matrix(random, 4, 3), indices(random, 4)]),
    ours: (x: Matrix, rows: Vector) => gradientByDual((v) => sum(gatherRows(v, rows)), x),
    tfjs: (tf, x, rows) => tf.grad((v) => tf.sum(tf.gather(v, rows.toInt() as never)))(x),
    tolerance: () => EXACT,
  },
  {
    name: "reshape",
    formula: "the entries row by row, in columns of two",
    calls: (random) => times(DRAWS, (i) => [matrix(random, 2 * ((i % 4) + 1), (i % 3) + 1)]),
    ours: (x: Matrix & NestedNumbers) => reshape(x, [(x.length * x[0]!.length) / 2, 2]),
    tfjs: (tf, x) => tf.reshape(x, [x.size / 2, 2]),
    tolerance: () => EXACT,
  },
];
