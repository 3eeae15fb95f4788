import { describe, expect, test } from "vitest";
import { digits } from "../../src/datasets/digits.js";
import type { Figure } from "../../src/figures/figure.js";
import { blockDiagram } from "../../src/figures/perceptron/block-diagram.js";
import { deadUnitsCurve } from "../../src/figures/perceptron/dead-units-curve.js";
import { everyLine } from "../../src/figures/perceptron/every-line.js";
import { digitPictures } from "../../src/figures/perceptron/feature-pictures.js";
import { graphDiagram } from "../../src/figures/perceptron/graph-diagram.js";
import { hiddenSpaceBend } from "../../src/figures/perceptron/hidden-space-bend.js";
import { nestedFields } from "../../src/figures/perceptron/nested-fields.js";
import { networkDiagram } from "../../src/figures/perceptron/network-diagram.js";
import { saturationMap } from "../../src/figures/perceptron/saturation-map.js";
import { shapesFlow } from "../../src/figures/perceptron/shapes-flow.js";
import { softmaxBars } from "../../src/figures/perceptron/softmax-bars.js";
import { timeline } from "../../src/figures/perceptron/timeline.js";
import { truthTables } from "../../src/figures/perceptron/truth-tables.js";
import { linear, relu, sigmoid, tanh } from "../../src/math/activations.js";
import { createNetwork, forward } from "../../src/math/network.js";
import { Random } from "../../src/math/random.js";
import { softmax } from "../../src/math/softmax.js";
import { tensor } from "../../src/math/tensor.js";
import { XOR_LABELS, XOR_NETWORK, XOR_POINTS, xorHiddenSpace } from "../../src/math/xor.js";

const CORNERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const XOR = [0, 1, 1, 0];

/** All words that a figure writes with its traces. */
function written({ data }: Figure): string[] {
  return data.flatMap((trace) => ("text" in trace ? [...(trace.text ?? [])] : []));
}

describe("networkDiagram", () => {
  test("writes the values that the library computes into the units", () => {
    const network = createNetwork([3, 4, 2], new Random(1), { hidden: tanh });
    const outputs = forward(network, [1, 0, -1]).data;
    const texts = written(networkDiagram({ network, x: [1, 0, -1] }));
    expect(texts).toHaveLength(3 + 4 + 2);
    const last = texts.slice(-2).map((text) => Number(text.replace("−", "-")));
    for (const [i, value] of last.entries()) expect(value).toBeCloseTo(outputs[i]!, 1);
  });

  test("counts what there is to learn in its caption", () => {
    const { caption } = networkDiagram({ network: XOR_NETWORK });
    expect(caption).toContain("1 hidden layer and 2 layers of weights");
    expect(caption).toContain("Each of its 6 lines");
    expect(caption).toContain("makes 9 numbers to learn");
  });

  test("says which weights have no line", () => {
    const layer = { W: tensor([[1, 0]]), b: tensor([0, 0]), g: linear };
    const { caption } = networkDiagram({ network: [layer] });
    expect(caption).toContain("one of its 2 weights (one of them is 0 and not drawn)");
  });

  test("refuses what it cannot draw legibly", () => {
    const wide = createNetwork([9, 1], new Random(1));
    expect(() => networkDiagram({ network: wide })).toThrow("at most 8 units");
    expect(() => networkDiagram({ network: XOR_NETWORK, x: [1] })).toThrow("x must have 2 entries");
  });
});

describe("graphDiagram", () => {
  test("writes a bias below its unit", () => {
    const graph = { y: { from: { x: 2 }, bias: -1, f: relu } };
    const { caption, layout } = graphDiagram({ graph, inputs: { x: 3 } });
    expect(layout.annotations!.map(({ text }) => text)).toContain("bias −1");
    expect(caption).toContain("a bias stands below its unit");
  });

  test("puts every unit to the right of all that it reads", () => {
    const graph = {
      y: { from: { a: 1, b: -2 }, f: linear },
      b: { from: { a: 1 }, f: relu },
      a: { from: { x: 2 }, f: relu },
    };
    const { caption, data } = graphDiagram({ graph, inputs: { x: 1 } });
    expect(caption).toContain("a, b, y");
    expect(caption).toContain("y = −2");
    const arrows = data.filter((t) => t.type === "scatter" && t.mode === "lines+markers");
    expect(arrows).toHaveLength(4);
    for (const { x } of arrows) expect(x[1]).toBeGreaterThan(Number(x[0]));
  });

  test("refuses a cycle", () => {
    const graph = { a: { from: { b: 1 }, f: relu }, b: { from: { a: 1 }, f: relu } };
    expect(() => graphDiagram({ graph, inputs: {} })).toThrow("no cycle");
  });
});

describe("hiddenSpaceBend", () => {
  const scene = {
    map: (x: readonly number[]) => Array.from(xorHiddenSpace([...x]).data),
    points: CORNERS,
    classes: XOR,
    line: { w: [1, -2], w0: -0.5 } as const,
  };

  test("starts where the points are and ends where the layer puts them", () => {
    const { frames = [] } = hiddenSpaceBend(scene);
    const onesAt = (frame: number): unknown => [
      frames[frame]!.data[2]!.x,
      frames[frame]!.data[2]!.y,
    ];
    expect(onesAt(0)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(onesAt(10)).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test("says how many points the line has right", () => {
    expect(hiddenSpaceBend(scene).caption).toContain("4 of the 4 points");
    const level = { ...scene, line: { w: [0, 1], w0: -0.5 } as const };
    expect(hiddenSpaceBend(level).caption).toContain("1 of the 4 points");
  });

  test("colours the plane in front by the sign of the line behind", () => {
    const field = hiddenSpaceBend(scene).data.find(({ type }) => type === "contour");
    if (field?.type !== "contour") throw new Error("no regions");
    const at = (x1: number, x2: number): number => {
      const nearest = (ticks: readonly number[], value: number): number =>
        ticks.reduce(
          (best, tick, i) => (Math.abs(tick - value) < Math.abs(ticks[best]! - value) ? i : best),
          0,
        );
      return field.z[nearest(field.y, x2)]![nearest(field.x, x1)]!;
    };
    for (const [i, [x1, x2]] of CORNERS.entries()) expect(at(x1!, x2!) > 0).toBe(XOR[i] === 1);
  });

  test("refuses classes other than 0 and 1, and points outside the plane", () => {
    expect(() => hiddenSpaceBend({ ...scene, classes: [0, 1, 1, -1] })).toThrow("0 or 1");
    expect(() => hiddenSpaceBend({ ...scene, map: () => [1] })).toThrow(
      "map(x) must have 2 entries",
    );
  });
});

describe("everyLine", () => {
  test("finds no line for XOR and some for AND", () => {
    expect(everyLine({ points: CORNERS, classes: XOR }).alt).toContain("3 of 4");
    expect(everyLine({ points: CORNERS, classes: [0, 0, 0, 1] }).alt).toContain("4 of 4");
  });

  test("refuses a class for each of too few points", () => {
    expect(() => everyLine({ points: CORNERS, classes: [0, 1] })).toThrow(
      "every point has a class",
    );
  });
});

describe("softmaxBars", () => {
  test("draws what softmax gives, at each stop", () => {
    const { data, frames = [] } = softmaxBars({ scores: [1, 2, 4], scales: [1, 0] });
    expect(data[0]!.type).toBe("bar");
    const heights = frames.map((frame) => frame.data[0]!.y as number[]);
    const shares = Array.from(softmax([1, 2, 4]).data);
    for (const [i, height] of heights[0]!.entries()) expect(height).toBeCloseTo(shares[i]!, 7);
    for (const height of heights[1]!) expect(height).toBeCloseTo(1 / 3, 7);
  });

  test("refuses a single score", () => {
    expect(() => softmaxBars({ scores: [1], scales: [1] })).toThrow("two to 8 scores");
  });
});

describe("saturationMap", () => {
  test("has the derivative at each place, the first function on top", () => {
    const [map] = saturationMap([sigmoid, relu], { from: -6, to: 6 }).data;
    if (map?.type !== "heatmap") throw new Error("no strips");
    expect(map.z).toHaveLength(2);
    expect(map.z[1]![0]).toBeCloseTo(sigmoid.derivative(-6), 6);
    expect(map.z[0]!.at(-1)).toBe(1);
  });

  test("refuses an empty list", () => {
    expect(() => saturationMap([])).toThrow("one to 6");
  });
});

describe("deadUnitsCurve", () => {
  test("refuses shares beyond 1 and a single bias", () => {
    const ends = { biases: [0, -1], dead: [0, 2], zeros: [0, 1] };
    expect(() => deadUnitsCurve(ends)).toThrow("from 0 to 1");
    expect(() => deadUnitsCurve({ biases: [0], dead: [0], zeros: [0] })).toThrow("at least two");
  });
});

describe("the smaller ones", () => {
  test("truthTables counts what each line has right", () => {
    const { caption } = truthTables([
      { name: "AND", answers: [0, 0, 0, 1], w: [1, 1], w0: -1.5 },
      { name: "XOR", answers: XOR, w: [1, 1], w0: -0.5 },
    ]);
    expect(caption).toContain("the line of AND has 4 of 4");
    expect(caption).toContain("the line of XOR has 3 of 4");
    expect(() => truthTables([{ name: "?", answers: [0, 2, 0, 1] }])).toThrow("0 or 1");
  });

  test("shapesFlow adds the parameters up", () => {
    const flow = [{ shape: [600] }, { by: "Linear", shape: [50], parameters: 30050 }];
    expect(shapesFlow(flow).caption).toContain("30,050 in all");
    expect(() => shapesFlow([{ shape: [1] }])).toThrow("two to 6");
    expect(() => shapesFlow([{ shape: [1] }, { shape: [0] }])).toThrow("at least 1");
  });

  test("blockDiagram names each symbol and draws a target above its cost", () => {
    const { caption, data } = blockDiagram([
      { kind: "computed", label: "ŷ" },
      { kind: "cost", label: "C", target: "y" },
    ]);
    expect(caption).toContain("the cost C, which also sees the observed value y");
    expect(data.filter((t) => t.type === "scatter" && t.mode === "lines+markers")).toHaveLength(2);
    expect(() => blockDiagram([])).toThrow("one to 9");
  });

  test("timeline and nestedFields refuse what has no order", () => {
    const late = { year: 1990, what: "b" };
    expect(() => timeline([late, { year: 1950, what: "a" }])).toThrow("order of their years");
    expect(() => timeline([late])).toThrow("two to 10");
    expect(() => nestedFields([])).toThrow("one to 4");
  });

  test("digitPictures takes the pictures of the kinds in order", () => {
    expect(digitPictures(digits(), [3, 5], 1).alt).toBe("2 handwritten digits: 3, 5");
    expect(() => digitPictures(digits(), [12], 1)).toThrow("enough pictures");
  });

  test("the network that they draw solves XOR", () => {
    expect(forward(XOR_NETWORK, XOR_POINTS).toArray()).toEqual(XOR_LABELS.toArray());
  });
});
