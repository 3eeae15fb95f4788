import { describe, expect, test } from "vitest";
import { Random } from "../../../src/math/random.js";
import {
  applyMasks,
  pruneByFraction,
  pruneByThreshold,
} from "../../../src/math/regularization/pruning.js";
import { ShapeError } from "../../../src/math/shape.js";
import { Tensor, tensor } from "../../../src/math/tensor.js";
import { ValueError } from "../../../src/math/value-error.js";

const W = tensor([
  [3, -0.5, 0.25],
  [-2, 1, -0.75],
]);
const b = tensor([0.1, -4]);

test("by threshold, worked by hand: entries of size ½ and more stay", () => {
  const { weights, masks, pruned } = pruneByThreshold([W, b], 0.5);
  expect(masks.map((m) => m.toArray())).toEqual([
    [
      [1, 1, 0],
      [1, 1, 1],
    ],
    [0, 1],
  ]);
  expect(weights[0]!.toArray()).toEqual([
    [3, -0.5, 0],
    [-2, 1, -0.75],
  ]);
  expect(weights[1]!.toArray()).toEqual([0, -4]);
  expect(pruned).toBe(2);
});

test("by fraction, all parameters ranked together: the smallest 4 of 8 go", () => {
  // Sizes in order: 0.1, 0.25, 0.5, 0.75 | 1, 2, 3, 4
  const { weights, pruned } = pruneByFraction([W, b], 0.5);
  expect(weights.map((w) => w.toArray())).toEqual([
    [
      [3, 0, 0],
      [-2, 1, 0],
    ],
    [0, -4],
  ]);
  expect(pruned).toBe(4);
});

test("none at 0, all at 1, and the exact number where magnitudes tie", () => {
  expect(pruneByFraction([W, b], 0).weights).toEqual([W, b]);
  expect(pruneByFraction([b], 1).weights[0]!.toArray().toString()).toBe("0,0");
  expect(pruneByFraction([[2, -2, 2, -2]], 0.5).masks[0]!.toArray()).toEqual([0, 0, 1, 1]);
  expect(pruneByThreshold([[0, 1]], 0).pruned).toBe(0);
});

test("what is kept is at least as large as what goes, for any fraction", () => {
  const random = new Random(8);
  const w = tensor(Array.from({ length: 101 }, () => random.normal()));
  for (const fraction of [0.1, 0.33, 0.5, 0.9]) {
    const { masks, pruned } = pruneByFraction([w], fraction);
    const sizes = (kept: number) =>
      [...w.data].filter((_, i) => masks[0]!.at(i) === kept).map(Math.abs);
    expect(pruned).toBe(Math.round(fraction * 101));
    expect(Math.min(...sizes(1))).toBeGreaterThan(Math.max(...sizes(0)));
  }
});

test("pruning twice changes nothing more, and a mask undoes a step on a pruned weight", () => {
  const once = pruneByThreshold([W], 0.6);
  expect(pruneByThreshold(once.weights, 0.6).weights).toEqual(once.weights);
  const stepped = once.weights.map((w) => tensor([...w.data].map((entry) => entry + 1)));
  const masks = once.masks.map((m) => tensor([...m.data]));
  expect(applyMasks(stepped, masks)[0]!.toArray()).toEqual([4, 0, 0, -1, 2, 0.25]);
});

describe("bad input", () => {
  test("a fraction outside 0 to 1, a negative threshold", () => {
    expect(() => pruneByFraction([W], 1.5)).toThrow(
      "pruneByFraction: fraction must be from 0 to 1; here fraction is 1.5.",
    );
    expect(() => pruneByFraction([W], Number.NaN)).toThrow(ValueError);
    expect(() => pruneByThreshold([W], -1)).toThrow(ValueError);
  });

  test("no list, NaN, masks that do not fit", () => {
    expect(() => pruneByThreshold(W as never, 1)).toThrow(
      "Put a single one in a list: pruneByThreshold([W], …).",
    );
    const broken = new Tensor([1], Float64Array.of(Number.NaN));
    expect(() => pruneByFraction([broken], 0.5)).toThrow(ValueError);
    expect(() => applyMasks([W], [b])).toThrow("weights 0 is [2, 3], masks 0 is [2]");
    expect(() => applyMasks([W, b], [W])).toThrow(ShapeError);
  });
});
