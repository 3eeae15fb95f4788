/** Quizzes of chapter 3, the chain rule: slopes, gradients, and what multiplies along a chain. */

import { sigmoid } from "../math/activations.js";
import { mul, square, sub } from "../math/arithmetic.js";
import { centralDifference } from "../math/central-difference.js";
import { grad } from "../math/gradient.js";
import { GRAPH_QUESTIONS } from "./chain-rule-graph.js";
import { MODULE_QUESTIONS } from "./chain-rule-modules.js";
import type { Question } from "./question.js";

const tex = String.raw;

const SLOPE_QUESTIONS: readonly Question[] = [
  {
    id: "3.1a",
    ask: tex`At some point $\partial J/\partial w_1 = -5$. You push $w_1$ up by $0.002$ and leave all else alone. What does $J$ do?`,
    options: [
      {
        text: "It rises by 0.01.",
        why: "The size is right, the sign is lost. A negative slope means that $J$ and the weight move in opposite directions.",
      },
      {
        text: "It falls by 0.01.",
        right: true,
        why: tex`The slope is the factor: $-5 \cdot 0.002 = -0.01$.`,
      },
      {
        text: "It falls by 5.",
        why: "That would be the change for a push of 1, if the slope stayed the same all the way. The push here is much smaller.",
      },
      {
        text: "One cannot say without the other weights.",
        why: "The slope was measured at this point, with the other weights where they are. They are in it already.",
      },
    ],
  },
  {
    id: "3.1b",
    ask: tex`The gradient at a point is $(0, 0)$. What do you know?`,
    options: [
      {
        text: "The point is a minimum.",
        why: "It may be. A maximum and a saddle have a gradient of 0 as well: it only says that the ground is level right here.",
      },
      {
        text: "$J$ is 0 there.",
        why: "That mixes up the height with the slope. A plateau can be high.",
      },
      {
        text: "A tiny step in any direction changes $J$ hardly at all.",
        right: true,
        why: "That is what slopes of 0 say: level ground, whether at the bottom, at the top, or between.",
      },
    ],
  },
  {
    id: "3.2a",
    ask: "You measure a slope with smaller and smaller steps, and from some point on it gets worse. Why?",
    options: [
      {
        text: "The formula holds for large steps only.",
        why: "It is the other way around: as mathematics it gets better and better. Look at what the computer stores.",
      },
      {
        text: "Both values agree in nearly all digits, so their difference is mostly rounding error.",
        right: true,
        why: "And dividing by the tiny $2h$ makes that error large.",
      },
      {
        text: "The function has a kink somewhere.",
        why: "The sigmoid of the lecture has none, and its curve turns up all the same.",
      },
      {
        text: "The computer divides by zero.",
        why: "$2h$ is small, but it is not 0, and the quotient is finite. It is the numerator that has lost its digits.",
      },
    ],
  },
  {
    id: "3.2b",
    ask: tex`What does $(3.2)$ give for $J(w) = w^2$ at $w = 3$, with the huge step $h = 1$?`,
    computed: () => centralDifference((w) => w ** 2, 3, 1),
    options: [
      {
        text: "7",
        value: 7,
        why: "That is the push to one side: $16 - 9$. The other side, $9 - 4$, gives 5, and the formula takes both.",
      },
      {
        text: "6",
        value: 6,
        right: true,
        why: "$(16 - 4)/2 = 6$, the exact slope. For a parabola the bend on both sides cancels completely.",
      },
      { text: "12", value: 12, why: "That is $16 - 4$, not yet divided by $2h$." },
      {
        text: "6.5",
        value: 6.5,
        why: "With so large a step one expects an error. But a parabola bends equally on both sides, and so the error cancels.",
      },
    ],
  },
  {
    id: "3.3a",
    ask: tex`In the chain of 3.3, which factors do $(3.3)$ and $(3.4)$ share?`,
    options: [
      {
        text: tex`$\partial J/\partial \hat y$`,
        right: true,
        why: "Both weights act on $J$ through the prediction. So the factor of that last stage is computed once.",
      },
      {
        text: tex`$\partial \hat y/\partial z_1$`,
        why: "$w_2$ does not act through $z_1$. It stands behind it.",
      },
      {
        text: "None.",
        why: tex`Both have $\partial J/\partial\hat y$ in front. If nothing were shared, going backwards would save nothing.`,
      },
    ],
  },
  {
    id: "3.3b",
    ask: tex`$x = 2$, $w_1 = 1$, $w_2 = 3$, $y = 4$, no activation, $J = (\hat y - y)^2$. What is $\partial J/\partial w_1$?`,
    computed: () => grad((w1) => square(sub(mul(3, mul(w1, 2)), 4)), 1),
    options: [
      {
        text: "4",
        value: 4,
        why: tex`That is $\partial J/\partial\hat y = 2(6 - 4)$ alone. The two stages before it are missing.`,
      },
      {
        text: "8",
        value: 8,
        why: tex`That is $4 \cdot 2$: the way from $\hat y$ to $z_1$, with the factor $w_2 = 3$, was skipped.`,
      },
      {
        text: "9",
        value: 9,
        why: "The factors were added: $4 + 3 + 2$. Along a chain they multiply.",
      },
      {
        text: "24",
        value: 24,
        right: true,
        why: tex`$\partial J/\partial\hat y \cdot w_2 \cdot x = 4 \cdot 3 \cdot 2$.`,
      },
    ],
  },
  {
    id: "3.4a",
    ask: tex`From above comes $dC/dz = 6$, and $z = \mathrm{ReLU}(s)$ with $s = -1$. What is $dC/ds$?`,
    options: [
      {
        text: "6",
        why: "That would be so for $s > 0$, where ReLU has slope 1. Here $s$ is negative.",
      },
      {
        text: "−6",
        why: "The sign of $s$ does not turn the slope around. ReLU is flat on the left.",
      },
      {
        text: "0",
        right: true,
        why: "The slope of ReLU at $-1$ is 0, and 6 times 0 is 0. Nothing comes through.",
      },
    ],
  },
  {
    id: "3.4b",
    ask: tex`Three sigmoids in a row, each at $s = 0$. With $dC/dz = 64$ at the end, what arrives at the front?`,
    computed: () => 64 * sigmoid.derivative(0) ** 3,
    options: [
      {
        text: "8",
        value: 8,
        why: tex`That takes a factor $\tfrac12$ for each, which is the *value* $\sigma(0)$. The slope there is $\tfrac14$.`,
      },
      {
        text: "1",
        value: 1,
        right: true,
        why: tex`The slope of the sigmoid at 0 is $\tfrac14$, and $64 \cdot \tfrac14 \cdot \tfrac14 \cdot \tfrac14 = 1$.`,
      },
      {
        text: "48",
        value: 48,
        why: tex`The three slopes were added to $\tfrac34$. Along a chain they multiply.`,
      },
      {
        text: "64",
        value: 64,
        why: "A slope comes through unchanged only where the activation has slope 1, and the sigmoid never has.",
      },
    ],
  },
];

/** The questions of chapter 3, the chain rule. */
export const CHAIN_RULE_QUESTIONS: readonly Question[] = [
  ...SLOPE_QUESTIONS,
  ...GRAPH_QUESTIONS,
  ...MODULE_QUESTIONS,
];
