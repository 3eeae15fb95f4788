/** Quizzes of chapter 1, sections 1.11 to 1.14: XOR, hidden layers, graphs, modules. */
import { Flatten } from "../math/modules.js";
import { forward } from "../math/network.js";
import { XOR_NETWORK, xorHiddenSpace } from "../math/xor.js";
import type { Question } from "./question.js";

/** The questions of sections 1.11 to 1.14. */
export const NETWORK_QUESTIONS: readonly Question[] = [
  {
    id: "1.11a",
    ask: "Feed $(1, 1)$ to the network of $(1.23)$. What is $h_2$?",
    options: [
      {
        text: "$2$",
        value: 2,
        why: "That is $h_1$, which counts the ones. $h_2$ subtracts 1 first.",
      },
      {
        text: "$1$",
        value: 1,
        right: true,
        why: "$\\mathrm{ReLU}(1 + 1 - 1) = 1$: this unit wakes up only if both are 1.",
      },
      { text: "$0$", value: 0, why: "That is the answer of the whole network, $2 - 2 \\cdot 1$." },
      { text: "$-1$", value: -1, why: "That is the bias of $h_2$, and no ReLU is ever negative." },
    ],
    computed: () => xorHiddenSpace([1, 1]).at(1),
  },
  {
    id: "1.11b",
    ask: "You replace both ReLUs of that network by $g(z) = z$. What does it answer at $(0, 0)$?",
    options: [
      {
        text: "$0$, as before",
        value: 0,
        why: "With ReLU $h_2 = 0$ there. Without it $h_2 = -1$, and $-2 \\cdot (-1)$ is not 0.",
      },
      {
        text: "$2$",
        value: 2,
        right: true,
        why: "$h_1 = 0$, $h_2 = -1$, and $0 - 2 \\cdot (-1) = 2$. It is a linear network now, $2 - x_1 - x_2$, and no line does XOR.",
      },
      { text: "$-1$", value: -1, why: "That is $h_2$. The output multiplies it by $-2$." },
    ],
    computed: () => {
      const linear = XOR_NETWORK.map((layer) => ({ ...layer, g: XOR_NETWORK[1]!.g }));
      return forward(linear, [0, 0]).at(0);
    },
  },
  {
    id: "1.12a",
    ask: "Layer sizes 5, 7, 7, 2. How many hidden layers, and how many matrices of weights?",
    options: [
      {
        text: "4 hidden layers, 4 matrices",
        why: "These are the columns of the picture. The input and the output are not hidden.",
      },
      {
        text: "2 hidden layers, 2 matrices",
        why: "The output layer has weights too: there is a matrix between every two columns.",
      },
      {
        text: "2 hidden layers, 3 matrices",
        right: true,
        why: "$5 \\times 7$, $7 \\times 7$ and $7 \\times 2$. One matrix more than hidden layers, always.",
      },
      { text: "3 hidden layers, 3 matrices", why: "The last column is the output." },
    ],
  },
  {
    id: "1.12b",
    ask: "And how many numbers has that network to learn?",
    options: [
      {
        text: "$98$",
        value: 98,
        why: "These are the weights, $35 + 49 + 14$. Each of the 16 units has a bias.",
      },
      { text: "$114$", value: 114, right: true, why: "$(35 + 7) + (49 + 7) + (14 + 2)$." },
      {
        text: "$119$",
        value: 119,
        why: "That gives the 5 inputs a bias as well. Inputs are given, not computed.",
      },
      {
        text: "$21$",
        value: 21,
        why: "That counts units. Each has one weight for every unit before it.",
      },
    ],
    computed: () => 5 * 7 + 7 + 7 * 7 + 7 + 7 * 2 + 2,
  },
  {
    id: "1.13a",
    ask: "$y$ reads $a$ and $b$, $b$ reads $a$, and $a$ reads the inputs. Which order works?",
    options: [
      {
        text: "$y$, $b$, $a$",
        why: "That is the order backwards: $y$ would be asked before anything it reads is there.",
      },
      { text: "$a$, $y$, $b$", why: "$y$ reads $b$, which is not there yet." },
      { text: "$a$, $b$, $y$", right: true, why: "Each comes after all that it reads." },
      {
        text: "any order: it is a list",
        why: "The order of *listing* does not matter. The order of computing does.",
      },
    ],
  },
  {
    id: "1.13b",
    ask: "In a block diagram, which shape stands for the prediction $\\hat y$?",
    options: [
      {
        text: "a filled bubble",
        why: "Filled means observed, given from outside. A prediction is computed.",
      },
      {
        text: "an empty bubble",
        right: true,
        why: "It is a value, so a bubble; it is computed, so it is empty.",
      },
      {
        text: "a rounded box",
        why: "A box is a function: it makes the prediction, it is not the prediction.",
      },
      {
        text: "a red square",
        why: "That is the cost, which compares the prediction with the truth.",
      },
    ],
  },
  {
    id: "1.14a",
    ask: "The picture is twice as wide: $10 \\times 40$ points, three colours. How many inputs?",
    options: [
      { text: "$600$", value: 600, why: "That was the narrow picture." },
      { text: "$400$", value: 400, why: "These are the points. Each has three numbers." },
      {
        text: "$1200$",
        value: 1200,
        right: true,
        why: "$10 \\cdot 40 \\cdot 3$. The first layer needs twice as many weights, the others stay.",
      },
      {
        text: "$53$",
        value: 53,
        why: "That adds the lengths. Flattening keeps every entry: multiply.",
      },
    ],
    computed: () => new Flatten([10, 40, 3]).size,
  },
  {
    id: "1.14b",
    ask: "Why is `Linear` an object and `relu` a function?",
    options: [
      { text: "Because `Linear` is slower.", why: "Speed has nothing to do with it." },
      {
        text: "Because `Linear` has parameters to keep, and `relu` has none.",
        right: true,
        why: "An object remembers its weights from call to call. A function without parameters has nothing to remember.",
      },
      {
        text: "Because `relu` is not linear.",
        why: "A layer that is not linear may have parameters too; then it is a module.",
      },
    ],
  },
];
