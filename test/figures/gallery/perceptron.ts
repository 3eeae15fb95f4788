/** Chapter 1: its figures with typical and with awkward arguments. */

import { digits } from "../../../src/datasets/digits.js";
import type { Figure } from "../../../src/figures/figure.js";
import { activationCurves } from "../../../src/figures/perceptron/activation-curves.js";
import { blockDiagram } from "../../../src/figures/perceptron/block-diagram.js";
import { courseMap } from "../../../src/figures/perceptron/course-map.js";
import { deadUnitsCurve } from "../../../src/figures/perceptron/dead-units-curve.js";
import { decisionLine } from "../../../src/figures/perceptron/decision-line.js";
import { everyLine } from "../../../src/figures/perceptron/every-line.js";
import { digitPictures, weightPictures } from "../../../src/figures/perceptron/feature-pictures.js";
import { featurePipelines } from "../../../src/figures/perceptron/feature-pipelines.js";
import { graphDiagram } from "../../../src/figures/perceptron/graph-diagram.js";
import { hiddenSpaceBend } from "../../../src/figures/perceptron/hidden-space-bend.js";
import { hyperplaneMoves } from "../../../src/figures/perceptron/hyperplane-moves.js";
import { linearStack } from "../../../src/figures/perceptron/linear-stack.js";
import { nestedFields } from "../../../src/figures/perceptron/nested-fields.js";
import { networkDiagram } from "../../../src/figures/perceptron/network-diagram.js";
import { oneInputUnit } from "../../../src/figures/perceptron/one-input-unit.js";
import { perceptronDiagram } from "../../../src/figures/perceptron/perceptron-diagram.js";
import { saturationMap } from "../../../src/figures/perceptron/saturation-map.js";
import { shapesFlow } from "../../../src/figures/perceptron/shapes-flow.js";
import { sigmoidAt } from "../../../src/figures/perceptron/sigmoid-at.js";
import { softmaxBars } from "../../../src/figures/perceptron/softmax-bars.js";
import { timeline } from "../../../src/figures/perceptron/timeline.js";
import { truthTables } from "../../../src/figures/perceptron/truth-tables.js";
import { linear, relu, sigmoid, tanh } from "../../../src/math/activations.js";
import { leakyRelu, leakyReluWith, softplus } from "../../../src/math/more-activations.js";
import { createNetwork } from "../../../src/math/network.js";
import { Random } from "../../../src/math/random.js";
import { sign } from "../../../src/math/sign-classifier.js";
import { ones, tensor } from "../../../src/math/tensor.js";
import { XOR_NETWORK, xorHiddenSpace } from "../../../src/math/xor.js";

const xor = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

export const PERCEPTRON_GALLERY: readonly (readonly [string, Figure])[] = [
  ["oneInputUnit, seven weights", oneInputUnit({ weights: [-2, -1, -0.5, 0, 0.5, 1, 2] })],
  ["oneInputUnit, with a bias", oneInputUnit({ weights: [-1, 0.5], bias: 1, start: 0 })],
  ["oneInputUnit, biases", oneInputUnit({ weights: [0.5], bias: [-2, 0, 1.5], start: 2 })],
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
  [
    "hyperplaneMoves, begun elsewhere",
    hyperplaneMoves({ w: [3, -2], biases: [-6, 1, 6], angles: [-60, 0], start: [1, 1] }),
  ],
  ["hyperplaneMoves, b = 0", hyperplaneMoves({ w: [1, 0], biases: [0], angles: [0] })],
  ["linearStack, linear", linearStack({ slopes: [2, -0.5, 3] })],
  ["linearStack, bent", linearStack({ slopes: [2, -0.5, 3], activation: tanh })],
  ["linearStack, crowded labels", linearStack({ slopes: [1.5, 1, 0.8], activation: relu })],
  ["activationCurves, relatives of ReLU", activationCurves([relu, leakyReluWith(0.2), softplus])],
  ["networkDiagram, XOR's network", networkDiagram({ network: XOR_NETWORK })],
  ["networkDiagram, with values", networkDiagram({ network: XOR_NETWORK, x: [1, 0] })],
  [
    "networkDiagram, two hidden layers",
    networkDiagram({
      network: createNetwork([3, 4, 4, 2], new Random(2), { hidden: tanh }),
      x: [0.5, -1, 2],
    }),
  ],
  [
    "networkDiagram, as large as it gets",
    networkDiagram({ network: createNetwork([8, 8, 8, 8, 8, 1], new Random(1)) }),
  ],
  ["networkDiagram, one weight", networkDiagram({ network: createNetwork([1, 1], new Random(1)) })],
  [
    "graphDiagram, a skip and a chain",
    graphDiagram({
      graph: {
        y: { from: { a: 1, b: -2 }, f: linear },
        b: { from: { a: 1, "x₂": 1 }, bias: -1, f: relu },
        a: { from: { "x₁": 2, "x₂": -1 }, f: relu },
      },
      inputs: { "x₁": 2, "x₂": 1 },
    }),
  ],
  [
    "graphDiagram, one unit",
    graphDiagram({ graph: { y: { from: { x: 2 }, f: relu } }, inputs: { x: 3 } }),
  ],
  [
    "blockDiagram, a model with its cost",
    blockDiagram([
      { kind: "observed", label: "<i>x</i>", note: "input" },
      { kind: "function", label: "<i>G</i>(<i>x</i>, <i>w</i>)", note: "the model" },
      { kind: "computed", label: "<i>ȳ</i>", note: "prediction" },
      { kind: "cost", label: "<i>C</i>", target: "<i>y</i>", note: "cost" },
    ]),
  ],
  [
    "blockDiagram, nine symbols",
    blockDiagram(
      ["x", "L₀", "s₁", "h", "z₁", "L₁", "s₂", "h", "ŷ"].map((label, i) => ({
        kind: i === 0 ? "observed" : i % 2 === 1 ? "function" : "computed",
        label,
      })),
    ),
  ],
  ["blockDiagram, one symbol", blockDiagram([{ kind: "function", label: "f" }])],
  [
    "hiddenSpaceBend, XOR",
    hiddenSpaceBend({
      map: (x) => Array.from(xorHiddenSpace([...x]).data),
      points: xor,
      classes: [0, 1, 1, 0],
      line: { w: [1, -2], w0: -0.5 },
    }),
  ],
  [
    "hiddenSpaceBend, a linear map",
    hiddenSpaceBend({
      map: ([a = 0, b = 0]) => [a - b, 0.5 * a + b],
      points: xor,
      classes: [0, 1, 1, 0],
    }),
  ],
  ["everyLine, XOR", everyLine({ points: xor, classes: [0, 1, 1, 0] })],
  ["everyLine, AND", everyLine({ points: xor, classes: [0, 0, 0, 1] })],
  [
    "truthTables, three gates",
    truthTables([
      { name: "AND", answers: [0, 0, 0, 1], w: [1, 1], w0: -1.5 },
      { name: "OR", answers: [0, 1, 1, 1], w: [1, 1], w0: -0.5 },
      { name: "XOR", answers: [0, 1, 1, 0] },
    ]),
  ],
  [
    "truthTables, one gate",
    truthTables([{ name: "NOT x₁", answers: [1, 1, 0, 0], w: [-1, 0], w0: 0.5 }]),
  ],
  [
    "deadUnitsCurve",
    deadUnitsCurve({
      biases: [0, -0.5, -1, -1.5, -2, -2.5, -3],
      dead: [0.03, 0.12, 0.46, 0.76, 0.88, 0.99, 1],
      zeros: [0.496, 0.774, 0.922, 0.982, 0.998, 0.99996, 1],
    }),
  ],
  [
    "deadUnitsCurve, two biases",
    deadUnitsCurve({ biases: [0, 1], dead: [0, 0], zeros: [0.5, 0.1] }),
  ],
  ["saturationMap, five", saturationMap([sigmoid, tanh, relu, leakyRelu, softplus])],
  ["saturationMap, one", saturationMap([tanh], { from: -1, to: 3 })],
  [
    "nestedFields, three",
    nestedFields([
      { name: "Artificial intelligence", what: "machines that imitate<br>human behaviour" },
      { name: "Machine learning", what: "abilities from data,<br>not from rules" },
      { name: "Deep learning", what: "patterns by networks<br>of trained modules" },
    ]),
  ],
  ["nestedFields, one", nestedFields([{ name: "All", what: "everything" }])],
  [
    "timeline, with neighbours",
    timeline([
      { year: 1951, what: "descent by noisy gradients" },
      { year: 1952, what: "descent by differences" },
      { year: 1958, when: "late 1950s", what: "the perceptron" },
      { year: 1986, when: "mid 1980s", what: "backpropagation" },
      { year: 2014, when: "about 2014", what: "everyone uses it" },
    ]),
  ],
  ["courseMap", courseMap()],
  ["featurePipelines", featurePipelines()],
  [
    "shapesFlow, the picture with 600 numbers",
    shapesFlow([
      { shape: [10, 20, 3] },
      { by: "flatten", shape: [600] },
      { by: "Linear 600→50", shape: [50], parameters: 30050 },
      { by: "Linear 50→20", shape: [20], parameters: 1020 },
      { by: "Linear 20→10", shape: [10], parameters: 210 },
    ]),
  ],
  ["shapesFlow, two stages", shapesFlow([{ shape: [1] }, { by: "relu", shape: [1] }])],
  ["softmaxBars", softmaxBars({ scores: [1, 2, 4], scales: [0, 0.25, 0.5, 1, 2, 4], start: 3 })],
  ["softmaxBars, eight equal", softmaxBars({ scores: [1, 1, 1, 1, 1, 1, 1, 1], scales: [0] })],
  ["digitPictures, four kinds", digitPictures(digits(), [0, 1, 3, 5], 2)],
  ["digitPictures, one picture", digitPictures(digits(), [7], 1)],
  [
    "weightPictures, three units",
    weightPictures({
      "by hand": ones([64]),
      "0 or 1": tensor(Array.from({ length: 64 }, (_, k) => Math.sin(k))),
      "3 or 5": tensor(Array.from({ length: 64 }, (_, k) => Math.cos(3 * k))),
    }),
  ],
];
