/**
 * Erratum E14. A lecture says that gradient descent on a smooth function is guaranteed a local optimum.
 * Measured here: it needs a small enough step, and what it is guaranteed is a stationary point, which
 * may be a saddle.
 */
import { describe, expect, test } from "vitest";
import { type Differentiable, descentEnd, descentSteps } from "../../src/math/descent.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { Random } from "../../src/math/random.js";
import { openDoubleWell, ravine, saddle } from "../../src/math/surfaces.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";

const settings = { steps: 3000, tolerance: 1e-10 };
const end = (f: Differentiable, start: number[], eta = 0.1) =>
  descentEnd(descentSteps(f, start, gradientDescent(eta), settings));

describe("a stationary point need not be a minimum", () => {
  test("started on the ridge of a saddle, the descent stays on it and ends at the saddle point", () => {
    const { status, w } = end(saddle, [3, 0]);
    expect(status).toBe("converged");
    expect(w.at(1)).toBe(0);
    expect(Math.abs(w.at(0))).toBeLessThan(1e-9);
    // Downhill is there on both sides: no minimum at all.
    for (const y of [-0.01, 0.01]) expect(saddle.value([0, y])).toBeLessThan(saddle.value(w));
    expect(saddle.hessian(w).at(1, 1)).toBeLessThan(0);
  });

  test("off the ridge by 1e-12 it leaves, and on this surface it never ends", () => {
    const { status, w } = end(saddle, [3, 1e-12]);
    expect(status).toBe("diverged");
    expect(w.at(1)).toBeGreaterThan(1);
  });

  test("on a surface that has a minimum it is the same: the ridge leads to the saddle point", () => {
    const { status, w } = end(openDoubleWell, [2, 0], 0.02);
    expect(status).toBe("converged");
    expect(w.at(0)).toBeGreaterThan(0.9);
    expect(openDoubleWell.hessian(w).at(1, 1)).toBeLessThan(0);
    expect(openDoubleWell.value(w)).toBeGreaterThan(
      openDoubleWell.value(openDoubleWell.minimum!) + 0.5,
    );
  });

  test("the noise of a stochastic gradient finds the way out", () => {
    const random = new Random(1);
    const noisy: Differentiable = {
      value: openDoubleWell.value,
      gradient: (w: Tensor) =>
        tensor([...openDoubleWell.gradient(w).data].map((g) => g + random.normal(0, 0.01))),
    };
    const { w } = end(noisy, [2, 0], 0.02);
    expect(Math.hypot(w.at(0) - openDoubleWell.minimum!.at(0), w.at(1))).toBeLessThan(0.1);
  });
});

describe("even a minimum is reached only with a small enough step", () => {
  test("on the convex ravine, η below 2/κ converges and above it does not", () => {
    expect(end(ravine(20), [1, 1], 0.099).status).toBe("converged");
    expect(end(ravine(20), [1, 1], 0.101).status).toBe("diverged");
  });

  test("at exactly 2/κ it bounces between two points for ever", () => {
    const path = [...descentSteps(ravine(16), [0, 1], gradientDescent(0.125), { steps: 50 })];
    expect(path.map(({ w }) => w.at(1))).toEqual(path.map((_, i) => (i % 2 === 0 ? 1 : -1)));
  });
});
