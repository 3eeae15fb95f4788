import { describe, expect, test } from "vitest";
import { backpropStepper } from "../../src/figures/chain-rule/backprop-stepper.js";
import { backpropSteps } from "../../src/figures/chain-rule/backprop-steps.js";
import { chainOfRates } from "../../src/figures/chain-rule/chain-of-rates.js";
import { expressionGraph } from "../../src/figures/chain-rule/expression-graph.js";
import { expressionNodes } from "../../src/figures/chain-rule/expression-nodes.js";
import { fanOutGraph } from "../../src/figures/chain-rule/fan-out-graph.js";
import { gradientField } from "../../src/figures/chain-rule/gradient-field.js";
import { jacobianHeatmap } from "../../src/figures/chain-rule/jacobian-heatmap.js";
import { maxRouting } from "../../src/figures/chain-rule/max-routing.js";
import { meanOfGradients } from "../../src/figures/chain-rule/mean-of-gradients.js";
import { orderMatters } from "../../src/figures/chain-rule/order-matters.js";
import { reluGate } from "../../src/figures/chain-rule/relu-gate.js";
import { softmaxJacobian } from "../../src/figures/chain-rule/softmax-jacobian.js";
import { subgradients } from "../../src/figures/chain-rule/subgradients.js";
import { twiddleError, twiddleMeasurements } from "../../src/figures/chain-rule/twiddle-error.js";
import { twoWeightChain } from "../../src/figures/chain-rule/two-weight-chain.js";
import { walksBack } from "../../src/figures/chain-rule/wrong-walks.js";
import { relu, sigmoid } from "../../src/math/activations.js";
import { add, mul } from "../../src/math/arithmetic.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { meanGradient } from "../../src/math/empirical-loss.js";
import { grad, vjp } from "../../src/math/gradient.js";
import { max } from "../../src/math/largest.js";
import { ShapeError } from "../../src/math/shape.js";
import { softmax } from "../../src/math/softmax.js";
import { tensor } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";
import { type Variable, variable } from "../../src/math/variable.js";

/** a = 2, b = 3, c = a + b, d = ab, y = (c + d) + cd: everything but y and its parts is read twice. */
function readTwice(): Record<"a" | "b" | "c" | "d" | "p" | "q" | "y", Variable<number>> {
  const [a, b] = [variable(2), variable(3)];
  const [c, d] = [add(a, b), mul(a, b)];
  const [p, q] = [add(c, d), mul(c, d)];
  return { a, b, c, d, p, q, y: add(p, q) };
}

describe("walks back through a graph where values are read twice", () => {
  const { y, ...rest } = readTwice();
  const nodes = expressionNodes("test", y, { ...rest, y }, 12);
  const at = (found: readonly number[], name: string) =>
    found[nodes.findIndex((node) => node.name === name)];
  const [right, atOnce, reversed, overwritten] = walksBack(nodes).map(({ found }) => [
    at(found, "a"),
    at(found, "b"),
  ]);

  test("waiting and adding finds 25 and 19, as grad does", () => {
    const f = (v: { a: Variable<number>; b: Variable<number> }) => {
      const [c, d] = [add(v.a, v.b), mul(v.a, v.b)];
      return add(add(c, d), mul(c, d));
    };
    const { a, b } = grad(f, { a: 2, b: 3 });
    expect(right).toEqual([25, 19]);
    expect([a, b]).toEqual(right);
  });

  test("handing down at once finds 29 and 22, or 46 and 35 when the roads are reversed", () => {
    expect(atOnce).toEqual([29, 22]);
    expect(reversed).toEqual([46, 35]);
  });

  test("overwriting finds the contribution of one road only", () => {
    expect(overwritten).toEqual([1, 1]);
  });

  test("the figure says all four", () => {
    expect(orderMatters(y, { ...rest, y }).caption).toMatch(
      /a gets 25, b gets 19.*29.*46.*a gets 1/,
    );
  });
});

describe("backpropSteps", () => {
  const { y, ...rest } = readTwice();
  const rows = backpropSteps(y, { ...rest, y });

  test("has a row for each value and each edge, and one for the start", () => {
    expect(rows.map(({ way }) => way).filter((way) => way === "forward")).toHaveLength(7);
    expect(rows).toHaveLength(7 + 1 + 10);
  });

  test("counts as the slider of the stepper does: one stop for each node", () => {
    const steps = rows.map(({ step }) => step);
    expect(steps.slice(0, 7)).toEqual([0, 0, 1, 2, 3, 4, 5]);
    expect(steps.slice(7)).toEqual([6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11]);
    const figure = backpropStepper(y, { ...rest, y });
    expect(figure.layout.sliders?.[0]?.active).toBe(11);
  });

  test("ends with the sums that grad finds", () => {
    expect(rows.at(-1)?.result).toBe("b has 19");
    expect(rows.map(({ result }) => result)).toContain("a has 25");
  });

  test("adds what a value gets that is used twice in one operation", () => {
    const a = variable(3);
    expect(backpropSteps(mul(a, a), { a }).at(-1)?.result).toBe("a has 6");
  });

  test("the stepper's last stop shows the same adjoints", () => {
    const figure = backpropStepper(y, { ...rest, y });
    const texts = figure.frames?.at(-1)?.data.flatMap(({ text }) => text ?? []) ?? [];
    expect(texts).toContain("a = 2<br><b>25</b>");
    expect(texts).toContain("b = 3<br><b>19</b>");
    expect(figure.frames).toHaveLength(1 + 5 + 1 + 5 + 1);
  });
});

describe("numbers in the figures", () => {
  test("gradientField says the gradient at its point", () => {
    const figure = gradientField({ loss: (a, b) => a * b, w1: [-2, 2], w2: [-2, 2], at: [1, -2] });
    expect(figure.alt).toContain("(−2, 1) at (1, −2)");
  });

  test("twiddleError's points are distances from the true slope", () => {
    const options = { f: sigmoid, slope: sigmoid.derivative(1), at: 1 };
    for (const { h, central } of twiddleMeasurements(options)) {
      expect(central).toBe(Math.abs(centralDifference(sigmoid, 1, h) - options.slope));
    }
    const errors = twiddleMeasurements(options).map(({ central }) => central);
    const best = errors.indexOf(Math.min(...errors));
    expect(best).toBeGreaterThan(0);
    expect(best).toBeLessThan(errors.length - 1);
  });

  test("chainOfRates says both slopes", () => {
    const figure = chainOfRates({ h: (s) => 3 * s + 1, g: (z) => z ** 2, at: [1] });
    expect(figure.alt).toBe("At s = 1 a step is stretched by 3 and then by 8");
  });

  test("jacobianHeatmap multiplies the row by the Jacobian", () => {
    const D = [
      [2, 0],
      [0, 4],
      [6, 6],
    ];
    const names = { inputs: ["a", "b"], outputs: ["p", "q", "r"] };
    const figure = jacobianHeatmap({ jacobian: D, adjoint: [1, 2, -1], ...names });
    expect(figure.caption).toContain("(−4, 2)");
    expect(figure.data.find((t) => t.type === "heatmap" && t.z.length === 3)).toMatchObject({
      z: D,
    });
  });

  test("softmaxJacobian's cells are the Jacobian at each stop", () => {
    const figure = softmaxJacobian({ scores: [0, 1], moving: 0, values: [0, 3] });
    const cells = figure.frames?.[1]?.data[2]?.z?.flat().map(Number) ?? [];
    [...softmax.jacobian([3, 1]).data].forEach((entry, i) => {
      expect(cells[i]).toBeCloseTo(entry, 7);
    });
  });

  test("meanOfGradients draws the mean, Eq. (3.17)", () => {
    const gradients = [
      [-4, 4],
      [2, 0],
      [2, 5],
    ];
    const mean = meanGradient(gradients.map((gradient) => tensor(gradient)));
    expect(mean.toArray()).toEqual([0, 3]);
    expect(meanOfGradients({ gradients }).alt).toBe("3 gradients and their mean, (0, 3)");
  });

  test("reluGate and maxRouting say what the library's way back does", () => {
    const s = [-2, 0, 3];
    const passed = vjp((x) => relu(x), s).pullback([7, 7, 7]);
    expect(passed.toArray()).toEqual([0, 0, 7]);
    expect(reluGate({ s, adjoint: [7, 7, 7] }).alt).toContain("(0, 0, 7)");
    expect(grad((x) => mul(5, max(x)), [2, 9, 4, 9]).toArray()).toEqual([0, 5, 0, 0]);
    expect(maxRouting({ x: [2, 9, 4, 9], adjoint: 5 }).alt).toContain("5 to x₂");
  });

  test("fanOutGraph and twoWeightChain do their sums, Eq. (3.3), (3.4), (3.8)", () => {
    expect(fanOutGraph({ w: [3, -2, 1], dCds: [1, 2, 1], z: 1 }).alt).toContain("3 − 4 + 1 = 0");
    const J = (w: { w1: Variable<number>; w2: Variable<number> }) => {
      const off = add(mul(w.w2, mul(w.w1, 2)), 5);
      return mul(off, off);
    };
    expect(grad(J, { w1: 3, w2: -1 })).toEqual({ w1: 4, w2: -12 });
    expect(twoWeightChain({ x: 2, w1: 3, w2: -1, y: -5 }).alt).toContain(
      "∂J/∂w₁ = 4 and ∂J/∂w₂ = −12",
    );
  });

  test("subgradients are the slopes between both sides", () => {
    const figure = subgradients({ f: relu, left: 0, right: 1, slopes: [-0.5, 0, 0.5, 1, 1.5] });
    expect(figure.alt).toBe("3 of 5 slopes are subgradients at the kink");
  });
});

describe("bad input", () => {
  test.each<[string, () => unknown]>([
    ["a point outside", () => gradientField({ loss: () => 0, w1: [0, 1], w2: [0, 1], at: [2, 0] })],
    ["a slope that is no number", () => twiddleError({ f: sigmoid, slope: Number.NaN, at: 1 })],
    ["no such stop", () => chainOfRates({ h: (s) => s, g: (z) => z, at: [1], start: 3 })],
    ["one score", () => softmaxJacobian({ scores: [1], moving: 0, values: [1] })],
    ["sides the wrong way around", () => subgradients({ f: relu, left: 1, right: 0, slopes: [0] })],
    ["no gradient", () => meanOfGradients({ gradients: [] })],
    ["one input of a maximum", () => maxRouting({ x: [1], adjoint: 1 })],
    ["more slopes than units", () => reluGate({ s: [1], adjoint: [1, 2] })],
    ["six readers", () => fanOutGraph({ w: [1, 1, 1, 1, 1, 1], dCds: [1, 1, 1, 1, 1, 1], z: 1 })],
    ["an input that is infinite", () => twoWeightChain({ x: 1 / 0, w1: 1, w2: 1, y: 1 })],
    ["a list in a graph of numbers", () => orderMatters(max(variable([1, 2])))],
    ["a graph that is too large", () => expressionGraph(manyAdditions(40))],
    ["a plain number", () => backpropSteps(3 as unknown as Variable)],
  ])("%s is refused", (_, draw) => {
    expect(draw).toThrow(ValueError);
  });

  test("names that do not fit the Jacobian are refused with the shapes", () => {
    const draw = () => jacobianHeatmap({ jacobian: [[1, 2]], inputs: ["a"], outputs: ["y"] });
    expect(draw).toThrow(ShapeError);
  });
});

function manyAdditions(count: number): Variable<number> {
  let total = variable(1);
  for (let i = 0; i < count; i++) total = add(total, 1);
  return total;
}
