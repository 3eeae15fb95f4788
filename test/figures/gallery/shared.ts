/** Figures that several chapters share, with typical and with awkward arguments. */

import { barsWithErrors } from "../../../src/figures/bars-with-errors.js";
import { computationGraph } from "../../../src/figures/computation-graph.js";
import { contourField } from "../../../src/figures/contour-field.js";
import { type Figure, figure } from "../../../src/figures/figure.js";
import { histogramBars } from "../../../src/figures/histogram-bars.js";
import { imageGrid } from "../../../src/figures/image-grid.js";
import type { Axis } from "../../../src/figures/layout.js";
import { learningCurves } from "../../../src/figures/learning-curves.js";
import { BLUE, INK } from "../../../src/figures/palette.js";
import { panelGrid } from "../../../src/figures/panel-grid.js";
import { houseSlider, playButton } from "../../../src/figures/slider.js";
import { houseAxis, houseLayout, logAxis } from "../../../src/figures/style.js";
import { surfaceBesideContours, surfaceFigure } from "../../../src/figures/surface-figure.js";

const saddle = (x: number, y: number): number => x * x - y * y;
const ravine = (x: number, y: number): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
const waves = (x: number, y: number): number =>
  3 * (1 - x) ** 2 * Math.exp(-x * x - (y + 1) ** 2) -
  10 * (x / 5 - x ** 3 - y ** 5) * Math.exp(-x * x - y * y) -
  Math.exp(-((x + 1) ** 2) - y * y) / 3;
const slide = Array.from({ length: 12 }, (_, k): [number, number] => [
  1.6 * 0.75 ** k,
  -1.4 * 0.6 ** k,
]);
const weights = { xLabel: "<i>w</i>₁", yLabel: "<i>w</i>₂", zLabel: "<i>J</i>" } as const;

const falling = (rate: number, rise: number): number[] =>
  Array.from({ length: 30 }, (_, k) => Math.exp(-rate * k) + 0.05 + rise * Math.max(0, k - 10));

const ring = (size: number, k: number): number[] =>
  Array.from({ length: size * size }, (_, p) => {
    const [x, y] = [(p % size) - 3.5, Math.floor(p / size) - 3.5];
    return Math.max(0, 16 - 8 * Math.abs(Math.hypot(x, y) - 0.3 * k));
  });

function sixHistograms(): Figure {
  const grid = panelGrid({ count: 6, columns: 3, gap: [0.1, 0.2] });
  const all = grid.map(({ panel }, k) =>
    histogramBars({
      values: Array.from({ length: 400 }, (_, i) => Math.tanh((i / 200 - 1) * (k + 0.5))),
      bins: 12,
      range: [-1, 1],
      share: true,
      panel,
    }),
  );
  const axes = grid.map(({ x, y }, k) => ({
    [`xaxis${k === 0 ? "" : k + 1}`]: houseAxis(k > 2 ? "value" : "", [-1, 1], {
      ...x,
      nticks: 3,
    }),
    [`yaxis${k === 0 ? "" : k + 1}`]: houseAxis("", [0, 0.5], { ...y, nticks: 3 }),
  }));
  return figure({
    alt: "Six histograms",
    caption: "Six histograms. The later the layer, the more values stand at the ends.",
    data: all.map(({ trace }) => trace),
    layout: houseLayout({
      height: 360,
      margin: { l: 40, t: 30 },
      hovermode: false,
      ...(Object.assign({}, ...axes) as { xaxis: Axis; yaxis: Axis }),
      annotations: grid.map(({ xref, yref }, k) => ({
        x: 0.5,
        y: 1,
        xref,
        yref,
        text: `layer ${k + 1}`,
        showarrow: false,
        yanchor: "bottom",
        yshift: 3,
      })),
    }),
  });
}

function chain(): Figure {
  const graph = computationGraph({
    nodes: [
      { id: "x", at: [0, 1], text: "<i>x</i>", color: BLUE, above: "input" },
      { id: "w", at: [0, 0], text: "<i>w</i>", color: BLUE },
      { id: "p", at: [1.5, 0.5], text: "×", below: "= 6" },
      { id: "s", at: [3, 0.5], text: "<i>σ</i>", shape: "square" },
    ],
    edges: [
      { from: "x", to: "p", above: "2" },
      { from: "w", to: "p", above: "3" },
      { from: "p", to: "s", above: "6" },
    ],
  });
  const back = {
    nodes: { p: { on: true } },
    edges: {
      "p>s": { on: true, backward: true, below: "0.0025" },
      "w>p": { on: true, backward: true, below: "0.00493" },
      "x>p": { on: true, below: "0.0074" },
    },
  };
  return figure({
    alt: "A small graph",
    caption: "A small graph. The slider goes forward, then back.",
    data: graph.traces,
    frames: [graph.frame("forward", {}), graph.frame("back", back)],
    layout: houseLayout({
      height: 330,
      margin: { l: 8, r: 8, t: 8, b: 110 },
      hovermode: false,
      xaxis: graph.xaxis,
      yaxis: graph.yaxis,
      sliders: [
        houseSlider({
          prefix: "step ",
          labels: ["1", "2"],
          frames: ["forward", "back"],
          active: 0,
          above: 20,
        }),
      ],
      updatemenus: [playButton({ frames: ["forward", "back"], above: 20 })],
    }),
  });
}

function mixture(): Figure {
  const [left, right] = panelGrid({ count: 2, columns: 2, gap: [0.2, 0] });
  const whiskers = { type: "data", color: INK, thickness: 1.5, width: 4 } as const;
  const field = contourField({
    f: [
      [0, 1],
      [1, 4],
    ],
    xRange: [0, 1],
    yRange: [0, 1],
    samples: 2,
  });
  return figure({
    alt: "A mixture",
    caption: "A mixture. Bars at the left, cells at the right.",
    data: [
      {
        type: "bar",
        name: "a",
        x: [1, 2],
        y: [10, 1000],
        marker: { color: BLUE },
        text: ["10", "1000"],
        textposition: "outside",
        error_y: { ...whiskers, array: [4, 300] },
      },
      {
        type: "bar",
        name: "b",
        x: [1, 2],
        y: [100, 30],
        marker: { color: ["#D55E00", "#009E73"] },
      },
      {
        type: "scatter",
        mode: "markers",
        showlegend: false,
        x: [1, 2],
        y: [2000, 3000],
        marker: { color: [BLUE, INK], size: 12, symbol: "star" },
        error_x: { ...whiskers, array: [0.2, 0.3], symmetric: false, arrayminus: [0.1, 0] },
      },
      {
        type: "heatmap",
        x: [0.5, 1.5],
        y: [0.5, 1.5],
        z: [
          [1, null],
          [2, 3],
        ],
        zmin: 0,
        zmax: 4,
        colorscale: field.colorscale,
        showscale: false,
        xgap: 2,
        ygap: 2,
        ...right!.panel,
      },
    ],
    layout: houseLayout({
      height: 300,
      hovermode: false,
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
      margin: { t: 40 },
      xaxis: houseAxis("group", [0.5, 2.5], { ...left!.x, tickvals: [1, 2] }),
      yaxis: logAxis("count", [1, 10000], left!.y),
      xaxis2: houseAxis("column", [0, 2], right!.x),
      yaxis2: houseAxis("row", [2, 0], right!.y),
    }),
  });
}

export const SHARED_GALLERY: readonly (readonly [string, Figure])[] = [
  [
    "surfaceFigure, saddle",
    surfaceFigure({
      f: saddle,
      xRange: [-1, 1],
      yRange: [-1, 1],
      alt: "A saddle",
      caption: "A saddle. It rises along x and falls along y.",
    }),
  ],
  [
    "surfaceBesideContours, hills and a path",
    surfaceBesideContours({
      f: waves,
      xRange: [-3, 3],
      yRange: [-3, 3],
      ...weights,
      path: [
        [-0.5, 0.8],
        [-0.1, 0.2],
        [0.1, -0.9],
        [0.25, -1.6],
      ],
      minimum: [0.228, -1.6255],
      alt: "Hills and hollows",
      caption: "Hills and hollows. The path ends in the deepest hollow.",
    }),
  ],
  [
    "surfaceBesideContours, a walk down a bowl",
    surfaceBesideContours({
      f: (x, y) => x * x + 2 * y * y,
      xRange: [-2, 2],
      yRange: [-2, 2],
      ...weights,
      path: slide,
      minimum: [0, 0],
      walk: true,
      alt: "A bowl and a path to its bottom",
      caption: "A bowl and a path to its bottom. Each step is shorter than the one before.",
    }),
  ],
  [
    "surfaceBesideContours, a ravine in powers of ten",
    surfaceBesideContours({
      f: ravine,
      xRange: [-2, 2],
      yRange: [-1, 3],
      zRange: [0.01, 2000],
      log: true,
      minimum: [1, 1],
      azimuths: [-45, 0, 45],
      alt: "Rosenbrock's ravine",
      caption: "Rosenbrock's ravine. Its floor is curved, and lowest at (1, 1).",
    }),
  ],
  [
    "learningCurves, training and validation",
    learningCurves({
      series: [
        { name: "no penalty", y: falling(0.15, 0), validation: falling(0.12, 0.02) },
        { name: "weight decay", y: falling(0.1, 0.001), validation: falling(0.09, 0.004) },
      ],
      yLabel: "loss",
      marks: [{ x: 12, text: "stop here" }],
      alt: "Two trainings",
      caption: "Two trainings. Without a penalty the validation loss rises again.",
    }),
  ],
  [
    "learningCurves, one, in powers of ten",
    learningCurves({
      series: [{ name: "loss", y: falling(0.3, 0) }],
      yLabel: "training loss",
      log: true,
      alt: "One training",
      caption: "One training. The loss falls along a straight line.",
    }),
  ],
  [
    "learningCurves, five that end together",
    learningCurves({
      series: ["SGD", "momentum", "Adagrad", "RMSProp", "Adam"].map((name, k) => ({
        name,
        y: falling(0.1 + 0.01 * k, 0),
      })),
      yLabel: "loss",
      alt: "Five optimizers",
      caption: "Five optimizers. They end close together.",
    }),
  ],
  [
    "barsWithErrors, with a baseline",
    barsWithErrors({
      bars: [
        { name: "plain network, no regularization at all", mean: 0.87, spread: 0.031 },
        { name: "dropout 0.5", mean: 0.91, spread: 0.02, marked: true },
        { name: "weight decay", mean: 0.905, spread: 0.012 },
      ],
      label: "test accuracy",
      baseline: { value: 0.1, name: "guessing" },
      range: [0, 1],
      alt: "Three networks",
      caption: "Three networks. The second is the best.",
    }),
  ],
  [
    "barsWithErrors, powers of ten, one alone",
    barsWithErrors({
      bars: [{ name: "one", mean: 0.001 }],
      label: "error",
      log: true,
      alt: "One error",
      caption: "One error. It is small.",
    }),
  ],
  [
    "imageGrid, ten with titles",
    imageGrid({
      images: Array.from({ length: 10 }, (_, k) => ring(8, k)),
      width: 8,
      titles: Array.from({ length: 10 }, (_, k) => `${k} as ${(k * 7) % 10}`),
      marked: [3, 4],
      alt: "Ten images",
      caption: "Ten images. Two are framed.",
    }),
  ],
  [
    "imageGrid, forty without titles",
    imageGrid({
      images: Array.from({ length: 40 }, (_, k) => ring(8, k / 4)),
      width: 8,
      columns: 8,
      alt: "Forty images",
      caption: "Forty images. They grow.",
    }),
  ],
  [
    "imageGrid, signed weights, one",
    imageGrid({
      images: [[-1, 0.5, 0, 1, 0.2, -0.3]],
      width: 3,
      signed: true,
      titles: ["weights of a unit"],
      alt: "Weights",
      caption: "Weights. Blue ones are positive.",
    }),
  ],
  ["computationGraph, three edges", chain()],
  ["six panels: histograms", sixHistograms()],
  ["log axes, bars, whiskers, an empty cell", mixture()],
];
