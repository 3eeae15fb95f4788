/** Chapter 2, exercise 2.9: hinge and ranking loss, which are content once a margin is kept. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { numbers, positives } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { MARGINS_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

const hinge = (y: number, z: number): number => Math.max(0, 1 - y * z);
const hingeSlope = (y: number, z: number): number => (y * z < 1 ? -y : 0);
const ranking = (y: number, s1: number, s2: number, margin: number): number =>
  Math.max(0, margin - y * (s1 - s2));

const sides = fc.constantFrom(1, -1);
const asked = fc.tuple(sides, numbers());
const pairs = fc.tuple(sides, numbers(), numbers(), positives());

/** max(0, 1 − yz) and max(0, m − y(s₁ − s₂)). */
export const marginsExercise: Exercise = {
  id: "loss/margins",
  number: "2.9",
  title: "Hinge and ranking loss",
  kind: "implement",
  syllabus: ["L7"],
  equations: ["2.11", "2.12"],
  reference: { hinge, hingeSlope, ranking },
  hints: [
    "Here the label is −1 or +1, so that y·z is positive when the sign is right. How large must y·z be before the hinge loss is content?",
    "Eq. (2.11): $\\max(0, 1 - y z)$; Eq. (2.12): $\\max(0, m - y (s_1 - s_2))$. All are numbers. The slope with respect to $z$ is that of the part that is larger; where both are 0, at $yz = 1$, the course takes 0.",
    "```ts\nfunction hinge(y: number, z: number): number {\n  return Math.max(0, …);\n}\nfunction hingeSlope(y: number, z: number): number {\n  return y * z < 1 ? … : 0;          // the label has a say in the slope\n}\nfunction ranking(y: number, s1: number, s2: number, margin: number): number {\n  return Math.max(0, margin - …);    // y = 1: the first should score higher\n}\n```",
  ],
  why: "Cross-entropy always wants a little more certainty. These two are content once the margin is kept: their slope is exactly 0 there, and such samples no longer pull at the weights. The samples that still pull are the ones near the boundary.",
  checks: [
    workedByHand({
      name: "hinge: the numbers worked by hand",
      points: 1,
      answer: "hinge",
      cases: [
        { args: [1, 2], want: 0, byHand: "right with room to spare" },
        { args: [1, 0.5], want: 0.5, byHand: "right, but inside the margin: 1 − 0.5" },
        { args: [-1, 0.5], want: 1.5, byHand: "wrong: 1 + 0.5" },
        { args: [-1, -2], want: 0, byHand: "right with room to spare" },
      ],
    }),
    agreesForAll({
      name: "hinge: any label and score",
      points: 1,
      answer: "hinge",
      library: hinge,
      inputs: asked,
    }),
    workedByHand({
      name: "slope: the numbers worked by hand, corner included",
      points: 1,
      answer: "hingeSlope",
      cases: [
        { args: [1, 0], want: -1, byHand: "inside the margin the loss is 1 − z" },
        { args: [-1, 0], want: 1, byHand: "inside the margin the loss is 1 + z" },
        { args: [1, 3], want: 0, byHand: "beyond the margin the loss is level" },
        { args: [1, 1], want: 0, byHand: "at the corner the course takes 0" },
      ],
    }),
    agreesForAll({
      name: "slope: any label and score",
      points: 1,
      answer: "hingeSlope",
      library: hingeSlope,
      inputs: asked,
    }),
    workedByHand({
      name: "ranking: the numbers worked by hand",
      points: 1,
      answer: "ranking",
      cases: [
        { args: [1, 3, 1, 1], want: 0, byHand: "ahead by 2, 1 is asked for" },
        { args: [1, 1.5, 1, 1], want: 0.5, byHand: "ahead by 0.5, half a margin is missing" },
        { args: [-1, 3, 1, 1], want: 3, byHand: "the wrong one is ahead by 2: 1 + 2" },
      ],
    }),
    lawForAll<[number, number, number, number]>({
      name: "ranking: to swap the two and the order changes nothing",
      points: 1,
      inputs: pairs,
      sides: (answers, [y, s1, s2, m]) => [
        answers.call("ranking", y, s1, s2, m),
        answers.call("ranking", -y, s2, s1, m) as number,
      ],
      statement: ([y, s1, s2, m]) =>
        `ranking(${y}, ${s1}, ${s2}, ${m}) = ranking(${-y}, ${s2}, ${s1}, ${m})`,
    }),
    agreesForAll({
      name: "ranking: any scores and margin",
      points: 1,
      hidden: true,
      answer: "ranking",
      library: ranking,
      inputs: pairs,
    }),
  ],
  pictures: MARGINS_PICTURES,
  wrongAnswers: [
    {
      misconception: "The margin is missing: being barely right is not enough for the hinge.",
      equation: "2.11",
      answers: { hinge: (y: number, z: number) => Math.max(0, -y * z) },
    },
    {
      misconception: "Nothing is cut off at 0: being very right would be rewarded without end.",
      equation: "2.11",
      answers: { hinge: (y: number, z: number) => 1 - y * z },
    },
    {
      misconception: "The label is missing: for class −1 the score has to go the other way.",
      equation: "2.11",
      answers: { hinge: (_: number, z: number) => Math.max(0, 1 - z) },
    },
    {
      misconception: "The sign of y·z is turned: right answers pay and wrong ones are free.",
      equation: "2.11",
      answers: { hinge: (y: number, z: number) => Math.max(0, 1 + y * z) },
    },
    {
      misconception: "The slope changes at z = 0; the corner of the hinge lies at y·z = 1.",
      equation: "2.11",
      answers: { hingeSlope: (y: number, z: number) => (y * z < 0 ? -y : 0) },
    },
    {
      misconception: "The slope's sign is turned: inside the margin the loss falls as y·z grows.",
      equation: "2.11",
      answers: { hingeSlope: (y: number, z: number) => (y * z < 1 ? y : 0) },
    },
    {
      misconception: "At the corner itself the slope is the steep one here; the course takes 0.",
      equation: "2.11",
      answers: { hingeSlope: (y: number, z: number) => (y * z <= 1 ? -y : 0) },
    },
    {
      misconception: "The margin is subtracted outside: it is part of what is compared with 0.",
      equation: "2.12",
      answers: {
        ranking: (y: number, s1: number, s2: number, m: number) => Math.max(0, -y * (s1 - s2)) - m,
      },
    },
    {
      misconception: "The scores have changed places: with y = 1 the first should be ahead.",
      equation: "2.12",
      answers: {
        ranking: (y: number, s1: number, s2: number, m: number) => ranking(y, s2, s1, m),
      },
    },
  ],
  rightAnswers: [
    {
      hinge: (y: number, z: number) => (y * z >= 1 ? 0 : 1 - y * z),
      hingeSlope: (y: number, z: number) => (1 - y * z > 0 ? 1 : 0) * -y + 0,
      ranking: (y: number, s1: number, s2: number, m: number) =>
        y === 1 ? Math.max(m - s1 + s2, 0) : Math.max(m + s1 - s2, 0),
    },
    {
      hinge: (y: number, z: number) => (1 - y * z + Math.abs(1 - y * z)) / 2,
      hingeSlope: (y: number, z: number) => (y * z < 1 ? -1 * y : 0),
      ranking: (y: number, s1: number, s2: number, m: number) => {
        const missing = m - y * (s1 - s2);
        return missing > 0 ? missing : 0;
      },
    },
  ],
};
