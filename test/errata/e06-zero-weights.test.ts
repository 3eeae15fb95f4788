/**
 * Erratum E6. A lecture says of weights that start at 0: "gradients always zero". Measured here: so
 * it is for the weights of tanh and ReLU networks, but their output bias learns; with sigmoid units
 * everything moves from the second step on, and what fails is that all units stay alike.
 */
import { describe, expect, test } from "vitest";
import { type Activation, relu, sigmoid, tanh } from "../../src/math/activations.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { glorotNormal } from "../../src/math/initializers.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { Random } from "../../src/math/random.js";
import { Tensor, tensor, zeros } from "../../src/math/tensor.js";
import { FINITE_DIFFERENCE } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";
import { lossAndGradients, type TwoLayer } from "./two-layer.js";

const X = tensor([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);
const Y = tensor([[0], [1], [3], [2]]); // mean 1.5
const UNITS = 3;
const NONE: TwoLayer = {
  W1: zeros([2, UNITS]),
  b1: zeros([UNITS]),
  W2: zeros([UNITS, 1]),
  b2: zeros([1]),
};

/** Largest gradient of each parameter at each step, and the network after the last. */
function train(start: TwoLayer, g: Activation, steps: number) {
  const rule = gradientDescent(0.2);
  let [net, state] = [start, rule.init(start)];
  const largest: Record<keyof TwoLayer, number>[] = [];
  let last = Number.NaN;
  for (let step = 0; step < steps; step++) {
    const { loss, gradients } = lossAndGradients(net, g, X, Y);
    const size = (name: keyof TwoLayer) => Math.max(...gradients[name].data.map(Math.abs));
    largest.push({ W1: size("W1"), b1: size("b1"), W2: size("W2"), b2: size("b2") });
    const next = rule.update(gradients, state, net);
    [net, state, last] = [next.parameters, next.state, loss];
  }
  return { largest, net, loss: last };
}

describe.each([tanh, relu])("zero weights, hidden units with $name", (g) => {
  const { largest, net, loss } = train(NONE, g, 200);

  test("weights and hidden biases never get a gradient", () => {
    for (const { W1, b1, W2 } of largest) expect([W1, b1, W2]).toEqual([0, 0, 0]);
  });

  test("the output bias learns: it becomes the mean of the targets, and no more", () => {
    expect(largest[0]!.b2).toBe(3); // 2 · mean(0 − y)
    expect(net.b2.at(0)).toBeCloseTo(1.5, 12);
    expect(loss).toBeCloseTo(1.25, 12); // the variance of 0, 1, 3, 2
  });
});

describe("zero weights, sigmoid hidden units", () => {
  const { largest, net, loss } = train(NONE, sigmoid, 3000);

  test("the output weights have a gradient at once, because σ(0) is ½ and not 0", () => {
    expect(largest[0]!.W2).toBe(1.5); // ½ of the bias's 3
    expect([largest[0]!.W1, largest[0]!.b1]).toEqual([0, 0]);
  });

  test("from the second step on the hidden weights have one, too", () => {
    expect(largest[1]!.W1).toBeGreaterThan(0.01);
    expect(largest[1]!.b1).toBeGreaterThan(0.01);
  });

  test("all units stay identical for ever: a layer of three is one unit", () => {
    const { W1, b1, W2 } = net;
    for (const row of [0, 1]) {
      for (const unit of [1, 2]) expect(W1.at(row, unit)).toBe(W1.at(row, 0));
    }
    for (const unit of [1, 2]) {
      expect(b1.at(unit)).toBe(b1.at(0));
      expect(W2.at(unit, 0)).toBe(W2.at(0, 0));
    }
    expect(Math.abs(W1.at(0, 0))).toBeGreaterThan(0.1);
    expect(loss).toBeLessThan(1.25); // yet it is not dead
  });
});

test.each([tanh, sigmoid])("small random weights break the symmetry, $name", (g) => {
  const random = new Random(3);
  const start = {
    ...NONE,
    W1: glorotNormal([2, UNITS], random),
    W2: glorotNormal([UNITS, 1], random),
  };
  const { net, loss } = train(start, g, 3000);
  expect(Math.abs(net.W1.at(0, 0) - net.W1.at(0, 1))).toBeGreaterThan(0.1);
  expect(loss).toBeLessThan(train(NONE, g, 3000).loss / 5);
});

test("equal weights that are not 0 stay equal as well, with any unit", () => {
  const equal = {
    ...NONE,
    W1: new Tensor([2, 3], new Float64Array(6).fill(0.5)),
    W2: tensor([[1], [1], [1]]),
  };
  const { W1, W2 } = train(equal, tanh, 100).net;
  expect([W1.at(0, 1), W1.at(1, 2), W2.at(2, 0)]).toEqual([W1.at(0, 0), W1.at(1, 0), W2.at(0, 0)]);
});

test("the hand-written gradients are the central differences", () => {
  const random = new Random(1);
  const net = {
    W1: glorotNormal([2, UNITS], random),
    b1: tensor([0.1, -0.2, 0.3]),
    W2: glorotNormal([UNITS, 1], random),
    b2: tensor([0.5]),
  };
  const { gradients } = lossAndGradients(net, tanh, X, Y);
  for (const name of ["W1", "b1", "W2", "b2"] as const) {
    const { shape, data } = net[name];
    const numeric = data.map((at, i) =>
      centralDifference((x) => {
        const moved = new Tensor(
          shape,
          data.map((w, j) => (j === i ? x : w)),
        );
        return lossAndGradients({ ...net, [name]: moved }, tanh, X, Y).loss;
      }, at),
    );
    expectAgreement(gradients[name], new Tensor(shape, numeric), FINITE_DIFFERENCE);
  }
});
