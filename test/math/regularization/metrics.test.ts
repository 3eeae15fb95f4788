import { describe, expect, test } from "vitest";
import { Random } from "../../../src/math/random.js";
import { sum } from "../../../src/math/reductions.js";
import {
  accuracy,
  binaryAccuracy,
  confusionMatrix,
  meanAbsoluteError,
} from "../../../src/math/regularization/metrics.js";
import { ShapeError } from "../../../src/math/shape.js";
import { ValueError } from "../../../src/math/value-error.js";

test("accuracy, worked by hand: 3 of 4", () => {
  expect(accuracy([0, 2, 1, 1], [0, 2, 1, 2])).toBe(0.75);
  expect(accuracy([-1, 1, 1], [-1, -1, -1])).toBe(1 / 3);
  expect(accuracy([5], [5])).toBe(1);
});

test("binary accuracy: above the threshold counts as class 1, at it as 0", () => {
  expect(binaryAccuracy([0.9, 0.2, 0.6, 0.4], [1, 0, 0, 0])).toBe(0.75);
  expect(binaryAccuracy([0.5, 0.5], [1, 0])).toBe(0.5);
  expect(binaryAccuracy([0.9, 0.6], [1, 0], 0.7)).toBe(1);
});

describe("the confusion matrix", () => {
  test("has the truth in its rows, worked by hand", () => {
    // truth 0 taken for 0 once and for 1 twice; truth 1 right once; truth 2 taken for 0
    expect(confusionMatrix([0, 1, 1, 1, 0], [0, 0, 0, 1, 2], 3).toArray()).toEqual([
      [1, 2, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  test("counts every example, and its diagonal over them is the accuracy", () => {
    const random = new Random(7);
    const draw = () => Array.from({ length: 60 }, () => random.integer(4));
    const [guesses, truths] = [draw(), draw()];
    const counts = confusionMatrix(guesses, truths, 4);
    const diagonal = [0, 1, 2, 3].reduce((total, i) => total + counts.at(i, i), 0);
    expect(sum(counts)).toBe(60);
    expect(diagonal / 60).toBe(accuracy(guesses, truths));
    expect(sum(counts, 1).toArray()).toEqual(
      [0, 1, 2, 3].map((k) => truths.filter((truth) => truth === k).length),
    );
  });
});

test("the mean absolute error, worked by hand: (1 + 3)/2", () => {
  expect(meanAbsoluteError([1, 2], [2, 5])).toBe(2);
  expect(meanAbsoluteError([[1], [2]], [[1], [2]])).toBe(0);
});

describe("bad input", () => {
  test("probabilities or one-hot rows in place of classes", () => {
    expect(() => accuracy([0.9, 0.1], [1, 0])).toThrow(
      "accuracy: predicted are classes, whole numbers; here predicted, entry 0 is 0.9.",
    );
    expect(() => accuracy([[1, 0]], [[1, 0]])).toThrow(ShapeError);
  });

  test("vectors of different length, classes out of range", () => {
    expect(() => accuracy([1], [1, 0])).toThrow("predictions is [1], truths is [2]");
    expect(() => confusionMatrix([0, 3], [0, 1], 3)).toThrow(
      "predicted are classes, whole numbers from 0 to 2; here predicted, entry 1 is 3.",
    );
    expect(() => confusionMatrix([0], [0], 0)).toThrow(ValueError);
    expect(() => binaryAccuracy([1.2], [1])).toThrow("from 0 to 1; here one of them is 1.2");
    expect(() => binaryAccuracy([0.2], [-1])).toThrow(ValueError);
    expect(() => binaryAccuracy([0.2], [1], Number.NaN)).toThrow(ValueError);
  });

  test("shapes that broadcast are still not pairs", () => {
    expect(() => meanAbsoluteError([[1], [2]], [1, 2])).toThrow(ShapeError);
    expect(() => meanAbsoluteError([1], [Number.POSITIVE_INFINITY])).toThrow(ValueError);
  });
});
