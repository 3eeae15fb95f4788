/** Static SVG: what a layout adds to the traces: words, shapes, and what its sliders show. */
import type { Annotation, Layout, Shape } from "../layout.js";
import { type Canvas, xScale, yScale } from "./panels.js";
import { richText, textHeight, textWidth } from "./rich-text.js";
import { strokeOf } from "./scatter.js";
import { element, pathData } from "./xml.js";

/** Words at a place, on a background where one is asked for. */
export function annotationOf(note: Annotation, canvas: Canvas, layout: Layout): string {
  const size = note.font?.size ?? layout.font.size ?? 14;
  const [width, height] = [textWidth(note.text, size), textHeight(note.text, size)];
  const x = xScale(canvas, note.xref, "power")(note.x) + (note.xshift ?? 0);
  const y = yScale(canvas, note.yref, "power")(note.y) - (note.yshift ?? 0);
  const across = { left: 0.5, center: 0, right: -0.5 }[note.xanchor ?? "center"] * width;
  const down = { top: 0.5, middle: 0, bottom: -0.5 }[note.yanchor ?? "middle"] * height;
  const [middle, level] = [x + across, y + down];
  const pad = note.borderpad ?? 1;
  const ground =
    note.bgcolor === undefined
      ? ""
      : element("rect", {
          x: middle - width / 2 - pad,
          y: level - height / 2 - pad,
          width: width + 2 * pad,
          height: height + 2 * pad,
          fill: note.bgcolor,
        });
  const align = note.align ?? note.xanchor ?? "center";
  const color = note.font?.color ?? layout.font.color ?? "#000";
  const anchor = ({ left: "start", center: "middle", right: "end" } as const)[align];
  const start = { left: -0.5, center: 0, right: 0.5 }[align] * width;
  return ground + richText(note.text, { x: middle + start, y: level, anchor, size, color });
}

/** A line, rectangle or ellipse. */
export function shapeOf(shape: Shape, canvas: Canvas): string {
  const [x, y] = [xScale(canvas, shape.xref), yScale(canvas, shape.yref)];
  const [x0, x1, y0, y1] = [x(shape.x0), x(shape.x1), y(shape.y0), y(shape.y1)];
  const fill = shape.fillcolor ?? "none";
  const stroke = shape.line === undefined ? {} : strokeOf(shape.line);
  if (shape.type === "line") {
    return element("path", {
      d: pathData([
        [x0, y0],
        [x1, y1],
      ]),
      ...stroke,
      fill: "none",
    });
  }
  if (shape.type === "circle") {
    const [rx, ry] = [Math.abs(x1 - x0) / 2, Math.abs(y1 - y0) / 2];
    return element("ellipse", { cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, rx, ry, fill, ...stroke });
  }
  return element("rect", {
    x: Math.min(x0, x1),
    y: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
    fill,
    ...stroke,
  });
}

/** A slider cannot move here: it only says at which of its stops the picture stands. */
export function sliderNotes(layout: Layout, canvas: Canvas): string {
  return (layout.sliders ?? [])
    .map(({ active, steps, currentvalue, x, pad }) => {
      const value = `${currentvalue.prefix}${steps[active]?.label ?? ""}${currentvalue.suffix ?? ""}`;
      return richText(value, {
        x: canvas.area.left + x * (canvas.area.right - canvas.area.left),
        y: canvas.area.bottom + pad.t + 10,
        anchor: "start",
        size: currentvalue.font?.size ?? 14,
        color: layout.font.color ?? "#000",
      });
    })
    .join("");
}
