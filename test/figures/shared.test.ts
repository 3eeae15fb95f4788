/** The figures that chapters share: what is drawn are the numbers, and bad input is named. */
import { describe, expect, test } from "vitest";
import { barsWithErrors } from "../../src/figures/bars-with-errors.js";
import { computationGraph } from "../../src/figures/computation-graph.js";
import { contourField } from "../../src/figures/contour-field.js";
import { histogramBars } from "../../src/figures/histogram-bars.js";
import { imageGrid } from "../../src/figures/image-grid.js";
import { learningCurves } from "../../src/figures/learning-curves.js";
import { panelGrid } from "../../src/figures/panel-grid.js";
import { surfaceBesideContours } from "../../src/figures/surface-figure.js";
import { surfaceScene } from "../../src/figures/surface-scene.js";
import { ValueError } from "../../src/math/value-error.js";

const about = { alt: "A picture", caption: "A picture. It shows something." };
const bowl = {
  f: (x: number, y: number) => x * x + 2 * y * y,
  xRange: [-2, 2],
  yRange: [-1, 1],
} as const;

describe("surfaces", () => {
  test("a path ends where the surface has its last place", () => {
    const scene = surfaceScene({
      ...bowl,
      path: [
        [1, 1],
        [0.5, -0.5],
      ],
    });
    const end = scene.traces.at(-1)!;
    const [x, y] = scene.project(0.5, -0.5);
    expect(end.x[0]).toBeCloseTo(x, 3);
    expect(end.y[0]).toBeCloseTo(y, 3);
  });

  test("higher places are drawn higher, and the height itself can be given", () => {
    const { project } = surfaceScene(bowl);
    expect(project(0, 0, 3)[1]).toBeGreaterThan(project(0, 0)[1]);
    expect(project(1, 1, 3)).toEqual(project(1, 1));
  });

  test("near strips come after far ones, whichever way it is turned", () => {
    const { traces, frames } = surfaceScene({ ...bowl, f: () => 0 });
    const strips = traces.map((trace, i) => ({ fill: trace.fill, i })).filter(({ fill }) => fill);
    for (const { data } of frames) {
      const lows = strips.map(({ i }) => Math.min(...data[i]!.y!.filter((y) => y !== null)));
      expect([...lows].sort((a, b) => b - a)).toEqual(lows);
    }
  });

  test("each stop of the walk ends at its place, in both panels", () => {
    const path = [
      [2, 1],
      [1, 0.5],
      [0, 0],
    ] as const;
    const { frames, data, layout } = surfaceBesideContours({ ...bowl, ...about, path, walk: true });
    expect(frames!.map(({ data: patches }) => [patches.at(-1)!.x, patches.at(-1)!.y])).toEqual(
      path.map(([x, y]) => [[x], [y]]),
    );
    expect(data.filter(({ xaxis }) => xaxis === "x2").map(({ type }) => type)).toContain("contour");
    expect(layout.updatemenus![0]!.buttons[0]!.args[0]).toEqual(["walk0", "walk1", "walk2"]);
  });

  test("a grid of numbers is as good as a function", () => {
    const linear = contourField({ f: (x, y) => x + y, xRange: [0, 1], yRange: [0, 1] });
    const rows = [
      [0, 1],
      [1, 2],
    ];
    expect(contourField({ f: rows, xRange: [0, 1], yRange: [0, 1] })).toEqual(linear);
  });

  test("contours hold the values, cut at the range, as powers of ten where asked", () => {
    const { x, y, z } = contourField({ ...bowl, zRange: [0.1, 3] });
    expect(z[5]![7]).toBeCloseTo(Math.min(3, bowl.f(x[7]!, y[5]!)), 3);
    const log = contourField({ ...bowl, log: true, zRange: [0.1, 3] });
    expect(log.zmin).toBeCloseTo(-1);
    expect(log.z[0]![0]).toBeCloseTo(Math.log10(3), 4);
  });

  test.each([
    ["xRange must run", { xRange: [1, 1] as const }],
    ["f(-2, -1) must be a finite number", { f: (): number => Number.NaN }],
    ["azimuths must be angles", { azimuths: [90] }],
    ["start must be", { start: 99 }],
    ["with log the heights must be positive", { log: true, f: (): number => -1 }],
    ["f must be a function", { f: [[1]] }],
  ])("says %s", (rule, wrong) => {
    expect(() => surfaceScene({ ...bowl, ...wrong })).toThrow(ValueError);
    expect(() => surfaceScene({ ...bowl, ...wrong })).toThrow(rule);
  });

  test("a walk needs a way", () => {
    expect(() => surfaceBesideContours({ ...bowl, ...about, walk: true })).toThrow("a walk needs");
  });
});

describe("learning curves", () => {
  test("draw the numbers, validation dashed", () => {
    const { data } = learningCurves({
      series: [{ name: "a", y: [3, 2, 1], validation: [3, 2.5, 2.75], x: [0, 5, 10] }],
      yLabel: "loss",
      ...about,
    });
    expect(data.map(({ x }) => x)).toEqual([
      [0, 5, 10],
      [0, 5, 10],
    ]);
    expect(data[1]).toMatchObject({ y: [3, 2.5, 2.75], line: { dash: "dash" } });
  });

  test.each([
    ["one to five series", []],
    ["must be a finite number", [{ name: "a", y: [1, Number.NaN] }]],
    ["must have 2 entries", [{ name: "a", y: [1, 2], validation: [1] }]],
  ])("say %s", (rule, series) => {
    expect(() => learningCurves({ series, yLabel: "loss", ...about })).toThrow(rule);
  });
});

test("means stand at their values with their spread as whiskers", () => {
  const bars = [
    { name: "a", mean: 1, spread: 0.5 },
    { name: "b", mean: 3 },
  ];
  const { data } = barsWithErrors({ bars, label: "loss", ...about });
  expect(data[0]).toMatchObject({ x: [1, 3], y: [1, 0], error_x: { array: [0.5, 0] } });
  const negative = [{ name: "a", mean: 1, spread: -1 }];
  expect(() => barsWithErrors({ bars: negative, label: "loss", ...about })).toThrow(
    "the spread of a must not be negative",
  );
});

test("an image's first pixel is at the top left, and gaps are empty", () => {
  const { data } = imageGrid({
    images: [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ],
    width: 2,
    ...about,
  });
  const z = data.flatMap((trace) => (trace.type === "heatmap" ? trace.z : []));
  expect(z.slice(0, 2)).toEqual([
    [1, 2, null, 5, 6],
    [3, 4, null, 7, 8],
  ]);
  const call = (images: number[][], width: number) => () => imageGrid({ images, width, ...about });
  expect(call([], 2)).toThrow("one to 40 images");
  expect(call([[1, 2, 3]], 2)).toThrow("a multiple of width");
});

test("a histogram counts all values, also those beyond its range", () => {
  const { heights, edges } = histogramBars({ values: [-9, 0.1, 0.6, 9], bins: 2, range: [0, 1] });
  expect(heights).toEqual([2, 2]);
  expect(edges).toEqual([0, 0.5, 1]);
  expect(() => histogramBars({ values: [1], bins: 0 })).toThrow("bins must be a whole number");
});

test("panels fill their rows, and there are at most six", () => {
  const grid = panelGrid({ count: 3, columns: 2, gap: [0, 0] });
  expect(grid.map(({ x, y }) => [x.domain, y.domain])).toEqual([
    [
      [0, 0.5],
      [0.5, 1],
    ],
    [
      [0.5, 1],
      [0.5, 1],
    ],
    [
      [0, 0.5],
      [0, 0.5],
    ],
  ]);
  expect(() => panelGrid({ count: 7, columns: 2 })).toThrow("one to six panels");
});

describe("computation graph", () => {
  const nodes = [
    { id: "x", at: [0, 0], text: "x" },
    { id: "z", at: [1, 0], text: "z" },
  ] as const;
  const edges = [{ from: "x", to: "z", above: "2" }];

  test("a backward edge starts where it ended, and its words change", () => {
    const { frame } = computationGraph({ nodes, edges, first: 3 });
    const lit = frame("back", { edges: { "x>z": { on: true, backward: true, below: "1" } } });
    expect(lit.traces).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(lit.data[0]).toMatchObject({ x: [1, 0], line: { width: 4.5 } });
    expect(lit.data[3]!.text).toEqual(["2"]);
    expect(lit.data[4]!.text).toEqual(["1"]);
  });

  test("the traces show the state they are given, as a frame of it would", () => {
    const state = { nodes: { z: { on: true } } } as const;
    const { traces, frame } = computationGraph({ nodes, edges, state });
    expect(frame("same", state).data[2]!.marker).toEqual(traces[2]!.marker);
  });

  test("names what does not exist", () => {
    const { frame } = computationGraph({ nodes, edges });
    expect(() => frame("a", { nodes: { q: { on: true } } })).toThrow("It has x, z.");
    expect(() => frame("a", { edges: { "z>x": {} } })).toThrow("It has x>z.");
    expect(() => computationGraph({ nodes, edges: [{ from: "x", to: "q" }] })).toThrow(ValueError);
    expect(() => computationGraph({ nodes: [nodes[0], nodes[0]], edges: [] })).toThrow("its own");
  });
});
