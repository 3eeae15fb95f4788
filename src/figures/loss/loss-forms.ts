/** Chapter 2, two ways of computing one loss: equal in algebra, different in a computer. */
import { ValueError } from "../../math/value-error.js";
import { grid, interval } from "../arguments.js";
import type { Figure } from "../figure.js";
import { learningCurves } from "../learning-curves.js";
import { numberText } from "../numbers.js";

const CALL = "lossForms";
const SAMPLES = 301;

/** One way of computing the loss of a logit. */
export interface LossForm {
  readonly name: string;
  readonly loss: (z: number) => number;
}

/** What {@link lossForms} draws. */
export interface LossFormsOptions {
  /** Two ways of computing the same loss; the first is the one to trust. */
  readonly forms: readonly [LossForm, LossForm];
  /** Logits from here to there. */
  readonly from: number;
  readonly to: number;
}

/**
 * Two forms of one loss over the logit z, drawn in one panel: where they part, one of them has lost
 * its digits. A form ends where its loss is no longer finite.
 *
 * @throws {@link ValueError} if there are not two forms, the interval is empty, or a form is nowhere
 *   finite
 *
 * @example
 * const [stable, literal] = [(z) => z + Math.log1p(Math.exp(-z)), (z) => Math.log(1 + Math.exp(z))];
 * const forms = [{ name: "stable", loss: stable }, { name: "literal", loss: literal }];
 * lossForms({ forms, from: 690, to: 720 }).alt; // => "stable and literal over the logit, from 690 to 720"
 */
export function lossForms(options: LossFormsOptions): Figure {
  const { forms } = options;
  if (!Array.isArray(forms) || forms.length !== 2) {
    throw new ValueError({ operation: CALL, rule: "forms is a list of two" }, { forms });
  }
  const [from, to] = interval(CALL, options.from, options.to);
  const z = grid(from, to, SAMPLES);
  const drawn = forms.map(({ name, loss }) => {
    const all = z.map((zi) => ({ zi, loss: loss(zi) }));
    const end = all.findIndex((point) => !Number.isFinite(point.loss));
    const points = end === -1 ? all : all.slice(0, end);
    if (points.length > 1) return { name, points };
    const rule = `${name} must be finite where the interval begins`;
    throw new ValueError({ operation: CALL, rule }, { from, loss: loss(from) });
  });
  const [trusted, other] = [drawn[0]!, drawn[1]!];
  const both = Math.min(trusted.points.length, other.points.length);
  const gaps = trusted.points
    .slice(0, both)
    .map(({ zi, loss }, i) => ({ zi, gap: Math.abs(loss - other.points[i]!.loss) }));
  const widest = gaps.reduce((a, b) => (b.gap > a.gap ? b : a));
  const ends = drawn.flatMap(({ name, points }) => {
    const last = points[points.length - 1]!;
    const where = numberText(Number(last.zi.toPrecision(3)));
    return last.zi < to ? [` Beyond z = ${where}, ${name} is not a finite number.`] : [];
  });
  return learningCurves({
    series: drawn.map(({ name, points }) => ({
      name,
      x: points.map(({ zi }) => zi),
      y: points.map(({ loss }) => loss),
    })),
    xLabel: "logit <i>z</i>",
    yLabel: "loss",
    alt: `${trusted.name} and ${other.name} over the logit, from ${numberText(from)} to ${numberText(to)}`,
    caption:
      `One loss over the logit z from ${numberText(from)} to ${numberText(to)}, computed in two ways: ${trusted.name} and ${other.name}. ` +
      `Where both are finite they are at most ${numberText(Number(widest.gap.toPrecision(2)))} apart, at z = ${numberText(Number(widest.zi.toPrecision(3)))}.${ends.join("")}`,
  });
}
