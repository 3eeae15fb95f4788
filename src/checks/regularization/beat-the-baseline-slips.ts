/** Chapter 5, exercise 5.11: the right functions, and what is mixed up about honest comparisons and recipes. */
import type { AnswerFunction, WrongAnswer } from "../../grading/exercise.js";

export type Vector = readonly number[];

/** What a recipe chooses; the first two bounds are the budget. */
export const MENU = {
  hidden: { from: 1, to: 32, whole: true },
  epochs: { from: 1, to: 60, whole: true },
  l1: { from: 0, to: 10 },
  l2: { from: 0, to: 10 },
  dropout: { from: 0, to: 0.9 },
  noise: { from: 0, to: 10 },
  rotation: { from: 0, to: 45 },
  stopEarly: { from: 0, to: 1, whole: true },
} as const;

export type Recipe = Readonly<Record<keyof typeof MENU, number>>;

/** The network of section 5.9 without any of its methods. */
export const BASELINE: Recipe = {
  hidden: 24,
  epochs: 40,
  l1: 0,
  l2: 0,
  dropout: 0,
  noise: 0,
  rotation: 0,
  stopEarly: 0,
};

export const GOOD: Recipe = { ...BASELINE, l2: 0.01 };

/** One trial: a method's name, and its percentages of wrong digits, one a draw. */
export interface Trial {
  readonly name: string;
  readonly validation: Vector;
  readonly test: Vector;
}

export const average = (list: Vector): number => list.reduce((sum, v) => sum + v, 0) / list.length;

export const standardError = (list: Vector): number => {
  const m = average(list);
  const squares = list.reduce((sum, v) => sum + (v - m) ** 2, 0);
  return Math.sqrt(squares / (list.length - 1) / list.length);
};

export const trialVerdict = (differences: Vector): string => {
  const m = average(differences);
  if (Math.abs(m) <= 2.78 * standardError(differences)) return "open";
  return m < 0 ? "helps" : "harms";
};

export const chooseMethod = (trials: readonly Trial[]): string =>
  trials.reduce((best, one) => (average(one.validation) < average(best.validation) ? one : best))
    .name;

export const chosen =
  (recipe: Recipe): AnswerFunction =>
  () => ({ ...recipe });

/** Typical wrong answers of exercise 5.11. */
export const BEAT_THE_BASELINE_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "The scatter of single draws is returned; that of their mean is smaller.",
    equation: "2.2",
    answers: {
      standardError: (list: Vector) => standardError(list) * Math.sqrt(list.length),
    },
  },
  {
    misconception: "It is divided by n where n − 1 belongs: the mean was fitted to these numbers.",
    equation: "2.2",
    answers: {
      standardError: (list: Vector) =>
        standardError(list) * Math.sqrt((list.length - 1) / list.length),
    },
  },
  {
    misconception: "The root is missing: this is the variance of the mean.",
    equation: "2.2",
    answers: { standardError: (list: Vector) => standardError(list) ** 2 },
  },
  {
    misconception: "The mean is not taken off before squaring.",
    equation: "2.2",
    answers: {
      standardError: (list: Vector) =>
        Math.sqrt(list.reduce((sum, v) => sum + v * v, 0) / (list.length - 1) / list.length),
    },
  },
  {
    misconception: "Only the mean decides. With five draws, a mean is seldom exactly 0.",
    equation: "2.2",
    answers: {
      trialVerdict: (list: Vector) =>
        average(list) === 0 ? "open" : average(list) < 0 ? "helps" : "harms",
    },
  },
  {
    misconception: "Helps and harms are exchanged: the differences are errors, own minus baseline.",
    equation: "2.2",
    answers: { trialVerdict: (list: Vector) => trialVerdict(list.map((d) => -d)) },
  },
  {
    misconception:
      "One standard error is taken for the reach; five draws of nothing pass that often.",
    equation: "2.2",
    answers: {
      trialVerdict: (list: Vector) => {
        const m = average(list);
        if (Math.abs(m) <= standardError(list)) return "open";
        return m < 0 ? "helps" : "harms";
      },
    },
  },
  {
    misconception: "A harm is never seen: the size of the mean has to reach out on both sides.",
    equation: "2.2",
    answers: {
      trialVerdict: (list: Vector) => (trialVerdict(list) === "helps" ? "helps" : "open"),
    },
  },
  {
    misconception: "The test errors have chosen; then they are no honest report any more.",
    equation: "5.11",
    answers: {
      chooseMethod: (all: readonly Trial[]) =>
        chooseMethod(all.map(({ name, test }) => ({ name, validation: test, test }))),
    },
  },
  {
    misconception: "The method with the single best draw wins; the mean over the draws should.",
    equation: "5.11",
    answers: {
      chooseMethod: (all: readonly Trial[]) =>
        chooseMethod(all.map((one) => ({ ...one, validation: [Math.min(...one.validation)] }))),
    },
  },
  {
    misconception: "This is the method with the most errors.",
    equation: "5.11",
    answers: {
      chooseMethod: (all: readonly Trial[]) =>
        chooseMethod(all.map((one) => ({ ...one, validation: one.validation.map((v) => -v) }))),
    },
  },
  {
    misconception:
      "This is the baseline: nothing keeps it from learning the wrong labels by heart.",
    equation: "5.2",
    answers: { recipe: chosen(BASELINE) },
  },
  {
    misconception: "A larger network that trains for longer only learns the wrong labels better.",
    equation: "5.11",
    answers: { recipe: chosen({ ...BASELINE, hidden: 32, epochs: 60 }) },
  },
  {
    misconception:
      "Fewer weights are not the same as less complexity: four units are too few for ten digits.",
    equation: "2.2",
    answers: { recipe: chosen({ ...BASELINE, hidden: 4 }) },
  },
  {
    misconception: "The price is so high that all weights go to 0, and the network guesses.",
    equation: "5.2",
    answers: { recipe: chosen({ ...GOOD, l2: 0.3 }) },
  },
  {
    misconception: "So many units are silenced that too little is left to learn with.",
    equation: "5.6",
    answers: { recipe: chosen({ ...BASELINE, dropout: 0.8 }) },
  },
  {
    misconception: "The noise is larger than the images themselves.",
    equation: "5.7",
    answers: { recipe: chosen({ ...BASELINE, noise: 1.5 }) },
  },
  {
    misconception: "Five epochs stop the training before it has learned anything.",
    equation: "5.11",
    answers: { recipe: chosen({ ...GOOD, epochs: 5 }) },
  },
];
