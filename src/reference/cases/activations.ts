/** The reference, activations of lecture 1: values and derivatives, Eq. (1.6) to (1.11). */
import { linear, relu, sigmoid, tanh } from "../../math/activations.js";
import { sign } from "../../math/sign-classifier.js";
import { FLOAT32 } from "../../math/tolerances.js";
import { type ComparedFunction, pointwise } from "../compared-function.js";
import { points, pointsOffZero } from "../inputs.js";

const tolerance = () => FLOAT32;
const at = points;

/** The activations' rows of the table. */
export const ACTIVATIONS: readonly ComparedFunction[] = [
  pointwise({
    name: "sigmoid",
    formula: "1 / (1 + e^(−z)), Eq. (1.6)",
    ours: sigmoid,
    tfjs: (tf, z) => tf.sigmoid(z),
    tolerance,
    at,
  }),
  pointwise({
    name: "sigmoid′",
    formula: "σ(z)(1 − σ(z)), Eq. (1.7)",
    ours: (z) => sigmoid.derivative(z),
    tfjs: (tf, z) => tf.grad((x) => tf.sigmoid(x))(z),
    tolerance,
    at,
    byHand: [
      {
        call: [40],
        value: Math.exp(-40),
        tfjs: 0,
        reason: "TensorFlow.js subtracts σ(40) from 1 and is left with 0; by hand e^(−40)",
      },
    ],
  }),
  pointwise({
    name: "tanh",
    formula: "(e^z − e^(−z)) / (e^z + e^(−z)), Eq. (1.8)",
    ours: tanh,
    tfjs: (tf, z) => tf.tanh(z),
    tolerance,
    at,
  }),
  pointwise({
    name: "tanh′",
    formula: "1 − tanh²(z), Eq. (1.9)",
    ours: (z) => tanh.derivative(z),
    tfjs: (tf, z) => tf.grad((x) => tf.tanh(x))(z),
    tolerance,
    at,
    byHand: [
      {
        call: [20],
        value: 4 * Math.exp(-40),
        tfjs: 0,
        reason: "TensorFlow.js subtracts tanh²(20) from 1 and is left with 0; by hand 4e^(−40)",
      },
    ],
  }),
  pointwise({
    name: "relu",
    formula: "max(0, z), Eq. (1.10)",
    ours: relu,
    tfjs: (tf, z) => tf.relu(z),
    tolerance,
    at,
  }),
  pointwise({
    name: "relu′",
    formula: "1 if z > 0, else 0, Eq. (1.11)",
    ours: (z) => relu.derivative(z),
    tfjs: (tf, z) => tf.grad((x) => tf.relu(x))(z),
    tolerance,
    at,
  }),
  pointwise({
    name: "linear",
    formula: "z",
    ours: linear,
    tfjs: (tf, z) => tf.add(z, 0),
    tolerance,
    at,
  }),
  pointwise({
    name: "sign",
    formula: "+1 if z ≥ 0, else −1, in Eq. (1.14)",
    ours: (z) => sign(z),
    tfjs: (tf, z) => tf.sign(z),
    tolerance,
    at: pointsOffZero,
    byHand: [0, -0].map((z) => ({
      call: [z],
      value: 1,
      tfjs: 0,
      reason: "a class is −1 or +1, and the lecture puts the boundary with +1; tf.sign(0) is 0",
    })),
  }),
];
