import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { COMPARED_FUNCTIONS } from "../../src/reference/cases.js";
import { type Choice, choiceLine, chooseOracle } from "../../src/reference/choose.js";
import { compareFunction } from "../../src/reference/compare-function.js";
import type { Oracle } from "../../src/reference/oracle.js";

let best: Choice;
let plain: Oracle;

beforeAll(async () => {
  best = await chooseOracle();
  plain = (await chooseOracle(["plain"])).oracle;
  console.log(choiceLine(best));
});

afterAll(() => {
  best.oracle.close();
  plain.close();
});

test("CI compares with native TensorFlow, unless it says that plain tfjs is meant", () => {
  if (process.env["CI"] !== "true" || process.env["GRADUS_REFERENCE"] === "plain") return;
  expect(best.oracle.backend, choiceLine(best)).toMatch(/^tfjs-node/);
});

test("the summary line names the backend that really answers, its device and its versions", () => {
  const line = choiceLine(best);
  expect(line).toContain(`reference: ${best.oracle.backend} on ${best.oracle.device} (tfjs 4.`);
  expect(line).toContain(`node ${process.versions.node}`);
  for (const { backend, reason } of best.unavailable)
    expect(line).toContain(`${backend}: ${reason}`);
});

describe.each(COMPARED_FUNCTIONS.map((row) => [row.name, row] as const))("%s", (_name, row) => {
  test("agrees with the best backend here", async () => {
    const { message, verdict } = await compareFunction(row, best.oracle);
    expect(message).toBeNull();
    expect(verdict).toBe("agrees");
  });

  test("agrees with plain tfjs", async () => {
    const { message } = await compareFunction(row, plain);
    expect(message).toBeNull();
  });
});
