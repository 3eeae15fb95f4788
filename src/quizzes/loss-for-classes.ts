/** Quizzes of chapter 2, sections 2.9 to 2.11: several classes, their slopes, and safe pairs. */
import { softmaxCrossEntropy } from "../math/softmax-cross-entropy.js";
import type { Question } from "./question.js";

/** Questions 2.9a to 2.11b. */
export const CLASS_QUESTIONS: readonly Question[] = [
  {
    id: "2.9a",
    ask: "A fresh network for ten classes has a first loss of 11. What do you conclude?",
    options: [
      {
        text: "Ten classes are hard, so the first loss is large",
        why: "Knowing nothing costs $\\ln 10 \\approx 2.3$, however hard the task. 11 is worse than knowing nothing.",
      },
      {
        text: "It is sure of wrong answers: its scores are far too large",
        right: true,
        why: "With scores that are alike the loss is $\\ln 10 \\approx 2.3$. More than that means that it says wrong things with confidence, before it has seen anything.",
      },
      {
        text: "Nothing: the first loss is random",
        why: "The weights are random, and still the scores of a well started network are small and the loss lies close to $\\ln k$.",
      },
    ],
  },
  {
    id: "2.9b",
    ask: "The scores are $(7, 7)$, and the first class came. What is the loss (2.8)?",
    computed: () => softmaxCrossEntropy([7, 7], 0),
    options: [
      {
        text: "0, because the score of the class that came is the largest",
        value: 0,
        why: "It is no larger than the other. The loss is the log-sum-exp minus that score, and the log-sum-exp lies above both.",
      },
      {
        text: "$7 + \\ln 2 \\approx 7.69$",
        value: 7 + Math.LN2,
        why: "That is the log-sum-exp. The score of the class that came, 7, is still to be taken away.",
      },
      {
        text: "$\\ln 2 \\approx 0.693$",
        value: Math.LN2,
        right: true,
        why: "Two classes that are alike: undecided. That both scores are 7 does not matter, only their difference.",
      },
    ],
  },
  {
    id: "2.10a",
    ask: "$p = (0.2, 0.5, 0.3)$, and the second class came. What is the slope of the loss with respect to the *third* score?",
    computed: () =>
      softmaxCrossEntropy.gradient([Math.log(0.2), Math.log(0.5), Math.log(0.3)], 1).at(2),
    options: [
      {
        text: "0, since the third class did not come",
        value: 0,
        why: "The third score stands in the sum of (2.9). Lowering it makes the second class more probable.",
      },
      {
        text: "0.3",
        value: 0.3,
        right: true,
        why: "$p - y$ at the third place is $0.3 - 0$. A positive slope: the loss falls if this score falls.",
      },
      {
        text: "−0.7",
        value: -0.7,
        why: "That would be $0.3 - 1$, for the third class having come. The 1 of $y$ stands at the second place.",
      },
    ],
  },
  {
    id: "2.10b",
    ask: "Somebody says: *going back through a softmax gives $p - y$*. Is that so?",
    options: [
      {
        text: "Yes, for every loss behind it",
        why: "The softmax alone knows no $y$. Which loss stands behind it must enter, and with squared error the slope is another.",
      },
      {
        text: "No, it is $y - p$",
        why: "That is the direction of the step, minus the slope. But the real point is which functions the slope belongs to.",
      },
      {
        text: "Only for softmax and cross-entropy together",
        right: true,
        why: "(2.10) is the slope of the pair (2.8). Lecture 3 takes the softmax alone, and it looks different.",
      },
    ],
  },
  {
    id: "2.11a",
    ask: "$\\ln(1 + e^{-40})$ comes out as exactly 0. Which wall was it?",
    options: [
      {
        text: "$e^{-40}$ underflows",
        why: "$e^{-40} \\approx 4 \\cdot 10^{-18}$ is far above the smallest number. It underflows only beyond 745.",
      },
      {
        text: "$1 + e^{-40}$ rounds to 1",
        right: true,
        why: "Behind $53 \\ln 2 \\approx 36.7$ the power is less than half the distance to the next number above 1. `Math.log1p` never adds the 1.",
      },
      {
        text: "The logarithm overflows",
        why: "A logarithm cannot: the largest number has the logarithm 709.8.",
      },
    ],
  },
  {
    id: "2.11b",
    ask: "You have a carefully written cross-entropy that takes probabilities. Why is it still not safe?",
    options: [
      {
        text: "It is handed a probability that has already been rounded to 0 or 1",
        right: true,
        why: "The digits are lost before it is called. Only a function that sees the scores can keep them.",
      },
      {
        text: "It must divide by $n$, and $n$ may be large",
        why: "Dividing by a large number is harmless here. The digits are lost earlier.",
      },
      {
        text: "Logarithms of probabilities are slow",
        why: "Perhaps, but that is no question of safety. Look at what is handed to it.",
      },
    ],
  },
];
