/**
 * Erratum E10. A source gives "the difference between incoming gradient and output" as the backward step of
 * softmax. That is true only of softmax fused with cross-entropy, where it is p − y.
 */
import { expect, test } from "vitest";
import { mul, sub } from "../../src/math/arithmetic.js";
import { compare } from "../../src/math/compare.js";
import { grad, vjp } from "../../src/math/gradient.js";
import { dot } from "../../src/math/linear-algebra.js";
import { softmax } from "../../src/math/softmax.js";
import { softmaxCrossEntropy } from "../../src/math/softmax-cross-entropy.js";
import { DUAL_NUMBER } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";

const z = [1, -0.5, 2];
const g = [0.3, -1, 0.7];

test("softmax alone: p ⊙ (g − ⟨g, p⟩), Eq. (3.14), and not g − p", () => {
  const p = softmax(z);
  const pulled = vjp((v) => softmax(v), z).pullback(g);
  expectAgreement(pulled, mul(p, sub(g, dot(g, p))), DUAL_NUMBER);
  expect(compare(pulled, sub(g, p), DUAL_NUMBER).agrees).toBe(false);
});

test("fused with cross-entropy: p − y, Eq. (3.15)", () => {
  const gradient = grad((v) => softmaxCrossEntropy(v, [[0, 0, 1]]), [z]);
  expectAgreement(gradient, [sub(softmax(z), [0, 0, 1]).toArray() as number[]], DUAL_NUMBER);
});
