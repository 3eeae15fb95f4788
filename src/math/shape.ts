/** Notation: the shape of an array, and the error every function throws when shapes disagree. */

/** Length of each axis, outermost first: `[]` a number, `[n]` a vector, `[n, d]` a matrix. */
export type Shape = readonly number[];

/** What a {@link ShapeError} has to say: who complains, by which rule, and the usual repair. */
export interface ShapeRule {
  /** The function that was called, as the reader typed it. */
  readonly operation: string;
  /** The rule that was broken, with its equation where the lecture has one. */
  readonly rule: string;
  /** The usual slip and its repair. */
  readonly hint?: string;
}

/** The shape of each argument, under the name it has in the signature. */
export type NamedShapes = Readonly<Record<string, Shape>>;

/**
 * Arguments whose shapes do not fit together.
 *
 * The message is written for someone reading a notebook cell. The same facts stand in fields, so
 * that a check can look at `error.shapes` and never has to read prose.
 */
export class ShapeError extends Error {
  override readonly name: string = "ShapeError";
  readonly rule: ShapeRule;
  readonly shapes: NamedShapes;

  constructor(rule: ShapeRule, shapes: NamedShapes) {
    const given = Object.entries(shapes).map(([name, shape]) => `${name} is ${shapeText(shape)}`);
    const hint = rule.hint === undefined ? "" : ` ${rule.hint}`;
    super(`${rule.operation}: ${rule.rule}; here ${given.join(", ")}.${hint}`);
    this.rule = rule;
    this.shapes = shapes;
  }
}

/**
 * A shape as the lecture writes it.
 *
 * @example
 * shapeText([2, 3]); // => "[2, 3]"
 */
export function shapeText(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/**
 * Number of entries of an array of this shape, `∏ nᵢ`; a number, shape `[]`, has one.
 *
 * @example
 * sizeOf([2, 3]); // => 6
 */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Whether two shapes have the same axes with the same lengths. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/**
 * Shape of `a ∘ b` for an entry-wise operation: axes are lined up from the right, and an axis of
 * length 1, or one that is missing, is repeated.
 *
 * @throws {@link ShapeError} if two lined-up axes differ and neither has length 1
 *
 * @example
 * broadcastShape("add", [4, 3], [3]); // => [4, 3]
 */
export function broadcastShape(operation: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  const lengths: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const na = a[axis - rank + a.length] ?? 1;
    const nb = b[axis - rank + b.length] ?? 1;
    if (na !== nb && na !== 1 && nb !== 1) {
      const rule = "axes, lined up from the right, must be equally long or of length 1";
      throw new ShapeError({ operation, rule }, { a, b });
    }
    lengths.push(na === 1 ? nb : na);
  }
  return lengths;
}
