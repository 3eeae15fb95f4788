/**
 * Erratum E13. One lecture wants mini-batches for a better gradient and larger steps, another sees
 * "no good reason other than our hardware likes it". Measured here, both: the variance of the gradient
 * falls exactly as 1/B, yet for the same number of examples many small steps come further.
 */
import { describe, expect, test } from "vitest";
import { miniBatchGradient } from "../../src/math/mini-batch.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { Random } from "../../src/math/random.js";
import { type Batch, shuffledBatches } from "../../src/math/sampling.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";

const N = 1024;
const TRUE = [2, -1];
const random = new Random(1);
// Linear regression, y = 2x₁ − x₂ + noise of deviation 0.5.
const X = Array.from({ length: N }, () => [random.normal(), random.normal()] as const);
const y = X.map(([a, b]) => TRUE[0]! * a + TRUE[1]! * b + random.normal(0, 0.5));

/** Gradient of one example's `(ŷ − y)²/2`. */
const gradientOf = (w: Tensor) => (k: number) => {
  const [a, b] = X[k]!;
  const error = w.at(0) * a + w.at(1) * b - y[k]!;
  return tensor([error * a, error * b]);
};

const all = Array.from({ length: N }, (_, k) => k);
const squaredLength = (v: readonly number[]) => v.reduce((total, x) => total + x * x, 0);

/** Mean squared distance of a batch's gradient at w from the full one, over so many batches. */
function varianceOf(B: number, w: Tensor, draws = 2000): number {
  const full = miniBatchGradient(gradientOf(w), all);
  const stream = new Random(2).fork(`B ${B}`);
  let total = 0;
  for (let i = 0; i < draws; i++) {
    const batch = Array.from({ length: B }, () => stream.integer(N));
    const g = miniBatchGradient(gradientOf(w), batch);
    total += squaredLength([g.at(0) - full.at(0), g.at(1) - full.at(1)]);
  }
  return total / draws;
}

/** Distance from the true weights, squared, after each update over the given batches. */
function distances(eta: number, epochs: readonly (readonly Batch[])[]): number[] {
  const rule = gradientDescent(eta);
  const w = [tensor([0, 0])];
  const state = rule.init(w);
  return epochs.flat().map((batch) => {
    rule.updateInPlace([miniBatchGradient(gradientOf(w[0]!), batch)], state, w);
    return squaredLength(TRUE.map((v, i) => w[0]!.at(i) - v));
  });
}

const epochs = (B: number, count: number) => {
  const stream = new Random(3).fork(`epochs ${B}`);
  return Array.from({ length: count }, () => shuffledBatches(N, B, stream));
};

describe("for the mini-batch: a better estimate", () => {
  test("the variance of the gradient falls as 1/B", () => {
    const w = tensor([0, 0]);
    const single = miniBatchVariance(w);
    for (const B of [1, 4, 16, 64]) {
      // 2,000 draws of a skew quantity: 4 standard errors are about 20 % for B = 1, 10 % beyond.
      expect(Math.abs((varianceOf(B, w) * B) / single - 1)).toBeLessThan(0.2);
    }
  });

  test("drawn without replacement it falls to 0 as B comes to n", () => {
    const [one] = shuffledBatches(N, N, new Random(4));
    const g = miniBatchGradient(gradientOf(tensor([0, 0])), one!);
    const full = miniBatchGradient(gradientOf(tensor([0, 0])), all);
    expect(squaredLength([g.at(0) - full.at(0), g.at(1) - full.at(1)])).toBeLessThan(1e-28);
  });

  test("at one rate the walk around the minimum is smaller: its square as 1/B", () => {
    const floor = (B: number) => {
      const tail = distances(0.05, epochs(B, 16 * Math.sqrt(B))).slice(-512);
      return tail.reduce((total, d) => total + d, 0) / tail.length;
    };
    expect(floor(1) / floor(16)).toBeGreaterThan(8);
  });

  test("and a larger rate is bearable: at η = 0.6 one example at a time diverges, 32 do not", () => {
    expect(distances(0.6, epochs(32, 8)).at(-1)).toBeLessThan(0.1);
    expect(Math.max(...distances(0.6, epochs(1, 1)))).toBeGreaterThan(10);
  });
});

describe("against it: work is what counts", () => {
  test("for one epoch, the same number of examples, B = 8 comes further than B = 256", () => {
    const [small, large] = [8, 256].map((B) => distances(0.05, epochs(B, 1)).at(-1)!);
    expect(small).toBeLessThan(large! / 20);
  });

  test("four times the examples a step make the estimate only twice as exact", () => {
    const w = tensor([0, 0]);
    const ratio = Math.sqrt(varianceOf(16, w) / varianceOf(64, w));
    expect(Math.abs(ratio - 2)).toBeLessThan(0.2);
  });
});

/** The variance of a single example's gradient over all the data, exactly. */
function miniBatchVariance(w: Tensor): number {
  const full = miniBatchGradient(gradientOf(w), all);
  const off = all.map((k) => {
    const g = gradientOf(w)(k);
    return squaredLength([g.at(0) - full.at(0), g.at(1) - full.at(1)]);
  });
  return off.reduce((total, d) => total + d, 0) / N;
}
