/** Chapter 3, why slopes multiply, Eq. (3.5): a small step is stretched by one function, then by the next. */
import { centralDifference } from "../../math/central-difference.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike, valuesOf } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, FAINT, GREEN, INK, MUTED, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";

const CALL = "chainOfRates";
const STEP = 0.25;
const LINES = [2, 1, 0] as const;

/** What {@link chainOfRates} draws. */
export interface ChainOfRatesOptions {
  /** The first function, z = h(s). */
  readonly h: (s: number) => number;
  /** The second function, C = g(z). */
  readonly g: (z: number) => number;
  /** Values of s, the stops of the slider. */
  readonly at: VectorLike;
  /** The stop it starts at, counted from 0. */
  readonly start?: number;
}

/** One stop: the three values and both slopes. */
interface Stop {
  readonly values: readonly [number, number, number];
  readonly moved: readonly [number, number, number];
  readonly slopes: readonly [number, number];
}

/**
 * Three number lines, s, z = h(s) and C = g(z), Eq. (3.5): a step of s, and what becomes of it on the
 * other two. Its length is multiplied by h′(s), then by g′(z).
 *
 * @throws {@link ValueError} if a value is not finite, or there is no such stop
 *
 * @example
 * chainOfRates({ h: (s) => 2 * s, g: (z) => 3 * z, at: [1] }).alt; // => "At s = 1 a step is stretched by 2 and then by 3"
 */
export function chainOfRates(options: ChainOfRatesOptions): Figure {
  const at = entries(CALL, "at", options.at);
  const start = options.start ?? 0;
  if (at[start] === undefined) {
    throw new ValueError({ operation: CALL, rule: "start is a stop of the slider" }, { start });
  }
  const stops = at.map((s) => stopOf(options, s));
  const everything = stops.flatMap(({ values, moved }) => [...values, ...moved]);
  const [low, high] = [Math.min(...everything), Math.max(...everything)];
  const room = 0.06 * Math.max(1, high - low);
  const range = [low - 3.2 * room, high + room] as const;
  const first = stops[start]!;
  return figure({
    alt: `At s = ${numberText(at[start]!)} a step is stretched by ${numberText(first.slopes[0])} and then by ${numberText(first.slopes[1])}`,
    caption:
      `Three number lines of one scale: s on top, z = h(s) below it, C = g(z) at the bottom. A step of ${numberText(STEP)} is taken on the first one; the bars show what it has become on the others. ` +
      `At s = ${numberText(at[start]!)} the first function stretches it by h′(s) = ${numberText(first.slopes[0])} and the second by g′(z) = ${numberText(first.slopes[1])} (and a little more, because the step is not tiny): together by ${numberText(first.slopes[0] * first.slopes[1])}. ` +
      "Move the slider: the stretch of the second function depends on where the first one has put z; a negative factor turns the step around.",
    data: [
      ...LINES.map((y) =>
        stroke(
          [
            [low - room, y],
            [high + room, y],
          ],
          { color: FAINT, dash: "solid" },
          1.5,
        ),
      ),
      ...ticks(low, high),
      words(
        LINES.map((y) => [range[0], y] as const),
        ["<i>s</i>", "<i>z</i>", "<i>C</i>"],
        "middle right",
        { textfont: { size: 17, color: INK } },
      ),
      ...marks(first),
    ],
    frames: stops.map(
      (stop, i): Frame => ({ name: `s${i}`, traces: MOVING, data: marks(stop).map(patch) }),
    ),
    layout: houseLayout({
      height: 400,
      margin: { l: 12, r: 12, t: 12, b: 110 },
      hovermode: false,
      xaxis: hiddenAxis(range),
      yaxis: hiddenAxis([-0.45, 2.4]),
      sliders: [
        houseSlider({
          prefix: "<i>s</i> = ",
          labels: at.map(numberText),
          frames: at.map((_, i) => `s${i}`),
          active: start,
          above: 34,
        }),
      ],
    }),
  });
}

/** Three lines, their ticks and tick numbers, the names: what comes after them moves. */
const FIXED = 3 + 2 + 1;
const MOVING = [0, 1, 2, 3, 4, 5].map((k) => FIXED + k);

function stopOf({ h, g }: ChainOfRatesOptions, s: number): Stop {
  const through = (x: number): readonly [number, number, number] => {
    const z = valuesOf(CALL, "h", h, [x])[0]!;
    return [x, z, valuesOf(CALL, "g", g, [z])[0]!];
  };
  const values = through(s);
  const slope = (f: (x: number) => number, x: number): number =>
    Number(finite(CALL, "slope", centralDifference(f, x)).toPrecision(6));
  return { values, moved: through(s + STEP), slopes: [slope(h, s), slope(g, values[1])] };
}

/** The connecting band, a bar on each line, the points, the factors. */
function marks({ values, moved, slopes }: Stop): ScatterTrace[] {
  const joint = (ends: readonly number[]): Path => LINES.map((y, i) => [ends[i]!, y] as const);
  const bar = (i: 0 | 1 | 2, color: string): ScatterTrace =>
    stroke(
      [
        [values[i], LINES[i]],
        [moved[i], LINES[i]],
      ],
      { color, dash: "solid" },
      9,
    );
  /** Right of the band, on the side to which its right edge leans away. */
  const beside = (i: 0 | 1): readonly [number, number] => {
    const upper = Math.max(values[i], moved[i]);
    const lower = Math.max(values[i + 1]!, moved[i + 1]!);
    const lift = lower >= upper ? 0.16 : -0.16;
    return [(upper + lower) / 2, (LINES[i] + LINES[i + 1]!) / 2 + lift];
  };
  return [
    stroke([...joint(values), null, ...joint(moved)], { color: MUTED, dash: "dot" }, 1.4),
    bar(0, BLUE),
    bar(1, GREEN),
    bar(2, VERMILLION),
    dots(joint(values), { color: INK, symbol: "circle" }),
    words(
      [beside(0), beside(1)],
      [`× ${numberText(slopes[0])}`, `× ${numberText(slopes[1])}`],
      "middle right",
      { textfont: { size: 16 } },
    ),
  ];
}

function patch(trace: ScatterTrace): Pick<ScatterTrace, "x" | "y" | "text"> {
  const { x, y, text } = trace;
  return text === undefined ? { x, y } : { x, y, text };
}

function ticks(low: number, high: number): ScatterTrace[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
  const step = power * ([1, 2, 5].find((n) => n * power >= rough) ?? 10);
  const from = Math.ceil(low / step);
  const at = Array.from(
    { length: Math.floor(high / step) - from + 1 },
    (_, i) => (from + i) * step,
  );
  const strokes: Path = at.flatMap((x) =>
    LINES.flatMap((y) => [[x, y - 0.05] as const, [x, y + 0.05] as const, null]),
  );
  return [
    { ...stroke([], { color: FAINT, dash: "solid" }, 1.2), ...columns(strokes) },
    words(
      at.flatMap((x) => LINES.map((y) => [x, y - 0.08] as const)),
      at.flatMap((x) => LINES.map(() => numberText(x))),
      "bottom center",
      { textfont: { size: 13, color: MUTED } },
    ),
  ];
}
