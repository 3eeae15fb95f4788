/** Quizzes of the opening (0.x) and of chapter 1, and the questions of 1.1 to 1.3: from one input to the perceptron. */
import { weightedSum } from "../math/perceptron.js";
import { OPENING_QUESTIONS } from "./opening.js";
import { MODEL_QUESTIONS } from "./opening-models.js";
import { ACTIVATION_QUESTIONS } from "./perceptron-activations.js";
import { LAYER_QUESTIONS } from "./perceptron-layers.js";
import { NETWORK_QUESTIONS } from "./perceptron-networks.js";
import type { Question } from "./question.js";

const UNIT_QUESTIONS: readonly Question[] = [
  {
    id: "1.1a",
    ask: "A unit $\\hat y = w\\,x$ answers 6 for $x = 2$. What does it answer for $x = -1$?",
    options: [
      {
        text: "$3$",
        value: 3,
        why: "The size is right, the side is not: $x$ is negative, and $w = 3$ keeps its sign.",
      },
      {
        text: "$-3$",
        value: -3,
        right: true,
        why: "$6 = w \\cdot 2$ gives $w = 3$, and $3 \\cdot (-1) = -3$. One example fixes the one weight.",
      },
      {
        text: "$5$",
        value: 5,
        why: "That takes the weight as something to add, $6 - 1$. A weight multiplies.",
      },
      {
        text: "$0$",
        value: 0,
        why: "Only $x = 0$ must give 0. Look at the line through the origin: at $-1$ it is below.",
      },
    ],
    computed: () => weightedSum([-1], [6 / 2]),
  },
  {
    id: "1.1b",
    ask: "Water freezes at 0 degrees Celsius and at 32 degrees Fahrenheit. Can $\\hat y = w\\,x$ turn Celsius into Fahrenheit?",
    options: [
      {
        text: "Yes, with the right $w$.",
        why: "Whatever $w$ is, $x = 0$ gives $0$, and 32 is asked for.",
      },
      {
        text: "Yes, if $w$ may be negative.",
        why: "The sign turns the line over, but it still goes through the origin.",
      },
      {
        text: "No, because it always answers $0$ at $x = 0$.",
        right: true,
        why: "The line must cross the vertical axis at 32, and lines of $(1.1)$ all cross it at 0. Section 1.2 adds the number that is missing.",
      },
      {
        text: "No, because the relation is not straight.",
        why: "It is straight: $1.8\\,x + 32$. What is missing is the 32.",
      },
    ],
  },
  {
    id: "1.2a",
    ask: "$w_0 = 4$, $w = (1, -2)$, $x = (0, 0)$. What is $z$?",
    options: [
      {
        text: "$0$",
        value: 0,
        why: "That is $(1.2)$, without the bias. The bias is added even if every input is 0.",
      },
      {
        text: "$3$",
        value: 3,
        why: "That adds the weights, $4 + 1 - 2$, as if both inputs were 1.",
      },
      {
        text: "$-1$",
        value: -1,
        why: "That is the sum of the weights alone. Each is multiplied by 0 here.",
      },
      {
        text: "$4$",
        value: 4,
        right: true,
        why: "With inputs of 0 the weights have nothing to say, and the bias alone remains.",
      },
    ],
    computed: () => weightedSum([0, 0], [1, -2], 4),
  },
  {
    id: "1.2b",
    ask: "What does a negative weight $w_i$ mean?",
    options: [
      {
        text: "The larger $x_i$ is, the smaller $z$ becomes.",
        right: true,
        why: "$z$ changes by $w_i$ for each step of $x_i$; a negative weight speaks against.",
      },
      {
        text: "Input $i$ is not important.",
        why: "Importance is the size $|w_i|$. A weight near 0 is unimportant, whatever its sign.",
      },
      {
        text: "$z$ is negative.",
        why: "A single weight does not decide that: the other inputs and the bias join in, and $x_i$ may be negative too.",
      },
    ],
  },
  {
    id: "1.3a",
    ask: "$X$ holds 50 examples of 8 inputs as rows, $W$ is a column of 8 weights. What is the shape of $w_0 + XW$?",
    options: [
      { text: "`[8]`", why: "The 8 is summed away: it is the index that both factors share." },
      {
        text: "`[50]`",
        right: true,
        why: "One sum for each of the 50 rows; the bias is added to every one of them.",
      },
      { text: "`[50, 8]`", why: "That would be the products before they are added up." },
      {
        text: "a single number",
        why: "That is what one example gives. Fifty rows give fifty sums.",
      },
    ],
  },
  {
    id: "1.3b",
    ask: "What turns a perceptron into linear regression?",
    options: [
      {
        text: "To leave the bias out.",
        why: "Regression has a bias too: it is the intercept of its line.",
      },
      {
        text: "To use the sigmoid for $g$.",
        why: "That is logistic regression: an answer between 0 and 1.",
      },
      {
        text: "To use $g(z) = z$.",
        right: true,
        why: "With a $g$ that does nothing the answer is the weighted sum itself.",
      },
      {
        text: "To give it one input only.",
        why: "Linear regression may have as many inputs as you like.",
      },
    ],
  },
];

/** The questions of chapter 1, the perceptron, and of the opening (0.x). */
export const PERCEPTRON_QUESTIONS: readonly Question[] = [
  ...OPENING_QUESTIONS,
  ...MODEL_QUESTIONS,
  ...UNIT_QUESTIONS,
  ...ACTIVATION_QUESTIONS,
  ...LAYER_QUESTIONS,
  ...NETWORK_QUESTIONS,
];
