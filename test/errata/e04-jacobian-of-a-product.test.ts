/**
 * Erratum E4. A source calls Wᵀ the Jacobian of "multiply by W" right after fixing that rows are outputs.
 * Measured by finite differences: with rows as outputs the Jacobian is W itself. The transpose
 * belongs to the gradient when it is carried as a column.
 */
import { expect, test } from "vitest";
import { centralDifference } from "../../src/math/central-difference.js";
import { jacobian, vjp } from "../../src/math/gradient.js";
import { matMul, transpose } from "../../src/math/linear-algebra.js";
import { tensor } from "../../src/math/tensor.js";
import { FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";

const W = tensor([
  [1, 2, 3],
  [4, 5, 6],
]); // 2 outputs, 3 inputs
const x = [0.5, -1, 2];

test("measured entry by entry, ∂(Wx)ᵢ/∂xⱼ is wᵢⱼ: two rows, three columns, not its transpose", () => {
  const measured = [0, 1].map((i) =>
    [0, 1, 2].map((j) =>
      centralDifference(
        (xj) =>
          matMul(
            W,
            x.map((entry, k) => (k === j ? xj : entry)),
          ).at(i),
        x[j]!,
      ),
    ),
  );
  expectAgreement(measured, W, FINITE_DIFFERENCE);
  expect(jacobian((v) => matMul(W, v), x).shape).toEqual([2, 3]);
});

test("a row gradient is g W, a column gradient Wᵀ g: the same three numbers", () => {
  const g = [10, -1];
  const { pullback } = vjp((v) => matMul(W, v), x);
  expectAgreement(pullback(g), matMul(g, W), ROUNDING);
  expectAgreement(matMul(g, W), matMul(transpose(W), g), ROUNDING);
  expect(pullback(g).toArray()).toEqual([6, 15, 24]);
});
