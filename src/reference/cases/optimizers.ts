/**
 * The reference, optimizers of lecture 4: places after 1, 10 and 100 updates on a quadratic with
 * four parameters, ours beside `tf.train`.
 */
import type { Optimizer as TfOptimizer } from "@tensorflow/tfjs";
import { adadelta } from "../../math/optimizers/adadelta.js";
import { adagrad } from "../../math/optimizers/adagrad.js";
import { adam } from "../../math/optimizers/adam.js";
import { adamax } from "../../math/optimizers/adamax.js";
import { gradientDescent } from "../../math/optimizers/gradient-descent.js";
import { momentum } from "../../math/optimizers/momentum.js";
import { nesterov } from "../../math/optimizers/nesterov.js";
import type { Optimizer } from "../../math/optimizers/optimizer.js";
import { rmsprop } from "../../math/optimizers/rmsprop.js";
import type { Random } from "../../math/random.js";
import { Tensor, tensor } from "../../math/tensor.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Steps } from "../tolerances.js";

type Vector = readonly number[];

/** Updates after which the places are compared. */
const LOOKS = [1, 10, 100];

/** Start w, curvatures c and minimum m, each `[4]`, of `J = Σ cᵢ(wᵢ − mᵢ)²/2`. */
function quadratics(random: Random): readonly Arguments[] {
  const edges: readonly Arguments[] = [
    // At the minimum in two entries: no slope, ever. A flat axis: the same.
    [
      [1, -2, 3, 0],
      [1, 1, 0, 0.5],
      [1, -2, 0, 1],
    ],
    // Slopes of very different size, which adaptive rules make alike.
    [
      [1, 1, -1, -1],
      [1, 0.01, 0.0001, 1],
      [0, 0, 0, 0.999],
    ],
  ];
  // A hundred updates each: as few as the table allows.
  return [...edges, ...times(18, () => quadratic(random))];
}

function quadratic(random: Random): Arguments {
  return [vector(random, 4), times(4, () => random.uniform(0.1, 2)), vector(random, 4)];
}

/** Our places, `[3, 4]`. */
function ourPath(rule: Optimizer, [start, c, m]: readonly [Vector, Vector, Vector]): number[][] {
  let w: readonly Tensor[] = [tensor(start)];
  let state = rule.init(w);
  return places((step) => {
    const g = w[0]!.data.map((wi, i) => c[i]! * (wi - m[i]!));
    const next = rule.update([new Tensor([4], g)], state, w);
    [w, state] = [next.parameters, next.state];
    return LOOKS.includes(step) ? [...w[0]!.data] : undefined;
  });
}

/** What `look` returns after each update, where it returns something. */
function places<T>(look: (step: number) => T | undefined): T[] {
  const seen: T[] = [];
  for (let step = 1; step <= 100; step++) {
    const place = look(step);
    if (place !== undefined) seen.push(place);
  }
  return seen;
}

/** The places of a `tf.train` optimizer, `[3, 4]`. */
function tfjsPath(tf: Tfjs, make: () => TfOptimizer, start: TfTensor, c: TfTensor, m: TfTensor) {
  const [w, rule] = [tf.variable(start), make()];
  const seen = places((step) => {
    const g = tf.mul(c, tf.sub(w, m));
    rule.applyGradients([{ name: w.name, tensor: g }]);
    // A copy: the variable's own value is disposed with the next update.
    return LOOKS.includes(step) ? tf.clone(w) : undefined;
  });
  const result = tf.stack(seen);
  w.dispose();
  rule.dispose();
  return result;
}

/** How far float32 strays on the way; see {@link float32Steps}. */
const tolerance = () => float32Steps(100);

function optimizerRow(
  name: string,
  formula: string,
  rule: Optimizer,
  make: (tf: Tfjs) => TfOptimizer,
): ComparedFunction {
  return {
    name: `${name}, 100 updates`,
    formula,
    calls: quadratics,
    ours: (...call: readonly [Vector, Vector, Vector]) => ourPath(rule, call),
    tfjs: (tf, w, c, m) => tfjsPath(tf, () => make(tf), w!, c!, m!),
    tolerance,
  };
}

/** Zeiler's rule in TensorFlow.js's operations, whose own `tf.train.adadelta` is another rule. */
function zeilerPath(tf: Tfjs, start: TfTensor, c: TfTensor, m: TfTensor): TfTensor {
  const [rho, epsilon] = [0.95, 1e-6];
  let [w, s, u] = [start, tf.zerosLike(start), tf.zerosLike(start)];
  const mixed = (old: TfTensor, x: TfTensor) =>
    tf.add(tf.mul(old, rho), tf.mul(tf.square(x), 1 - rho));
  const root = (x: TfTensor) => tf.sqrt(tf.add(x, epsilon));
  return tf.stack(
    places((step) => {
      const g = tf.mul(c, tf.sub(w, m));
      s = mixed(s, g);
      const change = tf.mul(tf.div(root(u), root(s)), g);
      u = mixed(u, change);
      w = tf.sub(w, change);
      return LOOKS.includes(step) ? w : undefined;
    }),
  );
}

/** The step from w under the gradient g, each `[2]`, with the first update. */
function firstStep(rule: Optimizer, w: Vector, g: Vector): Tensor {
  const at = [tensor(w)];
  return rule.update([tensor(g)], rule.init(at), at).parameters[0]!;
}

function tfjsFirstStep(tf: Tfjs, rule: TfOptimizer, start: TfTensor, g: TfTensor): TfTensor {
  const w = tf.variable(start);
  rule.applyGradients([{ name: w.name, tensor: g }]);
  const moved = tf.clone(w);
  w.dispose();
  rule.dispose();
  return moved;
}

/** Starts, and gradients of a size, `[2]` each. */
const gradients = (size: number) => (random: Random) =>
  times(DRAWS, () => [vector(random, 2), vector(random, 2, size)] as const);

/** The rows of the table about optimizers. */
export const OPTIMIZERS: readonly ComparedFunction[] = [
  optimizerRow("gradientDescent", "w ← w − η g, Eq. (4.1)", gradientDescent(0.1), (tf) =>
    tf.train.sgd(0.1),
  ),
  optimizerRow("momentum", "a ← μa + g, w ← w − η a, Eq. (4.4)", momentum(0.05, 0.8), (tf) =>
    tf.train.momentum(0.05, 0.8),
  ),
  optimizerRow("nesterov", "a ← μa + g, w ← w − η(g + μa), Eq. (4.5)", nesterov(0.05, 0.8), (tf) =>
    tf.train.momentum(0.05, 0.8, true),
  ),
  optimizerRow(
    "adagrad",
    "s ← s + g², w ← w − η g/√s, Eq. (4.6), from TensorFlow's s = 0.1",
    adagrad(0.1, { epsilon: 0, initialAccumulator: 0.1 }),
    (tf) => tf.train.adagrad(0.1),
  ),
  {
    name: "adagrad, first step",
    formula: "w − η g/(|g| + ε), Eq. (4.6) from s = 0 as in the paper",
    // Big gradients, beside which TensorFlow's start at 0.1 is nothing.
    calls: gradients(1e5),
    ours: (w: Vector, g: Vector) => firstStep(adagrad(0.1), w, g),
    tfjs: (tf, w, g) => tfjsFirstStep(tf, tf.train.adagrad(0.1), w!, g!),
    tolerance: () => float32Steps(1),
    byHand: [
      {
        call: [
          [1, 1],
          [0.5, -0.03125],
        ],
        value: [0.9, 1.1],
        tfjs: [1 - 0.05 / Math.sqrt(0.1 + 0.5 ** 2), 1 + 0.003125 / Math.sqrt(0.1 + 0.03125 ** 2)],
        reason:
          "the paper starts at s = 0, so that the first step is η long; TensorFlow.js starts at 0.1",
      },
    ],
  },
  {
    name: "adadelta, 100 updates",
    formula: "Eq. (4.7), Zeiler's order, written out in TensorFlow.js's operations",
    calls: quadratics,
    ours: (...call: readonly [Vector, Vector, Vector]) => ourPath(adadelta(), call),
    tfjs: zeilerPath,
    tolerance,
  },
  {
    name: "adadelta, first step",
    formula: "w − √ε/√((1 − ρ)g² + ε) · g, Eq. (4.7)",
    // Small gradients, beside which ε = 1 is all that counts in either order.
    calls: gradients(1e-3),
    ours: (w: Vector, g: Vector) => firstStep(adadelta(1, { rho: 0.75, epsilon: 1 }), w, g),
    tfjs: (tf, w, g) => tfjsFirstStep(tf, tf.train.adadelta(1, 0.75, 1), w!, g!),
    tolerance: () => float32Steps(1),
    byHand: [
      {
        call: [
          [4, 4],
          [2, -2],
        ],
        // s = ¼·4 = 1, so the step is √1/√(1 + 1) · 2 = √2
        value: [4 - Math.SQRT2, 4 + Math.SQRT2],
        tfjs: [2, 6],
        reason:
          "Zeiler takes g² in before the step; TensorFlow.js divides by the s before, so its first step is η g",
      },
    ],
  },
  optimizerRow(
    "rmsprop",
    "s ← ρs + (1 − ρ)g², w ← w − η g/√(s + ε), Eq. (4.8)",
    rmsprop(0.01, { rho: 0.9, epsilon: 1e-4 }),
    (tf) => tf.train.rmsprop(0.01, 0.9, 0, 1e-4),
  ),
  optimizerRow("adam", "w ← w − η m̂/(√v̂ + ε), Eq. (4.9)", adam(0.01, { epsilon: 1e-4 }), (tf) =>
    tf.train.adam(0.01, 0.9, 0.999, 1e-4),
  ),
  optimizerRow(
    "adamax",
    "w ← w − η/(1 − β₁ᵗ) · m/(u + ε), Eq. (4.10)",
    adamax(0.01, { epsilon: 1e-4 }),
    (tf) => tf.train.adamax(0.01, 0.9, 0.999, 1e-4),
  ),
];
