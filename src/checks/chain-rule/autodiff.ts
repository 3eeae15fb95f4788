/** Chapter 3, exercise 3.10: automatic differentiation of one's own, on records and functions. */
import fc from "fast-check";
import type { Answers } from "../../grading/answers.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { mismatch } from "../../grading/judge.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";
import { tanh } from "../../math/activations.js";
import { add, div, mul } from "../../math/arithmetic.js";
import { centralDifference } from "../../math/central-difference.js";
import { EXACT, FORWARD_DIFFERENCE } from "../../math/tolerances.js";
import { type Variable, variable } from "../../math/variable.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";
import { AUTODIFF_SLIPS } from "./autodiff-slips.js";
import {
  formulas,
  gradientAt,
  gradientWith,
  LECTURE,
  loop,
  RULES,
  type Steps,
  valueAt,
  valuesOf,
  WALK,
} from "./scalar-graph.js";

type Vector = readonly number[];

/** The library's variables, which build and walk the graph. */
function withLibrary(steps: Steps, at: Vector): { value: number; gradient: number[] } {
  const inputs = at.map((x) => variable(x));
  const nodes: Variable<number>[] = [...inputs];
  for (const [operation, ...places] of steps) {
    const [a, b = a] = places.map((place) => nodes[place]!) as [Variable<number>];
    if (operation === "plus") nodes.push(add(a, b));
    else if (operation === "times") nodes.push(mul(a, b));
    else nodes.push(operation === "tanh" ? tanh(a) : div(1, a));
  }
  const output = nodes.at(-1)!;
  output.backward();
  return { value: output.value, gradient: inputs.map(({ gradient }) => gradient ?? 0) };
}

const nudged = (steps: Steps, at: Vector): number[] =>
  at.map((x, i) =>
    centralDifference(
      (v) =>
        valueAt(
          steps,
          at.map((xj, j) => (j === i ? v : xj)),
        ),
      x,
    ),
  );
/** Inputs between ½ and 2, far enough from 0 for 1/a. */
const positive = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.constantFrom(0.5, 1, 1.5, 2), { minLength: count, maxLength: count });

const deepLoop: Check = {
  name: "gradient: a loop of 2,000 additions",
  points: 1,
  run: (answers: Answers): Verdict => {
    const outcome = answers.try("gradientAt", loop(2000), [3]);
    if (outcome.kind === "stopped") {
      const deep = outcome.verdict.message.includes("call stack");
      return deep ? fail(TOO_DEEP) : outcome.verdict;
    }
    const problem = mismatch(outcome.value, [2001], EXACT);
    return problem === null ? PASS : fail(`2,000 times total = total + x: ${problem}.`);
  },
};
const TOO_DEEP =
  "A loop of 2,000 additions: the calls inside calls have filled the stack. Keep a list of what is still to do, and loop over it.";

/** plus, times, tanh, 1/a, and a walk back that fits them all. */
export const autodiffExercise: Exercise = {
  id: "chain-rule/autodiff",
  number: "3.10",
  title: "Project: your own automatic differentiation",
  kind: "project",
  syllabus: ["B5", "B8", "B9", "B13"],
  equations: ["3.6", "3.8", "3.12"],
  reference: { valueAt, gradientAt },
  hints: [
    "Do the operations first: each makes a node that knows its value, its operands, and how far it moves when one of them moves by 1. Then a formula of one step must work, before you think about order.",
    "Eq. (3.12) in one step: an operand is told the node's adjoint times the local slope. Eq. (3.8): it adds up what it is told. `operands` and `slopes` have the same length, 1 or 2. Walk a topological order of the nodes from its end; it starts with $\\partial y/\\partial y = 1$.",
    "```ts\nfunction times(a: GraphNode, b: GraphNode): GraphNode {\n  return { value: a.value * b.value, operands: [a, b], slopes: […, …] };\n}\nfunction walkBack(output: GraphNode): Map<GraphNode, number> {\n  const adjoints = new Map<GraphNode, number>([[output, …]]);\n  for (const node of orderOf(output).reverse()) {     // your order of exercise 3.7, on nodes\n    const own = adjoints.get(node) ?? 0;\n    node.operands.forEach((operand, i) => {\n      const before = adjoints.get(operand) ?? 0;\n      adjoints.set(operand, …);\n    });\n  }\n  return adjoints;\n}\n```",
  ],
  why: "Each operation knows only itself, and the walk knows no operation. So you can add a new one, with its value and its slopes, and never touch the walk. The libraries that train the largest networks are built on this division, with tables in place of numbers.",
  checks: [
    workedByHand({
      name: "value: each operation, and the formula of the lecture",
      points: 1,
      answer: "valueAt",
      cases: [
        { args: [[["plus", 0, 1]], [2, 3]], want: 5, byHand: "2 + 3" },
        { args: [[["times", 0, 1]], [2, 3]], want: 6, byHand: "2·3" },
        { args: [[["oneOver", 0]], [4]], want: 0.25, byHand: "1/4" },
        { args: [[["tanh", 0]], [0]], want: 0, byHand: "tanh 0 = 0" },
        { args: [[["tanh", 0]], [1]], want: Math.tanh(1), byHand: "tanh 1 = 0.76…" },
        { args: [LECTURE, [2, 3]], want: 41, byHand: "c = 5, d = 6, 11 + 30 = 41" },
      ],
    }),
    workedByHand({
      name: "gradient: each operation alone",
      points: 1,
      answer: "gradientAt",
      cases: [
        { args: [[["plus", 0, 1]], [2, 3]], want: [1, 1], byHand: "a sum moves with its operands" },
        { args: [[["times", 0, 1]], [2, 3]], want: [3, 2], byHand: "a is weighted with b = 3" },
        { args: [[["oneOver", 0]], [2]], want: [-0.25], byHand: "−1/2²" },
        { args: [[["oneOver", 0]], [-4]], want: [-0.0625], byHand: "−1/4²" },
        { args: [[["tanh", 0]], [0]], want: [1], byHand: "1 − 0²" },
        {
          args: [[["tanh", 0]], [1]],
          want: [1 - Math.tanh(1) ** 2],
          byHand: "1 − tanh²(1) = 0.4199…",
        },
      ],
    }),
    workedByHand({
      name: "gradient: values that are read more than once",
      points: 1,
      answer: "gradientAt",
      cases: [
        { args: [[["plus", 0, 0]], [5]], want: [2], byHand: "a + a" },
        { args: [[["times", 0, 0]], [5]], want: [10], byHand: "a·a has the slope 2a" },
        {
          args: [
            [
              ["times", 0, 0],
              ["times", 1, 0],
            ],
            [2],
          ],
          want: [12],
          byHand: "a³ has 3a²",
        },
        { args: [[["plus", 0, 0]], [5, 7]], want: [2, 0], byHand: "7 is not read at all" },
        { args: [LECTURE, [2, 3]], want: [25, 19], byHand: "the adjoints of the lecture's graph" },
      ],
    }),
    agreesForAll({
      name: "gradient: any formula of sums and products",
      points: 2,
      answer: "gradientAt",
      library: (steps: Steps, at: Vector) => withLibrary(steps, at).gradient,
      inputs: formulas(["plus", "times"]),
      examples: [[LECTURE as [...Steps], [2, 3]]],
    }),
    agreesForAll({
      name: "gradient: all four operations, measured by nudging",
      points: 1,
      answer: "gradientAt",
      library: nudged,
      tolerance: FORWARD_DIFFERENCE,
      inputs: formulas(["plus", "oneOver", "tanh", "times"], positive).filter(isMild),
    }),
    deepLoop,
    agreesForAll({
      name: "value: any formula",
      points: 1,
      hidden: true,
      answer: "valueAt",
      library: (steps: Steps, at: Vector) => withLibrary(steps, at).value,
      inputs: formulas(["plus", "times"]),
    }),
  ],
  wrongAnswers: AUTODIFF_SLIPS,
  rightAnswers: [
    {
      valueAt: (steps: Steps, at: Vector) => withLibrary(steps, at).value,
      gradientAt: (steps: Steps, at: Vector) => withLibrary(steps, at).gradient,
    },
    {
      // Forward, with a slope for each input carried along, as dual numbers do.
      valueAt: (steps: Steps, at: Vector) => valuesOf(steps, at).at(-1),
      gradientAt: (steps: Steps, at: Vector) =>
        at.map((_, input) => {
          const values = valuesOf(steps, at);
          const moves = at.map((_x, i) => Number(i === input));
          steps.forEach(([operation, ...operands], k) => {
            const read = operands.map((place) => values[place]!);
            const slopes = RULES[operation].slopes(read, values[at.length + k]!);
            moves.push(operands.reduce((sum, place, i) => sum + slopes[i]! * moves[place]!, 0));
          });
          return moves.at(-1);
        }),
    },
    {
      valueAt,
      gradientAt: gradientWith(RULES, {
        ...WALK,
        hear: (before, slope, adjoint) => adjoint * slope + before,
      }),
    },
  ],
  equivalentMutants: {
    "adjoint.get(node) ?? 0 becomes adjoint.get(node) ?? 1":
      "Every node of the order has been told something before it speaks.",
  },
};

/** Whether no value is so large that a nudge is measured badly. */
function isMild([steps, at]: [Steps, Vector]): boolean {
  return valuesOf(steps, at).every((value) => Math.abs(value) < 20);
}
