/** Quizzes of chapter 2, sections 2.6 to 2.8: squared error, the noise behind it, and where it fails. */
import { meanSquaredError } from "../math/mean-squared-error.js";
import type { Question } from "./question.js";

/** Questions 2.6a to 2.8b. */
export const SQUARE_QUESTIONS: readonly Question[] = [
  {
    id: "2.6a",
    ask: "Two samples with two outputs each: the gaps are $(3, 4)$ and $(0, 0)$. What is $J$ by (2.5) and (2.6)?",
    computed: () =>
      meanSquaredError(
        [
          [3, 4],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
        ],
      ),
    options: [
      {
        text: "6.25",
        value: 6.25,
        why: "That divides by all four numbers. Here outputs are added and only samples are averaged; some libraries do it your way.",
      },
      {
        text: "25",
        value: 25,
        why: "That is the loss of the first sample. The second costs 0, and the mean has to take it in.",
      },
      {
        text: "12.5",
        value: 12.5,
        right: true,
        why: "$9 + 16 = 25$ for the first sample, 0 for the second, 12.5 on average.",
      },
    ],
  },
  {
    id: "2.6b",
    ask: "All residuals become twice as large. What happens to $J$?",
    options: [
      {
        text: "It doubles",
        why: "That would be so for the mean absolute gap. A square with twice the side has four times the area.",
      },
      {
        text: "It becomes four times as large",
        right: true,
        why: "Every square does, so their mean does.",
      },
      {
        text: "It depends on how many samples there are",
        why: "A mean does not count them. Every area is multiplied by the same factor, and so is their mean.",
      },
    ],
  },
  {
    id: "2.7a",
    ask: "The width $s$ of the noise is taken twice as large. What happens to the best weights?",
    options: [
      {
        text: "Nothing",
        right: true,
        why: "$s$ stands in the factor and in the constant, and neither depends on $w$. Stretching and lifting move no minimum.",
      },
      {
        text: "They shrink, since the data say less",
        why: "The data do say less, and the likelihood is flatter. But its top is at the same place.",
      },
      {
        text: "They double with it",
        why: "$s$ describes the noise around the line, not the line. In 2.7 the best weight was the same for $s = 0.8$ and for $s = 3$.",
      },
    ],
  },
  {
    id: "2.7b",
    ask: "Some of the targets are misprints, far off. Which loss suffers less?",
    options: [
      {
        text: "The squared gap: it averages errors out",
        why: "It gives the largest say to the largest gap. For 1, 2, 3, 4, 100 it answers 22.",
      },
      {
        text: "Both alike: a misprint is a misprint",
        why: "In the last cell of 2.7 the same misprint moved one answer to 22 and left the other at 3.",
      },
      {
        text: "The absolute gap: it assumes that large errors happen",
        right: true,
        why: "A misprint pulls with the slope 1, however far off it is, and the best guess is the number in the middle.",
      },
    ],
  },
  {
    id: "2.8a",
    ask: "A unit is sure and wrong, $\\hat y \\approx 0$ with label 1. Why does squared error after a sigmoid teach it nothing?",
    options: [
      {
        text: "Its loss is too small there",
        why: "Its loss is nearly 1, as large as it can be. What is small is the slope.",
      },
      {
        text: "Its slope has the factor $\\sigma'(z)$, which is almost 0 there",
        right: true,
        why: "The gap is as large as can be, but it is multiplied by the slope of a sigmoid that has gone flat.",
      },
      {
        text: "Squared error has no slope for labels",
        why: "It has one everywhere, $2(\\hat y - y)\\,\\sigma'(z)$. It is not missing, it is tiny.",
      },
    ],
  },
  {
    id: "2.8b",
    ask: "What does it mean for training that a loss is convex in the weights?",
    options: [
      {
        text: "Training always takes the same number of steps",
        why: "Convexity says nothing about speed: a convex valley can be long and nearly flat.",
      },
      {
        text: "The loss can be made exactly 0",
        why: "The bottom may lie high. Squared error of a line through noisy points is convex, and its least value is not 0.",
      },
      {
        text: "Whoever walks downhill cannot end in a wrong valley",
        right: true,
        why: "There is only one. A second one would put the straight line between the two below the curve.",
      },
    ],
  },
];
