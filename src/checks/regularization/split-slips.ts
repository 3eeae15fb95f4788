/** Chapter 5, exercise 5.1: the right functions, and what is mixed up about three sets, leaks and two errors. */
import type { WrongAnswer } from "../../grading/exercise.js";

export type Indices = readonly number[];

export type Shuffle = (n: number) => number[];

export interface Sets {
  readonly training: number[];
  readonly validation: number[];
  readonly test: number[];
}

export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export const cut = (order: number[], validation: number, test: number): Sets => {
  const training = order.length - validation - test;
  return {
    training: order.slice(0, training),
    validation: order.slice(training, training + validation),
    test: order.slice(training + validation),
  };
};

export const split = (
  n: number,
  validationShare: number,
  testShare: number,
  shuffle: Shuffle,
): Sets => cut(shuffle(n), Math.round(n * validationShare), Math.round(n * testShare));

export const leaks = (training: Indices, held: Indices): number =>
  held.filter((k) => training.includes(k)).length;

export const verdict = (trainingError: number, validationError: number, goal: number): string => {
  if (trainingError > goal) return "underfitting";
  return validationError > goal ? "overfitting" : "fine";
};

/** Typical wrong answers of exercise 5.1. */
export const SPLIT_SLIPS: readonly WrongAnswer[] = [
  {
    misconception:
      "Nothing is shuffled: if the data are sorted by class, the three sets hold different classes.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number) =>
        cut(upTo(n), Math.round(n * v), Math.round(n * t)),
    },
  },
  {
    misconception:
      "Each set is dealt from a shuffle of its own, so an example can land in two of them.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => ({
        training: split(n, v, t, shuffle).training,
        validation: split(n, v, t, shuffle).validation,
        test: split(n, v, t, shuffle).test,
      }),
    },
  },
  {
    misconception:
      "The test set is taken from the place where the validation set already is: the two overlap.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const order = shuffle(n);
        const { training, validation } = split(n, v, t, () => order);
        const from = training.length;
        return { training, validation, test: order.slice(from, from + Math.round(n * t)) };
      },
    },
  },
  {
    misconception: "All examples are in the training set, the held ones as well.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const order = shuffle(n);
        return { ...split(n, v, t, () => order), training: order };
      },
    },
  },
  {
    misconception: "The shares of validation and test have changed places.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => split(n, t, v, shuffle),
    },
  },
  {
    misconception: "Sizes are cut off where they should be rounded.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) =>
        cut(shuffle(n), Math.floor(n * v), Math.floor(n * t)),
    },
  },
  {
    misconception:
      "The training share is rounded as well, so that an example may fall off the end.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const order = shuffle(n);
        const sets = split(n, v, t, () => order);
        return { ...sets, training: order.slice(0, Math.floor(n * (1 - v - t))) };
      },
    },
  },
  {
    misconception: "This counts what the two sets do not share.",
    equation: "2.2",
    answers: {
      leaks: (training: Indices, held: Indices) => held.length - leaks(training, held),
    },
  },
  {
    misconception: "Places are compared: an index may stand anywhere in the other set.",
    equation: "2.2",
    answers: {
      leaks: (training: Indices, held: Indices) => held.filter((k, i) => training[i] === k).length,
    },
  },
  {
    misconception:
      "The validation error is looked at first; a network that cannot do its own examples has another trouble.",
    equation: "2.2",
    answers: {
      verdict: (training: number, validation: number, goal: number) => {
        if (validation > goal) return "overfitting";
        return training > goal ? "underfitting" : "fine";
      },
    },
  },
  {
    misconception: "The two words are exchanged.",
    equation: "2.2",
    answers: {
      verdict: (training: number, validation: number, goal: number) => {
        if (training > goal) return "overfitting";
        return validation > goal ? "underfitting" : "fine";
      },
    },
  },
  {
    misconception: "An error that equals the goal has reached it.",
    equation: "2.2",
    answers: {
      verdict: (training: number, validation: number, goal: number) => {
        if (training >= goal) return "underfitting";
        return validation >= goal ? "overfitting" : "fine";
      },
    },
  },
  {
    misconception:
      "Training and validation are rounded and the test set takes what is left; here training takes it.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const [training, validation] = [Math.round(n * (1 - v - t)), Math.round(n * v)];
        return cut(shuffle(n), validation, n - training - validation);
      },
    },
  },
  {
    misconception: "The validation set has no end: it runs on through the test set.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const sets = split(n, v, t, shuffle);
        return { ...sets, validation: [...sets.validation, ...sets.test] };
      },
    },
  },
  {
    misconception:
      "With an empty test set, slice(-0) takes the whole list: count the start from the front.",
    equation: "2.2",
    answers: {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const sets = split(n, v, t, shuffle);
        return { ...sets, test: shuffle(n).slice(-sets.test.length) };
      },
    },
  },
  {
    misconception:
      "The gap between the errors is held against the goal; each error by itself has to reach it.",
    equation: "2.2",
    answers: {
      verdict: (a: number, b: number, goal: number) =>
        b - a > goal ? "overfitting" : a > goal ? "underfitting" : "fine",
    },
  },
];
