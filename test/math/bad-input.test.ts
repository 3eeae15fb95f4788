/**
 * Bad input, generated: whatever the numbers, it ends in an error of ours that names the call and
 * what was given, and never in a result.
 */
import fc from "fast-check";
import { describe, test } from "vitest";
import { moons } from "../../src/datasets/moons.js";
import { relu, sigmoid, tanh } from "../../src/math/activations.js";
import { add, div, maximum, mul, sub } from "../../src/math/arithmetic.js";
import {
  binaryCrossEntropy,
  binaryCrossEntropyFromLogits,
} from "../../src/math/binary-cross-entropy.js";
import { dense } from "../../src/math/dense-layer.js";
import { hinge } from "../../src/math/hinge.js";
import { heNormal } from "../../src/math/initializers.js";
import { dot, matMul } from "../../src/math/linear-algebra.js";
import { meanSquaredError } from "../../src/math/mean-squared-error.js";
import { adam } from "../../src/math/optimizers/adam.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { perceptron } from "../../src/math/perceptron.js";
import { Random } from "../../src/math/random.js";
import { dropoutMask } from "../../src/math/regularization/dropout.js";
import { l2Penalty } from "../../src/math/regularization/penalties.js";
import { batches, shuffledBatches } from "../../src/math/sampling.js";
import { ShapeError } from "../../src/math/shape.js";
import { softmaxCrossEntropy } from "../../src/math/softmax-cross-entropy.js";
import { type TensorLike, tensor } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

const number = fc.double({ min: -100, max: 100, noNaN: true });
const length = fc.integer({ min: 1, max: 6 });
const vectorOf = (n: number) => fc.array(number, { minLength: n, maxLength: n });
const matrixOf = (n: number, m: number) => fc.array(vectorOf(m), { minLength: n, maxLength: n });
/** Two different lengths, neither of which is 1: 1 would be repeated. */
const unequal = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .filter(([a, b]) => a !== b);

/** Fails unless the call throws our error, which says what was wrong and what was given. */
function refuses(call: () => unknown): void {
  try {
    const result = call();
    throw new Error(`gave a result: ${JSON.stringify(result)}`);
  } catch (error) {
    const ours = error instanceof ShapeError || error instanceof ValueError;
    if (!ours || !/^[^:]+: .+; here .+/s.test(error.message)) throw error;
  }
}
const always = <T>(inputs: fc.Arbitrary<T>, call: (input: T) => unknown): void =>
  fc.assert(
    fc.property(inputs, (input) => refuses(() => call(input))),
    { numRuns: 60 },
  );

describe("tensors", () => {
  test("rows of unequal length", () => {
    const rows = unequal.chain(([a, b]) => fc.tuple(vectorOf(a), vectorOf(b)));
    always(rows, (ragged) => tensor(ragged));
  });

  test("nothing at all, at either level", () => {
    always(fc.constantFrom<number[] | number[][]>([], [[]], [[], []]), (empty) => tensor(empty));
  });

  test("one entry that is no number, wherever it hides", () => {
    const odd = fc.constantFrom(Number.NaN, "1", null, undefined, true, {}, [1]);
    // At least two entries: a list in a list of one is a matrix, and right.
    const lists = fc
      .integer({ min: 2, max: 6 })
      .chain((n) => fc.tuple(vectorOf(n), fc.nat(n - 1), odd));
    always(lists, ([list, place, what]) => {
      const spoilt: unknown[] = [...list];
      spoilt[place] = what;
      return tensor(spoilt as number[]);
    });
  });
});

describe("shapes that do not fit", () => {
  const pairs = unequal.chain(([a, b]) => fc.tuple(vectorOf(a), vectorOf(b)));
  test.each([
    ["add", add],
    ["sub", sub],
    ["mul", mul],
    ["div", div],
    ["maximum", maximum],
    ["dot", dot],
    ["meanSquaredError", meanSquaredError],
  ] as [string, (a: TensorLike, b: TensorLike) => unknown][])("%s", (_name, f) => {
    always(pairs, ([a, b]) => f(a, b));
  });

  test("perceptron: inputs and weights", () => {
    always(pairs, ([x, w]) => perceptron(x, w, 0, sigmoid));
  });

  test("matMul: inner lengths", () => {
    const factors = fc
      .tuple(length, length, unequal)
      .chain(([n, m, [k, l]]) => fc.tuple(matrixOf(n, k), matrixOf(l, m)));
    always(factors, ([a, b]) => matMul(a, b));
  });

  test("dense: inputs, weights and biases", () => {
    const layers = fc
      .tuple(length, length, unequal)
      .chain(([n, out, [a, b]]) => fc.tuple(matrixOf(n, a), matrixOf(b, out), vectorOf(out)));
    always(layers, ([x, W, b]) => dense(x, W, b, tanh));
  });
});

describe("values that a rule forbids", () => {
  const notLabel = number.filter((y) => y !== 0 && y !== 1);
  const outside = fc.oneof(
    fc.double({ min: 1, max: 9, minExcluded: true, noNaN: true }),
    fc.double({ min: -9, max: -1e-9, noNaN: true }),
  );

  test("activations of what is no number", () => {
    const odd = fc.constantFrom<unknown>(Number.NaN, "2", null, undefined, {}, true);
    for (const g of [sigmoid, tanh, relu]) {
      always(odd, (z) => g(z as number));
      always(odd, (z) => g.derivative(z as number));
    }
  });

  test("labels that are neither 0 nor 1", () => {
    always(notLabel, (y) => binaryCrossEntropy([0.5], [y]));
    always(notLabel, (y) => binaryCrossEntropyFromLogits([0.5], [y]));
  });

  test("classes that are neither −1 nor +1", () => {
    always(
      number.filter((y) => Math.abs(y) !== 1),
      (y) => hinge([0.5], [y]),
    );
  });

  test("rows that are not one-hot, and classes that do not exist", () => {
    const rows = vectorOf(3).filter(
      (row) =>
        !(row.filter((e) => e === 1).length === 1 && row.filter((e) => e === 0).length === 2),
    );
    always(rows, (row) => softmaxCrossEntropy([[1, 2, 3]], [row]));
    always(fc.constantFrom(-1, 3, 0.5, 7), (label) => softmaxCrossEntropy([[1, 2, 3]], [label]));
  });

  test("probabilities outside [0, 1]", () => {
    always(outside, (p) => binaryCrossEntropy([p], [1]));
  });

  test("negative rates and strengths", () => {
    const negative = fc.double({ min: -10, max: -1e-9, noNaN: true });
    always(negative, (rate) => gradientDescent(rate));
    always(negative, (rate) => adam(rate));
    always(negative, (lambda) => l2Penalty([1, 2], lambda));
    always(negative, (rate) => dropoutMask([2, 2], rate, new Random(1)));
  });

  test("a batch larger than the data", () => {
    const sizes = fc.tuple(length, length).map(([n, more]) => [n, n + more] as const);
    always(sizes, ([n, size]) => [...batches(n, size)]);
    always(sizes, ([n, size]) => [...shuffledBatches(n, size, new Random(1))]);
  });

  test("a generator without a seed, or none at all", () => {
    const noSeed = fc.constantFrom<unknown>(undefined, null, -1, 0.5, Number.NaN, "7");
    always(noSeed, (seed) => new Random(seed as number));
    const noGenerator = fc.constantFrom<unknown>(undefined, null, 7, {}, Math.random);
    always(noGenerator, (random) => moons(random as Random, 10));
    always(noGenerator, (random) => heNormal([2, 3], random as Random));
    always(noGenerator, (random) => dropoutMask([2, 2], 0.5, random as Random));
  });
});
