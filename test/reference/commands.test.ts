import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { main } from "../../src/cli/main.js";

const GRADUS = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

function gradus(...args: string[]) {
  const run = spawnSync(process.execPath, [GRADUS, ...args], { encoding: "utf8" });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

test("gradus reference compares, prints the table, and ends with 0 when all agree", () => {
  const { code, out } = gradus("reference", "--backend", "plain", "--quick");
  expect(code).toBe(0);
  expect(out).toMatch(/^reference: plain on .+ \(tfjs 4\.22\.0, node [\d.]+\)\n/);
  expect(out).toMatch(/\nsigmoid +36 +\S+e-8 .* agrees\n/);
  expect(out).toMatch(/\n(\d+) of \1 functions agree with plain in \d+ cases/);
});

test("an unknown backend is answered with the known ones and exit code 2", () => {
  const { code, err } = gradus("reference", "--backend", "cuda");
  expect(code).toBe(2);
  expect(err).toContain(
    'There is no reference backend "cuda". There are: tfjs-node-gpu, tfjs-node',
  );
});

test("a backend that cannot run here is listed with its reason, and comparing nothing is no success", async () => {
  const { code, out } = gradus("reference", "--backend", "tfjs-node-gpu");
  if (code === 0) return;
  expect(out).toMatch(/^tfjs-node-gpu: not available here, \S.*\n\nNothing was compared/);
  expect(code).toBe(1);
});

test("a time limit that is no number is refused before anything is tried", async () => {
  expect(await main(["reference-install", "--time-limit", "soon"])).toBe(2);
});
