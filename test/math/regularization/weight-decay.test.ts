import { describe, expect, test } from "vitest";
import { add, div, mul, sqrt, square, sub } from "../../../src/math/arithmetic.js";
import { explainMismatch } from "../../../src/math/compare.js";
import { matMul, transpose } from "../../../src/math/linear-algebra.js";
import { Random } from "../../../src/math/random.js";
import { l2Penalty } from "../../../src/math/regularization/penalties.js";
import { decayWeights, weightDecayStep } from "../../../src/math/regularization/weight-decay.js";
import { ShapeError } from "../../../src/math/shape.js";
import { Tensor, tensor, zeros } from "../../../src/math/tensor.js";
import { ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

const [eta, lambda] = [0.1, 0.3];

test("worked by hand: η = ½, λ = ½ keeps ¾ of each weight", () => {
  // (1 − ¼) · 8 − ½ · 2 = 5, (1 − ¼)(−4) − ½ · 2 = −4
  expect(decayWeights([8, -4], 0.5, 0.5).toArray()).toEqual([6, -3]);
  expect(weightDecayStep([8, -4], [2, 2], 0.5, 0.5).toArray()).toEqual([5, -4]);
});

test("without decay it is plain gradient descent, and without a gradient geometric decay", () => {
  expect(weightDecayStep([[1, 2]], [[10, 20]], 0.125, 0).toArray()).toEqual([[-0.25, -0.5]]);
  let w = tensor([1]);
  for (let step = 0; step < 50; step++) w = weightDecayStep(w, [0], eta, lambda);
  expectAgreement(w, [(1 - eta * lambda) ** 50], ROUNDING);
});

describe("weight decay and the L2 penalty", () => {
  // A least-squares problem whose columns have very different sizes: J = (1/n) ‖Xw − y‖².
  const random = new Random(3);
  const X = tensor(Array.from({ length: 20 }, () => [random.normal(0, 1), random.normal(0, 0.05)]));
  const y = matMul(X, [1, 1]);
  const slope = (w: Tensor): Tensor => mul(2 / 20, matMul(transpose(X), sub(matMul(X, w), y)));
  /** The gradient with the penalty `(λ/2) Σ w²` added to the loss. */
  const penalized = (w: Tensor): Tensor => add(slope(w), l2Penalty.gradient([w], lambda / 2)[0]!);

  test("are the same for plain gradient descent, over 100 steps", () => {
    let [decayed, byPenalty] = [tensor([3, -2]), tensor([3, -2])];
    for (let step = 0; step < 100; step++) {
      decayed = weightDecayStep(decayed, slope(decayed), eta, lambda);
      byPenalty = sub(byPenalty, mul(eta, penalized(byPenalty)));
    }
    expectAgreement(decayed, byPenalty, ROUNDING);
  });

  test("differ for Adam, which rescales the penalty's gradient with the rest", () => {
    const [decayed, byPenalty] = [adam(slope, true), adam(penalized, false)];
    expect(explainMismatch(decayed, byPenalty, ROUNDING)).toMatch(/2 of 2 entries differ/);
    // Both data weights are 1. The second column is small, so is its gradient, and beside the
    // penalty's it vanishes: decoupled decay leaves that weight at 0.95, the penalty at 0.02.
    expect(decayed.at(1)).toBeGreaterThan(0.9);
    expect(byPenalty.at(1)).toBeLessThan(0.1);
  });

  /** Adam, Eq. (4.9), in plain operations; with decoupled decay it is AdamW, Eq. (4.11). */
  function adam(gradient: (w: Tensor) => Tensor, decoupled: boolean): Tensor {
    let [w, m, v] = [tensor([3, -2]), zeros([2]), zeros([2])];
    for (let t = 1; t <= 100; t++) {
      const g = gradient(w);
      m = add(mul(0.9, m), mul(0.1, g));
      v = add(mul(0.999, v), mul(0.001, square(g)));
      const rescaled = div(div(m, 1 - 0.9 ** t), add(sqrt(div(v, 1 - 0.999 ** t)), 1e-8)) as Tensor;
      w = sub(decoupled ? decayWeights(w, eta, lambda) : w, mul(eta, rescaled));
    }
    return w;
  }
});

describe("bad input", () => {
  test("a share above 1 or a negative rate", () => {
    expect(() => decayWeights([1], 2, 0.75)).toThrow(
      "decayWeights: ηλ is the share of each weight that a step takes away, Eq. (5.4), so at most 1; " +
        "here eta is 2, lambda is 0.75, ηλ is 1.5.",
    );
    expect(() => weightDecayStep([1], [1], -0.1, 0)).toThrow(ValueError);
    expect(() => weightDecayStep([1], [1], 0.1, Number.NaN)).toThrow(ValueError);
  });

  test("a gradient of another shape, or one that is not finite", () => {
    expect(() => weightDecayStep([1, 2], [1], 0.1, 0)).toThrow(ShapeError);
    expect(() => weightDecayStep([1, 2], [1], 0.1, 0)).toThrow("W is [2], gradient is [1]");
    const broken = new Tensor([1], Float64Array.of(Number.NaN));
    expect(() => weightDecayStep([1], broken, 0.1, 0)).toThrow("gradient, entry 0 is NaN");
  });
});
