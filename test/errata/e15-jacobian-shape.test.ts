/** Erratum E15. A source writes "N by N" for the Jacobian of ȳ = G(w) with N weights and M outputs: it is M × N. */
import { expect, test } from "vitest";
import { sigmoid } from "../../src/math/activations.js";
import { jacobian, vjp } from "../../src/math/gradient.js";
import { matMul } from "../../src/math/linear-algebra.js";

test("with 5 weights and 2 outputs the Jacobian has 2 rows and 5 columns, and ∂C/∂w 5 entries", () => {
  const M = [
    [1, 0, 2, -1, 3],
    [0, 1, 1, 4, -2],
  ];
  const w = [0.1, 0.2, -0.3, 0.4, 0.5];
  expect(jacobian((v) => sigmoid(matMul(M, v)), w).shape).toEqual([2, 5]);
  // (1 × M)(M × N) = 1 × N
  expect(vjp((v) => sigmoid(matMul(M, v)), w).pullback([1, 1]).shape).toEqual([5]);
});
