/**
 * Dual numbers: forward-mode differentiation in one small class, an independent witness for every
 * derivative that the lecture writes by hand.
 *
 * A dual number is `x + x′ε` with `ε² = 0`. Put `x′ = 1` in, and every operation carries the
 * derivative along: `(a + a′ε)(b + b′ε) = ab + (a′b + ab′)ε` is the product rule, and
 * `g(h(s + ε)) = g(h(s)) + g′(h(s)) h′(s) ε` the chain rule, Eq. (3.5).
 */
import { numberText, printsItself } from "./format.js";
import { ShapeError, sameShape } from "./shape.js";
import { Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** What has a value and nothing else: a number or a tensor. */
export type Plain = number | Tensor;

/** A value `x` together with its tangent `x′`, both of one shape. */
export class Dual<V extends Plain = number> {
  readonly value: V;
  readonly tangent: V;

  constructor(value: V, tangent: V) {
    this.value = value;
    this.tangent = tangent;
  }

  /** `value + tangent ε`, readable. */
  toString(): string {
    return `Dual(${plainText(this.value)}, tangent ${plainText(this.tangent)})`;
  }
}
printsItself(Dual);

function plainText(x: Plain): string {
  return typeof x === "number" ? numberText(x) : x.toString();
}

/**
 * The dual number or dual tensor `value + tangent ε`.
 *
 * @param value - where to evaluate, a number or `[n]` or `[n, d]`
 * @param tangent - the direction in which to differentiate, of the same shape
 * @throws {@link ShapeError} if the shapes differ
 *
 * @example
 * mul(dual(3, 1), dual(3, 1)).tangent; // => 6
 */
export function dual(value: number, tangent: number): Dual<number>;
export function dual(value: Exclude<TensorLike, number>, tangent: TensorLike): Dual<Tensor>;
export function dual(value: TensorLike, tangent: TensorLike): Dual<number> | Dual<Tensor> {
  if (typeof value === "number" && typeof tangent === "number") return new Dual(value, tangent);
  const [x, dx] = [tensor(value), tensor(tangent)];
  if (!sameShape(x.shape, dx.shape)) {
    const rule = "value and tangent must have the same shape";
    throw new ShapeError({ operation: "dual", rule }, { value: x.shape, tangent: dx.shape });
  }
  return new Dual(x, dx);
}

/**
 * `f′(x)` of a function of one number, by evaluating `f(x + ε)`.
 *
 * @throws {@link ValueError} if `f` does not return a dual number, so that the tangent was lost
 *
 * @example
 * derivativeByDual((x) => mul(x, x), 5); // => 10
 */
export function derivativeByDual(f: (x: Dual) => Dual, x: number): number {
  return assertDual("derivativeByDual", f(new Dual(x, 1))).tangent;
}

/**
 * `∇f(x)` of a function of many numbers, one forward pass an entry: the tangent is 1 at that entry
 * and 0 elsewhere.
 *
 * @param x - where to differentiate, `[n]` or `[n, d]`
 * @returns the gradient, of x's shape
 * @throws {@link ValueError} if `f` does not return a dual number
 *
 * @example
 * gradientByDual((x) => sum(mul(x, x)), [1, 2]).toArray(); // => [2, 4]
 */
export function gradientByDual(
  f: (x: Dual<Tensor>) => Dual,
  x: Exclude<TensorLike, number>,
): Tensor {
  const at = tensor(x);
  const slopes = new Float64Array(at.size);
  for (let i = 0; i < at.size; i++) {
    const direction = new Float64Array(at.size);
    direction[i] = 1;
    const result = f(new Dual(at, new Tensor(at.shape, direction)));
    slopes[i] = assertDual("gradientByDual", result).tangent;
  }
  return new Tensor(at.shape, slopes);
}

function assertDual(operation: string, result: unknown): Dual {
  if (result instanceof Dual && typeof result.value === "number") return result as Dual;
  const rule = "f must return one dual number";
  const hint = "Use this library's add, mul, exp …: Math.exp and * drop the tangent.";
  throw new ValueError({ operation, rule, hint }, { "f(x)": result });
}
