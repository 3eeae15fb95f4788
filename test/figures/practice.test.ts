/** Figures of practice: they show the numbers they are given, and refuse what they cannot show. */
import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { confusionHeatmap } from "../../src/figures/practice/confusion-heatmap.js";
import { firstLayerWeights } from "../../src/figures/practice/first-layer-weights.js";
import { liveLearningCurve } from "../../src/figures/practice/live-learning-curve.js";
import { monitorsPanel } from "../../src/figures/practice/monitors-panel.js";
import { patientChart } from "../../src/figures/practice/patient-chart.js";
import { tfjsAgreement } from "../../src/figures/practice/tfjs-agreement.js";
import { worstMistakes } from "../../src/figures/practice/worst-mistakes.js";
import { confusionMatrix } from "../../src/math/regularization/metrics.js";
import { tensor, zeros } from "../../src/math/tensor.js";

const scatters = ({ data }: Figure) => data.filter((trace) => trace.type === "scatter");
const named = (figure: Figure, name: string) =>
  scatters(figure).filter((trace) => trace.name === name);

const entry = (epoch: number, loss: number) => ({
  epoch,
  trainingLoss: loss,
  validationLoss: 2 * loss,
  trainingAccuracy: 0.5,
  validationAccuracy: 0.25,
  weightNorm: 8,
  gradientNorm: 0.5,
  deadShare: 0.125,
});

describe("patientChart", () => {
  const chart = patientChart({
    checkups: [entry(0, 2), entry(1, 1)],
    stepLosses: [3, 2, 1, 0.5],
    title: "Patient 0",
  });

  test("plots losses, shares and norms as they are", () => {
    expect(named(chart, "training")[0]!.y).toEqual([2, 1]);
    expect(named(chart, "validation")[0]!.y).toEqual([4, 2]);
    expect(named(chart, "dead units")[0]!.y).toEqual([0.125, 0.125]);
    expect(named(chart, "weights")[0]!.y).toEqual([8, 8]);
    expect(chart.caption).toContain("the training loss goes from 2 to 1");
  });

  test("places the steps within their epoch", () => {
    expect(named(chart, "one step")[0]!.x).toEqual([0, 0.25, 0.5, 0.75]);
  });

  test("changes to powers of ten for losses that run away, and only then", () => {
    expect(chart.layout.yaxis.type).not.toBe("log");
    const wild = patientChart({ checkups: [entry(0, 2), entry(1, 1e9)], title: "Wild" });
    expect(wild.layout.yaxis.type).toBe("log");
  });

  test("wants an entry", () => {
    expect(() => patientChart({ checkups: [], title: "Nobody" })).toThrow("at least one entry");
  });
});

describe("confusionHeatmap", () => {
  const matrix = confusionMatrix([0, 1, 1, 1], [0, 0, 0, 1], 2);
  const figure = confusionHeatmap(matrix);

  test("writes each count that is not 0 into its cell", () => {
    const cells = scatters(figure)[0]!;
    const texts = cells.text!.map((text, k) => [
      cells.x[k],
      cells.y[k],
      text.replace(/<.*?>/g, ""),
    ]);
    expect(texts).toEqual([
      [0, 0, "1"],
      [1, 0, "2"],
      [1, 1, "1"],
    ]);
    expect(figure.caption).toContain("0 taken for 1, 2 times");
    expect(figure.caption).toContain("2 of 4");
  });

  test("refuses what is no matrix of counts, and names that do not fit", () => {
    expect(() => confusionHeatmap(zeros([2, 3]))).toThrow("holds counts");
    expect(() => confusionHeatmap(zeros([2, 2]))).toThrow("not all of them 0");
    expect(() =>
      confusionHeatmap(
        tensor([
          [0.5, 1],
          [0, 1],
        ]),
      ),
    ).toThrow("holds counts");
    expect(() => confusionHeatmap(matrix, ["one"])).toThrow("a name for each");
  });
});

test("liveLearningCurve marks the lowest validation loss", () => {
  const figure = liveLearningCurve({
    trainingLosses: [2, 1, 0.5],
    validationLosses: [2, 1.25, 1.5],
    validationAccuracies: [0.1, 0.6, 0.5],
    epochs: 9,
  });
  const mark = scatters(figure).at(-1)!;
  expect([mark.x, mark.y]).toEqual([[1], [1.25]]);
  expect(figure.layout.xaxis.range).toEqual([0, 9]);
  const unequal = {
    trainingLosses: [1],
    validationLosses: [],
    validationAccuracies: [1],
    epochs: 1,
  };
  expect(() => liveLearningCurve(unequal)).toThrow("for each epoch");
});

test("monitorsPanel draws every curve, and wants curves of one length", () => {
  const figure = monitorsPanel({ weightNorms: { W: [8, 9] }, gradientNorms: { W: [2, 1] } });
  expect(named(figure, "W").map(({ y }) => y)).toEqual([
    [8, 9],
    [2, 1],
  ]);
  const unequal = { weightNorms: { W: [1] }, gradientNorms: { W: [1, 2] } };
  expect(() => monitorsPanel(unequal)).toThrow("as long as each other");
  expect(() => monitorsPanel({ weightNorms: {}, gradientNorms: { W: [1] } })).toThrow("one to 4");
});

test("tfjsAgreement shows the distance between the losses", () => {
  const figure = tfjsAgreement({ ours: [2, 1], theirs: [2.001, 1] });
  expect(named(figure, "difference")[0]!.y![0]).toBeCloseTo(0.001, 12);
  expect(figure.caption).toContain("at most 0.001");
  expect(() => tfjsAgreement({ ours: [1], theirs: [] })).toThrow("two losses");
  expect(() => tfjsAgreement({ ours: [Number.NaN], theirs: [1] })).toThrow("finite");
});

test("worstMistakes puts the surest mistake first", () => {
  const mistakes = {
    images: tensor([
      [0, 1],
      [2, 3],
      [4, 5],
    ]),
    truths: tensor([0, 0, 1]),
    probabilities: tensor([
      [0.4, 0.6],
      [0.1, 0.9],
      [0.2, 0.8],
    ]),
    width: 2,
  };
  const titles = scatters(worstMistakes(mistakes)).flatMap(({ text }) => text ?? []);
  expect(titles).toEqual(["0 as 1, 90 %", "0 as 1, 60 %"]);
  expect(() => worstMistakes({ ...mistakes, truths: tensor([1, 1, 1]) })).toThrow("at least one");
  expect(() => worstMistakes({ ...mistakes, truths: tensor([1, 1]) })).toThrow("a row each");
});

test("firstLayerWeights shows each unit's column, and names the longest", () => {
  const figure = firstLayerWeights(
    tensor([
      [1, 3],
      [0, 4],
    ]),
    2,
  );
  const picture = figure.data.find((trace) => trace.type === "heatmap")!;
  expect(picture.z[0]!.filter((value) => value !== null)).toEqual([1, 0, 3, 4]);
  expect(figure.caption).toContain("longest vector of weights, 5");
  expect(() => firstLayerWeights(zeros([5, 2]), 2)).toThrow("whole rows");
  expect(() => firstLayerWeights(zeros([4, 41]), 2)).toThrow("at most 40");
});
