/** Kernels: the largest entry, log-sum-exp and softmax of each run of entries, by row or column. */
import type { Lanes } from "./layout.js";

/** Position in x of each run's largest entry, the first of equals; a NaN counts as the largest. */
export function argMaxLanes(x: Float64Array, lanes: Lanes): Int32Array {
  const { count, start, length, step } = lanes;
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    let best = i * start;
    for (let j = 1; j < length; j++) {
      const at = i * start + j * step;
      if (x[at]! > x[best]! || (Number.isNaN(x[at]) && !Number.isNaN(x[best]))) best = at;
    }
    places[i] = best;
  }
  return places;
}

/**
 * `y = m + ln Σ e^(x − m)` with m the run's largest entry, Eq. (2.9), and, into `weights` if it is
 * given, the softmax `e^(x − m) / Σ e^(x − m)`, Eq. (1.20), which is also y's gradient.
 *
 * An infinite m needs a word, for ∞ − ∞ is NaN: entries equal to m count as e⁰, as they do for every
 * other m. So y is m, and the entries equal to it share the weight.
 */
export function logSumExpLanes(
  x: Float64Array,
  lanes: Lanes,
  weights?: Float64Array,
): Float64Array {
  const { count, start, length, step } = lanes;
  const y = new Float64Array(count);
  const largest = argMaxLanes(x, lanes);
  for (let i = 0; i < count; i++) {
    const m = x[largest[i]!]!;
    let total = 0;
    for (let j = 0; j < length; j++) {
      const at = i * start + j * step;
      const power = x[at] === m ? 1 : Math.exp(x[at]! - m);
      total += power;
      if (weights !== undefined) weights[at] = power;
    }
    y[i] = Math.abs(m) === Number.POSITIVE_INFINITY ? m : m + Math.log(total);
    if (weights === undefined) continue;
    for (let j = 0; j < length; j++) {
      const at = i * start + j * step;
      weights[at] = weights[at]! / total;
    }
  }
  return y;
}
