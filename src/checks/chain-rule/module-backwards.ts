/** Chapter 3, exercise 3.8: the ways back through ReLU, a maximum, a condition and softmax. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { numericalGradient } from "../../math/central-difference.js";
import { softmaxCrossEntropy } from "../../math/softmax-cross-entropy.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { MODULE_BACKWARDS_PICTURES } from "../pictures/chain-rule.js";
import { agreesForAll, lawForAll } from "../properties.js";
import {
  MODULE_BACKWARDS_SLIPS,
  maxBack,
  reluBack,
  softmaxBack,
  softmaxCrossEntropyBack,
  type Vector,
  whereBack,
} from "./module-backwards-slips.js";
import { wholeLists, wholes } from "./whole-numbers.js";

/** Probabilities in sixteenths, so that sums have no rounding, and slopes from above. */
const sixteenths: fc.Arbitrary<[number[], number[]]> = lengths(3).chain((n) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: n, maxLength: n }),
      wholeLists(n + 1),
    )
    .map(([k, g]): [number[], number[]] => {
      const rest = 16 - k.reduce((sum, ki) => sum + ki, 0);
      return [[...k, rest].map((ki) => ki / 16), g];
    }),
);
const listAndSlope = lengths(5).chain((n) => fc.tuple(wholeLists(n, 3), wholes()));
const scoresAndLabel = fc
  .integer({ min: 2, max: 4 })
  .chain((k) => fc.tuple(vectors(k, 2), fc.nat({ max: k - 1 })));

/** A gate, a route, a switch, and p ⊙ (g − ⟨g, p⟩), p − y. */
export const moduleBackwardsExercise: Exercise = {
  id: "chain-rule/module-backwards",
  number: "3.8",
  title: "Gates, routes and shares on the way back",
  kind: "implement",
  syllabus: ["B10", "B12", "B13"],
  equations: ["3.6", "3.14", "3.15", "3.16"],
  reference: { reluBack, maxBack, whereBack, softmaxBack, softmaxCrossEntropyBack },
  hints: [
    "Ask of each module: if this input grows by a little, which outputs move, and by how much? A shut gate, a score that was not chosen and a branch that was not taken move nothing.",
    "Eq. (3.6) for ReLU, with the slope 1 or 0; Eq. (3.16) for the maximum: one entry gets all, shape [n]. Eq. (3.14): $p \\odot (g - \\langle g, p \\rangle)$, with $p$ and $g$ of shape [k] and one number $\\langle g, p \\rangle$ for all entries. Eq. (3.15): $p - y$, where $y$ has a single 1, at the label.",
    "```ts\nfunction softmaxBack(p: readonly number[], g: readonly number[]): number[] {\n  let average = 0;\n  for (let i = 0; i < p.length; i++) average += …;   // ⟨g, p⟩, one number\n  return p.map((pi, i) => pi * (… - …));             // better than average?\n}\nfunction softmaxCrossEntropyBack(x: readonly number[], label: number): number[] {\n  const largest = Math.max(...x);                    // keeps exp from overflowing\n  const powers = x.map((xi) => Math.exp(…));\n  …\n  return powers.map((power, i) => power / sum - (i === label ? … : …));\n}\n```",
  ],
  why: "A hard choice routes the slope and cannot learn where to route: neither the scores that lost nor the condition hear anything. Softmax tells every score something, and what it tells adds up to 0, because probabilities can only be moved from one class to another.",
  checks: [
    workedByHand({
      name: "reluBack: open, shut, and shut at exactly 0",
      points: 1,
      answer: "reluBack",
      cases: [
        { args: [[2], [7]], want: [7], byHand: "an open gate changes nothing" },
        {
          args: [
            [-2, 0, 3, 5],
            [7, 7, 7, 7],
          ],
          want: [0, 0, 7, 7],
          byHand: "the gate at 0 is shut",
        },
        {
          args: [
            [1, -1, 0.5],
            [-4, 9, 3],
          ],
          want: [-4, 0, 3],
          byHand: "s decides, not the slope",
        },
      ],
    }),
    workedByHand({
      name: "maxBack: the chosen one gets all, and of equals the first",
      points: 1,
      answer: "maxBack",
      cases: [
        { args: [[3], 5], want: [5], byHand: "no choice at all" },
        { args: [[2, 9, 4], 5], want: [0, 5, 0], byHand: "9 was chosen" },
        { args: [[2, 9, 4, 9], 5], want: [0, 5, 0, 0], byHand: "two nines: the first" },
        { args: [[-3, -1, -2], -4], want: [0, -4, 0], byHand: "−1 is the largest" },
      ],
    }),
    agreesForAll({
      name: "maxBack: any scores",
      points: 1,
      answer: "maxBack",
      library: maxBack,
      inputs: listAndSlope,
    }),
    workedByHand({
      name: "whereBack: to the condition, to the first branch, to the second",
      points: 1,
      answer: "whereBack",
      cases: [
        { args: [1, 6], want: [0, 6, 0], byHand: "the first branch was taken" },
        { args: [-1, 6], want: [0, 0, 6], byHand: "the second branch was taken" },
        { args: [0, 6], want: [0, 0, 6], byHand: "0 is not above 0" },
        { args: [0.5, -2], want: [0, -2, 0], byHand: "how far above 0 does not matter" },
      ],
    }),
    workedByHand({
      name: "softmaxBack: the numbers worked by hand",
      points: 1,
      answer: "softmaxBack",
      cases: [
        {
          args: [
            [0.5, 0.5],
            [1, 0],
          ],
          want: [0.25, -0.25],
          byHand: "the average is ½: ½·½ and ½·(−½)",
        },
        {
          args: [
            [0.25, 0.25, 0.5],
            [2, 0, 0],
          ],
          want: [0.375, -0.125, -0.25],
          byHand: "the average is ½: ¼·1.5, ¼·(−½), ½·(−½)",
        },
      ],
    }),
    lawForAll<[number[], number[]]>({
      name: "softmaxBack: the same push on every probability changes nothing",
      points: 1,
      inputs: sixteenths,
      sides: (answers, [p, g]) => [
        answers.call(
          "softmaxBack",
          p,
          g.map((gi) => gi + 3),
        ),
        softmaxBack(p, g),
      ],
      statement: ([p, g]) =>
        `With p = [${p.join(", ")}] and g = [${g.join(", ")}], softmaxBack is the same after 3 is added to all of g, which`,
    }),
    agreesForAll({
      name: "softmaxCrossEntropyBack: measured by nudging the scores",
      points: 1,
      answer: "softmaxCrossEntropyBack",
      library: (x: Vector, label: number) => [
        ...numericalGradient((v) => softmaxCrossEntropy(v, label), [...x]).data,
      ],
      tolerance: FINITE_DIFFERENCE,
      inputs: scoresAndLabel,
      examples: [
        [[0, 0], 0],
        [[0, 0], 1],
        [[0, 1, 2], 1],
      ],
    }),
    workedByHand({
      name: "softmaxCrossEntropyBack: scores of 800",
      points: 1,
      answer: "softmaxCrossEntropyBack",
      tolerance: DUAL_NUMBER,
      cases: [
        { args: [[0, 800], 0], want: [-1, 1], byHand: "p = (0, 1), y = (1, 0)" },
        { args: [[1000, 1000], 1], want: [0.5, -0.5], byHand: "p = (½, ½), y = (0, 1)" },
        { args: [[-900, -900], 0], want: [-0.5, 0.5], byHand: "p = (½, ½), y = (1, 0)" },
      ],
    }),
    agreesForAll({
      name: "reluBack: any sums, any slopes from above",
      points: 1,
      hidden: true,
      answer: "reluBack",
      library: reluBack,
      inputs: lengths(5).chain((n) => fc.tuple(wholeLists(n, 2), wholeLists(n))),
    }),
  ],
  pictures: MODULE_BACKWARDS_PICTURES,
  wrongAnswers: MODULE_BACKWARDS_SLIPS,
  rightAnswers: [
    {
      reluBack: (s: Vector, g: Vector) => g.map((gi, i) => gi * Number(s[i]! > 0)),
      maxBack: (x: Vector, g: number) => {
        let chosen = 0;
        for (let i = 1; i < x.length; i++) if (x[i]! > x[chosen]!) chosen = i;
        const back = x.map(() => 0);
        back[chosen] = g;
        return back;
      },
      whereBack: (test: number, g: number) => [0, test > 0 ? g : 0, test > 0 ? 0 : g],
      softmaxBack: (p: Vector, g: Vector) =>
        p.map((pi, i) => p.reduce((sum, pj, j) => sum + g[j]! * pj * (Number(i === j) - pi), 0)),
      softmaxCrossEntropyBack: (x: Vector, label: number) => {
        const largest = Math.max(...x);
        const logSum = Math.log(x.reduce((sum, xi) => sum + Math.exp(xi - largest), 0));
        return x.map((xi, i) => Math.exp(xi - largest - logSum) - Number(i === label));
      },
    },
    {
      reluBack: (s: Vector, g: Vector) => s.map((si, i) => (si <= 0 ? 0 : g[i]!)),
      maxBack: (x: Vector, g: number) => x.map((_, i) => (i === x.indexOf(Math.max(...x)) ? g : 0)),
      whereBack: (test: number, g: number) => (test > 0 ? [0, g, 0] : [0, 0, g]),
      softmaxBack: (p: Vector, g: Vector) => {
        const weighted = p.map((pi, i) => pi * g[i]!);
        const all = weighted.reduce((sum, v) => sum + v, 0);
        return weighted.map((v, i) => v - p[i]! * all);
      },
      softmaxCrossEntropyBack: (x: Vector, label: number) => {
        const back = x.map((xi) => 1 / x.reduce((sum, xj) => sum + Math.exp(xj - xi), 0));
        back[label]! -= 1;
        return back;
      },
    },
  ],
};
