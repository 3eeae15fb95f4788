/** Quizzes of chapter 3, the chain rule: the ways back through modules, kinks, and machines. */
import { relu } from "../math/activations.js";
import { abs, add, mul, square } from "../math/arithmetic.js";
import { meanGradient } from "../math/empirical-loss.js";
import { grad } from "../math/gradient.js";
import { max } from "../math/largest.js";
import { softmaxCrossEntropy } from "../math/softmax-cross-entropy.js";
import { tensor } from "../math/tensor.js";
import type { Question } from "./question.js";

const tex = String.raw;

/** Sections 3.10 to 3.14. */
export const MODULE_QUESTIONS: readonly Question[] = [
  {
    id: "3.10a",
    ask: tex`$y = 2 \cdot \max(x_1, x_2, x_3)$ at $x = (1, 7, 5)$. What is $\partial y/\partial x_2$?`,
    computed: () => grad((x) => mul(2, max(x)), [1, 7, 5]).at(1),
    options: [
      { text: "14", value: 14, why: "That is the value of $y$. The slope asks how it changes." },
      {
        text: "2",
        value: 2,
        right: true,
        why: "$x_2$ was chosen, so it gets the whole slope from above, which is 2.",
      },
      {
        text: "1",
        value: 1,
        why: "That is the slope of the maximum alone. The factor 2 comes from above.",
      },
      {
        text: "0.667",
        value: 2 / 3,
        why: "The slope is not shared out. Those that were not chosen get nothing.",
      },
    ],
  },
  {
    id: "3.10b",
    ask: "A network takes one of two branches by an `if`. Can it learn, by the gradient, to take the other one?",
    options: [
      {
        text: "No: the condition gets the slope 0.",
        right: true,
        why: "A small push does not change which branch is taken. A soft switch, which mixes both, has a slope.",
      },
      {
        text: "Yes: the branch that was not taken gets the larger slope.",
        why: "It gets 0: nothing of it is in the result, so the result does not react to it.",
      },
      {
        text: "Yes, if the branches are differentiable.",
        why: "They may be. But between them stands a jump that no slope sees.",
      },
    ],
  },
  {
    id: "3.11a",
    ask: tex`Softmax with cross-entropy gives $p = (0.2, 0.7, 0.1)$, and the true class is the first. What is $\partial C/\partial x_1$?`,
    computed: () =>
      grad((x) => softmaxCrossEntropy(x, 0), [Math.log(0.2), Math.log(0.7), Math.log(0.1)]).at(0),
    options: [
      { text: "0.2", value: 0.2, why: "That is $p_1$ alone. The truth, 1, has to be taken off." },
      {
        text: "0.8",
        value: 0.8,
        why: tex`The sign is turned: that is $y - p$. With $p - y$ a step *down* the slope raises the score.`,
      },
      {
        text: "−5",
        value: -5,
        why: tex`That is $-1/p_1$, the slope with respect to the *probability*. Going back through softmax multiplies it with the Jacobian.`,
      },
      {
        text: "−0.8",
        value: -0.8,
        right: true,
        why: tex`$p_1 - y_1 = 0.2 - 1$. The score of the true class is too low by what is missing to 1.`,
      },
    ],
  },
  {
    id: "3.11b",
    ask: tex`When is $p - y$ the way back through softmax?`,
    options: [
      {
        text: "Always.",
        why: tex`Softmax alone has $(3.14)$, which needs the slopes from above. In $p - y$ there are none.`,
      },
      {
        text: "With any loss, if $y$ is one-hot.",
        why: "The cancelling needs the logarithm of cross-entropy. With the squared error it does not happen.",
      },
      {
        text: "Only together with cross-entropy.",
        right: true,
        why: tex`Put $g = -y/p$, which cross-entropy sends down, into $(3.14)$, and $p - y$ comes out.`,
      },
    ],
  },
  {
    id: "3.12a",
    ask: tex`Which of these is *not* a legal slope of $|w|$ at 0?`,
    options: [
      {
        text: "0",
        why: "The level line stays below $|w|$ everywhere. It is what this library returns.",
      },
      {
        text: "1",
        why: "It is the slope of the right side itself, and its line lies below $|w|$ on the left.",
      },
      {
        text: "−0.3",
        why: "It lies between the slopes of both sides, so its line stays below the curve.",
      },
      {
        text: "1.5",
        right: true,
        why: "Its line rises above $|w|$ on the right. It does not lie between $-1$ and $1$.",
      },
    ],
  },
  {
    id: "3.12b",
    ask: tex`What does the library find for the slope of $|w| + \mathrm{ReLU}(w)$ at exactly 0?`,
    computed: () => grad((w) => add(abs(w), relu(w)), 0),
    options: [
      {
        text: "0",
        value: 0,
        right: true,
        why: "Both parts answer 0 at their kinks, and the sum of the answers is 0. It is legal: the sides have slopes $-1$ and $2$.",
      },
      {
        text: "0.5",
        value: 0.5,
        why: "That is the middle of $-1$ and $2$. A central difference would find it, but the library adds up the answers of the parts.",
      },
      {
        text: "1",
        value: 1,
        why: "Neither part answers that at 0 here: $|w|$ gives 0, and so does ReLU.",
      },
      {
        text: "2",
        value: 2,
        why: "That is the slope on the right. At the kink each part gives its agreed number, 0.",
      },
    ],
  },
  {
    id: "3.13a",
    ask: tex`Three examples have the gradients $(3, 0)$, $(0, 6)$ and $(-3, 0)$. What is the second entry of the gradient of the mean loss?`,
    computed: () => meanGradient([tensor([3, 0]), tensor([0, 6]), tensor([-3, 0])]).at(1),
    options: [
      { text: "6", value: 6, why: "That is the sum. The loss is a mean, so divide by three." },
      {
        text: "3",
        value: 3,
        why: "Divide by the number of examples, and not by the number of those that have something to say.",
      },
      { text: "2", value: 2, right: true, why: "$(0 + 6 + 0)/3$, by $(3.17)$." },
      {
        text: "0",
        value: 0,
        why: "In the first entry the pulls of $3$ and $-3$ cancel. In the second nothing stands against 6.",
      },
    ],
  },
  {
    id: "3.13b",
    ask: tex`In the half page of 3.13, where is the factor $1/n$?`,
    options: [
      {
        text: "In the slope of the loss, with which the walk back starts.",
        right: true,
        why: "It enters once, at the end of the network, and is carried along by every product.",
      },
      {
        text: "In each layer.",
        why: tex`Then it would be multiplied in again and again, $1/n^K$ for $K$ layers.`,
      },
      {
        text: tex`In the product $X^{\mathsf T}\,\partial J/\partial Z$.`,
        why: "That product *adds* over the examples. The factor is already in what comes from above.",
      },
    ],
  },
  {
    id: "3.14a",
    ask: "Which node of a computational graph is a weight?",
    options: [
      {
        text: "One that has no operands.",
        why: "Inputs and targets have none either. The graph does not tell them apart.",
      },
      {
        text: "One with a gradient.",
        why: "Every node gets an adjoint on the way back, inputs and intermediate values as well.",
      },
      {
        text: "The one that we decide to change.",
        right: true,
        why: "For the graph all nodes are alike. Calling one a weight says only that a step of descent will move it.",
      },
    ],
  },
  {
    id: "3.14b",
    ask: tex`You write a module for $x^2$ and give it the backward $g \cdot x$. At which point would a check *not* notice?`,
    computed: () => [-1, 0, 1, 2].find((x) => grad((v) => square(v), x) === x) ?? Number.NaN,
    options: [
      { text: "at 1", value: 1, why: "There the true slope is 2, and yours is 1." },
      {
        text: "at 0",
        value: 0,
        right: true,
        why: tex`$2x$ and $x$ agree only at 0. So never check at a point where things vanish.`,
      },
      { text: "at 2", value: 2, why: "There the true slope is 4, and yours is 2." },
      {
        text: "at −1",
        value: -1,
        why: "There the true slope is −2, and yours is −1. The sign is right, the size is not.",
      },
    ],
  },
];
