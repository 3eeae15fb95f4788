/** Chapter 4, the noise of a mini-batch gradient, Eq. (4.3), over the size of the batch: 1/√B. */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED } from "../palette.js";
import { houseLayout, logAxis } from "../style.js";

const CALL = "gradientNoise";

/** What {@link gradientNoise} draws. */
export interface GradientNoiseOptions {
  /** Batch sizes B, at least two, `[k]`. */
  readonly sizes: VectorLike;
  /** Typical distance of a batch's gradient from the full one, `[k]`. */
  readonly spreads: VectorLike;
}

/**
 * Measured gradient noise over the batch size, both in powers, and the line `1/√B` through the first
 * point.
 *
 * @throws {@link ValueError} if there are not as many spreads as sizes, or one is not above 0
 *
 * @example
 * gradientNoise({ sizes: [1, 4], spreads: [2, 1] }).alt; // => "Gradient noise over the batch size falls with the slope −0.5"
 */
export function gradientNoise(options: GradientNoiseOptions): Figure {
  const sizes = entries(CALL, "sizes", options.sizes);
  const spreads = entries(CALL, "spreads", options.spreads, sizes.length);
  if (sizes.length < 2 || ![...sizes, ...spreads].every((value) => value > 0)) {
    const rule = "there must be two sizes or more, and all numbers above 0";
    throw new ValueError({ operation: CALL, rule }, { sizes, spreads });
  }
  const slope = slopeOf(sizes.map(Math.log), spreads.map(Math.log));
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const root = (B: number): number => spreads[0]! * Math.sqrt(sizes[0]! / B);
  const measured = sizes.map((B, i): [number, number] => [B, spreads[i]!]);
  const theory: Path = [
    [low / 1.4, root(low / 1.4)],
    [high * 1.4, root(high * 1.4)],
  ];
  const heights = [...spreads, root(low / 1.4), root(high * 1.4)];
  const reach = [Math.min(...heights) / 1.3, Math.max(...heights) * 1.3] as const;
  const ticks = ticksWithin(reach);
  return figure({
    alt: `Gradient noise over the batch size falls with the slope ${numberText(Number(slope.toFixed(2)))}`,
    caption:
      `How far the gradient of a batch typically lies from the full one, over the size of the batch; both axes have powers of ten. Points are measured: ${sizes
        .map((B, i) => `${numberText(spreads[i]!)} at B = ${numberText(B)}`)
        .join(", ")}. ` +
      `The dashed line is 1/√B through the first point. The points fall with the slope ${numberText(Number(slope.toFixed(2)))}, close to −½: four times the batch, half the noise.`,
    data: [
      stroke(theory, { color: MUTED, dash: "dash" }, 2),
      dots(measured, { color: BLUE, symbol: "circle" }),
      words(
        [[Math.sqrt(low * high) * 1.15, root(Math.sqrt(low * high)) * 1.15]],
        ["1/√<i>B</i>"],
        "top right",
        { textfont: { color: MUTED } },
      ),
    ],
    layout: houseLayout({
      height: 380,
      xaxis: logAxis("batch size <i>B</i>", [low / 1.6, high * 1.6], {
        tickvals: sizes,
        ticktext: sizes.map(numberText),
      }),
      yaxis: logAxis("gradient noise", reach, { tickvals: ticks, ticktext: ticks.map(numberText) }),
    }),
  });
}

/** 1, 2 and 5 times powers of ten. */
function ticksWithin([from, to]: readonly [number, number]): number[] {
  const powers = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))] as const;
  const decades = Array.from({ length: powers[1] - powers[0] + 1 }, (_, i) => powers[0] + i);
  const all = decades.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  return all.filter((value) => value >= from && value <= to);
}

/** Slope of the least-squares line. */
function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const up = x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i]! - my), 0);
  return up / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
}
