/**
 * Erratum E11: a source writes `Dropout(p=0.5)`. The argument of Keras, tfjs and this library is `rate`, the
 * share that is dropped; the paper's p is the share that is kept. At ½ the two cannot be told apart,
 * anywhere else the slip inverts the layer.
 */
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { Random } from "../../src/math/random.js";
import { dropoutMask, dropoutTraining } from "../../src/math/regularization/dropout.js";
import { ones } from "../../src/math/tensor.js";

const n = 10_000;

/** Share of units kept when one asks for this rate. */
function keptByUs(rate: number): number {
  return dropoutMask([n], rate, new Random(11)).data.filter((m) => m > 0).length / n;
}

/** The same of tf.layers.dropout, with whatever arguments it is given. */
function keptByTfjs(given: object): number {
  const layer = tf.layers.dropout(given as { rate: number });
  const output = layer.apply(tf.ones([1, n]), { training: true }) as tf.Tensor;
  return [...output.dataSync()].filter((y) => y > 0).length / n;
}

beforeAll(async () => {
  await tf.setBackend("cpu");
});

describe("the argument is the share that is dropped", () => {
  test.each([0.1, 0.2, 0.8, 0.9])("rate %d keeps 1 − rate, here and in tfjs", (rate) => {
    const error = Math.sqrt((rate * (1 - rate)) / n);
    expect(Math.abs(keptByUs(rate) - (1 - rate))).toBeLessThan(4 * error);
    expect(Math.abs(keptByTfjs({ rate }) - (1 - rate))).toBeLessThan(4 * error);
    // Read as the share that is kept it would be far off.
    expect(Math.abs(keptByUs(rate) - rate)).toBeGreaterThan(50 * error);
  });

  test("what is kept is scaled by 1/(1 − rate), so rate 0.2 gives 1.25 and not 5", () => {
    const { output } = dropoutTraining(ones([n]), 0.2, new Random(1));
    expect(new Set(output.data)).toEqual(new Set([0, 1.25]));
  });
});

test("tfjs given `p` in place of `rate` drops nothing, and says nothing", () => {
  expect(keptByTfjs({ p: 0.5 })).toBe(1);
});

test("this library refuses a missing rate and says what a rate is", () => {
  const misread = { p: 0.5 } as unknown as { rate: number };
  expect(() => dropoutTraining(ones([3]), misread.rate, new Random(1))).toThrow(
    "dropoutTraining: rate must be from 0 to below 1; here rate is undefined. " +
      "The rate is the share that is dropped, not the share p that is kept.",
  );
});
