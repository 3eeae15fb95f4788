/** Chapter 4, exercise 4.7: Adagrad and RMSProp, and the steps that are taken for them. */
import type { WrongAnswer } from "../../grading/exercise.js";

type Vector = readonly number[];

interface State {
  readonly w: Vector;
  readonly s: Vector;
}

type Scale = (s: number, epsilon: number) => number;

/** A step of Adagrad. */
export type Adagrad = (state: State, gradient: Vector, rate: number, epsilon: number) => State;

/** A step of RMSProp. */
export type Rmsprop = (
  state: State,
  gradient: Vector,
  rate: number,
  rho: number,
  epsilon: number,
) => State;

const outside: Scale = (s, epsilon) => Math.sqrt(s) + epsilon;
const inside: Scale = (s, epsilon) => Math.sqrt(s + epsilon);

/** Both methods: how s is renewed, and by what the gradient is divided. */
const stepBy = (
  { w, s }: State,
  gradient: Vector,
  rate: number,
  renew: (s: number, g: number) => number,
  scale: (s: number, before: number) => number,
): State => {
  const next = s.map((si, i) => renew(si, gradient[i]!));
  const moved = w.map((wi, i) => wi - (rate * gradient[i]!) / scale(next[i]!, s[i]!));
  return { w: moved, s: next };
};

/** Eq. (4.6). */
export const adagradStep: Adagrad = (state, gradient, rate, epsilon) =>
  stepBy(
    state,
    gradient,
    rate,
    (s, g) => s + g * g,
    (s) => outside(s, epsilon),
  );

/** Eq. (4.8). */
export const rmspropStep: Rmsprop = (state, gradient, rate, rho, epsilon) =>
  stepBy(
    state,
    gradient,
    rate,
    (s, g) => rho * s + (1 - rho) * g * g,
    (s) => inside(s, epsilon),
  );

const rmspropWith =
  (renew: (s: number, g: number, rho: number) => number, scale: Scale = inside): Rmsprop =>
  (state, gradient, rate, rho, epsilon) =>
    stepBy(
      state,
      gradient,
      rate,
      (s, g) => renew(s, g, rho),
      (s) => scale(s, epsilon),
    );

/** Slips, each with the idea behind it. */
export const ownRateSlips: readonly WrongAnswer[] = [
  {
    misconception: "ε stands under the root; in Adagrad's equation it is added to the root.",
    equation: "4.6",
    answers: {
      adagradStep: ((one, gradient, rate, epsilon) =>
        stepBy(
          one,
          gradient,
          rate,
          (s, g) => s + g * g,
          (s) => inside(s, epsilon),
        )) satisfies Adagrad,
    },
  },
  {
    misconception: "The root is missing: the gradient is divided by the sum of squares itself.",
    equation: "4.6",
    answers: {
      adagradStep: ((one, gradient, rate, epsilon) =>
        stepBy(
          one,
          gradient,
          rate,
          (s, g) => s + g * g,
          (s) => s + epsilon,
        )) satisfies Adagrad,
    },
  },
  {
    misconception: "The sizes of the gradients are added, not their squares.",
    equation: "4.6",
    answers: {
      adagradStep: ((one, gradient, rate, epsilon) =>
        stepBy(
          one,
          gradient,
          rate,
          (s, g) => s + Math.abs(g),
          (s) => outside(s, epsilon),
        )) satisfies Adagrad,
    },
  },
  {
    misconception:
      "The old s divides; it has to be renewed first. From s = 0 this divides by nearly nothing.",
    equation: "4.6",
    answers: {
      adagradStep: ((one, gradient, rate, epsilon) =>
        stepBy(
          one,
          gradient,
          rate,
          (s, g) => s + g * g,
          (_, before) => outside(before, epsilon),
        )) satisfies Adagrad,
    },
  },
  {
    misconception: "s is overwritten by the newest square: nothing is added up.",
    equation: "4.6",
    answers: {
      adagradStep: ((one, gradient, rate, epsilon) =>
        stepBy(
          one,
          gradient,
          rate,
          (_, g) => g * g,
          (s) => outside(s, epsilon),
        )) satisfies Adagrad,
    },
  },
  {
    misconception: "All weights share one s; each of them has a sum of its own.",
    equation: "4.6",
    answers: {
      adagradStep: ((one, gradient, rate, epsilon) => {
        const all = gradient.reduce((sum, g) => sum + g * g, 0);
        return stepBy(
          one,
          gradient,
          rate,
          (s) => s + all,
          (s) => outside(s, epsilon),
        );
      }) satisfies Adagrad,
    },
  },
  {
    misconception: "The weight moves uphill.",
    equation: "4.6",
    answers: {
      adagradStep: ((one, gradient, rate, epsilon) =>
        adagradStep(one, gradient, -rate, epsilon)) satisfies Adagrad,
    },
  },
  {
    misconception: "ε is added to the root; in the equation of RMSProp it stands under it.",
    equation: "4.8",
    answers: { rmspropStep: rmspropWith((s, g, rho) => rho * s + (1 - rho) * g * g, outside) },
  },
  {
    misconception: "Nothing is forgotten: s adds up the squares, which is Adagrad.",
    equation: "4.8",
    answers: { rmspropStep: rmspropWith((s, g) => s + g * g) },
  },
  {
    misconception: "The two shares have changed places: ρ is the share that is kept.",
    equation: "4.8",
    answers: { rmspropStep: rmspropWith((s, g, rho) => (1 - rho) * s + rho * g * g) },
  },
  {
    misconception: "The new square enters whole; in a running mean it enters with the share 1 − ρ.",
    equation: "4.8",
    answers: { rmspropStep: rmspropWith((s, g, rho) => rho * s + g * g) },
  },
  {
    misconception:
      "The gradient is not squared in the mean; a mean of gradients is momentum's business.",
    equation: "4.8",
    answers: { rmspropStep: rmspropWith((s, g, rho) => rho * s + (1 - rho) * Math.abs(g)) },
  },
];
