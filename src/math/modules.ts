/**
 * Chapter 1, the network as objects: a module holds its parameters and has a `forward`. A capital
 * letter says that there is something to learn (Linear), a small one that there is not (relu).
 */
import { add } from "./arithmetic.js";
import { type DeepList, flatten } from "./flatten.js";
import { heNormal, type Initializer } from "./initializers.js";
import { matMul } from "./linear-algebra.js";
import { assertSizes, type NamedParameters } from "./network.js";
import type { Random } from "./random.js";
import { reshape } from "./rearrange.js";
import { type Shape, ShapeError, sameShape, shapeText, sizeOf } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor, zeros } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** A part of a network: tensors in, tensors out. */
export interface Module<Input = ArrayLike2d> {
  forward(x: Input): Tensor;
  /** Its parameters by name; none for a module that has nothing to learn. */
  parameters(): NamedParameters;
}

/** A function without parameters that can stand between modules, such as relu or softmax. */
export type ModuleFunction = (x: Tensor) => Tensor;

/**
 * A dense layer without activation: `s = x W + w₀`, Eq. (1.15); for a column `s = Wx`, Eq. (1.19).
 * "Linear" is the field's word, though with a bias it is affine.
 *
 * @example
 * new Linear(600, 50, new Random(1)).forward(zeros([600])).shape; // => [50]
 */
export class Linear implements Module {
  /** Weights `[in, out]`. */
  readonly W: Tensor;
  /** Biases `[out]`, 0 at first. */
  readonly b: Tensor;

  /**
   * @param inputs - how many numbers come in
   * @param outputs - how many go out
   * @param random - where the weights come from
   * @param initializer - how they are scaled; {@link heNormal} if left out
   * @throws {@link ValueError} if a size is not a whole number of at least 1
   */
  constructor(
    inputs: number,
    outputs: number,
    random: Random,
    initializer: Initializer = heNormal,
  ) {
    assertSizes("new Linear", [inputs, outputs]);
    this.W = initializer([inputs, outputs], random);
    this.b = zeros([outputs]);
  }

  /**
   * @param x - `[in]` or `[n, in]`
   * @returns `[out]` or `[n, out]`
   * @throws {@link ShapeError} if x has another number of inputs
   */
  forward(x: ArrayLike2d): Tensor {
    const given = tensor(x);
    const [inputs] = this.W.shape;
    if (given.rank === 0 || given.shape.at(-1) !== inputs) {
      const rule = `this layer takes x [${inputs}] or [n, ${inputs}], Eq. (1.15)`;
      const flat = given.size === inputs;
      const hint = `x has ${inputs} entries, but not in one row: flatten it first.`;
      throw new ShapeError(
        { operation: "Linear.forward", rule, ...(flat ? { hint } : {}) },
        { x: given.shape, W: this.W.shape },
      );
    }
    return add(matMul(given, this.W), this.b);
  }

  parameters(): NamedParameters {
    return { W: this.W, b: this.b };
  }
}

/**
 * {@link flatten} as a module that knows the shape of one example and so can tell one from a batch.
 * It has no parameters.
 *
 * @example
 * new Flatten([2, 2]).forward([[1, 2], [3, 4]]).toArray(); // => [1, 2, 3, 4]
 * @example
 * new Flatten([10, 20, 3]).size; // => 600
 */
export class Flatten implements Module<DeepList | Tensor> {
  /** Shape of one example. */
  readonly shape: Shape;

  /**
   * @param shape - of one example, such as `[10, 20, 3]`: 10 × 20 points in 3 colours
   * @throws {@link ValueError} if it is not a list of whole numbers, each at least 1
   */
  constructor(shape: Shape) {
    if (!Array.isArray(shape) || shape.some((length) => !Number.isInteger(length) || length < 1)) {
      const rule = "a shape is a list of whole numbers, each at least 1";
      throw new ValueError({ operation: "new Flatten", rule }, { shape });
    }
    this.shape = shape;
  }

  /** How many numbers one example has, `∏ shape`. */
  get size(): number {
    return sizeOf(this.shape);
  }

  /**
   * @param x - one example, or a list of n
   * @returns `[size]`, or `[n, size]`
   * @throws {@link ShapeError} if an example has another shape
   */
  forward(x: DeepList | Tensor): Tensor {
    const shape = x instanceof Tensor ? x.shape : shapeOf(x);
    if (sameShape(shape, this.shape)) return flatten(x);
    if (!sameShape(shape.slice(1), this.shape)) {
      const rule = `every example has the shape ${shapeText(this.shape)}`;
      const hint = "A batch is a list of such examples.";
      throw new ShapeError({ operation: "Flatten.forward", rule, hint }, { x: shape });
    }
    return reshape(flatten(x), [shape[0]!, this.size]);
  }

  parameters(): NamedParameters {
    return {};
  }
}

/** Lengths of nested lists, read off the first of each; flatten finds those that are odd. */
function shapeOf(x: unknown): Shape {
  return Array.isArray(x) ? [x.length, ...(x.length === 0 ? [] : shapeOf(x[0]))] : [];
}

/**
 * Modules and functions one after the other.
 *
 * @example
 * const random = new Random(1);
 * const net = new Sequential([new Linear(2, 3, random), relu, new Linear(3, 1, random)]);
 * Object.keys(net.parameters()); // => ["0.W", "0.b", "2.W", "2.b"]
 */
export class Sequential<Input = ArrayLike2d> implements Module<Input> {
  /** In the order in which they are applied. */
  readonly modules: readonly (Module<never> | ModuleFunction)[];

  /** @throws {@link ValueError} if there is none, or one is neither a module nor a function */
  constructor(modules: readonly (Module<never> | ModuleFunction)[]) {
    const usable = (part: unknown): boolean =>
      typeof part === "function" || typeof (part as Module | null)?.forward === "function";
    if (!Array.isArray(modules) || modules.length === 0 || !modules.every(usable)) {
      const rule = "takes a list of modules and functions, at least one";
      throw new ValueError({ operation: "new Sequential", rule }, { modules });
    }
    this.modules = modules;
  }

  forward(x: Input): Tensor {
    let z: unknown = x;
    for (const part of this.modules) {
      z = typeof part === "function" ? part(z as Tensor) : part.forward(z as never);
    }
    return z as Tensor;
  }

  /** The parameters of all modules, named after the module's place: "0.W", "2.b". */
  parameters(): NamedParameters {
    return Object.fromEntries(
      this.modules.flatMap((part, i) =>
        typeof part === "function" ? [] : renamed(`${i}`, part.parameters()),
      ),
    );
  }
}

/** Parameters under the name of the module that holds them: `m0` and `W` give "m0.W". */
export function renamed(
  module: string,
  parameters: NamedParameters,
): (readonly [string, Tensor])[] {
  return Object.entries(parameters).map(([name, value]) => [`${module}.${name}`, value] as const);
}
