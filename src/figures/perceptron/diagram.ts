/** Chapter 1, what diagrams are made of: round units, rounded boxes, notes; a plane from 0 to 1 without axes. */
import type { Annotation } from "../layout.js";
import { columns, type Path } from "../marks.js";
import { INK, PAPER } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { TEXT_SIZE } from "../style.js";
import type { Dash, ScatterTrace } from "../traces.js";

/** How a unit or a box looks. */
export interface Look {
  readonly color: string;
  readonly fill?: string;
  readonly width?: number;
  readonly dash?: Dash;
}

/** Circles with a text in each; their size is in pixels, so that they stay round. */
export function bubbles(
  at: readonly Point[],
  texts: readonly string[],
  { color, fill = PAPER, width = 2.5 }: Look,
  radius = 21,
  size = 15,
): ScatterTrace {
  return {
    type: "scatter",
    mode: "markers+text",
    ...columns(at),
    marker: { color: fill, symbol: "circle", size: 2 * radius, line: { color, width } },
    text: texts,
    textposition: "middle center",
    textfont: { size, color: INK },
    hoverinfo: "skip",
    cliponaxis: false,
  };
}

/** A box with rounded corners around a centre. */
export function box(
  [x, y]: Point,
  [width, height]: Point,
  { color, fill = PAPER, width: line = 2.5, dash = "solid" }: Look,
  round = 0.25,
): ScatterTrace {
  const corner = [(round * width) / 2, (round * height) / 2] as const;
  const middles: Point[] = [
    [x + width / 2 - corner[0], y + height / 2 - corner[1]],
    [x - width / 2 + corner[0], y + height / 2 - corner[1]],
    [x - width / 2 + corner[0], y - height / 2 + corner[1]],
    [x + width / 2 - corner[0], y - height / 2 + corner[1]],
  ];
  const path: Path = middles.flatMap(([cx, cy], quarter) =>
    [0, 1, 2, 3, 4, 5].map((step): Point => {
      const angle = ((quarter + step / 5) * Math.PI) / 2;
      return [cx + corner[0] * Math.cos(angle), cy + corner[1] * Math.sin(angle)];
    }),
  );
  return {
    type: "scatter",
    mode: "lines",
    ...columns([...path, path[0]!]),
    line: { color, width: line, dash, simplify: false },
    fill: "toself",
    fillcolor: fill,
    hoverinfo: "skip",
  };
}

/** Words in the plane of a diagram. */
export function note(
  [x, y]: Point,
  text: string,
  own: {
    readonly size?: number;
    readonly color?: string;
    readonly yshift?: number;
    readonly xshift?: number;
    readonly background?: boolean;
    readonly xanchor?: "left" | "center" | "right";
    readonly yanchor?: "top" | "middle" | "bottom";
  } = {},
): Annotation {
  const { size = TEXT_SIZE, color = INK, yshift = 0, xshift = 0, background = false } = own;
  return {
    x,
    y,
    xref: "x",
    yref: "y",
    text,
    showarrow: false,
    xanchor: own.xanchor ?? "center",
    yanchor: own.yanchor ?? "middle",
    xshift,
    yshift,
    font: { size, color },
    ...(background ? { bgcolor: PAPER, borderpad: 2 } : {}),
  };
}

/** The heights of `count` things in a column, from top to bottom, evenly spread around the middle. */
export function rows(count: number, gap: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => 0.5 + ((count - 1) / 2 - i) * gap);
}
