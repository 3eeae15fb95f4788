/**
 * Chapter 3, automatic differentiation: gradients, Jacobians, and products with them, of any
 * function that is written with this library's operations.
 */
import { Dual } from "./dual.js";
import { primalOf, type Value } from "./operation.js";
import { ShapeError, sameShape } from "./shape.js";
import { type ArrayLike2d, Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import { adjoints, seedFor, Variable } from "./variable.js";

/** What can be differentiated with respect to: one value, or several by name. */
export type Parameters = TensorLike | Readonly<Record<string, TensorLike>>;

/** The variables that stand for the parameters while a function runs. */
export type Tracked<P extends Parameters> = P extends number
  ? Variable<number>
  : P extends ArrayLike2d
    ? Variable<Tensor>
    : { readonly [Name in keyof P]: P[Name] extends number ? Variable<number> : Variable<Tensor> };

/** A gradient has the structure of what it belongs to. */
export type GradientOf<P extends Parameters> = P extends number
  ? number
  : P extends ArrayLike2d
    ? Tensor
    : { readonly [Name in keyof P]: P[Name] extends number ? number : Tensor };

/** A function's value together with its gradient. */
export interface ValueAndGradient<P extends Parameters> {
  readonly value: number;
  readonly gradient: GradientOf<P>;
}

/**
 * `J = f(x)` and `∇J`, Eq. (3.1), in one forward and one backward pass.
 *
 * @param f - takes variables, returns the single number J as a variable
 * @param at - the parameters: a number, a list, a tensor, or a record of them
 * @returns J, and a gradient of the parameters' structure; a parameter that J does not depend on has
 * the gradient 0
 * @throws {@link ValueError} if f does not return a variable that is a single number
 *
 * @example
 * valueAndGrad((x) => mul(x, x), 5); // => { value: 25, gradient: 10 }
 */
export function valueAndGrad<P extends Parameters>(
  f: (parameters: Tracked<P>) => Value,
  at: P,
): ValueAndGradient<P> {
  const tracked = mapParameters(at, (value) => new Variable(plainOf(value)));
  const result = f(tracked as Tracked<P>);
  const found = adjointsOf("valueAndGrad", result);
  const gradientOf = (leaf: Variable) => found.get(leaf) ?? zeroLike(leaf.value);
  return {
    value: numberOf(primalOf(result)),
    gradient: mapParameters(tracked, gradientOf) as GradientOf<P>,
  };
}

/**
 * The gradient alone: `∇J = [∂J/∂w₁, …, ∂J/∂wₙ]ᵀ`, Eq. (3.1).
 *
 * @throws {@link ValueError} as {@link valueAndGrad} does
 *
 * @example
 * grad((w) => sum(mul(w, w)), [1, 2]).toArray(); // => [2, 4]
 */
export function grad<P extends Parameters>(
  f: (parameters: Tracked<P>) => Value,
  at: P,
): GradientOf<P> {
  return valueAndGrad(f, at).gradient;
}

/** A value, and the way back from it. */
export interface Pulled {
  readonly value: Tensor;
  /** `∂C/∂x`, given `∂C/∂y` of y's shape: the adjoint times the Jacobian, Eq. (3.9). */
  readonly pullback: (adjoint: TensorLike) => Tensor;
}

/**
 * `y = f(x)` and the vector–Jacobian product `g ↦ gᵀ ∂y/∂x`, Eq. (3.9): one backward pass, whatever
 * the size of x.
 *
 * @throws {@link ValueError} if f does not return a variable
 */
export function vjp(f: (x: Variable<Tensor>) => Value, x: ArrayLike2d): Pulled {
  const leaf = new Variable(tensor(x));
  const y = f(leaf);
  if (!(y instanceof Variable)) throw notTracked("vjp", y);
  const node: Variable = y;
  return {
    value: tensor(node.value),
    pullback: (adjoint) =>
      tensor(adjoints(node, seedFor(node.value, adjoint)).get(leaf) ?? zeroLike(leaf.value)),
  };
}

/**
 * `y = f(x)` and the Jacobian–vector product `∂y/∂x · dx`: one forward pass with dual numbers,
 * whatever the size of y.
 *
 * @param x - where, `[n]` or `[n, d]`
 * @param dx - in which direction, of x's shape
 * @throws {@link ShapeError} if dx has another shape
 * @throws {@link ValueError} if f does not return a dual number
 */
export function jvp(
  f: (x: Dual<Tensor>) => Value,
  x: ArrayLike2d,
  dx: ArrayLike2d,
): { readonly value: Tensor; readonly tangent: Tensor } {
  const [at, direction] = [tensor(x), tensor(dx)];
  if (!sameShape(at.shape, direction.shape)) {
    const rule = "the direction dx has the shape of x";
    throw new ShapeError({ operation: "jvp", rule }, { x: at.shape, dx: direction.shape });
  }
  const y = f(new Dual(at, direction));
  if (!(y instanceof Dual)) throw notTracked("jvp", y);
  return { value: tensor(y.value), tangent: tensor(y.tangent) };
}

/**
 * The Jacobian `Jᵢⱼ = ∂yᵢ/∂xⱼ`, Eq. (3.10): rows are outputs, columns are inputs. One backward pass
 * a row.
 *
 * @param f - takes n numbers, returns m
 * @param x - `[n]`; a matrix counts entry by entry, row after row
 * @returns `[m, n]`
 * @throws {@link ValueError} if f does not return a variable
 *
 * @example
 * jacobian((x) => mul(x, x), [1, 3]).toArray(); // => [[2, 0], [0, 6]]
 */
export function jacobian(f: (x: Variable<Tensor>) => Value, x: ArrayLike2d): Tensor {
  const { value, pullback } = vjp(f, x);
  const [m, n] = [value.size, tensor(x).size];
  const rows = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    const seed = new Float64Array(m);
    seed[i] = 1;
    rows.set(pullback(new Tensor(value.shape, seed)).data, i * n);
  }
  return new Tensor([m, n], rows);
}

function mapParameters<A, B>(parameters: A, f: (value: never) => B): B | Record<string, B> {
  const single = (value: unknown) =>
    typeof value === "number" ||
    Array.isArray(value) ||
    value instanceof Tensor ||
    value instanceof Variable;
  if (single(parameters)) return f(parameters as never);
  const entries = Object.entries(parameters as object);
  return Object.fromEntries(entries.map(([name, value]) => [name, f(value as never)]));
}

function plainOf(value: TensorLike): number | Tensor {
  return typeof value === "number" ? value : tensor(value);
}

function adjointsOf(operation: string, result: Value): ReadonlyMap<Variable, number | Tensor> {
  if (!(result instanceof Variable)) throw notTracked(operation, result);
  const node: Variable = result;
  return adjoints(node, seedFor(node.value, undefined));
}

function notTracked(operation: string, result: unknown): ValueError {
  const rule = "f must return what its operations made of the variables";
  const hint = "Use this library's add, mul, exp …: Math.exp and * lose the way back.";
  return new ValueError({ operation, rule, hint }, { "f(x)": result });
}

function zeroLike(value: number | Tensor): number | Tensor {
  return typeof value === "number" ? 0 : new Tensor(value.shape, new Float64Array(value.size));
}

function numberOf(value: number | Tensor): number {
  return typeof value === "number" ? value : value.item();
}
