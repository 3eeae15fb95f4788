/** Figures: the frame around the traces (axes, annotations, shapes, sliders), as Plotly names it. */
import type { Font, Line } from "./traces.js";

/** One axis of a panel. */
export interface Axis {
  readonly title?: { readonly text: string; readonly font?: Font; readonly standoff?: number };
  readonly range: readonly [number, number];
  readonly domain?: readonly [number, number];
  readonly anchor?: "x" | "x2" | "y" | "y2";
  readonly scaleanchor?: "x" | "x2";
  readonly scaleratio?: number;
  readonly constrain?: "domain";
  /** Where a square panel goes when there is more room than it needs; the middle if absent. */
  readonly constraintoward?: "top" | "bottom";
  readonly visible?: boolean;
  readonly showgrid?: boolean;
  readonly gridcolor?: string;
  readonly gridwidth?: number;
  readonly zeroline?: boolean;
  readonly zerolinecolor?: string;
  readonly zerolinewidth?: number;
  readonly showline?: boolean;
  readonly linecolor?: string;
  readonly linewidth?: number;
  readonly mirror?: boolean;
  readonly ticks?: "outside" | "";
  readonly tickcolor?: string;
  readonly nticks?: number;
  readonly tickvals?: readonly number[];
  readonly ticktext?: readonly string[];
  readonly tickfont?: Font;
  readonly showticklabels?: boolean;
  readonly fixedrange?: boolean;
}

/** What a coordinate counts in: an axis, or the whole drawing area from 0 to 1. */
export type XReference = "x" | "x2" | "paper" | "x domain" | "x2 domain";
/** See {@link XReference}. */
export type YReference = "y" | "y2" | "paper" | "y domain" | "y2 domain";

/** Words at a place, with no arrow: arrows are traces, which a frame can move. */
export interface Annotation {
  readonly x: number;
  readonly y: number;
  readonly xref: XReference;
  readonly yref: YReference;
  readonly text: string;
  readonly showarrow: false;
  readonly xanchor?: "left" | "center" | "right";
  readonly yanchor?: "top" | "middle" | "bottom";
  readonly align?: "left" | "center" | "right";
  readonly xshift?: number;
  readonly yshift?: number;
  readonly font?: Font;
  readonly bgcolor?: string;
  readonly borderpad?: number;
}

/** A line, rectangle or ellipse between two corners. */
export interface Shape {
  readonly type: "line" | "rect" | "circle";
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly xref: XReference;
  readonly yref: YReference;
  readonly line?: Line;
  readonly fillcolor?: string;
  readonly layer?: "below" | "above";
}

/** One stop of a slider: it shows the frame of that name. */
export interface SliderStep {
  readonly label: string;
  readonly method: "animate";
  readonly args: readonly [
    readonly [string],
    {
      readonly mode: "immediate";
      readonly frame: { readonly duration: 0; readonly redraw: true };
      readonly transition: { readonly duration: 0 };
    },
  ];
}

/** A control that needs no kernel. `active` counts steps from 0. */
export interface Slider {
  readonly active: number;
  readonly steps: readonly SliderStep[];
  readonly currentvalue: {
    readonly prefix: string;
    readonly suffix?: string;
    readonly font?: Font;
    readonly xanchor?: "left" | "center";
  };
  readonly x: number;
  readonly y?: number;
  readonly len: number;
  readonly pad: { readonly t: number; readonly b?: number };
  readonly ticklen?: number;
  readonly minorticklen?: number;
  readonly font?: Font;
  readonly bgcolor?: string;
  readonly bordercolor?: string;
  readonly activebgcolor?: string;
}

/** Room around the panels in pixels. */
export interface Margin {
  readonly l: number;
  readonly r: number;
  readonly t: number;
  readonly b: number;
}

/** Everything but the traces. */
export interface Layout {
  readonly height: number;
  readonly margin: Margin;
  readonly font: Font;
  readonly paper_bgcolor: string;
  readonly plot_bgcolor: string;
  readonly xaxis: Axis;
  readonly yaxis: Axis;
  readonly xaxis2?: Axis;
  readonly yaxis2?: Axis;
  readonly annotations?: readonly Annotation[];
  readonly shapes?: readonly Shape[];
  readonly sliders?: readonly Slider[];
  readonly showlegend: boolean;
  readonly legend?: {
    readonly orientation: "h";
    readonly x: number;
    readonly y: number;
    readonly yanchor: "bottom" | "top";
    readonly font?: Font;
  };
  readonly hovermode?: "closest" | "x unified" | false;
  readonly dragmode?: false | "zoom";
}
