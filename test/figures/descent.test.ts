import { describe, expect, test } from "vitest";
import { activationsThroughLayers } from "../../src/figures/descent/activations-through-layers.js";
import { classSorted } from "../../src/figures/descent/class-sorted.js";
import { descentOnCurve } from "../../src/figures/descent/descent-on-curve.js";
import { doubleWellOpened } from "../../src/figures/descent/double-well-opened.js";
import { fogSurface } from "../../src/figures/descent/fog-surface.js";
import { gradientNoise } from "../../src/figures/descent/gradient-noise.js";
import { inputScales } from "../../src/figures/descent/input-scales.js";
import { optimizerRace } from "../../src/figures/descent/optimizer-race.js";
import { rateSweep } from "../../src/figures/descent/rate-sweep.js";
import { ravinePaths } from "../../src/figures/descent/ravine-paths.js";
import { saddleEscape } from "../../src/figures/descent/saddle-escape.js";
import { scheduleCurves } from "../../src/figures/descent/schedule-curves.js";
import { stochasticPaths } from "../../src/figures/descent/stochastic-paths.js";
import { surfacePaths } from "../../src/figures/descent/surface-paths.js";
import { threeRates } from "../../src/figures/descent/three-rates.js";
import { youDescend } from "../../src/figures/descent/you-descend.js";
import { zeroInit } from "../../src/figures/descent/zero-init.js";
import type { Figure } from "../../src/figures/figure.js";
import { sigmoid } from "../../src/math/activations.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { descentEnd, descentSteps } from "../../src/math/descent.js";
import { adam } from "../../src/math/optimizers/adam.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { cosineDecay } from "../../src/math/schedules.js";
import { openDoubleWell, ravine, rosenbrock } from "../../src/math/surfaces.js";
import { tensor } from "../../src/math/tensor.js";
import { FINITE_DIFFERENCE } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "../math/agree.js";

/** The last point of a trace. */
function end({ data }: Figure, trace: number): [number, number] {
  const found = data[trace]!;
  if (found.type !== "scatter") throw new Error(`trace ${trace} is no scatter trace`);
  return [Number(found.x.at(-1)), Number(found.y.at(-1))];
}

describe("a plotted point is the library's", () => {
  test("the loss in the fog has the slope of its value", () => {
    for (const place of [
      [-3, 3],
      [0.5, -2],
    ]) {
      const slope = numericalGradient((w) => fogSurface.value(tensor(w)), place);
      expectAgreement(fogSurface.gradient(tensor(place)), slope, FINITE_DIFFERENCE);
    }
  });

  test("youDescend adds up the steps", () => {
    const walk = youDescend({
      steps: [
        [1, 0],
        [0, -2],
      ],
    });
    const path = walk.data.findIndex(
      ({ type, ...rest }) =>
        "mode" in rest && rest.mode === "lines+markers" && rest.marker?.symbol === "circle",
    );
    expect(end(walk, path)).toEqual([-2, 1]);
    expect(walk.caption).not.toContain("away");
    expect(
      youDescend({
        steps: [
          [1, 0],
          [0, -2],
        ],
        lifted: true,
      }).caption,
    ).toContain("4.47 away");
  });

  test("descentOnCurve and ravinePaths end where the descent does", () => {
    expect(end(descentOnCurve({ rates: [0.25] }), 1)[0]).toBeCloseTo(3 + 4 * 0.5 ** 10, 6);
    const last = descentEnd(
      descentSteps(ravine(20), [10, 1], gradientDescent(0.05), { steps: 40 }),
    );
    const [x, y] = end(ravinePaths({ kappa: 20, rates: [0.05] }), 1);
    expect([x, y]).toEqual([...last.w.data].map((w) => Number(w.toPrecision(8))));
  });

  test("threeRates multiplies by |1 − 2η| a step", () => {
    expect(threeRates({ rates: [0.1, 0.25], steps: 5 }).caption).toContain(
      `ends at ${4 * 0.5 ** 5}`,
    );
  });

  test("the saddle is left after as many steps as the growth by 1.1 says", () => {
    const steps = Math.ceil(Math.log(1e9) / Math.log(1.1));
    expect(saddleEscape({ offsets: [1e-9] }).caption).toContain(`1 after ${steps} steps`);
  });

  test("the opened well is left for its lowest place", () => {
    const [x, y] = end(doubleWellOpened({ start: 1.5, offset: 0.01 }), 4);
    expect(Math.hypot(x - openDoubleWell.minimum!.at(0), y)).toBeLessThan(1e-4);
  });

  test("the race ends where each optimizer does, and its frames start at the start", () => {
    const racers = [gradientDescent(0.002), adam(0.5)];
    const race = { surface: rosenbrock, start: [-1.2, 1], racers, steps: 60 } as const;
    const figure = optimizerRace({ ...race, x: [-2, 2], y: [-1, 3] });
    racers.forEach((racer, i) => {
      const { w } = descentEnd(descentSteps(rosenbrock, [-1.2, 1], racer, { steps: 60 }));
      expect(end(figure, 4 + i)[0]).toBeCloseTo(w.at(0), 6);
    });
    expect(figure.frames![0]!.data[0]).toEqual({ x: [-1.2], y: [1] });
    const played = figure.layout.updatemenus![0]!.buttons[0]!.args[0];
    expect(played).toEqual(figure.frames!.map(({ name }) => name));
  });

  test("a schedule's curve is the schedule", () => {
    const rate = cosineDecay(0.2, 100);
    const curve = scheduleCurves({ steps: 100, schedules: [{ name: "cosine", rate }] });
    expect(end(curve, 0)).toEqual([99, Number(rate(99).toPrecision(8))]);
  });

  test("from zero the three units end at one number, from random weights at three", () => {
    const X = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const figure = zeroInit({
      inputs: X,
      targets: [[0], [1], [3], [2]],
      hidden: sigmoid,
      steps: 50,
      rate: 0.2,
    });
    const ends = [0, 1, 2, 3, 4, 5].map((trace) => end(figure, trace)[1]);
    expect(new Set(ends.slice(0, 3)).size).toBe(1);
    expect(new Set(ends.slice(3)).size).toBe(3);
  });

  test("standardized, the best rate arrives at once; stretched, it does not", () => {
    const figure = inputScales({ ratio: 5 });
    const away = (path: number, star: number): number => {
      const [a, b] = [end(figure, path), end(figure, star)];
      return Math.hypot(a[0] - b[0], a[1] - b[1]);
    };
    expect(away(1, 2)).toBeGreaterThan(0.3);
    expect(away(4, 5)).toBeLessThan(1e-3);
  });

  test("the noise figure measures the slope −½ of exact roots", () => {
    const sizes = [1, 4, 16];
    const spreads = sizes.map((B) => 3 / Math.sqrt(B));
    expect(gradientNoise({ sizes, spreads }).alt).toContain("slope −0.5");
  });
});

describe("bad input is refused", () => {
  const bad: readonly (readonly [string, () => Figure])[] = [
    ["a step of one number", () => youDescend({ steps: [[1]] })],
    ["a step that is no number", () => youDescend({ steps: [[Number.NaN, 1]] })],
    ["no steps", () => threeRates({ rates: [0.1], steps: 0 })],
    ["no rates", () => descentOnCurve({ rates: [] })],
    ["a ravine upside down", () => ravinePaths({ kappa: -1, rates: [0.1] })],
    ["an offset of 0", () => saddleEscape({ offsets: [0] })],
    ["a start at infinity", () => doubleWellOpened({ start: Number.POSITIVE_INFINITY, offset: 0 })],
    [
      "a path of nothing",
      () => stochasticPaths({ loss: () => 0, stochastic: [], batch: [[0, 0]] }),
    ],
    ["a noise of 0", () => gradientNoise({ sizes: [1, 2], spreads: [1, 0] })],
    [
      "curves of unequal length",
      () => classSorted({ sorted: [1, 2], shuffled: [1], stepsPerEpoch: 1 }),
    ],
    ["a ratio of 100", () => inputScales({ ratio: 100 })],
    ["no schedule", () => scheduleCurves({ schedules: [], steps: 10 })],
    [
      "a spread of 0",
      () => activationsThroughLayers({ series: [{ name: "zeros", tanh: [1, 0], relu: [1, 0] }] }),
    ],
    [
      "a training of no steps",
      () => zeroInit({ inputs: [[1]], targets: [[1]], hidden: sigmoid, steps: 0, rate: 1 }),
    ],
    [
      "a line that diverged throughout",
      () => rateSweep({ rates: [1], series: [{ name: "descent", losses: [null] }] }),
    ],
    ["no paths", () => surfacePaths({ surface: ravine(1), paths: [], x: [0, 1], y: [0, 1] })],
    [
      "no racers",
      () =>
        optimizerRace({
          surface: ravine(1),
          start: [1, 1],
          racers: [],
          steps: 5,
          x: [0, 1],
          y: [0, 1],
        }),
    ],
  ];

  test.each(bad)("%s", (_, draw) => {
    expect(draw).toThrow(ValueError);
  });
});
