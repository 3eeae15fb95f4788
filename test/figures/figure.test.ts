import { describe, expect, test } from "vitest";
import { activeFrame, type Figure, figure } from "../../src/figures/figure.js";
import { spreadApart } from "../../src/figures/label-place.js";
import { stroke } from "../../src/figures/marks.js";
import { affineText, numberText, sumText } from "../../src/figures/numbers.js";
import { seriesStyle } from "../../src/figures/palette.js";
import { houseSlider, playButton } from "../../src/figures/slider.js";
import { houseAxis, houseLayout } from "../../src/figures/style.js";
import { ValueError } from "../../src/math/value-error.js";

const line = stroke(
  [
    [0, 0],
    [1, 2],
  ],
  seriesStyle(0),
  2,
);
const layout = houseLayout({
  height: 300,
  xaxis: houseAxis("x", [0, 1]),
  yaxis: houseAxis("y", [0, 2]),
});
const plain: Figure = { caption: "A line. It rises.", data: [line], layout };

describe("figure", () => {
  test("gives back what it checked", () => {
    expect(figure(plain)).toBe(plain);
  });

  test.each(["", "  \n"])("wants a caption, and %j is none", (caption) => {
    const call = () => figure({ ...plain, caption });
    expect(call).toThrow(ValueError);
    expect(call).toThrow("Write what one sees, where to look, and what it shows.");
  });

  test("wants something to draw", () => {
    expect(() => figure({ ...plain, data: [] })).toThrow("a figure draws at least one trace");
  });

  test("says where a number is that JSON cannot hold", () => {
    const call = () => figure({ ...plain, data: [{ ...line, y: [0, Number.NaN] }] });
    expect(call).toThrow("figure: figure.data.0.y.1 must be a finite number");
  });

  test("rejects a typed array, which JSON would turn into an object", () => {
    const y = new Float64Array(2) as unknown as number[];
    expect(() => figure({ ...plain, data: [{ ...line, y }] })).toThrow(
      "figure.data.0.y must be plain data",
    );
  });

  test("wants a frame for each stop of a slider, and a trace for each change", () => {
    const slider = houseSlider({ prefix: "w = ", labels: ["1"], frames: ["one"], active: 0 });
    const withSlider = { ...plain, layout: { ...layout, sliders: [slider] } };
    expect(() => figure(withSlider)).toThrow("each stop of a slider shows a frame of that name");
    const frames = [{ name: "one", traces: [1], data: [{ y: [0, 1] }] }];
    expect(() => figure({ ...withSlider, frames })).toThrow("pairs each change with a trace");
  });

  test("wants the frames that a button plays", () => {
    const updatemenus = [playButton({ frames: ["nowhere"] })];
    const call = () => figure({ ...plain, layout: { ...layout, updatemenus } });
    expect(call).toThrow("a play button plays frames of the figure");
  });

  test("a frame that recolours a line keeps its width", () => {
    const slider = houseSlider({ prefix: "w = ", labels: ["1"], frames: ["one"], active: 0 });
    const frames = [{ name: "one", traces: [0], data: [{ line: { color: "#123456" } }] }];
    const still = activeFrame({ ...plain, frames, layout: { ...layout, sliders: [slider] } });
    expect(still.data[0]).toMatchObject({ line: { color: "#123456", width: 2 } });
  });

  test("shows the frames that its sliders stand at", () => {
    const slider = houseSlider({
      prefix: "w = ",
      labels: ["1", "5"],
      frames: ["one", "five"],
      active: 1,
    });
    const frames = [
      { name: "one", traces: [0], data: [{ y: [0, 1] }] },
      { name: "five", traces: [0], data: [{ y: [0, 5] }] },
    ];
    const still = activeFrame({ ...plain, frames, layout: { ...layout, sliders: [slider] } });
    expect(still.data).toEqual([{ ...line, y: [0, 5] }]);
  });
});

describe("words for numbers", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [-6, "−6"],
    [0.0024726, "0.00247"],
    [2.5, "2.5"],
    [999.6, "1000"],
    [12345.6, "12,346"],
    [1234567, "1.23·10⁶"],
    [-0.0000051, "−5.1·10⁻⁶"],
    [0.9999938, "0.9999938"],
    [-0.9996, "−0.9996"],
    [1, "1"],
  ])("%d is written %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  test("sums and linear forms merge signs, and leave out what is 0 or 1", () => {
    expect(sumText([1, -3, -4])).toBe("1 − 3 − 4");
    expect(affineText(1, [3, -2], ["x₁", "x₂"])).toBe("1 + 3x₁ − 2x₂");
    expect(affineText(0, [-1, 1], ["x₁", "x₂"])).toBe("−x₁ + x₂");
    expect(affineText(-2, [0, -1], ["x₁", "x₂"])).toBe("−2 − x₂");
    expect(affineText(0, [0], ["x"])).toBe("0");
  });
});

describe("spreadApart", () => {
  test("moves nothing that has room", () => {
    expect(spreadApart([3, 1, 2], 1, [0, 9])).toEqual([3, 1, 2]);
  });

  test("centres a crowd on what its members want", () => {
    expect(spreadApart([1, 1, 1], 2, [-9, 9])).toEqual([-1, 1, 3]);
  });

  test("lets two crowds that meet become one", () => {
    expect(spreadApart([0, 0.1, 1.2], 1, [-9, 9]).map((y) => Math.round(y * 1000) / 1000)).toEqual([
      -0.567, 0.433, 1.433,
    ]);
  });

  test("stays in its range", () => {
    expect(spreadApart([9, 9], 2, [0, 9])).toEqual([7, 9]);
  });
});
