import { expect, test } from "vitest";

import { FLOAT32 } from "../../src/math/tolerances.js";
import type { FunctionReport } from "../../src/reference/report.js";
import { reportText } from "../../src/reference/report-text.js";

const agreeing: FunctionReport = {
  name: "sigmoid",
  formula: "1 / (1 + e^(−z))",
  cases: 36,
  largest: { off: 5.1e-8, allowed: 1.9e-6, call: [2.07351] },
  tolerance: FLOAT32,
  verdict: "agrees",
  message: null,
  notes: [],
};

const differing: FunctionReport = {
  ...agreeing,
  name: "abs′",
  largest: { off: 1, allowed: 2e-6, call: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]] },
  verdict: "differs",
  message: "at abs′(0), by hand: got -1, want 0",
  notes: ["we take 0, TensorFlow.js −1"],
};

const identity = {
  backend: "tfjs-node",
  device: "Some Processor",
  versions: { tfjs: "4.22.0", TensorFlow: "2.21.0" },
} as const;

const text = reportText({
  backends: [{ ...identity, functions: [agreeing, differing], milliseconds: 1234 }],
  unavailable: [{ backend: "webgpu", reason: "no adapter" }],
});

test("the heading names backend, device and versions", () => {
  expect(text).toMatch(/^tfjs-node on Some Processor \(tfjs 4\.22\.0, TensorFlow 2\.21\.0\)\n/);
});

test("a line a function tells cases, largest difference, what was allowed, where, and the verdict", () => {
  expect(text).toMatch(/sigmoid +36 +5\.1e-8 +1\.9e-6 +2\.07351 +float32 +agrees\n/);
  expect(text).toMatch(/abs′ \* +36 +1\.0e\+0 +2\.0e-6 +\[1, 2, .*… +float32 +differs\n/);
});

test("below stand the values decided by hand, and every disagreement with its place", () => {
  expect(text).toContain("* abs′: we take 0, TensorFlow.js −1");
  expect(text).toContain("abs′ differs at abs′(0), by hand: got -1, want 0");
});

test("an unavailable backend has its reason, and the last line counts what agrees", () => {
  expect(text).toContain("webgpu: not available here, no adapter");
  expect(text.split("\n").at(-1)).toBe("1 of 2 functions agree with tfjs-node in 72 cases (1.2 s)");
});

test("a report on nothing says so", () => {
  const nothing = reportText({ backends: [], unavailable: [{ backend: "plain", reason: "gone" }] });
  expect(nothing).toBe(
    "plain: not available here, gone\n\nNothing was compared: none of 1 backends can run here.",
  );
});
