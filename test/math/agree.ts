/** The yardstick in a test: fails with the sentence that says where two results differ. */
import { expect } from "vitest";
import { explainMismatch, type Tolerance } from "../../src/math/compare.js";
import type { TensorLike } from "../../src/math/tensor.js";

export function expectAgreement(got: TensorLike, want: TensorLike, tolerance: Tolerance): void {
  expect(explainMismatch(got, want, tolerance)).toBeNull();
}
