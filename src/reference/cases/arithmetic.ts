/** The reference, arithmetic of two operands: numbers, broadcasting, and both partial derivatives. */
import { add, div, maximum, mul, sub } from "../../math/arithmetic.js";
import { derivativeByDual } from "../../math/dual.js";
import type { Binary } from "../../math/elementwise.js";
import type { Random } from "../../math/random.js";
import type { ArrayLike2d, TensorLike } from "../../math/tensor.js";
import { FLOAT32 } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, EDGES, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";

interface Arithmetic {
  readonly name: string;
  readonly formula: string;
  readonly ours: Binary;
  readonly tfjs: (tf: Tfjs, a: TfTensor, b: TfTensor) => TfTensor;
  /** Whether the second operand may be 0. */
  readonly zero: boolean;
}

const OPERATIONS: readonly Arithmetic[] = [
  { name: "add", formula: "a + b", ours: add, tfjs: (tf, a, b) => tf.add(a, b), zero: true },
  { name: "sub", formula: "a − b", ours: sub, tfjs: (tf, a, b) => tf.sub(a, b), zero: true },
  { name: "mul", formula: "a · b", ours: mul, tfjs: (tf, a, b) => tf.mul(a, b), zero: true },
  { name: "div", formula: "a / b", ours: div, tfjs: (tf, a, b) => tf.div(a, b), zero: false },
  {
    name: "maximum",
    formula: "max(a, b)",
    ours: maximum,
    tfjs: (tf, a, b) => tf.maximum(a, b),
    zero: true,
  },
];

/** Pairs of numbers: draws, ties, and each edge on either side. */
function pairs(random: Random, zero: boolean): readonly (readonly [number, number])[] {
  const draws = times(DRAWS, () => [random.normal(0, 3), random.normal(0, 3)] as const);
  const ties = [1.5, -2, 30].map((x) => [x, x] as const);
  const edges = EDGES.flatMap((x) => [[x, 0.5] as const, [-0.5, x] as const]);
  return [...draws, ...ties, ...edges].filter(([, b]) => zero || b !== 0);
}

/** Every pair of shapes that broadcasts, four times. */
function broadcasts(random: Random): readonly Arguments[] {
  return times(4, () => {
    const [X, row] = [matrix(random, 3, 4, 3), vector(random, 4, 3)];
    const column = matrix(random, 3, 1, 3);
    const number = random.normal(0, 3);
    return [
      [X, row],
      [row, X],
      [X, column],
      [column, X],
      [X, X],
      [X, number],
      [number, row],
    ];
  }).flat();
}

/** Three rows an operation: numbers, broadcast shapes, and (∂/∂a, ∂/∂b). */
export const ARITHMETIC: readonly ComparedFunction[] = OPERATIONS.flatMap((f) => [
  {
    name: f.name,
    formula: f.formula,
    calls: (random) => pairs(random, f.zero),
    ours: (a: number, b: number) => f.ours(a, b),
    tfjs: f.tfjs,
    tolerance: () => FLOAT32,
  },
  {
    name: `${f.name}, broadcast`,
    formula: `${f.formula}, shapes [n, d] with [d], [n, 1] and []`,
    calls: broadcasts,
    ours: (a: ArrayLike2d, b: TensorLike) => f.ours(a, b),
    tfjs: f.tfjs,
    tolerance: () => FLOAT32,
  },
  {
    name: `${f.name}′`,
    formula: `∂(${f.formula})/∂a and /∂b`,
    calls: (random) => pairs(random, f.zero),
    ours: (a: number, b: number) => [
      derivativeByDual((d) => f.ours(d, b), a),
      derivativeByDual((d) => f.ours(a, d), b),
    ],
    tfjs: (tf, a, b) =>
      tf.stack(tf.grads((x, y) => f.tfjs(tf, x as TfTensor, y as TfTensor))([a!, b!])),
    tolerance: () => FLOAT32,
  } satisfies ComparedFunction,
]);
