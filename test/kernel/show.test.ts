import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { sigmoidAt } from "../../src/figures/perceptron/sigmoid-at.js";
import { renderSvg } from "../../src/figures/static-svg.js";
import { display, findSend, type MimeBundle } from "../../src/kernel/display.js";
import { show } from "../../src/kernel/show.js";
import { ValueError } from "../../src/math/value-error.js";

const PLOTLY = "application/vnd.plotly.v1+json";
const figure = sigmoidAt({ z: -6 });

describe("outside a notebook", () => {
  test("show returns Plotly's JSON, the still picture and the numbered caption", () => {
    const bundle = show(figure, "1.4")!;
    expect(Object.keys(bundle)).toEqual([PLOTLY, "image/svg+xml", "text/plain"]);
    expect(bundle["image/svg+xml"]).toBe(renderSvg(figure));
    expect(bundle["text/plain"]).toBe(`Figure 1.4. ${figure.caption}`);
    expect(bundle[PLOTLY]).toEqual({
      data: figure.data,
      layout: figure.layout,
      frames: [],
      config: { displaylogo: false },
    });
  });

  test("an exercise numbers its figures with an E, and with no other letter", () => {
    expect(show(figure, "E1.2")!["text/plain"]).toBe(`Figure E1.2. ${figure.caption}`);
    const misnumbered = ["e1.2", "F1.2", "E1", "E12", "E 1.2", "E1.2a"];
    for (const number of misnumbered) expect(() => show(figure, number)).toThrow('as in "E1.3"');
  });

  test("without a number the caption stands alone", () => {
    expect(show(figure)!["text/plain"]).toBe(figure.caption);
  });

  test("what is not a figure, or not numbered as text, is refused with the way to mend it", () => {
    const notFigure = () => show(sigmoidAt as never);
    expect(notFigure).toThrow(ValueError);
    expect(notFigure).toThrow("Call a figure function first, as in show(sigmoidAt({ z: -6 })).");
    expect(() => show(figure, 1.4 as never)).toThrow('as text, as in "1.3"; here number is 1.4.');
  });

  test("display gives the bundle back", () => {
    const bundle = { "text/plain": "seen" };
    expect(display(bundle)).toBe(bundle);
  });
});

describe("the way to a cell", () => {
  const nowhere = {};

  test("there is none where no kernel is loaded", () => {
    expect(
      findSend({ "/x/other.js": { exports: { lastWriteDisplayData: () => 0 } } }, nowhere),
    ).toBeNull();
    expect(findSend({}, nowhere)).toBeNull();
  });

  test("there is none before a cell has run", () => {
    const file = "/n/tslab/dist/jupyter.js";
    expect(findSend({ [file]: { exports: { lastWriteDisplayData: null } } }, nowhere)).toBeNull();
  });

  test("if tslab hides its bundles, the best still format goes the public way", () => {
    const sent: unknown[] = [];
    const api = { raw: (mime: string, content: string) => sent.push([mime, content]) };
    const send = findSend(
      { "C:\\n\\tslab\\dist\\public.js": { exports: { display: api } } },
      nowhere,
    );
    send?.({ [PLOTLY]: { data: [] }, "image/svg+xml": "<svg/>", "text/plain": "words" });
    expect(sent).toEqual([["image/svg+xml", "<svg/>"]]);
  });

  test("Deno's kernel takes the whole bundle, and asking a Deno without one does no harm", () => {
    const sent: unknown[] = [];
    const jupyter = { broadcast: (...message: unknown[]) => sent.push(message) };
    findSend({}, { Deno: { jupyter } })?.({ "text/plain": "words" });
    expect(sent).toEqual([
      ["display_data", { data: { "text/plain": "words" }, metadata: {}, transient: {} }],
    ]);
    const plain = {
      get jupyter() {
        throw new Error("only in deno jupyter");
      },
    };
    expect(findSend({}, { Deno: plain })).toBeNull();
  });
});

interface CellResult {
  readonly status: string;
  readonly outputs: readonly { readonly display?: MimeBundle; readonly text?: string }[];
}

describe("in tslab's kernel", () => {
  const cells = [
    'import { show, sigmoidAt } from "gradus";\nshow(sigmoidAt({ z: -6 }), "1.4")',
    "show(sigmoidAt({ z: 0 }));",
    "show(sigmoidAt)",
  ];
  let results: CellResult[] = [];

  beforeAll(() => {
    const script = fileURLToPath(new URL("./tslab-cells.cjs", import.meta.url));
    const directory = fileURLToPath(new URL("../../notebooks", import.meta.url));
    const output = execFileSync(process.execPath, [script, directory, JSON.stringify(cells)]);
    results = JSON.parse(output.toString());
  }, 60_000);

  test("a cell that ends with show has two outputs, the figure and its caption, and no echo", () => {
    expect(results[0]!.status).toBe("ok");
    const [picture, caption, ...more] = results[0]!.outputs.map((output) => output.display!);
    expect(more).toEqual([]);
    expect(Object.keys(picture!)).toEqual([PLOTLY, "image/svg+xml", "text/plain"]);
    expect(picture![PLOTLY]).toMatchObject({ data: JSON.parse(JSON.stringify(figure.data)) });
    expect(caption!["text/markdown"]).toMatch(/^\*Figure 1\.4\.\* The sigmoid curve, /);
    expect(caption!["text/plain"]).toBe(`Figure 1.4. ${figure.caption}`);
  });

  test("the next cell shows in its own place", () => {
    expect(results[1]!.outputs).toHaveLength(2);
    expect(results[1]!.outputs[1]!.display!["text/markdown"]).toMatch(/^The sigmoid curve/);
  });

  test("a function in place of a figure is caught by the compiler before it runs", () => {
    expect(results[2]!.status).toBe("error");
    expect(results[2]!.outputs.map(({ text }) => text).join("")).toContain(
      "is not assignable to parameter of type 'Figure'",
    );
  });
});
