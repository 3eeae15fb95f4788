/** A learner's first hour, in a real browser: open the lecture, run it, solve an exercise. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cellWith,
  inNotebook,
  kernelIdle,
  type Lab,
  retypeLine,
  runCell,
  startLab,
} from "./lab.js";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
}, 180_000);
afterAll(() => lab?.close());

describe("the lecture", () => {
  beforeAll(async () => {
    await lab.open("notebooks/01-perceptron.ipynb");
  }, 90_000);

  test("opens with its title and its formulas, and no dialog asks about news", async () => {
    await inNotebook(lab.page, "h1").first().waitFor();
    expect(await inNotebook(lab.page, "h1").first().innerText()).toContain("The perceptron");
    expect(await inNotebook(lab.page, "mjx-container").count()).toBeGreaterThan(3);
    await lab.screenshot("1-opened");
    expect(await lab.page.locator(".jp-Dialog").count()).toBe(0);
    expect(await lab.page.getByText(/Jupyter news/i).count()).toBe(0);
  });

  test("runs from top to bottom, draws every figure and shows no error", async () => {
    await lab.page.getByRole("menuitem", { name: "Run", exact: true }).click();
    await lab.page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
    const prompts = inNotebook(lab.page, ".jp-CodeCell .jp-InputPrompt");
    // The last cell has its number when everything before it has run.
    await expect.poll(() => prompts.last().innerText(), { timeout: 60_000 }).toMatch(/^\[\d+\]:$/);
    await kernelIdle(lab.page);
    await lab.screenshot("2-ran");
    expect(
      await prompts.evaluateAll(
        (all) => all.filter((p) => !/\[\d+\]/.test(p.textContent ?? "")).length,
      ),
    ).toBe(0);
    expect(
      await inNotebook(lab.page, '[data-mime-type="application/vnd.jupyter.stderr"]').count(),
    ).toBe(0);
    expect(
      await inNotebook(lab.page, '[data-mime-type="application/vnd.jupyter.error"]').count(),
    ).toBe(0);
    const captions = await inNotebook(lab.page, ".jp-RenderedMarkdown em").allTextContents();
    expect(captions.filter((text) => /^Figure 1\.\d\.$/.test(text)).length).toBe(9);
  }, 90_000);

  test("the plots are drawn by Plotly, and a slider moves one", async () => {
    const plots = inNotebook(lab.page, ".js-plotly-plot");
    expect(await plots.count()).toBe(23);
    const first = plots.first();
    await first.scrollIntoViewIfNeeded();
    await first.locator("svg.main-svg").first().waitFor();
    await lab.screenshot("3-plot");
    const curve = () =>
      first
        .locator(".scatterlayer path.js-line")
        .evaluateAll((all) => all.map((path) => path.getAttribute("d")).join());
    const before = await curve();
    const rail = await first
      .locator(".slider-rail-touch-rect, .slider-rail-rect")
      .first()
      .boundingBox();
    await lab.page.mouse.click(rail!.x + 4, rail!.y + rail!.height / 2);
    await expect.poll(curve, { timeout: 5000 }).not.toBe(before);
    await lab.screenshot("4-slider");
    // It has kept its size: a plot that follows its parent's height shrinks to nothing here.
    expect((await first.boundingBox())?.height).toBeGreaterThan(300);
  }, 30_000);
});

describe("an exercise", () => {
  beforeAll(async () => {
    await lab.open("exercises/01-perceptron.ipynb");
    await runCell(lab.page, cellWith(lab.page, "import { check"));
  }, 90_000);

  const checkTable = () =>
    cellWith(lab.page, 'check("perceptron/one-input"').locator(".jp-RenderedHTMLCommon");

  test("says 'not implemented' before anything is written", async () => {
    await runCell(lab.page, cellWith(lab.page, "function oneInput"));
    await runCell(lab.page, cellWith(lab.page, 'check("perceptron/one-input"'));
    await expect.poll(() => checkTable().innerText()).toMatch(/not implemented/i);
    await checkTable().scrollIntoViewIfNeeded();
    await lab.screenshot("5-stub");
  }, 30_000);

  test("names the misconception of a wrong answer", async () => {
    const answer = cellWith(lab.page, "function oneInput");
    await retypeLine(lab.page, answer, "throw new NotImplemented", "return x * w;");
    await runCell(lab.page, answer);
    await runCell(lab.page, cellWith(lab.page, 'check("perceptron/one-input"'));
    await expect.poll(() => checkTable().innerText()).toMatch(/bias/i);
    expect(await checkTable().innerText()).toMatch(/fail/i);
    await checkTable().scrollIntoViewIfNeeded();
    await lab.screenshot("6-wrong");
  }, 30_000);

  test("passes a right answer", async () => {
    const answer = cellWith(lab.page, "function oneInput");
    await retypeLine(lab.page, answer, "return x * w;", "return w0 + x * w;");
    await runCell(lab.page, answer);
    await runCell(lab.page, cellWith(lab.page, 'check("perceptron/one-input"'));
    await expect.poll(() => checkTable().innerText()).toMatch(/visible checks passed/i);
    expect(await checkTable().innerText()).not.toMatch(/fail/i);
    await checkTable().scrollIntoViewIfNeeded();
    await lab.screenshot("7-right");
  }, 30_000);
});
