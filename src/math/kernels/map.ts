/**
 * Kernels: a function of one number, applied to every entry.
 *
 * {@link mapEntries} takes any function. One loop that calls many different functions is slow, about
 * 10 ns an entry, because the compiler cannot put the call's body in its place; so the functions
 * that training spends its time in have a loop of their own, about 1 ns an entry where the
 * arithmetic is cheap. `y` may be `x` itself.
 */

/** `yᵢ = f(xᵢ)`, written into y, which may be x. */
export type MapLoop = (y: Float64Array, x: Float64Array) => void;

/** `yᵢ = f(xᵢ)` in a new array; by `loop`, which computes the same f, if there is one. */
export function mapEntries(
  x: Float64Array,
  f: (entry: number) => number,
  loop?: MapLoop,
): Float64Array {
  const y = new Float64Array(x.length);
  if (loop !== undefined) loop(y, x);
  else for (let i = 0; i < x.length; i++) y[i] = f(x[i]!);
  return y;
}

/** `−x` */
export const negInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = -x[i]!;
};

/** `x²` */
export const squareInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = x[i]! * x[i]!;
};

/** `√x` */
export const sqrtInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = Math.sqrt(x[i]!);
};

/** `|x|` */
export const absInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = Math.abs(x[i]!);
};

/** `eˣ` */
export const expInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = Math.exp(x[i]!);
};

/** `ln x` */
export const logInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = Math.log(x[i]!);
};

/** `tanh x` */
export const tanhInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]!);
};

/** `1 / (1 + e^(−x))` */
export const sigmoidInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) y[i] = 1 / (1 + Math.exp(-x[i]!));
};

/** `max(0, x)`; 0 for −0 and NaN for NaN, as Math.max has it. */
export const reluInto: MapLoop = (y, x) => {
  for (let i = 0; i < x.length; i++) {
    const entry = x[i]!;
    y[i] = entry <= 0 ? 0 : entry;
  }
};

/** `yᵢ = c xᵢ` */
export function scaleInto(y: Float64Array, c: number, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) y[i] = c * x[i]!;
}

/** `yᵢ ← yᵢ + c xᵢ`, the step of gradient descent with c = −η. */
export function addScaledInto(y: Float64Array, c: number, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) y[i] = y[i]! + c * x[i]!;
}
