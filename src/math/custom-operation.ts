/** Chapter 3, a module of one's own: "writing a new module means writing its backward". */
import type { Plain } from "./dual.js";
import { apply, named, type Operand, type Value } from "./operation.js";
import { ShapeError, sameShape } from "./shape.js";
import { tensor } from "./tensor.js";
import type { Pullback } from "./variable.js";

/** What a new operation must say of itself. */
export interface CustomOperation {
  readonly name: string;
  /** The value, of plain numbers and tensors. */
  readonly forward: (...inputs: readonly Plain[]) => Plain;
  /** For each input, `∂C/∂(input)` given `∂C/∂(output)`, Eq. (3.12). */
  readonly backward: readonly Pullback[];
  /** The tangent of the output, for dual numbers; without it they are refused. */
  readonly tangent?: (inputs: readonly Plain[], output: Plain, tangents: readonly Plain[]) => Plain;
}

/**
 * An operation of one's own that works like the library's: on plain values, and tracked.
 *
 * @returns a function of as many operands as there are pullbacks
 * @throws {@link ShapeError} on the way back, if a pullback returns another shape than its input's
 *
 * @example
 * customOperation({ name: "cube", forward: (x) => Number(x) ** 3, backward: [(g, [x]) => Number(g) * 3 * Number(x) ** 2] })(2); // => 8
 */
export function customOperation(
  parts: CustomOperation,
): (...operands: readonly Operand[]) => Value {
  const { name, forward, backward, tangent } = parts;
  const rule = {
    name,
    forward: (inputs: readonly Plain[]) => forward(...inputs),
    backward: backward.map((pull, i) => checked(name, i, pull)),
    ...(tangent === undefined ? {} : { tangent }),
  };
  return named(name, (...operands: readonly Operand[]) => apply(rule, operands));
}

/** A pullback whose result has the shape of its input, or an error that says whose fault it is. */
function checked(operation: string, index: number, pull: Pullback): Pullback {
  return (adjoint, inputs, output) => {
    const result = pull(adjoint, inputs, output);
    const [got, want] = [tensor(result).shape, tensor(inputs[index]!).shape];
    if (!sameShape(got, want)) {
      const rule = `backward[${index}] must return the shape of input ${index}, Eq. (3.12)`;
      throw new ShapeError({ operation, rule }, { returned: got, input: want });
    }
    return result;
  };
}
