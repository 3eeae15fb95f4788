/** Quizzes of chapter 5, 5.9 to 5.11: the trial, size and complexity, the recipe. */
import { createNetwork, parametersOf } from "../math/network.js";
import { Random } from "../math/random.js";
import type { Question } from "./question.js";

/** The questions of 5.9 to 5.11. */
export const TRIAL_QUESTIONS: readonly Question[] = [
  {
    id: "5.9a",
    ask: "A method changes the error by $-0.8$ points, and the whisker reaches $1.1$ to each side. What has been shown?",
    options: [
      {
        text: "It helps a little.",
        why: "The stretch from $-1.9$ to $+0.3$ holds 0. Chance alone could have done it.",
      },
      {
        text: "It does not help.",
        why: "That has not been shown either: $-1.9$ lies within the stretch as well.",
      },
      {
        text: "Nothing yet.",
        right: true,
        why: "Helping and not helping are both within reach. More seeds make the whisker shorter.",
      },
    ],
  },
  {
    id: "5.9b",
    ask: "Why are the differences taken seed by seed, and not the two means compared with their own error bars?",
    options: [
      {
        text: "Because a hard draw of digits is hard for all methods, and the difference takes that out.",
        right: true,
        why: "What both runs share cancels. The whisker then shows what the method does, not how lucky the draw was.",
      },
      {
        text: "Because means cannot be subtracted.",
        why: "They can, and the difference is the same number. Its whisker would be longer.",
      },
      {
        text: "Because it makes the difference larger.",
        why: "The mean difference stays the same. Only its uncertainty changes.",
      },
    ],
  },
  {
    id: "5.10a",
    ask: "How many weights and biases has a network with 64 inputs, 16 hidden units and 10 outputs?",
    options: [
      {
        text: "$1184$",
        value: 1184,
        why: "That is $64 \\cdot 16 + 16 \\cdot 10$ and forgets the biases.",
      },
      {
        text: "$1210$",
        value: 1210,
        right: true,
        why: "$64 \\cdot 16 + 16$ and $16 \\cdot 10 + 10$. That is ten for each of the 126 digits, and it generalizes.",
      },
      { text: "$90$", value: 90, why: "That counts units, not the connections between them." },
    ],
    computed: () =>
      Object.values(parametersOf(createNetwork([64, 16, 10], new Random(1)))).reduce(
        (total, { size }) => total + size,
        0,
      ),
  },
  {
    id: "5.10b",
    ask: "A network learns 126 digits with random labels without an error. What follows?",
    options: [
      {
        text: "With true labels, too, it will only guess on new digits.",
        why: "5.10 has measured that it does not: with true labels it gets nine new digits of ten right.",
      },
      {
        text: "What it could express says little about what it finds with true labels.",
        right: true,
        why: "Room for nonsense is there either way. What training finds depends on the data.",
      },
      {
        text: "The labels were not random.",
        why: "They were drawn by dice; the test error is that of guessing.",
      },
      {
        text: "It has too few weights.",
        why: "With too few it could not have learned the nonsense by heart.",
      },
    ],
  },
  {
    id: "5.11a",
    ask: "L2 lowers the error by 5 points, noise by 9. What do you expect of both together?",
    options: [
      {
        text: "14 points less.",
        why: "That would need them to hinder two different things. Both make large weights costly.",
      },
      {
        text: "Somewhere around 9: one has to measure.",
        right: true,
        why: "They hinder much the same. Two fences around one field keep out little more than one.",
      },
      {
        text: "4 points less: they work against each other.",
        why: "Nothing subtracts them. They pull in the same direction.",
      },
    ],
  },
  {
    id: "5.11b",
    ask: "A network has the training error 30 %, the validation error 31 %, and neither falls any more. What do you try first?",
    options: [
      {
        text: "Dropout.",
        why: "It hinders fitting, and this network does not fit enough as it is.",
      },
      {
        text: "More weight decay.",
        why: "The gap is 1 point: there is no overfitting to fight.",
      },
      {
        text: "A larger network, or a better learning rate.",
        right: true,
        why: "It underfits. First make it fit the training set, then regularize.",
      },
      {
        text: "More examples of the same kind.",
        why: "They close a gap, and there is hardly one.",
      },
    ],
  },
];
