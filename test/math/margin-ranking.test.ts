import { expect, test } from "vitest";
import { numericalGradient } from "../../src/math/central-difference.js";
import { gradientByDual } from "../../src/math/dual.js";
import { hinge } from "../../src/math/hinge.js";
import { marginRanking } from "../../src/math/margin-ranking.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

const random = new Random(22);
const draw = (n: number): number[] => Array.from({ length: n }, () => random.normal(0, 2));

test("worked by hand, the kink included: slope 0 where the margin is just kept", () => {
  // max(0, 1 − 2) + max(0, 1 + 1) + max(0, 1 − 1) + max(0, 1 + 2) = 5, over 4
  const [s1, s2, y] = [
    [3, 1, 1, 4],
    [1, 2, 0, 2],
    [1, 1, 1, -1],
  ];
  expect(marginRanking(s1, s2, y, 1)).toBe(5 / 4);
  const { first, second } = marginRanking.gradient(s1, s2, y, 1);
  expectAgreement(first, [0, -0.25, 0, 0.25], EXACT);
  expectAgreement(second, [0, 0.25, 0, -0.25], EXACT);
  expectAgreement(
    gradientByDual((v) => marginRanking(v, s2, y, 1), s1),
    first,
    EXACT,
  );
});

test("both gradients agree with differences and dual numbers", () => {
  const [s1, s2] = [draw(12), draw(12)];
  const y = s1.map((_, i) => (i % 3 === 0 ? -1 : 1));
  const { first, second } = marginRanking.gradient(s1, s2, y, 0.7);
  const [J1, J2] = [
    (v: Parameters<typeof marginRanking>[0]) => marginRanking(v as never, s2, y, 0.7),
    (v: Parameters<typeof marginRanking>[0]) => marginRanking(s1, v as never, y, 0.7),
  ];
  expectAgreement(numericalGradient(J1, s1), first, FINITE_DIFFERENCE);
  expectAgreement(numericalGradient(J2, s2), second, FINITE_DIFFERENCE);
  expectAgreement(gradientByDual(J1 as never, s1), first, DUAL_NUMBER);
  expectAgreement(gradientByDual(J2 as never, s2), second, DUAL_NUMBER);
});

test("with margin 1 it is the hinge loss of the difference", () => {
  const [s1, s2] = [draw(9), draw(9)];
  const y = s1.map((_, i) => (i % 2 === 0 ? -1 : 1));
  const difference = s1.map((s, i) => s - s2[i]!);
  expectAgreement(marginRanking(s1, s2, y, 1), hinge(difference, y), ROUNDING);
});

test("swapping the two and the order changes nothing", () => {
  expect(marginRanking([3], [1], [-1], 2)).toBe(marginRanking([1], [3], [1], 2));
  expect(marginRanking(3, 1, -1, 2)).toBe(4);
});

test("misfits, labels 0, NaN and a negative margin are refused", () => {
  expect(() => marginRanking([1, 2], [1], [1, 1], 1)).toThrow(ShapeError);
  expect(() => marginRanking([[1]], [[1]], [[1]], 1)).toThrow("scores come in pairs");
  expect(() => marginRanking([1, 2], [1, 2], [1], 1)).toThrow(
    "every prediction needs its own target",
  );
  expect(() => marginRanking([1], [2], [0], 1)).toThrow("every label is -1 or 1, Eq. (2.12)");
  expect(() => marginRanking([1], [Number.NaN], [1], 1)).toThrow(ValueError);
  expect(() => marginRanking([1], [2], [1], -1)).toThrow("here margin is -1.");
  expect(() => marginRanking([1], [2], [1], undefined as never)).toThrow(
    "here margin is undefined.",
  );
});
