/** Quizzes of the opening, sections 0.1 to 0.9: how the course works, what the words mean. */
import { matMul } from "../math/linear-algebra.js";
import { ones } from "../math/tensor.js";
import type { Question } from "./question.js";

/** The questions of the opening. */
export const OPENING_QUESTIONS: readonly Question[] = [
  {
    id: "0.1a",
    ask: "What happens if you write a wrong number into a `predict` cell?",
    options: [
      {
        text: "The cell turns red, and you lose a point.",
        why: "Nothing is graded there. A prediction is for you alone.",
      },
      {
        text: "Nothing yet. Later the result stands beside it.",
        right: true,
        why: "`reveal` puts your number next to the computed one and says how far apart they are. Being wrong is where learning starts.",
      },
      {
        text: "The library corrects the number.",
        why: "Your number stays as you wrote it, so that you can compare.",
      },
    ],
  },
  {
    id: "0.2a",
    ask: "A matrix of shape `[5, 3]` times one of shape `[3, 2]`: how many entries has the product?",
    options: [
      {
        text: "$6$",
        value: 6,
        why: "That is the second matrix. Each of the 5 rows gives a row of the product.",
      },
      {
        text: "$10$",
        value: 10,
        right: true,
        why: "`[5, 3]` times `[3, 2]` is `[5, 2]`: the inner length, 3, is summed away.",
      },
      { text: "$15$", value: 15, why: "That is the first matrix." },
      {
        text: "$30$",
        value: 30,
        why: "That is how many multiplications it takes, not how many results there are.",
      },
    ],
    computed: () => matMul(ones([5, 3]), ones([3, 2])).size,
  },
  {
    id: "0.2b",
    ask: "What does the hat in $\\hat y$ say?",
    options: [
      {
        text: "that it is the true answer",
        why: "That is $y$, without a hat: the answer in the data.",
      },
      {
        text: "that it is a prediction",
        right: true,
        why: "$y$ is what was observed, $\\hat y$ what the model says.",
      },
      {
        text: "that it is a vector",
        why: "Shapes stand in brackets, as in `[n]`. A hat says nothing about them.",
      },
    ],
  },
  {
    id: "0.4a",
    ask: "Which sentence is true?",
    options: [
      {
        text: "All of AI is machine learning.",
        why: "The oval of AI is the larger one: a chess program with rules by hand is AI without learning.",
      },
      {
        text: "All of deep learning is machine learning.",
        right: true,
        why: "The inner oval lies in the outer one: deep networks learn from data.",
      },
      {
        text: "Machine learning and deep learning are two names of one thing.",
        why: "A line fitted to points learns from data and is not deep.",
      },
    ],
  },
  {
    id: "0.5a",
    ask: "The hand-made feature told 0 from 1 and failed on 3 and 5. What did the learned one need for the new pair?",
    options: [
      { text: "a new idea", why: "That is what the *hand-made* feature would have needed." },
      {
        text: "new examples, and the same recipe",
        right: true,
        why: "The code was the same; only the pictures that it was given differed.",
      },
      { text: "more pixels", why: "Both had the same 64 pixels." },
    ],
  },
  {
    id: "0.6a",
    ask: "A program sees pictures *with* their right answers and adjusts itself. Which paradigm is that?",
    options: [
      {
        text: "supervised learning",
        right: true,
        why: "The right answer comes with each example, from outside.",
      },
      {
        text: "reinforcement learning",
        why: "There one hears only how well an action went, not what would have been right.",
      },
      {
        text: "self-supervised learning",
        why: "There the answer is a hidden part of the data itself; nobody writes it beside the picture.",
      },
    ],
  },
  {
    id: "0.7a",
    ask: "In $G(x, w)$, which of the two does training change?",
    options: [
      { text: "$x$", why: "$x$ is observed: it is what the world gives." },
      {
        text: "$w$",
        right: true,
        why: "The parameters are the knobs. Training turns them until the answers fit.",
      },
      { text: "both", why: "While it trains, the examples stay as they are." },
    ],
  },
  {
    id: "0.8a",
    ask: "What does an artificial unit *not* have that a nerve cell has?",
    options: [
      {
        text: "inputs that speak against",
        why: "It has them: negative weights, as a nerve cell has inhibiting links.",
      },
      {
        text: "a state that lasts in time",
        right: true,
        why: "It computes its answer from its inputs of the moment and forgets. It sends a number, not spikes.",
      },
      { text: "links to many others", why: "A unit of a dense layer reads every unit before it." },
    ],
  },
];
