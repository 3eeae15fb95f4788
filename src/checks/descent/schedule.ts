/** Chapter 4, exercise 4.11: a rate that falls in steps, one that falls smoothly, and a warm-up. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { positives, probabilities } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { SCHEDULE_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll, lawForAll } from "../properties.js";

type Rate = (t: number) => number;
type Warmed = (t: number, steps: number, schedule: Rate) => number;

const stepDecay = (t: number, rate: number, every: number, factor: number): number =>
  rate * factor ** Math.floor(t / every);

const cosineDecay = (t: number, rate: number, steps: number, end: number): number =>
  t >= steps ? end : end + ((rate - end) * (1 + Math.cos((Math.PI * t) / steps))) / 2;

const warmUp: Warmed = (t, steps, schedule) =>
  t < steps ? (schedule(0) * (t + 1)) / steps : schedule(t - steps);

const constant: Rate = () => 8;
const halving: Rate = (t) => 8 * 0.5 ** t;
const falling: Rate = (t) => 3 / (1 + t);

const whole = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });

/** η(t): start fast, settle slowly. */
export const scheduleExercise: Exercise = {
  id: "descent/schedule",
  number: "4.11",
  title: "A rate that falls",
  kind: "implement",
  syllabus: ["G8"],
  equations: ["4.12", "4.14", "4.16"],
  reference: { stepDecay, cosineDecay, warmUp },
  hints: [
    "Make a table: t = 0, 1, 2 … and the rate beside each. How often has the rate been cut after t steps? At which t does the warm-up reach the full rate, and which step does the schedule behind it believe it is then?",
    "Eq. (4.12): $\\eta(t) = \\eta_0 \\gamma^{\\lfloor t/k \\rfloor}$, the exponent is a whole number. Eq. (4.14) halves 1 + cos, which falls from 2 to 0 on the way to T; after T it stays. Eq. (4.16): a share of $\\eta(0)$ for $t < n$, then the schedule from its own beginning. All numbers are plain.",
    "```ts\n// stepDecay\nreturn rate * factor ** Math.floor(…);\n// cosineDecay\nif (t >= steps) return …;\nreturn end + ((rate - end) * (1 + Math.cos(…))) / 2;\n// warmUp\nif (t < steps) return (schedule(0) * …) / steps;     // never 0: the first step has to move something\nreturn schedule(…);                                    // its step 0 comes right after the warm-up\n```",
  ],
  why: "A large rate covers ground, a small one settles: the noise of mini-batches leaves a floor that falls with the rate. The cosine is flat at both ends: it stays fast for long, and its last steps are all small. A warm-up is for optimizers like Adam, whose first estimates rest on few gradients.",
  checks: [
    workedByHand({
      name: "stepDecay: the numbers worked by hand",
      points: 1,
      answer: "stepDecay",
      cases: [
        { args: [0, 1, 10, 0.5], want: 1, byHand: "not cut yet" },
        { args: [9, 1, 10, 0.5], want: 1, byHand: "⌊9/10⌋ = 0, still not cut" },
        { args: [10, 1, 10, 0.5], want: 0.5, byHand: "⌊10/10⌋ = 1, cut once" },
        { args: [35, 8, 10, 0.5], want: 1, byHand: "cut three times: 8 → 4 → 2 → 1" },
      ],
    }),
    agreesForAll({
      name: "stepDecay: any step",
      points: 1,
      answer: "stepDecay",
      library: stepDecay,
      inputs: fc.tuple(whole(40), positives(), whole(9, 1), probabilities()),
    }),
    workedByHand({
      name: "cosineDecay: the numbers worked by hand",
      points: 1,
      answer: "cosineDecay",
      cases: [
        { args: [0, 4, 10, 0], want: 4, byHand: "cos 0 = 1: the whole rate" },
        { args: [5, 4, 10, 2], want: 3, byHand: "half way: the mean of 4 and 2" },
        { args: [10, 4, 10, 2], want: 2, byHand: "cos π = −1: the end" },
        { args: [15, 4, 10, 2], want: 2, byHand: "after T it stays at the end" },
      ],
    }),
    agreesForAll({
      name: "cosineDecay: any step",
      points: 1,
      answer: "cosineDecay",
      library: cosineDecay,
      inputs: fc.tuple(whole(40), positives(), whole(30, 1), probabilities()),
    }),
    lawForAll<readonly [number, number, number]>({
      name: "cosineDecay: as far below the start after t as above the end before T − t",
      points: 1,
      hidden: true,
      inputs: fc.tuple(whole(10), whole(30, 10), positives()),
      sides: (answers, [t, steps, rate]) => {
        const early = answers.call("cosineDecay", t, rate, steps, 0);
        const late = answers.call("cosineDecay", steps - t, rate, steps, 0);
        return [(early as number) + (late as number), rate];
      },
      statement: ([t, steps, rate]) =>
        `From ${rate} to 0 in ${steps} steps: the rates at ${t} and ${steps - t} add up to ${rate}, which`,
    }),
    workedByHand({
      name: "warmUp: the numbers worked by hand",
      points: 1,
      answer: "warmUp",
      cases: [
        { args: [0, 4, constant], want: 2, byHand: "8·1/4: the first step is not 0" },
        { args: [3, 4, constant], want: 8, byHand: "8·4/4: the whole rate" },
        { args: [4, 4, halving], want: 8, byHand: "the schedule begins, with its own step 0" },
        { args: [6, 4, halving], want: 2, byHand: "its step 2: 8 → 4 → 2" },
        { args: [2, 4, halving], want: 6, byHand: "8·3/4, of the schedule's rate at 0" },
      ],
    }),
    holdsForAll<readonly [number, number, Rate]>({
      name: "warmUp: any step, before any schedule",
      points: 1,
      inputs: fc.tuple(whole(20), whole(9, 1), fc.constantFrom(constant, halving, falling)),
      problem: (answers, [t, steps, schedule]) => {
        const got = answers.call("warmUp", t, steps, schedule);
        const want = warmUp(t, steps, schedule);
        if (typeof got === "number" && Math.abs(got - want) < 1e-9) return null;
        return `warmUp(${t}, ${steps}, ${schedule.name}): got ${String(got)}, want ${want}.`;
      },
    }),
  ],
  pictures: SCHEDULE_PICTURES,
  wrongAnswers: [
    {
      misconception: "The exponent is not rounded down: this falls at every step, smoothly.",
      equation: "4.12",
      answers: {
        stepDecay: (t: number, rate: number, every: number, factor: number) =>
          rate * factor ** (t / every),
      },
    },
    {
      misconception: "It is rounded up: the first cut comes with the first step.",
      equation: "4.12",
      answers: {
        stepDecay: (t: number, rate: number, every: number, factor: number) =>
          rate * factor ** Math.ceil(t / every),
      },
    },
    {
      misconception: "The rate is cut once and never again; every k steps it is cut anew.",
      equation: "4.12",
      answers: {
        stepDecay: (t: number, rate: number, every: number, factor: number) =>
          t < every ? rate : rate * factor,
      },
    },
    {
      misconception: "The factor is multiplied by the number of cuts, not raised to it.",
      equation: "4.12",
      answers: {
        stepDecay: (t: number, rate: number, every: number, factor: number) =>
          t < every ? rate : rate * factor * Math.floor(t / every),
      },
    },
    {
      misconception: "After T the cosine comes up again; the rate has to stay at its end.",
      equation: "4.14",
      answers: {
        cosineDecay: (t: number, rate: number, steps: number, end: number) =>
          end + ((rate - end) * (1 + Math.cos((Math.PI * t) / steps))) / 2,
      },
    },
    {
      misconception:
        "The half is missing: at the start the rate would be twice too high above its end.",
      equation: "4.14",
      answers: {
        cosineDecay: (t: number, rate: number, steps: number, end: number) =>
          t >= steps ? end : end + (rate - end) * (1 + Math.cos((Math.PI * t) / steps)),
      },
    },
    {
      misconception: "π is missing: the cosine counts in radians, and half a turn is π.",
      equation: "4.14",
      answers: {
        cosineDecay: (t: number, rate: number, steps: number, end: number) =>
          t >= steps ? end : end + ((rate - end) * (1 + Math.cos(t / steps))) / 2,
      },
    },
    {
      misconception: "The end is left out: the rate falls to 0.",
      equation: "4.14",
      answers: {
        cosineDecay: (t: number, rate: number, steps: number) => cosineDecay(t, rate, steps, 0),
      },
    },
    {
      misconception: "The rate falls along a straight line; the cosine is flat at both ends.",
      equation: "4.14",
      answers: {
        cosineDecay: (t: number, rate: number, steps: number, end: number) =>
          t >= steps ? end : rate + ((end - rate) * t) / steps,
      },
    },
    {
      misconception: "The warm-up begins at 0: its first step moves nothing.",
      equation: "4.16",
      answers: {
        warmUp: ((t, steps, schedule) =>
          t < steps ? (schedule(0) * t) / steps : schedule(t - steps)) satisfies Warmed,
      },
    },
    {
      misconception:
        "After the warm-up the schedule has already aged: it is to begin with its own step 0.",
      equation: "4.16",
      answers: {
        warmUp: ((t, steps, schedule) =>
          t < steps ? (schedule(0) * (t + 1)) / steps : schedule(t)) satisfies Warmed,
      },
    },
    {
      misconception: "During the warm-up the schedule already falls; it waits at its step 0.",
      equation: "4.16",
      answers: {
        warmUp: ((t, steps, schedule) =>
          t < steps ? (schedule(t) * (t + 1)) / steps : schedule(t - steps)) satisfies Warmed,
      },
    },
    {
      misconception: "The warm-up takes one step too many.",
      equation: "4.16",
      answers: {
        warmUp: ((t, steps, schedule) => warmUp(t, steps + 1, schedule)) satisfies Warmed,
      },
    },
  ],
  rightAnswers: [
    {
      stepDecay: (t: number, rate: number, every: number, factor: number) => {
        let now = rate;
        for (let cut = every; cut <= t; cut += every) now *= factor;
        return now;
      },
      cosineDecay: (t: number, rate: number, steps: number, end: number) => {
        const share = Math.cos((Math.PI * Math.min(t, steps)) / (2 * steps)) ** 2;
        return share * rate + (1 - share) * end;
      },
      warmUp: ((t, steps, schedule) =>
        schedule(Math.max(0, t - steps)) * Math.min(1, (t + 1) / steps)) satisfies Warmed,
    },
    {
      stepDecay: (t: number, rate: number, every: number, factor: number) =>
        rate * Math.exp(Math.log(factor) * ((t - (t % every)) / every)),
      cosineDecay: (t: number, rate: number, steps: number, end: number) => {
        const turn = Math.cos(Math.PI * Math.min(1, t / steps));
        return (rate + end) / 2 + (turn * (rate - end)) / 2;
      },
      warmUp: ((t, steps, schedule) => {
        if (t >= steps) return schedule(t - steps);
        return ((t + 1) / steps) * schedule(0);
      }) satisfies Warmed,
    },
  ],
};
