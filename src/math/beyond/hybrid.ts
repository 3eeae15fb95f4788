/**
 * Chapter 6, the hybrid: the cost of an action is unknown and can only be tried, the network that
 * chose the action is known. So perturb the few outputs, and backpropagate through the many weights.
 */
import { Dual } from "../dual.js";
import { matMul } from "../linear-algebra.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { forwardDifferenceGradient } from "./finite-difference-gradient.js";
import { Evaluator, type Objective, startPoint } from "./search.js";

/** A network that is known inside: its output ŷ = f(w), and how a slope at ŷ is carried back to w. */
export interface KnownModel {
  /** ŷ `[m]` for the weights w `[n]`. */
  readonly output: (w: Tensor) => Tensor;
  /** `(∂ŷ/∂w)ᵀ g` for a slope g at the output `[m]`: one backward pass, `[n]`. */
  readonly backward: (w: Tensor, g: Tensor) => Tensor;
}

/** What {@link hybridGradient} found, and what it cost. */
export interface HybridGradient {
  /** ∂C/∂w, `[n]`. */
  readonly gradient: Tensor;
  /** ∂C/∂ŷ, estimated, `[m]`. */
  readonly outputGradient: Tensor;
  /** Times the unknown cost was tried: m + 1, where perturbing every weight takes n + 1. */
  readonly evaluations: number;
}

/**
 * Gradient through a known network of an unknown cost: `∂C/∂wᵢ = Σⱼ ∂C/∂ŷⱼ · ∂ŷⱼ/∂wᵢ`, Eq. (6.6),
 * where ∂C/∂ŷ is estimated by the forward differences of Eq. (6.1) and ∂ŷ/∂w is exact.
 *
 * @param cost - C of an output ŷ `[m]`; only its values can be had
 * @param model - the network
 * @param w - weights, `[n]`
 * @param epsilon - how far an output is moved; left out, as in `forwardDifferenceGradient`
 * @throws {@link ValueError} if ε is not positive or a cost is not finite
 * @throws {@link ShapeError} if w or ŷ is not a vector, or the backward pass gives another shape than w's
 *
 * @example
 * const model = modelByDual((w) => mul(w, [2, 5]));
 * hybridGradient((y) => y.at(0) - y.at(1), model, [1, 1], 0.5).gradient.toArray(); // => [2, -5]
 */
export function hybridGradient(
  cost: Objective,
  model: KnownModel,
  w: ArrayLike2d,
  epsilon?: number,
): HybridGradient {
  const operation = "hybridGradient";
  const at = startPoint(operation, w);
  const evaluator = new Evaluator(operation, cost);
  const output = startPoint(operation, model.output(at));
  const outputGradient = forwardDifferenceGradient((y) => evaluator.loss(y), output, epsilon);
  const gradient = model.backward(at, outputGradient);
  if (gradient.rank !== 1 || gradient.size !== at.size) {
    const rule = "the backward pass must give one slope a weight, Eq. (6.6)";
    throw new ShapeError({ operation, rule }, { w: at.shape, gradient: gradient.shape });
  }
  return { gradient, outputGradient, evaluations: evaluator.evaluations };
}

/**
 * A known model from a function written in this library's operations. The Jacobian comes column by
 * column from dual numbers, exact, at one forward pass a weight and no evaluation of the cost.
 *
 * @param network - takes w `[n]` as a dual, returns ŷ `[m]` as a dual
 *
 * @example
 * modelByDual((w) => mul(w, w)).backward(tensor([3, 4]), tensor([1, 10])).toArray(); // => [6, 80]
 */
export function modelByDual(network: (w: Dual<Tensor>) => Dual<Tensor>): KnownModel {
  const pass = (w: Tensor, direction: Float64Array): Dual<Tensor> => {
    const output: unknown = network(new Dual(w, new Tensor(w.shape, direction)));
    if (output instanceof Dual && output.value instanceof Tensor) return output as Dual<Tensor>;
    const rule = "the network must return a dual tensor";
    const hint = "Use this library's add, mul, matMul …: Math.exp and * drop the tangent.";
    throw new ValueError({ operation: "modelByDual", rule, hint }, { "network(w)": output });
  };
  return {
    output: (w) => pass(w, new Float64Array(w.size)).value,
    backward: (w, g) => {
      const columns = Array.from({ length: w.size }, (_, i) => {
        const direction = new Float64Array(w.size);
        direction[i] = 1;
        return [...pass(w, direction).tangent.data];
      });
      return matMul(columns, g); // row i of the columns is ∂ŷ/∂wᵢ, [n, m]
    },
  };
}
