/** Costs with known minima, for the searches: a bowl, a curved valley, and ground without slopes. */
import type { GradientOf, Objective } from "../../../src/math/beyond/search.js";
import { Tensor, tensor } from "../../../src/math/tensor.js";

/** (w₁ − 1)² + 4 (w₂ + 2)², smallest at (1, −2). */
export const bowl: Objective = (w) => (w.at(0) - 1) ** 2 + 4 * (w.at(1) + 2) ** 2;
export const bowlGradient: GradientOf = (w) => tensor([2 * (w.at(0) - 1), 8 * (w.at(1) + 2)]);

/** Rosenbrock's valley, smallest at (1, 1). */
export const valley: Objective = (w) => (1 - w.at(0)) ** 2 + 100 * (w.at(1) - w.at(0) ** 2) ** 2;
export const valleyGradient: GradientOf = (w) => {
  const [x, y] = [w.at(0), w.at(1)];
  return tensor([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]);
};
export const valleyHessian = (w: Tensor): Tensor => {
  const [x, y] = [w.at(0), w.at(1)];
  return tensor([
    [2 - 400 * (y - 3 * x * x), -400 * x],
    [-400 * x, 200],
  ]);
};

/** A golf course: flat terraces around the hole at (0, 0); the gradient is 0 wherever there is one. */
export const golfCourse: Objective = (w) => Math.floor(Math.hypot(w.at(0), w.at(1)));

/** A cost that is no number away from the start. */
export const cliff: Objective = (w) => (w.at(0) === 1 ? 1 : Number.NaN);

/** Counts calls from outside, to hold the methods to the count they report. */
export function counting(cost: Objective): { cost: Objective; calls: () => number } {
  let calls = 0;
  return {
    cost: (w) => {
      calls++;
      return cost(w);
    },
    calls: () => calls,
  };
}

/** Mean and standard error of each entry over many draws. */
export function meanAndError(draws: readonly Tensor[]): { mean: Tensor; error: number[] } {
  const n = draws.length;
  const columns = Array.from({ length: draws[0]!.size }, (_, j) => draws.map((d) => d.data[j]!));
  const mean = columns.map((c) => c.reduce((a, b) => a + b) / n);
  const error = columns.map((c, j) =>
    Math.sqrt(c.reduce((a, b) => a + (b - mean[j]!) ** 2, 0) / (n - 1) / n),
  );
  return { mean: new Tensor([mean.length], Float64Array.from(mean)), error };
}
