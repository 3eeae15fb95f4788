/** The programs that `gradus bench training` times compute the same thing, and the table says so. */
import { describe, expect, test } from "vitest";
import { loadProgram } from "../../src/cli/bench-training/load-program.js";
import type { Measured } from "../../src/cli/bench-training/measure.js";
import { NETWORKS, type Network, taskOf } from "../../src/cli/bench-training/networks.js";
import type { Program, ProgramName } from "../../src/cli/bench-training/program.js";
import { aimText, heapText, networkTable } from "../../src/cli/bench-training/table.js";
import { explainMismatch } from "../../src/math/compare.js";

const [A, B, C] = NETWORKS as [Network, Network, Network];

const SAME = { name: "losses", relative: 1e-11, absolute: 0, reason: "the order of the sums" };
const SAME_FLOAT32 = { ...SAME, relative: 1e-5, reason: "float32 rounds to 6e-8" };

function lossesOf(program: Program, steps: number): number[] {
  return Array.from({ length: steps }, () => {
    program.step();
    return program.loss();
  });
}

async function firstLosses(name: ProgramName, network: Network, steps: number): Promise<number[]> {
  return lossesOf(await loadProgram(name, taskOf(network)), steps);
}

/** Measurements made up for the table: two losses, and a step of so many microseconds. */
function measured(program: ProgramName, microseconds: number, losses = [2, 1]): Measured {
  return { program, float: 64, losses, rounds: [microseconds, microseconds, 50 * microseconds] };
}

describe("the programs", () => {
  test.each([
    [A, 50],
    [B, 5],
  ])(
    "ours, the loop by hand and TensorFlow.js have the same losses: $text",
    async (network, steps) => {
      const byHand = await firstLosses("by hand", network, steps);
      expect(new Set(byHand).size).toBe(steps);
      const ours = await firstLosses("gradus", network, steps);
      expect(explainMismatch(ours, byHand, SAME)).toBeNull();
      const theirs = await firstLosses("plain tfjs", network, steps);
      expect(explainMismatch(theirs, byHand, SAME_FLOAT32)).toBeNull();
    },
  );

  test("three layers by hand are three layers of ours", async () => {
    const small = { ...C, widths: [7, 6, 5, 3], batch: 4, rate: 0.5 };
    const byHand = await firstLosses("by hand", small, 20);
    expect(byHand[19]).toBeLessThan(byHand[0]!);
    expect(explainMismatch(await firstLosses("gradus", small, 20), byHand, SAME)).toBeNull();
  });

  test("a layer of 784 × 512 weights is trained", async () => {
    const [loss = Number.NaN] = await firstLosses("gradus", { ...C, batch: 2 }, 1);
    expect(loss).toBeGreaterThan(0);
  });
});

describe("the table", () => {
  test("gives the median time, and how it stands to the loop by hand", () => {
    const text = networkTable(A, [measured("gradus", 1500), measured("by hand", 1000)]);
    const [, , ours, byHand] = text.split("\n");
    expect(ours).toBe("gradus       1,500           1.50  1.000000 agrees");
    expect(byHand).toBe("by hand      1,000           1.00  1.000000");
  });

  test("says when losses differ, and why a program is missing", () => {
    const reason = "its addon is not built";
    const rows = [
      measured("gradus", 1, [2, 1.001]),
      measured("by hand", 1),
      { program: "tfjs-node", reason } as const,
    ];
    const text = networkTable(A, rows);
    expect(text).toMatch(/^gradus.*1\.001000 DIFFERS: .*1\.001/m);
    expect(text).toMatch(/^tfjs-node .*not measured: its addon is not built$/m);
  });

  test("(a) may take 1.6 times as long as by hand; (b) must be three times as fast", () => {
    const rows = (ours: number) => [measured("gradus", ours), measured("by hand", 1000)];
    expect(aimText(A, rows(1600))).toMatch(/autodiff included: 1\.60, holds\.$/);
    expect(aimText(A, rows(1700))).toMatch(/1\.70, TOO SLOW\.$/);
    expect(aimText(B, rows(300))).toMatch(/3\.33, holds\.$/);
    expect(aimText(B, rows(500))).toMatch(/2\.00, TOO SLOW\.$/);
  });

  test("says whether the heap came back", () => {
    const at = 8 * 2 ** 20;
    expect(heapText({ steps: 10_000, before: at, after: at + 1000 })).toBe(
      "In use before 10,000 steps of (a): 8.00 MiB, after: 8.00 MiB, holds.",
    );
    expect(heapText({ steps: 10, before: at, after: 2 * at })).toMatch(/16\.00 MiB, GROWS\.$/);
  });
});
