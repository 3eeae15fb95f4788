/** Static SVG: grid, axis lines, tick labels and axis titles of a panel. */
import type { Axis, Layout } from "../layout.js";
import type { PlotPanel } from "./panels.js";
import { richText, textWidth } from "./rich-text.js";
import { element, pathData } from "./xml.js";

const TICK = 5;

/** What lies under the traces: the background, the grid and the lines through 0. */
export function gridOf(panel: PlotPanel, layout: Layout): string {
  const { area, x, y, xaxis, yaxis } = panel;
  const { left, right, top, bottom } = area;
  const paper = element("rect", {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: layout.plot_bgcolor,
  });
  const upright = (at: number): string =>
    pathData([
      [x(at), top],
      [x(at), bottom],
    ]);
  const level = (at: number): string =>
    pathData([
      [left, y(at)],
      [right, y(at)],
    ]);
  return [
    paper,
    gridLines(
      xaxis,
      panel.xticks.map((tick) => upright(tick.at)),
    ),
    gridLines(
      yaxis,
      panel.yticks.map((tick) => level(tick.at)),
    ),
    zeroLine(xaxis, upright(0)),
    zeroLine(yaxis, level(0)),
  ].join("");
}

function gridLines(axis: Axis, lines: readonly string[]): string {
  if (axis.visible === false || axis.showgrid !== true || lines.length === 0) return "";
  return line(lines.join(""), axis.gridcolor ?? "#eee", axis.gridwidth ?? 1);
}

function zeroLine(axis: Axis, path: string): string {
  const [from, to] = axis.range;
  const hidden = axis.visible === false || axis.zeroline !== true || axis.type === "log";
  if (hidden || from * to > 0) return "";
  return line(path, axis.zerolinecolor ?? "#ccc", axis.zerolinewidth ?? 1);
}

/** What lies over the traces: axis lines, ticks, labels, titles. */
export function frameOf(panel: PlotPanel, layout: Layout): string {
  const color = layout.font.color ?? "#000";
  return [horizontal(panel, color), vertical(panel, color)].join("");
}

function horizontal({ area, x, xaxis, xticks }: PlotPanel, color: string): string {
  if (xaxis.visible === false) return "";
  const { left, right, top, bottom } = area;
  const size = xaxis.tickfont?.size ?? 12;
  const ticks = xticks.map(({ at }) =>
    pathData([
      [x(at), bottom],
      [x(at), bottom + TICK],
    ]),
  );
  const labels = xticks.map(({ at, label }) =>
    richText(label, {
      x: x(at),
      y: bottom + TICK + 2 + 0.6 * size,
      anchor: "middle",
      size,
      color: xaxis.tickfont?.color ?? color,
    }),
  );
  const titleSize = xaxis.title?.font?.size ?? 14;
  const shown = xaxis.showticklabels !== false;
  const below = shown ? TICK + 2 + 1.2 * size : TICK;
  return [
    axisLine(
      xaxis,
      pathData([
        [left, bottom],
        [right, bottom],
      ]),
    ),
    xaxis.mirror === true
      ? axisLine(
          xaxis,
          pathData([
            [left, top],
            [right, top],
          ]),
        )
      : "",
    tickMarks(xaxis, ticks),
    ...(shown ? labels : []),
    richText(xaxis.title?.text ?? "", {
      x: (left + right) / 2,
      y: bottom + below + (xaxis.title?.standoff ?? 6) + 0.5 * titleSize,
      anchor: "middle",
      size: titleSize,
      color,
    }),
  ].join("");
}

function vertical({ area, y, yaxis, yticks }: PlotPanel, color: string): string {
  if (yaxis.visible === false) return "";
  const { left, right, top, bottom } = area;
  const size = yaxis.tickfont?.size ?? 12;
  const ticks = yticks.map(({ at }) =>
    pathData([
      [left - TICK, y(at)],
      [left, y(at)],
    ]),
  );
  const labels = yticks.map(({ at, label }) =>
    richText(label, {
      x: left - TICK - 3,
      y: y(at),
      anchor: "end",
      size,
      color: yaxis.tickfont?.color ?? color,
    }),
  );
  const titleSize = yaxis.title?.font?.size ?? 14;
  const shown = yaxis.showticklabels !== false;
  const widest = shown ? Math.max(0, ...yticks.map(({ label }) => textWidth(label, size))) : 0;
  const beside = left - TICK - 3 - widest - (yaxis.title?.standoff ?? 6) - 0.5 * titleSize;
  return [
    axisLine(
      yaxis,
      pathData([
        [left, top],
        [left, bottom],
      ]),
    ),
    yaxis.mirror === true
      ? axisLine(
          yaxis,
          pathData([
            [right, top],
            [right, bottom],
          ]),
        )
      : "",
    tickMarks(yaxis, ticks),
    ...(shown ? labels : []),
    richText(yaxis.title?.text ?? "", {
      x: Math.max(beside, 0.75 * titleSize),
      y: (top + bottom) / 2,
      anchor: "middle",
      size: titleSize,
      color,
      rotate: -90,
    }),
  ].join("");
}

function axisLine(axis: Axis, path: string): string {
  if (axis.showline !== true) return "";
  return line(path, axis.linecolor ?? "#444", axis.linewidth ?? 1);
}

function tickMarks(axis: Axis, paths: readonly string[]): string {
  if (axis.ticks !== "outside" || axis.showticklabels === false || paths.length === 0) return "";
  return line(paths.join(""), axis.tickcolor ?? "#444", 1);
}

function line(d: string, stroke: string, width: number): string {
  return element("path", { d, stroke, "stroke-width": width, fill: "none" });
}
