/**
 * Kernels: one step of the chain rule through an activation, `dC/ds = dC/dz · h′(s)`, Eq. (3.6),
 * with h′ written in terms of what the forward pass left behind.
 *
 * `y` may be `g`, the gradient that comes from above.
 */

/** `yᵢ = gᵢ (1 − tᵢ²)` with `t = tanh(s)`, Eq. (1.9). */
export function tanhBackInto(y: Float64Array, g: Float64Array, t: Float64Array): void {
  for (let i = 0; i < g.length; i++) {
    const ti = t[i]!;
    y[i] = g[i]! * ((1 - ti) * (1 + ti));
  }
}

/** `yᵢ = gᵢ pᵢ(1 − pᵢ)` with `p = σ(s)`, Eq. (1.7). */
export function sigmoidBackInto(y: Float64Array, g: Float64Array, p: Float64Array): void {
  for (let i = 0; i < g.length; i++) {
    const pi = p[i]!;
    y[i] = g[i]! * (pi * (1 - pi));
  }
}

/** `yᵢ = gᵢ` where `sᵢ > 0`, else 0, Eq. (1.11); s may as well be ReLU's output. */
export function reluBackInto(y: Float64Array, g: Float64Array, s: Float64Array): void {
  for (let i = 0; i < g.length; i++) y[i] = s[i]! > 0 ? g[i]! : 0;
}
