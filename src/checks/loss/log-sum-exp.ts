/** Chapter 2, exercise 2.6: the logarithm of a sum of powers, without overflow. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, numbers, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { LOG_SUM_EXP_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const logSumExp = (z: Vector): number => {
  const largest = Math.max(...z);
  return largest + Math.log(z.reduce((sum, zi) => sum + Math.exp(zi - largest), 0));
};
const scores = lengths(5).chain((k) => vectors(k));

/** ln Σⱼ e^zⱼ = m + ln Σⱼ e^(zⱼ − m). */
export const logSumExpExercise: Exercise = {
  id: "loss/log-sum-exp",
  number: "2.6",
  title: "The logarithm of a sum of powers",
  kind: "implement",
  syllabus: ["L6"],
  equations: ["2.9"],
  reference: { logSumExp },
  hints: [
    "On paper, ln(e¹⁰⁰⁰ + e¹⁰⁰⁰) = 1000 + ln 2. Which number was taken out of the sum, and why that one?",
    "Eq. (2.9): $m + \\ln \\sum_j e^{z_j - m}$ with $m = \\max_j z_j$, from shape [k] to one number. Each $z_j - m$ is at most 0.",
    "```ts\nconst m = Math.max(...z);\nlet sum = 0;\nfor (const zj of z) sum += Math.exp(…);   // at most 1 each\nreturn …;                                  // what was taken out comes back\n```",
  ],
  why: "With the largest score taken out, one of the powers is exactly 1 and the rest are smaller: the sum lies between 1 and k and can neither overflow nor vanish. The result lies between the largest score and the largest score plus ln k, which is why it is called a smooth maximum.",
  checks: [
    workedByHand({
      name: "the numbers worked by hand",
      points: 1,
      answer: "logSumExp",
      cases: [
        { args: [[5]], want: 5, byHand: "ln e⁵ = 5" },
        { args: [[0, 0]], want: Math.LN2, byHand: "ln(1 + 1)" },
        { args: [[Math.log(2), 0, Math.log(5)]], want: Math.log(8), byHand: "ln(2 + 1 + 5)" },
      ],
    }),
    workedByHand({
      name: "large scores do not overflow, small ones do not vanish",
      points: 1,
      answer: "logSumExp",
      cases: [
        { args: [[1000, 1000]], want: 1000 + Math.LN2, byHand: "1000 + ln 2" },
        { args: [[-1000, -1000]], want: -1000 + Math.LN2, byHand: "−1000 + ln 2" },
        { args: [[0, -1000]], want: 0, byHand: "the second power is nothing beside 1" },
      ],
    }),
    lawForAll<[number[], number]>({
      name: "adding one number to all scores adds it to the result",
      points: 1,
      inputs: fc.tuple(scores, numbers()),
      sides: (answers, [z, shift]) => [
        answers.call(
          "logSumExp",
          z.map((zi) => zi + shift),
        ),
        (answers.call("logSumExp", z) as number) + shift,
      ],
      statement: ([z, shift]) => `logSumExp([${z.join(", ")}] + ${shift}) = logSumExp + ${shift}`,
    }),
    agreesForAll({
      name: "agrees with the library on generated scores",
      points: 1,
      hidden: true,
      answer: "logSumExp",
      library: logSumExp,
      inputs: fc.tuple(scores),
      examples: [[[-800, -801, -799]]],
    }),
  ],
  pictures: LOG_SUM_EXP_PICTURES,
  wrongAnswers: [
    {
      misconception: "Right on paper, but the powers overflow: take the largest score out first.",
      equation: "2.9",
      answers: {
        logSumExp: (z: Vector) => Math.log(z.reduce((sum, zi) => sum + Math.exp(zi), 0)),
      },
    },
    {
      misconception: "The largest score is taken out and never put back.",
      equation: "2.9",
      answers: { logSumExp: (z: Vector) => logSumExp(z) - Math.max(...z) },
    },
    {
      misconception: "This is the hard maximum; the other scores count too.",
      equation: "2.9",
      answers: { logSumExp: (z: Vector) => Math.max(...z) },
    },
    {
      misconception:
        "The logarithm is applied to each power and undoes it: this is the plain sum of the scores.",
      equation: "2.9",
      answers: { logSumExp: (z: Vector) => z.reduce((sum, zi) => sum + zi, 0) },
    },
    {
      misconception: "The powers are averaged; the formula adds them.",
      equation: "2.9",
      answers: { logSumExp: (z: Vector) => logSumExp(z) - Math.log(z.length) },
    },
    {
      misconception:
        "The smallest score is taken out: the others become larger, and they overflow as before.",
      equation: "2.9",
      answers: {
        logSumExp: (z: Vector) => {
          const m = Math.min(...z);
          return m + Math.log(z.reduce((sum, zi) => sum + Math.exp(zi - m), 0));
        },
      },
    },
    {
      misconception: "This is the logarithm of the largest score; the powers are missing.",
      equation: "2.9",
      answers: { logSumExp: (z: Vector) => Math.log(Math.max(...z)) },
    },
    {
      misconception: "The logarithm has base 2, and the powers have base e: take Math.log.",
      equation: "2.9",
      answers: {
        logSumExp: (z: Vector) => {
          const m = Math.max(...z);
          return m + (logSumExp(z) - m) / Math.LN2;
        },
      },
    },
  ],
  rightAnswers: [
    {
      logSumExp: (z: Vector) =>
        z.reduce((a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))),
    },
    {
      logSumExp: (z: Vector) => {
        const [m = 0, ...rest] = [...z].sort((a, b) => b - a);
        return m + Math.log1p(rest.reduce((sum, zi) => sum + Math.exp(zi - m), 0));
      },
    },
  ],
};
