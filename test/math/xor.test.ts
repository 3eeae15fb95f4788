import { expect, test } from "vitest";
import { sub } from "../../src/math/arithmetic.js";
import { forward } from "../../src/math/network.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { classify } from "../../src/math/sign-classifier.js";
import { EXACT } from "../../src/math/tolerances.js";
import {
  XOR_LABELS,
  XOR_NETWORK,
  XOR_POINTS,
  xorHiddenSpace,
  xorPointsRight,
} from "../../src/math/xor.js";
import { expectAgreement } from "./agree.js";

test("no line of a fine grid splits XOR, and three of four points is the best", () => {
  let best = 0;
  const grid = Array.from({ length: 13 }, (_, i) => (i - 6) / 2); // −3 … 3 in halves
  for (const w1 of grid) {
    for (const w2 of grid) {
      for (const w0 of grid) best = Math.max(best, xorPointsRight([w1, w2], w0));
    }
  }
  expect(best).toBe(3);
});

test("no random line splits it either, of any scale", () => {
  const random = new Random(11);
  for (let i = 0; i < 5_000; i++) {
    const scale = 10 ** random.uniform(-3, 3);
    const [w1, w2, w0] = [0, 1, 2].map(() => random.normal(0, scale)) as [number, number, number];
    expect(xorPointsRight([w1, w2], w0)).toBeLessThan(4);
  }
});

test("the proof: for any line the two sums that it needs to differ in sign are the same number", () => {
  const random = new Random(12);
  for (let i = 0; i < 100; i++) {
    const [w0, w1, w2] = [0, 1, 2].map(() => random.integer(2001) - 1000) as [
      number,
      number,
      number,
    ];
    const z = (a: number, b: number) => w0 + w1 * a + w2 * b;
    expect(z(0, 0) + z(1, 1)).toBe(z(0, 1) + z(1, 0));
  }
});

test("two hidden units solve it with whole weights, Eq. (1.23)", () => {
  expectAgreement(forward(XOR_NETWORK, XOR_POINTS), XOR_LABELS, EXACT);
});

test("worked by hand at (1, 1): h = (2, 1), ŷ = 2 − 2·1 = 0", () => {
  expectAgreement(xorHiddenSpace([1, 1]), [2, 1], EXACT);
  expectAgreement(forward(XOR_NETWORK, [1, 1]), [0], EXACT);
});

test("in the hidden space the line h₁ − 2h₂ = 1/2 splits what no line in the plane does", () => {
  const hidden = xorHiddenSpace(XOR_POINTS);
  expectAgreement(
    hidden,
    [
      [0, 0],
      [1, 0],
      [1, 0],
      [2, 1],
    ],
    EXACT,
  );
  const classes = [0, 1, 2, 3].map((i) =>
    classify([hidden.at(i, 0), hidden.at(i, 1)], [1, -2], -0.5),
  );
  expect(classes).toEqual([-1, 1, 1, -1]);
});

test("with a linear hidden layer the same weights fail: it is the bend that counts", () => {
  // Without ReLU: h = (s, s − 1), ŷ = s − 2(s − 1) = 2 − s for s = x₁ + x₂
  const straight = XOR_NETWORK.map((layer) => ({ ...layer, g: XOR_NETWORK[1]!.g }));
  const outputs = forward(straight, XOR_POINTS);
  expectAgreement(outputs, [[2], [1], [1], [0]], EXACT);
  expectAgreement(sub(outputs, XOR_LABELS), [[2], [0], [0], [0]], EXACT);
});

test("points of another dimension are refused", () => {
  expect(() => xorHiddenSpace([1, 1, 1])).toThrow(ShapeError);
  expect(() => xorPointsRight([1], 0)).toThrow(ShapeError);
});
