/** Chapter 4, exercise 4.2: descend until the slope is flat, say why it ended, and what is flat there. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import type { Random } from "../../math/random.js";
import { numbers } from "../arbitraries.js";
import { agreesWithLibrary, workedByHand } from "../kinds.js";
import { UNTIL_FLAT_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import {
  descend,
  type End,
  flatPlace,
  type Slope,
  untilFlatSlips,
  type Vector,
} from "./until-flat-slips.js";

const parabola = (w: number): number => 2 * (w - 3);
const doubleWell = (w: number): number => 4 * w * (w * w - 1) + 0.3;
const names = fc.constantFrom(parabola, doubleWell);

/** Starts and rates with which a path is short; the last ones run away. */
const descents = (random: Random): (readonly [Slope, number, number, number, number])[] => [
  ...[0.2, 0.3, 0.45].map((rate) => {
    const start = Math.round(random.uniform(-40, 40)) / 10;
    return [parabola, start, rate, 0.01, 20] as const;
  }),
  [doubleWell, 1.3, 0.06, 0.01, 20],
  [doubleWell, -1.3, 0.06, 0.01, 20],
  [parabola, 0, 0.1, 0.001, 5],
  [parabola, 1, 4, 0.001, 12],
];

/** Loop until the gradient is flat; a flat place need not be a minimum. */
export const untilFlatExercise: Exercise = {
  id: "descent/until-flat",
  number: "4.2",
  title: "Descend until it stops",
  kind: "implement",
  syllabus: ["G1", "G2", "G9"],
  equations: ["4.1", "4.23", "4.24", "4.25"],
  reference: { descend, flatPlace },
  hints: [
    "A loop that asks three questions before each step: is it flat here, is it lost, is the budget used up? Only if all three say no does it step. What does it answer if you start on a flat place?",
    "Eq. (4.1) inside a loop: $w \\leftarrow w - \\eta\\,\\partial J/\\partial w$, all plain numbers. Flat means $|\\partial J/\\partial w| \\le$ tolerance; a slope may be negative. For flatPlace: a minimum curves up in every direction, Eq. (4.23) is the saddle with the curvatures 1 and −1, and a curvature of 0 alone decides nothing.",
    '```ts\nlet w = start;\nlet steps = 0;\nwhile (true) {\n  const g = slope(w);\n  if (…) return { w, steps, why: "flat" };\n  if (!(Math.abs(g) <= 1e6)) return { w, steps, why: "diverged" };  // catches NaN as well\n  if (…) return { w, steps, why: "out of steps" };\n  w = …;\n  steps++;\n}\n```',
  ],
  why: "Descent promises a flat place, not the lowest one: from the right it ends in the right bottom of the double well, though the left one lies lower. And flat may even be a saddle. The trap of (4.24) is one: as soon as (4.25) adds a second weight, one of its curvatures is negative and there is a way out.",
  checks: [
    workedByHand({
      name: "descend: the numbers worked by hand",
      points: 1,
      answer: "descend",
      cases: [
        {
          args: [parabola, 3, 0.25, 0.5, 9],
          want: { w: 3, steps: 0, why: "flat" },
          byHand: "the slope at 3 is 0, so no step is taken",
        },
        {
          args: [parabola, 7, 0.25, 0, 2],
          want: { w: 4, steps: 2, why: "out of steps" },
          byHand: "7 → 5 → 4, each step halves the distance to 3; then the budget of 2 is used up",
        },
        {
          args: [parabola, -1, 0.25, 1, 9],
          want: { w: 2.5, steps: 3, why: "flat" },
          byHand: "−1 → 1 → 2 → 2.5, where the slope is −1, and 1 is flat enough",
        },
        {
          args: [parabola, 5, 0.5, 0, 1],
          want: { w: 3, steps: 1, why: "flat" },
          byHand: "one step lands on 3; flat is asked before the budget",
        },
      ],
    }),
    agreesWithLibrary({
      name: "descend: a parabola and a double well, from several starts",
      points: 2,
      answer: "descend",
      library: descend,
      inputs: descents,
    }),
    workedByHand({
      name: "descend: a rate that is too large is called diverged",
      points: 1,
      answer: "descend",
      cases: [
        {
          args: [parabola, 4, 500, 0.1, 50],
          want: { w: 998_004, steps: 2, why: "diverged" },
          byHand:
            "the distance to 3 is multiplied by −999: 4 → −996 → 998004, with a slope above 1e6",
        },
        {
          args: [() => -2e6, 0, 1, 0.1, 5],
          want: { w: 0, steps: 0, why: "diverged" },
          byHand: "a slope may be huge and negative",
        },
        {
          args: [() => 1e6, 0, 1e-6, 0.1, 1],
          want: { w: -1, steps: 1, why: "out of steps" },
          byHand: "a million itself is not above a million, so one step of 1 is taken",
        },
        {
          args: [() => 1_000_000.5, 0, 1e-6, 0.1, 1],
          want: { w: 0, steps: 0, why: "diverged" },
          byHand: "this slope is above a million",
        },
        {
          args: [(w: number) => (w < 2 ? 1 : Number.NaN), 2, 1, 0.1, 5],
          want: { w: 2, steps: 0, why: "diverged" },
          byHand: "a slope that is NaN is no place to go on from",
        },
      ],
    }),
    holdsForAll<[Slope, number]>({
      name: "descend: what is called flat is flat",
      points: 1,
      inputs: fc.tuple(names, numbers(2)),
      problem: (answers, [slope, start]) => {
        const got = answers.call("descend", slope, start, 0.05, 0.5, 12) as Partial<End>;
        const want = descend(slope, start, 0.05, 0.5, 12);
        const where = `descend(${slope.name}, ${start}, 0.05, 0.5, 12)`;
        const { w = Number.NaN, why } = got ?? {};
        if (why !== want.why) return `${where} ends with why = ${why}; look at the slope there.`;
        if (why !== "flat" || Math.abs(slope(w)) <= 0.5 + 1e-9) return null;
        return `${where} calls w = ${w} flat, but the slope there is ${slope(w).toFixed(3)}.`;
      },
    }),
    workedByHand({
      name: "flatPlace: what the curvatures say",
      points: 1,
      answer: "flatPlace",
      cases: [
        { args: [[2]], want: "minimum", byHand: "a parabola that opens upwards" },
        { args: [[-4]], want: "maximum", byHand: "the summit between the two wells" },
        { args: [[1, -1]], want: "saddle", byHand: "Eq. (4.23): up along x, down along y" },
        {
          args: [[7.06, -0.31]],
          want: "saddle",
          byHand: "the trap of the double well, once there is a second weight, Eq. (4.25)",
        },
        { args: [[1, 50]], want: "minimum", byHand: "a ravine curves up everywhere" },
        { args: [[0]], want: "undecided", byHand: "w³ and w⁴ both have curvature 0 at 0" },
        { args: [[1, 0]], want: "undecided", byHand: "along y it may still go up or down" },
        { args: [[-1, 0]], want: "undecided", byHand: "along y it may still go up or down" },
        { args: [[1, 0, -1]], want: "saddle", byHand: "up in one direction, down in another" },
        { args: [[-1, -3]], want: "maximum", byHand: "down in every direction" },
      ],
    }),
    agreesForAll({
      name: "flatPlace: any curvatures",
      points: 1,
      hidden: true,
      answer: "flatPlace",
      library: flatPlace,
      inputs: fc.tuple(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 4 })),
    }),
  ],
  pictures: UNTIL_FLAT_PICTURES,
  wrongAnswers: untilFlatSlips,
  rightAnswers: [
    {
      descend: (slope: Slope, start: number, rate: number, tolerance: number, most: number) => {
        let w = start;
        let steps = 0;
        while (Math.abs(slope(w)) > tolerance && Math.abs(slope(w)) <= 1e6 && steps < most) {
          w -= rate * slope(w);
          steps += 1;
        }
        const g = Math.abs(slope(w));
        const why = g <= tolerance ? "flat" : g <= 1e6 ? "out of steps" : "diverged";
        return { w, steps, why };
      },
      flatPlace: (curvatures: Vector) => {
        const [least, most] = [Math.min(...curvatures), Math.max(...curvatures)];
        if (least > 0) return "minimum";
        if (most < 0) return "maximum";
        return least < 0 && most > 0 ? "saddle" : "undecided";
      },
    },
    {
      descend: (slope: Slope, start: number, rate: number, tolerance: number, most: number) => {
        const from = (w: number, steps: number): End => {
          const g = slope(w);
          if (Number.isNaN(g)) return { w, steps, why: "diverged" };
          if (Math.abs(g) <= tolerance) return { w, steps, why: "flat" };
          if (Math.abs(g) > 1e6) return { w, steps, why: "diverged" };
          return steps === most ? { w, steps, why: "out of steps" } : from(w - rate * g, steps + 1);
        };
        return from(start, 0);
      },
      flatPlace: (curvatures: Vector) => {
        let [up, down] = [0, 0];
        for (const c of curvatures) {
          if (c > 0) up++;
          if (c < 0) down++;
        }
        if (up > 0 && down > 0) return "saddle";
        if (up === curvatures.length) return "minimum";
        return down === curvatures.length ? "maximum" : "undecided";
      },
    },
  ],
};
