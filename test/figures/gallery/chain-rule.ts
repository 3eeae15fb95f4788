/** Chapter 3: its figures with typical and with awkward arguments. */
import { backpropStepper } from "../../../src/figures/chain-rule/backprop-stepper.js";
import { chainOfRates } from "../../../src/figures/chain-rule/chain-of-rates.js";
import { expressionGraph } from "../../../src/figures/chain-rule/expression-graph.js";
import { fanOutGraph } from "../../../src/figures/chain-rule/fan-out-graph.js";
import { gradientField } from "../../../src/figures/chain-rule/gradient-field.js";
import { jacobianHeatmap } from "../../../src/figures/chain-rule/jacobian-heatmap.js";
import { maxRouting } from "../../../src/figures/chain-rule/max-routing.js";
import { meanOfGradients } from "../../../src/figures/chain-rule/mean-of-gradients.js";
import { orderMatters } from "../../../src/figures/chain-rule/order-matters.js";
import { reluGate } from "../../../src/figures/chain-rule/relu-gate.js";
import { softmaxJacobian } from "../../../src/figures/chain-rule/softmax-jacobian.js";
import { subgradients } from "../../../src/figures/chain-rule/subgradients.js";
import { twiddleError } from "../../../src/figures/chain-rule/twiddle-error.js";
import { twoWeightChain } from "../../../src/figures/chain-rule/two-weight-chain.js";
import type { Figure } from "../../../src/figures/figure.js";
import { relu, sigmoid } from "../../../src/math/activations.js";
import { add, mul, square, sub } from "../../../src/math/arithmetic.js";
import { matMul } from "../../../src/math/linear-algebra.js";
import { meanSquaredError } from "../../../src/math/mean-squared-error.js";
import { variable } from "../../../src/math/variable.js";

const bowl = (w1: number, w2: number): number => ((w1 - 1) ** 2 + (w1 + 2 * w2 - 5) ** 2) / 2;

const [a, b] = [variable(2), variable(3)];
const [c, d] = [add(a, b), mul(a, b)];
const [p, q] = [add(c, d), mul(c, d)];
const y = add(p, q);

const X = [
  [1, 2],
  [-1, 1],
];
const [W1, b1] = [
  variable([
    [1, -1, 2],
    [0, 2, -1],
  ]),
  variable([0, 1, -1]),
];
const [W2, b2] = [variable([[1], [-2], [1]]), variable([3])];
const hidden = relu(add(matMul(X, W1), b1));
const network = meanSquaredError(add(matMul(hidden, W2), b2), [[1], [0]]);

export const CHAIN_RULE_GALLERY: readonly (readonly [string, Figure])[] = [
  [
    "gradientField, a line through two points",
    gradientField({ loss: bowl, w1: [-2, 5], w2: [-1, 5], at: [2, 3], lowest: [1, 2] }),
  ],
  [
    "gradientField, a plane, no minimum",
    gradientField({ loss: (a, b) => a - 2 * b, w1: [-1, 1], w2: [-1, 1], at: [0, 0] }),
  ],
  [
    "gradientField, at the minimum",
    gradientField({ loss: (a, b) => a * a + b * b, w1: [-2, 2], w2: [-2, 2], at: [0, 0] }),
  ],
  ["twiddleError, the sigmoid", twiddleError({ f: sigmoid, slope: sigmoid.derivative(1), at: 1 })],
  ["twiddleError, a straight line", twiddleError({ f: (w) => 2 * w, slope: 2, at: 0 })],
  [
    "chainOfRates, line and square",
    chainOfRates({
      h: (s) => 3 * s + 1,
      g: (z) => z ** 2,
      at: [-1, -0.5, 0, 0.5, 1],
      start: 4,
    }),
  ],
  ["chainOfRates, flat", chainOfRates({ h: (s) => -s, g: () => 2, at: [0] })],
  [
    "jacobianHeatmap, with a row from above",
    jacobianHeatmap({
      jacobian: [
        [2, 0],
        [0, 4],
        [6, 6],
      ],
      inputs: ["x₁", "x₂"],
      outputs: ["x₁²", "x₂²", "(x₁ + x₂)²"],
      adjoint: [1, 2, -1],
    }),
  ],
  [
    "jacobianHeatmap, beside its matrix",
    jacobianHeatmap({
      jacobian: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      inputs: ["x₁", "x₂"],
      outputs: ["z₁", "z₂", "z₃"],
      matrix: [
        [1, 3, 5],
        [2, 4, 6],
      ],
    }),
  ],
  [
    "jacobianHeatmap, one number",
    jacobianHeatmap({ jacobian: [[0]], inputs: ["x"], outputs: ["y"] }),
  ],
  [
    "softmaxJacobian, three scores",
    softmaxJacobian({ scores: [0, 0, Math.log(2)], moving: 2, values: [-2, 0, Math.log(2), 2, 6] }),
  ],
  [
    "softmaxJacobian, five scores, far out",
    softmaxJacobian({ scores: [0, 1, -3, 900, 2], moving: 3, values: [900, -900] }),
  ],
  [
    "subgradients, ReLU",
    subgradients({ f: relu, left: 0, right: 1, slopes: [-0.5, 0, 0.25, 0.5, 0.75, 1, 1.5] }),
  ],
  ["subgradients, none of them", subgradients({ f: Math.abs, left: -1, right: 1, slopes: [2] })],
  [
    "meanOfGradients, four examples",
    meanOfGradients({
      gradients: [
        [-4, 4],
        [2, 0],
        [0, 0],
        [2, 4],
      ],
    }),
  ],
  [
    "meanOfGradients, they cancel",
    meanOfGradients({
      gradients: [
        [3, 1],
        [-3, -1],
      ],
    }),
  ],
  ["meanOfGradients, one example", meanOfGradients({ gradients: [[3, 0]] })],

  ["backpropStepper, everything read twice", backpropStepper(y, { a, b, c, d, p, q, y })],
  ["backpropStepper, a chain with constants", backpropStepper(square(sub(mul(0.001, relu(a)), 5)))],
  ["backpropStepper, a network", backpropStepper(network, { W1, b1, W2, b2 })],
  ["orderMatters, everything read twice", orderMatters(y, { a, b, c, d, p, q, y })],
  ["orderMatters, one value twice", orderMatters(mul(a, a), { a })],
  ["expressionGraph, a network", expressionGraph(network, { W1, b1, W2, b2 })],
  ["expressionGraph, everything read twice", expressionGraph(y, { a, b })],
  ["twoWeightChain, the worked example", twoWeightChain({ x: 2, w1: 3, w2: -1, y: -5 })],
  ["twoWeightChain, long numbers", twoWeightChain({ x: -12.75, w1: 0.125, w2: -8.5, y: 1000 })],
  ["fanOutGraph, they cancel", fanOutGraph({ w: [3, -2, 1], dCds: [1, 2, 1], z: 1 })],
  ["fanOutGraph, one reader", fanOutGraph({ w: [-0.125], dCds: [1000], z: -3 })],
  ["fanOutGraph, five", fanOutGraph({ w: [1, 2, 3, 4, 5], dCds: [1, -1, 1, -1, 0.5], z: 0.5 })],
  ["reluGate, four units", reluGate({ s: [-2, 0, 3, 5], adjoint: [7, 7, 7, 7] })],
  ["reluGate, one unit, long numbers", reluGate({ s: [-0.0625], adjoint: [-1234] })],
  ["maxRouting, a tie", maxRouting({ x: [2, 9, 4, 9], adjoint: 5 })],
  ["maxRouting, two", maxRouting({ x: [-0.5, -0.25], adjoint: -1.5 })],
];
