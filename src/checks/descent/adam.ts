/** Chapter 4, exercise 4.8: three faults in an Adam that runs. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { mismatch } from "../../grading/judge.js";
import { ANSWER } from "../../math/tolerances.js";
import { lengths, numbers, positives, probabilities, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { ADAM_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";

type Vector = readonly number[];

interface State {
  readonly w: Vector;
  readonly m: Vector;
  readonly v: Vector;
  /** Updates made so far. */
  readonly t: number;
}

type Step = (
  state: State,
  gradient: Vector,
  rate: number,
  beta1: number,
  beta2: number,
  epsilon: number,
) => State;

/** The parts of Eq. (4.9) that a slip may change. */
interface Parts {
  readonly mean: (m: number, g: number, beta1: number, beta2: number) => number;
  readonly square: (v: number, g: number, beta2: number, beta1: number) => number;
  /** What m and v are divided by. */
  readonly corrections: (beta1: number, beta2: number, t: number) => readonly [number, number];
  readonly scale: (v: number, epsilon: number) => number;
  readonly counted: (t: number) => number;
  readonly push: (mean: number, g: number) => number;
}

const RIGHT: Parts = {
  mean: (m, g, beta1) => beta1 * m + (1 - beta1) * g,
  square: (v, g, beta2) => beta2 * v + (1 - beta2) * g * g,
  corrections: (beta1, beta2, t) => [1 - beta1 ** t, 1 - beta2 ** t],
  scale: (v, epsilon) => Math.sqrt(v) + epsilon,
  counted: (t) => t + 1,
  push: (mean) => mean,
};

const adamOf = (changed: Partial<Parts>): Step => {
  const { mean, square, corrections, scale, counted, push } = { ...RIGHT, ...changed };
  return ({ w, m, v, t }, gradient, rate, beta1, beta2, epsilon) => {
    const [startOfM, startOfV] = corrections(beta1, beta2, t + 1);
    const nextM = m.map((mi, i) => mean(mi, gradient[i]!, beta1, beta2));
    const nextV = v.map((vi, i) => square(vi, gradient[i]!, beta2, beta1));
    const moved = w.map((wi, i) => {
      const direction = push(nextM[i]! / startOfM, gradient[i]!);
      return wi - (rate * direction) / scale(nextV[i]! / startOfV, epsilon);
    });
    return { w: moved, m: nextM, v: nextV, t: counted(t) };
  };
};

const adamStep = adamOf({});

const startAt = (w: Vector): State => ({ w, m: w.map(() => 0), v: w.map(() => 0), t: 0 });
const squares = (m: number) => fc.array(positives(9), { minLength: m, maxLength: m });
const states = lengths(3).chain((m) =>
  fc.tuple(
    fc.record({ w: vectors(m), m: vectors(m), v: squares(m), t: fc.nat({ max: 5 }) }),
    vectors(m),
    positives(1),
    probabilities(),
    probabilities(),
    positives(1),
  ),
);

/** m̂ for the direction, √v̂ for the length. */
export const adamExercise: Exercise = {
  id: "descent/adam",
  number: "4.8",
  title: "Find the bugs: a sick Adam",
  kind: "find the bug",
  syllabus: ["G3", "G7"],
  equations: ["4.9"],
  reference: { adamStep },
  hints: [
    "Run the sick step twice from zeros, by hand, with a single weight. The first step is right; the second is not. Compare line by line with the equation: what is remembered, what it is divided by, and where ε is added. One fault hides in each.",
    "Eq. (4.9): $m \\leftarrow \\beta_1 m + (1 - \\beta_1) g$, $v \\leftarrow \\beta_2 v + (1 - \\beta_2) g^2$, $\\hat m = m/(1 - \\beta_1^t)$, $\\hat v = v/(1 - \\beta_2^t)$, $w \\leftarrow w - \\eta\\,\\hat m/(\\sqrt{\\hat v} + \\varepsilon)$. $w$, $m$, $v$, $g$ have shape [m]; $t = 1$ at the first update.",
    "```ts\nconst next = { w: [...w], m: [...m], v: [...v], t: t + 1 };\nfor (let i = 0; i < w.length; i++) {\n  next.m[i] = beta1 * m[i] + (1 - beta1) * …;\n  next.v[i] = beta2 * v[i] + (1 - beta2) * …;       // which share, and a mean of what?\n  const mean = next.m[i] / (1 - beta1 ** …);        // the number of this update\n  const square = next.v[i] / (1 - beta2 ** …);\n  next.w[i] = w[i] - (rate * mean) / (…);\n}\nreturn next;\n```",
  ],
  why: "m and v start at 0, so at first they are far too small; after t updates with one gradient m is (1 − β₁ᵗ)g, and the division undoes precisely that. So the very first step already has the length η, whatever the gradient. None of the three faults would stop a training, they only make it worse, and that is why an optimizer needs tests of its own.",
  checks: [
    workedByHand({
      name: "the first step, worked by hand",
      points: 1,
      answer: "adamStep",
      cases: [
        {
          args: [{ w: [1], m: [0], v: [0], t: 0 }, [4], 0.5, 0.5, 0.75, 0],
          want: { w: [0.5], m: [2], v: [4], t: 1 },
          byHand: "m = 0.5·4, v = 0.25·16; m̂ = 2/0.5 = 4, v̂ = 4/0.25 = 16, and 1 − 0.5·4/4 = 0.5",
        },
        {
          args: [{ w: [1], m: [0], v: [0], t: 0 }, [-4], 0.5, 0.5, 0.75, 4],
          want: { w: [1.25], m: [-2], v: [4], t: 1 },
          byHand: "m̂ = −4, √v̂ + ε = 4 + 4, and 1 + 0.5·4/8 = 1.25",
        },
      ],
    }),
    workedByHand({
      name: "a second step, worked by hand",
      points: 1,
      answer: "adamStep",
      cases: [
        {
          args: [{ w: [0], m: [2], v: [4], t: 1 }, [2], 1, 0.5, 0.5, 0],
          want: { w: [-8 / 3 / Math.sqrt(16 / 3)], m: [2], v: [4], t: 2 },
          byHand: "m = 1 + 1, v = 2 + 2; m̂ = 2/0.75, v̂ = 4/0.75, m̂/√v̂ = (8/3)/√(16/3)",
        },
      ],
    }),
    agreesForAll({
      name: "any state and gradient",
      points: 2,
      answer: "adamStep",
      library: adamStep,
      inputs: states,
    }),
    holdsForAll<readonly [number, number, number]>({
      name: "the first step has the length of the rate, whatever the gradient",
      points: 1,
      inputs: fc.tuple(numbers(), positives(), fc.constantFrom(0.001, 1, 1000)),
      problem: (answers, [start, g, size]) => {
        const got = answers.call("adamStep", startAt([start]), [g * size], 0.25, 0.9, 0.999, 0);
        const problem = mismatch(got, { w: [start - 0.25] }, ANSWER);
        return problem === null
          ? null
          : `From w = ${start} with the gradient ${g * size}, the rate 0.25 and ε = 0: ${problem}.`;
      },
    }),
    holdsForAll<readonly [number[], number[]]>({
      name: "four steps in a row, each from the state of the one before",
      points: 1,
      hidden: true,
      inputs: lengths(3).chain((m) => fc.tuple(vectors(m), vectors(m))),
      problem: (answers, [start, gradient]) => {
        let own: unknown = startAt(start);
        let want = startAt(start);
        for (let k = 1; k <= 4; k++) {
          const g = gradient.map((gi) => gi / k);
          own = answers.call("adamStep", own, g, 0.1, 0.9, 0.99, 0.01);
          want = adamStep(want, g, 0.1, 0.9, 0.99, 0.01);
          const problem = mismatch(own, want, ANSWER);
          if (problem !== null)
            return `Step ${k} of four from w = [${start.join(", ")}]: ${problem}.`;
        }
        return null;
      },
    }),
  ],
  pictures: ADAM_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "m and v are used as they are; they begin at 0, and their start is not corrected.",
      equation: "4.9",
      answers: { adamStep: adamOf({ corrections: () => [1, 1] }) },
    },
    {
      misconception:
        "The corrections use the count before the update: at the first one that divides by 0.",
      equation: "4.9",
      answers: {
        adamStep: adamOf({
          corrections: (beta1, beta2, t) => [1 - beta1 ** (t - 1), 1 - beta2 ** (t - 1)],
        }),
      },
    },
    {
      misconception: "The corrections do not depend on t: they would never fade.",
      equation: "4.9",
      answers: { adamStep: adamOf({ corrections: (beta1, beta2) => [1 - beta1, 1 - beta2] }) },
    },
    {
      misconception: "Only m is corrected; v begins at 0 as well.",
      equation: "4.9",
      answers: { adamStep: adamOf({ corrections: (beta1, _, t) => [1 - beta1 ** t, 1] }) },
    },
    {
      misconception: "The count t stays where it was, so every update believes to be the same one.",
      equation: "4.9",
      answers: { adamStep: adamOf({ counted: (t) => t }) },
    },
    {
      misconception: "ε stands under the root; in this equation it is added to the root.",
      equation: "4.9",
      answers: { adamStep: adamOf({ scale: (v, epsilon) => Math.sqrt(v + epsilon) }) },
    },
    {
      misconception: "The root is missing: the direction is divided by v̂ itself.",
      equation: "4.9",
      answers: { adamStep: adamOf({ scale: (v, epsilon) => v + epsilon }) },
    },
    {
      misconception: "v is a mean of gradients here, not of their squares.",
      equation: "4.9",
      answers: { adamStep: adamOf({ square: (v, g, beta2) => beta2 * v + (1 - beta2) * g }) },
    },
    {
      misconception: "v forgets with the share of m; each of the two has a share of its own.",
      equation: "4.9",
      answers: {
        adamStep: adamOf({ square: (v, g, _, beta1) => beta1 * v + (1 - beta1) * g * g }),
      },
    },
    {
      misconception: "This is the sick step itself: all three of its faults are still there.",
      equation: "4.9",
      answers: {
        adamStep: adamOf({
          square: (v, g, _, beta1) => beta1 * v + (1 - beta1) * g * g,
          corrections: (beta1, beta2) => [1 - beta1, 1 - beta2],
          scale: (v, epsilon) => Math.sqrt(v + epsilon),
        }),
      },
    },
    {
      misconception: "β₁ and β₂ have changed places.",
      equation: "4.9",
      answers: {
        adamStep: ((state, gradient, rate, beta1, beta2, epsilon) =>
          adamStep(state, gradient, rate, beta2, beta1, epsilon)) satisfies Step,
      },
    },
    {
      misconception: "The raw gradient is stepped along; m, the smoothed one, has no say.",
      equation: "4.9",
      answers: { adamStep: adamOf({ push: (_, g) => g }) },
    },
    {
      misconception: "The new gradient enters m whole; in a running mean its share is 1 − β₁.",
      equation: "4.9",
      answers: { adamStep: adamOf({ mean: (m, g, beta1) => beta1 * m + g }) },
    },
    {
      misconception: "The weights move uphill.",
      equation: "4.9",
      answers: { adamStep: adamOf({ push: (mean) => -mean }) },
    },
  ],
  rightAnswers: [
    {
      adamStep: (({ w, m, v, t }, gradient, rate, beta1, beta2, epsilon) => {
        const next = { w: [...w], m: [...m], v: [...v], t: t + 1 };
        for (const [i, g] of gradient.entries()) {
          next.m[i]! += (1 - beta1) * (g - m[i]!);
          next.v[i]! += (1 - beta2) * (g ** 2 - v[i]!);
          const root = Math.sqrt(next.v[i]! / (1 - beta2 ** next.t));
          next.w[i]! -= (rate / (root + epsilon)) * (next.m[i]! / (1 - beta1 ** next.t));
        }
        return next;
      }) satisfies Step,
    },
    {
      adamStep: (({ w, m, v, t }, gradient, rate, beta1, beta2, epsilon) => {
        const count = t + 1;
        const mean = m.map((mi, i) => mi * beta1 + gradient[i]! * (1 - beta1));
        const square = v.map((vi, i) => vi * beta2 + gradient[i]! ** 2 * (1 - beta2));
        // Both corrections gathered in one rate, as in the second form of the paper.
        const root = Math.sqrt(1 - beta2 ** count);
        const corrected = (rate * root) / (1 - beta1 ** count);
        const scaled = epsilon * root;
        return {
          w: w.map((wi, i) => wi - (corrected * mean[i]!) / (Math.sqrt(square[i]!) + scaled)),
          m: mean,
          v: square,
          t: count,
        };
      }) satisfies Step,
    },
  ],
};
