import { describe, expect, test } from "vitest";
import { twoClasses } from "../../src/figures/perceptron/two-classes.js";

const points = [
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
];
const classes = [-1, -1, 1, 1];

describe("twoClasses", () => {
  test("each class has its own marker, at its own points", () => {
    const [positive, negative] = twoClasses({ points, classes }).data;
    expect(positive).toMatchObject({ x: [1, -1], y: [-1, 1], marker: { symbol: "circle" } });
    expect(negative).toMatchObject({ x: [1, -1], y: [1, -1], marker: { symbol: "diamond" } });
  });

  test("the ground is the sign of the decision, wherever one looks", () => {
    const decide = ([x1 = 0, x2 = 0]: readonly number[]) => -x1 * x2;
    const [ground] = twoClasses({ points, classes, decide }).data;
    if (ground?.type !== "contour") throw new Error("the first trace must be the ground");
    for (const [i, x2] of (ground.y as number[]).entries()) {
      for (const [j, x1] of (ground.x as number[]).entries()) {
        expect(Math.sign(ground.z[i]![j]!) + 0).toBe(Math.sign(decide([x1, x2])) + 0);
      }
    }
    expect(ground.contours).toMatchObject({ start: 0, end: 0 });
  });

  test("the caption counts the points on ground of their own colour", () => {
    const line = ([x1 = 0]: readonly number[]) => x1;
    expect(twoClasses({ points, classes, decide: line }).caption).toContain(
      "2 of the 4 points lie",
    );
  });

  test("refuses points, classes and counts that do not fit", () => {
    expect(() => twoClasses({ points: [[1]], classes: [1] })).toThrow(
      "points[0] must have 2 entries",
    );
    expect(() => twoClasses({ points, classes: [1] })).toThrow("every point needs its class");
    expect(() => twoClasses({ points, classes: [1, 0, 1, 1] })).toThrow(
      "a class is −1 or +1, Eq. (1.14); here classes[1] is 0.",
    );
    expect(() => twoClasses({ points: [[1, Number.NaN]], classes: [1] })).toThrow("points[0][1]");
  });
});
