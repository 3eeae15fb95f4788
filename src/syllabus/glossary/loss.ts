/** Glossary: terms of chapter 2. */
import type { Term } from "./term.js";

/** The terms that chapter 2 introduces. */
export const LOSS_TERMS: readonly Term[] = [
  {
    term: "loss",
    also: [],
    definition:
      "A number that says how wrong one prediction is: 0 or more, and small where prediction and target agree.",
    section: "2.1",
    equations: ["2.1"],
  },
  {
    term: "cost module",
    also: [],
    definition:
      "The block behind a network that compares a prediction with its target and gives one number. It has no weights of its own.",
    section: "2.1",
    equations: ["2.1"],
  },
  {
    term: "sample",
    also: [],
    definition: "An input together with what is true for it.",
    section: "2.1",
    equations: ["2.1"],
  },
  {
    term: "target",
    also: [],
    definition: "What is true for an input, and what the prediction is compared with.",
    section: "2.1",
    equations: ["2.1"],
  },
  {
    term: "empirical loss",
    also: [],
    definition:
      "The mean of the losses of all samples, as a function of the weights. Also called cost, objective or empirical risk.",
    section: "2.2",
    equations: ["2.2"],
  },
  {
    term: "learning rate",
    also: [],
    definition:
      "The factor between the slope of the loss and the step that the weights take against it.",
    section: "2.2",
    equations: ["4.1"],
  },
  {
    term: "batch",
    also: [],
    definition: "A part of the samples. Its mean loss is an estimate of the empirical loss.",
    section: "2.2",
    equations: ["2.2"],
  },
  {
    term: "likelihood",
    also: [],
    definition:
      "The probability of the data that came, read as a function of the weights, with the data fixed.",
    section: "2.3",
    equations: [],
  },
  {
    term: "underflow",
    also: [],
    definition: "A number that is too close to 0 for the computer becomes exactly 0.",
    section: "2.3",
    equations: [],
  },
  {
    term: "negative log-likelihood",
    also: [],
    definition:
      "Minus the logarithm of the probability of what came. Making it small makes the data likely.",
    section: "2.3",
    equations: ["2.7"],
  },
  {
    term: "binary cross-entropy",
    also: [],
    definition:
      "The mean of minus the logarithm of the probability that was given to the label that came, 0 or 1.",
    section: "2.4",
    equations: ["2.3", "2.4"],
  },
  {
    term: "logit",
    also: [],
    definition:
      "The number that goes into a sigmoid or a softmax, before it becomes a probability.",
    section: "2.5",
    equations: ["2.4"],
  },
  {
    term: "mean squared error",
    also: [],
    definition: "The mean of the squares of the gaps between targets and predictions.",
    section: "2.6",
    equations: ["2.5", "2.6"],
  },
  {
    term: "residual",
    also: [],
    definition: "The gap between a target and its prediction.",
    section: "2.6",
    equations: ["2.5"],
  },
  {
    term: "convex",
    also: [],
    definition:
      "A function is convex if the straight line between any two of its points lies nowhere below it. A convex loss has one valley.",
    section: "2.8",
    equations: [],
  },
  {
    term: "log-sum-exp",
    also: [],
    definition:
      "The logarithm of a sum of powers, computed after the largest exponent is taken out. A smooth cousin of the maximum.",
    section: "2.9",
    equations: ["2.9"],
  },
  {
    term: "multinomial logistic regression",
    also: [],
    definition:
      "Scores that are linear in the inputs, then softmax and cross-entropy, for several classes.",
    section: "2.9",
    equations: ["2.8"],
  },
  {
    term: "one-hot",
    also: [],
    definition: "A list with a 1 at the place of one class and 0 elsewhere.",
    section: "2.10",
    equations: ["2.10"],
  },
  {
    term: "margin",
    also: [],
    definition:
      "The label, minus or plus 1, times the score. It is positive where the score has the right sign.",
    section: "2.12",
    equations: ["2.11"],
  },
  {
    term: "hinge loss",
    also: [],
    definition: "A loss that asks for a margin of 1 and then for nothing more.",
    section: "2.12",
    equations: ["2.11"],
  },
  {
    term: "ranking loss",
    also: [],
    definition: "A loss that asks one of two scores to be larger than the other by a margin.",
    section: "2.12",
    equations: ["2.12"],
  },
  {
    term: "loss surface",
    also: [],
    definition: "The loss as a height over the space of the weights.",
    section: "2.13",
    equations: ["2.13"],
  },
  {
    term: "contour lines",
    also: [],
    definition:
      "Lines of equal height on a map of a function of two numbers. Where they lie close together, it is steep.",
    section: "2.13",
    equations: [],
  },
  {
    term: "arg min",
    also: [],
    definition: "The place at which a function has its minimum; the minimum is the height there.",
    section: "2.14",
    equations: ["2.13"],
  },
  {
    term: "grid search",
    also: [],
    definition: "Trying all combinations of some values for each weight, and keeping the best.",
    section: "2.14",
    equations: ["2.13"],
  },
];
