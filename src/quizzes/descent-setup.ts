/** Quizzes of chapter 4, the setup: rates and schedules, initial weights, the scale of inputs. */
import { stepDecay } from "../math/schedules.js";
import { standardize } from "../math/standardization.js";
import type { Question } from "./question.js";

/** Sections 4.12 to 4.14. */
export const SETUP_QUESTIONS: readonly Question[] = [
  {
    id: "4.12a",
    ask: "$\\eta_0 = 0.4$, and the rate is halved every 100 steps, $(4.12)$. What is it at step 250?",
    computed: () => stepDecay(0.4, 100, 0.5)(250),
    options: [
      {
        text: "0.1",
        value: 0.1,
        right: true,
        why: "$\\lfloor 250/100 \\rfloor = 2$ halvings: stairs, not a slope.",
      },
      {
        text: "about 0.071",
        value: 0.4 * 0.5 ** 2.5,
        why: "That is $(4.13)$, the smooth one, with 2.5 halvings.",
      },
      {
        text: "0.05",
        value: 0.05,
        why: "Three halvings: the third comes at step 300.",
      },
      {
        text: "0.2",
        value: 0.2,
        why: "One halving. There was one at step 100 and one at step 200.",
      },
    ],
  },
  {
    id: "4.12b",
    ask: "SGD with a constant rate: the loss falls, and then jumps about above the minimum for ever. What lowers that floor?",
    options: [
      {
        text: "more steps with the same rate",
        why: "Noise and slope are in balance there. Waiting changes nothing.",
      },
      {
        text: "a larger rate",
        why: "It arrives faster, and jumps higher.",
      },
      {
        text: "a smaller rate from here on, or a larger batch",
        right: true,
        why: "The first makes the jumps shorter, the second makes the noise smaller.",
      },
    ],
  },
  {
    id: "4.13a",
    ask: "All weights start at $0.5$, all biases at 0, with tanh. What happens?",
    options: [
      {
        text: "Nothing moves: it is the same as starting at 0.",
        why: "The weights above are not 0, so gradients come through. They move.",
      },
      {
        text: "All learn, but the units of a layer stay alike.",
        right: true,
        why: "Equal units get equal gradients. Zero was only the extreme case: the failure is symmetry.",
      },
      {
        text: "It learns as well as from random weights.",
        why: "A layer whose units are all alike computes a single feature, however wide it is.",
      },
    ],
  },
  {
    id: "4.13b",
    ask: "A ReLU layer has 200 inputs and 50 units. Which variance does He's start, $(4.19)$, give its weights?",
    computed: () => 2 / 200,
    options: [
      {
        text: "$0.04$",
        value: 0.04,
        why: "That is $2/50$. A unit adds up its *inputs*, of which there are 200.",
      },
      {
        text: "$0.008$",
        value: 0.008,
        why: "That is Xavier's $2/(200 + 50)$, which counts both.",
      },
      {
        text: "$0.1$",
        value: 0.1,
        why: "That is the standard deviation. The variance is its square.",
      },
      {
        text: "$0.01$",
        value: 0.01,
        right: true,
        why: "$2/n_{\\mathrm{in}} = 2/200$; the 2 makes up for what ReLU cuts off.",
      },
    ],
  },
  {
    id: "4.14a",
    ask: "A training variable has the values 99 and 101. A test example has 105. What is it after standardizing?",
    computed: () =>
      standardize([[99], [101]])
        .apply([105])
        .at(0),
    options: [
      {
        text: "0",
        value: 0,
        why: "That standardizes the test example by itself. Every example would be 0, and say nothing.",
      },
      {
        text: "5",
        value: 5,
        right: true,
        why: "$(105 - 100)/1$, with the mean and deviation of the *training* data. It shows how far out it lies.",
      },
      {
        text: "about 1.34",
        value: 1.336,
        why: "That takes the mean and deviation of all three values. The test example has no part in them.",
      },
    ],
  },
  {
    id: "4.14b",
    ask: "An input lies between 99 and 101, its unit has a bias. Why is that bad for gradient descent?",
    options: [
      {
        text: "The numbers are too large for the computer.",
        why: "100 is a harmless number. It is the *ratio* of curvatures that hurts.",
      },
      {
        text: "The input varies too little to be of use.",
        why: "Its variation may be all that matters. Standardized, the same input learns at once.",
      },
      {
        text: "The weight and the bias do nearly the same, which digs a long, slanting ravine.",
        right: true,
        why: "Raise the weight by 1 and lower the bias by 100, and little changes: a direction that is almost flat, beside one that is very steep.",
      },
    ],
  },
];
