import { describe, expect, test } from "vitest";

import type { Activation } from "../../src/math/activations.js";
import { linear, sigmoid, tanh } from "../../src/math/activations.js";
import { mul } from "../../src/math/arithmetic.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { explainMismatch } from "../../src/math/compare.js";
import { dense } from "../../src/math/dense-layer.js";
import { sum } from "../../src/math/reductions.js";
import type { Tensor, TensorLike } from "../../src/math/tensor.js";
import { FINITE_DIFFERENCE } from "../../src/math/tolerances.js";
import { TRAINING } from "../../src/reference/cases/training.js";
import { COMPARED_FUNCTIONS, comparedFunction } from "../../src/reference/cases.js";
import { callsOf } from "../../src/reference/compare-function.js";
import { EDGES } from "../../src/reference/inputs.js";
import { onBackend } from "../../src/reference/tolerances.js";

test("every function has a name of its own", () => {
  const names = COMPARED_FUNCTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(COMPARED_FUNCTIONS.map((row) => [row.name, row] as const))("%s", (_name, row) => {
  const calls = callsOf(row);

  test("is compared on at least 20 inputs, two if it is a training run, the same each time", () => {
    expect(calls.length).toBeGreaterThanOrEqual(TRAINING.includes(row) ? 2 : 20);
    expect(callsOf(row)).toEqual(calls);
  });

  test("is given float32 numbers only", () => {
    const entries = calls.flat(4).filter((entry) => typeof entry === "number");
    expect(entries.every((entry) => Object.is(Math.fround(entry), entry))).toBe(true);
  });

  test("has a tolerance with a reason, wider by ten on a graphics card", () => {
    const tolerance = row.tolerance(...(calls[0] as never[]));
    const gpu = onBackend(tolerance, "webgpu");
    expect(tolerance.reason.length).toBeGreaterThan(20);
    expect(gpu.absolute).toBe(10 * tolerance.absolute);
    expect(onBackend(tolerance, "tfjs-node")).toEqual(tolerance);
  });
});

test("the activations meet every edge: both zeros, saturation, overflow", () => {
  const points = callsOf(comparedFunction("sigmoid")).map(([z]) => z);
  for (const edge of EDGES) {
    const rounded = Math.fround(edge);
    expect(points.some((z) => Object.is(z, rounded))).toBe(true);
  }
});

// Smooth activations only: a difference across ReLU's kink is no derivative.
describe.each([linear, sigmoid, tanh])("the hand formulas for a dense layer, $name", (g) => {
  test.each(["X", "W", "b"] as const)("∂/∂%s is the central difference", (variable) => {
    const row = comparedFunction(`dense, ${g.name}, ∂/∂${variable}`);
    const [, , , ...draws] = callsOf(row);
    for (const call of draws.slice(0, 8)) {
      const numeric = numericalGradient(
        (moved) => total(call as readonly TensorLike[], variable, moved, g),
        call[["X", "W", "b"].indexOf(variable)]!,
      );
      expect(
        explainMismatch(row.ours(...(call as never[])), numeric, FINITE_DIFFERENCE),
      ).toBeNull();
    }
  });
});

/** `Σ Gᵢⱼ aᵢⱼ` with one of X, W, b replaced. */
function total(
  [X, W, b, G]: readonly TensorLike[],
  variable: "X" | "W" | "b",
  moved: Tensor,
  g: Activation,
): number {
  const given = { X, W, b, [variable]: moved } as { X: Tensor; W: Tensor; b: Tensor };
  return sum(mul(G as Tensor, dense(given.X, given.W, given.b, g)));
}
