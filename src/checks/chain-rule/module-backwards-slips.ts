/** Chapter 3, exercise 3.8: ways back through modules, right and wrong. */
import type { WrongAnswer } from "../../grading/exercise.js";

export type Vector = readonly number[];

const dot = (a: Vector, b: Vector): number => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);

export function reluBack(s: Vector, dCdz: Vector): number[] {
  return s.map((si, i) => (si > 0 ? dCdz[i]! : 0));
}

/** Eq. (3.16); of equal entries the first was chosen. */
export function maxBack(x: Vector, dCdm: number): number[] {
  const chosen = x.indexOf(Math.max(...x));
  return x.map((_, i) => (i === chosen ? dCdm : 0));
}

/** To the condition, to the first branch, to the second. */
export function whereBack(test: number, dCdz: number): number[] {
  return test > 0 ? [0, dCdz, 0] : [0, 0, dCdz];
}

/** Eq. (3.14). */
export function softmaxBack(p: Vector, g: Vector): number[] {
  const average = dot(g, p);
  return p.map((pi, i) => pi * (g[i]! - average));
}

function softmax(x: Vector): number[] {
  const largest = Math.max(...x);
  const powers = x.map((xi) => Math.exp(xi - largest));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

/** Eq. (3.15). */
export function softmaxCrossEntropyBack(x: Vector, label: number): number[] {
  return softmax(x).map((p, i) => (i === label ? p - 1 : p));
}

const naive = (x: Vector): number[] => {
  const powers = x.map((xi) => Math.exp(xi));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
};

/** Typical wrong answers of exercise 3.8. */
export const MODULE_BACKWARDS_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "The gate is open at exactly 0; the course shuts it there.",
    equation: "3.6",
    answers: { reluBack: (s: Vector, g: Vector) => s.map((si, i) => (si >= 0 ? g[i]! : 0)) },
  },
  {
    misconception:
      "The ReLU is applied to the slope from above. The gate was set on the way forward, by s.",
    equation: "3.6",
    answers: { reluBack: (_s: Vector, g: Vector) => g.map((gi) => Math.max(0, gi)) },
  },
  {
    misconception:
      "What comes back is the value of the ReLU times the slope; a gate passes the slope as it is.",
    equation: "3.6",
    answers: { reluBack: (s: Vector, g: Vector) => s.map((si, i) => Math.max(0, si) * g[i]!) },
  },
  {
    misconception: "Every input gets the slope; only the chosen one moves the maximum.",
    equation: "3.16",
    answers: { maxBack: (x: Vector, g: number) => x.map(() => g) },
  },
  {
    misconception: "Of equal inputs the last one is chosen. Here the first one is.",
    equation: "3.16",
    answers: {
      maxBack: (x: Vector, g: number) => {
        const chosen = x.lastIndexOf(Math.max(...x));
        return x.map((_, i) => (i === chosen ? g : 0));
      },
    },
  },
  {
    misconception:
      "Equal inputs are paid in full each, as if the maximum moved as often as it is reached.",
    equation: "3.16",
    answers: {
      maxBack: (x: Vector, g: number) => x.map((xi) => (xi === Math.max(...x) ? g : 0)),
    },
  },
  {
    misconception: "The maximum is multiplied into the slope, but how large it is does not matter.",
    equation: "3.16",
    answers: {
      maxBack: (x: Vector, g: number) => maxBack(x, g * Math.max(...x)),
    },
  },
  {
    misconception: "Both branches get the slope, but only one of them was run.",
    equation: "3.16",
    answers: { whereBack: (_test: number, g: number) => [0, g, g] },
  },
  {
    misconception:
      "The condition gets a slope. A little more or less of it changes nothing, unless it passes 0.",
    equation: "3.16",
    answers: { whereBack: (test: number, g: number) => [g, ...whereBack(test, g).slice(1)] },
  },
  {
    misconception: "At exactly 0 the first branch is taken; the condition is that it is above 0.",
    equation: "3.16",
    answers: { whereBack: (test: number, g: number) => (test >= 0 ? [0, g, 0] : [0, 0, g]) },
  },
  {
    misconception:
      "Incoming slope minus output: a sentence about another pair of modules, and not even its sum is right here.",
    equation: "3.14",
    answers: { softmaxBack: (p: Vector, g: Vector) => p.map((pi, i) => g[i]! - pi) },
  },
  {
    misconception:
      "Each entry is treated alone, with p(1 − p) as for a sigmoid. But pushing one score moves all shares.",
    equation: "3.14",
    answers: { softmaxBack: (p: Vector, g: Vector) => p.map((pi, i) => g[i]! * pi * (1 - pi)) },
  },
  {
    misconception: "The plain mean of g is taken away; the average has the weights p.",
    equation: "3.14",
    answers: {
      softmaxBack: (p: Vector, g: Vector) => {
        const mean = g.reduce((sum, gi) => sum + gi, 0) / g.length;
        return p.map((pi, i) => pi * (g[i]! - mean));
      },
    },
  },
  {
    misconception: "The share in front is missing: better than average, but times what?",
    equation: "3.14",
    answers: { softmaxBack: (p: Vector, g: Vector) => g.map((gi) => gi - dot(g, p)) },
  },
  {
    misconception: "Truth minus prediction: uphill and downhill are exchanged.",
    equation: "3.15",
    answers: {
      softmaxCrossEntropyBack: (x: Vector, label: number) =>
        softmaxCrossEntropyBack(x, label).map((d) => -d),
    },
  },
  {
    misconception: "The scores themselves stand where their probabilities belong.",
    equation: "3.15",
    answers: {
      softmaxCrossEntropyBack: (x: Vector, label: number) =>
        x.map((xi, i) => (i === label ? xi - 1 : xi)),
    },
  },
  {
    misconception:
      "On paper it is right, but e to the power of a large score is Infinity in floats.",
    equation: "3.15",
    answers: {
      softmaxCrossEntropyBack: (x: Vector, label: number) =>
        naive(x).map((p, i) => (i === label ? p - 1 : p)),
    },
  },
  {
    misconception: "The 1 is taken away from every entry; the truth has a single 1, at the label.",
    equation: "3.15",
    answers: { softmaxCrossEntropyBack: (x: Vector) => softmax(x).map((p) => p - 1) },
  },
  {
    misconception:
      "The gate lets its own input through; it has to let the slope from above through.",
    equation: "3.6",
    answers: { reluBack: (s: Vector) => s.map((si) => Math.max(0, si)) },
  },
  {
    misconception:
      "The incoming slope is subtracted from the shares. That works only for softmax together with cross-entropy, where p − y comes out.",
    equation: "3.14",
    answers: { softmaxBack: (p: Vector, g: Vector) => p.map((pi, i) => pi - g[i]!) },
  },
  {
    misconception: "The branches have changed places: the slope goes to the one that was taken.",
    equation: "3.16",
    answers: {
      whereBack: (test: number, dCdz: number) => (test > 0 ? [0, 0, dCdz] : [0, dCdz, 0]),
    },
  },
];
