/** Chapter 5, exercise 5.2: the right functions, and what is mixed up about prices and their slopes. */

import type { WrongAnswer } from "../../grading/exercise.js";
import {
  l1Penalty as libraryL1,
  l2Penalty as libraryL2,
  lpPenalty as libraryLp,
} from "../../math/regularization/penalties.js";
import type { Tensor } from "../../math/tensor.js";

export type Vector = readonly number[];

export const listed = ([slopes]: readonly Tensor[]): number[] => Array.from(slopes!.data);

export const l1Penalty = (w: Vector, lambda: number): number => libraryL1([w], lambda);

export const l1Slopes = (w: Vector, lambda: number): number[] =>
  listed(libraryL1.gradient([w], lambda));

export const l2Penalty = (w: Vector, lambda: number): number => libraryL2([w], lambda);

export const l2Slopes = (w: Vector, lambda: number): number[] =>
  listed(libraryL2.gradient([w], lambda));

export const lpPenalty = (w: Vector, lambda: number, p: number): number =>
  libraryLp([w], lambda, p);

export const lpSlopes = (w: Vector, lambda: number, p: number): number[] =>
  listed(libraryLp.gradient([w], lambda, p));

/** Typical wrong answers of exercise 5.2. */
export const PENALTIES_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "The size is forgotten: positive and negative weights pay for each other.",
    equation: "5.1",
    answers: {
      l1Penalty: (w: Vector, lambda: number) => lambda * w.reduce((sum, wi) => sum + wi, 0),
    },
  },
  {
    misconception: "This charges the mean; a penalty is a sum, so every weight costs extra.",
    equation: "5.1",
    answers: { l1Penalty: (w: Vector, lambda: number) => l1Penalty(w, lambda) / w.length },
  },
  {
    misconception: "λ is missing: the price does not depend on how dear a weight is.",
    equation: "5.1",
    answers: { l1Penalty: (w: Vector) => l1Penalty(w, 1) },
  },
  {
    misconception: "The slope pulls every weight the same way; a negative one must go up.",
    equation: "5.1",
    answers: { l1Slopes: (w: Vector, lambda: number) => w.map(() => lambda) },
  },
  {
    misconception: "The slope is the weight's size. For |w| only the direction counts.",
    equation: "5.1",
    answers: { l1Slopes: (w: Vector, lambda: number) => w.map((wi) => lambda * wi) },
  },
  {
    misconception: "At 0 itself one side of the kink is taken; the course takes the middle.",
    equation: "5.1",
    answers: {
      l1Slopes: (w: Vector, lambda: number) => w.map((wi) => (wi >= 0 ? lambda : -lambda)),
    },
  },
  {
    misconception: "There is a ½ in front. Some books have it; here λ is written without it.",
    equation: "5.2",
    answers: { l2Penalty: (w: Vector, lambda: number) => l2Penalty(w, lambda) / 2 },
  },
  {
    misconception: "This is the length of w, with a root; the L2 price is its square.",
    equation: "5.2",
    answers: { l2Penalty: (w: Vector, lambda: number) => lambda * Math.hypot(...w) },
  },
  {
    misconception: "The weights are added before they are squared.",
    equation: "5.2",
    answers: {
      l2Penalty: (w: Vector, lambda: number) => lambda * w.reduce((sum, wi) => sum + wi, 0) ** 2,
    },
  },
  {
    misconception: "The 2 of the power is missing in the slope; it belongs to the price with a ½.",
    equation: "5.2",
    answers: { l2Slopes: (w: Vector, lambda: number) => w.map((wi) => lambda * wi) },
  },
  {
    misconception: "λ is squared along with the weight.",
    equation: "5.2",
    answers: { l2Penalty: (w: Vector, lambda: number) => l2Penalty(w, lambda ** 2) },
  },
  {
    misconception:
      "The power is taken of the signed weight: with an odd p negative weights earn money, and with p = 1.5 there is no value at all.",
    equation: "5.3",
    answers: {
      lpPenalty: (w: Vector, lambda: number, p: number) =>
        lambda * w.reduce((sum, wi) => sum + wi ** p, 0),
    },
  },
  {
    misconception: "A p-th root is taken at the end; the penalty has none.",
    equation: "5.3",
    answers: {
      lpPenalty: (w: Vector, lambda: number, p: number) =>
        lambda * w.reduce((sum, wi) => sum + Math.abs(wi) ** p, 0) ** (1 / p),
    },
  },
  {
    misconception:
      "The sign of the weight is lost in the slope: |w|^(p−1) alone is never negative.",
    equation: "5.3",
    answers: {
      lpSlopes: (w: Vector, lambda: number, p: number) => lpSlopes(w, lambda, p).map(Math.abs),
    },
  },
  {
    misconception: "The p that comes down in front is missing.",
    equation: "5.3",
    answers: {
      lpSlopes: (w: Vector, lambda: number, p: number) =>
        lpSlopes(w, lambda, p).map((slope) => slope / p),
    },
  },
  {
    misconception: "The exponent has not come down by one.",
    equation: "5.3",
    answers: {
      lpSlopes: (w: Vector, lambda: number, p: number) =>
        w.map((wi) => lambda * p * Math.abs(wi) ** p * Math.sign(wi)),
    },
  },
];
