/** Chapter 2, a coin: the likelihood of the tosses, and below it the mean negative log-likelihood. */
import { ValueError } from "../../math/value-error.js";
import { grid } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, FAINT, NORMAL, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseLayout } from "../style.js";
import { LOWER, reading, stacked } from "./panels.js";

const CALL = "likelihoodCurve";
const MOST = 200;
const TOP = 2.6;

/** The tosses, in numbers. */
export interface LikelihoodCurveOptions {
  readonly heads: number;
  readonly tails: number;
}

/**
 * The likelihood `p^heads (1 − p)^tails` of a coin over p, and below it the mean of `−ln` of the
 * probability of what came, Eq. (2.3): the top of one is the bottom of the other.
 *
 * @throws {@link ValueError} if the counts are not whole numbers with a sum from 1 to 200
 *
 * @example
 * likelihoodCurve({ heads: 7, tails: 3 }).alt; // => "Likelihood of 7 heads and 3 tails"
 */
export function likelihoodCurve({ heads, tails }: LikelihoodCurveOptions): Figure {
  const count = heads + tails;
  const whole = [heads, tails].every((one) => Number.isInteger(one) && one >= 0);
  if (!whole || count < 1 || count > MOST) {
    const rule = `heads and tails are whole numbers, together 1 to ${MOST}`;
    throw new ValueError({ operation: CALL, rule }, { heads, tails });
  }
  const likelihood = (p: number): number => p ** heads * (1 - p) ** tails;
  const loss = (p: number): number =>
    -((heads && heads * Math.log(p)) + (tails && tails * Math.log(1 - p))) / count;
  const best = heads / count;
  const stops = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const active = stops.reduce(
    (a, p, i) => (Math.abs(p - best) < Math.abs(stops[a]! - best) ? i : a),
    0,
  );
  const top = 1.15 * likelihood(best);
  const curve = (f: (p: number) => number): Path =>
    grid(0.005, 0.995, 199).map((p) => [p, f(p)] as const);
  const parts = (p: number) => ({
    upper: [[p, likelihood(p)]] as Path,
    lower: [[p, Math.min(loss(p), TOP)]] as Path,
    plumb: [
      [p, 0],
      [p, top],
    ] as Path,
    below: [
      [p, 0],
      [p, TOP],
    ] as Path,
    text: [
      `likelihood<br>${numberText(likelihood(p))}`,
      `mean surprise<br>${numberText(loss(p))}`,
    ] as const,
  });
  const first = parts(stops[active]!);
  const side = best > 0.45 ? 0.19 : 0.81;
  return figure({
    alt: `Likelihood of ${heads} heads and ${tails} tails`,
    caption: caption(heads, tails, best, likelihood(best), loss(best)),
    data: [
      stroke(curve(likelihood), { color: BLUE, dash: "solid" }, 3),
      stroke(curve(loss), { color: VERMILLION, dash: "solid" }, 3, LOWER),
      stroke(
        [
          [best, 0],
          [best, top],
        ],
        { color: NORMAL, dash: "dash" },
        1.5,
      ),
      stroke(
        [
          [best, 0],
          [best, TOP],
        ],
        { color: NORMAL, dash: "dash" },
        1.5,
        LOWER,
      ),
      stroke(first.plumb, { color: FAINT, dash: "solid" }, 1.5),
      stroke(first.below, { color: FAINT, dash: "solid" }, 1.5, LOWER),
      dots(first.upper, { color: BLUE, symbol: "circle" }),
      dots(first.lower, { color: VERMILLION, symbol: "diamond" }, LOWER),
      reading([side, 0.8 * top], first.text[0]),
      reading([best > 0.45 ? 0.4 : 0.6, 0.82 * TOP], first.text[1], LOWER),
    ],
    frames: stops.map((p, i): Frame => {
      const { upper, lower, plumb, below, text } = parts(p);
      return {
        name: `p${i}`,
        traces: [4, 5, 6, 7, 8, 9],
        data: [
          columns(plumb),
          columns(below),
          columns(upper),
          columns(lower),
          { text: [text[0]] },
          { text: [text[1]] },
        ],
      };
    }),
    layout: houseLayout({
      height: 570,
      margin: { l: 76, b: 130 },
      ...stacked({
        horizontal: "probability of heads <i>p</i>",
        across: [0, 1],
        upper: [
          "likelihood",
          [0, top],
          { tickvals: [0, likelihood(best)], ticktext: ["0", numberText(likelihood(best))] },
        ],
        lower: ["−ln likelihood / <i>n</i>", [0, TOP]],
      }),
      sliders: [
        houseSlider({
          prefix: "<i>p</i> = ",
          labels: stops.map(numberText),
          frames: stops.map((_, i) => `p${i}`),
          active,
          above: 48,
        }),
      ],
    }),
  });
}

function caption(heads: number, tails: number, best: number, most: number, least: number): string {
  return (
    `A coin fell ${heads} times on heads and ${tails} times on tails. Above, over each p, the probability of just this row; ` +
    `below, minus its logarithm for one toss. The dashed line is at p = ${numberText(best)}, the share of heads: there the likelihood has its top, ${numberText(most)}, ` +
    `and the curve below its bottom, ${numberText(least)}. The same p is best in both.`
  );
}
