/** Chapter 3, exercise 3.10: slips in operations and in the walk back. */
import type { WrongAnswer } from "../../grading/exercise.js";
import {
  gradientWith,
  RULES,
  type Rules,
  type Steps,
  valueWith,
  WALK,
  type Walk,
} from "./scalar-graph.js";

const inSlopes = (misconception: string, equation: string, rules: Partial<Rules>): WrongAnswer => ({
  misconception,
  equation,
  answers: { gradientAt: gradientWith({ ...RULES, ...rules }) },
});
const inValues = (misconception: string, rules: Partial<Rules>): WrongAnswer => ({
  misconception,
  equation: "3.12",
  answers: { valueAt: valueWith({ ...RULES, ...rules }) },
});
const inWalk = (misconception: string, equation: string, walk: Partial<Walk>): WrongAnswer => ({
  misconception,
  equation,
  answers: { gradientAt: gradientWith(RULES, { ...WALK, ...walk }) },
});

/** Each place as often as a recursion meets it that does not wait. */
function hurried(steps: Steps, inputs: number): number[] {
  const [, ...operands] = steps.at(-1)!;
  const below = (place: number): number[] => {
    if (place < inputs) return [];
    const [, ...own] = steps[place - inputs]!;
    return [place, ...own.flatMap(below)];
  };
  return [inputs + steps.length - 1, ...operands.flatMap(below)];
}

/** Each place once, when it is met first on the way down. */
function asMet(steps: Steps, inputs: number): number[] {
  const order: number[] = [];
  const open = [inputs + steps.length - 1];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place < inputs || order.includes(place)) continue;
    order.push(place);
    const [, ...operands] = steps[place - inputs]!;
    open.push(...operands.reverse());
  }
  return order;
}

/** Typical wrong answers of exercise 3.10. */
export const AUTODIFF_SLIPS: readonly WrongAnswer[] = [
  inValues("1/a is not taken: what comes out is a itself.", {
    oneOver: { ...RULES.oneOver, value: ([a = 0]) => a },
  }),
  inValues("tanh is passed over: what comes out is what went in.", {
    tanh: { ...RULES.tanh, value: ([a = 0]) => a },
  }),
  inValues("A sum and a product are exchanged.", {
    plus: { ...RULES.plus, value: RULES.times.value },
    times: { ...RULES.times, value: RULES.plus.value },
  }),
  inSlopes("In a product each slope is the operand itself; it must be the other one.", "3.12", {
    times: { ...RULES.times, slopes: ([a = 0, b = 0]) => [a, b] },
  }),
  inSlopes("The slopes of a product are 1, as in a sum.", "3.12", {
    times: { ...RULES.times, slopes: () => [1, 1] },
  }),
  inSlopes(
    "In a sum the slopes are the operands; but a sum moves as far as its operand does.",
    "3.12",
    {
      plus: { ...RULES.plus, slopes: ([a = 0, b = 0]) => [a, b] },
    },
  ),
  inSlopes("The square is missing in the slope of tanh.", "3.6", {
    tanh: { ...RULES.tanh, slopes: (_x, value) => [1 - value] },
  }),
  inSlopes(
    "The slope of tanh is taken at the wrong place: tanh is applied to the value once more.",
    "3.6",
    { tanh: { ...RULES.tanh, slopes: (_x, value) => [1 - Math.tanh(value) ** 2] } },
  ),
  inSlopes("The slope of 1/a has the wrong sign: where a grows, 1/a falls.", "3.6", {
    oneOver: { ...RULES.oneOver, slopes: (_x, value) => [value ** 2] },
  }),
  inSlopes("The slope of 1/a lacks the square.", "3.6", {
    oneOver: { ...RULES.oneOver, slopes: (_x, value) => [-value] },
  }),
  inWalk("What a node hears last replaces what it heard before.", "3.8", {
    hear: (_before, slope, adjoint) => slope * adjoint,
  }),
  inWalk(
    "A node speaks before all its readers have spoken, and again later: it hands down the first part twice.",
    "3.12",
    { order: hurried },
  ),
  inWalk(
    "A node speaks when it is met first, and what its other readers say later is lost.",
    "3.12",
    { order: asMet },
  ),
  inSlopes(
    "The slope of tanh has the square of the operand; it has the square of tanh itself.",
    "3.6",
    {
      tanh: { value: RULES.tanh.value, slopes: ([a = 0]) => [1 - a ** 2] },
    },
  ),
  inWalk(
    "The walk goes from the inputs to the output, where nobody has been told anything yet.",
    "3.12",
    {
      order: (steps, inputs) => steps.map((_, k) => inputs + k),
    },
  ),
  inWalk("The walk starts with the value of the output; but what is ∂y/∂y?", "3.12", {
    seed: (value) => value,
  }),
  inWalk("Only local slopes are added: the adjoint of the reader is missing as a factor.", "3.12", {
    hear: (before, slope) => before + slope,
  }),
];
