/** How close is close enough, and why: every tolerance of the library stands here. */
import type { Tolerance } from "./compare.js";

/** The same number, bit for bit (0 and −0 count as the same). */
export const EXACT: Tolerance = {
  name: "exact",
  relative: 0,
  absolute: 0,
  reason: "small integers and powers of two have no rounding",
};

/** The same quantity by another float64 route. */
export const ROUNDING: Tolerance = {
  name: "rounding",
  relative: 1e-13,
  absolute: 0,
  reason: "a few hundred roundings of 1.1e-16 each; no absolute part, so that tails are tested too",
};

/** A learner's answer against the right one, however it is written. */
export const ANSWER: Tolerance = {
  name: "answer",
  relative: 1e-9,
  absolute: 1e-9,
  reason:
    "another order of operations may cancel and lose some digits of inputs near 1; float32 (6e-8) is still told apart",
};

/** A hand-written derivative against dual numbers: both exact up to rounding. */
export const DUAL_NUMBER: Tolerance = {
  name: "dual number",
  relative: 1e-12,
  absolute: 1e-15,
  reason:
    "the quotient rule subtracts two terms that may nearly cancel, a rounding of numbers near 1",
};

/** A derivative against its central difference. */
export const FINITE_DIFFERENCE: Tolerance = {
  name: "central difference",
  relative: 1e-8,
  absolute: 1e-9,
  reason: "with h = ε^(1/3) the error is about ε^(2/3) = 4e-11 times the third derivative",
};

/** A derivative against its forward difference. */
export const FORWARD_DIFFERENCE: Tolerance = {
  name: "forward difference",
  relative: 1e-6,
  absolute: 1e-6,
  reason: "with ε = √2.2e-16 the bias ε C″/2 and the rounding are near 1e-8 each; 6e-8 measured",
};

/** Two routes to the solution of a small, well-posed linear system. */
export const LINEAR_SOLVE: Tolerance = {
  name: "linear solve",
  relative: 1e-11,
  absolute: 1e-14,
  reason: "rounding times the condition of the matrix, at most a few hundred in the tests",
};

/** Float64 against a float32 library, entry by entry. */
export const FLOAT32: Tolerance = {
  name: "float32",
  relative: 1e-6,
  absolute: 1e-6,
  reason: "float32 rounds to 6e-8; exp, tanh and their kin add a few units in the last place",
};
