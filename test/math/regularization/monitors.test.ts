import { describe, expect, test } from "vitest";
import { relu, tanh } from "../../../src/math/activations.js";
import { dense } from "../../../src/math/dense-layer.js";
import { Random } from "../../../src/math/random.js";
import {
  deadUnits,
  findNonFinite,
  normsOf,
  saturationShare,
  smoothLosses,
  totalNorm,
} from "../../../src/math/regularization/monitors.js";
import { ShapeError } from "../../../src/math/shape.js";
import { Tensor, tensor } from "../../../src/math/tensor.js";
import { ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

describe("smoothLosses", () => {
  test("worked by hand, β = ½", () => {
    // s = 2, 1.5, 3.75 over weights 0.5, 0.75, 0.875
    expectAgreement(smoothLosses([4, 1, 6], 0.5), [4, 2, 3.75 / 0.875], ROUNDING);
  });

  test("a constant stays, from the first value on; β = 0 changes nothing; none gives none", () => {
    expectAgreement(smoothLosses([3, 3, 3, 3]), [3, 3, 3, 3], ROUNDING);
    expect(smoothLosses([4, 1, 6], 0)).toEqual([4, 1, 6]);
    expect(smoothLosses([])).toEqual([]);
  });

  test("takes noise out: the spread falls to about √((1 − β)/(1 + β)) of itself", () => {
    const random = new Random(1);
    const smooth = smoothLosses(
      Array.from({ length: 4000 }, () => random.normal(5, 1)),
      0.9,
    ).slice(100);
    const spread = Math.sqrt(smooth.reduce((s, x) => s + (x - 5) ** 2, 0) / smooth.length);
    expect(Math.abs(spread - Math.sqrt(0.1 / 1.9))).toBeLessThan(0.03);
  });

  test("refuses β = 1 and NaN", () => {
    expect(() => smoothLosses([1], 1)).toThrow("beta must be from 0 to below 1; here beta is 1.");
    expect(() => smoothLosses([1, Number.NaN])).toThrow(ValueError);
  });
});

describe("norms", () => {
  test("worked by hand: 3, 4 and 12", () => {
    expect(normsOf({ W: [[3], [4]], b: [-12], c: 2 })).toEqual({ W: 5, b: 12, c: 2 });
    expect(totalNorm({ W: [[3], [4]], b: [-12] })).toBe(13);
  });

  test("do not overflow where the sum of squares does, and show a NaN as NaN", () => {
    expectAgreement(normsOf({ W: [3e-200, 4e-200] })["W"]!, 5e-200, ROUNDING);
    expect(normsOf({ W: [0, 0] })).toEqual({ W: 0 });
    expect(normsOf({ W: [1, -Infinity] })["W"]).toBe(Infinity);
    expect(normsOf({ W: new Tensor([500_000], new Float64Array(500_000).fill(2)) })["W"]).toBe(
      2 * Math.sqrt(500_000),
    );
    expectAgreement(normsOf({ W: [3e200, 4e200] })["W"]!, 5e200, ROUNDING);
    expect(normsOf({ W: [1, Number.NaN] })["W"]).toBeNaN();
  });
});

describe("findNonFinite", () => {
  const good = tensor([[1, 2]]);

  test("names the parameter and the entry", () => {
    const broken = new Tensor([2, 3], Float64Array.of(0, 1, 2, 3, Number.NaN, Infinity));
    const found = findNonFinite({ "layer 1, W": good, "layer 2, W": broken, b: [Infinity] });
    expect(found).toEqual({ name: "layer 2, W", index: [1, 1], value: Number.NaN });
  });

  test("reads numbers, vectors, lists with NaN; gives null where all is well", () => {
    expect(findNonFinite({ W: good, b: [0, 1], c: 3 })).toBeNull();
    expect(findNonFinite({ W: good, b: [0, -Infinity] })).toEqual({
      name: "b",
      index: [1],
      value: Number.NEGATIVE_INFINITY,
    });
    expect(findNonFinite({ c: Number.NaN })).toEqual({ name: "c", index: [], value: Number.NaN });
    expect(
      findNonFinite({
        W: [
          [1, 2, 3],
          [4, Number.NaN, 6],
        ],
      })?.index,
    ).toEqual([1, 1]);
  });
});

describe("deadUnits", () => {
  test("worked by hand", () => {
    expect(
      deadUnits([
        [0, 1, 0],
        [0, 0, 2],
      ]),
    ).toEqual([0]);
    expect(deadUnits([[1, 1]])).toEqual([]);
  });

  test("finds the units whose bias is far below 0, and only them", () => {
    const random = new Random(4);
    const X = Array.from({ length: 50 }, () => [random.normal(), random.normal()]);
    const W = [
      [1, 1, -1, 0.5],
      [0.5, -1, 1, 1],
    ];
    expect(deadUnits(dense(X, W, [0, -50, 0, -40], relu))).toEqual([1, 3]);
  });

  test("refuses pre-activations and vectors", () => {
    expect(() => deadUnits([[-1, 2]])).toThrow(
      "deadUnits: activations behind a ReLU are not negative; here smallest entry is -1. " +
        "Pass a = ReLU(z), not the pre-activation z.",
    );
    expect(() => deadUnits([0, 1])).toThrow(ShapeError);
  });
});

describe("saturationShare", () => {
  test("worked by hand: within 1 % of the distance between the limits", () => {
    // 1 % of 2 is 0.02: −0.99 and 0.98 are near, 0.97 is not
    expect(saturationShare([-0.99, 0.97, 0.985, 0], [-1, 1])).toBe(0.5);
    expect(saturationShare([0, 0.5, 1, 1], [0, 1], 0.1)).toBe(0.75);
  });

  test("grows with the size of the weights", () => {
    const random = new Random(4);
    const X = Array.from({ length: 200 }, () => [random.normal()]);
    const share = (w: number) => saturationShare(dense(X, [[w]], [0], tanh), [-1, 1]);
    expect(share(1)).toBeLessThan(share(4));
    expect(share(4)).toBeLessThan(share(40));
    expect(share(40)).toBeGreaterThan(0.9);
  });

  test("refuses entries beyond the limits", () => {
    expect(() => saturationShare([2], [-1, 1])).toThrow(ValueError);
    expect(() => saturationShare([0], [1, -1])).toThrow("the first limit is the lower one");
  });
});
