/** Figures: the frame around the traces (axes, annotations, shapes, sliders), as Plotly names it. */
import type { Font, Line, XAxisName, YAxisName } from "./traces.js";

/** One axis of a panel. */
export interface Axis {
  readonly title?: { readonly text: string; readonly font?: Font; readonly standoff?: number };
  /** Powers of ten at equal distances. Then `range` counts in powers, but `tickvals` in values. */
  readonly type?: "log";
  /** Both ends; the larger one first turns the axis around. */
  readonly range: readonly [number, number];
  readonly domain?: readonly [number, number];
  readonly anchor?: XAxisName | YAxisName;
  readonly scaleanchor?: XAxisName;
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
export type XReference = XAxisName | "paper" | `${XAxisName} domain`;
/** See {@link XReference}. */
export type YReference = YAxisName | "paper" | `${YAxisName} domain`;

/**
 * Words at a place, with no arrow: arrows are traces, which a frame can move. On a log axis the place
 * is a power of ten, as in `range`.
 */
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

/** A line, rectangle or ellipse between two corners; on a log axis they are values. */
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

/** How a button plays frames: one after the other, each for `duration` milliseconds. */
export interface PlayMode {
  readonly mode: "immediate";
  readonly fromcurrent?: true;
  readonly frame: { readonly duration: number; readonly redraw: boolean };
  readonly transition: { readonly duration: 0 };
}

/** A button that plays the frames of these names, or stops what is played with `[null]`. */
export interface Button {
  readonly label: string;
  readonly method: "animate";
  readonly args: readonly [readonly (string | null)[], PlayMode];
}

/** Buttons in a row. The still picture leaves them out. */
export interface ButtonRow {
  readonly type: "buttons";
  readonly direction: "left";
  readonly showactive: false;
  readonly buttons: readonly Button[];
  readonly x: number;
  readonly xanchor: "left" | "right";
  readonly y: number;
  readonly yanchor: "top" | "bottom";
  readonly pad: { readonly t: number; readonly r?: number; readonly l?: number };
  readonly font?: Font;
  readonly bgcolor?: string;
  readonly bordercolor?: string;
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
  readonly xaxis3?: Axis;
  readonly yaxis3?: Axis;
  readonly xaxis4?: Axis;
  readonly yaxis4?: Axis;
  readonly xaxis5?: Axis;
  readonly yaxis5?: Axis;
  readonly xaxis6?: Axis;
  readonly yaxis6?: Axis;
  readonly annotations?: readonly Annotation[];
  readonly shapes?: readonly Shape[];
  readonly sliders?: readonly Slider[];
  readonly updatemenus?: readonly ButtonRow[];
  /** Bars of several traces at one place: beside each other (the default) or over each other. */
  readonly barmode?: "group" | "overlay";
  /** Free part of the room of a place, 0.2 if absent. */
  readonly bargap?: number;
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
