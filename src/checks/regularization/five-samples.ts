/** Chapter 5, exercise 5.9: learn five digits by heart, within a budget. The check trains. */
import fc from "fast-check";
import { digits } from "../../datasets/digits.js";
import type { Answers } from "../../grading/answers.js";
import type { AnswerFunction, Check, Exercise } from "../../grading/exercise.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";
import { div } from "../../math/arithmetic.js";
import { Random } from "../../math/random.js";
import { gatherRows } from "../../math/rearrange.js";
import { fitClassifier } from "../../math/regularization/classifier.js";
import { softmaxCrossEntropy } from "../../math/softmax-cross-entropy.js";
import { tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";
import { readSettings } from "./settings.js";

type Vector = readonly number[];

/** What may be chosen; the first two bounds are the budget. */
const MENU = {
  hidden: { from: 1, to: 32, whole: true },
  updates: { from: 1, to: 30, whole: true },
  learningRate: { from: 0, to: 100 },
  dropout: { from: 0, to: 0.9 },
  l2: { from: 0, to: 10 },
} as const;
type Settings = Readonly<Record<keyof typeof MENU, number>>;

/** The loss that counts as "by heart": the right digit with 95 % on average. */
const BY_HEART = 0.05;

const expectedLoss = (classes: number): number => Math.log(classes);
const sanityCheck = (losses: Vector, classes: number, bound: number): string => {
  if (!losses.every(Number.isFinite)) return "broken";
  if (losses[0]! > 2 * expectedLoss(classes)) return "bad start";
  return losses.at(-1)! > bound ? "not learned" : "learned";
};

const chosen =
  (settings: Settings): AnswerFunction =>
  () => ({ ...settings });
const GOOD: Settings = { hidden: 24, updates: 30, learningRate: 0.05, dropout: 0, l2: 0 };

/** Labels that have nothing to do with the images. */
const NONSENSE: Vector = [3, 1, 4, 1, 5];
const DRAWS: Vector = [1, 2, 3];

/** The loss after a training on five digits, NaN if a number stopped being finite on the way. */
function lossOnFive(settings: Settings, draw: number, isNonsense: boolean): number {
  const { x, y } = digits();
  const five = [0, 1, 2, 3, 4].map((k) => 5 * draw + k);
  const [X, own] = [div(gatherRows(x, five), 16), gatherRows(y, five)];
  const Y = isNonsense ? tensor(NONSENSE) : own;
  const { hidden, updates, learningRate, dropout, l2 } = settings;
  try {
    const fitted = fitClassifier({
      train: { x: X, y: Y },
      classes: 10,
      hidden,
      epochs: updates,
      learningRate,
      dropout,
      l2,
      random: new Random(draw),
    });
    return softmaxCrossEntropy(fitted.scores(X), Y);
  } catch (error) {
    if (error instanceof ValueError) return Number.NaN;
    throw error;
  }
}

/** The worst of three trainings against the bound. */
function trained(answers: Answers, isNonsense: boolean): Verdict {
  const read = readSettings("fiveByHeart()", answers.call("fiveByHeart"), MENU);
  if (read.kind === "problem") return fail(read.problem);
  const { settings } = read;
  const losses = DRAWS.map((draw) => lossOnFive(settings, draw, isNonsense));
  const what = isNonsense ? "five digits with labels that mean nothing" : "five digits";
  const shown = losses.map((loss) => Number(loss.toPrecision(2))).join(", ");
  if (losses.some(Number.isNaN)) return fail(`Training on ${what}: a number became infinite.`);
  if (losses.every((loss) => loss <= BY_HEART)) return PASS;
  return fail(
    `Three trainings on ${what} end with the losses ${shown}; each must be at most ${BY_HEART}.${traceOf(settings)}`,
  );
}

/** One thing to look at, from what was chosen. */
function traceOf({ dropout, l2, updates }: Settings): string {
  if (dropout > 0) return " With units missing at random, nobody learns by heart.";
  if (l2 > 0) return " The price on weights holds them down.";
  return updates < 20
    ? " There are updates left in the budget."
    : " What is left is the rate and the width.";
}

const training = (name: string, isNonsense: boolean): Check => ({
  name,
  points: 1,
  run: (answers) => trained(answers, isNonsense),
});

const lossLists = fc.tuple(
  fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => n / 10) },
      { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY) },
    ),
    { minLength: 1, maxLength: 5 },
  ),
  fc.integer({ min: 2, max: 10 }),
  fc.constantFrom(0.1, 0.5),
);

/** The first test of any network: can it learn a handful by heart? */
export const fiveSamplesExercise: Exercise = {
  id: "regularization/five-samples",
  number: "5.9",
  title: "Overfit five samples",
  kind: "tune",
  syllabus: ["R6", "R7"],
  equations: ["2.8", "2.13", "5.2", "5.6"],
  reference: { expectedLoss, sanityCheck, fiveByHeart: chosen(GOOD) },
  hints: [
    "Here overfitting is what you want. So take away everything that this chapter has put in its way, and then ask which rate gets there in 30 steps.",
    "Eq. (2.8), the cross-entropy, of an answer that gives each of k classes the probability 1/k is $-\\ln(1/k)$. The aim is Eq. (2.13), the least loss on five examples, with nothing added: no price of Eq. (5.2), no mask of Eq. (5.6). `sanityCheck` reads a list of losses, the first one before the first update.",
    '```ts\nfunction sanityCheck(losses, classes, bound): string {\n  if (!losses.every(Number.isFinite)) return …;      // NaN and infinities first: no other test sees them\n  if (losses[0] > …) return "bad start";\n  …                                                  // the last loss decides between the two that are left\n}\nfunction fiveByHeart(): Settings {\n  return { hidden: …, updates: …, learningRate: …, dropout: …, l2: … };\n}\n// the lecture reached 0.003 in ten steps, with mini-batches of five and Adam at 0.01 on standardized pixels\n```',
  ],
  why: "Five examples test the whole path from image to update, in a second. They also show what the number of weights does not say: the same 1,810 weights that can read digits learn labels by heart that mean nothing. Whether a network generalizes is decided by what it finds, not by how much it could store.",
  checks: [
    workedByHand({
      name: "expectedLoss: a network that knows nothing",
      points: 1,
      answer: "expectedLoss",
      cases: [
        { args: [2], want: Math.LN2, byHand: "−ln ½ = ln 2 ≈ 0.693" },
        { args: [10], want: Math.LN10, byHand: "−ln 0.1 = ln 10 ≈ 2.303" },
        { args: [1], want: 0, byHand: "with one class there is nothing to be wrong about" },
      ],
    }),
    workedByHand({
      name: "sanityCheck: the curves worked by hand",
      points: 1,
      answer: "sanityCheck",
      cases: [
        { args: [[2.3, 1, 0.01], 10, 0.05], want: "learned", byHand: "0.01 is below the bound" },
        { args: [[2.3, 1.2, 0.6], 10, 0.05], want: "not learned", byHand: "0.6 is above it" },
        {
          args: [[37, 5, 0.01], 10, 0.05],
          want: "bad start",
          byHand: "37 is more than 2·ln 10 = 4.6, and no update has happened yet",
        },
        {
          args: [[2.3, Number.NaN, 0.01], 10, 0.05],
          want: "broken",
          byHand: "a loss that is no number comes before everything else",
        },
        { args: [[2.3, 0.05], 10, 0.05], want: "learned", byHand: "the bound is reached" },
      ],
    }),
    agreesForAll({
      name: "sanityCheck: any curve, bound and number of classes",
      points: 1,
      answer: "sanityCheck",
      library: sanityCheck,
      inputs: lossLists,
    }),
    training("fiveByHeart: five digits, learned by heart within the budget", false),
    {
      ...training("fiveByHeart: five labels that mean nothing, learned by heart too", true),
      points: 1,
      hidden: true,
    },
  ],
  wrongAnswers: [
    {
      misconception: "This is the number of classes' inverse: the probability, not its loss.",
      equation: "2.8",
      answers: { expectedLoss: (classes: number) => 1 / classes },
    },
    {
      misconception: "The minus of the logarithm is lost: a loss is not negative.",
      equation: "2.8",
      answers: { expectedLoss: (classes: number) => -Math.log(classes) },
    },
    {
      misconception: "The logarithm has base 2 here; losses are measured with the natural one.",
      equation: "2.8",
      answers: { expectedLoss: (classes: number) => Math.log2(classes) },
    },
    {
      misconception:
        "A loss that is no number slips through: comparisons with NaN are always false.",
      equation: "2.8",
      answers: {
        sanityCheck: (losses: Vector, classes: number, bound: number) => {
          if (losses[0]! > 2 * expectedLoss(classes)) return "bad start";
          return losses.at(-1)! > bound ? "not learned" : "learned";
        },
      },
    },
    {
      misconception: "The smallest loss of the curve is judged; what counts is where it ended.",
      equation: "2.13",
      answers: {
        sanityCheck: (losses: Vector, classes: number, bound: number) =>
          sanityCheck([losses[0]!, ...losses, Math.min(...losses)], classes, bound),
      },
    },
    {
      misconception: "The start is not looked at: a curve that ends well may have begun absurdly.",
      equation: "2.8",
      answers: {
        sanityCheck: (losses: Vector, _: number, bound: number) =>
          sanityCheck([0, ...losses], 10, bound),
      },
    },
    {
      misconception: "The expected start is that of ten classes, however many there are.",
      equation: "2.8",
      answers: {
        sanityCheck: (losses: Vector, _: number, bound: number) => sanityCheck(losses, 10, bound),
      },
    },
    {
      misconception:
        "Any start above ln k is called bad; small random weights are a little above it.",
      equation: "2.8",
      answers: {
        sanityCheck: (losses: Vector, classes: number, bound: number) =>
          sanityCheck(losses, Math.sqrt(classes), bound),
      },
    },
    {
      misconception:
        "With half of the units missing at each step, five examples stay a moving target.",
      equation: "5.6",
      answers: { fiveByHeart: chosen({ ...GOOD, dropout: 0.5 }) },
    },
    {
      misconception: "The price on weights is on. It fights just what is asked for here.",
      equation: "5.2",
      answers: { fiveByHeart: chosen({ ...GOOD, l2: 0.1 }) },
    },
    {
      misconception: "The rate is so small that 30 steps lead nowhere.",
      equation: "2.13",
      answers: { fiveByHeart: chosen({ ...GOOD, learningRate: 0.001 }) },
    },
    {
      misconception: "The rate is so large that every step overshoots.",
      equation: "2.13",
      answers: { fiveByHeart: chosen({ ...GOOD, learningRate: 5 }) },
    },
    {
      misconception: "The budget is used up: only 30 updates are granted.",
      equation: "2.13",
      answers: { fiveByHeart: chosen({ ...GOOD, updates: 1000 }) },
    },
    {
      misconception: "Two hidden units cannot keep ten digits apart within 30 steps.",
      equation: "2.13",
      answers: { fiveByHeart: chosen({ ...GOOD, hidden: 2 }) },
    },
  ],
  rightAnswers: [
    {
      expectedLoss: (classes: number) => -Math.log(1 / classes),
      sanityCheck: (losses: Vector, classes: number, bound: number) => {
        if (!losses.every((loss) => Math.abs(loss) < Number.POSITIVE_INFINITY)) {
          return "broken";
        }
        const last = losses[losses.length - 1]!;
        if (losses[0]! <= Math.log(classes ** 2)) return last <= bound ? "learned" : "not learned";
        return "bad start";
      },
      fiveByHeart: chosen({ ...GOOD, hidden: 32 }),
    },
    {
      expectedLoss: (classes: number) => Math.log10(classes) / Math.LOG10E,
      sanityCheck,
      fiveByHeart: chosen({ ...GOOD, learningRate: 0.04 }),
    },
  ],
  equivalentMutants: {
    "losses[0] > 2 * expectedLoss(classes) becomes losses[0] >= 2 * expectedLoss(classes)":
      "They differ where a loss is twice a logarithm to the last bit, which no check may ask for.",
    "hidden: 24 becomes hidden: 25": "Another good choice within the budget.",
  },
};
