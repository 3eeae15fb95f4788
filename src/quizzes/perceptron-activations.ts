/** Quizzes of chapter 1, sections 1.4 to 1.7: activation functions, and why a network needs them. */
import { relu, sigmoid } from "../math/activations.js";
import { softplus } from "../math/more-activations.js";
import type { Question } from "./question.js";

/** The questions of sections 1.4 to 1.7. */
export const ACTIVATION_QUESTIONS: readonly Question[] = [
  {
    id: "1.4a",
    ask: "$\\sigma(z) = 0.9$. What is the slope $\\sigma'(z)$ there?",
    options: [
      {
        text: "$0.9$",
        value: 0.9,
        why: "That is the value itself. $(1.7)$ multiplies it by what is missing to 1.",
      },
      {
        text: "$0.25$",
        value: 0.25,
        why: "That is the slope in the middle, where $\\sigma = 0.5$: the largest there is.",
      },
      {
        text: "$0.09$",
        value: 0.09,
        right: true,
        why: "$0.9 \\cdot (1 - 0.9)$: the value is enough to know the slope.",
      },
      {
        text: "$0.1$",
        value: 0.1,
        why: "That is $1 - \\sigma$ alone. The other factor, $0.9$, is missing.",
      },
    ],
    computed: () => sigmoid.derivative(Math.log(9)),
  },
  {
    id: "1.4b",
    ask: "A unit with a sigmoid answers 0.9999 where 0 would be right. How easily does it change its mind?",
    options: [
      {
        text: "Easily: it is very wrong, so its slope is large.",
        why: "The slope knows nothing of right or wrong. It is $\\sigma(1 - \\sigma)$, and that is tiny here.",
      },
      {
        text: "With difficulty: its slope is close to 0.",
        right: true,
        why: "It is saturated: pushing $z$ a little moves the answer by a ten-thousandth of that.",
      },
      {
        text: "Not at all: its slope is exactly 0.",
        why: "$\\sigma$ never quite reaches 1, so the slope is small and not 0. That would be a dead ReLU unit.",
      },
    ],
  },
  {
    id: "1.5a",
    ask: "Which number stands for the slope of ReLU at $z = 0$ in this course, and why?",
    options: [
      {
        text: "$\\tfrac12$, because it lies in the middle",
        value: 0.5,
        why: "That is what the central difference measures, and any number from 0 to 1 could be defended. The convention is another.",
      },
      {
        text: "$1$, because $0$ is not negative",
        value: 1,
        why: "$(1.11)$ says $z > 0$; at $z = 0$ the other case holds.",
      },
      {
        text: "$0$, by convention",
        value: 0,
        right: true,
        why: "There is no slope at a corner; programs agree on 0, TensorFlow too.",
      },
    ],
    computed: () => relu.derivative(0),
  },
  {
    id: "1.5b",
    ask: "What is softplus at $z = 0$, to two digits?",
    options: [
      {
        text: "$0$",
        value: 0,
        why: "That is ReLU. Softplus rounds the corner off and stays above it.",
      },
      { text: "$0.69$", value: 0.69, right: true, why: "$\\ln(1 + e^0) = \\ln 2$." },
      { text: "$0.5$", value: 0.5, why: "That is its slope there, $\\sigma(0)$." },
      {
        text: "$1$",
        value: 1,
        why: "That is $e^0$, before the 1 is added and the logarithm taken.",
      },
    ],
    computed: () => Math.round(100 * softplus(0)) / 100,
  },
  {
    id: "1.6a",
    ask: "A ReLU unit gives 0 for 99 of 100 examples. Is it dead?",
    options: [
      {
        text: "Yes, it is nearly always silent.",
        why: "Silence on most examples is normal: half of all outputs in our layer were 0. One example is enough to learn from.",
      },
      {
        text: "No: on one example it has the slope 1.",
        right: true,
        why: "Dead means silent on *every* example. This unit still learns, from one in a hundred.",
      },
      {
        text: "That depends on its bias.",
        why: "The bias may be the cause, but the definition looks at the outputs alone.",
      },
    ],
  },
  {
    id: "1.6b",
    ask: "Which slope is exactly 0 at $z = -6$?",
    options: [
      { text: "that of the sigmoid", why: "It is about $0.0025$: small, but a trace is left." },
      { text: "that of tanh", why: "It is about $0.00002$, the smallest of those that are not 0." },
      { text: "that of softplus", why: "Its slope is the sigmoid, about $0.0025$." },
      {
        text: "that of ReLU",
        right: true,
        why: "Left of the corner ReLU is flat, without any remainder.",
      },
    ],
  },
  {
    id: "1.7a",
    ask: "Two linear layers in a row, $64 \\to 1000 \\to 10$, against one, $64 \\to 10$. What can the two do that the one cannot?",
    options: [
      {
        text: "More: they have a hundred times as many weights.",
        why: "Weights are not abilities. $(1.12)$ multiplies all of them into one matrix of 640.",
      },
      {
        text: "Draw bent boundaries.",
        why: "Nothing bends here: there is no activation between them.",
      },
      {
        text: "Nothing.",
        right: true,
        why: "$W_2 W_1$ is one matrix $64 \\to 10$, and it gives the same outputs.",
      },
    ],
  },
  {
    id: "1.7b",
    ask: "And $64 \\to 2 \\to 10$, both linear, against $64 \\to 10$?",
    options: [
      {
        text: "The two can do everything the one can.",
        why: "All information has to pass through two numbers: most matrices $64 \\to 10$ cannot be written like that.",
      },
      {
        text: "The two can do less.",
        right: true,
        why: "Their product is a matrix as well, but one with only two independent directions. A narrow layer throws away.",
      },
      {
        text: "The two can do more.",
        why: "They are still one matrix, and a special one at that.",
      },
    ],
  },
];
