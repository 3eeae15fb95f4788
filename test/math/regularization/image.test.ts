import { describe, expect, test } from "vitest";
import { Random } from "../../../src/math/random.js";
import {
  brighten,
  flipImage,
  mapImages,
  rotateImage,
  shiftImage,
} from "../../../src/math/regularization/image.js";
import { ShapeError } from "../../../src/math/shape.js";
import { ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

const size = { height: 2, width: 3 };
const image = [1, 2, 3, 4, 5, 6];

test("a shift moves pixels and fills with 0, worked by hand", () => {
  // 1 2 3 / 4 5 6, one to the right: 0 1 2 / 0 4 5; one down: 0 0 0 / 1 2 3
  expect([...shiftImage(image, size, 1, 0)]).toEqual([0, 1, 2, 0, 4, 5]);
  expect([...shiftImage(image, size, 0, 1)]).toEqual([0, 0, 0, 1, 2, 3]);
  expect([...shiftImage(image, size, -2, -1)]).toEqual([6, 0, 0, 0, 0, 0]);
  expect([...shiftImage(image, size, 5, 0)]).toEqual([0, 0, 0, 0, 0, 0]);
  expect([...shiftImage(image, size, 0, 0)]).toEqual(image);
});

test("a flip exchanges left and right, and twice is none", () => {
  expect([...flipImage(image, size)]).toEqual([3, 2, 1, 6, 5, 4]);
  expect([...flipImage(flipImage(image, size), size)]).toEqual(image);
});

describe("a rotation", () => {
  const square = { height: 3, width: 3 };
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  test("by quarter turns moves pixels exactly, counter-clockwise", () => {
    // 1 2 3 / 4 5 6 / 7 8 9 turned: the right column becomes the top line.
    expect([...rotateImage(nine, square, 90)]).toEqual([3, 6, 9, 2, 5, 8, 1, 4, 7]);
    expect([...rotateImage(nine, square, 180)]).toEqual([...nine].reverse());
    expect([...rotateImage(nine, square, -90)]).toEqual([...rotateImage(nine, square, 270)]);
    expect([...rotateImage(nine, square, 360)]).toEqual(nine);
  });

  test("by 45 degrees, worked by hand", () => {
    // The top middle pixel (0, −1) came from (sin 45°, −cos 45°) = (0.7071, −0.7071), between
    // 2, 3, 5 and 6: with u = v = 0.7071 to the right, 0.2929 down from the top line.
    const [near, far] = [1 - Math.SQRT1_2, Math.SQRT1_2];
    const upper = near * 2 + far * 3;
    const lower = near * 5 + far * 6;
    expectAgreement(rotateImage(nine, square, 45)[1]!, far * upper + (1 - far) * lower, ROUNDING);
  });

  test("leaves the centre, and a ramp stays a ramp: bilinear sampling is exact on it", () => {
    const big = { height: 9, width: 9 };
    const ramp = Array.from({ length: 81 }, (_, i) => 100 + (i % 9) + 10 * Math.floor(i / 9));
    const turned = rotateImage(ramp, big, 10);
    const [cos, sin] = [Math.cos(Math.PI / 18), Math.sin(Math.PI / 18)];
    for (const [line, column] of [
      [4, 4],
      [3, 5],
      [6, 2],
    ] as const) {
      const [x, y] = [column - 4, line - 4];
      const want = 100 + (4 + cos * x - sin * y) + 10 * (4 + sin * x + cos * y);
      expectAgreement(turned[line * 9 + column]!, want, ROUNDING);
    }
  });

  test("there and back is nearly the image, where nothing left the frame", () => {
    const big = { height: 28, width: 28 };
    const blob = Array.from({ length: 784 }, (_, i) => {
      const [x, y] = [(i % 28) - 13.5, Math.floor(i / 28) - 16];
      return Math.exp(-(x * x + y * y) / 20);
    });
    const back = rotateImage(rotateImage(blob, big, 15), big, -15);
    // Two bilinear samplings blur a little: 0.036 was measured, of a height of 1.
    expect(Math.max(...back.map((pixel, i) => Math.abs(pixel - blob[i]!)))).toBeLessThan(0.05);
    const once = rotateImage(blob, big, 15);
    expect(Math.max(...once.map((pixel, i) => Math.abs(pixel - blob[i]!)))).toBeGreaterThan(0.1);
  });

  test("never leaves the range of the pixels", () => {
    const random = new Random(3);
    const pixels = Array.from({ length: 64 }, () => random.uniform());
    const turned = rotateImage(pixels, { height: 8, width: 8 }, 33);
    expect(Math.min(...turned)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...turned)).toBeLessThanOrEqual(Math.max(...pixels));
  });
});

test("brightness is added, contrast scales about the mean, both cut to the range", () => {
  expect([...brighten([0, 0.5, 0.25, 0.25], 0.25, 2, [0, 1])]).toEqual([0, 1, 0.5, 0.5]);
  expect([...brighten([0, 16], 4, 1, [0, 16])]).toEqual([4, 16]);
  expect([...brighten([4, 12], 0, 0.5, [0, 16])]).toEqual([6, 10]);
});

test("bad input: a row of another length, half a pixel, no angle", () => {
  expect(() => flipImage([1, 2], size)).toThrow(ShapeError);
  expect(() => flipImage([1, 2], size)).toThrow(
    "flipImage: an image of 2 × 3 is a row of 6; here image is [2].",
  );
  expect(() => shiftImage(image, size, 0.5, 0)).toThrow(ValueError);
  expect(() => rotateImage(image, size, Number.NaN)).toThrow(
    "rotateImage: the angle must be a finite number of degrees; here degrees is NaN.",
  );
});

describe("mapImages", () => {
  test("changes every row alike and leaves the batch as it was", () => {
    const batch = [image, [6, 5, 4, 3, 2, 1]];
    const moved = mapImages(batch, (row) => shiftImage(row, size, 1, 0));
    expect(moved.toArray()).toEqual(batch.map((row) => [...shiftImage(row, size, 1, 0)]));
    expect(batch[0]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("refuses a single image and a change of length", () => {
    expect(() => mapImages(image, (row) => row)).toThrow(ShapeError);
    expect(() => mapImages([image], () => [1])).toThrow("as many pixels as before");
  });
});
