import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import type { Axis } from "../../src/figures/layout.js";
import { dots, stroke, words } from "../../src/figures/marks.js";
import { seriesStyle } from "../../src/figures/palette.js";
import { playButton } from "../../src/figures/slider.js";
import { colorOf } from "../../src/figures/static-svg/color-scale.js";
import { canvasOf, xScale, yScale } from "../../src/figures/static-svg/panels.js";
import { textWidth } from "../../src/figures/static-svg/rich-text.js";
import { ticksOf } from "../../src/figures/static-svg/ticks.js";
import { renderSvg } from "../../src/figures/static-svg.js";
import { houseAxis, houseLayout, logAxis, squareTo } from "../../src/figures/style.js";
import type { ContourTrace, HeatmapTrace, Trace } from "../../src/figures/traces.js";
import { all, readXml, textOf } from "./well-formed.js";

const layout = houseLayout({
  height: 300,
  margin: { l: 50, r: 50, t: 50, b: 50 },
  xaxis: houseAxis("<i>x</i>", [0, 10]),
  yaxis: houseAxis("<i>y</i>", [0, 10]),
});

function picture(data: readonly Trace[], own: Partial<Figure["layout"]> = {}): string {
  const figure = { caption: "Seen. Shown.", data, layout: { ...layout, ...own } };
  return renderSvg(figure, { width: 300 });
}

const line = stroke(
  [
    [0, 0],
    [10, 10],
  ],
  seriesStyle(0),
  2,
);
const field = {
  x: [0, 5, 10],
  y: [0, 5, 10],
  z: [
    [0, 5, 10],
    [0, 5, 10],
    [0, 5, 10],
  ],
  zmin: 0,
  zmax: 10,
  colorscale: [
    [0, "#000000"],
    [1, "#FFFFFF"],
  ],
  showscale: false,
} as const;

describe("geometry", () => {
  test("a curve runs from corner to corner of the panel, y upwards", () => {
    expect(picture([line])).toContain('d="M50,250L250,50"');
  });

  test("null lifts the pen", () => {
    const gap = stroke([[0, 0], [1, 0], null, [2, 0], [3, 0]], seriesStyle(0), 2);
    expect(picture([gap])).toContain('d="M50,250L70,250M90,250L110,250"');
  });

  test("a plane is square and stands in the middle, or at the bottom where it is told to", () => {
    const plane = houseLayout({
      height: 300,
      margin: { l: 0, r: 0, t: 0, b: 0 },
      xaxis: houseAxis("", [-1, 1]),
      yaxis: houseAxis("", [-1, 1], squareTo("x")),
    });
    const wide = canvasOf(plane, 500, 300).panels[0]!.area;
    expect(wide).toEqual({ left: 100, right: 400, top: 0, bottom: 300 });
    const low = { ...plane, yaxis: { ...plane.yaxis, constraintoward: "bottom" as const } };
    const tall = canvasOf(low, 200, 300).panels[0]!.area;
    expect(tall).toEqual({ left: 0, right: 200, top: 100, bottom: 300 });
  });

  test("references count in axes, in a panel's domain or in the whole drawing", () => {
    const second = {
      ...layout,
      xaxis2: houseAxis("", [0, 1], { domain: [0.5, 1] }),
      yaxis2: houseAxis("", [0, 1], { domain: [0, 0.5] }),
    };
    const canvas = canvasOf(second, 300, 300);
    expect(xScale(canvas, "x")(5)).toBe(150);
    expect(xScale(canvas, "x2")(0.5)).toBe(200);
    expect(xScale(canvas, "x2 domain")(0)).toBe(150);
    expect(yScale(canvas, "y2")(1)).toBe(150);
    expect(yScale(canvas, "paper")(1)).toBe(50);
  });

  test("ticks are round, few, and carry a real minus sign", () => {
    expect(ticksOf(houseAxis("", [-1, 1], { nticks: 5 })).map(({ label }) => label)).toEqual([
      "−1",
      "−0.5",
      "0",
      "0.5",
      "1",
    ]);
    const many = ticksOf(houseAxis("", [-6.36, 6.36]));
    expect(many.map(({ at }) => at)).toEqual([-6, -4, -2, 0, 2, 4, 6]);
    const named = houseAxis("", [0, 2], { tickvals: [0, 2], ticktext: ["off", "on"] });
    expect(ticksOf(named).map(({ label }) => label)).toEqual(["off", "on"]);
  });
});

describe("marks", () => {
  test("each dash has its own pattern", () => {
    const curves = [0, 1, 2, 3, 4].map((i) =>
      stroke(
        [
          [0, i],
          [10, i],
        ],
        seriesStyle(i),
        2,
      ),
    );
    const paths = all(readXml(picture(curves)), "path");
    const drawn = paths.filter(({ attributes }) => attributes["stroke-width"] === "2");
    expect(new Set(drawn.map(({ attributes }) => attributes["stroke-dasharray"])).size).toBe(5);
  });

  test("each marker has its own outline", () => {
    const marks = [0, 1, 2, 3, 4].map((i) => dots([[5, 5]], seriesStyle(i)));
    const rims = all(readXml(picture(marks)), "path").filter(
      ({ attributes }) => attributes["stroke-width"] === "1.5" && attributes["d"]!.endsWith("Z"),
    );
    expect(new Set(rims.map(({ attributes }) => attributes["d"])).size).toBe(5);
  });

  test("a marker outside the panel is left out, unless it may stand out", () => {
    const outside = dots([[12, 5]], seriesStyle(0), { cliponaxis: true });
    expect(picture([outside])).not.toContain("a5.5,5.5");
    expect(picture([{ ...outside, cliponaxis: false }])).toContain("a5.5,5.5");
  });

  test("words keep their letters, their slant and their comparison signs", () => {
    const text = words([[5, 5]], ['<i>z</i> &lt; 0 & "ŷ"<br><b>w</b>'], "middle center");
    const label = all(readXml(picture([text])), "text").find((t) => textOf(t).includes("ŷ"))!;
    expect(textOf(label)).toBe('z < 0 & "ŷ"w');
    const slanted = all(label, "tspan").filter(({ attributes }) => attributes["font-style"]);
    expect(slanted.map(textOf)).toEqual(["z"]);
  });

  test("a tag or an ampersand in a caption cannot break the document", () => {
    const figure = { caption: 'a < b & c > "d" <script>. Yes.', data: [line], layout };
    const root = readXml(renderSvg(figure));
    expect(textOf(root.children[1]!)).toBe(figure.caption);
    expect(textOf(root.children[0]!)).toBe('a < b & c > "d" <script>.');
  });

  test("wide letters are estimated wider than narrow ones", () => {
    expect(textWidth("mmm", 10)).toBeGreaterThan(textWidth("iii", 10) * 2);
    expect(textWidth("ab<br>abcd", 10)).toBe(textWidth("<i>abcd</i>", 10));
  });

  test("the legend names the traces that have a name", () => {
    const legend = { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" } as const;
    const named = [{ ...line, name: "train" }, { ...line, name: "test" }, line];
    const svg = picture(named, { showlegend: true, legend });
    const texts = all(readXml(svg), "text").map(textOf);
    expect(texts.slice(-2)).toEqual(["train", "test"]);
  });

  test("shapes stand where their corners say", () => {
    const line = { color: "#000000", width: 1 };
    const box = { x0: 0, y0: 0, x1: 5, y1: 10, xref: "x", yref: "y", line } as const;
    const svg = picture([dots([[1, 1]], seriesStyle(0))], {
      shapes: [
        { ...box, type: "rect" },
        { ...box, type: "circle" },
        { ...box, type: "line", layer: "below" },
      ],
    });
    expect(svg).toContain('<rect x="50" y="50" width="100" height="200" fill="none"');
    expect(svg).toContain('<ellipse cx="100" cy="150" rx="50" ry="100"');
    expect(svg).toContain('d="M50,250L150,50"');
  });
});

describe("fields", () => {
  test("colours are mixed between the stops and end at the ends", () => {
    const color = colorOf(field.colorscale, 0, 10);
    expect([-5, 0, 5, 10, 99].map(color)).toEqual([
      "#000000",
      "#000000",
      "#808080",
      "#ffffff",
      "#ffffff",
    ]);
  });

  test("a heatmap draws cells of one colour as one path, borders half way between centres", () => {
    const heatmap: HeatmapTrace = { ...field, type: "heatmap" };
    const cells = all(readXml(picture([heatmap])), "g")[0]!.children;
    expect(cells).toHaveLength(3);
    expect(cells[1]!.attributes["d"]).toContain("M100,200L200,200L200,300L100,300Z");
  });

  test("level lines stand where the field has their value", () => {
    const contour: ContourTrace = {
      ...field,
      type: "contour",
      autocontour: false,
      contours: { start: 2.5, end: 7.5, size: 2.5, coloring: "fill" },
      line: { color: "#123456", width: 1 },
    };
    const [ground, ...bands] = all(readXml(picture([contour])), "g")[0]!.children;
    expect(ground!.attributes["fill"]).toBe("#000000");
    expect(bands.map(({ attributes }) => attributes["fill"])).toEqual([
      "#555555",
      "#aaaaaa",
      "#ffffff",
    ]);
    const lefts = bands.map(({ attributes }) => {
      const xs = [...attributes["d"]!.matchAll(/[ML]([-\d.]+),/g)].map(([, x]) => Number(x));
      return Math.min(...xs);
    });
    expect(lefts).toEqual([100, 150, 200]);
  });
});

test("a slider becomes one line of text with the value it stands at", () => {
  const step = { label: "2", method: "animate" } as const;
  const how = {
    mode: "immediate",
    frame: { duration: 0, redraw: true },
    transition: { duration: 0 },
  } as const;
  const slider = {
    active: 0,
    steps: [{ ...step, args: [["w2"], how] as const }],
    currentvalue: { prefix: "<i>w</i> = " },
    x: 0,
    len: 1,
    pad: { t: 50 },
  };
  const svg = picture([line], {
    height: 400,
    margin: { l: 50, r: 50, t: 50, b: 130 },
    sliders: [slider],
  });
  const root = readXml(svg);
  expect(root.attributes["height"]).toBe("342");
  expect(all(root, "text").map(textOf)).toContain("w = 2");
});

describe("bars, whiskers, powers of ten", () => {
  const bar = { type: "bar", x: [2, 6], y: [5, -2.5], marker: { color: "#123456" } } as const;

  test("bars stand on 0 and share the room of a place", () => {
    const rects = all(readXml(picture([bar])), "rect").filter(
      ({ attributes }) => attributes["fill"] === "#123456",
    );
    // Four units apart, four fifths of them filled: 3.2 units of 20 pixels.
    expect(rects[0]!.attributes).toMatchObject({ x: "58", y: "150", width: "64", height: "100" });
    const two = all(readXml(picture([bar, bar])), "rect").filter(
      ({ attributes }) => attributes["fill"] === "#123456",
    );
    expect(two.map(({ attributes }) => attributes["width"])).toEqual(["32", "32", "32", "32"]);
  });

  test("lying bars run to the right, with words at their ends", () => {
    const lying = { ...bar, orientation: "h", text: ["a", "b"], textposition: "outside" } as const;
    const svg = picture([{ ...lying, x: [5, 8], y: [2, 6] }]);
    expect(svg).toContain('<rect x="50" y="178" width="100" height="64"');
    expect(all(readXml(svg), "text").map(textOf)).toContain("b");
  });

  test("whiskers reach as far as they say, with cross strokes", () => {
    const error = { type: "data", array: [1], color: "#000000", thickness: 1, width: 4 } as const;
    const point = dots([[5, 5]], seriesStyle(0), { error_y: error });
    expect(picture([point])).toContain("M150,170L150,130M146,170L154,170M146,130L154,130");
    const lower = { ...error, symmetric: false, arrayminus: [2] } as const;
    expect(picture([{ ...point, error_y: lower }])).toContain("M150,190L150,130");
  });

  test("a log axis spaces powers evenly; what is not positive has no place", () => {
    const yaxis = logAxis("", [1, 100]);
    const curve = stroke(
      [
        [0, 1],
        [5, 10],
        [10, 0],
      ],
      seriesStyle(0),
      2,
    );
    const svg = picture([curve], { yaxis });
    expect(svg).toContain('d="M50,250L150,150"');
    expect(ticksOf(yaxis).map(({ label }) => label)).toEqual(["1", "10", "100"]);
    const plain = { ...yaxis, tickvals: undefined, ticktext: undefined, range: [-6, 6] };
    expect(ticksOf(plain as unknown as Axis).map(({ at }) => at)).toHaveLength(7);
  });

  test("annotations on a log axis count in powers, shapes in values", () => {
    const canvas = canvasOf({ ...layout, yaxis: logAxis("", [1, 100]) }, 300, 300);
    expect(yScale(canvas, "y")(10)).toBe(150);
    expect(yScale(canvas, "y", "power")(1)).toBe(150);
  });

  test("a turned axis runs the other way", () => {
    expect(picture([line], { yaxis: houseAxis("", [10, 0]) })).toContain('d="M50,50L250,250"');
  });

  test("an empty cell is left out, gaps lie between cells", () => {
    const heatmap: HeatmapTrace = {
      ...field,
      type: "heatmap",
      z: [
        [0, null, 0],
        [null, null, null],
        [0, 0, 0],
      ],
      xgap: 2,
    };
    const cells = all(readXml(picture([heatmap])), "g")[0]!.children;
    expect(cells).toHaveLength(1);
    expect(cells[0]!.attributes["d"]!.match(/M/g)).toHaveLength(5);
  });

  test("a gradient becomes slices from left to right", () => {
    const path = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ] as const;
    const fill = {
      fill: "toself",
      fillgradient: { type: "horizontal", colorscale: field.colorscale },
    } as const;
    const svg = picture([stroke(path, { color: "#000000", dash: "solid" }, 0, fill)]);
    const fills = all(readXml(svg), "path").map(({ attributes }) => attributes["fill"]!);
    const slices = fills.filter((color) => /^#(..)\1\1$/.test(color));
    expect(slices).toHaveLength(48);
    expect([...slices].sort()).toEqual(slices);
  });

  test("each point may have a colour of its own", () => {
    const marker = { color: ["#111111", "#222222"], size: 5 };
    const svg = picture([
      dots(
        [
          [1, 1],
          [2, 2],
        ],
        seriesStyle(0),
        { marker },
      ),
    ]);
    expect(svg).toContain('fill="#111111"');
    expect(svg).toContain('fill="#222222"');
  });

  test("buttons leave nothing in the still picture", () => {
    const buttons = [playButton({ frames: ["a"] })];
    expect(picture([line], { updatemenus: buttons })).toBe(picture([line]));
  });

  test("a sixth panel has its own scale", () => {
    const six = { xaxis6: houseAxis("", [0, 1]), yaxis6: houseAxis("", [0, 1]) };
    const canvas = canvasOf({ ...layout, ...six }, 300, 300);
    expect(xScale(canvas, "x6")(1)).toBe(250);
    expect(xScale(canvas, "x6 domain")(0.5)).toBe(150);
  });
});
