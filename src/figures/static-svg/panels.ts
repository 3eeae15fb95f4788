/** Static SVG: where the panels of a layout lie, and how their axes map numbers to pixels. */
import type { Axis, Layout, XReference, YReference } from "../layout.js";
import { type Tick, ticksOf } from "./ticks.js";

/** A rectangle in pixels, y downwards. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A number on an axis as a pixel. */
export type Scale = (value: number) => number;

/** What the names of a panel's axes end in. */
type PanelId = "" | "2" | "3" | "4" | "5" | "6";
const PANEL_IDS: readonly PanelId[] = ["", "2", "3", "4", "5", "6"];

/** One pair of axes and the rectangle they span. */
export interface PlotPanel {
  readonly id: PanelId;
  readonly area: Rectangle;
  readonly xaxis: Axis;
  readonly yaxis: Axis;
  /** Values as pixels … */
  readonly x: Scale;
  readonly y: Scale;
  /** … and what ranges count in as pixels: the same, but for log axes powers of ten. */
  readonly xRange: Scale;
  readonly yRange: Scale;
  readonly xticks: readonly Tick[];
  readonly yticks: readonly Tick[];
}

/** The drawing as a whole. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** The part inside the margins, in which domains count from 0 to 1. */
  readonly area: Rectangle;
  readonly panels: readonly PlotPanel[];
}

/** The canvas of a layout at a size in pixels. */
export function canvasOf(layout: Layout, width: number, height: number): Canvas {
  const { l, r, t, b } = layout.margin;
  const area = { left: l, right: width - r, top: t, bottom: height - b };
  const panels = PANEL_IDS.flatMap((id) => {
    const x: `xaxis${PanelId}` = `xaxis${id}`;
    const y: `yaxis${PanelId}` = `yaxis${id}`;
    const [xaxis, yaxis] = [layout[x], layout[y]];
    return xaxis === undefined || yaxis === undefined ? [] : [panelOf(id, xaxis, yaxis, area)];
  });
  return { width, height, area, panels };
}

function panelOf(id: PanelId, xaxis: Axis, yaxis: Axis, whole: Rectangle): PlotPanel {
  const area = shaped(domainArea(xaxis, yaxis, whole), xaxis, yaxis);
  const xRange = scale(xaxis.range, area.left, area.right);
  const yRange = scale(yaxis.range, area.bottom, area.top);
  const [x, y] = [valueScale(xaxis, xRange), valueScale(yaxis, yRange)];
  const [xticks, yticks] = [ticksOf(xaxis), ticksOf(yaxis)];
  return { id, area, xaxis, yaxis, x, y, xRange, yRange, xticks, yticks };
}

/** On a log axis 0 and less lie far beyond the end, but still somewhere. */
function valueScale(axis: Axis, powers: Scale): Scale {
  if (axis.type !== "log") return powers;
  return (value) => powers(Math.log10(Math.max(value, Number.MIN_VALUE)));
}

function domainArea(xaxis: Axis, yaxis: Axis, whole: Rectangle): Rectangle {
  const [x0, x1] = xaxis.domain ?? [0, 1];
  const [y0, y1] = yaxis.domain ?? [0, 1];
  const across = scale([0, 1], whole.left, whole.right);
  const up = scale([0, 1], whole.bottom, whole.top);
  return { left: across(x0), right: across(x1), top: up(y1), bottom: up(y0) };
}

/** A plane whose units are equally long both ways, in the middle of the room there is. */
function shaped(area: Rectangle, xaxis: Axis, yaxis: Axis): Rectangle {
  if (yaxis.scaleanchor === undefined) return area;
  const [units, rows] = [span(xaxis.range), span(yaxis.range) * (yaxis.scaleratio ?? 1)];
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const unit = Math.min(width / units, height / rows);
  const [dx, dy] = [width - unit * units, height - unit * rows];
  const above = { top: 0, bottom: 1, middle: 0.5 }[yaxis.constraintoward ?? "middle"];
  return {
    left: area.left + dx / 2,
    right: area.right - dx / 2,
    top: area.top + above * dy,
    bottom: area.bottom - (1 - above) * dy,
  };
}

function span([low, high]: readonly [number, number]): number {
  return Math.abs(high - low);
}

function scale([low, high]: readonly [number, number], from: number, to: number): Scale {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/**
 * The scale that a reference such as "x2", "x2 domain" or "paper" counts in.
 *
 * @param unit - what a log axis counts in: values (shapes do), or powers (annotations do)
 */
export function xScale(
  canvas: Canvas,
  reference: XReference,
  unit: "value" | "power" = "value",
): Scale {
  if (reference === "paper") return scale([0, 1], canvas.area.left, canvas.area.right);
  const panel = referred(canvas, reference);
  if (reference.endsWith("domain")) return scale([0, 1], panel.area.left, panel.area.right);
  return unit === "power" ? panel.xRange : panel.x;
}

/** See {@link xScale}. */
export function yScale(
  canvas: Canvas,
  reference: YReference,
  unit: "value" | "power" = "value",
): Scale {
  if (reference === "paper") return scale([0, 1], canvas.area.bottom, canvas.area.top);
  const panel = referred(canvas, reference);
  if (reference.endsWith("domain")) return scale([0, 1], panel.area.bottom, panel.area.top);
  return unit === "power" ? panel.yRange : panel.y;
}

function referred({ panels }: Canvas, reference: string): PlotPanel {
  const id = reference.replace(/ domain$/, "").slice(1);
  return panels.find((panel) => panel.id === id) ?? panels[0]!;
}
