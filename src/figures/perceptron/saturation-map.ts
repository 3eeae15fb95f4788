/** Chapter 1, saturation: the slope of several activations along z, as one strip each. */
import { ValueError } from "../../math/value-error.js";
import { type Curve, grid, interval, valuesOf } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { words } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK } from "../palette.js";
import { flatColorBar, houseAxis, houseLayout } from "../style.js";
import type { ColorScale } from "../traces.js";

const CALL = "saturationMap";
const SAMPLES = 121;
const MOST = 6;
const SCALE: ColorScale = [
  [0, "#FFFFFF"],
  [1, "#72B5DC"],
];

/**
 * How steep each activation is at each z: one strip a function, white where the slope is 0, blue
 * where it is 1. White is where a unit saturates or dies, Eqs. (1.7), (1.9), (1.11), (1.21), (1.22).
 *
 * @param activations - one to six functions, each with its derivative
 * @throws {@link ValueError} if there are none or too many, or `from` is not below `to`
 *
 * @example
 * saturationMap([sigmoid, relu]).alt; // => "Slopes of sigmoid, relu"
 */
export function saturationMap(
  activations: readonly Curve[],
  { from = -6, to = 6 }: { readonly from?: number; readonly to?: number } = {},
): Figure {
  if (!Array.isArray(activations) || activations.length < 1 || activations.length > MOST) {
    const rule = `activations must be a list of one to ${MOST} functions`;
    throw new ValueError({ operation: CALL, rule }, { activations });
  }
  const [low, high] = interval(CALL, from, to);
  const z = grid(low, high, SAMPLES);
  // The first function on top: rows count from below.
  const listed = [...activations].reverse();
  const slopes = listed.map((g) => valuesOf(CALL, `${g.name}′`, g.derivative, z));
  const stops = [1 / 6, 1 / 2, 5 / 6].map((part) => low + part * (high - low));
  const rows = listed.map((_, i) => i);
  const names = activations.map(({ name }) => name);
  return figure({
    alt: `Slopes of ${names.join(", ")}`,
    caption: caption(activations, [low, high]),
    data: [
      {
        type: "heatmap",
        x: z.map((value) => Number(value.toFixed(4))),
        y: rows,
        z: slopes.map((row) => row.map((slope) => Number(slope.toPrecision(5)))),
        zmin: 0,
        zmax: 1,
        colorscale: SCALE,
        showscale: true,
        colorbar: flatColorBar("slope", [0, 0.25, 0.5, 0.75, 1]),
        hovertemplate: "z = %{x:.1f}: slope %{z:.4f}<extra></extra>",
      },
      ...stops.map((at) =>
        words(
          rows.map((row) => [at, row] as const),
          listed.map((g) => numberText(Number(g.derivative(at).toPrecision(2)))),
          "middle center",
          { textfont: { color: INK, size: 13 } },
        ),
      ),
    ],
    layout: houseLayout({
      height: 130 + 46 * activations.length,
      margin: { l: 84, t: 66 },
      xaxis: houseAxis("<i>z</i>", [low, high], { showgrid: false }),
      yaxis: houseAxis("", [-0.5, listed.length - 0.5], {
        tickvals: rows,
        ticktext: listed.map(({ name }) => name),
        showgrid: false,
        zeroline: false,
      }),
    }),
  });
}

function caption(activations: readonly Curve[], [low, high]: readonly [number, number]): string {
  const ends = activations.flatMap((g) =>
    [low, high].map((z) => ({ name: g.name, z, slope: g.derivative(z) })),
  );
  const least = ends
    .filter(({ slope }) => slope !== 0)
    .reduce((a, b) => (b.slope < a.slope ? b : a), {
      name: "",
      z: 0,
      slope: Number.POSITIVE_INFINITY,
    });
  const flat = ends
    .filter(({ slope }) => slope === 0)
    .map(({ name, z }) => `${name} at z = ${numberText(z)}`);
  const exact =
    flat.length === 0
      ? "no slope is exactly 0 there"
      : `exactly 0 is the slope of ${flat.join(", ")}`;
  const smallest =
    least.name === ""
      ? ""
      : `; the smallest of the others is that of ${least.name} at z = ${numberText(least.z)}, ${numberText(least.slope)}`;
  return (
    `One strip a function, for z from ${numberText(low)} to ${numberText(high)}: white where its slope is 0, blue where it is 1; three slopes are written on each. ` +
    `Look at the ends: ${exact}${smallest}. Where a strip is white, a unit hears almost nothing of what should change.`
  );
}
