import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { comparedFunction } from "../../src/reference/cases.js";
import { backendsToTry, chooseOracle } from "../../src/reference/choose.js";
import { compareFunction } from "../../src/reference/compare-function.js";
import { isOracle, type Oracle, openOracle } from "../../src/reference/oracle.js";

describe("the process of a backend", () => {
  let oracle: Oracle;

  beforeAll(async () => {
    oracle = (await chooseOracle(["plain"])).oracle;
  });

  afterAll(() => oracle.close());

  test("carries NaN, the infinities and −0 both ways", async () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect(await oracle.ask("neg", [[0], [-0], [infinity], [Number.NaN]])).toEqual([
      -0,
      0,
      -infinity,
      Number.NaN,
    ]);
    expect(
      await oracle.ask("div", [
        [1, 0],
        [-1, 0],
        [0, 0],
      ]),
    ).toEqual([infinity, -infinity, Number.NaN]);
  });

  test("answers in the shape of the result: a number, a vector, a matrix", async () => {
    const row = [[1, 2, 3]];
    expect(await oracle.ask("transpose", [[row]])).toEqual([[[1], [2], [3]]]);
    expect(await oracle.ask("sum, by row", [[row]])).toEqual([[6]]);
    expect(await oracle.ask("sum", [[row]])).toEqual([6]);
  });

  test("answers several questions that were asked at once, each to the one who asked", async () => {
    const answers = await Promise.all([1, 2, 3].map((x) => oracle.ask("square", [[x]])));
    expect(answers).toEqual([[1], [4], [9]]);
  });

  test("reports what TensorFlow.js throws, and goes on", async () => {
    const tooShort = [[[1, 2]], [[1, 2, 3]]];
    await expect(oracle.ask("matMul", [tooShort])).rejects.toThrow(
      /^plain could not evaluate matMul: Error in matMul/,
    );
    expect(await oracle.ask("square", [[5]])).toEqual([25]);
  });

  test("that has been closed refuses a question instead of waiting for ever", async () => {
    const { oracle: closed } = await chooseOracle(["plain"]);
    closed.close();
    await expect(closed.ask("square", [[1]])).rejects.toThrow("its process ended");
  });
});

describe("a backend that cannot be used", () => {
  test("says why in one line", async () => {
    const opened = await openOracle("tfjs-node-gpu");
    if (isOracle(opened)) return opened.close();
    expect(opened.reason).toMatch(
      /^(no NVIDIA driver|TensorFlow \S+ lists no GPU|its addon is not)/,
    );
    expect(opened.reason).not.toContain("\n");
  });

  test("is passed over, and its reason kept", async () => {
    process.env["VK_ICD_FILENAMES"] = "/nowhere/driver.json";
    try {
      const { oracle, unavailable } = await chooseOracle(["webgpu", "plain"]);
      oracle.close();
      expect(oracle.backend).toBe("plain");
      expect(unavailable).toEqual([
        { backend: "webgpu", reason: expect.stringMatching(/no Vulkan|package webgpu/) },
      ]);
    } finally {
      delete process.env["VK_ICD_FILENAMES"];
    }
  });

  test("leaves an error with the reason if there is no other", async () => {
    process.env["VK_ICD_FILENAMES"] = "/nowhere/driver.json";
    try {
      await expect(chooseOracle(["webgpu"])).rejects.toThrow(
        /^No TensorFlow\.js backend can be used here\. webgpu: /,
      );
    } finally {
      delete process.env["VK_ICD_FILENAMES"];
    }
  });
});

test("GRADUS_REFERENCE names the one backend to use", () => {
  expect(backendsToTry("plain")).toEqual(["plain"]);
  expect(backendsToTry("")).toEqual(["tfjs-node-gpu", "tfjs-node", "webgpu", "plain"]);
  expect(() => backendsToTry("cuda")).toThrow(
    'There is no reference backend "cuda". There are: tfjs-node-gpu, tfjs-node, webgpu, plain.',
  );
});

test("WebGPU agrees on a value, a gradient, a product and a layer, where there is an adapter", async ({
  skip,
}) => {
  const oracle = await openOracle("webgpu");
  if (!isOracle(oracle)) {
    skip(`webgpu: ${oracle.reason}`);
    return;
  }
  try {
    for (const name of ["exp", "sigmoid", "tanh′", "sum, by row", "perceptron, relu"]) {
      const { message } = await compareFunction(comparedFunction(name), oracle);
      expect(message).toBeNull();
    }
    expect(oracle.versions["webgpu"]).toMatch(/^\d+\.\d+\.\d+$/);
  } finally {
    oracle.close();
  }
});

describe("importing gradus/reference", () => {
  const index = fileURLToPath(new URL("../../dist/reference/index.js", import.meta.url));

  test("loads no TensorFlow.js", () => {
    const program = `
      import { createRequire } from "node:module";
      const { comparedFunctionNames } = await import(${JSON.stringify(index)});
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      const tensorflow = loaded.filter((file) => file.includes("tensorflow"));
      console.log(comparedFunctionNames().length > 50, tensorflow.length);
    `;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", program]);
    expect(output.toString().trim()).toBe("true 0");
  });

  test("reads no types of TensorFlow.js either, which would slow every cell down", () => {
    const seen = declarationsFrom(index.replace(/js$/, "d.ts"));
    expect(seen.size).toBeGreaterThan(5);
    const heavy = [...seen].filter((file) => readFileSync(file, "utf8").includes("@tensorflow"));
    expect(heavy).toEqual([]);
  });
});

/** A declaration file and all of ours that it refers to. */
function declarationsFrom(file: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)\.js"/g)) {
    declarationsFrom(join(dirname(file), `${target}.d.ts`), seen);
  }
  return seen;
}
