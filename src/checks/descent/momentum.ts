/** Chapter 4, exercise 4.6: momentum, and a ravine that is to be crossed within a budget of steps. */
import fc from "fast-check";
import type { Answers } from "../../grading/answers.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { mismatch } from "../../grading/judge.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";
import { momentum } from "../../math/optimizers/momentum.js";
import { stepsToSettle } from "../../math/rate-search.js";
import { ravine } from "../../math/surfaces.js";
import { ANSWER } from "../../math/tolerances.js";
import { lengths, numbers, positives, probabilities, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { MOMENTUM_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";

type Vector = readonly number[];

interface State {
  readonly w: Vector;
  readonly a: Vector;
}

interface Settings {
  readonly rate: number;
  readonly mu: number;
}

/** The memory first, then the weights, from the two formulas that a slip may change. */
const stepWith =
  (
    remember: (a: number, g: number, mu: number) => number,
    move: (w: number, a: number, g: number, rate: number, before: number) => number = (
      w,
      a,
      _,
      rate,
    ) => w - rate * a,
  ) =>
  ({ w, a }: State, gradient: Vector, rate: number, mu: number): State => {
    const next = a.map((ai, i) => remember(ai, gradient[i]!, mu));
    return { w: w.map((wi, i) => move(wi, next[i]!, gradient[i]!, rate, a[i]!)), a: next };
  };

const momentumStep = stepWith((a, g, mu) => mu * a + g);
const longestMemory = (mu: number): number => 1 / (1 - mu);
/** Polyak's choice for curvatures 1 and κ: η = (2/(√κ + 1))², μ = ((√κ − 1)/(√κ + 1))². */
const ravineSettings = (): Settings => ({ rate: (2 / 11) ** 2, mu: (9 / 11) ** 2 });

const KAPPA = 100;
const START: Vector = [10, 1];
const BUDGET = 60;
const WITHIN = 0.01;

const states = lengths(4).chain((m) =>
  fc.tuple(fc.record({ w: vectors(m), a: vectors(m) }), vectors(m), positives(1), probabilities()),
);

/** What becomes of the ravine with the learner's settings. */
function tuned(answers: Answers): Verdict {
  const given = answers.call("ravineSettings");
  const problem = mismatch(given, { rate: 0, mu: 0 }, { ...ANSWER, absolute: Infinity });
  if (problem !== null) return fail(`ravineSettings(): ${problem}.`);
  const { rate, mu } = given as Settings;
  const settings = `With rate ${rate} and mu ${mu}`;
  if (!(rate > 0)) return fail(`${settings} nothing moves downhill: the rate must be above 0.`);
  if (!(mu >= 0 && mu < 1))
    return fail(`${settings}: mu is a share that is kept, from 0 to below 1.`);
  const settle = { within: WITHIN, steps: 2000 };
  const steps = stepsToSettle(ravine(KAPPA), START, momentum(rate, mu), settle);
  if (steps === null) return fail(`${settings} the ball does not come to rest in 2000 steps.`);
  if (steps <= BUDGET) return PASS;
  return fail(`${settings} it takes ${steps} steps; at most ${BUDGET} are allowed.`);
}

const crossesTheRavine: Check = {
  name: `ravineSettings: the bottom of the ravine within ${BUDGET} steps`,
  points: 2,
  run: tuned,
};

/** a ← μa + g, w ← w − ηa. */
export const momentumExercise: Exercise = {
  id: "descent/momentum",
  number: "4.6",
  title: "Momentum, and a ravine to cross",
  kind: "tune",
  syllabus: ["G2", "G3", "G7"],
  equations: ["4.4", "4.5", "4.22"],
  reference: { momentumStep, longestMemory, ravineSettings },
  hints: [
    "First the memory, then the weight, and the weight uses the memory that has just been renewed. For the settings: without memory the rate may not exceed 2/κ. A ball with memory stands a larger one, and the flat direction wants as large a rate as the steep one allows.",
    "Eq. (4.4): $a \\leftarrow \\mu a + g$, then $w \\leftarrow w - \\eta a$; $w$, $a$ and $g$ have shape [m]. Under a constant $g = 1$ the memory grows to $1 + \\mu + \\mu^2 + \\dots$, a geometric series. In the ravine of Eq. (4.22) too little memory creeps along the floor, too much overshoots for long.",
    "```ts\nconst next = a.map((ai, i) => mu * … + …);\nreturn { w: w.map((wi, i) => wi - rate * …), a: next };\n\n// longestMemory: 1 + mu + mu² + … has a closed form\n\n// ravineSettings: try some, in a cell of your own:\n// stepsToSettle(ravine(100), [10, 1], momentum(rate, mu), { within: 0.01 })\n// start from mu = 0.9 and rate = 0.01, change one of the two, and keep what is better\n```",
  ],
  why: "Across the ravine the gradient changes its sign at every step, and in the memory it cancels; along the floor it keeps its sign, and the memory adds it up. Plain descent at its best needs 346 steps here. The price of momentum is a second number to choose, and a ball that rolls on when it should stop.",
  checks: [
    workedByHand({
      name: "momentumStep: the numbers worked by hand",
      points: 1,
      answer: "momentumStep",
      cases: [
        {
          args: [{ w: [4], a: [0] }, [4], 0.5, 0.5],
          want: { w: [2], a: [4] },
          byHand: "the first step is plain: a = 4, w = 4 − 0.5·4",
        },
        {
          args: [{ w: [2], a: [4] }, [2], 0.5, 0.5],
          want: { w: [0], a: [4] },
          byHand: "a = 0.5·4 + 2 = 4, w = 2 − 0.5·4 = 0",
        },
        {
          args: [{ w: [1, 5], a: [2, -4] }, [0, 1], 1, 0.5],
          want: { w: [0, 6], a: [1, -1] },
          byHand: "no slope, but the ball rolls on: a = 1; and 0.5·(−4) + 1 = −1",
        },
      ],
    }),
    agreesForAll({
      name: "momentumStep: any state and gradient",
      points: 1,
      answer: "momentumStep",
      library: momentumStep,
      inputs: states,
    }),
    holdsForAll<readonly [number, number]>({
      name: "momentumStep: a gradient that changes its sign at every step nearly cancels",
      points: 1,
      inputs: fc.tuple(numbers(), probabilities()),
      problem: (answers, [start, mu]) => {
        let state: unknown = { w: [start], a: [0] };
        for (const g of [1, -1, 1, -1, 1]) {
          state = answers.call("momentumStep", state, [g], 0.1, mu);
          const problem = mismatch(state, { w: [0], a: [0] }, { ...ANSWER, absolute: Infinity });
          if (problem !== null) return `momentumStep: ${problem}.`;
        }
        const want = 1 - mu + mu ** 2 - mu ** 3 + mu ** 4;
        const problem = mismatch((state as State).a, [want], ANSWER);
        if (problem === null) return null;
        return `After the gradients 1, −1, 1, −1, 1 with mu = ${mu} the memory a: ${problem}.`;
      },
    }),
    workedByHand({
      name: "longestMemory: the numbers worked by hand",
      points: 1,
      answer: "longestMemory",
      cases: [
        { args: [0], want: 1, byHand: "no memory: a is the gradient" },
        { args: [0.5], want: 2, byHand: "1 + ½ + ¼ + … = 2" },
        { args: [0.75], want: 4, byHand: "a = 4 stays: 0.75·4 + 1 = 4" },
      ],
    }),
    agreesForAll({
      name: "longestMemory: any share that is kept",
      points: 1,
      hidden: true,
      answer: "longestMemory",
      library: longestMemory,
      inputs: fc.tuple(probabilities()),
    }),
    crossesTheRavine,
  ],
  pictures: MOMENTUM_PICTURES,
  wrongAnswers: [
    {
      misconception: "The memory is never used: the weight moves by the gradient alone.",
      equation: "4.4",
      answers: {
        momentumStep: stepWith(
          (a, g, mu) => mu * a + g,
          (w, _, g, rate) => w - rate * g,
        ),
      },
    },
    {
      misconception: "The old memory moves the weight; it has to be renewed first.",
      equation: "4.4",
      answers: {
        momentumStep: stepWith(
          (a, g, mu) => mu * a + g,
          (w, _, __, rate, before) => w - rate * before,
        ),
      },
    },
    {
      misconception:
        "The gradient enters with the weight 1 − μ, as in an average; Eq. (4.4) takes it whole.",
      equation: "4.4",
      answers: { momentumStep: stepWith((a, g, mu) => mu * a + (1 - mu) * g) },
    },
    {
      misconception: "The memory never fades: μ has no effect.",
      equation: "4.4",
      answers: { momentumStep: stepWith((a, g) => a + g) },
    },
    {
      misconception: "The share μ is taken of the gradient; it is a share of the memory.",
      equation: "4.4",
      answers: { momentumStep: stepWith((a, g, mu) => a + mu * g) },
    },
    {
      misconception: "The memory is overwritten by the gradient: nothing is remembered.",
      equation: "4.4",
      answers: { momentumStep: stepWith((_, g) => g) },
    },
    {
      misconception: "The weight moves along the memory, uphill.",
      equation: "4.4",
      answers: {
        momentumStep: stepWith(
          (a, g, mu) => mu * a + g,
          (w, a, _, rate) => w + rate * a,
        ),
      },
    },
    {
      misconception:
        "The rate and the minus are already inside the memory, a form that others use; here it holds gradients.",
      equation: "4.4",
      answers: {
        momentumStep: ({ w, a }: State, gradient: Vector, rate: number, mu: number): State => {
          const next = a.map((ai, i) => mu * ai - rate * gradient[i]!);
          return { w: w.map((wi, i) => wi + next[i]!), a: next };
        },
      },
    },
    {
      misconception: "This is the step of Nesterov, which looks ahead; asked is the plain one.",
      equation: "4.5",
      answers: {
        momentumStep: (state: State, gradient: Vector, rate: number, mu: number): State => {
          const { a } = momentumStep(state, gradient, rate, mu);
          const w = state.w.map((wi, i) => wi - rate * (gradient[i]! + mu * a[i]!));
          return { w, a };
        },
      },
    },
    {
      misconception:
        "This is the share that is lost, 1 − μ; the series adds up to something larger.",
      equation: "4.4",
      answers: { longestMemory: (mu: number) => 1 - mu },
    },
    {
      misconception: "Only the first two terms of the series are added.",
      equation: "4.4",
      answers: { longestMemory: (mu: number) => 1 + mu },
    },
    {
      misconception:
        "The first term of the series is missing: the newest gradient is not yet faded.",
      equation: "4.4",
      answers: { longestMemory: (mu: number) => mu / (1 - mu) },
    },
    {
      misconception: "That is the best rate without memory; with μ = 0 this is plain descent.",
      equation: "4.22",
      answers: { ravineSettings: (): Settings => ({ rate: 2 / 101, mu: 0 }) },
    },
    {
      misconception: "So much memory rolls far beyond the bottom and back, many times.",
      equation: "4.22",
      answers: { ravineSettings: (): Settings => ({ rate: 0.01, mu: 0.9 }) },
    },
    {
      misconception: "Across the ravine this rate is beyond what even a ball with memory stands.",
      equation: "4.22",
      answers: { ravineSettings: (): Settings => ({ rate: 0.1, mu: 0.7 }) },
    },
  ],
  rightAnswers: [
    {
      momentumStep: ({ w, a }: State, gradient: Vector, rate: number, mu: number): State => {
        const next = { w: [...w], a: [...a] };
        for (let i = 0; i < w.length; i++) {
          next.a[i] = gradient[i]! + a[i]! * mu;
          next.w[i]! -= next.a[i]! * rate;
        }
        return next;
      },
      longestMemory: (mu: number) => {
        let sum = 0;
        for (let term = 1; term > 1e-17; term *= mu) sum += term;
        return sum;
      },
      ravineSettings: (): Settings => ({ rate: 0.03, mu: 0.7 }),
    },
    {
      momentumStep: ({ w, a }: State, gradient: Vector, rate: number, mu: number): State => ({
        w: w.map((wi, i) => wi - rate * mu * a[i]! - rate * gradient[i]!),
        a: gradient.map((g, i) => g + mu * a[i]!),
      }),
      longestMemory: (mu: number) => -1 / (mu - 1),
      ravineSettings: (): Settings => ({ rate: 0.0325, mu: 0.75 }),
    },
  ],
};
