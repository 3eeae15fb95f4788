/** Quizzes of chapter 2, sections 2.1 to 2.5: loss, mean, likelihood, binary cross-entropy, logits. */
import { binaryCrossEntropy, binaryCrossEntropyFromLogits } from "../math/binary-cross-entropy.js";
import { empiricalLoss } from "../math/empirical-loss.js";
import { meanSquaredError } from "../math/mean-squared-error.js";
import type { Question } from "./question.js";

/** Questions 2.1a to 2.5b. */
export const LIKELIHOOD_QUESTIONS: readonly Question[] = [
  {
    id: "2.1a",
    ask: "The unit is $\\hat y = w x$, the cost the squared gap. The sample is $x = 3$, $y = 2$. What is the loss at $w = 0$?",
    computed: () => meanSquaredError(0 * 3, 2),
    options: [
      {
        text: "0, because nothing is predicted",
        value: 0,
        why: "A weight of 0 predicts the number 0, and 0 is a prediction like any other. It is off by 2.",
      },
      {
        text: "4",
        value: 4,
        right: true,
        why: "$\\hat y = 0 \\cdot 3 = 0$, the gap is 2, its square 4.",
      },
      {
        text: "2",
        value: 2,
        why: "That is the gap. The cost here is the square of the gap.",
      },
      {
        text: "49",
        value: 49,
        why: "That is $(3 \\cdot 3 - 2)^2$, the loss at $w = 3$. The input and the weight have been mixed up.",
      },
    ],
  },
  {
    id: "2.1b",
    ask: "While a network learns, what does its loss depend on?",
    options: [
      {
        text: "On the inputs: the network looks for better ones",
        why: "The data are given and stay as they are. In the diagram they are the grey circles.",
      },
      {
        text: "On the weights: the data are fixed",
        right: true,
        why: "$L(x, y, w)$ has three arguments, and two of them are given by the data. What may move is $w$.",
      },
      {
        text: "On the cost module: it adapts to the network",
        why: "The cost module has nothing to learn. It is chosen once, and judges every prediction in the same way.",
      },
    ],
  },
  {
    id: "2.2a",
    ask: "$\\hat y = 2x$ on the samples $(1, 2)$ and $(2, 0)$, squared error. What is $J$?",
    computed: () =>
      empiricalLoss(meanSquaredError, (x: number, w: number) => w * x, [1, 2], [2, 0])(2),
    options: [
      {
        text: "16",
        value: 16,
        why: "That is the sum of the losses, 0 and 16. $J$ is their mean.",
      },
      {
        text: "4",
        value: 4,
        why: "That is the square of the mean gap, $((0 + 4)/2)^2$. Squares come first, the mean after.",
      },
      {
        text: "8",
        value: 8,
        right: true,
        why: "The losses are 0 and $(0 - 4)^2 = 16$; their mean is 8.",
      },
    ],
  },
  {
    id: "2.2b",
    ask: "A program adds the losses where it should average them. The data grow tenfold, the learning rate stays. What happens to its steps?",
    options: [
      {
        text: "They get about ten times as long",
        right: true,
        why: "The slope of a sum of ten times as many terms is ten times as large, and the step is $\\eta$ times the slope.",
      },
      {
        text: "Nothing: the best weights are the same",
        why: "The place of the minimum is the same, the slope on the way to it is not. In 2.2 that was enough to end at $-5 \\cdot 10^{22}$.",
      },
      {
        text: "They get ten times as short",
        why: "That would happen if one divided by $n$ twice. Here nothing is divided, so the slope grows with the data.",
      },
    ],
  },
  {
    id: "2.3a",
    ask: "Two tosses, both heads. Which $p$ has the largest likelihood?",
    computed: () => {
      const tried = [0, 0.25, 0.5, 0.75, 1];
      return tried.reduce((best, p) => (p * p > best * best ? p : best));
    },
    options: [
      {
        text: "0.5, since coins are fair",
        value: 0.5,
        why: "That is what you believe about coins before the data. The likelihood only looks at the data: $0.5^2 = 0.25$.",
      },
      {
        text: "1",
        value: 1,
        right: true,
        why: "$p^2$ grows up to $p = 1$. Two tosses are few, and the most likely coin is an absurd one. Lecture 5 has a name for it.",
      },
      {
        text: "0.75",
        value: 0.75,
        why: "A cautious answer, but its likelihood is $0.5625$, and that of 1 is 1.",
      },
    ],
  },
  {
    id: "2.3b",
    ask: "Why may one take the logarithm of the likelihood?",
    options: [
      {
        text: "The logarithm keeps the value, up to rounding",
        why: "It changes every value: $0.002$ becomes $-6.1$. Only their order stays.",
      },
      {
        text: "The logarithm makes every likelihood positive",
        why: "It makes them negative: a probability is at most 1, and its logarithm at most 0.",
      },
      {
        text: "It grows when its argument grows, so the best place stays the best",
        right: true,
        why: "Order is all that matters for the place of the maximum. The product becomes a sum on top of it, and no longer underflows.",
      },
    ],
  },
  {
    id: "2.4a",
    ask: "The label is 0, the prediction $\\hat y = 0.9$. What does it cost?",
    computed: () => binaryCrossEntropy(0.9, 0),
    options: [
      {
        text: "$-\\ln 0.1 \\approx 2.30$",
        value: -Math.log(0.1),
        right: true,
        why: "Label 0 came, and it had been given the probability $1 - 0.9 = 0.1$.",
      },
      {
        text: "$-\\ln 0.9 \\approx 0.105$",
        value: -Math.log(0.9),
        why: "That is the cost if label 1 comes. The switch in (2.3) takes the other term for label 0.",
      },
      {
        text: "0, since the label is 0",
        value: 0,
        why: "With $y = 0$ the first term vanishes, but $(1 - y) \\ln(1 - \\hat y)$ is there in full.",
      },
    ],
  },
  {
    id: "2.4b",
    ask: "A program trains with (2.3), but has forgotten the minus. It makes $J$ small. What does it learn?",
    options: [
      {
        text: "The same, since a sign does not move a minimum",
        why: "A positive factor does not move it. A minus turns the landscape over: valleys become hills.",
      },
      {
        text: "To give every label the probability 0.5",
        why: "That would be the best for somebody who knows nothing. This program knows the labels, and is paid for missing them.",
      },
      {
        text: "To be as wrong and as sure as it can",
        right: true,
        why: "Small means very negative, and $\\ln$ of the probability of what came is very negative where that probability is near 0. In 2.4 it had no point right.",
      },
    ],
  },
  {
    id: "2.5a",
    ask: "The label is 1, the logit $z = -50$. What is the loss, to four digits?",
    computed: () => binaryCrossEntropyFromLogits(-50, 1),
    options: [
      {
        text: "$\\infty$",
        value: Number.POSITIVE_INFINITY,
        why: "The loss itself is finite for every logit. It is infinite only if it is computed from a probability that has been rounded.",
      },
      {
        text: "50",
        value: 50,
        right: true,
        why: "$\\max(-50, 0) - (-50) \\cdot 1 + \\ln(1 + e^{-50}) = 50$ and a little that no digit shows.",
      },
      {
        text: "0",
        value: 0,
        why: "That is about the loss for label 0. Here the unit is sure, and wrong.",
      },
    ],
  },
  {
    id: "2.5b",
    ask: "For label 0, why is the literal form wrong already at $z = 36$, where nothing overflows?",
    options: [
      {
        text: "Next to 1 the numbers of the computer lie too far apart to hold $1 - \\sigma(36)$",
        right: true,
        why: "They are $1.1 \\cdot 10^{-16}$ apart there, and the difference sought is $2.3 \\cdot 10^{-16}$. Two steps of such a ruler cannot measure it.",
      },
      {
        text: "$e^{-36}$ is too small to be stored",
        why: "$e^{-36} \\approx 2 \\cdot 10^{-16}$ is stored with all its digits. They are lost when it is added to 1.",
      },
      {
        text: "The logarithm is inexact for small arguments",
        why: "The logarithm is exact to the last digit. It is handed a wrong number.",
      },
    ],
  },
];
