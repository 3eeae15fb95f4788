/** Chapter 4, exercise 4.3: which rates are stable, which is best, and what a ravine costs. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { positives } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { LARGEST_RATE_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import {
  behaviour,
  bestFactor,
  bestRate,
  errorFactor,
  largestRate,
  largestRateSlips,
  type Vector,
} from "./largest-rate-slips.js";

/** Whole curvatures and rates in quarters: their products are exact. */
const exact = fc.tuple(
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 1, max: 12 }).map((n) => n / 4),
);
const bowls = fc.tuple(
  fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
);

/** The slowest of all directions of a bowl at this rate. */
const slowest = (curvatures: Vector, rate: number): number =>
  Math.max(...curvatures.map((c) => Math.abs(errorFactor(c, rate))));

/** e ← (1 − ηL)e, so η < 2/L. */
export const largestRateExercise: Exercise = {
  id: "descent/largest-rate",
  number: "4.3",
  title: "The largest stable rate",
  kind: "derive",
  syllabus: ["G2", "G3"],
  equations: ["4.1", "4.22"],
  reference: { errorFactor, behaviour, largestRate, bestRate, bestFactor },
  hints: [
    "Begin with the first line alone. Write down where the weight is, minus where the minimum is, before and after one step; the minimum itself cancels.",
    "Eq. (4.1) on $J = \\frac12 c\\,e^2$ has the slope $c\\,e$, so $e \\leftarrow (1 - \\eta c)\\,e$. It shrinks while $|1 - \\eta c| < 1$. In the ravine of Eq. (4.22) the curvatures are 1 and $\\kappa$, and one η must suit both: the best one makes the two factors equal in size, one positive, one negative.",
    '```ts\nfunction errorFactor(curvature: number, rate: number): number {\n  return 1 - …;\n}\nfunction behaviour(curvature: number, rate: number): string {\n  const factor = errorFactor(curvature, rate);\n  if (factor > 0) return "creeps";     // the same side as before, and nearer\n  if (factor === 0) return …;\n  if (factor > -1) return …;           // the other side, and nearer\n  …\n}\n// largestRate: the direction with the largest … decides. From 1 − η·c = −1 follows η = …\n// bestRate: 1 − η·flattest = −(1 − η·steepest); solve for η\n// bestFactor: put that η into 1 − η·flattest, with flattest = 1 and steepest = κ\n```',
  ],
  why: "The steepest direction sets the bound, the flattest one then pays for it: with κ = 100 even the best rate leaves 98 % of the distance after a step, zig-zagging across the ravine all the while. Below 2/L descent ends on a flat place, which is all that a smooth function guarantees; above it, nothing is guaranteed at all.",
  checks: [
    workedByHand({
      name: "errorFactor: the numbers worked by hand",
      points: 1,
      answer: "errorFactor",
      cases: [
        { args: [2, 0.25], want: 0.5, byHand: "1 − 0.25·2: each step halves the distance" },
        { args: [2, 0.5], want: 0, byHand: "1 − 0.5·2: one step lands on the bottom" },
        { args: [4, 0.5], want: -1, byHand: "1 − 0.5·4: just as far on the other side" },
        { args: [4, 1], want: -3, byHand: "1 − 4: three times as far, on the other side" },
      ],
    }),
    holdsForAll<[number, number, number]>({
      name: "errorFactor: it is what one step does to the distance",
      points: 1,
      inputs: fc.tuple(positives(), positives(2), fc.integer({ min: 1, max: 9 })),
      problem: (answers, [curvature, rate, e]) => {
        const factor = answers.call("errorFactor", curvature, rate);
        const after = e - rate * curvature * e;
        if (typeof factor === "number" && Math.abs(factor * e - after) < 1e-9) return null;
        return `Curvature ${curvature}, rate ${rate}: from the distance ${e} one step of (4.1) leads to ${Number(after.toFixed(6))}; your factor ${String(factor)} does not.`;
      },
    }),
    workedByHand({
      name: "behaviour: the five kinds, worked by hand",
      points: 1,
      answer: "behaviour",
      cases: [
        { args: [2, 0.25], want: "creeps", byHand: "the factor 0.5 keeps the side" },
        { args: [2, 0.5], want: "lands", byHand: "the factor 0" },
        { args: [2, 0.75], want: "zig-zags", byHand: "the factor −0.5 changes the side" },
        {
          args: [2, 1],
          want: "bounces",
          byHand: "the factor −1 changes the side and nothing else",
        },
        { args: [2, 1.25], want: "explodes", byHand: "the factor −1.5 leads farther away" },
      ],
    }),
    agreesForAll({
      name: "behaviour: any curvature and rate",
      points: 1,
      answer: "behaviour",
      library: behaviour,
      inputs: exact,
    }),
    workedByHand({
      name: "largestRate: the numbers worked by hand",
      points: 1,
      answer: "largestRate",
      cases: [
        { args: [[2]], want: 1, byHand: "1 − 2η = −1 at η = 1" },
        { args: [[1, 20]], want: 0.1, byHand: "the steep direction decides: 2/20" },
        { args: [[8, 1, 4]], want: 0.25, byHand: "the steep direction decides: 2/8" },
      ],
    }),
    holdsForAll<readonly [number[]]>({
      name: "largestRate: a little below it every direction shrinks, a little above it one grows",
      points: 1,
      inputs: bowls,
      problem: (answers, [curvatures]) => {
        const rate = answers.call("largestRate", curvatures);
        const text = `Curvatures ${curvatures.join(", ")}`;
        if (typeof rate !== "number" || !(rate > 0)) return `${text}: ${String(rate)} is no rate.`;
        const [below, above] = [
          slowest(curvatures, 0.999 * rate),
          slowest(curvatures, 1.001 * rate),
        ];
        if (below >= 1) return `${text}: with ${rate}, and even a little less, a direction grows.`;
        return above > 1 ? null : `${text}: more than ${rate} is stable, too.`;
      },
    }),
    workedByHand({
      name: "bestRate: the numbers worked by hand",
      points: 1,
      answer: "bestRate",
      cases: [
        { args: [1, 3], want: 0.5, byHand: "the factors are 0.5 and −0.5" },
        { args: [2, 2], want: 0.5, byHand: "a round bowl: one step lands on the bottom" },
        { args: [1, 4], want: 0.4, byHand: "the factors are 0.6 and −0.6" },
      ],
    }),
    holdsForAll<readonly [number, number]>({
      name: "bestRate: no other rate shrinks the slower direction faster",
      points: 1,
      inputs: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 90 })),
      problem: (answers, [flattest, steepest]) => {
        const rate = answers.call("bestRate", flattest, steepest);
        const text = `Curvatures ${flattest} and ${steepest}`;
        if (typeof rate !== "number" || !(rate > 0)) return `${text}: ${String(rate)} is no rate.`;
        const bowl = [flattest, steepest];
        const here = slowest(bowl, rate);
        const better = [0.99, 1.01].find((share) => slowest(bowl, share * rate) < here);
        if (better === undefined) return null;
        return `${text}: your rate ${rate} leaves ${here.toFixed(4)} of the distance; a rate 1 % ${better < 1 ? "smaller" : "larger"} leaves less.`;
      },
    }),
    workedByHand({
      name: "bestFactor: the numbers worked by hand",
      points: 1,
      answer: "bestFactor",
      cases: [
        { args: [1], want: 0, byHand: "a round bowl: one step lands on the bottom" },
        { args: [3], want: 0.5, byHand: "curvatures 1 and 3, rate 0.5, factors 0.5 and −0.5" },
        { args: [4], want: 0.6, byHand: "curvatures 1 and 4, rate 0.4, factors 0.6 and −0.6" },
      ],
    }),
    agreesForAll({
      name: "bestFactor: what the best rate leaves in a ravine",
      points: 1,
      hidden: true,
      answer: "bestFactor",
      library: bestFactor,
      inputs: fc.tuple(fc.integer({ min: 1, max: 200 })),
    }),
  ],
  pictures: LARGEST_RATE_PICTURES,
  wrongAnswers: largestRateSlips,
  rightAnswers: [
    {
      errorFactor: (curvature: number, rate: number) => -(curvature * rate - 1),
      behaviour: (curvature: number, rate: number) => {
        const factor = 1 - rate * curvature;
        if (factor === 0) return "lands";
        if (factor === -1) return "bounces";
        if (Math.abs(factor) > 1) return "explodes";
        return factor > 0 ? "creeps" : "zig-zags";
      },
      largestRate: (curvatures: Vector) => Math.min(...curvatures.map((c) => 2 / c)),
      bestRate: (flattest: number, steepest: number) => 1 / ((flattest + steepest) / 2),
      bestFactor: (kappa: number) => 1 - 2 / (1 + kappa),
    },
    {
      errorFactor: (curvature: number, rate: number) => {
        const e = 1;
        return e - rate * (curvature * e);
      },
      behaviour: (curvature: number, rate: number) => {
        const [lands, bounces] = [1 / curvature, 2 / curvature];
        const near = (a: number, b: number) => Math.abs(a - b) < 1e-12;
        if (near(rate, lands)) return "lands";
        if (near(rate, bounces)) return "bounces";
        if (rate < lands) return "creeps";
        return rate < bounces ? "zig-zags" : "explodes";
      },
      largestRate: (curvatures: Vector) => {
        let steepest = 0;
        for (const c of curvatures) if (c > steepest) steepest = c;
        return 2 / steepest;
      },
      bestRate: (flattest: number, steepest: number) => 2 / (steepest + flattest),
      bestFactor: (kappa: number) => Math.abs(1 - (kappa * 2) / (1 + kappa)),
    },
  ],
};
