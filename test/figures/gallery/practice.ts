/** Chapter 5, practice: its figures with typical and with awkward arguments. */
import { recordOf } from "../../../src/clinic/diagnose.js";
import { PATIENTS } from "../../../src/clinic/patients.js";
import type { Figure } from "../../../src/figures/figure.js";
import { confusionHeatmap } from "../../../src/figures/practice/confusion-heatmap.js";
import { firstLayerWeights } from "../../../src/figures/practice/first-layer-weights.js";
import { liveLearningCurve } from "../../../src/figures/practice/live-learning-curve.js";
import { monitorsPanel } from "../../../src/figures/practice/monitors-panel.js";
import { patientChart } from "../../../src/figures/practice/patient-chart.js";
import { tfjsAgreement } from "../../../src/figures/practice/tfjs-agreement.js";
import { worstMistakes } from "../../../src/figures/practice/worst-mistakes.js";
import { Random } from "../../../src/math/random.js";
import { Tensor, tensor } from "../../../src/math/tensor.js";

const random = new Random(5);
const counts = (k: number, off: (i: number, j: number) => number): Tensor =>
  new Tensor(
    [k, k],
    Float64Array.from({ length: k * k }, (_, n) => {
      const [i, j] = [Math.floor(n / k), n % k];
      return i === j ? 30 + i : off(i, j);
    }),
  );
const uniform = (shape: readonly [number, number]): Tensor =>
  new Tensor(
    shape,
    Float64Array.from({ length: shape[0] * shape[1] }, () => random.uniform(-1, 1)),
  );
const chart = (number: number): Figure => {
  const { checkups, stepLosses, settings } = recordOf(PATIENTS[number - 1]!);
  return patientChart({
    checkups,
    stepLosses,
    epochs: settings.epochs,
    title: `Patient ${number}`,
  });
};
const entry = {
  epoch: 0,
  trainingLoss: 2.3,
  validationLoss: 2.3,
  trainingAccuracy: 0.1,
  validationAccuracy: 0.1,
  weightNorm: 0,
  gradientNorm: 0,
  deadShare: 1,
};
const losses = Array.from({ length: 300 }, (_, t) => 2.3 * Math.exp(-t / 40) + 0.05);

/** Figures of sections 5.12 to 5.14. */
export const PRACTICE_GALLERY: readonly (readonly [string, Figure])[] = [
  ["patientChart, growing without end", chart(1)],
  ["patientChart, weights of 0", chart(4)],
  ["patientChart, teeth", chart(10)],
  ["patientChart, before any update", patientChart({ checkups: [entry], title: "A new one" })],
  [
    "confusionHeatmap, ten digits",
    confusionHeatmap(counts(10, (i, j) => ((i * j) % 7 === 6 ? 2 : 0))),
  ],
  [
    "confusionHeatmap, nothing wrong",
    confusionHeatmap(
      counts(3, () => 0),
      ["cat", "dog", "owl"],
    ),
  ],
  ["confusionHeatmap, large counts", confusionHeatmap(counts(12, () => 118))],
  [
    "monitorsPanel, with shares",
    monitorsPanel({
      weightNorms: { "layer 1": [8, 8.5, 9], "layer 2": [4, 5, 6] },
      gradientNorms: { "layer 1": [2, 0.3, 1e-9], "layer 2": [0, 0, 0] },
      shares: { dead: [0, 0.5, 1] },
    }),
  ],
  [
    "monitorsPanel, one epoch",
    monitorsPanel({ weightNorms: { W: [1, 1] }, gradientNorms: { W: [1e8, 2] } }),
  ],
  [
    "liveLearningCurve, just begun",
    liveLearningCurve({
      trainingLosses: [2.3],
      validationLosses: [2.4],
      validationAccuracies: [0.1],
      epochs: 40,
    }),
  ],
  [
    "liveLearningCurve, under way",
    liveLearningCurve({
      trainingLosses: [2.3, 0.5, 1e-4],
      validationLosses: [2.4, 0.6, 0.7],
      validationAccuracies: [0.1, 0.8, 0.79],
      epochs: 5,
    }),
  ],
  ["tfjsAgreement, 300 steps", tfjsAgreement({ ours: losses, theirs: losses.map(Math.fround) })],
  ["tfjsAgreement, the same", tfjsAgreement({ ours: [1, 0.5], theirs: [1, 0.5] })],
  [
    "worstMistakes, one of two",
    worstMistakes({
      images: uniform([2, 64]),
      truths: tensor([0, 1]),
      probabilities: tensor([
        [0.9, 0.1],
        [0.999, 0.001],
      ]),
      width: 8,
    }),
  ],
  ["firstLayerWeights, 32 units", firstLayerWeights(uniform([64, 32]), 8)],
  ["firstLayerWeights, one unit of 4 pixels", firstLayerWeights(uniform([4, 1]), 2)],
];
