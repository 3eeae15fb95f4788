/** Chapter 5, exercise 5.11: a recipe that beats the baseline on the digits. The check trains both. */
import fc from "fast-check";
import { digits } from "../../datasets/digits.js";
import { split } from "../../datasets/splits.js";
import { wrongLabels } from "../../datasets/wrong-labels.js";
import type { Answers } from "../../grading/answers.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";
import { div } from "../../math/arithmetic.js";
import { Random } from "../../math/random.js";
import { augment } from "../../math/regularization/augmentation.js";
import { fitClassifier } from "../../math/regularization/classifier.js";
import type { Tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";
import {
  average,
  BASELINE,
  BEAT_THE_BASELINE_SLIPS,
  chooseMethod,
  chosen,
  GOOD,
  MENU,
  type Recipe,
  standardError,
  type Trial,
  trialVerdict,
  type Vector,
} from "./beat-the-baseline-slips.js";
import { readSettings } from "./settings.js";

/** Percentage points by which a recipe has to be better, on the mean of three draws. */
const GAIN = 3;

const DRAWS: Vector = [4, 5, 6];

const FRESH: Vector = [7, 8, 9];

const errors = new Map<string, number>();

/** Percentage of digits never seen that a recipe gets wrong; each training is run once and kept. */
function percentWrong(recipe: Recipe, draw: number): number {
  const key = JSON.stringify([recipe, draw]);
  const known = errors.get(key);
  if (known !== undefined) return known;
  const error = trainedError(recipe, draw);
  errors.set(key, error);
  return error;
}

function trainedError(recipe: Recipe, draw: number): number {
  const { x, y } = digits();
  const shares = { training: 0.07, validation: 0.13, test: 0.8 };
  const sets = split(new Random(draw), { x: div(x, 16), y }, shares);
  const typed = wrongLabels(new Random(draw), sets.training.y, { share: 0.3, classes: 10 });
  const { rotation, stopEarly, noise, ...rest } = recipe;
  // Noise of size 0 is drawn only for what is drawn after it from the same stream.
  const drawsNoise = noise > 0 || rest.dropout > 0 || rotation > 0;
  const turned = (images: Tensor, random: Random): Tensor =>
    augment(images, { height: 8, width: 8 }, { rotation }, random);
  try {
    const fitted = fitClassifier({
      train: { x: sets.training.x, y: typed },
      classes: 10,
      ...rest,
      ...(drawsNoise ? { noise } : {}),
      ...(rotation > 0 ? { augment: turned } : {}),
      ...(stopEarly === 1 ? { stopBy: sets.validation } : {}),
      random: new Random(draw),
    });
    return 100 * fitted.errorOn(sets.test);
  } catch (error) {
    if (error instanceof ValueError) return 100;
    throw error;
  }
}

function judged(answers: Answers, draws: Vector, gain: number): Verdict {
  const read = readSettings("recipe()", answers.call("recipe"), MENU);
  if (read.kind === "problem") return fail(read.problem);
  const own = average(draws.map((draw) => percentWrong(sorted(read.settings), draw)));
  const base = average(draws.map((draw) => percentWrong(BASELINE, draw)));
  if (own <= base - gain && own < base) return PASS;
  const [yours, without] = [own, base].map((percent) => percent.toFixed(1));
  const goal = gain === 0 ? "less" : `at least ${gain} points less`;
  return fail(
    `On three draws your recipe gets ${yours} % of the digits never seen wrong, the baseline ${without} %; ${goal} is wanted.`,
  );
}

/** The fields in the order of the menu, so that equal recipes are known to be equal. */
function sorted(recipe: Recipe): Recipe {
  return { ...BASELINE, ...recipe };
}

const trial = (name: string, draws: Vector, gain: number): Check => ({
  name,
  points: 1,
  run: (answers) => judged(answers, draws, gain),
});

const points = (length: number): fc.Arbitrary<number[]> =>
  fc.array(
    fc.integer({ min: -80, max: 80 }).map((n) => n / 10),
    {
      minLength: length,
      maxLength: length,
    },
  );

/** Five differences around a mean that is often far from 0, and never just at the edge. */
const differences = fc
  .tuple(points(5), fc.constantFrom(-9, -4, 0, 4, 9))
  .map(([list, m]): [number[]] => [list.map((d) => d / 2 + m)])
  .filter(([list]) => Math.abs(Math.abs(average(list)) - 2.78 * standardError(list)) > 1e-6);

const percents = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 });

const trials = fc
  .uniqueArray(fc.tuple(percents, percents), {
    minLength: 1,
    maxLength: 4,
    selector: ([validation]) => average(validation),
  })
  .map((lists): [Trial[]] => [
    lists.map(([validation, test], k) => ({ name: "ABCD"[k]!, validation, test })),
  ]);

/** Compare honestly, choose by validation data, and get more digits right. */
export const beatTheBaselineExercise: Exercise = {
  id: "regularization/beat-the-baseline",
  number: "5.11",
  title: "Project: beat the baseline",
  kind: "project",
  syllabus: ["R1", "R2", "R3", "R4", "R5", "R8"],
  equations: ["2.2", "5.1", "5.2", "5.6", "5.7", "5.11"],
  reference: { standardError, trialVerdict, chooseMethod, recipe: chosen(GOOD) },
  hints: [
    "Three labels in ten are wrong. Whatever makes it harder to learn single examples by heart should help; look at the lower half of the trial in section 5.9. And change one thing at a time.",
    "The mean is Eq. (2.2). The deviation of n numbers has n − 1 below the line under its root; the standard error of their mean has a further n there. Eq. (5.11) chooses by validation loss, and methods are chosen in the same way. The recipe may use the prices of Eq. (5.1) and Eq. (5.2), the mask of Eq. (5.6), the noise of Eq. (5.7): all settings are single numbers.",
    '```ts\nfunction standardError(list: readonly number[]): number {\n  const m = …;\n  let squares = 0;\n  for (const v of list) squares += …;\n  return Math.sqrt(squares / (list.length - 1) / …);\n}\nfunction trialVerdict(differences: readonly number[]): string {\n  const m = …;\n  if (Math.abs(m) <= 2.78 * …) return "open";      // 0 is within reach\n  return m < 0 ? … : …;                             // fewer errors than the baseline, or more?\n}\nfunction recipe(): Recipe {\n  return { ...BASELINE, … };                        // try(recipe()) trains it; one setting at a time\n}\n```',
  ],
  why: "A regularizer is a bet on what is not worth learning, and wrong labels are such a thing. How you found your recipe matters as much as the recipe: differences draw by draw, an error bar that may say “open”, a choice by the validation set, and a judge that has seen none of it.",
  checks: [
    workedByHand({
      name: "standardError: the numbers worked by hand",
      points: 1,
      answer: "standardError",
      cases: [
        { args: [[1, 3]], want: 1, byHand: "mean 2, squares 1 + 1; √(2/1/2) = 1" },
        { args: [[4, 4, 4]], want: 0, byHand: "nothing scatters" },
        {
          args: [[-2, 0, 0, 2]],
          want: Math.sqrt(2 / 3),
          byHand: "mean 0, squares 4 + 4; √(8/3/4)",
        },
      ],
    }),
    agreesForAll({
      name: "standardError: any list",
      points: 1,
      answer: "standardError",
      library: standardError,
      inputs: fc.integer({ min: 2, max: 7 }).chain((n) => fc.tuple(points(n))),
    }),
    workedByHand({
      name: "trialVerdict: the trials worked by hand",
      points: 1,
      answer: "trialVerdict",
      cases: [
        {
          args: [[-7, -8, -9, -8, -8]],
          want: "helps",
          byHand: "mean −8, standard error √(2/4/5) = 0.32: 0 is far out of reach",
        },
        {
          args: [[-9, 6, -4, 2, 0]],
          want: "open",
          byHand: "mean −1, standard error 2.6: 0 is within reach",
        },
        {
          args: [[3, 4, 5, 4, 4]],
          want: "harms",
          byHand: "mean 4, standard error 0.32: more errors",
        },
        { args: [[0, 0, 0, 0, 0]], want: "open", byHand: "no difference at all" },
        {
          args: [[0.5, 0.5, 0.6, 0.4, 0.5]],
          want: "harms",
          byHand: "mean 0.5, standard error 0.03: little, but sure",
        },
      ],
    }),
    agreesForAll({
      name: "trialVerdict: any five differences",
      points: 1,
      answer: "trialVerdict",
      library: trialVerdict,
      inputs: differences,
    }),
    workedByHand({
      name: "chooseMethod: the trials worked by hand",
      points: 1,
      answer: "chooseMethod",
      cases: [
        {
          args: [
            [
              { name: "L2", validation: [20, 22], test: [25, 27] },
              { name: "noise", validation: [21, 23], test: [18, 19] },
            ],
          ],
          want: "L2",
          byHand: "21 is below 22 on validation; what the test says must not choose",
        },
        {
          args: [
            [
              { name: "A", validation: [10, 40], test: [1, 1] },
              { name: "B", validation: [20, 24], test: [2, 2] },
            ],
          ],
          want: "B",
          byHand: "the means are 25 and 22; one lucky draw does not decide",
        },
      ],
    }),
    agreesForAll({
      name: "chooseMethod: any trials",
      points: 1,
      answer: "chooseMethod",
      library: chooseMethod,
      inputs: trials,
    }),
    trial("recipe: fewer mistakes than the baseline", DRAWS, 0),
    trial(`recipe: at least ${GAIN} points better`, DRAWS, GAIN),
    {
      ...trial(`recipe: at least ${GAIN} points better on draws you have not seen`, FRESH, GAIN),
      points: 1,
      hidden: true,
    },
  ],
  wrongAnswers: BEAT_THE_BASELINE_SLIPS,
  rightAnswers: [
    {
      standardError: (list: Vector) => {
        const n = list.length;
        let [sum, squares] = [0, 0];
        for (const v of list) sum += v;
        for (const v of list) squares += (v - sum / n) * (v - sum / n);
        return Math.sqrt(squares / (n * (n - 1)));
      },
      trialVerdict: (list: Vector) => {
        const reach = 2.78 * standardError(list);
        if (average(list) + reach < 0) return "helps";
        return average(list) - reach > 0 ? "harms" : "open";
      },
      chooseMethod: (all: readonly Trial[]) =>
        [...all].sort((a, b) => average(a.validation) - average(b.validation))[0]!.name,
      recipe: chosen({ ...BASELINE, hidden: 32, epochs: 60, l2: 0.01 }),
    },
    {
      standardError: (list: Vector) => {
        const m = average(list);
        const deviation = Math.sqrt(average(list.map((v) => (v - m) ** 2)));
        return deviation / Math.sqrt(list.length - 1);
      },
      trialVerdict,
      chooseMethod: (all: readonly Trial[]) => {
        const means = all.map(({ validation }) => average(validation));
        return all[means.indexOf(Math.min(...means))]!.name;
      },
      recipe: chosen({ ...BASELINE, l1: 0.006 }),
    },
  ],
  equivalentMutants: {
    "mean < 0 becomes mean <= 0": "A mean of exactly 0 is always within reach, and so open.",
    "validation.reduce((sum, error) => sum + error, 0) becomes validation.reduce((sum, error) => sum + error, 1)":
      "Every total is 1 larger then, and the order of the totals is the same.",
    "total(b) < total(a) becomes total(b) <= total(a)":
      "They differ where two trials tie, and the exercise says that none do.",
  },
};
