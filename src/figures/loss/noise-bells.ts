/** Chapter 2, where squared error comes from: a bell of noise around every prediction of a line. */
import { meanSquaredError } from "../../math/mean-squared-error.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, grid, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, MUTED, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";
import { reading, stopAt } from "./panels.js";

const CALL = "noiseBells";

/** What {@link noiseBells} draws. */
export interface NoiseBellsOptions {
  /** Inputs and targets, shape [n]; the inputs at least 1 apart. */
  readonly x: VectorLike;
  readonly y: VectorLike;
  /** Weights of the line ŷ = wx, the stops of the slider, shape [k]. */
  readonly weights: VectorLike;
  /** Width of each bell. */
  readonly std: number;
  /** Which weight is shown first, counted from 0. */
  readonly start?: number;
}

/**
 * A line `ŷ = w x` with a normal density of width `std` around each prediction, drawn sideways; the
 * density at each target is the length of its bar. Their product is the likelihood, whose
 * logarithm is squared error, Eq. (2.5), but for a factor and a constant.
 *
 * @throws {@link ValueError} if x and y differ in length, std is not positive, or `start` is no stop
 *
 * @example
 * noiseBells({ x: [1, 2], y: [1, 2], weights: [1], std: 1 }).alt; // => "A bell of noise around each prediction of the line 1·x"
 */
export function noiseBells(options: NoiseBellsOptions): Figure {
  const x = entries(CALL, "x", options.x);
  const y = entries(CALL, "y", options.y, x.length);
  const weights = entries(CALL, "weights", options.weights);
  const start = options.start ?? 0;
  const w = stopAt(CALL, weights, start);
  const std = finite(CALL, "std", options.std);
  if (std <= 0) throw new ValueError({ operation: CALL, rule: "std must be positive" }, { std });
  const peak = 1 / (std * Math.sqrt(2 * Math.PI));
  const density = (gap: number): number => peak * Math.exp(-(gap ** 2) / (2 * std ** 2));
  // The tallest bell is 0.8 wide in units of x.
  const stretch = 0.8 / peak;
  const bells = (weight: number): Path =>
    x.flatMap((xi) => [
      ...grid(-3 * std, 3 * std, 61).map(
        (gap) => [xi + stretch * density(gap), weight * xi + gap] as const,
      ),
      null,
    ]);
  const bars = (weight: number): Path =>
    x.flatMap((xi, i) => [
      [xi, y[i]!] as const,
      [xi + stretch * density(y[i]! - weight * xi), y[i]!] as const,
      null,
    ]);
  const all = [...weights.flatMap((weight) => bells(weight).flatMap((p) => p?.[1] ?? [])), ...y];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const heights = [low - 0.2, high + 0.24 * (high - low)] as const;
  const across = [Math.min(...x, 0) - 0.3, Math.max(...x) + 1.1] as const;
  const line = (weight: number): Path => across.map((end) => [end, weight * end] as const);
  const likelihood = (weight: number): number =>
    x.reduce((product, xi, i) => product * density(y[i]! - weight * xi), 1);
  const J = (weight: number): number =>
    meanSquaredError(
      x.map((xi) => weight * xi),
      [...y],
    );
  const text = (weight: number): string =>
    `product of the densities ${numberText(likelihood(weight))}<br>squared error ${numberText(J(weight))}`;
  const middle = (across[0] + across[1]) / 2;
  return figure({
    alt: `A bell of noise around each prediction of the line ${numberText(w)}·x`,
    caption: caption(weights, w, std, likelihood, J),
    data: [
      stroke(bells(w), { color: MUTED, dash: "solid" }, 1.8),
      stroke(line(w), { color: BLUE, dash: "solid" }, 3),
      stroke(bars(w), { color: VERMILLION, dash: "solid" }, 4),
      dots(
        x.map((xi, i) => [xi, y[i]!] as const),
        { color: INK, symbol: "circle" },
      ),
      reading([middle, heights[1] - 0.1 * (heights[1] - heights[0])], text(w)),
    ],
    frames: weights.map(
      (weight, i): Frame => ({
        name: `w${i}`,
        traces: [0, 1, 2, 4],
        data: [
          columns(bells(weight)),
          columns(line(weight)),
          columns(bars(weight)),
          { text: [text(weight)] },
        ],
      }),
    ),
    layout: houseLayout({
      height: 500,
      margin: { b: 130 },
      xaxis: houseAxis("<i>x</i>", across),
      yaxis: houseAxis("<i>y</i>", heights),
      sliders: [
        houseSlider({
          prefix: "<i>w</i> = ",
          labels: weights.map(numberText),
          frames: weights.map((_, i) => `w${i}`),
          active: start,
        }),
      ],
    }),
  });
}

function caption(
  weights: readonly number[],
  w: number,
  std: number,
  likelihood: (w: number) => number,
  J: (w: number) => number,
): string {
  const best = weights.reduce((a, b) => (likelihood(b) > likelihood(a) ? b : a));
  return (
    `A line through the origin with the slope w = ${numberText(w)}; at each input stands a bell of width ${numberText(std)}, turned on its side and centred on the line. ` +
    "The thick bar at each target is as long as the bell is wide there: that is the density of the target. " +
    `Here the product of the densities is ${numberText(likelihood(w))} and the squared error ${numberText(J(w))}. ` +
    `Of the slider's weights, w = ${numberText(best)} has the largest product, ${numberText(likelihood(best))}, and the least squared error, ${numberText(J(best))}.`
  );
}
