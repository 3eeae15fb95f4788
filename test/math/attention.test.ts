import { describe, expect, test } from "vitest";
import { mul } from "../../src/math/arithmetic.js";
import { attention, attentionBackward, attentionWeights } from "../../src/math/attention.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { explainMismatch } from "../../src/math/compare.js";
import { gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { Random } from "../../src/math/random.js";
import { sum } from "../../src/math/reductions.js";
import { ShapeError } from "../../src/math/shape.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "./agree.js";

const random = new Random(15);
const matrix = (n: number, m: number) =>
  tensor(Array.from({ length: n }, () => Array.from({ length: m }, () => random.normal())));
const [Q, K, V, G] = [matrix(2, 4), matrix(3, 4), matrix(3, 5), matrix(2, 5)];
const rows = (x: Tensor, order: readonly number[]) =>
  order.map((i) => (x.toArray() as number[][])[i]!);

test("worked by hand: scores 0 and ln 3 · √4 / √4", () => {
  // d = 4, √d = 2. The query meets keys with q·k = 0 and 2 ln 3: weights ¼ and ¾.
  const [q, keys] = [
    [[1, 0, 0, 0]],
    [
      [0, 9, 9, 9],
      [2 * Math.log(3), 0, 0, 0],
    ],
  ];
  expectAgreement(attentionWeights(q, keys), [[0.25, 0.75]], ROUNDING);
  expectAgreement(
    attention(q, keys, [
      [4, 0],
      [8, 100],
    ]),
    [[7, 75]],
    ROUNDING,
  );
});

test("a query that fits no key better takes the mean; one that fits perfectly takes its value", () => {
  expect(
    attention(
      [[0, 0]],
      [
        [1, 2],
        [3, 4],
      ],
      [[10], [20]],
    ).toArray(),
  ).toEqual([[15]]);
  expectAgreement(
    attention(
      [[0, 1000]],
      [
        [1, 0],
        [0, 1],
      ],
      [[10], [20]],
    ),
    [[20]],
    ROUNDING,
  );
});

test("the weights of a query sum to 1, so every answer lies between the values", () => {
  expectAgreement(sum(attentionWeights(Q, K), 1), [1, 1], ROUNDING);
  const [low, high] = [Math.min(...V.data), Math.max(...V.data)];
  expect(attention(Q, K, V).data.every((y) => y >= low && y <= high)).toBe(true);
});

test("the order of keys and values does not matter, that of queries orders the answers", () => {
  const answers = attention(Q, K, V);
  expectAgreement(attention(Q, rows(K, [2, 0, 1]), rows(V, [2, 0, 1])), answers, ROUNDING);
  expectAgreement(attention(rows(Q, [1, 0]), K, V), rows(answers, [1, 0]), ROUNDING);
  const apart = attention(Q, rows(K, [2, 0, 1]), V);
  expect(explainMismatch(apart, answers, ROUNDING)).toMatch(/10 of 10 entries differ/);
});

describe("the backward", () => {
  const byHand = attentionBackward(G, Q, K, V);

  test("agrees with central differences", () => {
    const cost = (q: Tensor, k: Tensor, v: Tensor) => sum(mul(G, attention(q, k, v)));
    expectAgreement(
      byHand.queries,
      numericalGradient((q) => cost(q, K, V), Q),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byHand.keys,
      numericalGradient((k) => cost(Q, k, V), K),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byHand.values,
      numericalGradient((v) => cost(Q, K, v), V),
      FINITE_DIFFERENCE,
    );
  });

  test("agrees with dual numbers", () => {
    expectAgreement(
      byHand.queries,
      gradientByDual((q) => sum(mul(G, attention(q, K, V))), Q),
      DUAL_NUMBER,
    );
    expectAgreement(
      byHand.keys,
      gradientByDual((k) => sum(mul(G, attention(Q, k, V))), K),
      DUAL_NUMBER,
    );
    expectAgreement(
      byHand.values,
      gradientByDual((v) => sum(mul(G, attention(Q, K, v))), V),
      DUAL_NUMBER,
    );
  });

  test("agrees with tracked variables", () => {
    const tracked = [
      grad((q) => sum(mul(G, attention(q, K, V))), Q),
      grad((k) => sum(mul(G, attention(Q, k, V))), K),
      grad((v) => sum(mul(G, attention(Q, K, v))), V),
    ] as const;
    expectAgreement(byHand.queries, tracked[0], DUAL_NUMBER);
    expectAgreement(byHand.keys, tracked[1], DUAL_NUMBER);
    expectAgreement(byHand.values, tracked[2], DUAL_NUMBER);
  });

  test("without the √d it is caught", () => {
    const numeric = numericalGradient((q) => sum(mul(G, attention(q, K, V))), Q);
    const slip = mul(2, byHand.queries);
    expect(explainMismatch(slip, numeric, FINITE_DIFFERENCE)).toMatch(/8 of 8 entries differ/);
  });
});

test("bad input names the call, the rule and every shape", () => {
  expect(() => attention(Q, [[1, 2]], V)).toThrow(
    "attention: queries [n, d], keys [m, d] and values [m, v] must fit together, Eq. (6.22); " +
      "here queries is [2, 4], keys is [1, 2], values is [3, 5].",
  );
  expect(() => attention(Q, K, matrix(2, 5))).toThrow(ShapeError);
  expect(() => attention([1, 2], [[1, 2]], [[1]])).toThrow(ShapeError);
  expect(() => attentionBackward([[1]], Q, K, V)).toThrow("upstream is [1, 1]");
});
