import { describe, expect, test } from "vitest";
import { relu, sigmoid, tanh } from "../../../src/math/activations.js";
import {
  absInto,
  addBackInto,
  addInto,
  addScaledInto,
  divInto,
  expInto,
  FLAT,
  logInto,
  type MapLoop,
  mapEntries,
  maximumInto,
  mulInto,
  negInto,
  REPEATED,
  reluBackInto,
  reluInto,
  scaleInto,
  sigmoidBackInto,
  sigmoidInto,
  sqrtInto,
  squareInto,
  subInto,
  sumOverRows,
  sumOverRowsInto,
  tanhBackInto,
  tanhInto,
  type ZipLoop,
  zipEntries,
} from "../../../src/math/kernels.js";
import { tensor } from "../../../src/math/tensor.js";
import { DUAL_NUMBER } from "../../../src/math/tolerances.js";
import { expectAgreement } from "../agree.js";

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const entries = Float64Array.of(0, -0, 1, -1, 0.3, -2.5, 40, -40, 800, -800, inf, -inf, nan);

const maps: readonly (readonly [string, MapLoop, (x: number) => number])[] = [
  ["negInto", negInto, (x) => -x],
  ["squareInto", squareInto, (x) => x * x],
  ["sqrtInto", sqrtInto, Math.sqrt],
  ["absInto", absInto, Math.abs],
  ["expInto", expInto, Math.exp],
  ["logInto", logInto, Math.log],
  ["tanhInto", tanhInto, Math.tanh],
  ["sigmoidInto", sigmoidInto, (x) => 1 / (1 + Math.exp(-x))],
  ["reluInto", reluInto, (x) => Math.max(0, x)],
];

describe.each(maps)("%s", (_name, loop, f) => {
  const want = Float64Array.from(entries, f);

  test("computes the function itself, entry by entry, edges included", () => {
    expect(mapEntries(entries, f, loop)).toEqual(want);
    expect(mapEntries(entries, f)).toEqual(want);
  });

  test("may write over its operand", () => {
    const x = entries.slice();
    loop(x, x);
    expect(x).toEqual(want);
  });
});

const zips: readonly (readonly [string, ZipLoop, (a: number, b: number) => number])[] = [
  ["addInto", addInto, (a, b) => a + b],
  ["subInto", subInto, (a, b) => a - b],
  ["mulInto", mulInto, (a, b) => a * b],
  ["divInto", divInto, (a, b) => a / b],
  ["maximumInto", maximumInto, Math.max],
];

describe.each(zips)("%s", (_name, loop, f) => {
  test("computes the function itself on every pair of edges", () => {
    const a = Float64Array.from({ length: 169 }, (_, at) => entries[Math.floor(at / 13)]!);
    const b = Float64Array.from({ length: 169 }, (_, at) => entries[at % 13]!);
    const want = Float64Array.from(a, (entry, at) => f(entry, b[at]!));
    expect(zipEntries(1, 169, a, FLAT, b, FLAT, f, loop)).toEqual(want);
    expect(zipEntries(1, 169, a, FLAT, b, FLAT, f)).toEqual(want);
  });

  test("repeats a row, a column and a number", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    const whole = { rowStep: 3, columnStep: 1 };
    const pairs = [
      [Float64Array.of(7, 8, 9), { rowStep: 0, columnStep: 1 }, [7, 8, 9, 7, 8, 9]],
      [Float64Array.of(7, 8), { rowStep: 1, columnStep: 0 }, [7, 7, 7, 8, 8, 8]],
      [Float64Array.of(7), REPEATED, [7, 7, 7, 7, 7, 7]],
    ] as const;
    for (const [other, layout, spread] of pairs) {
      const right = zipEntries(2, 3, x, whole, other, layout, f, loop);
      const left = zipEntries(2, 3, other, layout, x, whole, f, loop);
      expect([...right]).toEqual([...x].map((entry, at) => f(entry, spread[at]!)));
      expect([...left]).toEqual([...x].map((entry, at) => f(spread[at]!, entry)));
    }
  });

  test("may write over an operand of its own shape", () => {
    const x = Float64Array.of(1, 2, 3);
    loop(x, 1, 3, x, FLAT, Float64Array.of(4, 5, 6), FLAT);
    expect([...x]).toEqual([f(1, 4), f(2, 5), f(3, 6)]);
  });
});

describe("the way back through an activation is g · h′(s)", () => {
  const s = [-3, -0.5, 0.25, 2];
  const g = Float64Array.of(2, -1, 0.5, 4);
  const cases = [
    ["tanh", tanhBackInto, tanh],
    ["sigmoid", sigmoidBackInto, sigmoid],
    ["relu", reluBackInto, relu],
  ] as const;

  test.each(cases)("%s, from its output", (_name, back, h) => {
    const y = new Float64Array(4);
    back(y, g, h(s).data);
    const want = s.map((si, i) => g[i]! * h.derivative(si));
    expectAgreement([...y], want, DUAL_NUMBER);
  });

  test("relu is flat at 0", () => {
    const y = Float64Array.of(5, 5);
    reluBackInto(y, y, Float64Array.of(0, 1e-300));
    expect([...y]).toEqual([0, 5]);
  });
});

test("addBackInto adds up over every use of a repeated entry, Eq. (3.8)", () => {
  const g = Float64Array.of(1, 2, 3, 4, 5, 6);
  const row = Float64Array.of(100, 0, 0);
  addBackInto(row, { rowStep: 0, columnStep: 1 }, g, 2, 3);
  expect([...row]).toEqual([100 + 1 + 4, 2 + 5, 3 + 6]);
  const column = new Float64Array(2);
  addBackInto(column, { rowStep: 1, columnStep: 0 }, g, 2, 3);
  expect([...column]).toEqual([6, 15]);
  const number = new Float64Array(1);
  addBackInto(number, REPEATED, g, 2, 3);
  expect([...number]).toEqual([21]);
});

test("scaleInto and addScaledInto make one step of gradient descent, by hand", () => {
  const [w, slope] = [Float64Array.of(1, 2), Float64Array.of(10, -20)];
  addScaledInto(w, -0.25, slope);
  expect([...w]).toEqual([-1.5, 7]);
  scaleInto(w, 2, w);
  expect([...w]).toEqual([-3, 14]);
});

test("sumOverRowsInto forgets what was there", () => {
  const y = Float64Array.of(9, 9);
  const x = tensor([
    [1, 2],
    [3, 4],
  ]).data;
  sumOverRowsInto(y, x, 2, 2);
  expect(y).toEqual(sumOverRows(x, 2, 2));
  expect([...y]).toEqual([4, 6]);
});
