/** Chapter 2, a cut through the landscape: the loss along a straight line of weights, with a test of convexity. */
import { ValueError } from "../../math/value-error.js";
import { finite, grid, interval, valuesOf } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK, MUTED, seriesStyle } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { LOWER, stacked } from "./panels.js";

const CALL = "sliceOfLoss";
const SAMPLES = 201;

/** What {@link sliceOfLoss} draws. */
export interface SliceOfLossOptions {
  /** Name of the place along the line, as in "w" or "t". */
  readonly slice: string;
  readonly from: number;
  readonly to: number;
  /** One or two losses over that place; two stand in panels of their own. */
  readonly curves: readonly { readonly name: string; readonly loss: (place: number) => number }[];
  /** Two places whose points are joined by a straight line. */
  readonly chord?: readonly [number, number];
}

/** One curve, sampled. */
interface Cut {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly range: readonly [number, number];
  /** Places of local minima, without the ends. */
  readonly hollows: readonly number[];
  readonly chord: Chord | null;
}

interface Chord {
  readonly ends: readonly [readonly [number, number], readonly [number, number]];
  /** Middle of the chord, and the curve below (or above) it. */
  readonly middle: readonly [number, number];
  readonly curve: readonly [number, number];
}

/**
 * J along a line through the space of weights, Eq. (2.2). With a chord one sees whether J is convex:
 * then the chord lies nowhere below the curve.
 *
 * @throws {@link ValueError} if there are not one or two curves, a value is not finite, or the chord
 * leaves the interval
 *
 * @example
 * sliceOfLoss({ slice: "w", from: -1, to: 1, curves: [{ name: "bowl", loss: (w) => w * w }] }).alt; // => "The loss along w: bowl"
 */
export function sliceOfLoss(options: SliceOfLossOptions): Figure {
  const [from, to] = interval(CALL, options.from, options.to);
  const { curves, slice } = options;
  if (!Array.isArray(curves) || curves.length < 1 || curves.length > 2) {
    const rule = "curves is a list of one or two losses";
    throw new ValueError({ operation: CALL, rule }, { curves });
  }
  const ends = options.chord ?? null;
  if (ends?.some((end) => finite(CALL, "chord", end) < from || end > to)) {
    const rule = "the chord lies between from and to";
    throw new ValueError({ operation: CALL, rule }, { chord: ends });
  }
  const cuts = curves.map(({ name, loss }) => cutOf(name, loss, grid(from, to, SAMPLES), ends));
  const title = `<i>${slice}</i>`;
  const [one, two] = [cuts[0]!, cuts[1]];
  return figure({
    alt: `The loss along ${slice}: ${cuts.map(({ name }) => name).join(", ")}`,
    caption: caption(slice, [from, to], cuts),
    data: cuts.flatMap((cut, k) => panel(cut, k, [from, to])),
    layout: houseLayout({
      height: two === undefined ? 360 : 480,
      ...(two === undefined
        ? { xaxis: houseAxis(title, [from, to]), yaxis: houseAxis("loss <i>J</i>", one.range) }
        : stacked({
            horizontal: title,
            across: [from, to],
            upper: ["loss <i>J</i>", one.range],
            lower: ["loss <i>J</i>", two.range],
          })),
    }),
  });
}

function cutOf(
  name: string,
  loss: (place: number) => number,
  places: readonly number[],
  ends: readonly [number, number] | null,
): Cut {
  const values = valuesOf(CALL, name, loss, places);
  const points = places.map((place, i) => [place, values[i]!] as const);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high - low || 1;
  const hollows = places.filter(
    (_, i) =>
      i > 0 && i < places.length - 1 && values[i]! < values[i - 1]! && values[i]! <= values[i + 1]!,
  );
  return {
    name,
    points,
    range: [Math.min(0, low - 0.05 * room), high + 0.25 * room],
    hollows,
    chord: ends === null ? null : chordOf(loss, ends),
  };
}

function chordOf(loss: (place: number) => number, [a, b]: readonly [number, number]): Chord {
  const [from, to] = [[a, loss(a)] as const, [b, loss(b)] as const];
  const middle = (a + b) / 2;
  return {
    ends: [from, to],
    middle: [middle, (from[1] + to[1]) / 2],
    curve: [middle, loss(middle)],
  };
}

function panel(cut: Cut, k: number, [from, to]: readonly [number, number]): ScatterTrace[] {
  const axes = k === 0 ? {} : LOWER;
  const style = seriesStyle(k);
  const [low, high] = cut.range;
  const name = words(
    [[from + 0.74 * (to - from), high - 0.09 * (high - low)]],
    [cut.name],
    "middle center",
    {
      textfont: { color: style.color },
      ...axes,
    },
  );
  const curve = stroke(cut.points, style, 3, axes);
  const hollows = dots(
    cut.hollows.map((place) => cut.points.find(([at]) => at === place)!),
    { color: INK, symbol: "triangle-up" },
    axes,
  );
  const marks = cut.hollows.length > 1 ? [hollows] : [];
  if (cut.chord === null) return [curve, ...marks, name];
  const { ends, middle, curve: onCurve } = cut.chord;
  const plumb: Path = [middle, onCurve];
  return [
    curve,
    stroke(ends, { color: MUTED, dash: "solid" }, 2, axes),
    stroke(plumb, { color: INK, dash: "dot" }, 1.5, axes),
    dots([middle], { color: MUTED, symbol: "square" }, axes),
    dots([onCurve], style, axes),
    name,
  ];
}

function caption(
  slice: string,
  [from, to]: readonly [number, number],
  cuts: readonly Cut[],
): string {
  const each = cuts.map(({ name, chord, hollows }) => {
    if (chord !== null) {
      const above = chord.middle[1] >= chord.curve[1];
      return (
        `For ${name}, the middle of the straight line is at ${numberText(chord.middle[1])} and the curve there at ${numberText(chord.curve[1])}: ` +
        (above
          ? "the line lies above, as convexity asks."
          : "the line lies below the curve, so the loss is not convex.")
      );
    }
    const count = hollows.length;
    if (count === 0) return `The curve (${name}) has no hollow here.`;
    const where = hollows.map((at) => numberText(Number(at.toPrecision(2)))).join(" and ");
    return count === 1
      ? `Look for the hollow of the curve (${name}): it lies at ${slice} = ${where}.`
      : `Look at the triangles: the curve (${name}) has ${count} hollows, at ${slice} = ${where}, and a pass between them.`;
  });
  return `The loss along a straight line through the space of weights, from ${slice} = ${numberText(from)} to ${numberText(to)}. ${each.join(" ")}`;
}
