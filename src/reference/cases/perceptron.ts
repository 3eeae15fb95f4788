/** The reference, the perceptron: its sum, each activation, its gradient, and its boundary. */
import { type Activation, linear, relu, sigmoid, tanh } from "../../math/activations.js";
import { abs } from "../../math/arithmetic.js";
import { gradientByDual } from "../../math/dual.js";
import { dot } from "../../math/linear-algebra.js";
import { perceptron, weightedSum } from "../../math/perceptron.js";
import type { Random } from "../../math/random.js";
import { classify, hyperplane } from "../../math/sign-classifier.js";
import { EXACT } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Chain, float32Sum } from "../tolerances.js";

type Vector = readonly number[];

/** The lecture's worked example, a sum of exactly 0, saturation on both sides, then draws. */
function units(random: Random): readonly Arguments[] {
  const edges: readonly Arguments[] = [
    [[-1, 2], [3, -2], 1],
    [[1, 2], [2, -1], 0],
    [[0, -0], [1, 1], -0],
    [[1], [30], 0],
    [[1], [-30], 0],
    [[1000, -1000], [1, 1], 0.5],
    [[-1000], [1], 0],
  ];
  const draws = times(DRAWS, (i) => {
    const m = (i % 6) + 1;
    return [vector(random, m), vector(random, m), random.normal()] as const;
  });
  return [...edges, ...draws];
}

function scaleOf(x: Vector, w: Vector, w0: number): number {
  return dot(abs(x), abs(w)) + Math.abs(w0);
}

const preActivation = (tf: Tfjs, x: TfTensor, w: TfTensor, w0: TfTensor): TfTensor =>
  tf.add(tf.dot(x, w), w0);

const ACTIVATIONS: readonly (readonly [Activation, (tf: Tfjs, z: TfTensor) => TfTensor])[] = [
  [linear, (_tf, z) => z],
  [sigmoid, (tf, z) => tf.sigmoid(z)],
  [tanh, (tf, z) => tf.tanh(z)],
  [relu, (tf, z) => tf.relu(z)],
];

const OUTPUTS: readonly ComparedFunction[] = ACTIVATIONS.flatMap(([g, tfjsG]) => [
  {
    name: `perceptron, ${g.name}`,
    formula: "g(w₀ + Σ xᵢwᵢ), Eq. (1.5)",
    calls: units,
    ours: (x: Vector, w: Vector, w0: number) => perceptron(x, w, w0, g),
    tfjs: (tf, x, w, w0) => tfjsG(tf, preActivation(tf, x!, w!, w0!)),
    tolerance: (x: Vector, w: Vector, w0: number) => float32Chain(scaleOf(x, w, w0)),
  },
  {
    name: `perceptron, ${g.name}, ∂/∂w`,
    formula: "g′(z) xᵢ",
    calls: units,
    ours: (x: Vector, w: Vector, w0: number) =>
      // The slope by the formula, not by dual numbers: e^1000 over e^1000 would be NaN there.
      x.map((xi) => g.derivative(weightedSum(x, w, w0)) * xi),
    tfjs: (tf, x, w, w0) => tf.grad((v) => tfjsG(tf, preActivation(tf, x!, v, w0!)))(w!),
    tolerance: (x: Vector, w: Vector, w0: number) =>
      float32Chain((1 + scaleOf(x, w, w0)) * Math.max(...abs(x).data)),
  } satisfies ComparedFunction,
]);

/** The rows of the table about a single unit. */
export const PERCEPTRON: readonly ComparedFunction[] = [
  {
    name: "weightedSum",
    formula: "w₀ + Σ xᵢwᵢ, Eq. (1.3)",
    calls: units,
    ours: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0),
    tfjs: preActivation,
    tolerance: (x: Vector, w: Vector, w0: number) => float32Sum(scaleOf(x, w, w0)),
  },
  {
    name: "weightedSum, ∂/∂w",
    formula: "xᵢ",
    calls: units,
    ours: (x: Vector, w: Vector, w0: number) => gradientByDual((v) => weightedSum(x, v, w0), w),
    tfjs: (tf, x, w, w0) => tf.grad((v) => preActivation(tf, x, v, w0))(w),
    tolerance: () => EXACT,
  },
  ...OUTPUTS,
  {
    name: "classify",
    formula: "sign(w₀ + Σ wᵢxᵢ), Eq. (1.14)",
    calls: (random) =>
      units(random).filter(([x, w, w0]) => isOffBoundary(x as Vector, w as Vector, w0 as number)),
    ours: (x: Vector, w: Vector, w0: number) => classify(x, w, w0),
    tfjs: (tf, x, w, w0) => tf.sign(preActivation(tf, x, w, w0)),
    tolerance: () => EXACT,
  },
  {
    name: "hyperplane, normal",
    formula: "w/‖w‖, of Eq. (1.13)",
    calls: units,
    ours: (_x: Vector, w: Vector, w0: number) => hyperplane(w, w0).normal,
    tfjs: (tf, _x, w) => tf.div(w, tf.norm(w)),
    tolerance: () => float32Sum(1),
  },
  {
    name: "hyperplane, distance",
    formula: "(w₀ + Σ wᵢxᵢ)/‖w‖, of Eq. (1.13)",
    calls: units,
    ours: (x: Vector, w: Vector, w0: number) => hyperplane(w, w0).distanceTo(x),
    tfjs: (tf, x, w, w0) => tf.div(preActivation(tf, x, w, w0), tf.norm(w)),
    tolerance: (x: Vector, w: Vector, w0: number) =>
      float32Sum((2 * scaleOf(x, w, w0)) / Math.sqrt(dot(w, w))),
  },
];

/** On the boundary the class is a convention, which the row "sign" settles by hand. */
function isOffBoundary(x: Vector, w: Vector, w0: number): boolean {
  return weightedSum(x, w, w0) !== 0;
}
