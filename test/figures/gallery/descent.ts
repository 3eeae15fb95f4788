/** Chapter 4: its figures with typical and with awkward arguments. */
import { activationsThroughLayers } from "../../../src/figures/descent/activations-through-layers.js";
import { classSorted } from "../../../src/figures/descent/class-sorted.js";
import { descentOnCurve } from "../../../src/figures/descent/descent-on-curve.js";
import { doubleWellOpened } from "../../../src/figures/descent/double-well-opened.js";
import { gradientNoise } from "../../../src/figures/descent/gradient-noise.js";
import { inputScales } from "../../../src/figures/descent/input-scales.js";
import { optimizerRace } from "../../../src/figures/descent/optimizer-race.js";
import { rateSweep } from "../../../src/figures/descent/rate-sweep.js";
import { ravinePaths } from "../../../src/figures/descent/ravine-paths.js";
import { saddleEscape } from "../../../src/figures/descent/saddle-escape.js";
import { scheduleCurves } from "../../../src/figures/descent/schedule-curves.js";
import { stochasticPaths } from "../../../src/figures/descent/stochastic-paths.js";
import { surfacePaths } from "../../../src/figures/descent/surface-paths.js";
import { threeRates } from "../../../src/figures/descent/three-rates.js";
import { twoWeights } from "../../../src/figures/descent/two-weights.js";
import { youDescend } from "../../../src/figures/descent/you-descend.js";
import { zeroInit } from "../../../src/figures/descent/zero-init.js";
import type { Figure } from "../../../src/figures/figure.js";
import { sigmoid, tanh } from "../../../src/math/activations.js";
import { adam } from "../../../src/math/optimizers/adam.js";
import { gradientDescent } from "../../../src/math/optimizers/gradient-descent.js";
import { momentum } from "../../../src/math/optimizers/momentum.js";
import { rmsprop } from "../../../src/math/optimizers/rmsprop.js";
import { cosineDecay, stepDecay, warmUp } from "../../../src/math/schedules.js";
import { ravine, rosenbrock } from "../../../src/math/surfaces.js";
import type { Tensor } from "../../../src/math/tensor.js";

const bowl = (w: Tensor): number => w.at(0) ** 2 + 3 * w.at(1) ** 2;
const xor = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};

export const DESCENT_GALLERY: readonly (readonly [string, Figure])[] = [
  ["twoWeights", twoWeights()],
  ["youDescend, no step", youDescend()],
  [
    "youDescend, two steps",
    youDescend({
      steps: [
        [1, 0],
        [0, -2],
      ],
    }),
  ],
  [
    "youDescend, away for ever",
    youDescend({
      steps: [
        [100, 0],
        [0, 1000],
      ],
    }),
  ],
  [
    "youDescend, lifted",
    youDescend({
      path: [
        [-3, 3],
        [2, -1],
      ],
      lifted: true,
    }),
  ],
  ["descentOnCurve, nine rates", descentOnCurve({ rates: [0.02, 0.25, 0.5, 1, 1.05], shown: 1 })],
  ["descentOnCurve, diverging", descentOnCurve({ rates: [3], start: -1 })],
  ["threeRates", threeRates({ rates: [0.01, 0.25, 0.95, 1.05], steps: 20 })],
  ["threeRates, arrives at once", threeRates({ rates: [0.5], steps: 3 })],
  ["ravinePaths", ravinePaths({ kappa: 20, rates: [0.01, 0.09, 0.101], shown: 1 })],
  ["ravinePaths, a bowl that explodes", ravinePaths({ kappa: 1, rates: [2.5] })],
  [
    "surfacePaths, the valley",
    surfacePaths({
      surface: rosenbrock,
      paths: [
        {
          name: "descent",
          points: [
            [-1.2, 1],
            [0, 0.1],
            [1, 1],
          ],
        },
        { name: "another", points: [[1.5, 1]] },
      ],
      x: [-1.6, 1.6],
      y: [-0.6, 1.6],
    }),
  ],
  ["saddleEscape, four", saddleEscape({ offsets: [1e-9, 1e-6, 1e-3, 0.1] })],
  ["saddleEscape, one", saddleEscape({ offsets: [0.5] })],
  ["doubleWellOpened", doubleWellOpened({ start: 1.5, offset: 0.01 })],
  ["doubleWellOpened, from the left", doubleWellOpened({ start: -1.5, offset: 0.5 })],
  [
    "stochasticPaths",
    stochasticPaths({
      loss: bowl,
      stochastic: [
        [2, 1],
        [1, -1],
        [0.5, 0.2],
        [0.1, 0.1],
      ],
      batch: [
        [2, 1],
        [0.2, 0.1],
      ],
    }),
  ],
  [
    "gradientNoise",
    gradientNoise({ sizes: [1, 4, 16, 64, 256], spreads: [3, 1.5, 0.7, 0.36, 0.18] }),
  ],
  ["gradientNoise, two sizes", gradientNoise({ sizes: [8, 16], spreads: [1e-3, 9e-4] })],
  [
    "classSorted",
    classSorted({
      sorted: [1.1, 0.9, 1.2, 0.8, 1.1, 0.7],
      shuffled: [0.8, 0.6, 0.5, 0.45, 0.43, 0.42],
      stepsPerEpoch: 3,
    }),
  ],
  [
    "optimizerRace, four in the valley",
    optimizerRace({
      surface: rosenbrock,
      start: [-1.2, 1],
      racers: [gradientDescent(0.002), momentum(0.002), rmsprop(0.01), adam(1)],
      steps: 300,
      x: [-2, 2],
      y: [-1, 3],
    }),
  ],
  [
    "optimizerRace, one that explodes",
    optimizerRace({
      surface: ravine(10),
      start: [3, 1],
      racers: [gradientDescent(1)],
      steps: 8,
      x: [-1, 4],
      y: [-2, 2],
    }),
  ],
  [
    "scheduleCurves, three",
    scheduleCurves({
      steps: 1000,
      schedules: [
        { name: "step decay", rate: stepDecay(0.2, 250, 0.3) },
        { name: "cosine", rate: cosineDecay(0.2, 1000) },
        { name: "warm-up, then cosine", rate: warmUp(100, cosineDecay(0.2, 900)) },
      ],
    }),
  ],
  [
    "scheduleCurves, one",
    scheduleCurves({ steps: 2, schedules: [{ name: "flat", rate: () => 0 }] }),
  ],
  [
    "activationsThroughLayers",
    activationsThroughLayers({
      series: [
        { name: "σ = 0.01", tanh: [1, 0.1, 0.01, 1e-3], relu: [1, 0.06, 4e-3, 3e-4] },
        { name: "He", tanh: [1, 0.7, 0.6, 0.6], relu: [1, 0.83, 0.85, 0.84] },
        { name: "Xavier", tanh: [1, 0.6, 0.5, 0.4], relu: [1, 0.6, 0.4, 0.3] },
        { name: "LeCun", tanh: [1, 0.6, 0.5, 0.4], relu: [1, 0.6, 0.4, 0.3] },
      ],
    }),
  ],
  ["zeroInit, sigmoid", zeroInit({ ...xor, hidden: sigmoid, steps: 200, rate: 0.2 })],
  ["zeroInit, tanh, one step", zeroInit({ ...xor, hidden: tanh, steps: 1, rate: 0.2 })],
  ["inputScales", inputScales({ ratio: 5 })],
  ["inputScales, equal", inputScales({ ratio: 1 })],
  [
    "rateSweep",
    rateSweep({
      rates: [1e-5, 1e-3, 0.1, 1],
      series: [
        { name: "Adam, 100 steps", losses: [0.4, 0.3, 0.01, 0.2] },
        { name: "descent", losses: [0.4, 0.4, 0.05, null] },
      ],
    }),
  ],
  ["rateSweep, one point", rateSweep({ rates: [0.1], series: [{ name: "Adam", losses: [1] }] })],
];
