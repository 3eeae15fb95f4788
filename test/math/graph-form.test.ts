import { describe, expect, test } from "vitest";
import { linear, relu, sigmoid, tanh } from "../../src/math/activations.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { dual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import {
  evaluateGraph,
  type GraphUnit,
  type NetworkGraph,
  type Scalar,
  unitOrder,
} from "../../src/math/graph-form.js";
import { createNetwork, forward } from "../../src/math/network.js";
import { Random } from "../../src/math/random.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

describe("evaluateGraph, Eq. (1.18)", () => {
  test("worked by hand, with a connection that skips a layer and units listed backwards", () => {
    const graph: NetworkGraph = {
      y: { from: { h1: 1, h2: -2, x1: 10 }, bias: 0.5, f: linear },
      h2: { from: { x1: 1, x2: 1 }, bias: -1, f: relu },
      h1: { from: { x1: 2, x2: -3 }, f: relu },
    };
    // h1 = relu(2 − 9) = 0, h2 = relu(1 + 3 − 1) = 3, y = 0.5 + 0 − 6 + 10
    const states = evaluateGraph(graph, { x1: 1, x2: 3 });
    expect(states).toEqual({
      h1: { s: -7, z: 0 },
      h2: { s: 3, z: 3 },
      y: { s: 4.5, z: 4.5 },
    });
  });

  test("a layered network as a graph gives what the layers give", () => {
    const sizes = [3, 4, 4, 2];
    const network = createNetwork(sizes, new Random(9), { hidden: tanh, output: sigmoid });
    const units = network.flatMap(({ W, b, g }, k) =>
      Array.from({ length: sizes[k + 1]! }, (_, i): [string, GraphUnit] => {
        const sources = Array.from({ length: sizes[k]! }, (_unit, j) => [`${k}.${j}`, W.at(j, i)]);
        return [`${k + 1}.${i}`, { from: Object.fromEntries(sources), bias: b.at(i), f: g }];
      }),
    );
    const x = [0.5, -1, 2];
    const states = evaluateGraph(Object.fromEntries(units.reverse()), {
      "0.0": 0.5,
      "0.1": -1,
      "0.2": 2,
    });
    const outputs = [0, 1].map((i) => states[`3.${i}`]!.z as number);
    expectAgreement(outputs, forward(network, x), ROUNDING);
  });

  test("a bias is the weight of an input that is always 1", () => {
    const withBias = evaluateGraph({ y: { from: { x: 2 }, bias: 7, f: tanh } }, { x: -3 });
    const asInput = evaluateGraph({ y: { from: { x: 2, one: 7 }, f: tanh } }, { x: -3, one: 1 });
    expect(withBias["y"]).toEqual(asInput["y"]);
  });

  test("the slope at a fan-out: by hand, by duals, backwards and by differences", () => {
    const graphOf = (w: Scalar): NetworkGraph => ({
      z: { from: { x: w }, f: tanh },
      s0: { from: { z: 2 }, f: linear },
      s1: { from: { z: -3 }, f: linear },
      s2: { from: { z: 5 }, f: linear },
      C: { from: { s0: 1, s1: 1, s2: 1 }, f: linear },
    });
    const C = (w: Scalar) => evaluateGraph(graphOf(w), { x: 0.5 })["C"]!.z;
    // dC/dz = 2 − 3 + 5 = 4, and dz/dw = x tanh′(wx)
    const byHand = 4 * 0.5 * tanh.derivative(0.4);
    expectAgreement((C(dual(0.8, 1)) as { tangent: number }).tangent, byHand, DUAL_NUMBER);
    expectAgreement(
      grad((w) => C(w), 0.8),
      byHand,
      DUAL_NUMBER,
    );
    expectAgreement(
      centralDifference((w) => C(w) as number, 0.8),
      byHand,
      FINITE_DIFFERENCE,
    );
  });
});

describe("unitOrder", () => {
  const chain = (n: number, from: number): NetworkGraph =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `u${i}`,
        { from: { [i === 0 ? `u${from}` : `u${i - 1}`]: 1 }, f: linear },
      ]).reverse(),
    );

  test("puts every unit after all that it reads, however they are listed", () => {
    const random = new Random(10);
    const names = Array.from({ length: 40 }, (_, i) => `u${i}`);
    const units = names.map((name, i): [string, GraphUnit] => {
      const sources = names.slice(0, i).filter(() => random.uniform() < 0.2);
      return [name, { from: Object.fromEntries(sources.map((s) => [s, 1])), f: relu }];
    });
    const graph = Object.fromEntries(random.shuffle(units));
    const order = unitOrder(graph);
    expect([...order].sort()).toEqual([...names].sort());
    for (const [name, { from }] of units) {
      for (const source of Object.keys(from)) {
        expect(order.indexOf(source)).toBeLessThan(order.indexOf(name));
      }
    }
  });

  test("a chain of 100,000 units does not overflow the stack", () => {
    const order = unitOrder(chain(100_000, -1));
    expect([order.length, order[0], order.at(-1)]).toEqual([100_000, "u0", "u99999"]);
  });

  test("a cycle is refused by name, in the direction of the signal", () => {
    expect(() => unitOrder(chain(3, 2))).toThrow(ValueError);
    expect(() => unitOrder(chain(3, 2))).toThrow(
      /u0 → u1 → u2 → u0|u1 → u2 → u0 → u1|u2 → u0 → u1 → u2/,
    );
    const self: NetworkGraph = {
      a: { from: { x: 1 }, f: relu },
      b: { from: { a: 1, b: 1 }, f: relu },
    };
    expect(() => evaluateGraph(self, { x: 1 })).toThrow(
      'unitOrder: the graph of a network has no cycle, Eq. (1.18); here a cycle is the text "b → b".',
    );
  });
});

describe("inputs", () => {
  const graph: NetworkGraph = { y: { from: { x: 1, toString: 2 }, f: relu } };

  test("a missing one, one that is a unit, and NaN are refused", () => {
    expect(() => evaluateGraph(graph, { x: 1 })).toThrow('here unknown is the text "toString"');
    expect(() => evaluateGraph(graph, { x: 1, toString: 1, y: 2 } as never)).toThrow(
      'an input cannot have the name of a unit; here input is the text "y"',
    );
    expect(() => evaluateGraph(graph, { x: Number.NaN, toString: 1 } as never)).toThrow(
      "evaluateGraph: an input is a number; here x is NaN.",
    );
  });
});
