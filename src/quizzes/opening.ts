/** Quizzes of the opening, sections 0.1 to 0.5: how the course works, what the words mean. */

import { matMul } from "../math/linear-algebra.js";
import { meanSquaredError } from "../math/mean-squared-error.js";
import { ones } from "../math/tensor.js";
import type { Question } from "./question.js";

/** The questions of sections 0.1 to 0.5. */
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
    id: "0.1b",
    ask: "You have changed a number in a cell and the answer looks wrong. What now?",
    options: [
      {
        text: "Reload the page and lose everything.",
        why: "That is never needed. Cells can be changed and run as often as you like.",
      },
      {
        text: "Change it back and run the cell again.",
        right: true,
        why: "Nothing can break: a cell computes anew each time it runs.",
      },
      {
        text: "Install the course again.",
        why: "The library is not touched by what you write in a cell.",
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
    id: "0.3a",
    ask: "In the small loop, what is the job of the line $w \\leftarrow w - 0.1 \\cdot \\text{slope}$?",
    options: [
      { text: "It makes an answer.", why: "That is the first line, $\\hat y = 2w$." },
      { text: "It says how wrong the answer is.", why: "That is $J$, in the second line." },
      {
        text: "It changes the weight so that the next answer is better.",
        right: true,
        why: "It goes against the slope, a small step downhill. Lecture 4 is about this line.",
      },
    ],
  },
  {
    id: "0.3b",
    ask: "$w = 0$, so $\\hat y = 0$ and $J = (0 - 6)^2$. What is $J$?",
    options: [
      { text: "$6$", value: 6, why: "That is the distance. The loss squares it." },
      { text: "$-6$", value: -6, why: "A square is never negative." },
      {
        text: "$36$",
        value: 36,
        right: true,
        why: "$(-6)^2$, the first number that the loop prints.",
      },
      { text: "$12$", value: 12, why: "That is $2 \\cdot 6$, a part of the slope." },
    ],
    computed: () => meanSquaredError([0], [6]),
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
    id: "0.4b",
    ask: "A program plays chess by rules that its author wrote down. Where does it stand in the picture?",
    options: [
      { text: "in the innermost oval", why: "No network, no patterns from data." },
      {
        text: "in the middle oval, but not in the innermost",
        why: "It learns nothing from data: its abilities are rules.",
      },
      {
        text: "in the outer oval only",
        right: true,
        why: "It imitates what people do, so it is AI; it does not learn.",
      },
      {
        text: "outside all of them",
        why: "To imitate what people do is enough for the outer oval.",
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
    id: "0.5b",
    ask: "Why is the share of right answers measured on pictures that set neither weights nor threshold?",
    options: [
      {
        text: "Because a program can learn its examples by heart.",
        right: true,
        why: "Only new pictures show whether it has found something that holds in general. Lecture 5 is about this.",
      },
      {
        text: "Because there are too many pictures.",
        why: "All of them would fit. The point is that the judged ones must be new.",
      },
      {
        text: "Because the first half is easier.",
        why: "The halves were dealt out at random, so they are equally hard.",
      },
    ],
  },
];
