/** Quizzes of chapter 1, sections 1.8 to 1.10: the line of a perceptron, dense layers, softmax. */
import { sigmoid } from "../math/activations.js";
import { weightedSum } from "../math/perceptron.js";
import { softmax } from "../math/softmax.js";
import type { Question } from "./question.js";

/** The questions of sections 1.8 to 1.10. */
export const LAYER_QUESTIONS: readonly Question[] = [
  {
    id: "1.8a",
    ask: "The unit $\\sigma(1 + 3x_1 - 2x_2)$ is shown $(1, 2)$. What does it answer?",
    options: [
      { text: "$0$", value: 0, why: "That is $z$. The sigmoid comes after it." },
      { text: "$1$", value: 1, why: "That is the bias, or a certainty that no sigmoid ever has." },
      {
        text: "$0.5$",
        value: 0.5,
        right: true,
        why: "$1 + 3 - 4 = 0$: the point lies on the line, and there the unit is undecided.",
      },
      { text: "$0.002$", value: 0.002, why: "That is the answer at $(-1, 2)$, where $z = -6$." },
    ],
    computed: () => sigmoid(weightedSum([1, 2], [3, -2], 1)),
  },
  {
    id: "1.8b",
    ask: "You multiply both weights *and* the bias by 10. What changes?",
    options: [
      {
        text: "The line moves ten times as far from the origin.",
        why: "Its distance is $|w_0| / \\lVert w \\rVert$, and the ten cancels.",
      },
      {
        text: "Only how sure the unit is.",
        right: true,
        why: "$z$ is ten times as large everywhere, so the sigmoid is nearer to 0 or 1; where $z = 0$ it stays 0.",
      },
      { text: "The line turns.", why: "Its direction depends on $w_1 : w_2$, which is as before." },
      {
        text: "Nothing at all.",
        why: "The line stays, and so do all yes and no. The probabilities do not.",
      },
    ],
  },
  {
    id: "1.9a",
    ask: "In $W$ `[inputs, units]`, where do the weights of the third unit stand?",
    options: [
      {
        text: "in the third row",
        why: "A row belongs to an *input*: it holds what that input says to each of the units.",
      },
      {
        text: "in the third column",
        right: true,
        why: "$w_{j,i}$: $j$ counts inputs (rows), $i$ counts units (columns).",
      },
      {
        text: "on the diagonal",
        why: "Nothing special stands there. Every unit reads every input.",
      },
    ],
  },
  {
    id: "1.9b",
    ask: "A dense layer from 64 inputs to 10 units: how many numbers to learn?",
    options: [
      { text: "$640$", value: 640, why: "These are the weights. Each unit has a bias too." },
      {
        text: "$704$",
        value: 704,
        why: "That gives every input a bias, $640 + 64$. A bias belongs to a unit.",
      },
      {
        text: "$74$",
        value: 74,
        why: "That adds inputs and units. Each unit has a weight for *every* input.",
      },
      { text: "$650$", value: 650, right: true, why: "$64 \\cdot 10$ weights and $10$ biases." },
    ],
    computed: () => 64 * 10 + 10,
  },
  {
    id: "1.10a",
    ask: "Softmax gives $(0.1, 0.2, 0.7)$. You add 5 to every score. What does it give now?",
    options: [
      {
        text: "$(0.1, 0.2, 0.7)$",
        right: true,
        why: "Every power grows by the same factor $e^5$, and so does their sum. Only differences of scores count.",
      },
      {
        text: "something closer to $(\\tfrac13, \\tfrac13, \\tfrac13)$",
        why: "That would happen if you *divided* the scores. Adding changes no difference.",
      },
      {
        text: "something closer to $(0, 0, 1)$",
        why: "That would happen if you *multiplied* the scores. Look at the slider of the figure.",
      },
    ],
  },
  {
    id: "1.10b",
    ask: "Two scores are equal, 3 and 3. What is the share of the first?",
    options: [
      {
        text: "about $0.95$",
        value: 0.95,
        why: "That is $\\sigma(3)$, the share of a 3 beside a 0.",
      },
      {
        text: "$0.5$",
        value: 0.5,
        right: true,
        why: "Equal scores share equally, however large they are.",
      },
      { text: "about $20$", value: 20, why: "That is $e^3$, not yet divided by the total." },
      { text: "$3$", value: 3, why: "Shares lie between 0 and 1 and add up to 1." },
    ],
    computed: () => softmax([3, 3]).at(0),
  },
];
