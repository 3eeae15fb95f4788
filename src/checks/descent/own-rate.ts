/** Chapter 4, exercise 4.7: Adagrad and RMSProp, which give every weight a rate of its own. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { mismatch } from "../../grading/judge.js";
import { ANSWER } from "../../math/tolerances.js";
import { lengths, numbers, positives, probabilities, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { OWN_RATE_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import {
  type Adagrad,
  adagradStep,
  ownRateSlips,
  type Rmsprop,
  rmspropStep,
} from "./own-rate-slips.js";

const squares = (m: number) => fc.array(positives(9), { minLength: m, maxLength: m });
const state = (m: number) => fc.record({ w: vectors(m), s: squares(m) });
const adagradInputs = lengths(3).chain((m) =>
  fc.tuple(state(m), vectors(m), positives(1), positives(1)),
);
const rmspropInputs = lengths(3).chain((m) =>
  fc.tuple(state(m), vectors(m), positives(1), probabilities(), positives(1)),
);

/** Adagrad and RMSProp, step by step. */
export const ownRateExercise: Exercise = {
  id: "descent/own-rate",
  number: "4.7",
  title: "Adagrad and RMSProp",
  kind: "implement",
  syllabus: ["G3", "G7"],
  equations: ["4.6", "4.8"],
  reference: { adagradStep, rmspropStep },
  hints: [
    "Each weight keeps a number s that says how large its gradients have been. First renew s with the new gradient, then divide by it. Does s ever forget? That is what tells the two methods apart.",
    "Eq. (4.6): $s \\leftarrow s + g^2$, then $w \\leftarrow w - \\eta\\,g / (\\sqrt s + \\varepsilon)$. Eq. (4.8): $s \\leftarrow \\rho s + (1 - \\rho) g^2$, then $w \\leftarrow w - \\eta\\,g / \\sqrt{s + \\varepsilon}$. All of $w$, $s$, $g$ have shape [m]; look where ε stands.",
    "```ts\nconst next = s.map((si, i) => … );                       // Adagrad: si plus a square\nconst moved = w.map((wi, i) => wi - (rate * gradient[i]) / …);   // the renewed s, not the old one\nreturn { w: moved, s: next };\n// RMSProp: the same two lines; s is a running mean of squares, and ε goes under the root\n```",
  ],
  why: "Dividing by √s takes the size out of the gradient: a loss in cents and a loss in euros give the same steps. Adagrad's s only grows, so its rate falls for good; RMSProp forgets, and its rate can rise again. Where ε stands matters only while s is tiny, but there it does, and books and libraries differ.",
  checks: [
    workedByHand({
      name: "adagradStep: the numbers worked by hand",
      points: 1,
      answer: "adagradStep",
      cases: [
        {
          args: [{ w: [1], s: [0] }, [3], 0.5, 0],
          want: { w: [0.5], s: [9] },
          byHand: "s = 9, and 1 − 0.5·3/√9 = 0.5: the first step has the length of the rate",
        },
        {
          args: [{ w: [0, 0], s: [9, 0] }, [4, -2], 0.5, 0],
          want: { w: [-0.4, 0.5], s: [25, 4] },
          byHand: "s = 9 + 16 = 25, a step of 0.5·4/5; and s = 4, a step of 0.5·(−2)/2",
        },
        {
          args: [{ w: [0], s: [7] }, [3], 1, 2],
          want: { w: [-0.5], s: [16] },
          byHand: "√16 + 2 = 6, and 3/6 = 0.5",
        },
      ],
    }),
    agreesForAll({
      name: "adagradStep: any state and gradient",
      points: 1,
      answer: "adagradStep",
      library: adagradStep,
      inputs: adagradInputs,
    }),
    holdsForAll<readonly [number, number]>({
      name: "adagradStep: two steps with one gradient, the second shorter by √2",
      points: 1,
      inputs: fc.tuple(numbers(), positives()),
      problem: (answers, [start, g]) => {
        const first = answers.call("adagradStep", { w: [start], s: [0] }, [g], 1, 0);
        const shape = mismatch(first, { w: [start - 1], s: [g * g] }, ANSWER);
        if (shape !== null)
          return `adagradStep({ w: [${start}], s: [0] }, [${g}], 1, 0): ${shape}.`;
        const second = answers.call("adagradStep", first, [g], 1, 0);
        const want = { w: [start - 1 - 1 / Math.SQRT2], s: [2 * g * g] };
        const problem = mismatch(second, want, ANSWER);
        return problem === null ? null : `The second step with the gradient ${g}: ${problem}.`;
      },
    }),
    workedByHand({
      name: "rmspropStep: the numbers worked by hand",
      points: 1,
      answer: "rmspropStep",
      cases: [
        {
          args: [{ w: [1], s: [0] }, [3], 0.5, 0.75, 0],
          want: { w: [0], s: [2.25] },
          byHand: "s = 0.25·9 = 2.25, and 1 − 0.5·3/1.5 = 0",
        },
        {
          args: [{ w: [0], s: [16] }, [0], 1, 0.25, 1],
          want: { w: [0], s: [4] },
          byHand: "no gradient, no step; but s fades to a quarter",
        },
        {
          args: [{ w: [0], s: [8] }, [4], 1, 0.5, 4],
          want: { w: [-1], s: [12] },
          byHand: "s = 4 + 8 = 12, √(12 + 4) = 4, and 4/4 = 1",
        },
      ],
    }),
    agreesForAll({
      name: "rmspropStep: any state and gradient",
      points: 1,
      answer: "rmspropStep",
      library: rmspropStep,
      inputs: rmspropInputs,
    }),
    holdsForAll<readonly [number, number]>({
      name: "rmspropStep: a gradient a thousand times as large makes the same step",
      points: 1,
      hidden: true,
      inputs: fc.tuple(positives(), probabilities()),
      problem: (answers, [g, rho]) => {
        const ask = (gradient: number) =>
          answers.call("rmspropStep", { w: [1], s: [0] }, [gradient], 0.1, rho, 0);
        const want = rmspropStep({ w: [1], s: [0] }, [g], 0.1, rho, 0);
        const problem =
          mismatch(ask(g), want, ANSWER) ?? mismatch(ask(1000 * g), { w: want.w }, ANSWER);
        return problem === null
          ? null
          : `The gradients ${g} and ${1000 * g} from s = 0: ${problem}.`;
      },
    }),
  ],
  pictures: OWN_RATE_PICTURES,
  wrongAnswers: ownRateSlips,
  rightAnswers: [
    {
      adagradStep: (({ w, s }, gradient, rate, epsilon) => {
        const next = { w: [...w], s: [...s] };
        for (const [i, g] of gradient.entries()) {
          next.s[i]! += g ** 2;
          next.w[i]! -= (rate / (next.s[i]! ** 0.5 + epsilon)) * g;
        }
        return next;
      }) satisfies Adagrad,
      rmspropStep: (({ w, s }, gradient, rate, rho, epsilon) => {
        const next = { w: [...w], s: [...s] };
        for (const [i, g] of gradient.entries()) {
          next.s[i]! += (1 - rho) * (g ** 2 - s[i]!);
          next.w[i]! -= (rate * g) / (next.s[i]! + epsilon) ** 0.5;
        }
        return next;
      }) satisfies Rmsprop,
    },
    {
      adagradStep: (({ w, s }, gradient, rate, epsilon) => ({
        w: w.map(
          (wi, i) =>
            wi - (rate * gradient[i]!) / (Math.hypot(Math.sqrt(s[i]!), gradient[i]!) + epsilon),
        ),
        s: gradient.map((g, i) => g * g + s[i]!),
      })) satisfies Adagrad,
      rmspropStep: (({ w, s }, gradient, rate, rho, epsilon) => {
        const fresh = gradient.map((g, i) => s[i]! * rho + g * g - g * g * rho);
        return {
          w: w.map((wi, i) => wi - rate * (gradient[i]! / Math.sqrt(fresh[i]! + epsilon))),
          s: fresh,
        };
      }) satisfies Rmsprop,
    },
  ],
};
