import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { activationCurves } from "../../src/figures/perceptron/activation-curves.js";
import { decisionLine } from "../../src/figures/perceptron/decision-line.js";
import { hyperplaneMoves } from "../../src/figures/perceptron/hyperplane-moves.js";
import { linearStack } from "../../src/figures/perceptron/linear-stack.js";
import { oneInputUnit } from "../../src/figures/perceptron/one-input-unit.js";
import { perceptronDiagram } from "../../src/figures/perceptron/perceptron-diagram.js";
import { sigmoidAt } from "../../src/figures/perceptron/sigmoid-at.js";
import type { ContourTrace, Coordinates, ScatterTrace } from "../../src/figures/traces.js";
import { relu, sigmoid, tanh } from "../../src/math/activations.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { perceptron } from "../../src/math/perceptron.js";
import { tensor } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

function scatters(figure: Figure): ScatterTrace[] {
  return figure.data.filter((trace) => trace.type === "scatter");
}

function pairs({ x, y }: { x?: Coordinates; y?: Coordinates }): [number, number][] {
  return (x ?? []).flatMap((xi, i): [number, number][] => {
    const yi = y?.[i] ?? null;
    return xi === null || yi === null ? [] : [[xi, yi]];
  });
}

function words(figure: Figure): string {
  const notes = (figure.layout.annotations ?? []).map(({ text }) => text);
  const texts = [...notes, ...scatters(figure).flatMap(({ text }) => text ?? [])];
  return texts
    .join("\n")
    .replace(/<br>/g, "\n")
    .replace(/<[^>]*>|\u00a0/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">");
}

function slope(points: [number, number][]): number {
  const [[x0, y0], [x1, y1]] = points as [[number, number], [number, number]];
  return (y1 - y0) / (x1 - x0);
}

describe("oneInputUnit", () => {
  const weights = [-2, 0, 0.5];
  const unit = oneInputUnit({ weights, bias: 1 });

  test("each stop of the slider draws a line whose slope is its weight and whose height at 0 is the bias", () => {
    const lines = unit.frames!.map(({ data }) => pairs(data[0]!));
    expect(lines.map(slope)).toEqual(weights);
    for (const [[x, y], k] of lines.map((line, i) => [line[0]!, weights[i]!] as const)) {
      expect(y - k * x).toBe(1);
    }
    expect(unit.layout.sliders![0]!.steps.map(({ label }) => label)).toEqual(["−2", "0", "0.5"]);
  });

  test("the step goes one to the right and w up, and its end lies on the line", () => {
    const steps = unit.frames!.map(({ data }) => pairs(data[1]!));
    expect(steps.map((step) => step[2]![1] - step[0]![1])).toEqual(weights);
    expect(steps.map((step) => step[2]![0] - step[0]![0])).toEqual([1, 1, 1]);
  });

  test("without a bias every line passes through the origin, and the caption says so", () => {
    const figure = oneInputUnit({ weights });
    for (const frame of figure.frames!) {
      const [[x0, y0], [x1, y1]] = pairs(frame.data[0]!) as [[number, number], [number, number]];
      expect(y0 + y1).toBe(0);
      expect(x0 + x1).toBe(0);
    }
    expect(figure.caption).toContain("pass through the origin");
    expect(unit.caption).toContain("bias w₀ = 1");
  });

  test("takes a tensor of weights", () => {
    expect(oneInputUnit({ weights: tensor(weights), bias: 1 })).toEqual(unit);
  });

  test("a list of biases makes the slider lift a line whose slope stays", () => {
    const lifted = oneInputUnit({ weights: [0.5], bias: [-2, 0, 1.5], start: 0 });
    const lines = lifted.frames!.map(({ data }) => pairs(data[0]!));
    expect(lines.map(slope)).toEqual([0.5, 0.5, 0.5]);
    expect(lines.map(([[x, y] = [0, 0]]) => y - 0.5 * x)).toEqual([-2, 0, 1.5]);
    expect(lifted.caption).toContain("The thick line has w₀ = −2");
    expect(() => oneInputUnit({ weights: [1, 2], bias: [0, 1] })).toThrow("must have 1 entry");
  });

  test("rejects an empty list and a weight that is no number", () => {
    expect(() => oneInputUnit({ weights: [] })).toThrow(
      "oneInputUnit: weights must have at least one entry; here weights is [].",
    );
    expect(() => oneInputUnit({ weights: [1, Number.NaN] })).toThrow(
      "oneInputUnit: weights[1] must be a finite number; here weights[1] is NaN.",
    );
  });
});

describe("perceptronDiagram", () => {
  const figure = perceptronDiagram({ x: [-1, 2], w: [3, -2], w0: 1, g: sigmoid });

  test("shows the worked example with its steps: z = 1 − 3 − 4 = −6, ŷ = 0.00247", () => {
    expect(words(figure)).toContain("z = 1 + 3·(−1) + (−2)·2 = 1 − 3 − 4 = −6");
    expect(words(figure)).toContain("ŷ = sigmoid(−6) = 0.00247");
    expect(words(figure)).toContain("w₁ = 3");
    expect(words(figure)).toContain("w₂ = −2");
    expect(words(figure)).toContain("w₀ = 1");
  });

  test("has an arrow from the bias and each input to the sum, one to the activation, one to the output", () => {
    const arrows = scatters(figure).filter(({ marker }) => marker?.symbol === "arrow");
    const ends = arrows.map(({ x }) => x.at(-1));
    expect(ends).toEqual([0.52, 0.52, 0.52, 0.72, 0.92]);
  });

  test("leaves the bias at 0 if there is none", () => {
    const without = perceptronDiagram({ x: [2], w: [0.5], g: relu });
    expect(words(without)).toContain("z = 0 + 0.5·2 = 0 + 1 = 1");
  });

  test("wants one weight an input and at most six inputs", () => {
    expect(() => perceptronDiagram({ x: [1, 2], w: [1] })).toThrow(
      "perceptronDiagram: w must have 2 entries; here w is [1].",
    );
    const seven = [1, 2, 3, 4, 5, 6, 7];
    expect(() => perceptronDiagram({ x: seven, w: seven })).toThrow(
      "a diagram has room for 6 inputs",
    );
  });
});

describe("activationCurves", () => {
  const figure = activationCurves([sigmoid, tanh, relu], { from: -4, to: 4 });
  const curves = scatters(figure).filter(({ mode }) => mode === "lines");

  test("the upper curves are the functions", () => {
    const upper = curves.filter(({ xaxis }) => xaxis === undefined);
    expect(upper.map(({ name }) => name)).toEqual(["sigmoid", "tanh", "relu"]);
    [sigmoid, tanh, relu].forEach((g, i) => {
      for (const [z, a] of pairs(upper[i]!)) expect(a).toBeCloseTo(g(z), 6);
    });
  });

  test("the lower curves are the slopes of the upper ones, away from the kink", () => {
    const lower = curves.filter(({ xaxis }) => xaxis === "x2");
    [sigmoid, tanh, relu].forEach((g, i) => {
      for (const [z, slopeThere] of pairs(lower[i]!).filter(([at]) => Math.abs(at) > 0.01)) {
        expect(slopeThere).toBeCloseTo(centralDifference(g, z), 6);
      }
    });
  });

  test("the jump of the ReLU's slope is a gap, not a vertical line", () => {
    const jump = curves.find(({ name }) => name === "relu′")!;
    expect(jump.y.filter((y) => y === null)).toHaveLength(1);
  });

  test("no two curves share colour or dash, and each has its name beside it", () => {
    const upper = curves.filter(({ xaxis }) => xaxis === undefined);
    expect(new Set(upper.map(({ line }) => line?.color)).size).toBe(3);
    expect(new Set(upper.map(({ line }) => line?.dash)).size).toBe(3);
    expect(words(figure).split("\n")).toEqual([
      "sigmoid",
      "tanh",
      "relu",
      "sigmoid′",
      "tanh′",
      "relu′",
    ]);
  });

  test("the caption states the greatest slopes, 0.25, 1 and 1", () => {
    expect(figure.caption).toContain("sigmoid runs from 0.018 to 0.982 and is at most 0.25 steep");
    expect(figure.caption).toContain("tanh runs from −0.999 to 0.999 and is at most 1 steep");
  });

  test("takes functions under names of their own, and says where one falls", () => {
    const wave = { name: "wave", value: Math.sin, derivative: Math.cos };
    const drawn = activationCurves([wave], { from: -3, to: 3 });
    expect(drawn.alt).toBe("wave and its derivative");
    const [upper, lower] = scatters(drawn).filter(({ mode }) => mode === "lines");
    for (const [z, a] of pairs(upper!)) expect(a).toBeCloseTo(Math.sin(z), 6);
    for (const [z, a] of pairs(lower!)) expect(a).toBeCloseTo(Math.cos(z), 6);
    expect(drawn.caption).toContain(", its slope from −0.99 to 1.");
  });

  test("rejects an interval that runs backwards and an empty list", () => {
    expect(() => activationCurves([relu], { from: 1, to: -1 })).toThrow("from must be below to");
    expect(() => activationCurves([])).toThrow(ValueError);
  });
});

describe("decisionLine", () => {
  const figure = decisionLine({ w: [3, -2], w0: 1, points: [[-1, 2]], g: sigmoid });
  const [line, , normal] = scatters(figure);

  test("both ends of the line satisfy 1 + 3x₁ − 2x₂ = 0 and lie on the border", () => {
    const ends = pairs(line!);
    expect(ends).toHaveLength(2);
    for (const [x1, x2] of ends) {
      expect(1 + 3 * x1 - 2 * x2).toBeCloseTo(0, 6);
      expect(Math.max(Math.abs(x1), Math.abs(x2))).toBeCloseTo(figure.layout.xaxis.range[1], 6);
    }
  });

  test("the arrow is w, drawn to scale from the line's nearest point to the origin", () => {
    const [[a1, a2], [b1, b2]] = pairs(normal!) as [[number, number], [number, number]];
    expect([b1 - a1, b2 - a2]).toEqual([expect.closeTo(3, 6), expect.closeTo(-2, 6)]);
    expect(1 + 3 * a1 - 2 * a2).toBeCloseTo(0, 6);
    expect(a1 * 2 + a2 * 3).toBeCloseTo(0, 6);
  });

  test("the colours are the perceptron's output at each place", () => {
    const field = figure.data[0] as ContourTrace;
    for (const [i, j] of [
      [0, 0],
      [20, 31],
      [48, 5],
      [24, 24],
    ] as const) {
      const x = [field.x[i]!, field.y[j]!];
      expect(field.z[j]![i]).toBeCloseTo(perceptron(x, [3, -2], 1, sigmoid), 3);
    }
    expect([field.zmin, field.zmax]).toEqual([0, 1]);
  });

  test("marks the point with its output, and says which side is which", () => {
    expect(words(figure)).toContain("x = (−1, 2)\nŷ = 0.00247");
    expect(words(figure)).toContain("z > 0\nŷ > 0.5");
    expect(words(figure)).toContain("z < 0\nŷ < 0.5");
    expect(figure.caption).toContain("lies on the side of z < 0: z = −6, ŷ = 0.00247");
  });

  test("the words for a side stand on that side", () => {
    for (const [start, side] of [
      ["<i>z</i> &gt;", 1],
      ["<i>z</i> &lt;", -1],
    ] as const) {
      const label = scatters(figure).find(({ text }) => text?.[0]?.startsWith(start))!;
      const [[x1, x2]] = pairs(label) as [[number, number]];
      expect(Math.sign(1 + 3 * x1 - 2 * x2)).toBe(side);
    }
  });

  test("a ReLU is 0, not less than 0, on the far side, and only its own half of the colours is used", () => {
    const relued = decisionLine({ w: [1, 1], w0: -1.5, g: relu });
    expect(words(relued)).toContain("z < 0\nŷ = 0");
    expect((relued.data[0] as ContourTrace).zmin).toBe(0);
  });

  test("a long w is drawn shorter, and both label and caption say so", () => {
    const long = decisionLine({ w: [0, 12], w0: 0 });
    expect(words(long)).toContain("w = (0, 12) (1 : 4)");
    expect(long.caption).toContain("drawn 4 times shorter than it is");
  });

  test("rejects w = 0, three weights, and a point with one coordinate", () => {
    expect(() => decisionLine({ w: [0, 0], w0: 1 })).toThrow("w must not be the zero vector");
    expect(() => decisionLine({ w: [1, 2, 3], w0: 1 })).toThrow("w must have 2 entries");
    expect(() => decisionLine({ w: [1, 2], w0: 1, points: [[1]] })).toThrow(
      "points[0] must have 2 entries",
    );
  });
});

describe("sigmoidAt", () => {
  test("the point is (−6, 0.00247) and the tangent in the inset has the slope σ(1 − σ)", () => {
    const figure = sigmoidAt({ z: -6 });
    const [tangent] = scatters(figure).filter(
      ({ xaxis, line }) => xaxis === "x2" && line?.dash === "dash",
    );
    const y = 1 / (1 + Math.exp(6));
    expect(slope(pairs(tangent!))).toBeCloseTo(y * (1 - y), 8);
    const points = scatters(figure)
      .filter(({ mode }) => mode.startsWith("markers"))
      .flatMap(pairs);
    for (const [z, height] of points) {
      expect(z).toBe(-6);
      expect(height).toBeCloseTo(0.0024726232, 9);
    }
    expect(points).toHaveLength(2);
    expect(figure.caption).toContain("close to e^(−6) = 0.00248");
  });

  test("in the middle of the curve there is no inset and the tangent stands in the picture", () => {
    const figure = sigmoidAt({ z: 0 });
    expect(figure.layout.xaxis2).toBeUndefined();
    const tangents = scatters(figure).filter(({ line, x }) => line?.dash === "dash" && x[0] !== -8);
    expect(tangents.map(pairs).map(slope)).toEqual([expect.closeTo(0.25, 6)]);
  });

  test("close to 1 the value is not rounded to 1", () => {
    expect(sigmoidAt({ z: 12 }).alt).toBe("sigmoid(12) = 0.9999939");
  });

  test("rejects a z too far out to be seen", () => {
    expect(() => sigmoidAt({ z: -40 })).toThrow(
      "sigmoidAt: z must lie from −12 to 12; here z is -40.",
    );
  });
});

describe("hyperplaneMoves", () => {
  const biases = [-3, 0, 3];
  const angles = [0, 30, 120];
  const figure = hyperplaneMoves({ w: [2, 1], biases, angles });
  const frame = (name: string) => figure.frames!.find((one) => one.name === name)!;

  test("on the left each bias gives the points with b + 2x₁ + x₂ = 0", () => {
    biases.forEach((b, i) => {
      const line = pairs(frame(`b${i}`).data[0]!);
      expect(line).toHaveLength(2);
      for (const [x1, x2] of line) expect(b + 2 * x1 + x2).toBeCloseTo(0, 6);
    });
  });

  test("on the right w turns and the line keeps its distance |b| / |w| from the origin", () => {
    angles.forEach((angle, i) => {
      const [[a1, a2], [b1, b2]] = pairs(frame(`turn${i}`).data[0]!) as [
        [number, number],
        [number, number],
      ];
      const [d1, d2] = [b1 - a1, b2 - a2];
      expect(Math.abs(d1 * a2 - d2 * a1) / Math.hypot(d1, d2)).toBeCloseTo(3 / Math.sqrt(5), 6);
      const [[n1, n2], [m1, m2]] = pairs(frame(`turn${i}`).data[1]!) as [
        [number, number],
        [number, number],
      ];
      const turned = (Math.atan2(m2 - n2, m1 - n1) - Math.atan2(1, 2)) * (180 / Math.PI);
      expect((turned + 360) % 360).toBeCloseTo(angle, 4);
      expect((m1 - n1) * d1 + (m2 - n2) * d2).toBeCloseTo(0, 6);
    });
  });

  test("each slider changes its own panel only", () => {
    expect(frame("b1").traces).toEqual([1, 2, 3]);
    expect(frame("turn1").traces).toEqual([5, 6, 7]);
    expect(figure.data.slice(4).every(({ xaxis }) => xaxis === "x2")).toBe(true);
  });

  test("begins at the stops that it is told", () => {
    const begun = hyperplaneMoves({ w: [2, 1], biases, angles, start: [2, 1] });
    expect(begun.layout.sliders!.map(({ active }) => active)).toEqual([2, 1]);
    expect(pairs(begun.data[1]!)).toEqual(pairs(frame("b2").data[0]!));
    expect(pairs(begun.data[5]!)).toEqual(pairs(frame("turn1").data[0]!));
  });

  test("rejects w = 0 and empty lists", () => {
    expect(() => hyperplaneMoves({ w: [0, 0], biases, angles })).toThrow("zero vector");
    expect(() => hyperplaneMoves({ w: [1, 1], biases: [], angles })).toThrow("at least one entry");
  });
});

describe("linearStack", () => {
  const figure = linearStack({ slopes: [2, -0.5, 3], activation: tanh });

  test("every stage is a line through the origin whose slope is the product so far", () => {
    const lines = scatters(figure).filter(({ mode, x }) => mode === "lines" && x.length === 2);
    expect(lines.map(pairs).map(slope)).toEqual([2, -1, -3]);
  });

  test("with an activation between the units the result is 3·tanh(−0.5·tanh(2x)), which bends", () => {
    const bent = scatters(figure).find(({ x }) => x.length > 2)!;
    for (const [x, y] of pairs(bent)) {
      expect(y).toBeCloseTo(3 * Math.tanh(-0.5 * Math.tanh(2 * x)), 6);
    }
    expect(words(figure)).toContain("with tanh");
  });

  test("without one there is no bent curve, and the caption names the one weight", () => {
    const straight = linearStack({ slopes: [2, -0.5, 3] });
    expect(scatters(straight).some(({ x }) => x.length > 2)).toBe(false);
    expect(straight.caption).toContain("the same as one unit with the weight −3");
  });

  test("labels of lines that end close together do not cover each other", () => {
    const crowded = linearStack({ slopes: [1.5, 1, 0.8], activation: relu });
    const heights = scatters(crowded)
      .filter(({ mode }) => mode === "text")
      .flatMap(({ y }) => y as number[]);
    const sorted = heights.sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((y, i) => y - sorted[i]!);
    const [low, high] = crowded.layout.yaxis.range;
    expect(Math.min(...gaps)).toBeGreaterThan((high - low) / 20);
  });

  test("rejects a slope that is not a number and too many units", () => {
    expect(() => linearStack({ slopes: [1, Number.POSITIVE_INFINITY] })).toThrow("slopes[1]");
    expect(() => linearStack({ slopes: [1, 1, 1, 1, 1, 1, 1] })).toThrow("at most six");
  });
});
