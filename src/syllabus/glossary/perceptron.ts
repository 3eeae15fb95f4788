/** Glossary: terms of chapter 1. */
import type { Term } from "./term.js";

/** The terms that chapter 1 introduces. */
export const PERCEPTRON_TERMS: readonly Term[] = [
  {
    term: "prediction",
    also: [],
    definition: "What a model says, written with a hat; the true answer has none.",
    section: "1.1",
    equations: ["1.1"],
  },
  {
    term: "weight",
    also: [],
    definition:
      "A number that an input is multiplied by. It says how much the input counts, and its sign in which direction.",
    section: "1.1",
    equations: ["1.1", "1.2"],
  },
  {
    term: "dot product",
    also: [],
    definition: "Two lists of the same length, multiplied in pairs and added up.",
    section: "1.2",
    equations: ["1.2"],
  },
  {
    term: "bias",
    also: [],
    definition:
      "A number that is added to the weighted sum whatever the inputs are. It can be seen as the weight of an input that is always 1.",
    section: "1.2",
    equations: ["1.3"],
  },
  {
    term: "pre-activation",
    also: [],
    definition: "The weighted sum with its bias, before the activation function.",
    section: "1.2",
    equations: ["1.3", "1.4"],
  },
  {
    term: "perceptron",
    also: [],
    definition:
      "A unit that multiplies its inputs by weights, adds them up with a bias, and sends the sum through an activation function.",
    section: "1.3",
    equations: ["1.5"],
  },
  {
    term: "activation function",
    also: [],
    definition:
      "The function that bends the weighted sum of a unit. It is applied to each entry on its own.",
    section: "1.3",
    equations: ["1.5"],
  },
  {
    term: "linear regression",
    also: [],
    definition: "A perceptron whose activation does nothing: the answer is the weighted sum.",
    section: "1.3",
    equations: ["1.5"],
  },
  {
    term: "logistic regression",
    also: [],
    definition: "A perceptron with the sigmoid as its activation: the answer is a probability.",
    section: "1.3",
    equations: ["1.5", "1.6"],
  },
  {
    term: "sigmoid",
    also: [],
    definition: "The function 1 / (1 + e^(−z)), which takes any number to one between 0 and 1.",
    section: "1.4",
    equations: ["1.6", "1.7"],
  },
  {
    term: "derivative",
    also: [],
    definition: "How fast a function changes: the slope of its graph at a point.",
    section: "1.4",
    equations: ["1.7"],
  },
  {
    term: "saturation",
    also: [],
    definition:
      "A unit saturates where its activation is nearly flat: its answer hardly moves, and it hardly learns.",
    section: "1.4",
    equations: ["1.7", "1.9"],
  },
  {
    term: "hyperbolic tangent",
    also: [],
    definition:
      "The sigmoid's sister with values from −1 to 1, which goes through the origin. Written tanh.",
    section: "1.4",
    equations: ["1.8", "1.9"],
  },
  {
    term: "rectified linear unit",
    also: [],
    definition: "The function max(0, z): negative numbers become 0, the others pass. Written ReLU.",
    section: "1.5",
    equations: ["1.10", "1.11"],
  },
  {
    term: "leaky ReLU",
    also: [],
    definition:
      "A ReLU with a small slope α to the left of 0, so that a negative sum still says something.",
    section: "1.5",
    equations: ["1.21"],
  },
  {
    term: "softplus",
    also: [],
    definition:
      "The function ln(1 + e^z): ReLU with its corner rounded off. Its slope is the sigmoid.",
    section: "1.5",
    equations: ["1.22"],
  },
  {
    term: "dead unit",
    also: [],
    definition:
      "A ReLU unit whose sum is negative for every example. It is 0 and its slope is 0 on all the data, so nothing tells its weights to change.",
    section: "1.6",
    equations: ["1.11"],
  },
  {
    term: "pointwise",
    also: [],
    definition: "Applied to each entry on its own, without a look at its neighbours.",
    section: "1.7",
    equations: [],
  },
  {
    term: "hyperplane",
    also: [],
    definition:
      "Where a weighted sum with bias is 0: a line for two inputs, a plane for three. The weights stand at a right angle on it.",
    section: "1.8",
    equations: ["1.13"],
  },
  {
    term: "linear classifier",
    also: [],
    definition: "A unit that answers +1 or −1 by the sign of its weighted sum.",
    section: "1.8",
    equations: ["1.14"],
  },
  {
    term: "dense layer",
    also: [],
    definition:
      "Several units that all read the same inputs. Unit i has column i of the weight matrix and a bias of its own. Also called fully connected or linear layer.",
    section: "1.9",
    equations: ["1.15"],
  },
  {
    term: "softmax",
    also: [],
    definition:
      "Scores become positive shares that add up to 1: each score is made a power of e and divided by the total.",
    section: "1.10",
    equations: ["1.20"],
  },
  {
    term: "score",
    also: [],
    definition:
      "A number that goes into softmax or the sigmoid, before it becomes a probability. Also called logit.",
    section: "1.10",
    equations: ["1.20"],
  },
  {
    term: "XOR",
    also: [],
    definition:
      "The exclusive or: 1 if exactly one of two inputs is 1. No line separates its answers.",
    section: "1.11",
    equations: ["1.23"],
  },
  {
    term: "linearly separable",
    also: [],
    definition:
      "Two classes of points are linearly separable if some line or hyperplane has each class on its own side.",
    section: "1.11",
    equations: ["1.13"],
  },
  {
    term: "hidden layer",
    also: [],
    definition:
      "A layer between the inputs and the output layer. It bends the space so that the last layer has an easy job.",
    section: "1.12",
    equations: ["1.16"],
  },
  {
    term: "deep network",
    also: [],
    definition: "A network with several hidden layers, each reading what the one before has made.",
    section: "1.12",
    equations: ["1.17"],
  },
  {
    term: "acyclic graph",
    also: [],
    definition:
      "A graph in which no unit reads itself, not even through others. Then there is an order in which every unit finds its inputs ready.",
    section: "1.13",
    equations: ["1.18"],
  },
  {
    term: "recurrent network",
    also: [],
    definition: "A network whose graph has a cycle, so that the value of a unit depends on time.",
    section: "1.13",
    equations: ["1.18"],
  },
  {
    term: "flatten",
    also: [],
    definition: "To write all entries of a tensor one after the other into one list.",
    section: "1.14",
    equations: [],
  },
  {
    term: "module",
    also: [],
    definition:
      "A part of a network that keeps its parameters and has a forward function. A function without parameters, such as ReLU, needs no module.",
    section: "1.14",
    equations: ["1.15"],
  },
];
