/** Chapter 5, under- and overfitting: polynomials of growing degree through a few noisy points. */
import type { Tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike, valuesOf } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { columns, dots, type Path, spaced, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, MUTED, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";

const CALL = "polynomialFit";

/** What {@link polynomialFit} draws. */
export interface PolynomialFitOptions {
  /** The points that were learned from: x `[n, 1]`, y `[n]`. */
  readonly points: { readonly x: Tensor; readonly y: Tensor };
  /** The curve behind the points. */
  readonly truth: (x: number) => number;
  /** Where the curves were evaluated, rising, shape [k]. */
  readonly across: VectorLike;
  /** The fits of degree 1, 2, 3 …, each with its values there, shape [k]. */
  readonly curves: readonly VectorLike[];
  /** Degree that is shown first, counted from 0: the position in `curves`. */
  readonly start?: number;
}

/**
 * Polynomials of degree 1, 2, 3 … through the same points; a slider chooses the degree.
 *
 * @throws {@link ValueError} if there is no curve, or one has not as many values as `across`
 *
 * @example
 * const points = { x: tensor([[0], [1]]), y: tensor([0, 1]) };
 * polynomialFit({ points, truth: Math.sin, across: [0, 1], curves: [[0, 1]] }).alt; // => "Polynomials of degree 1 to 1 through 2 points"
 */
export function polynomialFit(options: PolynomialFitOptions): Figure {
  const { points, truth, start = 0 } = options;
  const across = entries(CALL, "across", options.across);
  const curves = options.curves.map((curve, i) =>
    entries(CALL, `curves[${i}]`, curve, across.length),
  );
  if (!Number.isInteger(start) || curves[start] === undefined) {
    const rule = "start is the position of one of the curves, of which there is at least one";
    throw new ValueError({ operation: CALL, rule }, { start, curves: curves.length });
  }
  const seen: Path = Array.from(points.y.data, (y, i) => [points.x.data[i]!, y] as const);
  const behind = valuesOf(CALL, "truth", truth, across);
  const reach = 1.5 * Math.max(...behind.map(Math.abs), ...points.y.data.map(Math.abs));
  const misses = curves.map((curve) => rootMeanSquare(seen, across, curve));
  const path = (curve: readonly number[]): Path =>
    across.map((x, k) => [x, Math.min(2 * reach, Math.max(-2 * reach, curve[k]!))] as const);
  const note = (i: number): string =>
    `degree ${i + 1}, typical miss at the points: ${numberText(misses[i]!)}`;
  const [left, right] = [across[0]!, across[across.length - 1]!];
  const at: Path = [[left + 0.01 * (right - left), 0.92 * reach]];
  return figure({
    alt: `Polynomials of degree 1 to ${curves.length} through ${seen.length} points`,
    caption: caption(seen.length, misses, start),
    data: [
      stroke(
        across.map((x, k) => [x, behind[k]!] as const),
        { color: MUTED, dash: "dot" },
        2,
      ),
      stroke(path(curves[start]!), { color: BLUE, dash: "solid" }, 3),
      dots(seen, { color: VERMILLION, symbol: "diamond" }),
      words(at, [note(start)], "middle right", { textfont: { color: INK } }),
    ],
    frames: curves.map((curve, i) => ({
      name: `degree${i + 1}`,
      traces: [1, 3],
      data: [columns(path(curve)), { ...columns(at), text: [spaced(note(i))] }],
    })),
    layout: houseLayout({
      height: 450,
      margin: { b: 130 },
      hovermode: false,
      xaxis: houseAxis("<i>x</i>", [left, right]),
      yaxis: houseAxis("<i>y</i>", [-reach, reach]),
      sliders: [
        houseSlider({
          prefix: "degree ",
          labels: curves.map((_, i) => String(i + 1)),
          frames: curves.map((_, i) => `degree${i + 1}`),
          active: start,
        }),
      ],
    }),
  });
}

/** Root of the mean square of what a curve misses the points by, read off between its samples. */
function rootMeanSquare(points: Path, across: readonly number[], curve: readonly number[]): number {
  const squares = points.flatMap((point) => {
    if (point === null) return [];
    const right = Math.max(
      1,
      across.findIndex((x) => x >= point[0]),
    );
    const share = (point[0] - across[right - 1]!) / (across[right]! - across[right - 1]!);
    const height = curve[right - 1]! + share * (curve[right]! - curve[right - 1]!);
    return [(height - point[1]) ** 2];
  });
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
}

function caption(n: number, misses: readonly number[], start: number): string {
  const last = misses.length;
  return (
    `Diamonds: ${n} noisy points. Dotted: the curve that they come from, which the learner does not know. ` +
    `The blue line is the polynomial with the least squared error at the points, here of degree ${start + 1}; the slider goes from 1 to ${last}. ` +
    `A typical miss at the points falls from ${numberText(misses[0]!)} to ${numberText(misses[last - 1]!)}, while between the points the line swings ever wider and leaves the picture.`
  );
}
