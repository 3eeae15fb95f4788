/** The reference, elementary functions and their derivatives, which dual numbers carry along. */
import { abs, exp, log, neg, sqrt, square } from "../../math/arithmetic.js";
import { derivativeByDual } from "../../math/dual.js";
import type { Unary } from "../../math/elementwise.js";
import type { Random } from "../../math/random.js";
import { FLOAT32 } from "../../math/tolerances.js";
import { type ComparedFunction, type HandDecision, pointwise } from "../compared-function.js";
import { exponents, points, pointsOffZero, positivePoints } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";

interface Elementary {
  readonly name: string;
  readonly formula: string;
  readonly slope: string;
  readonly ours: Unary;
  readonly tfjs: (tf: Tfjs, x: TfTensor) => TfTensor;
  readonly at: (random: Random) => readonly number[];
  /** Points for the derivative, if they are others. */
  readonly slopeAt?: (random: Random) => readonly number[];
  readonly slopeByHand?: readonly HandDecision[];
}

const withZero = (random: Random): readonly number[] => [0, ...positivePoints(random)];

const FUNCTIONS: readonly Elementary[] = [
  { name: "neg", formula: "−x", slope: "−1", ours: neg, tfjs: (tf, x) => tf.neg(x), at: points },
  { name: "exp", formula: "eˣ", slope: "eˣ", ours: exp, tfjs: (tf, x) => tf.exp(x), at: exponents },
  {
    name: "log",
    formula: "ln x",
    slope: "1/x",
    ours: log,
    tfjs: (tf, x) => tf.log(x),
    // Without 0: WGSL leaves ln 0 open, and one driver gives −88.
    at: positivePoints,
  },
  {
    name: "sqrt",
    formula: "√x",
    slope: "1/(2√x)",
    ours: sqrt,
    tfjs: (tf, x) => tf.sqrt(x),
    at: withZero,
    slopeAt: positivePoints,
  },
  {
    name: "square",
    formula: "x²",
    slope: "2x",
    ours: square,
    tfjs: (tf, x) => tf.square(x),
    at: points,
  },
  {
    name: "abs",
    formula: "|x|",
    slope: "−1 below 0, +1 above",
    ours: abs,
    tfjs: (tf, x) => tf.abs(x),
    at: points,
    slopeAt: pointsOffZero,
    slopeByHand: [0, -0].map((x) => ({
      call: [x],
      value: 0,
      tfjs: -1,
      reason: "any slope from −1 to 1 is a subgradient at the kink; we take 0, TensorFlow.js −1",
    })),
  },
];

/** Two rows a function: its value, and its derivative. */
export const ELEMENTARY: readonly ComparedFunction[] = FUNCTIONS.flatMap((f) => [
  pointwise({
    name: f.name,
    formula: f.formula,
    ours: (x) => f.ours(x),
    tfjs: f.tfjs,
    tolerance: () => FLOAT32,
    at: f.at,
  }),
  pointwise({
    name: `${f.name}′`,
    formula: f.slope,
    ours: (x) => derivativeByDual((d) => f.ours(d), x),
    tfjs: (tf, x) => tf.grad((t) => f.tfjs(tf, t))(x),
    tolerance: () => FLOAT32,
    at: f.slopeAt ?? f.at,
    ...(f.slopeByHand === undefined ? {} : { byHand: f.slopeByHand }),
  }),
]);
