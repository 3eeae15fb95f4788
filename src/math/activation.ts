/**
 * Chapter 1, how an activation function is made: a function g of numbers that takes tensors entry by
 * entry, with its derivative g′ beside it.
 */
import { Dual } from "./dual.js";
import { times, type Unary } from "./elementwise.js";
import { type MapLoop, mapEntries } from "./kernels.js";
import { apply, named, type Operand, type OperationRule } from "./operation.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import { assertNumber } from "./value-error.js";
import { Variable } from "./variable.js";

/** The derivative g′ of an activation, entry by entry. */
export interface Derivative {
  (z: number): number;
  (z: ArrayLike2d): Tensor;
}

/** An activation g, callable, with g′ beside it so that neither is used without the other. */
export interface Activation extends Unary {
  /** The field's name for g, shown in figures and tables. */
  readonly name: string;
  /** g(z) as text. */
  readonly formula: string;
  /** g′(z); at a kink, the subgradient named in the activation's comment. */
  readonly derivative: Derivative;
}

/** How an activation is made. */
export interface ActivationParts {
  readonly name: string;
  readonly formula: string;
  /** g on numbers, arranged so that floats do not overflow or cancel. */
  readonly value: (z: number) => number;
  /** g′ on numbers, by the lecture's formula. */
  readonly derivative: (z: number) => number;
  /**
   * g spelled out in elementary operations, as the lecture does. Dual numbers go this way, so that
   * the derivative they find owes nothing to `derivative`.
   */
  readonly composed: (z: Dual<number> | Dual<Tensor>) => Dual<number> | Dual<Tensor>;
  /** The kernels for many entries, if there are some: g, and Eq. (3.6) from the forward output. */
  readonly kernels?: {
    readonly value: MapLoop;
    readonly back: (y: Float64Array, adjoint: Float64Array, output: Float64Array) => void;
  };
}

/**
 * An activation from its parts.
 *
 * @param parts - name, formula, value, derivative, and g in elementary operations
 */
export function activation(parts: ActivationParts): Activation {
  const { name, formula, value, derivative, composed, kernels } = parts;
  const rule: OperationRule = {
    name,
    forward: ([z]) => entrywise(name, value, z!, kernels?.value),
    // Eq. (3.6): the adjoint times g′(z), entry by entry.
    backward: [
      (adjoint, [z], a) => {
        if (kernels === undefined || !(adjoint instanceof Tensor && a instanceof Tensor)) {
          return times(adjoint, entrywise(name, derivative, z!));
        }
        const pulled = new Float64Array(a.size);
        kernels.back(pulled, adjoint.data, a.data);
        return new Tensor(a.shape, pulled);
      },
    ],
  };
  const g = (z: number | ArrayLike2d | Dual<number> | Dual<Tensor> | Variable) => {
    if (z instanceof Dual) return composed(z);
    return z instanceof Variable
      ? apply(rule, [z as Operand])
      : entrywise(name, value, z, kernels?.value);
  };
  const slope = (z: number | ArrayLike2d) => entrywise(`${name}.derivative`, derivative, z);
  const callable = named(name, g) as unknown as Unary;
  return Object.assign(callable, {
    formula,
    derivative: named(`${name}.derivative`, slope) as Derivative,
  }) as Activation;
}

function entrywise(
  name: string,
  f: (z: number) => number,
  z: number | ArrayLike2d,
  loop?: MapLoop,
): number | Tensor {
  if (!Array.isArray(z) && !(z instanceof Tensor)) return f(assertNumber(name, "z", z));
  const entries = tensor(z);
  return new Tensor(entries.shape, mapEntries(entries.data, f, loop));
}
