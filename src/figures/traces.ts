/** Figures: the traces we draw, a strictly typed part of Plotly's vocabulary, plain JSON throughout. */

/** One number a point; `null` lifts the pen, so that one trace can hold several strokes. */
export type Coordinates = readonly (number | null)[];

/** Stroke patterns; with the colour they tell series apart, also in a grey print. */
export type Dash = "solid" | "dash" | "dot" | "dashdot" | "longdash";

/** The stroke of a trace or a shape; width in pixels. */
export interface Line {
  readonly color: string;
  readonly width: number;
  readonly dash?: Dash;
  /** Off for curves: Plotly would drop points and leave corners. */
  readonly simplify?: false;
}

/** Marker shapes; `arrow` with `angleref: "previous"` is the head of the stroke that leads to it. */
export type MarkerSymbol =
  | "circle"
  | "square"
  | "diamond"
  | "triangle-up"
  | "triangle-down"
  | "star"
  | "cross"
  | "x"
  | "arrow";

/** The marks at the points of a trace; a size (diameter in pixels) or colour for all or one a point. */
export interface Marker {
  readonly color: string | readonly string[];
  readonly size: number | readonly number[];
  readonly symbol?: MarkerSymbol;
  readonly line?: { readonly color: string; readonly width: number };
  readonly angleref?: "previous" | "up";
  /** How far an arrow head stops before its point, in pixels. */
  readonly standoff?: number;
  readonly opacity?: number;
}

/** Where a text stands, seen from its point. */
export type TextPosition =
  | "top left"
  | "top center"
  | "top right"
  | "middle left"
  | "middle center"
  | "middle right"
  | "bottom left"
  | "bottom center"
  | "bottom right";

/** Size in pixels and colour of a text. */
export interface Font {
  readonly size?: number;
  readonly color?: string;
  readonly family?: string;
}

/** The horizontal axes that a figure may have, one a panel. */
export type XAxisName = "x" | "x2" | "x3" | "x4" | "x5" | "x6";
/** The vertical axes, one a panel. */
export type YAxisName = "y" | "y2" | "y3" | "y4" | "y5" | "y6";

/** Horizontal and vertical axis of the panel a trace is drawn in. */
export interface Panel {
  readonly xaxis?: XAxisName;
  readonly yaxis?: YAxisName;
}

/** Whiskers around points: how far each reaches up (or right) and, if that differs, down (or left). */
export interface ErrorBars {
  readonly type: "data";
  readonly array: readonly number[];
  /** With `symmetric: false` the length of the lower halves. */
  readonly arrayminus?: readonly number[];
  readonly symmetric?: boolean;
  readonly color: string;
  readonly thickness: number;
  /** Half the length of the cross strokes at the ends, in pixels. */
  readonly width: number;
}

/** A fill that changes from left to right, as the colour scale says, over the width of the trace. */
export interface FillGradient {
  readonly type: "horizontal";
  readonly colorscale: ColorScale;
}

/** Curves, points and words. Texts may hold `<i>`, `<b>`, `<br>`, and `&lt;` for a bare `<`. */
export interface ScatterTrace extends Panel {
  readonly type: "scatter";
  readonly mode: "lines" | "markers" | "text" | "lines+markers" | "markers+text";
  readonly x: Coordinates;
  readonly y: Coordinates;
  readonly name?: string;
  readonly line?: Line;
  readonly marker?: Marker;
  readonly fill?: "toself";
  readonly fillcolor?: string;
  readonly fillgradient?: FillGradient;
  readonly error_x?: ErrorBars;
  readonly error_y?: ErrorBars;
  readonly text?: readonly string[];
  readonly textposition?: TextPosition;
  readonly textfont?: Font;
  readonly hoverinfo?: "skip";
  readonly hovertemplate?: string;
  readonly showlegend?: boolean;
  readonly cliponaxis?: boolean;
  readonly opacity?: number;
}

/** Bars from 0 (or `base`), upright, or lying with `orientation: "h"` (then x are the lengths). */
export interface BarTrace extends Panel {
  readonly type: "bar";
  readonly orientation?: "v" | "h";
  readonly x: Coordinates;
  readonly y: Coordinates;
  readonly base?: number;
  /** Thickness in units of the axis that the bars stand on; shared among groups if absent. */
  readonly width?: number;
  readonly name?: string;
  readonly marker: Pick<Marker, "color" | "line" | "opacity">;
  readonly error_x?: ErrorBars;
  readonly error_y?: ErrorBars;
  readonly text?: readonly string[];
  readonly textposition?: "outside" | "none";
  readonly textfont?: Font;
  readonly hoverinfo?: "skip";
  readonly hovertemplate?: string;
  readonly showlegend?: boolean;
  readonly cliponaxis?: boolean;
  readonly opacity?: number;
}

/** Colours at 0 … 1 of the way from `zmin` to `zmax`. */
export type ColorScale = readonly (readonly [number, string])[];

/** The bar that explains colours; ours lie flat, above or below the plane. */
export interface ColorBar {
  readonly orientation: "h";
  readonly x: number;
  readonly xanchor: "center";
  readonly y: number;
  readonly yanchor: "bottom" | "top";
  readonly len: number;
  readonly lenmode: "pixels";
  readonly thickness: number;
  readonly tickvals?: readonly number[];
  readonly ticktext?: readonly string[];
  readonly tickfont?: Font;
  readonly outlinewidth?: number;
  readonly outlinecolor?: string;
  readonly title?: { readonly text: string; readonly side?: "top"; readonly font?: Font };
}

/** Numbers over a plane, `z` [y, x]. */
interface Field extends Panel {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly zmin: number;
  readonly zmax: number;
  readonly colorscale: ColorScale;
  readonly showscale: boolean;
  readonly colorbar?: ColorBar;
  readonly name?: string;
  readonly hoverinfo?: "skip";
  readonly hovertemplate?: string;
  readonly opacity?: number;
}

/** A field as coloured cells; a cell that is `null` stays empty. */
export interface HeatmapTrace extends Field {
  readonly type: "heatmap";
  readonly z: readonly Coordinates[];
  readonly zsmooth?: "best" | false;
  /** Room between cells in pixels. */
  readonly xgap?: number;
  readonly ygap?: number;
}

/** A field as level lines, the bands between them filled or not. */
export interface ContourTrace extends Field {
  readonly type: "contour";
  readonly z: readonly (readonly number[])[];
  readonly contours: {
    readonly start: number;
    readonly end: number;
    readonly size: number;
    readonly coloring: "fill" | "none";
    readonly showlines?: boolean;
  };
  readonly line: Line;
  readonly autocontour: false;
}

/** Anything a figure can draw. */
export type Trace = ScatterTrace | BarTrace | HeatmapTrace | ContourTrace;

/** What a frame changes in a trace; what it does not name stays, also within `marker` and `line`. */
export interface TracePatch {
  readonly x?: Coordinates;
  readonly y?: Coordinates;
  readonly z?: readonly Coordinates[];
  readonly text?: readonly string[];
  readonly textposition?: TextPosition;
  readonly textfont?: Font;
  readonly marker?: Partial<Marker>;
  readonly line?: Partial<Line>;
  readonly fillcolor?: string;
  readonly fillgradient?: FillGradient;
  readonly error_x?: Partial<ErrorBars>;
  readonly error_y?: Partial<ErrorBars>;
  readonly opacity?: number;
}
