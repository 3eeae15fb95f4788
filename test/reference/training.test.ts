import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { adam } from "../../src/math/optimizers/adam.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { type Optimizer, optimizer } from "../../src/math/optimizers/optimizer.js";
import { runOf, STEPS, TRAINING } from "../../src/reference/cases/training.js";
import { chooseOracle } from "../../src/reference/choose.js";
import { callsOf, compareFunction } from "../../src/reference/compare-function.js";
import type { Oracle } from "../../src/reference/oracle.js";

let oracle: Oracle;

beforeAll(async () => {
  oracle = (await chooseOracle(["plain"])).oracle;
});

afterAll(() => oracle.close());

describe.each(TRAINING.map((row) => [row.name, row] as const))("%s", (name, row) => {
  test("is the loss before each of 50 steps and the 33 weights after the last", () => {
    for (const call of callsOf(row)) {
      const run = row.ours(...(call as never[])) as readonly number[];
      expect(run.length).toBe(STEPS + 2 * 8 + 8 + 8 + 1);
    }
  });

  test("learns: the last loss is below two thirds of the first", () => {
    for (const call of callsOf(row)) {
      const run = row.ours(...(call as never[])) as readonly number[];
      expect(run[STEPS - 1]! / run[0]!).toBeLessThan(2 / 3);
    }
  });

  test("starts from numbers that float32 holds, so that both sides start alike", () => {
    const entries = callsOf(row).flat(4) as readonly number[];
    expect(entries.every((entry) => Object.is(Math.fround(entry), entry))).toBe(true);
  });

  test("is told from a run with a learning rate that is one part in a thousand higher", async () => {
    const rule = name.includes("adam") ? adam(0.05005, { epsilon: 1e-7 }) : gradientDescent(0.5005);
    expect(await mismatch(rule)).toMatch(/^at training by .*; \d\d of 83 entries differ\)$/);
  });

  async function mismatch(rule: Optimizer): Promise<string | null> {
    const ours = (...start: Parameters<typeof runOf>[1]) => runOf(rule, start);
    return (await compareFunction({ ...row, ours }, oracle)).message;
  }

  test("is told from a run with Adam's other ε, or by the other rule", async () => {
    const other = name.includes("adam") ? adam(0.05, { epsilon: 1e-4 }) : adam(0.5);
    expect(await mismatch(other)).toMatch(/^at training by /);
  });
});

test("Adam's difference comes from TensorFlow.js's powers of β, kept in float32", async () => {
  const row = TRAINING.find(({ name }) => name.includes("adam"))!;
  const tight = { name: "tight", relative: 1e-6, absolute: 4e-6, reason: "3e-6 was measured" };
  const ours = (...start: Parameters<typeof runOf>[1]) => runOf(adamWithFloat32Powers(), start);
  const imitated = await compareFunction({ ...row, ours, tolerance: () => tight }, oracle);
  expect(imitated.message).toBeNull();
  const exact = await compareFunction({ ...row, tolerance: () => tight }, oracle);
  expect(exact.verdict).toBe("differs");
});

/** Adam at η = 0.05 with `β₁ᵗ`, `β₂ᵗ` as running products in float32, and 1 minus them too. */
function adamWithFloat32Powers(): Optimizer {
  const power = (beta: number, t: number) =>
    Array.from({ length: t }).reduce((p: number) => Math.fround(p * Math.fround(beta)), 1);
  return optimizer({
    name: "adam",
    formula: "",
    learningRate: 0.05,
    memory: { m: 0, v: 0 },
    step: (w, g, eta, t, m, v) => {
      const start1 = Math.fround(1 - power(0.9, t));
      const start2 = Math.fround(1 - power(0.999, t));
      for (let i = 0; i < w.length; i++) {
        m[i] = 0.9 * m[i]! + 0.1 * g[i]!;
        v[i] = 0.999 * v[i]! + 0.001 * g[i]! ** 2;
        w[i] = w[i]! - (eta * (m[i]! / start1)) / (Math.sqrt(v[i]! / start2) + 1e-7);
      }
    },
  });
}
