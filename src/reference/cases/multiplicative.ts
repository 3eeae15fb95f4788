/** The reference, multiplicative units: bilinear, gate and attention, Eq. (6.20) to (6.22). */
import { attention, attentionBackward } from "../../math/attention.js";
import { bilinear, bilinearBackward, gate, gateBackward } from "../../math/multiplicative.js";
import type { Random } from "../../math/random.js";
import { FLOAT32 } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Chain } from "../tolerances.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

const units = (random: Random): readonly Arguments[] => [
  [[0], [[1]], [3]],
  [
    [2, 3],
    [
      [1, 0],
      [0, 10],
    ],
    [5, 7],
  ],
  ...times(DRAWS, (i) => {
    const [m, k] = [(i % 5) + 1, (i % 4) + 1];
    return [vector(random, m), matrix(random, m, k), vector(random, k)] as const;
  }),
];

const tfjsUnit = (tf: Tfjs, x: TfTensor, W: TfTensor, z: TfTensor): TfTensor =>
  tf.sum(tf.mul(tf.mul(tf.reshape(x, [-1, 1]), W), tf.reshape(z, [1, -1])));

const gates = (random: Random): readonly Arguments[] => [
  [
    [1, -1, 2],
    [30, -30, 0],
    [1, 2, 3],
  ],
  ...times(DRAWS, (i) => times(3, () => vector(random, (i % 5) + 1, 2))),
];

/** Q, K, V and the slopes G of the total. */
const lookups = (random: Random): readonly Arguments[] =>
  times(DRAWS, (i) => {
    const [n, m, d, v] = [(i % 3) + 1, (i % 4) + 1, (i % 5) + 1, (i % 2) + 1];
    return [matrix(random, n, d), matrix(random, m, d), matrix(random, m, v), matrix(random, n, v)];
  });

function tfjsAttention(tf: Tfjs, [Q, K, V]: readonly TfTensor[]): TfTensor {
  const scores = tf.matMul(Q!, K!, false, true);
  return tf.matMul(tf.softmax(tf.div(scores, Math.sqrt(Q!.shape[1]!))), V!);
}

const tolerance = () => float32Chain(20);

/** The rows of the table about multiplicative units. */
export const MULTIPLICATIVE: readonly ComparedFunction[] = [
  {
    name: "bilinear",
    formula: "xᵀWz, Eq. (6.20)",
    calls: units,
    ours: (x: Vector, W: Matrix, z: Vector) => bilinear(x, W, z),
    tfjs: (tf, x, W, z) => tfjsUnit(tf, x!, W!, z!),
    tolerance,
  },
  {
    name: "bilinear, ∂/∂W",
    formula: "xzᵀ",
    calls: units,
    ours: (x: Vector, W: Matrix, z: Vector) => bilinearBackward(1, x, W, z).W,
    tfjs: (tf, x, W, z) => tf.grad((v) => tfjsUnit(tf, x!, v, z!))(W!),
    tolerance: () => FLOAT32,
  },
  {
    name: "gate",
    formula: "x ⊙ σ(z), Eq. (6.21)",
    calls: (random) => gates(random).map((call) => call.slice(0, 2)),
    ours: (x: Vector, z: Vector) => gate(x, z),
    tfjs: (tf, x, z) => tf.mul(x!, tf.sigmoid(z!)),
    tolerance: () => FLOAT32,
  },
  {
    name: "gate, ∂/∂z",
    formula: "g ⊙ x ⊙ σ′(z)",
    calls: gates,
    ours: (x: Vector, z: Vector, G: Vector) => gateBackward(G, x, z).z,
    tfjs: (tf, x, z, G) => tf.grad((v) => tf.sum(tf.mul(G!, tf.mul(x!, tf.sigmoid(v)))))(z!),
    tolerance: () => float32Chain(2),
  },
  {
    name: "attention",
    formula: "softmax(QKᵀ/√d) V, Eq. (6.22)",
    calls: (random) => lookups(random).map((call) => call.slice(0, 3)),
    ours: (Q: Matrix, K: Matrix, V: Matrix) => attention(Q, K, V),
    tfjs: (tf, ...args) => tfjsAttention(tf, args),
    tolerance,
  },
  ...(["queries", "keys", "values"] as const).map(
    (of, which): ComparedFunction => ({
      name: `attention, ∂/∂${of}`,
      formula: "the backward of attention, by hand",
      calls: lookups,
      ours: (Q: Matrix, K: Matrix, V: Matrix, G: Matrix) => attentionBackward(G, Q, K, V)[of],
      tfjs: (tf, Q, K, V, G) =>
        tf.grads((...v: TfTensor[]) => tf.sum(tf.mul(G!, tfjsAttention(tf, v))))([Q!, K!, V!])[
          which
        ]!,
      tolerance,
    }),
  ),
];
