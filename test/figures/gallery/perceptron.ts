/** Chapter 1: its figures with typical and with awkward arguments. */

import type { Figure } from "../../../src/figures/figure.js";
import { activationCurves } from "../../../src/figures/perceptron/activation-curves.js";
import { decisionLine } from "../../../src/figures/perceptron/decision-line.js";
import { hyperplaneMoves } from "../../../src/figures/perceptron/hyperplane-moves.js";
import { linearStack } from "../../../src/figures/perceptron/linear-stack.js";
import { oneInputUnit } from "../../../src/figures/perceptron/one-input-unit.js";
import { perceptronDiagram } from "../../../src/figures/perceptron/perceptron-diagram.js";
import { sigmoidAt } from "../../../src/figures/perceptron/sigmoid-at.js";
import { linear, relu, sigmoid, tanh } from "../../../src/math/activations.js";
import { sign } from "../../../src/math/sign-classifier.js";

const xor = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

export const PERCEPTRON_GALLERY: readonly (readonly [string, Figure])[] = [
  ["oneInputUnit, seven weights", oneInputUnit({ weights: [-2, -1, -0.5, 0, 0.5, 1, 2] })],
  ["oneInputUnit, with a bias", oneInputUnit({ weights: [-1, 0.5], bias: 1, start: 0 })],
  ["oneInputUnit, weight 0 alone", oneInputUnit({ weights: [0] })],
  ["perceptronDiagram, the worked example", perceptronDiagram({ x: [-1, 2], w: [3, -2], w0: 1 })],
  [
    "perceptronDiagram, six inputs",
    perceptronDiagram({
      x: [1, 0.5, -2, 4, 10, -0.125],
      w: [0.25, -1.5, 3, 2, 0.125, -8],
      w0: -1,
      g: tanh,
    }),
  ],
  ["perceptronDiagram, one input", perceptronDiagram({ x: [2], w: [0.5], g: linear })],
  ["activationCurves, three", activationCurves([sigmoid, tanh, relu], { from: -4, to: 4 })],
  ["activationCurves, one", activationCurves([sigmoid], { from: -8, to: 8 })],
  [
    "decisionLine, the worked example",
    decisionLine({ w: [3, -2], w0: 1, points: [[-1, 2]], g: sigmoid }),
  ],
  ["decisionLine, XOR's corners", decisionLine({ w: [1, 1], w0: -1.5, points: xor, g: relu })],
  ["decisionLine, long w along an axis", decisionLine({ w: [0, 12], w0: 3, g: tanh })],
  ["decisionLine, through the origin", decisionLine({ w: [1, 0], w0: 0, g: sign })],
  ["sigmoidAt, the worked example", sigmoidAt({ z: -6 })],
  ["sigmoidAt, in the middle", sigmoidAt({ z: 1 })],
  ["sigmoidAt, far right", sigmoidAt({ z: 12 })],
  [
    "hyperplaneMoves",
    hyperplaneMoves({ w: [2, 1], biases: [-3, -1.5, 0, 1.5, 3], angles: [0, 45, 90, 180] }),
  ],
  ["hyperplaneMoves, b = 0", hyperplaneMoves({ w: [1, 0], biases: [0], angles: [0] })],
  ["linearStack, linear", linearStack({ slopes: [2, -0.5, 3] })],
  ["linearStack, bent", linearStack({ slopes: [2, -0.5, 3], activation: tanh })],
  ["linearStack, crowded labels", linearStack({ slopes: [1.5, 1, 0.8], activation: relu })],
];
