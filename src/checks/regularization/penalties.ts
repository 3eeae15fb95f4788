/** Chapter 5, exercise 5.2: what weights cost under L1, L2 and Lp, and how each pulls. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { numericalGradient } from "../../math/central-difference.js";
import { l1Penalty as libraryL1 } from "../../math/regularization/penalties.js";
import type { Tensor } from "../../math/tensor.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, positives, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { PENALTIES_PICTURES } from "../pictures/regularization.js";
import { agreesForAll, lawForAll } from "../properties.js";
import {
  l1Penalty,
  l1Slopes,
  l2Penalty,
  l2Slopes,
  lpPenalty,
  lpSlopes,
  PENALTIES_SLIPS,
  type Vector,
} from "./penalties-slips.js";

const weights = lengths(4).chain((k) => vectors(k));

const priced = fc.tuple(weights, positives());

const powers = fc.integer({ min: 4, max: 16 }).map((n) => n / 4);

const pricedPowers = fc.tuple(weights, positives(), powers);

/** Weights away from the kink at 0, where a slope can be measured. */
const offZero = fc
  .array(
    fc.tuple(fc.integer({ min: 10, max: 300 }), fc.boolean()).map(([n, up]) => (up ? n : -n) / 100),
    { minLength: 1, maxLength: 4 },
  )
  .chain((w) => fc.tuple(fc.constant(w), positives(), powers));

const measured = (cost: (w: Vector) => number, w: Vector): number[] =>
  Array.from(numericalGradient((v: Tensor) => cost(Array.from(v.data)), [...w]).data);

/** λ Σ |wᵢ|^p and its slopes. */
export const penaltiesExercise: Exercise = {
  id: "regularization/penalties",
  number: "5.2",
  title: "A price on weights: L1, L2, Lp",
  kind: "implement",
  syllabus: ["R2"],
  equations: ["5.1", "5.2", "5.3"],
  reference: { l1Penalty, l1Slopes, l2Penalty, l2Slopes, lpPenalty, lpSlopes },
  hints: [
    "A price does not ask for the sign of a weight. Its slope does: which way must a negative weight move so that it becomes cheaper?",
    "Eq. (5.1): $\\lambda \\sum_i |w_i|$, Eq. (5.2): $\\lambda \\sum_i w_i^2$, Eq. (5.3): $\\lambda \\sum_i |w_i|^p$. A penalty takes a list of shape [k] and gives one number; its slopes are a list of shape [k], entry i the derivative with respect to $w_i$. The sum is gone there, because no other term contains $w_i$.",
    "```ts\nfunction l1Slopes(w: readonly number[], lambda: number): number[] {\n  return w.map((wi) => lambda * Math.sign(wi));   // 0 at the kink\n}\nfunction lpPenalty(w: readonly number[], lambda: number, p: number): number {\n  let sum = 0;\n  for (const wi of w) sum += …;                   // the size first, then the power\n  return lambda * sum;\n}\nfunction lpSlopes(w: readonly number[], lambda: number, p: number): number[] {\n  // the power rule on |w|, and the sign of w for the inner derivative\n  return w.map((wi) => lambda * p * Math.abs(wi) ** … * …);\n}\n```",
  ],
  why: "The slope of L1 has the same size for a large and for a tiny weight, so it pushes small weights all the way to 0. The slope of L2 shrinks with the weight and lets go before it arrives. That is why L1 makes weights few and L2 makes them small.",
  checks: [
    workedByHand({
      name: "l1Penalty: the numbers worked by hand",
      points: 1,
      answer: "l1Penalty",
      cases: [
        { args: [[5, 0], 1], want: 5, byHand: "5 + 0" },
        { args: [[3, 4], 1], want: 7, byHand: "3 + 4" },
        { args: [[3, -4], 0.5], want: 3.5, byHand: "½·(3 + 4); a size has no sign" },
      ],
    }),
    workedByHand({
      name: "l1Slopes: the same pull on every weight",
      points: 1,
      answer: "l1Slopes",
      cases: [
        {
          args: [[3, -4], 1],
          want: [1, -1],
          byHand: "the size of 3 grows with it, that of −4 falls",
        },
        { args: [[100, -0.01, 0], 2], want: [2, -2, 0], byHand: "2·sign; at the kink we take 0" },
      ],
    }),
    workedByHand({
      name: "l2Penalty: the numbers worked by hand",
      points: 1,
      answer: "l2Penalty",
      cases: [
        { args: [[5, 0], 1], want: 25, byHand: "25 + 0" },
        { args: [[3, 4], 1], want: 25, byHand: "9 + 16" },
        { args: [[1, -2], 0.5], want: 2.5, byHand: "½·(1 + 4)" },
      ],
    }),
    lawForAll<[number[], number]>({
      name: "both: twice the weights cost twice as much under L1, four times under L2",
      points: 1,
      inputs: priced,
      sides: (answers, [w, lambda]) => {
        const doubled = w.map((wi) => 2 * wi);
        return [
          [
            valueFrom(answers, "l1Penalty", 0, doubled, lambda),
            valueFrom(answers, "l2Penalty", 0, doubled, lambda),
          ],
          [
            2 * valueFrom(answers, "l1Penalty", 0, w, lambda),
            4 * valueFrom(answers, "l2Penalty", 0, w, lambda),
          ],
        ];
      },
      statement: ([w, lambda]) =>
        `With λ = ${lambda}, twice w = [${w.join(", ")}] costs [twice as much under L1, four times as much under L2], which`,
    }),
    agreesForAll({
      name: "l1Slopes: any weights",
      points: 1,
      answer: "l1Slopes",
      library: l1Slopes,
      inputs: priced,
    }),
    agreesForAll({
      name: "l2Slopes: the slopes that are measured, entry by entry",
      points: 1,
      answer: "l2Slopes",
      library: (w: Vector, lambda: number) => measured((v) => l2Penalty(v, lambda), w),
      tolerance: FINITE_DIFFERENCE,
      inputs: priced,
    }),
    lawForAll<[number[], number]>({
      name: "lpPenalty, lpSlopes: L1 at p = 1 and L2 at p = 2",
      points: 1,
      inputs: priced,
      sides: (answers, [w, lambda]) => [
        [
          valueFrom(answers, "lpPenalty", 0, w, lambda, 1),
          valueFrom(answers, "lpPenalty", 0, w, lambda, 2),
          ...valueFrom(answers, "lpSlopes", w, w, lambda, 2),
        ],
        [l1Penalty(w, lambda), l2Penalty(w, lambda), ...l2Slopes(w, lambda)],
      ],
      statement: ([w, lambda]) =>
        `[lpPenalty at p = 1, lpPenalty at p = 2, lpSlopes at p = 2] with w = [${w.join(", ")}], λ = ${lambda}, and the same of L1 and L2: both must agree`,
    }),
    agreesForAll({
      name: "lpPenalty: any power from 1",
      points: 1,
      answer: "lpPenalty",
      library: lpPenalty,
      inputs: pricedPowers,
    }),
    agreesForAll({
      name: "lpSlopes: the slopes that are measured, away from 0",
      points: 1,
      answer: "lpSlopes",
      library: (w: Vector, lambda: number, p: number) =>
        measured((v) => lpPenalty(v, lambda, p), w),
      tolerance: FINITE_DIFFERENCE,
      inputs: offZero,
    }),
    agreesForAll({
      name: "lpSlopes: at 0, and with λ = 0",
      points: 1,
      hidden: true,
      answer: "lpSlopes",
      library: lpSlopes,
      inputs: fc.tuple(weights, fc.constantFrom(0, 1), fc.constantFrom(1, 1.5, 3)),
      examples: [[[0, 1, -1], 1, 1]],
    }),
  ],
  pictures: PENALTIES_PICTURES,
  wrongAnswers: PENALTIES_SLIPS,
  rightAnswers: [
    {
      l1Penalty: (w: Vector, lambda: number) =>
        w.reduce((sum, wi) => sum + lambda * Math.abs(wi), 0),
      l1Slopes: (w: Vector, lambda: number) =>
        w.map((wi) => (wi > 0 ? lambda : wi < 0 ? -lambda : 0)),
      l2Penalty: (w: Vector, lambda: number) => {
        let sum = 0;
        for (const wi of w) sum += wi * wi;
        return sum * lambda;
      },
      l2Slopes: (w: Vector, lambda: number) => w.map((wi) => 2 * lambda * wi),
      lpPenalty: (w: Vector, lambda: number, p: number) =>
        w.map((wi) => lambda * Math.abs(wi) ** p).reduce((sum, price) => sum + price, 0),
      lpSlopes: (w: Vector, lambda: number, p: number) =>
        w.map((wi) => (wi < 0 ? -1 : 1) * (wi === 0 ? 0 : lambda * p * Math.abs(wi) ** (p - 1))),
    },
    {
      l1Penalty,
      l1Slopes: (w: Vector, lambda: number) => libraryL1.gradient([w], lambda)[0],
      l2Penalty: (w: Vector, lambda: number) => lambda * Math.hypot(...w) ** 2,
      l2Slopes: (w: Vector, lambda: number) => w.map((wi) => lambda * (wi + wi)),
      lpPenalty: (w: Vector, lambda: number, p: number) => {
        let sum = 0;
        for (const wi of w) sum += wi === 0 ? 0 : Math.exp(p * Math.log(Math.abs(wi)));
        return lambda * sum;
      },
      lpSlopes: (w: Vector, lambda: number, p: number) =>
        w.map((wi) => (wi === 0 ? 0 : (lambda * p * Math.abs(wi) ** p) / wi)),
    },
  ],
};
