/** Chapter 2, the same loss by a detour and directly: where the literal form leaves the safe one, Eq. (2.4). */
import { binaryCrossEntropyFromLogits } from "../../math/binary-cross-entropy.js";
import { naiveBinaryCrossEntropy } from "../../math/naive-losses.js";
import { ValueError } from "../../math/value-error.js";
import { finite, grid } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout, logAxis } from "../style.js";
import { LOWER, stacked } from "./panels.js";

const CALL = "stabilityGap";
/** Below this a relative error is a matter of the last digit, and drawn as this. */
const FLOOR = 1e-17;

/**
 * Binary cross-entropy for label 0 over the logit z: `−ln(1 − σ(z))`, Eq. (2.3), taken literally,
 * beside Eq. (2.4); below, the relative error of the first, on a log axis, up to where it is infinite.
 *
 * @param to - right end of the logits, from 40 to 60
 * @throws {@link ValueError} if `to` is outside that range
 *
 * @example
 * stabilityGap({ to: 45 }).alt; // => "The literal loss is infinite from z = 36.7 on"
 */
export function stabilityGap({ to }: { readonly to: number }): Figure {
  if (!(finite(CALL, "to", to) >= 40 && to <= 60)) {
    throw new ValueError({ operation: CALL, rule: "to must lie from 40 to 60" }, { to });
  }
  const logits = grid(0, to, Math.round(to * 20) + 1);
  const literal = (z: number): number => naiveBinaryCrossEntropy(z, 0);
  const exact = (z: number): number => binaryCrossEntropyFromLogits(z, 0);
  const error = (z: number): number => Math.abs(literal(z) - exact(z)) / exact(z);
  const whole = logits.filter((z) => literal(z) < Number.POSITIVE_INFINITY);
  const wall = whole[whole.length - 1]!;
  const along = (points: readonly number[], f: (z: number) => number): Path =>
    points.map((z) => [z, f(z)] as const);
  const percent = whole.find((z) => error(z) > 1e-3)!;
  const top = 1.12 * to;
  const visible = whole.map((z): readonly [number, number] => [z, Math.max(FLOOR, error(z))]);
  const mark = { color: MUTED, dash: "dot" } as const;
  const panels = stacked({
    horizontal: "logit <i>z</i>, label 0",
    across: [0, to],
    upper: ["loss", [0, top]],
    lower: ["", [0, 1]],
  });
  return figure({
    alt: `The literal loss is infinite from z = ${numberText(wall)} on`,
    caption: caption(wall, percent, literal(36), exact(36)),
    data: [
      stroke(
        along(
          logits.filter((_, i) => i % 20 === 0),
          exact,
        ),
        { color: BLUE, dash: "solid" },
        5,
        {
          opacity: 0.4,
        },
      ),
      stroke(along(whole, literal), { color: VERMILLION, dash: "solid" }, 2),
      stroke(
        [
          [wall, 0],
          [wall, top],
        ],
        mark,
        1.5,
      ),
      words([[0.97 * wall, 0.12 * top]], ["literally: ∞ from here →"], "middle left", {
        textfont: { color: VERMILLION },
      }),
      words(
        [[0.24 * to, 0.66 * top]],
        ["broad: from the logit<br>thin: literally"],
        "middle center",
      ),
      stroke(visible, { color: VERMILLION, dash: "solid" }, 1.5, LOWER),
      stroke(
        [
          [wall, FLOOR],
          [wall, 1],
        ],
        mark,
        1.5,
        LOWER,
      ),
    ],
    layout: houseLayout({
      height: 520,
      margin: { l: 76 },
      ...panels,
      xaxis2: houseAxis("logit <i>z</i>, label 0", [0, to], { anchor: "y2" }),
      yaxis2: logAxis("relative error", [FLOOR, 1], {
        domain: [0, 0.46],
        anchor: "x2",
        tickvals: [1e-16, 1e-12, 1e-8, 1e-4, 1],
        ticktext: ["10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴", "1"],
      }),
    }),
  });
}

function caption(wall: number, percent: number, literal: number, exact: number): string {
  return (
    "Above, the loss for label 0 over the logit z, twice: the broad line is computed from the logit, the thin one by a sigmoid and then a logarithm. " +
    `The thin line frays, says ${numberText36(literal)} instead of ${numberText36(exact)} at z = 36, and ends at z = ${numberText(wall)}, where it becomes infinite. ` +
    "Below, its relative error on a scale of powers of ten: one straight climb, because each step of z makes the error e times as large, " +
    `from the last digit at z = 0 to a thousandth at z = ${numberText(percent)}.`
  );
}

function numberText36(value: number): string {
  return value.toFixed(4);
}
