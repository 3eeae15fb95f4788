/** Common: the distance of mistyped names. */
import { expect, test } from "vitest";
import { editDistance } from "../../src/common/edit-distance.js";

test.each([
  ["relu", "relu", 0],
  ["relu", "rleu", 1],
  ["sigmod", "sigmoid", 1],
  ["weihgted-sum", "weighted-sum", 1],
  ["", "tanh", 4],
  ["tanh", "", 4],
  ["softmax", "softmin", 2],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
])("%j and %j are %d apart", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});
