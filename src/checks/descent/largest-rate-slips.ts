/** Chapter 4, exercise 4.3: what a rate does to a bowl, and what is commonly believed of it. */
import type { WrongAnswer } from "../../grading/exercise.js";

/** A list of numbers. */
export type Vector = readonly number[];

/** 1 − ηc. */
export const errorFactor = (curvature: number, rate: number): number => 1 - rate * curvature;

/** 2/L. */
export const largestRate = (curvatures: Vector): number => 2 / Math.max(...curvatures);

/** 2/(ℓ + L). */
export const bestRate = (flattest: number, steepest: number): number => 2 / (flattest + steepest);

/** What the best rate leaves of the distance, for curvatures 1 and κ. */
export const bestFactor = (kappa: number): number => (kappa - 1) / (kappa + 1);

/** What the factor means. */
export const behaviour = (curvature: number, rate: number): string => {
  const product = rate * curvature;
  if (product < 1) return "creeps";
  if (product === 1) return "lands";
  if (product < 2) return "zig-zags";
  return product === 2 ? "bounces" : "explodes";
};

/** Slips, each with the idea behind it. */
export const largestRateSlips: readonly WrongAnswer[] = [
  {
    misconception:
      "The sign is wrong: a step goes against the slope, so a small rate shortens the distance.",
    equation: "4.1",
    answers: { errorFactor: (curvature: number, rate: number) => 1 + rate * curvature },
  },
  {
    misconception: "This is what the step takes away; the factor is what it leaves.",
    equation: "4.1",
    answers: { errorFactor: (curvature: number, rate: number) => rate * curvature },
  },
  {
    misconception:
      "The factor has lost its sign, and with it the side: negative means beyond the minimum.",
    equation: "4.1",
    answers: {
      errorFactor: (curvature: number, rate: number) => Math.abs(1 - rate * curvature),
    },
  },
  {
    misconception:
      "A 2 is counted twice: the curvature is the second derivative, and the slope of ½ce² is ce.",
    equation: "4.1",
    answers: { errorFactor: (curvature: number, rate: number) => 1 - 2 * rate * curvature },
  },
  {
    misconception:
      "Every step to the other side is called an explosion; it is one only if it leads farther away.",
    equation: "4.1",
    answers: {
      behaviour: (curvature: number, rate: number) => {
        const known = behaviour(curvature, rate);
        return known === "zig-zags" || known === "bounces" ? "explodes" : known;
      },
    },
  },
  {
    misconception:
      "At 2/L itself the distance neither shrinks nor grows: a case of its own, the factor −1.",
    equation: "4.1",
    answers: {
      behaviour: (curvature: number, rate: number) =>
        rate * curvature === 2 ? "explodes" : behaviour(curvature, rate),
    },
  },
  {
    misconception: "The side is lost: between 1/L and 2/L each step crosses the bottom.",
    equation: "4.1",
    answers: {
      behaviour: (curvature: number, rate: number) => {
        const known = behaviour(curvature, rate);
        return known === "zig-zags" ? "creeps" : known;
      },
    },
  },
  {
    misconception: "This is the rate that lands at once; the bound is where the factor is −1.",
    equation: "4.1",
    answers: { largestRate: (curvatures: Vector) => 1 / Math.max(...curvatures) },
  },
  {
    misconception: "The flattest direction is asked; the steepest one is the first to explode.",
    equation: "4.22",
    answers: { largestRate: (curvatures: Vector) => 2 / Math.min(...curvatures) },
  },
  {
    misconception: "The mean curvature is used; one steep direction is enough to explode.",
    equation: "4.22",
    answers: {
      largestRate: (curvatures: Vector) =>
        (2 * curvatures.length) / curvatures.reduce((sum, c) => sum + c, 0),
    },
  },
  {
    misconception:
      "This is the bound itself: there the steep direction bounces for ever. The best rate lies below it.",
    equation: "4.22",
    answers: { bestRate: (_: number, steepest: number) => 2 / steepest },
  },
  {
    misconception:
      "The steep direction lands at once, and the flat one is forgotten; a little more serves both.",
    equation: "4.22",
    answers: { bestRate: (_: number, steepest: number) => 1 / steepest },
  },
  {
    misconception: "The two bounds are averaged; the two factors should be equal in size.",
    equation: "4.22",
    answers: {
      bestRate: (flattest: number, steepest: number) => 1 / flattest + 1 / steepest,
    },
  },
  {
    misconception: "This is the share that one step takes away; asked is what it leaves.",
    equation: "4.22",
    answers: { bestFactor: (kappa: number) => 2 / (kappa + 1) },
  },
  {
    misconception: "This is what the rate 1/κ leaves; with the best rate it is less.",
    equation: "4.22",
    answers: { bestFactor: (kappa: number) => 1 - 1 / kappa },
  },
];
