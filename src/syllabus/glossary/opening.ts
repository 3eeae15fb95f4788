/** Glossary: terms of the opening. */
import type { Term } from "./term.js";

/** The terms that the opening introduces. */
export const OPENING_TERMS: readonly Term[] = [
  {
    term: "tensor",
    also: [],
    definition:
      "A number, a list of numbers or a table of numbers, with a shape. Mathematicians mean more by the word.",
    section: "0.2",
    equations: [],
  },
  {
    term: "shape",
    also: [],
    definition:
      "The length of each axis of a tensor: [3] is a list of three numbers, [5, 3] a table with five rows and three columns.",
    section: "0.2",
    equations: [],
  },
  {
    term: "artificial intelligence",
    also: [],
    definition: "Any technique that lets a computer imitate what people do.",
    section: "0.4",
    equations: [],
  },
  {
    term: "machine learning",
    also: [],
    definition:
      "The part of artificial intelligence that gets its abilities from data and not from rules that someone wrote.",
    section: "0.4",
    equations: [],
  },
  {
    term: "deep learning",
    also: [],
    definition:
      "The part of machine learning that finds patterns with neural networks: networks of modules with parameters, trained from examples by descent along gradients.",
    section: "0.4",
    equations: [],
  },
  {
    term: "feature",
    also: [],
    definition:
      "A number that is computed from an input in order to tell inputs apart. It is made by hand or learned.",
    section: "0.5",
    equations: [],
  },
  {
    term: "supervised learning",
    also: [],
    definition: "Learning from examples that come with the right answer.",
    section: "0.6",
    equations: [],
  },
  {
    term: "reinforcement learning",
    also: [],
    definition:
      "Learning from how well an action went, without being told which action would have been right.",
    section: "0.6",
    equations: [],
  },
  {
    term: "self-supervised learning",
    also: [],
    definition:
      "Learning from data that is its own teacher: a part is hidden, and the program fills it in.",
    section: "0.6",
    equations: [],
  },
  {
    term: "model",
    also: [],
    definition: "A function G(x, w) of the input and of parameters; training turns the parameters.",
    section: "0.7",
    equations: [],
  },
  {
    term: "unit",
    also: [],
    definition:
      "The smallest part of a network: a weighted sum and an activation function. Also called neuron or node.",
    section: "0.8",
    equations: ["1.5"],
  },
];
