import { describe, expect, test } from "vitest";
import { activeFrame } from "../../src/figures/figure.js";
import type { Axis, Layout } from "../../src/figures/layout.js";
import { textWidth } from "../../src/figures/static-svg/rich-text.js";
import { renderSvg } from "../../src/figures/static-svg.js";
import { GALLERY } from "./gallery.js";
import { all, readXml, textOf } from "./well-formed.js";

describe.each(GALLERY)("%s", (_, figure) => {
  test("has a caption of at least two sentences, in plain text", () => {
    expect(figure.caption.split(/\. /).length).toBeGreaterThanOrEqual(2);
    expect(figure.caption).toMatch(/^[A-Z].*\.$/s);
    expect(figure.caption).not.toMatch(/NaN|undefined|Infinity|<[a-z]|&lt;| -\d/);
  });

  test("survives JSON unchanged", () => {
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  test("has as many x as y in each trace and each frame", () => {
    const patched = (figure.frames ?? []).flatMap(({ data }) => data);
    for (const { x, y } of [...figure.data.filter((t) => t.type === "scatter"), ...patched]) {
      expect(x?.length).toBe(y?.length);
    }
  });

  test("keeps each word inside the range of its panel, or Plotly would drop it", () => {
    const stills = [activeFrame(figure).data, ...frames(figure)];
    const texts = stills.flat().filter((t) => t.type === "scatter" && t.mode.includes("text"));
    for (const trace of texts) {
      const horizontal = axis(figure.layout, "x", trace.xaxis);
      const vertical = axis(figure.layout, "y", trace.yaxis);
      const words = "text" in trace ? trace.text : [];
      trace.x.forEach((x, i) => {
        if (words?.[i] === "") return;
        expect(inRange(x, horizontal), `x of ${words?.[i]}`).toBe(true);
        expect(inRange(trace.y[i] ?? null, vertical), `y of ${words?.[i]}`).toBe(true);
      });
    }
  });

  test("starts as the active stops of its sliders say", () => {
    expect(activeFrame(figure).data).toEqual(figure.data);
  });

  test("becomes a well-formed picture that says what it is", () => {
    const root = readXml(renderSvg(figure));
    expect(root.tag).toBe("svg");
    expect(root.attributes["role"]).toBe("img");
    expect(root.children[0]?.tag).toBe("title");
    expect(textOf(root.children[0]!)).toBe(figure.alt);
    expect(root.children[1]?.tag).toBe("desc");
    expect(textOf(root.children[1]!)).toBe(figure.caption);
  });

  test("becomes the same picture each time, with no ids, scripts or outside links", () => {
    const svg = renderSvg(figure);
    expect(renderSvg(figure)).toBe(svg);
    expect(svg).not.toMatch(/ id=|<script|href|url\(|NaN|undefined|Infinity/);
  });

  test("keeps all its words inside the picture and legible at 450 px", () => {
    const width = 540;
    for (const text of all(readXml(renderSvg(figure, { width })), "text")) {
      const {
        x,
        y,
        "text-anchor": anchor = "start",
        "font-size": size,
        transform,
      } = text.attributes;
      expect(Number(size) * (450 / width)).toBeGreaterThanOrEqual(10);
      const rows = text.children.some(({ attributes }) => "x" in attributes)
        ? text.children
        : [text];
      const length = Math.max(...rows.map((row) => textWidth(textOf(row), Number(size))));
      const before = { start: 0, middle: length / 2, end: length }[anchor]!;
      if (transform !== undefined) continue;
      expect(Number(x) - before, textOf(text)).toBeGreaterThanOrEqual(0);
      expect(Number(x) - before + length, textOf(text)).toBeLessThanOrEqual(width);
      expect(Number(y) - Number(size)).toBeGreaterThanOrEqual(0);
    }
  });
});

/** The axis of a trace, whichever of the panels it is drawn in. */
function axis(layout: Layout, letter: "x" | "y", name: string = letter): Axis {
  return Reflect.get(layout, name.replace(letter, `${letter}axis`)) as Axis;
}

function inRange(value: number | null, { range, type }: Axis): boolean {
  if (value === null) return true;
  const place = type === "log" ? Math.log10(value) : value;
  return place >= Math.min(...range) && place <= Math.max(...range);
}

/** The figure's traces at each stop of each slider. */
function frames(figure: (typeof GALLERY)[number][1]) {
  return (figure.frames ?? []).map(({ traces, data }) =>
    data.flatMap((patch, k) => {
      const trace = figure.data[traces[k]!]!;
      return trace.type === "scatter" ? [{ ...trace, ...patch }] : [];
    }),
  );
}

test("numbers in labels and captions carry a real minus sign", () => {
  const words = GALLERY.map(([, { alt }]) => alt).join(" ");
  expect(words).toContain("−6");
  expect(words).not.toMatch(/-\d/);
});
