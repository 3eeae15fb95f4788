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
  | "cross"
  | "x"
  | "arrow";

/** The marks at the points of a trace; a size (diameter in pixels) for all or one a point. */
export interface Marker {
  readonly color: string;
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

/** Horizontal and vertical axis of the panel a trace is drawn in. */
export interface Panel {
  readonly xaxis?: "x" | "x2";
  readonly yaxis?: "y" | "y2";
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
  readonly text?: readonly string[];
  readonly textposition?: TextPosition;
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
  readonly tickfont?: Font;
  readonly outlinewidth?: number;
  readonly outlinecolor?: string;
  readonly title?: { readonly text: string; readonly side?: "top"; readonly font?: Font };
}

/** Numbers over a plane, `z` [y, x]. */
interface Field extends Panel {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly (readonly number[])[];
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

/** A field as coloured cells. */
export interface HeatmapTrace extends Field {
  readonly type: "heatmap";
  readonly zsmooth?: "best" | false;
}

/** A field as level lines, the bands between them filled or not. */
export interface ContourTrace extends Field {
  readonly type: "contour";
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
export type Trace = ScatterTrace | HeatmapTrace | ContourTrace;

/** What a frame changes in a trace. */
export interface TracePatch {
  readonly x?: Coordinates;
  readonly y?: Coordinates;
  readonly z?: readonly (readonly number[])[];
  readonly text?: readonly string[];
}
