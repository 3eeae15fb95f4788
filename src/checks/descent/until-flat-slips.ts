/** Chapter 4, exercise 4.2: the walk until it is flat, and the ways in which walks go wrong. */
import type { WrongAnswer } from "../../grading/exercise.js";

/** J′, a function of one weight. */
export type Slope = (w: number) => number;

/** A list of numbers. */
export type Vector = readonly number[];

/** Where a walk ended, and why. */
export interface End {
  readonly w: number;
  readonly steps: number;
  readonly why: "flat" | "out of steps" | "diverged";
}

/** A descent with one weight. */
export type Walk = (
  slope: Slope,
  start: number,
  rate: number,
  tolerance: number,
  most: number,
) => End;

/** What a slip changes: where it stops, in which order it asks, which way it goes. */
interface Variant {
  readonly isFlat?: (slope: number, tolerance: number) => boolean;
  readonly direction?: number;
  readonly late?: number;
  readonly isLost?: (slope: number) => boolean;
}

const walk =
  ({
    isFlat = (g, most) => Math.abs(g) <= most,
    direction = -1,
    late = 0,
    isLost = (g) => !(Math.abs(g) <= 1e6),
  }: Variant) =>
  (slope: Slope, start: number, rate: number, tolerance: number, most: number): End => {
    let w = start;
    for (let steps = 0; ; steps++) {
      const g = slope(w);
      if (isFlat(g, tolerance)) return { w, steps, why: "flat" };
      if (isLost(g)) return { w, steps, why: "diverged" };
      if (steps >= most + late) return { w, steps, why: "out of steps" };
      w += direction * rate * g;
    }
  };

/** Step until flat, lost, or out of steps. */
export const descend: Walk = walk({});

/** What a flat place with these curvatures is. */
export const flatPlace = (curvatures: Vector): string => {
  if (curvatures.some((c) => c > 0) && curvatures.some((c) => c < 0)) return "saddle";
  if (curvatures.every((c) => c > 0)) return "minimum";
  return curvatures.every((c) => c < 0) ? "maximum" : "undecided";
};

/** Slips, each with the idea behind it. */
export const untilFlatSlips: readonly WrongAnswer[] = [
  {
    misconception: "The walk goes uphill: it follows the slope.",
    equation: "4.1",
    answers: { descend: walk({ direction: 1 }) },
  },
  {
    misconception:
      "A negative slope is taken for flat: compare its size with the tolerance, not the slope itself.",
    equation: "4.1",
    answers: { descend: walk({ isFlat: (g, most) => g <= most }) },
  },
  {
    misconception:
      "The walk goes on only while the slope itself is above the tolerance: a negative slope, and NaN, then count as flat. Compare its size.",
    equation: "4.1",
    answers: { descend: walk({ isFlat: (g, most) => !(g > most) }) },
  },
  {
    misconception:
      "It stops only where the slope is exactly 0; within the tolerance is flat enough.",
    equation: "4.1",
    answers: { descend: walk({ isFlat: (g) => g === 0 }) },
  },
  {
    misconception: "A slope as large as the tolerance itself counts as flat, too.",
    equation: "4.1",
    answers: { descend: walk({ isFlat: (g, most) => Math.abs(g) < most }) },
  },
  {
    misconception: "It takes one step more than the budget allows.",
    equation: "4.1",
    answers: { descend: walk({ late: 1 }) },
  },
  {
    misconception: "It takes one step fewer than the budget allows.",
    equation: "4.1",
    answers: { descend: walk({ late: -1 }) },
  },
  {
    misconception: "It never notices that it has run away: a huge slope, or NaN, ends the walk.",
    equation: "4.1",
    answers: { descend: walk({ isLost: () => false }) },
  },
  {
    misconception: "Only a slope that is huge and positive is noticed; it may be negative.",
    equation: "4.1",
    answers: { descend: walk({ isLost: (g) => !(g <= 1e6) }) },
  },
  {
    misconception: "NaN is not noticed: every comparison with it is false.",
    equation: "4.1",
    answers: { descend: walk({ isLost: (g) => Math.abs(g) > 1e6 }) },
  },
  {
    misconception:
      "The budget is asked about first: a walk that has arrived with its last step has still arrived.",
    equation: "4.1",
    answers: {
      descend: (slope: Slope, start: number, rate: number, tolerance: number, most: number) => {
        const end = descend(slope, start, rate, tolerance, most);
        return end.steps === most && end.why === "flat" ? { ...end, why: "out of steps" } : end;
      },
    },
  },
  {
    misconception:
      "Every flat place is called a minimum; flat only says that the slope is 0 there.",
    equation: "4.23",
    answers: { flatPlace: () => "minimum" },
  },
  {
    misconception: "Only the first direction is looked at; a minimum curves up in every direction.",
    equation: "4.25",
    answers: { flatPlace: (curvatures: Vector) => flatPlace(curvatures.slice(0, 1)) },
  },
  {
    misconception: "A curvature of 0 is taken for upwards; it decides nothing.",
    equation: "4.23",
    answers: {
      flatPlace: (curvatures: Vector) => flatPlace(curvatures.map((c) => (c === 0 ? 1 : c))),
    },
  },
  {
    misconception: "Up and down have changed places: a positive curvature opens upwards.",
    equation: "4.24",
    answers: { flatPlace: (curvatures: Vector) => flatPlace(curvatures.map((c) => -c)) },
  },
  {
    misconception: "The signs of the curvatures are added up; one that goes down is enough.",
    equation: "4.25",
    answers: {
      flatPlace: (curvatures: Vector) => flatPlace([curvatures.reduce((sum, c) => sum + c, 0)]),
    },
  },
];
