import { describe, expect, test } from "vitest";
import { linear, relu, sigmoid, tanh } from "../../src/math/activations.js";
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
import { numericalGradient } from "../../src/math/central-difference.js";
import { customOperation } from "../../src/math/custom-operation.js";
import { dense } from "../../src/math/dense-layer.js";
import { dual, gradientByDual } from "../../src/math/dual.js";
import { grad, jacobian, jvp, valueAndGrad, vjp } from "../../src/math/gradient.js";
import { dot, matMul, transpose } from "../../src/math/linear-algebra.js";
import type { Operand, Value } from "../../src/math/operation.js";
import { Random } from "../../src/math/random.js";
import { mean, sum } from "../../src/math/reductions.js";
import { Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { trace } from "../../src/math/trace.js";
import { topologicalOrder, type Variable, variable } from "../../src/math/variable.js";
import { expectAgreement } from "./agree.js";

const random = new Random(11);
const matrix = (n: number, m: number): Tensor =>
  new Tensor(
    [n, m],
    Float64Array.from({ length: n * m }, () => random.normal()),
  );

describe("backward", () => {
  test("the graph on which a walk in the wrong order fails: y = 41, ∂y/∂a = 25, ∂y/∂b = 19", () => {
    const [a, b] = [variable(2), variable(3)];
    const [c, d] = [add(a, b), mul(a, b)];
    const y = add(add(c, d), mul(c, d));
    y.backward();
    expect([y.value, a.gradient, b.gradient]).toEqual([41, 25, 19]);
  });

  test("contributions add up where a value is used twice, and a second call changes nothing", () => {
    const a = variable(1);
    const b = add(a, a);
    const c = add(b, b);
    c.backward();
    c.backward();
    expect([c.value, a.gradient, b.gradient]).toEqual([4, 4, 2]);
  });

  test("fan-out to three sums cancels: 0.5·2 + 4·(−1) + 1·3 = 0, Eq. (3.8)", () => {
    const z = variable(1);
    const s = [2, -1, 3].map((w) => mul(w, z));
    const weighted = s.map((si, i) => mul([0.5, 4, 1][i]!, si));
    const C = weighted.reduce((total, term) => add(total, term));
    C.backward();
    expect(z.gradient).toBe(0);
  });

  test("a chain of 100,000 operations does not overflow the stack", () => {
    const x = variable(1);
    let y: Variable<number> = x;
    for (let i = 0; i < 100_000; i++) y = add(y, 1);
    y.backward();
    expect([y.value, x.gradient]).toEqual([100_001, 1]);
  });

  test("each value comes after all it depends on", () => {
    const [a, b] = [variable(2), variable(3)];
    const y = mul(add(a, b), mul(a, b));
    const order = topologicalOrder(y);
    expect(order.length).toBe(5);
    for (const node of order) {
      for (const operand of node.operands) {
        if (typeof operand === "number" || operand instanceof Tensor) continue;
        expect(order.indexOf(operand)).toBeLessThan(order.indexOf(node));
      }
    }
  });

  test("the two-weight chain by hand, Eq. (3.3) and (3.4)", () => {
    // x = 2, w₁ = 0.5, w₂ = −3, linear units, J = (ŷ − 1)²: z = 1, ŷ = −3, ∂J/∂ŷ = −8
    const [w1, w2] = [variable(0.5), variable(-3)];
    const z = mul(w1, 2);
    const J = square(sub(mul(w2, z), 1));
    J.backward();
    expect([J.value, w2.gradient, w1.gradient]).toEqual([16, -8 * 1, -8 * -3 * 2]);
  });

  test("a vector has no gradient without a seed, and a seed must have its shape", () => {
    const y = mul(variable([1, 2]), 3);
    expect(() => y.backward()).toThrow("only a single number has a gradient, as C in Eq. (3.1)");
    expect(() => y.backward([1, 2, 3])).toThrow("the seed is ∂C/∂(this value)");
    y.backward([1, 10]);
    expect(y.gradient?.toArray()).toEqual([1, 10]);
  });

  test("a dual number and a variable cannot meet", () => {
    expect(() => add(dual(1, 1) as never, variable(1))).toThrow("cannot meet in one operation");
  });
});

describe("every operation backwards: by central difference and by dual numbers", () => {
  const other = matrix(3, 4);
  const row = [0.7, -1.3, 2.1, 0.4];
  const column = [[0.5], [-2], [1.5]];
  const cases: [string, (x: Operand) => Value][] = [
    ["add a row", (x) => add(x, row)],
    ["add to a number", (x) => add(2, x)],
    ["sub", (x) => sub(other, x)],
    ["mul", (x) => mul(x, other)],
    ["mul a column", (x) => mul(column, x)],
    ["div", (x) => div(other, add(x, 10))],
    ["div by a row", (x) => div(x, row)],
    ["maximum", (x) => maximum(x, other)],
    ["neg", (x) => neg(x as Value)],
    ["exp", (x) => exp(x as Value)],
    ["log", (x) => log(add(square(x as Value), 1) as Value)],
    ["sqrt", (x) => sqrt(add(square(x as Value), 1) as Value)],
    ["square", (x) => square(x as Value)],
    ["abs", (x) => abs(x as Value)],
    ["sigmoid", (x) => sigmoid(x as Value)],
    ["tanh", (x) => tanh(x as Value)],
    ["relu", (x) => relu(x as Value)],
    ["linear", (x) => linear(x as Value)],
    ["matMul from the left", (x) => matMul(x, matrixB)],
    ["matMul from the right", (x) => matMul(matrixA, x)],
    ["matMul with a vector", (x) => matMul(x, row)],
    ["a vector times it", (x) => matMul([1, -2, 0.5], x)],
    ["transpose", (x) => matMul(other, transpose(x))],
    ["sum of rows", (x) => sum(x, 0)],
    ["sum of columns", (x) => sum(x, 1)],
    ["mean of rows", (x) => mean(x, 0)],
    ["mean of columns", (x) => mean(x, 1)],
    ["mean", (x) => mean(x)],
  ];
  const matrixA = matrix(2, 3);
  const matrixB = matrix(4, 2);
  const x = matrix(3, 4);

  test.each(cases)("%s", (_name, f) => {
    // Unequal weights: a seed of ones would hide a lost factor or a swapped axis.
    const weigh = (y: Value): Value => {
      const values = tensor((y as { value?: Tensor }).value ?? (y as Tensor));
      const weights = values.data.map((_, i) => Math.sin(i + 1));
      return sum(mul(y, new Tensor(values.shape, weights)));
    };
    const reverse = grad((v) => weigh(f(v)), x);
    const numeric = numericalGradient((v) => weigh(f(v)) as number, x);
    const forward = gradientByDual((v) => weigh(f(v)) as never, x);
    expectAgreement(reverse, numeric, { ...FINITE_DIFFERENCE, absolute: 1e-8 });
    expectAgreement(reverse, forward, { ...DUAL_NUMBER, absolute: 1e-13 });
  });

  test("dot", () => {
    const f = (v: Operand) => dot(v, [1, -2, 3]);
    expect(grad((v) => f(v), [4, 5, 6]).toArray()).toEqual([1, -2, 3]);
    expect(grad((v) => dot(v, v), [4, 5, 6]).toArray()).toEqual([8, 10, 12]);
  });

  test("a repeated operand receives the sum over its copies", () => {
    expect(grad((b) => sum(add(other, b)), row).toArray()).toEqual([3, 3, 3, 3]);
    expect(grad((c) => sum(mul(c, [1, 2, 3])), 2)).toBe(6);
    expect(grad((c) => sum(mul(other, c)), column).shape).toEqual([3, 1]);
  });
});

describe("grad and its kin", () => {
  test("parameters by name come back by name, unused ones with 0", () => {
    const { value, gradient } = valueAndGrad(({ w, b }) => add(dot(w, [1, 2]), mul(b, b)), {
      w: [3, 4],
      b: 5,
      unused: 1,
    });
    expect(value).toBe(36);
    expect(gradient.w.toArray()).toEqual([1, 2]);
    expect([gradient.b, gradient.unused]).toEqual([10, 0]);
  });

  test("a lost way back is noticed", () => {
    expect(() => grad((x) => Math.exp(x.value), 1)).toThrow("lose the way back");
  });

  test("the Jacobian of Wx is W itself: rows are outputs (E4)", () => {
    const W = matrix(2, 3);
    expectAgreement(
      jacobian((x) => matMul(W, x), [1, 2, 3]),
      W,
      ROUNDING,
    );
  });

  test("vjp is a row times the Jacobian, jvp the Jacobian times a column", () => {
    const f = (x: Operand) => tanh(matMul(x, matrixW) as Value);
    const matrixW = matrix(3, 2);
    const x = [0.3, -0.2, 0.5];
    const J = jacobian(f, x);
    const g = [0.7, -1.1];
    const dx = [1, 2, -1];
    expectAgreement(vjp(f, x).pullback(g), matMul(g, J), ROUNDING);
    expectAgreement(jvp(f, x, dx).tangent, matMul(J, dx), { ...ROUNDING, relative: 1e-12 });
    expectAgreement(vjp(f, x).value, jvp(f, x, dx).value, { ...ROUNDING, relative: 1e-12 });
  });

  test("shapes and results that do not fit are refused", () => {
    expect(() => jvp((x) => x, [1, 2], [1])).toThrow("the direction dx has the shape of x");
    expect(() => vjp(() => 3, [1])).toThrow("vjp: f must return what its operations made");
  });
});

describe("an operation of one's own", () => {
  const cube = customOperation({
    name: "cube",
    forward: (x) => mul(mul(x!, x!), x!) as Tensor,
    backward: [(adjoint, [x]) => mul(adjoint, mul(3, square(x!))) as Tensor],
  });

  test("joins the graph like any other", () => {
    const f = (x: Operand) => sum(mul(cube(x), [1, 10]));
    expect(grad((x) => f(x), [2, -1]).toArray()).toEqual([12, 30]);
    expectAgreement(
      numericalGradient((x) => f(x) as number, [2, -1]),
      [12, 30],
      FINITE_DIFFERENCE,
    );
  });

  test("without a tangent rule it refuses dual numbers by name", () => {
    expect(() => cube(dual(1, 1))).toThrow("cube: dual numbers need a tangent rule");
  });

  test("a backward of the wrong shape is its author's fault, and the message says so", () => {
    const wrong = customOperation({ name: "wrong", forward: (x) => x!, backward: [() => 1] });
    expect(() => grad((x) => sum(wrong(x)), [1, 2])).toThrow(
      "wrong: backward[0] must return the shape of input 0, Eq. (3.12); here returned is [], input is [2].",
    );
  });
});

describe("trace", () => {
  test("holds values, local Jacobians, contributions and adjoints, in order", () => {
    const a = variable(2);
    const y = mul(add(a, 3), a); // y = (a + 3)·a = 10, ∂y/∂a = 2a + 3 = 7
    const steps = trace(y);
    expect(steps.map(({ operation, value, adjoint }) => [operation, value, adjoint])).toEqual([
      ["variable", 2, 7],
      ["add", 5, 2],
      ["mul", 10, 1],
    ]);
    expect(steps[2]?.edges).toEqual([
      { from: 1, value: 5, jacobian: [[2]], contribution: 2 },
      { from: 0, value: 2, jacobian: [[5]], contribution: 5 },
    ]);
    expect(steps[1]?.edges[1]).toEqual({
      from: null,
      value: 3,
      jacobian: null,
      contribution: null,
    });
  });

  test("the Jacobian of a matrix step has a row an output and a column an input", () => {
    const steps = trace(
      sum(
        matMul(
          [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
          variable([1, 1]),
        ),
      ),
    );
    expect(steps[1]?.edges[1]?.jacobian).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });
});

describe("dense, tracked", () => {
  const [x, W, b] = [matrix(5, 3), matrix(3, 2), [0.3, -0.4]];

  test("has the gradients of its inputs, weights and biases, for many examples and for one", () => {
    const loss = (p: { x: Operand; W: Operand; b: Operand }): Value =>
      mean(square(dense(p.x, p.W, p.b, tanh)));
    for (const inputs of [x, tensor([1, -2, 0.5])]) {
      const { gradient } = valueAndGrad((p) => loss(p), { x: inputs, W, b });
      const at = (part: object) => loss({ x: inputs, W, b, ...part }) as number;
      expectAgreement(
        gradient.x,
        numericalGradient((v) => at({ x: v }), inputs),
        FINITE_DIFFERENCE,
      );
      expectAgreement(
        gradient.W,
        numericalGradient((v) => at({ W: v }), W),
        FINITE_DIFFERENCE,
      );
      expectAgreement(
        gradient.b,
        numericalGradient((v) => at({ b: v }), b),
        FINITE_DIFFERENCE,
      );
      const forward = gradientByDual((v) => loss({ x: inputs, W: v, b }) as never, W);
      expectAgreement(gradient.W, forward, { ...DUAL_NUMBER, absolute: 1e-14 });
    }
  });
});
