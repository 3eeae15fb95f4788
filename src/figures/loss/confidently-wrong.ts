/** Chapter 2, why not squared error for labels: its slope vanishes where the unit is sure and wrong. */
import { sigmoid } from "../../math/activations.js";
import { binaryCrossEntropyFromLogits } from "../../math/binary-cross-entropy.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, grid, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseLayout } from "../style.js";
import { LOWER, reading, stacked, stopAt } from "./panels.js";

const CALL = "confidentlyWrong";

/** What {@link confidentlyWrong} draws. */
export interface ConfidentlyWrongOptions {
  /** The logits go from −reach to reach; from 4 to 20. */
  readonly reach: number;
  /** Logits, the stops of the slider, shape [k], all within ±reach. */
  readonly logits: VectorLike;
  /** Which of them is shown first, counted from 0. */
  readonly start?: number;
}

/**
 * For label 1, over the logit z: cross-entropy, Eq. (2.4), and the squared error of σ(z), Eq. (2.5);
 * below, the sizes of their slopes, `|σ(z) − 1|` and `2|σ(z) − 1| σ′(z)`.
 *
 * @throws {@link ValueError} if reach is not from 4 to 20, a logit is beyond it, or `start` is no stop
 *
 * @example
 * confidentlyWrong({ reach: 8, logits: [-6, 0] }).alt; // => "Slopes of cross-entropy and squared error at z = −6: 0.998 and 0.00492"
 */
export function confidentlyWrong(options: ConfidentlyWrongOptions): Figure {
  const reach = finite(CALL, "reach", options.reach);
  const logits = entries(CALL, "logits", options.logits);
  if (reach < 4 || reach > 20 || logits.some((z) => Math.abs(z) > reach)) {
    const rule = "reach lies from 4 to 20, and every logit within ±reach";
    throw new ValueError({ operation: CALL, rule }, { reach, logits });
  }
  const top = 1.08 * reach;
  const start = options.start ?? 0;
  const z = stopAt(CALL, logits, start);
  const samples = grid(-reach, reach, 241);
  const curve = (f: (z: number) => number): Path => samples.map((at) => [at, f(at)] as const);
  const point = (f: (z: number) => number, at: number): Path => [[at, f(at)]];
  const text = (at: number): string =>
    `cross-entropy: ${numberText(crossSlope(at))}<br>squared error: ${numberText(squaredSlope(at))}`;
  return figure({
    alt: `Slopes of cross-entropy and squared error at z = ${numberText(z)}: ${numberText(crossSlope(z))} and ${numberText(squaredSlope(z))}`,
    caption: caption(z, Math.min(...logits)),
    data: [
      stroke(curve(cross), { color: BLUE, dash: "solid" }, 3),
      stroke(curve(squared), { color: VERMILLION, dash: "dash" }, 3),
      words([[-0.8 * reach, 0.88 * top]], ["cross-entropy"], "middle right", {
        textfont: { color: BLUE },
      }),
      words([[-0.65 * reach, 1 + 0.1 * top]], ["squared error"], "middle center", {
        textfont: { color: VERMILLION },
      }),
      stroke(curve(crossSlope), { color: BLUE, dash: "solid" }, 3, LOWER),
      stroke(curve(squaredSlope), { color: VERMILLION, dash: "dash" }, 3, LOWER),
      dots(point(cross, z), { color: BLUE, symbol: "circle" }),
      dots(point(squared, z), { color: VERMILLION, symbol: "diamond" }),
      dots(point(crossSlope, z), { color: BLUE, symbol: "circle" }, LOWER),
      dots(point(squaredSlope, z), { color: VERMILLION, symbol: "diamond" }, LOWER),
      reading([0.52 * reach, 1.25], text(z), LOWER),
    ],
    frames: logits.map(
      (at, i): Frame => ({
        name: `z${i}`,
        traces: [6, 7, 8, 9, 10],
        data: [
          columns(point(cross, at)),
          columns(point(squared, at)),
          columns(point(crossSlope, at)),
          columns(point(squaredSlope, at)),
          { text: [text(at)] },
        ],
      }),
    ),
    layout: houseLayout({
      height: 560,
      margin: { b: 130 },
      ...stacked({
        horizontal: "logit <i>z</i>, label 1",
        across: [-1.05 * reach, 1.05 * reach],
        upper: ["loss", [0, top]],
        lower: ["size of the slope", [0, 1.6], { tickvals: [0, 0.5, 1] }],
      }),
      sliders: [
        houseSlider({
          prefix: "<i>z</i> = ",
          labels: logits.map(numberText),
          frames: logits.map((_, i) => `z${i}`),
          active: start,
        }),
      ],
    }),
  });
}

function cross(z: number): number {
  return binaryCrossEntropyFromLogits(z, 1);
}

function squared(z: number): number {
  return sigmoid(-z) ** 2;
}

function crossSlope(z: number): number {
  return sigmoid(-z);
}

function squaredSlope(z: number): number {
  return 2 * sigmoid(-z) * sigmoid.derivative(z);
}

function caption(z: number, worst: number): string {
  return (
    "The label is 1, so the left half is wrong, and the far left is sure and wrong. Above, the losses over the logit: cross-entropy keeps rising to the left, squared error ends on a plateau at 1. " +
    "Below, the sizes of their slopes, which are what pulls the unit to the right: the solid one goes to 1, the dashed one is a bump near 0 and vanishes on both sides. " +
    `At z = ${numberText(z)} they are ${numberText(crossSlope(z))} and ${numberText(squaredSlope(z))}; at z = ${numberText(worst)} they are ${numberText(crossSlope(worst))} and ${numberText(squaredSlope(worst))}.`
  );
}
