/** Quizzes of the opening, sections 0.6 to 0.9: ways to learn, models, nerve cells, history. */
import type { Question } from "./question.js";

/** The questions of sections 0.6 to 0.9. */
export const MODEL_QUESTIONS: readonly Question[] = [
  {
    id: "0.6a",
    ask: "A program sees pictures *with* their right answers and adjusts itself. Which of the three ways is that?",
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
    id: "0.6b",
    ask: "A program that balances a bicycle hears only how long it stayed upright. Which of the three ways is that?",
    options: [
      { text: "supervised learning", why: "Nobody tells it which movement would have been right." },
      {
        text: "reinforcement learning",
        right: true,
        why: "It hears how well it went, and has to find out by itself what to do.",
      },
      {
        text: "self-supervised learning",
        why: "There the answer is a hidden part of the data. How long it stays upright is no part of what it sees.",
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
    id: "0.7b",
    ask: "What comes out of the red square?",
    options: [
      { text: "a prediction", why: "That is the empty bubble before it." },
      {
        text: "one number that nobody draws",
        right: true,
        why: "A cost has an implicit output: how badly prediction and truth agree.",
      },
      {
        text: "nothing",
        why: "Its output is not drawn, but it is there, and training makes it small.",
      },
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
  {
    id: "0.8b",
    ask: "A unit reads the same input twice in a row. What does it answer the second time?",
    options: [
      {
        text: "The same.",
        right: true,
        why: "It has no state: the answer depends on the input and the weights alone.",
      },
      {
        text: "Less, because it is tired.",
        why: "A nerve cell may behave like that. A unit forgets that there was a first time.",
      },
      {
        text: "More, because it has learned.",
        why: "Answering changes no weight. Learning is a step of its own.",
      },
    ],
  },
  {
    id: "0.9a",
    ask: "Which operation are graphics processors good at that networks need most?",
    options: [
      {
        text: "products of matrices",
        right: true,
        why: "A layer that reads many examples is one such product, and all its sums can be formed at the same time.",
      },
      { text: "sorting", why: "Networks hardly ever sort." },
      {
        text: "derivatives",
        why: "There is no hardware for derivatives. They too come down to products of matrices, as lecture 3 shows.",
      },
    ],
  },
  {
    id: "0.9b",
    ask: "Backpropagation is from the 1980s. What was missing then?",
    options: [
      { text: "the chain rule", why: "That is some centuries older." },
      {
        text: "data, hardware and software",
        right: true,
        why: "The ideas were there. What came later is the scale.",
      },
      {
        text: "a proof that every valley is the lowest",
        why: "There is none to this day, and the fear of it delayed the field all the same.",
      },
    ],
  },
];
