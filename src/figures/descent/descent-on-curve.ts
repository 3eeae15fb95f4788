/** Chapter 4, gradient descent on a parabola, Eq. (4.1): where each step lands, a slider over the rate. */
import { entries, finite, grid, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { columns, dots, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK, MUTED } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";
import { type Place, trail, WALK } from "./landscape.js";

const CALL = "descentOnCurve";
const MINIMUM = 3;
const STEPS = 10;
const X = [-3.5, 9.5] as const;
const Y = [-3, 42] as const;

/** What {@link descentOnCurve} draws. */
export interface DescentOnCurveOptions {
  /** The stops of the slider, `[k]`. */
  readonly rates: VectorLike;
  /** Where to start; 7 if absent. */
  readonly start?: number;
  /** Which rate is shown first, counted from 0; the first if absent. */
  readonly shown?: number;
}

/**
 * Ten steps on `J(w) = (w − 3)²` by `W ← W − η ∂J/∂W`, Eq. (4.1), for each of some rates.
 *
 * @throws {@link ValueError} if a rate or the start is not a finite number
 *
 * @example
 * descentOnCurve({ rates: [0.25] }).alt; // => "10 steps down a parabola with η = 0.25: to 3"
 */
export function descentOnCurve(options: DescentOnCurveOptions): Figure {
  const rates = entries(CALL, "rates", options.rates);
  const start = finite(CALL, "start", options.start ?? 7);
  const shown = Math.min(Math.max(options.shown ?? 0, 0), rates.length - 1);
  const walks = rates.map((rate) => walk(start, rate));
  const ends = walks.map((w) => w[w.length - 1]!);
  const drawn = walks.map((w) => w.map((at): Place => [at, height(at)]).filter(inView));
  const label = (i: number): string => `after ${STEPS} steps: <i>w</i> = ${numberText(ends[i]!)}`;
  const curve = grid(X[0], X[1], 161).map((w): Place => [w, height(w)]);
  return figure({
    alt: `${STEPS} steps down a parabola with η = ${numberText(rates[shown]!)}: to ${numberText(ends[shown]!)}`,
    caption:
      `The parabola (w − 3)², and ${STEPS} steps of gradient descent from w = ${numberText(start)}; the star is the lowest place. ` +
      `Each stop of the slider is another learning rate: ${rates.map((rate, i) => `η = ${numberText(rate)} ends at ${numberText(ends[i]!)}`).join(", ")}. ` +
      "Look at the side on which the points lie: up to η = 0.5 all on the right, above it left and right in turn, and from η = 1 on they come no nearer.",
    data: [
      stroke(curve, { color: MUTED, dash: "solid" }, 2),
      trail(drawn[shown]!, WALK),
      dots([[MINIMUM, 0]], { color: INK, symbol: "star" }),
      words([[MINIMUM, 39]], [label(shown)], "middle center"),
    ],
    frames: rates.map((_, i) => ({
      name: `rate${i}`,
      traces: [1, 3],
      data: [columns(drawn[i]!), { text: [label(i)] }],
    })),
    layout: houseLayout({
      height: 430,
      margin: { b: 130 },
      xaxis: houseAxis("weight <i>w</i>", X),
      yaxis: houseAxis("loss <i>J</i>", Y),
      sliders: [
        houseSlider({
          prefix: "<i>η</i> = ",
          labels: rates.map(numberText),
          frames: rates.map((_, i) => `rate${i}`),
          active: shown,
        }),
      ],
    }),
  });
}

function height(w: number): number {
  return (w - MINIMUM) ** 2;
}

function walk(start: number, rate: number): number[] {
  const visited = [start];
  for (let step = 0; step < STEPS; step++) {
    const w = visited[step]!;
    visited.push(w - rate * 2 * (w - MINIMUM)); // (4.1)
  }
  return visited;
}

function inView([w, J]: Place): boolean {
  return w >= X[0] && w <= X[1] && J <= Y[1];
}
