/** Chapter 3, how wrong a measured slope is for each step h: a V on log axes, Eq. (3.2). */
import { centralDifference } from "../../math/central-difference.js";
import { ValueError } from "../../math/value-error.js";
import { finite, valuesOf } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import { houseLayout, logAxis } from "../style.js";

const CALL = "twiddleError";
/** Steps from 10⁻¹ to 10⁻¹⁴, four to a power of ten. */
const POWERS = Array.from({ length: 53 }, (_, i) => -1 - i / 4);
/** Nothing smaller is drawn: a measurement that hits the truth by luck has no logarithm. */
const FLOOR = 1e-13;

/** What {@link twiddleError} draws. */
export interface TwiddleErrorOptions {
  /** The function whose slope is measured. */
  readonly f: (w: number) => number;
  /** The true slope there. */
  readonly slope: number;
  /** Where. */
  readonly at: number;
}

/** What a nudge of one size finds. */
export interface TwiddleMeasurement {
  readonly h: number;
  /** Distance of `(f(w + h) − f(w)) / h` from the true slope. */
  readonly oneSided: number;
  /** Distance of `(f(w + h) − f(w − h)) / 2h`, Eq. (3.2), from the true slope. */
  readonly central: number;
}

/**
 * The error of a measured slope against the step h, Eq. (3.2), both ways of nudging: it falls with h
 * until rounding takes over, and then rises.
 *
 * @throws {@link ValueError} if an argument is not finite, or f is not a function
 *
 * @example
 * twiddleError({ f: (w) => w ** 3, slope: 12, at: 2 }).alt; // => "Error of a measured slope against the step h"
 */
export function twiddleError(options: TwiddleErrorOptions): Figure {
  const measured = twiddleMeasurements(options);
  const path = (pick: (m: TwiddleMeasurement) => number): Path =>
    measured.map((m) => [m.h, Math.max(FLOOR, pick(m))]);
  const best = (pick: (m: TwiddleMeasurement) => number): TwiddleMeasurement =>
    measured.reduce((a, b) => (pick(b) < pick(a) ? b : a));
  const [central, oneSided] = [best((m) => m.central), best((m) => m.oneSided)];
  const top = 10 * Math.max(1e-12, ...measured.flatMap((m) => [m.oneSided, m.central]));
  return figure({
    alt: "Error of a measured slope against the step h",
    caption:
      `How far a measured slope is from the true one, ${numberText(options.slope)}, for steps h from 0.1 (right) down to 10⁻¹⁴ (left); both axes count in powers of ten. ` +
      `Dashed: a nudge to one side only, best at h = ${numberText(oneSided.h)}. Solid: a nudge to both sides, best at h = ${numberText(central.h)}, with an error of ${numberText(central.central)}. ` +
      (central.central === 0
        ? "Where a line lies on the floor, the measurement is exact."
        : "From the right both fall, the solid line twice as steeply, since its error shrinks with h². On the left both rise again: the two values are so close that rounding is all that is left of their difference."),
    data: [
      stroke(
        path((m) => m.oneSided),
        { color: VERMILLION, dash: "dash" },
        2.2,
      ),
      stroke(
        path((m) => m.central),
        { color: BLUE, dash: "solid" },
        2.8,
      ),
      dots([[oneSided.h, Math.max(FLOOR, oneSided.oneSided)]], {
        color: VERMILLION,
        symbol: "diamond",
      }),
      dots([[central.h, Math.max(FLOOR, central.central)]], { color: BLUE, symbol: "circle" }),
      words([[1e-2, top / 10]], ["one side"], "top center", { textfont: { color: VERMILLION } }),
      words([[10 ** -2.1, FLOOR * 4]], ["both sides"], "middle center", {
        textfont: { color: BLUE },
      }),
      words([[10 ** -12, top / 3]], ["rounding"], "middle center", { textfont: { color: MUTED } }),
    ],
    layout: houseLayout({
      height: 400,
      margin: { l: 70 },
      xaxis: logAxis("step <i>h</i>", [1e-14, 0.4]),
      yaxis: logAxis("error of the slope", [FLOOR / 2, top]),
    }),
  });
}

/** The measurements that {@link twiddleError} draws, largest step first. */
export function twiddleMeasurements(options: TwiddleErrorOptions): readonly TwiddleMeasurement[] {
  const slope = finite(CALL, "slope", options.slope);
  const at = finite(CALL, "at", options.at);
  const { f } = options;
  const [here] = valuesOf(CALL, "f", f, [at]);
  if (here === undefined) throw new ValueError({ operation: CALL, rule: "f has a value" }, { at });
  return POWERS.map((power) => {
    const h = 10 ** power;
    const oneSided = (f(at + h) - here) / (at + h - at);
    return {
      h,
      oneSided: Math.abs(oneSided - slope),
      central: Math.abs(centralDifference(f, at, h) - slope),
    };
  });
}
