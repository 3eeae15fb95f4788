import { expect, test } from "vitest";
import { randomDirection } from "../../src/datasets/direction.js";
import { Random } from "../../src/math/random.js";

test("directions are unit vectors, and no angle is preferred", () => {
  const random = new Random(1);
  const directions = Array.from({ length: 8000 }, () => randomDirection(random));
  for (const [x, y] of directions) expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
  // Half of the circle lies within 22.5° of an axis; from a square it would be 41 %. The deviation
  // of such a share over 8,000 draws is 0.0056.
  const nearAxis = directions.filter(
    ([x, y]) => Math.max(Math.abs(x), Math.abs(y)) > Math.cos(Math.PI / 8),
  );
  expect(Math.abs(nearAxis.length / 8000 - 0.5)).toBeLessThan(0.025);
  for (const [sx, sy] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ] as const) {
    const quadrant = directions.filter(([x, y]) => x * sx > 0 && y * sy > 0).length;
    expect(Math.abs(quadrant / 8000 - 0.25)).toBeLessThan(0.025);
  }
});
