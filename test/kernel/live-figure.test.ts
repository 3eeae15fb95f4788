/** Kernel: a figure that is drawn again in its place, alone and in tslab's own handler. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { sigmoidAt } from "../../src/figures/perceptron/sigmoid-at.js";
import { findUpdate, type MimeBundle } from "../../src/kernel/display.js";
import { liveFigure } from "../../src/kernel/live-figure.js";

const PLOTLY = "application/vnd.plotly.v1+json";

describe("outside a notebook", () => {
  test("keeps the newest figure and shows nothing", async () => {
    const live = liveFigure("4.3");
    await live.done();
    expect(live.last).toBeUndefined();
    await live.update(sigmoidAt({ z: 0 }));
    await live.update(sigmoidAt({ z: 1 }));
    await live.done();
    expect(live.last?.["text/plain"]).toBe(`Figure 4.3. ${sigmoidAt({ z: 1 }).caption}`);
    expect(Object.keys(live.last ?? {})).toContain(PLOTLY);
  });

  test("what is not a figure is refused as show refuses it", async () => {
    await expect(liveFigure("4.3").update({} as never)).rejects.toThrow("Call a figure function");
    await expect(liveFigure("x").update(sigmoidAt({ z: 0 }))).rejects.toThrow(
      "numbered by chapter",
    );
  });
});

test("Deno's kernel gets updates too", () => {
  const sent: unknown[] = [];
  const broadcast = (...message: unknown[]) => sent.push(message);
  const way = findUpdate({}, { Deno: { jupyter: { broadcast } } })!;
  way({ "text/plain": "a" }, "id", false);
  way({ "text/plain": "b" }, "id", true);
  const content = (text: string) => ({
    data: { "text/plain": text },
    metadata: {},
    transient: { display_id: "id" },
  });
  expect(sent).toEqual([
    ["display_data", content("a")],
    ["update_display_data", content("b")],
  ]);
});

interface CellResult {
  readonly status: string;
  readonly outputs: readonly {
    readonly display?: MimeBundle;
    readonly update?: boolean;
    readonly text?: string;
  }[];
}

describe("in tslab's kernel", () => {
  const cells = [
    'import { liveFigure, sigmoidAt } from "gradus";\nconst live = liveFigure("4.3");\nfor (const z of [-1, 0, 1]) await live.update(sigmoidAt({ z }));\nawait live.done();',
    'import { formulaSheet, predict, quiz, reveal, table } from "gradus";\npredict("1.1", { a: 1 });\nreveal("1.1", { a: 1 });\nquiz("9.9z");\ntable([{ a: 1 }]);\nformulaSheet("1")',
  ];
  let results: CellResult[] = [];

  beforeAll(() => {
    const script = fileURLToPath(new URL("./tslab-cells.cjs", import.meta.url));
    const directory = fileURLToPath(new URL("../../notebooks", import.meta.url));
    const output = execFileSync(process.execPath, [script, directory, JSON.stringify(cells)]);
    results = JSON.parse(output.toString());
  }, 60_000);

  test("draws pictures again in two outputs, figure and caption, and ends with the live figure", () => {
    expect(results[0]!.status).toBe("ok");
    const { outputs } = results[0]!;
    expect(outputs.map(({ update }) => update)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(outputs.map(({ display }) => PLOTLY in display!)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(outputs.at(-1)!.display!["text/plain"]).toBe(
      `Figure 4.3. ${sigmoidAt({ z: 1 }).caption}`,
    );
  });

  test("what shows something in a cell echoes nothing", () => {
    expect(results[1]!.status).toBe("ok");
    expect(results[1]!.outputs.map(({ text }) => text)).toEqual(Array(5).fill(undefined));
    expect(results[1]!.outputs[2]!.display!["text/plain"]).toContain(
      'There is no question "9.9z".',
    );
  });
});
