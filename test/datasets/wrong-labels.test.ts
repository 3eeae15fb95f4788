import { describe, expect, test } from "vitest";
import { wrongLabels } from "../../src/datasets/wrong-labels.js";
import { Random } from "../../src/math/random.js";
import { tensor, zeros } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

describe("wrongLabels", () => {
  const n = 10_000;
  const zerosAfter = (share: number): number =>
    wrongLabels(new Random(1), zeros([n]), { share, classes: 10 }).data.filter((y) => y === 0)
      .length / n;

  test("replaces the share, of which one in k is right by chance", () => {
    expect(zerosAfter(0)).toBe(1);
    // 1 − share + share/10, within four standard errors.
    for (const share of [0.3, 1]) {
      const expected = 1 - share + share / 10;
      const error = Math.sqrt((expected * (1 - expected)) / n);
      expect(Math.abs(zerosAfter(share) - expected)).toBeLessThan(4 * error);
    }
  });

  test("leaves its argument as it was, and repeats with its seed", () => {
    const labels = tensor([1, 2, 3, 4]);
    const made = wrongLabels(new Random(2), labels, { share: 1, classes: 5 });
    expect(labels.toArray()).toEqual([1, 2, 3, 4]);
    expect(wrongLabels(new Random(2), labels, { share: 1, classes: 5 })).toEqual(made);
  });

  test("refuses shares outside 0 to 1, no class, and a matrix", () => {
    const labels = tensor([0]);
    const random = new Random(1);
    expect(() => wrongLabels(random, labels, { share: 1.1, classes: 2 })).toThrow("from 0 to 1");
    expect(() => wrongLabels(random, labels, { share: 0.5, classes: 0 })).toThrow(ValueError);
    expect(() => wrongLabels(random, tensor([[0]]), { share: 0.5, classes: 2 })).toThrow("[n]");
  });
});
