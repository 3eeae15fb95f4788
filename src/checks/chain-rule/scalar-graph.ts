/** Chapter 3, exercise 3.10: formulas as lists of steps, their values and gradients, right and wrong. */
import fc from "fast-check";
import { wholeLists } from "./whole-numbers.js";

type Vector = readonly number[];

/** What the machine can do with one or two numbers. */
export type Operation = "plus" | "times" | "tanh" | "oneOver";
/** An operation and the places of its operands: the inputs come first, then the results of steps. */
export type Step = readonly [operation: Operation, ...operands: number[]];
export type Steps = readonly Step[];

/** Value and local slopes of an operation. */
interface Rule {
  readonly value: (x: Vector) => number;
  /** One slope an operand, from the operands and the value. */
  readonly slopes: (x: Vector, value: number) => number[];
}
export type Rules = Readonly<Record<Operation, Rule>>;

export const RULES: Rules = {
  plus: { value: ([a = 0, b = 0]) => a + b, slopes: () => [1, 1] },
  times: { value: ([a = 0, b = 0]) => a * b, slopes: ([a = 0, b = 0]) => [b, a] },
  tanh: { value: ([a = 0]) => Math.tanh(a), slopes: (_x, value) => [1 - value ** 2] },
  oneOver: { value: ([a = 0]) => 1 / a, slopes: (_x, value) => [-(value ** 2)] },
};

/** Values of the inputs and of all steps. */
export function valuesOf(steps: Steps, at: Vector, rules: Rules = RULES): number[] {
  const values = [...at];
  for (const [operation, ...operands] of steps) {
    values.push(rules[operation].value(operands.map((place) => values[place]!)));
  }
  return values;
}

/** The value of the last step. */
export function valueWith(rules: Rules): (steps: Steps, at: Vector) => number {
  return (steps, at) => valuesOf(steps, at, rules).at(-1)!;
}

/** How the walk back goes, for slips in it. */
export interface Walk {
  /** Adjoint of the output, from its value. */
  readonly seed: (value: number) => number;
  /** What an operand makes of what one more reader tells it. */
  readonly hear: (before: number, slope: number, adjoint: number) => number;
  /** Places in the order in which they speak. */
  readonly order: (steps: Steps, inputs: number) => readonly number[];
}

export const WALK: Walk = {
  seed: () => 1,
  hear: (before, slope, adjoint) => before + slope * adjoint,
  order: (steps, inputs) => steps.map((_, k) => inputs + k).reverse(),
};

/** The gradient with respect to the inputs. */
export function gradientWith(
  rules: Rules,
  walk: Walk = WALK,
): (steps: Steps, at: Vector) => number[] {
  return (steps, at) => {
    const values = valuesOf(steps, at, rules);
    const last = values.length - 1;
    const adjoints = values.map((value, place) => (place === last ? walk.seed(value) : 0));
    for (const place of walk.order(steps, at.length)) {
      const [operation, ...operands] = steps[place - at.length]!;
      const read = operands.map((operand) => values[operand]!);
      const slopes = rules[operation].slopes(read, values[place]!);
      operands.forEach((operand, i) => {
        adjoints[operand] = walk.hear(adjoints[operand]!, slopes[i]!, adjoints[place]!);
      });
    }
    return adjoints.slice(0, at.length);
  };
}

export const valueAt: (steps: Steps, at: Vector) => number = valueWith(RULES);
export const gradientAt: (steps: Steps, at: Vector) => number[] = gradientWith(RULES);

/** c = a + b, d = a·b, y = (c + d) + c·d. */
export const LECTURE: Steps = [
  ["plus", 0, 1],
  ["times", 0, 1],
  ["plus", 2, 3],
  ["times", 2, 3],
  ["plus", 4, 5],
];

/** total = total + x, over and over. */
export function loop(length: number): Step[] {
  return Array.from({ length }, (_, k): Step => ["plus", k, 0]);
}

/** Formulas of one to five steps, of these operations, with one to three inputs. */
export const formulas = (
  operations: readonly Operation[],
  inputs: (count: number) => fc.Arbitrary<number[]> = (count) => wholeLists(count, 2),
): fc.Arbitrary<[Step[], number[]]> =>
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }))
    .chain(([count, length]) =>
      fc.tuple(
        fc.tuple(
          ...Array.from({ length }, (_, k) => {
            const place = fc.nat({ max: count + k - 1 });
            return fc
              .tuple(fc.constantFrom(...operations), place, place)
              .map(
                ([operation, a, b]): Step =>
                  operation === "plus" || operation === "times"
                    ? [operation, a, b]
                    : [operation, a],
              );
          }),
        ),
        inputs(count),
      ),
    );
