import { describe, expect, test } from "vitest";
import {
  abs,
  add,
  div,
  exp,
  log,
  maximum,
  mul,
  neg,
  sqrt,
  square,
  sub,
} from "../../src/math/arithmetic.js";
import { centralDifference, numericalGradient } from "../../src/math/central-difference.js";
import { type Dual, derivativeByDual, dual, gradientByDual } from "../../src/math/dual.js";
import { dot, matMul, transpose } from "../../src/math/linear-algebra.js";
import { Random } from "../../src/math/random.js";
import { mean, sum } from "../../src/math/reductions.js";
import { ShapeError } from "../../src/math/shape.js";
import { Tensor, tensor } from "../../src/math/tensor.js";
import { FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "./agree.js";

describe("entry-wise operations, worked by hand", () => {
  test("numbers give numbers", () => {
    expect([
      add(2, 3),
      sub(2, 3),
      mul(2, 3),
      div(3, 2),
      maximum(2, 3),
      neg(2),
      square(-3),
      abs(-2),
      sqrt(9),
    ]).toEqual([5, -1, 6, 1.5, 3, -2, 9, 2, 3]);
    expect([exp(0), log(1)]).toEqual([1, 0]);
  });

  test("a vector is repeated over the rows of a matrix, a column over its columns", () => {
    expect(
      add(
        [
          [1, 2],
          [3, 4],
        ],
        [10, 20],
      ).toArray(),
    ).toEqual([
      [11, 22],
      [13, 24],
    ]);
    expect(
      add(
        [
          [1, 2],
          [3, 4],
        ],
        [[10], [20]],
      ).toArray(),
    ).toEqual([
      [11, 12],
      [23, 24],
    ]);
    expect(sub(1, [1, 2]).toArray()).toEqual([0, -1]);
    expect(mul([[1], [2]], [3, 4]).toArray()).toEqual([
      [3, 4],
      [6, 8],
    ]);
  });

  test("IEEE arithmetic is left as it is", () => {
    expect([div(1, 0), log(0), exp(710)]).toEqual([Infinity, -Infinity, Infinity]);
    expect(div(0, 0)).toBeNaN();
  });

  test("shapes that do not fit are refused by name", () => {
    expect(() => mul([1, 2], [1, 2, 3])).toThrow("mul: axes, lined up from the right");
    expect(() => div([[1, 2]], [[1], [2], [3]] as never)).not.toThrow();
  });

  test("something that is no number is refused by name", () => {
    expect(() => exp("1" as never)).toThrow(
      'exp: takes numbers, lists of numbers, tensors, dual numbers or variables; here operand is the text "1".',
    );
    expect(() => add([1], undefined as never)).toThrow("add: takes numbers");
  });

  test("arguments are left alone", () => {
    const x = tensor([1, 2]);
    add(x, x);
    neg(x);
    expect(x.toArray()).toEqual([1, 2]);
  });
});

describe("derivatives by dual numbers agree with central differences", () => {
  // Away from 0, where abs and maximum have no derivative.
  const points = [-2.5, -0.7, 0.3, 1, 4];
  const onPositive = [0.3, 1, 4];
  const cases: [string, (x: Dual) => Dual, (x: number) => number, number[]][] = [
    ["add", (x) => add(x, 3), (x) => x + 3, points],
    ["sub", (x) => sub(3, x), (x) => 3 - x, points],
    ["mul", (x) => mul(x, mul(x, x)), (x) => x ** 3, points],
    ["div", (x) => div(2, x), (x) => 2 / x, points],
    ["div by a constant", (x) => div(x, 4), (x) => x / 4, points],
    ["maximum", (x) => maximum(x, mul(2, x)), (x) => Math.max(x, 2 * x), points],
    ["neg", (x) => neg(x), (x) => -x, points],
    ["exp", (x) => exp(x), Math.exp, points],
    ["square", (x) => square(x), (x) => x * x, points],
    ["abs", (x) => abs(x), Math.abs, points],
    ["log", (x) => log(x), Math.log, onPositive],
    ["sqrt", (x) => sqrt(x), Math.sqrt, onPositive],
  ];
  test.each(cases)("%s", (_name, onDuals, onNumbers, at) => {
    const exact = at.map((x) => derivativeByDual(onDuals, x));
    const numeric = at.map((x) => centralDifference(onNumbers, x));
    expectAgreement(exact, numeric, FINITE_DIFFERENCE);
  });

  test("at a tie the slope of maximum goes to its first argument", () => {
    expect(derivativeByDual((x) => maximum(x, 1), 1)).toBe(1);
    expect(derivativeByDual((x) => maximum(1, x), 1)).toBe(0);
  });

  test("at its kink abs takes the slope 0", () => {
    expect(derivativeByDual((x) => abs(x), 0)).toBe(0);
  });

  test("a repeated operand's tangent is repeated with it, whichever side it stands on", () => {
    const grid = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    expect(gradientByDual((b) => sum(add(grid, b)), [1, 2]).toArray()).toEqual([3, 3]);
    expect(gradientByDual((b) => sum(add(b, grid)), [[1], [2], [3]]).toArray()).toEqual([
      [2],
      [2],
      [2],
    ]);
    expect(gradientByDual((b) => sum(maximum(grid, b)), [2.5, 2.5]).toArray()).toEqual([1, 1]);
    expect(add(grid, dual([1, 2], [3, 4])).tangent.toArray()).toEqual([
      [3, 4],
      [3, 4],
      [3, 4],
    ]);
  });

  test("a lost tangent is noticed", () => {
    const lossy = (x: Dual) => Math.exp(x.value) as unknown as Dual;
    expect(() => derivativeByDual(lossy, 1)).toThrow("Math.exp and * drop the tangent");
  });

  test("value and tangent of different shapes are refused", () => {
    expect(() => dual([1, 2], [1])).toThrow(ShapeError);
  });
});

describe("reductions", () => {
  const x = [
    [1, 2, 3],
    [4, 5, 9],
  ];

  test("over everything, over rows, over columns", () => {
    expect(sum(x)).toBe(24);
    expect(sum(x, 0).toArray()).toEqual([5, 7, 12]);
    expect(sum(x, 1).toArray()).toEqual([6, 18]);
    expect(mean(x)).toBe(4);
    expect(mean(x, 0).toArray()).toEqual([2.5, 3.5, 6]);
    expect(mean(x, 1).toArray()).toEqual([2, 6]);
    expect(sum(5)).toBe(5);
  });

  test("an axis that is not there is refused", () => {
    expect(() => sum([1, 2], 1)).toThrow(ShapeError);
  });

  test("the gradient of a mean is 1/n in every entry, of a weighted sum the weights", () => {
    expect(gradientByDual((v) => mean(v), [5, 6, 7, 8]).toArray()).toEqual([
      0.25, 0.25, 0.25, 0.25,
    ]);
    expect(gradientByDual((v) => sum(mul(v, [2, 3])), [5, 6]).toArray()).toEqual([2, 3]);
    expect(
      gradientByDual(
        (v) => sum(mean(v, 0)),
        [
          [1, 2],
          [3, 4],
        ],
      ).toArray(),
    ).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });
});

describe("products", () => {
  test("dot, worked by hand", () => {
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  });

  test("matMul, worked by hand, with matrices and vectors on either side", () => {
    const A = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    expect(
      matMul(A, [
        [1, 0, 2],
        [0, 1, 3],
      ]).toArray(),
    ).toEqual([
      [1, 2, 8],
      [3, 4, 18],
      [5, 6, 28],
    ]);
    expect(matMul(A, [1, 10]).toArray()).toEqual([21, 43, 65]);
    expect(matMul([1, 10, 100], A).toArray()).toEqual([531, 642]);
  });

  test("(AB)ᵀ = BᵀAᵀ on seeded matrices of unequal sides", () => {
    const random = new Random(3);
    const matrix = (n: number, m: number) =>
      new Tensor(
        [n, m],
        Float64Array.from({ length: n * m }, () => random.normal()),
      );
    const [A, B] = [matrix(4, 5), matrix(5, 3)];
    expectAgreement(transpose(matMul(A, B)), matMul(transpose(B), transpose(A)), ROUNDING);
  });

  test("gradients of Σ(AB) by dual numbers and by central differences", () => {
    const A = [
      [1, -2],
      [3, 0.5],
    ];
    const B = [
      [2, 1, 0],
      [-1, 4, 3],
    ];
    const byDualA = gradientByDual((a) => sum(square(matMul(a, B))), A);
    const byDualB = gradientByDual((b) => sum(square(matMul(A, b))), B);
    expectAgreement(
      byDualA,
      numericalGradient((a) => sum(square(matMul(a, B))), A),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byDualB,
      numericalGradient((b) => sum(square(matMul(A, b))), B),
      FINITE_DIFFERENCE,
    );
  });

  test("a transposed factor is named as the likely slip", () => {
    expect(() =>
      matMul(
        [[1, 2]],
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      ),
    ).toThrow("transpose(b) is [2, 3] and would fit.");
    expect(() => matMul([1, 2], [1, 2])).toThrow("For two vectors use dot.");
    expect(() => dot([1, 2], [1, 2, 3])).toThrow("here a is [2], b is [3].");
  });

  test("transpose swaps the axes and leaves a vector alone", () => {
    expect(
      transpose([
        [1, 2, 3],
        [4, 5, 6],
      ]).toArray(),
    ).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(transpose([1, 2]).toArray()).toEqual([1, 2]);
    expect(transpose(dual([[1, 2]], [[3, 4]])).tangent.toArray()).toEqual([[3], [4]]);
  });
});
