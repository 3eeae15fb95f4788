import { describe, expect, test } from "vitest";
import {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type Initializer,
  leCunNormal,
  leCunUniform,
  randomNormal,
  randomUniform,
} from "../../src/math/initializers.js";
import { matMul } from "../../src/math/linear-algebra.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { type Tensor, zeros } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

const [IN, OUT] = [300, 100];

/** Initializer, its variance for 300 inputs and 100 outputs, and the fourth moment over σ⁴. */
const CASES: readonly (readonly [string, Initializer, number, number])[] = [
  ["randomNormal", (shape, random) => randomNormal(shape, random, 0.3), 0.09, 3],
  ["randomUniform", (shape, random) => randomUniform(shape, random, 0.3), 0.03, 1.8],
  ["glorotNormal", glorotNormal, 2 / 400, 3],
  ["glorotUniform", glorotUniform, 2 / 400, 1.8],
  ["heNormal", heNormal, 2 / 300, 3],
  ["heUniform", heUniform, 2 / 300, 1.8],
  ["leCunNormal", leCunNormal, 1 / 300, 3],
  ["leCunUniform", leCunUniform, 1 / 300, 1.8],
];

const average = (xs: readonly number[]) => xs.reduce((s, x) => s + x, 0) / xs.length;
const variance = (w: Tensor) => average([...w.data].map((x) => x * x)) - average([...w.data]) ** 2;

describe.each(CASES)("%s", (_name, initializer, expected, kurtosis) => {
  const weights = initializer([IN, OUT], new Random(7));
  const n = IN * OUT;

  test("has mean 0 and its variance, within 4 standard errors", () => {
    // Standard errors: σ/√n of the mean, σ²√((κ − 1)/n) of the variance, κ = E[w⁴]/σ⁴.
    expect(Math.abs(average([...weights.data]))).toBeLessThan(4 * Math.sqrt(expected / n));
    const error = expected * Math.sqrt((kurtosis - 1) / n);
    expect(Math.abs(variance(weights) - expected)).toBeLessThan(4 * error);
  });

  test("has its shape of distribution: the fourth moment, within 4 standard errors", () => {
    const fourth = average([...weights.data].map((w) => (w * w * w * w) / expected ** 2));
    // Var(w⁴)/σ⁸ is 96 for a normal, 9 − 3.24 for a uniform.
    expect(Math.abs(fourth - kurtosis)).toBeLessThan(
      4 * Math.sqrt((kurtosis === 3 ? 96 : 5.76) / n),
    );
    const largest = Math.max(...weights.data.map(Math.abs));
    const limit = Math.sqrt(3 * expected);
    if (kurtosis === 1.8) expect(largest).toBeLessThanOrEqual(limit);
    else expect(largest).toBeGreaterThan(2 * limit);
  });

  test("gives the same weights for the same seed, and others for another", () => {
    const again = initializer([IN, OUT], new Random(7));
    expect([...again.data]).toEqual([...weights.data]);
    expect(initializer([IN, OUT], new Random(8)).at(0, 0)).not.toBe(weights.at(0, 0));
  });

  test("needs a generator and a shape", () => {
    expect(() => initializer([2, 2], undefined as never)).toThrow("Pass new Random(1).");
    expect(() => initializer([2, 0], new Random(1))).toThrow(ValueError);
    expect(() => initializer([2, 2.5], new Random(1))).toThrow(ValueError);
  });
});

test.each(CASES.slice(2))("%s needs [in, out]", (name, initializer) => {
  expect(() => initializer([3], new Random(1))).toThrow(ShapeError);
  expect(() => initializer([3], new Random(1))).toThrow(
    `${name}: weights [in, out] are scaled by their numbers of inputs and outputs; here shape is [3]. Start biases with zeros.`,
  );
});

test("a spread below 0 is refused", () => {
  expect(() => randomNormal([2], new Random(1), -1)).toThrow("randomNormal: std must be");
  expect(() => randomUniform([2], new Random(1), Number.NaN)).toThrow(
    "randomUniform: limit must be",
  );
});

test("zeros is an initializer, too", () => {
  const start: Initializer = zeros;
  expect(start([2], new Random(1)).toArray()).toEqual([0, 0]);
});

describe("what the scale is for: twenty layers of 100 units, Eq. (4.18) to (4.20)", () => {
  const depth = 20;
  /** Root mean square of a signal behind the layers. */
  const signal = (initializer: Initializer, g: (z: number) => number): number => {
    const random = new Random(3);
    let x = randomNormal([20, 100], random, 1);
    for (let k = 0; k < depth; k++) {
      x = matMul(x, initializer([100, 100], random));
      for (let i = 0; i < x.size; i++) x.data[i] = g(x.data[i]!);
    }
    return Math.sqrt(average([...x.data].map((a) => a * a)));
  };
  const linear = (z: number) => z;
  const relu = (z: number) => Math.max(0, z);

  test("LeCun's keeps a linear signal, He's one through ReLU", () => {
    for (const kept of [signal(leCunNormal, linear), signal(heUniform, relu)]) {
      expect(kept).toBeGreaterThan(0.3);
      expect(kept).toBeLessThan(3);
    }
  });

  test("LeCun's before ReLU halves the power in each layer", () => {
    // 2^(−20/2) = 1/1024 of what He's keeps
    expect(signal(leCunNormal, relu)).toBeLessThan(3 / 1024);
  });

  test("weights of deviation 0.01 fade it to nothing, of 1 blow it up", () => {
    // each layer multiplies by σ√100: 0.1 and 10
    const [small, large] = [0.01, 1].map(
      (std) => (s: readonly number[], r: Random) => randomNormal(s, r, std),
    );
    expect(signal(small!, linear)).toBeLessThan(1e-19);
    expect(signal(large!, linear)).toBeGreaterThan(1e19);
  });
});
