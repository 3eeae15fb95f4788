/** Chapter 1, why a network needs activations: linear units in a row are one linear unit, Eq. (1.12). */
import { ValueError } from "../../math/value-error.js";
import { entries, grid, type VectorLike, valuesOf } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { spreadApart } from "../label-place.js";
import { type Path, stroke, words } from "../marks.js";
import { affineText, numberText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";

const CALL = "linearStack";
const REACH = 3;
const SAMPLES = 121;

/** What {@link linearStack} draws. */
export interface LinearStackOptions {
  /** The weight of each unit, first to last, shape [k]. */
  readonly slopes: VectorLike;
  /** Put between every two units; without it only the linear stack is drawn. */
  readonly activation?: (z: number) => number;
}

/**
 * Linear units in a row, `w₃(w₂(w₁x)) = (w₃w₂w₁)x`, Eq. (1.12): every stage is a line through the
 * origin, and so is the last; with an activation between the units the result bends.
 *
 * @throws {@link ValueError} if a slope is not a finite number
 *
 * @example
 * linearStack({ slopes: [2, -0.5, 3] }).alt; // => "3 linear units in a row are one line, −3x"
 */
export function linearStack(options: LinearStackOptions): Figure {
  const slopes = entries(CALL, "slopes", options.slopes);
  if (slopes.length > 6) {
    const rule = "slopes must have at most six entries, to keep the lines apart";
    throw new ValueError({ operation: CALL, rule }, { slopes });
  }
  const g = options.activation;
  const products = slopes.map((_, i) => slopes.slice(0, i + 1).reduce((a, b) => a * b));
  const whole = products[products.length - 1]!;
  const x = grid(-REACH, REACH, SAMPLES);
  const bent = g === undefined ? [] : valuesOf(CALL, "the network", throughStack(slopes, g), x);
  const top = 1.1 * Math.max(1, ...products.map((p) => Math.abs(p) * REACH), ...bent.map(Math.abs));
  const curve = x.slice(0, bent.length).map((xi, i) => [xi, bent[i]!] as const);
  return figure({
    alt: `${slopes.length} linear units in a row are one line, ${affineText(0, [whole], ["x"])}`,
    caption: caption(slopes, whole, g),
    data: [
      ...products.slice(0, -1).map((p) => stroke(ends(p), { color: MUTED, dash: "dot" }, 1.8)),
      stroke(ends(whole), { color: BLUE, dash: "solid" }, 3.5),
      ...(g === undefined ? [] : [stroke(curve, { color: VERMILLION, dash: "dash" }, 3)]),
      ...endLabels(products, top, g === undefined ? null : [bent[bent.length - 1]!, g.name]),
    ],
    layout: houseLayout({
      height: 400,
      margin: { r: 122 },
      xaxis: houseAxis("input <i>x</i>", [-REACH, REACH]),
      yaxis: houseAxis("output", [-top, top]),
    }),
  });
}

/** The units one after the other, with g between every two of them but not after the last. */
function throughStack(slopes: readonly number[], g: (z: number) => number): (x: number) => number {
  return (x) => slopes.reduce((value, slope, i) => slope * (i === 0 ? value : g(value)), x);
}

function ends(slope: number): Path {
  return [
    [-REACH, -REACH * slope],
    [REACH, REACH * slope],
  ];
}

/** The name of each line beside its right end, kept apart where lines end close together. */
function endLabels(
  products: readonly number[],
  top: number,
  bent: readonly [number, string] | null,
): ScatterTrace[] {
  const last = products.length - 1;
  const labels = products.map((p, i) => ({
    text: `${i === last ? "all" : "after"} ${i + 1}: ${affineText(0, [p], ["<i>x</i>"])}`,
    color: i === last ? BLUE : MUTED,
    end: p * REACH,
  }));
  if (bent !== null) {
    labels.push({ text: `with ${bent[1]}`, color: VERMILLION, end: bent[0] });
  }
  const heights = spreadApart(
    labels.map(({ end }) => end),
    0.13 * top,
    [-0.95 * top, 0.95 * top],
  );
  return labels.map(({ text, color }, i) =>
    words([[REACH, heights[i]!]], [text], "middle right", { textfont: { color } }),
  );
}

function caption(
  slopes: readonly number[],
  whole: number,
  g: ((z: number) => number) | undefined,
): string {
  const list = slopes.map(numberText).join(", ");
  const bends =
    g === undefined
      ? ""
      : ` The dashed curve has the same weights with ${g.name} between the units: it bends, and no single weight draws it.`;
  return (
    `Units with the weights ${list}, one after the other. Dotted: what has become of x after the first, the second and so on; ` +
    `each is a line through the origin. The thick line is the output of the whole row, ${affineText(0, [whole], ["x"])}: ` +
    `the same as one unit with the weight ${numberText(whole)}.${bends}`
  );
}
