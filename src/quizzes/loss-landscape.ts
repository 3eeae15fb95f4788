/** Quizzes of chapter 2, sections 2.12 to 2.14: margins, the landscape, and the place of least loss. */
import { hinge } from "../math/hinge.js";
import type { Question } from "./question.js";

/** Questions 2.12a to 2.14b. */
export const LANDSCAPE_QUESTIONS: readonly Question[] = [
  {
    id: "2.12a",
    ask: "The label is $-1$, the score $z = 0.5$. What is the hinge loss?",
    computed: () => hinge(0.5, -1),
    options: [
      {
        text: "0.5",
        value: 0.5,
        why: "That is $1 - 0.5$, with the label left out. The margin is $y z = -0.5$.",
      },
      {
        text: "0",
        value: 0,
        why: "The score is on the wrong side of 0, so something has to be paid.",
      },
      {
        text: "1.5",
        value: 1.5,
        right: true,
        why: "$1 - (-1)(0.5) = 1.5$: half a unit on the wrong side, and the margin of 1 on top.",
      },
    ],
  },
  {
    id: "2.12b",
    ask: "Every sample has a margin of 2 or more. What does one more step of training do, under hinge loss and under cross-entropy?",
    options: [
      {
        text: "Nothing under hinge; under cross-entropy the weights still grow",
        right: true,
        why: "All slopes of hinge are exactly 0 there. Those of cross-entropy are small, but all of them push the scores further out.",
      },
      {
        text: "Nothing under either: all answers are right",
        why: "A right answer does not end cross-entropy. Look at the table of 2.12: at a margin of 6 its slope is still not 0.",
      },
      {
        text: "The weights grow under both",
        why: "Under hinge nobody asks for more: its slope is 0 from a margin of 1 on.",
      },
    ],
  },
  {
    id: "2.13a",
    ask: "On a map of a loss, the contour lines lie very close together at some place. What is there?",
    options: [
      {
        text: "A minimum",
        why: "Near a smooth minimum the lines lie far apart, since the surface is nearly flat. Close lines are a matter of slope.",
      },
      {
        text: "A large loss",
        why: "The lines say nothing about the height itself, only how fast it changes. A high plateau has hardly any lines.",
      },
      {
        text: "A steep slope",
        right: true,
        why: "Each line stands for one more portion of height. Many of them on a short way: steep.",
      },
    ],
  },
  {
    id: "2.13b",
    ask: "Two settings of the weights of a network both have loss 0. What about the setting half-way between them?",
    options: [
      {
        text: "Its loss is 0, too",
        why: "So it would be in a convex landscape. With a hidden layer there may be a pass between: in 2.13 the middle said 0 to everything.",
      },
      {
        text: "Its loss may be anything",
        right: true,
        why: "The landscape of a network is not convex. Two good places say nothing about what lies between.",
      },
      {
        text: "There cannot be two such settings",
        why: "There are always several: exchange two hidden units, or flip the signs around a tanh, and the network is the same.",
      },
    ],
  },
  {
    id: "2.14a",
    ask: "$J(w) = (w - 3)^2 + 5$. What is $\\operatorname{arg\\,min}_w J(w)$?",
    computed: () => {
      const tried = Array.from({ length: 101 }, (_, i) => i / 10);
      const J = (w: number): number => (w - 3) ** 2 + 5;
      return tried.reduce((best, w) => (J(w) < J(best) ? w : best));
    },
    options: [
      {
        text: "5",
        value: 5,
        why: "That is the minimum, the height at the lowest place. Arg min is the place.",
      },
      {
        text: "3",
        value: 3,
        right: true,
        why: "At $w = 3$ the square is 0, and nowhere is it less.",
      },
      {
        text: "0",
        value: 0,
        why: "At $w = 0$ the loss is 14. A loss need not be able to reach 0, and the place of its minimum need not be 0.",
      },
    ],
  },
  {
    id: "2.14b",
    ask: "A grid search takes a minute for 5 weights, with 10 values for each. How long does it take for 10 weights?",
    options: [
      {
        text: "Two minutes",
        why: "That would be so if each further weight *added* its trials. It multiplies them.",
      },
      {
        text: "Ten minutes",
        why: "That is one further weight. There are five of them, each a factor of 10.",
      },
      {
        text: "About two months",
        right: true,
        why: "$10^5$ times as many trials, and 100 000 minutes are 69 days.",
      },
    ],
  },
];
