/** Chapter 3: its figures with typical and with awkward arguments. */
import { chainOfRates } from "../../../src/figures/chain-rule/chain-of-rates.js";
import { gradientField } from "../../../src/figures/chain-rule/gradient-field.js";
import { jacobianHeatmap } from "../../../src/figures/chain-rule/jacobian-heatmap.js";
import { meanOfGradients } from "../../../src/figures/chain-rule/mean-of-gradients.js";
import { softmaxJacobian } from "../../../src/figures/chain-rule/softmax-jacobian.js";
import { subgradients } from "../../../src/figures/chain-rule/subgradients.js";
import { twiddleError } from "../../../src/figures/chain-rule/twiddle-error.js";
import type { Figure } from "../../../src/figures/figure.js";
import { relu, sigmoid } from "../../../src/math/activations.js";

const bowl = (w1: number, w2: number): number => ((w1 - 1) ** 2 + (w1 + 2 * w2 - 5) ** 2) / 2;

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
];
