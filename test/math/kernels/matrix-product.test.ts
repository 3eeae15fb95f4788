import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  multiplyByTransposedInto,
  multiplyInto,
  multiplyMatrices,
  multiplyTransposedByInto,
  transposeEntries,
} from "../../../src/math/kernels.js";
import { Random } from "../../../src/math/random.js";
import { Tensor } from "../../../src/math/tensor.js";
import { EXACT } from "../../../src/math/tolerances.js";
import { expectAgreement } from "../agree.js";

/** The textbook's three loops, one sum after the other: `cᵢⱼ = Σₖ aᵢₖ bₖⱼ`. */
function textbook(a: Float64Array, b: Float64Array, n: number, inner: number, m: number) {
  return Float64Array.from({ length: n * m }, (_, at) => {
    const [i, j] = [Math.floor(at / m), at % m];
    let total = 0;
    for (let k = 0; k < inner; k++) total += a[i * inner + k]! * b[k * m + j]!;
    return total;
  });
}

const draws = (random: Random, count: number): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal());

const asMatrix = (data: Float64Array, n: number, m: number): Tensor => new Tensor([n, m], data);

/** All three kernels on one pair of matrices, written into arrays that hold rubbish. */
function products(a: Float64Array, b: Float64Array, n: number, inner: number, m: number) {
  const [plain, leftTransposed, rightTransposed] = [0, 1, 2].map(() =>
    new Float64Array(n * m).fill(Number.NaN),
  ) as [Float64Array, Float64Array, Float64Array];
  multiplyInto(plain, a, b, n, inner, m);
  multiplyTransposedByInto(leftTransposed, transposeEntries(a, n, inner), b, n, inner, m);
  multiplyByTransposedInto(rightTransposed, a, transposeEntries(b, inner, m), n, inner, m);
  return { plain, leftTransposed, rightTransposed };
}

const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 33];

describe("the matrix product in tiles", () => {
  test("is the textbook's to the last bit, for every shape around the tile's", () => {
    const random = new Random(1);
    for (const n of lengths) {
      for (const inner of [0, ...lengths]) {
        for (const m of lengths) {
          const [a, b] = [draws(random, n * inner), draws(random, inner * m)];
          const want = asMatrix(textbook(a, b, n, inner, m), n, m);
          for (const got of Object.values(products(a, b, n, inner, m))) {
            expectAgreement(asMatrix(got, n, m), want, EXACT);
          }
        }
      }
    }
  });

  test("is the textbook's for any shape and any entries, infinities and NaN included", () => {
    const length = fc.integer({ min: 1, max: 12 });
    const entry = fc.double({ noNaN: false });
    const matrices = fc.tuple(length, length, length).chain(([n, inner, m]) =>
      fc.record({
        sizes: fc.constant([n, inner, m] as const),
        a: fc.array(entry, { minLength: n * inner, maxLength: n * inner }),
        b: fc.array(entry, { minLength: inner * m, maxLength: inner * m }),
      }),
    );
    fc.assert(
      fc.property(matrices, ({ sizes: [n, inner, m], a, b }) => {
        const [x, y] = [Float64Array.from(a), Float64Array.from(b)];
        const want = textbook(x, y, n, inner, m);
        for (const got of Object.values(products(x, y, n, inner, m))) expect(got).toEqual(want);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  test("has exact integers: two rows of 1, 2, 3 … by hand", () => {
    // Row 1: 1·1 + 2·3 + 3·5 = 22, 1·2 + 2·4 + 3·6 = 28; row 2: 4 + 15 + 30 = 49, 8 + 20 + 36 = 64.
    const [a, b] = [Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 2, 3, 4, 5, 6)];
    expect([...multiplyMatrices(a, b, 2, 3, 2)]).toEqual([22, 28, 49, 64]);
  });

  test("of no products is 0, and overwrites what was there", () => {
    const c = new Float64Array(20).fill(7);
    multiplyInto(c, new Float64Array(0), new Float64Array(0), 4, 0, 5);
    expect([...c]).toEqual(new Array(20).fill(0));
  });

  test("grows its packing buffer for long columns and still fits short ones", () => {
    const random = new Random(2);
    for (const inner of [3000, 5, 700]) {
      const [a, b] = [draws(random, 5 * inner), draws(random, inner * 6)];
      const want = asMatrix(textbook(a, b, 5, inner, 6), 5, 6);
      expectAgreement(asMatrix(multiplyMatrices(a, b, 5, inner, 6), 5, 6), want, EXACT);
    }
  });

  test("leaves entries of c beyond its shape alone", () => {
    const c = new Float64Array(40).fill(9);
    multiplyInto(c, new Float64Array(15), new Float64Array(21), 5, 3, 7);
    expect([...c.subarray(35)]).toEqual([9, 9, 9, 9, 9]);
  });
});
