/** Chapter 1, the worked example on the sigmoid: where z lands, and how little the curve moves there. */
import { sigmoid } from "../../math/activations.js";
import { ValueError } from "../../math/value-error.js";
import { finite, grid } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import type { Layout } from "../layout.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, FAINT, INK, MUTED, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { houseAxis, houseLayout } from "../style.js";
import type { Panel, ScatterTrace } from "../traces.js";

const CALL = "sigmoidAt";
const FARTHEST = 12;
/** Closer than this to 0 or 1 the point seems to lie on the border, and an inset shows it. */
const CLOSE = 0.08;
/** The inset covers z ± this much. */
const WINDOW = 2;
const HEIGHTS = [-0.13, 1.13] as const;

/** The spot on the curve, and the interval the picture covers. */
interface Spot {
  readonly z: number;
  readonly y: number;
  readonly slope: number;
  readonly reach: number;
}

/** Where the inset stands, in parts of the drawing area. */
interface Inset {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** The values it covers. */
  readonly values: readonly [number, number];
}

/**
 * One point of the sigmoid, `σ(z) = 1 / (1 + e^(−z))`, Eq. (1.6), with its tangent, whose slope is
 * `σ′(z) = σ(z)(1 − σ(z))`, Eq. (1.7); where the curve is nearly flat, an inset magnifies it.
 *
 * @throws {@link ValueError} if z is not a number from −12 to 12
 *
 * @example
 * sigmoidAt({ z: -6 }).alt; // => "sigmoid(−6) = 0.00247"
 */
export function sigmoidAt({ z }: { readonly z: number }): Figure {
  if (Math.abs(finite(CALL, "z", z)) > FARTHEST) {
    const rule = `z must lie from −${FARTHEST} to ${FARTHEST}`;
    const hint = "Farther out the curve cannot be told from 0 or 1.";
    throw new ValueError({ operation: CALL, rule, hint }, { z });
  }
  const reach = Math.max(8, Math.ceil(Math.abs(z)) + 2);
  const spot = { z, y: sigmoid(z), slope: sigmoid.derivative(z), reach };
  const inset = insetOf(spot);
  return figure({
    alt: `sigmoid(${numberText(z)}) = ${numberText(spot.y)}`,
    caption: caption(spot, inset),
    data: [...overview(spot, inset), ...(inset === null ? [] : magnified(spot, inset))],
    layout: houseLayout({
      height: 400,
      hovermode: "closest",
      xaxis: houseAxis("<i>z</i>", [-reach, reach], { showgrid: false }),
      yaxis: houseAxis("<i>ŷ</i> = sigmoid(<i>z</i>)", HEIGHTS, { nticks: 5, anchor: "x" }),
      ...(inset === null ? {} : insetAxes(spot, inset)),
    }),
  });
}

function insetOf({ z, y }: Spot): Inset | null {
  if (y > CLOSE && y < 1 - CLOSE) return null;
  const room = 0.08 * Math.abs(sigmoid(z + WINDOW) - sigmoid(z - WINDOW));
  const values = [sigmoid(z - WINDOW) - room, sigmoid(z + WINDOW) + room] as const;
  return y < 0.5
    ? { x: [0.13, 0.42], y: [0.47, 0.87], values }
    : { x: [0.69, 0.97], y: [0.22, 0.6], values };
}

function overview(spot: Spot, inset: Inset | null): ScatterTrace[] {
  const { z, y, reach } = spot;
  const frame = { color: MUTED, dash: "dot" } as const;
  return [
    stroke(
      [
        [-reach, 1],
        [reach, 1],
      ],
      { color: FAINT, dash: "dash" },
      1.5,
    ),
    curve(spot, [-reach, reach], {}),
    ...(inset === null ? [tangent(spot, 2.2, {})] : [stroke(connector(spot, inset), frame, 1.5)]),
    {
      ...dots([[z, y]], { color: VERMILLION, symbol: "circle" }),
      mode: "markers+text",
      text: [`<i>ŷ</i> = ${numberText(y)}`],
      textposition: inset === null ? "bottom right" : y < 0.5 ? "bottom right" : "top left",
      textfont: { color: VERMILLION },
    },
  ];
}

/** The curve and its tangent around the point, large enough to see the slope. */
function magnified(spot: Spot, { values }: Inset): ScatterTrace[] {
  const axes = { xaxis: "x2", yaxis: "y2" } as const;
  const below = spot.y < 0.5;
  const height = values[0] + (below ? 0.84 : 0.16) * (values[1] - values[0]);
  const corner = [spot.z + (below ? -1.9 : 1.9), height] as const;
  return [
    curve(spot, [spot.z - WINDOW, spot.z + WINDOW], axes),
    tangent(spot, 1.5, axes),
    dots([[spot.z, spot.y]], { color: VERMILLION, symbol: "circle" }, axes),
    words(
      [corner],
      [`slope<br>${numberText(spot.slope)}`],
      below ? "middle right" : "middle left",
      {
        textfont: { color: INK, size: 13 },
        ...axes,
      },
    ),
  ];
}

function curve({ reach }: Spot, [from, to]: Point, axes: Panel): ScatterTrace {
  const samples = grid(from, to, reach > 8 ? 201 : 161);
  const { hoverinfo: _, ...trace } = stroke(
    samples.map((z) => [z, sigmoid(z)] as const),
    { color: BLUE, dash: "solid" },
    3,
    axes,
  );
  return { ...trace, hovertemplate: "z = %{x:.2f}<br>ŷ = %{y:.5f}<extra></extra>" };
}

/** The tangent at the point, `half` to either side, cut where it leaves the picture. */
function tangent({ z, y, slope }: Spot, half: number, axes: Panel): ScatterTrace {
  const ends: Path = [-half, half].map((step) => [z + step, y + slope * step] as const);
  return stroke(ends, { color: VERMILLION, dash: "dash" }, 2, axes);
}

/** From the point towards the inset, which stands above or below it. */
function connector({ z, y, reach }: Spot, inset: Inset): Path {
  const below = y < 0.5;
  const edge = below ? inset.y[0] - 0.1 : inset.y[1] + 0.02;
  const x = Math.min(Math.max((z + reach) / (2 * reach), inset.x[0]), inset.x[1]);
  return [
    [z, y],
    [(2 * x - 1) * reach, HEIGHTS[0] + edge * (HEIGHTS[1] - HEIGHTS[0])],
  ];
}

function insetAxes({ z }: Spot, inset: Inset): Pick<Layout, "xaxis2" | "yaxis2"> {
  const small = { mirror: true, showgrid: false, zeroline: false, nticks: 4 } as const;
  const range = [z - WINDOW, z + WINDOW] as const;
  return {
    xaxis2: houseAxis("", range, { ...small, domain: inset.x, anchor: "y2" }),
    yaxis2: houseAxis("", inset.values, { ...small, domain: inset.y, anchor: "x2" }),
  };
}

function caption({ z, y, slope }: Spot, inset: Inset | null): string {
  const at = `sigmoid(${numberText(z)}) = ${numberText(y)}`;
  const tail = Math.exp(-Math.abs(z));
  const look =
    inset === null
      ? `The dashed tangent has slope ${numberText(y)}·(1 − ${numberText(y)}) = ${numberText(slope)}; the steepest it can be is 0.25, at z = 0.`
      : `The inset magnifies the spot: the dashed tangent has slope ${numberText(slope)}, where 0.25 is the most the sigmoid has, at z = 0; ` +
        `that far out it is close to ${y < 0.5 ? "" : "1 − "}e^(−${numberText(Math.abs(z))}) = ${numberText(y < 0.5 ? tail : 1 - tail)}.`;
  return `The sigmoid curve, with the point ${at} on it. ${look}`;
}
