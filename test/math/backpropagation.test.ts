import { describe, expect, test } from "vitest";
import { linear, relu, sigmoid, tanh } from "../../src/math/activations.js";
import { add, square, sub } from "../../src/math/arithmetic.js";
import { backwardPass, forwardPass } from "../../src/math/backpropagation.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { valueAndGrad } from "../../src/math/gradient.js";
import { matMul } from "../../src/math/linear-algebra.js";
import type { Layer } from "../../src/math/network.js";
import type { Value } from "../../src/math/operation.js";
import { Random } from "../../src/math/random.js";
import { mean } from "../../src/math/reductions.js";
import { Tensor, tensor } from "../../src/math/tensor.js";
import { FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "./agree.js";

const random = new Random(21);
const draw = (...shape: number[]): Tensor => {
  const size = shape.reduce((a, b) => a * b, 1);
  return new Tensor(
    shape,
    Float64Array.from({ length: size }, () => random.normal()),
  );
};
const layers: Layer[] = [
  { W: draw(3, 4), b: draw(4), g: tanh },
  { W: draw(4, 5), b: draw(5), g: relu },
  { W: draw(5, 2), b: draw(2), g: sigmoid },
];
const x = draw(6, 3);
const y = draw(6, 2);
/** J = mean of (ŷ − y)² over all entries, so ∂J/∂ŷ = 2(ŷ − y)/12. */
const slopeOfLoss = (prediction: Tensor): Tensor => {
  const gap = sub(prediction, y);
  return new Tensor(
    gap.shape,
    gap.data.map((d) => (2 * d) / gap.size),
  );
};

describe("backpropagation by hand", () => {
  test("the two-weight chain, worked by hand", () => {
    // x = 2, w₁ = 0.5, w₂ = −3: z₁ = 1, ŷ = −3; with ∂J/∂ŷ = −8: ∂J/∂w₂ = −8·1, ∂J/∂w₁ = −8·(−3)·2
    const chain = [
      { W: tensor([[0.5]]), b: tensor([0]), g: linear },
      { W: tensor([[-3]]), b: tensor([0]), g: linear },
    ];
    const passes = forwardPass(chain, [[2]]);
    const found = backwardPass(chain, passes, [[-8]]);
    expect(passes[1]?.a.toArray()).toEqual([[-3]]);
    expect(found.layers.map(({ W }) => W.item())).toEqual([48, -8]);
    expect(found.layers.map(({ b }) => b.item())).toEqual([24, -8]);
    expect(found.x.toArray()).toEqual([[-8 * -3 * 0.5]]);
  });

  test("equals the library's own differentiation, layer by layer", () => {
    const passes = forwardPass(layers, x);
    const byHand = backwardPass(layers, passes, slopeOfLoss(passes[2]!.a));
    const parameters = Object.fromEntries(
      layers.flatMap(({ W, b }, k) => [
        [`W${k}`, W],
        [`b${k}`, b],
      ]),
    );
    const { gradient } = valueAndGrad((p) => {
      let a: Value = x;
      for (const [k, { g }] of layers.entries()) {
        a = g(add(matMul(a, p[`W${k}`]!), p[`b${k}`]!));
      }
      return mean(square(sub(a, y)));
    }, parameters);
    byHand.layers.forEach(({ W, b }, k) => {
      expectAgreement(W, gradient[`W${k}`]!, { ...ROUNDING, absolute: 1e-16 });
      expectAgreement(b, gradient[`b${k}`]!, { ...ROUNDING, absolute: 1e-16 });
    });
  });

  test("the gradient of the input agrees with the central difference", () => {
    const loss = (input: Tensor) => mean(square(sub(forwardPass(layers, input)[2]!.a, y)));
    const passes = forwardPass(layers, x);
    const { x: slope } = backwardPass(layers, passes, slopeOfLoss(passes[2]!.a));
    expectAgreement(slope, numericalGradient(loss, x), FINITE_DIFFERENCE);
  });

  test("no layer, missing passes and a gradient of the wrong shape are refused", () => {
    expect(() => forwardPass([], x)).toThrow("a network has a layer");
    const passes = forwardPass(layers, x);
    expect(() => backwardPass(layers, passes.slice(1), y)).toThrow("one forward pass a layer");
    expect(() => backwardPass(layers, passes, draw(2, 6))).toThrow(
      "∂J/∂a has the shape of the prediction; here dJda is [2, 6], prediction is [6, 2].",
    );
  });
});
