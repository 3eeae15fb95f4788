/** Command line: `gradus check --watch`, end to end: a notebook is edited while the command runs. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notebookFile, temporaryFolder } from "./files.js";
import { LearnersNotebook, RunningCheck } from "./learner.js";

const TIME = { timeout: 120_000 };
const DONE = /Visible checks: .*\n/;

test("only what changed is checked again, however it is saved", TIME, async () => {
  const folder = temporaryFolder();
  const path = join(folder, "01-perceptron.ipynb");
  const stubs = () => new LearnersNotebook("01-perceptron", "exercises");
  const right =
    "function oneInput(x: number, w: number, w0: number): number {\n  return w0 + w * x;\n}";
  const loop = "function weightedSum(): number {\n  for (;;) {}\n}";
  stubs().save(path);
  const watch = new RunningCheck("--watch", path);
  expect(await watch.says(DONE)).toMatch(/0 of 14 exercises complete, 14 not implemented yet/);
  await watch.says(/Watching\. Save a notebook to check it again; q ends\.\n/);

  // In place, as an editor does.
  stubs().replace("oneInput", right).save(path);
  const first = await watch.says(DONE);
  expect(first).toContain("checking 1.1 One input, one weight, one bias\n");
  expect(first).toMatch(/✓ 1\.1 .*3 of 3 points\n {2}Newly complete\.\n/);
  expect(first).not.toContain("1.2");
  expect(first).toMatch(/1 of 14 exercises complete, 13 not implemented yet/);

  // Through a new file that takes the old one's place, as JupyterLab does.
  stubs().replace("oneInput", right).replace("weightedSum", loop).save(`${path}.new`);
  renameSync(`${path}.new`, path);
  const second = await watch.says(DONE);
  expect(second).toMatch(/Stopped after 2 s in weightedSum[\s\S]*\n {2}Now failing\.\n/);
  expect(second).not.toContain("1.1 ");
  expect(second).toMatch(/1 of 14 exercises complete, 1 wrong, 12 not implemented yet/);

  // Another cell, and outputs: no answer is touched.
  stubs()
    .replace("oneInput", right)
    .replace("weightedSum", loop)
    .insert("first", "const unrelated = 1;", [{ output_type: "stream", name: "stdout", text: "1" }])
    .save(path);
  await watch.says(/01-perceptron\.ipynb was saved; no answer changed\.\n/);

  // Half-written, then gone, then back.
  const text = stubs().replace("oneInput", right).text();
  writeFileSync(path, text.slice(0, text.length / 2));
  await watch.says(/seems to be cut short\. .*Its last results stand until it is saved again\.\n/);
  rmSync(path);
  await watch.says(/There is no notebook .*: it was moved or deleted\. Its last results stand/);
  writeFileSync(path, text);
  const third = await watch.says(DONE);
  expect(third).toContain("checking 1.2 The weighted sum\n");
  expect(third).toMatch(/· 1\.2 .*not implemented yet\n {2}No longer implemented\.\n/);

  expect(await watch.press("q")).toBe(0);
  expect(watch.err).toBe("");
  expect(readFileSync(path, "utf8")).toBe(text);
});

const RIGHT = {
  oneInput: "function oneInput(x: number, w: number, w0: number) {\n  return w0 + w * x;\n}",
  weightedSum:
    "const weightedSum = (x: number[], w: number[], w0: number) => x.reduce((z, xi, i) => z + xi * w[i], w0);",
  perceptron:
    "const perceptron = (x: number[], w: number[], w0: number, g: (z: number) => number) => g(weightedSum(x, w, w0));",
};
const loop = (name: string) =>
  `function weightedSum(): number {\n  for (let ${name} = 0; ; ) ${name}++;\n}`;

test("what is saved while a check runs wins; a loop does not hold up the rest", TIME, async () => {
  const path = join(temporaryFolder(), "mine.ipynb");
  notebookFile(path, RIGHT.oneInput, loop("a"), "const perceptron = () => 0;");
  const watch = new RunningCheck("--watch", path);
  const first = await watch.says(DONE);
  expect(first).toMatch(
    /✓ 1\.1 [\s\S]*Stopped after 2 s in weightedSum[\s\S]*\n1\.6 The perceptron/,
  );
  expect(first).toMatch(/1 of 3 exercises complete, 2 wrong/);

  notebookFile(path, "const oneInput = () => 1;", loop("b"), RIGHT.perceptron);
  await watch.says(/checking 3 exercises whose code changed/);
  notebookFile(path, RIGHT.oneInput, RIGHT.weightedSum, RIGHT.perceptron);
  const last = await watch.says(DONE);
  expect(last).toMatch(/✓ 1\.2 .*\n {2}Newly complete\./);
  expect(last).toMatch(/Visible checks: 3 of 3 exercises complete; 11 of 11 points/);

  notebookFile(path, RIGHT.oneInput, loop("c"), RIGHT.perceptron);
  await watch.says(/checking .*The weighted sum/);
  expect(await watch.press("q")).toBe(0);
  await watch.says(/The watch ends after the exercise that runs now\.[\s\S]*The watch has ended\./);
  expect(watch.err).toBe("");
});

test.runIf(process.platform !== "win32")("a signal ends the watch cleanly", TIME, async () => {
  const path = notebookFile(join(temporaryFolder(), "mine.ipynb"), RIGHT.oneInput);
  const watch = new RunningCheck("--watch", path);
  await watch.says(/q ends\./);
  expect(await watch.signal("SIGTERM")).toBe(0);
  await watch.says(/The watch has ended\./);
});
