import { describe, expect, test } from "vitest";
import { Random } from "../../../src/math/random.js";
import { type Augmentation, augment } from "../../../src/math/regularization/augmentation.js";
import { flipImage, shiftImage } from "../../../src/math/regularization/image.js";
import { ShapeError } from "../../../src/math/shape.js";
import { tensor } from "../../../src/math/tensor.js";
import { ValueError } from "../../../src/math/value-error.js";

const size = { height: 8, width: 8 };
const random = new Random(9);
const digit = Array.from({ length: 64 }, () => random.uniform());
const copies = (n: number) => tensor(Array.from({ length: n }, () => digit));
const all: Augmentation = { shift: 2, rotation: 15, flip: true, brightness: 0.1, contrast: 0.2 };

test("nothing asked for, nothing changed", () => {
  expect(augment([digit], size, {}, new Random(1)).toArray()).toEqual([digit]);
});

test("every image of a batch is changed on its own, and each call anew", () => {
  const stream = new Random(1);
  const rows = [1, 2].flatMap(() => augment(copies(5), size, all, stream).toArray() as number[][]);
  expect(new Set(rows.map((row) => row.join())).size).toBe(10);
});

test("a seed repeats it, and the images given are left alone", () => {
  const images = copies(3);
  const once = () => augment(images, size, all, new Random(4)).toArray();
  expect(once()).toEqual(once());
  expect(images.toArray()).toEqual(copies(3).toArray());
});

test("shifts take every one of the 25 places within 2 pixels, about equally often", () => {
  const rows = augment(copies(2000), size, { shift: 2 }, new Random(5)).toArray() as number[][];
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.join(), (counts.get(row.join()) ?? 0) + 1);
  const places = [-2, -1, 0, 1, 2].flatMap((right) =>
    [-2, -1, 0, 1, 2].map((down) => [...shiftImage(digit, size, right, down)].join()),
  );
  expect(new Set(counts.keys())).toEqual(new Set(places));
  // 2000/25 = 80, standard error √(80 · 24/25) = 8.8
  for (const count of counts.values()) expect(Math.abs(count - 80)).toBeLessThan(4 * 8.8);
});

test("half of the images are mirrored, within 4 standard errors", () => {
  const rows = augment(copies(1000), size, { flip: true }, new Random(6)).toArray() as number[][];
  const mirrored = [...flipImage(digit, size)].join();
  const flipped = rows.filter((row) => row.join() === mirrored).length;
  expect(rows.every((row) => row.join() === mirrored || row.join() === digit.join())).toBe(true);
  expect(Math.abs(flipped - 500)).toBeLessThan(4 * Math.sqrt(250));
});

test("28 × 28 pixels from 0 to 255 stay within their range", () => {
  const image = Array.from({ length: 784 }, (_, i) => (i * 37) % 256);
  const changes = { ...all, brightness: 60, range: [0, 255] as const };
  const { data } = augment([image, image], { height: 28, width: 28 }, changes, new Random(2));
  expect(data.every((pixel) => pixel >= 0 && pixel <= 255)).toBe(true);
});

describe("bad input", () => {
  test("rows of another length, one image in place of a batch", () => {
    expect(() => augment([[1, 0]], size, {}, new Random(1))).toThrow(
      "augment: an image of 8 × 8 is a row of 64; here images is [1, 2].",
    );
    expect(() => augment(digit, size, {}, new Random(1))).toThrow(ShapeError);
  });

  test("pixels outside the range, with the repair", () => {
    expect(() => augment([digit.map((p) => p * 16)], size, {}, new Random(1))).toThrow(
      "Say range: [0, 16] or [0, 255] if that is what they are.",
    );
  });

  test.each<[Augmentation, string]>([
    [{ shift: 1.5 }, "shift is a whole number of pixels"],
    [{ rotation: -5 }, "rotation must be a finite number, 0 or more"],
    [{ contrast: 1 }, "contrast must be below 1"],
    [{ range: [1, 0] }, "in this order"],
  ])("%o", (changes, message) => {
    expect(() => augment([digit], size, changes, new Random(1))).toThrow(ValueError);
    expect(() => augment([digit], size, changes, new Random(1))).toThrow(message);
  });

  test("no generator", () => {
    expect(() => augment([digit], size, all, undefined as never)).toThrow("Pass new Random(1)");
  });
});
