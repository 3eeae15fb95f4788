/** Glossary: terms of chapter 4. */
import type { Term } from "./term.js";

/** The terms that chapter 4 introduces. */
export const DESCENT_TERMS: readonly Term[] = [
  {
    term: "gradient descent",
    also: [],
    definition: "Start somewhere, step against the gradient, repeat until the slope is flat.",
    section: "4.2",
    equations: ["4.1"],
  },
  {
    term: "curvature",
    also: [],
    definition:
      "The second derivative: how fast the slope changes. The largest one, L, allows rates below 2/L.",
    section: "4.3",
    equations: ["4.22"],
  },
  {
    term: "ravine",
    also: [],
    definition:
      "A bowl that is much steeper in one direction than in another; gradient descent zig-zags in it.",
    section: "4.4",
    equations: ["4.22"],
  },
  {
    term: "condition number",
    also: [],
    definition:
      "The largest curvature divided by the smallest. The steps that gradient descent needs grow in proportion to it.",
    section: "4.4",
    equations: ["4.22"],
  },
  {
    term: "saddle",
    also: [],
    definition: "A flat place with uphill in some directions and downhill in others.",
    section: "4.5",
    equations: ["4.23"],
  },
  {
    term: "stationary point",
    also: [],
    definition: "A place where the gradient is zero: a minimum, a saddle or a summit.",
    section: "4.5",
    equations: [],
  },
  {
    term: "local minimum",
    also: [],
    definition: "A place lower than everything around it, though lower places may lie elsewhere.",
    section: "4.5",
    equations: ["4.24"],
  },
  {
    term: "stochastic gradient descent",
    also: [],
    definition:
      "Gradient descent with the gradient of one example, or a few, drawn at random, in place of all.",
    section: "4.6",
    equations: ["4.2"],
  },
  {
    term: "unbiased",
    also: [],
    definition:
      "Right on average: the mean of the estimates is the true value, whatever a single one says.",
    section: "4.6",
    equations: ["4.2"],
  },
  {
    term: "redundancy",
    also: [],
    definition:
      "How much examples repeat each other. The more they do, the less a full gradient tells beyond a small batch.",
    section: "4.6",
    equations: [],
  },
  {
    term: "mini-batch",
    also: [],
    definition: "The few examples whose mean gradient makes one step.",
    section: "4.7",
    equations: ["4.3"],
  },
  {
    term: "gradient noise",
    also: [],
    definition:
      "The typical distance of a batch's gradient from the full one; it falls as one over the root of the batch size.",
    section: "4.7",
    equations: ["4.3"],
  },
  {
    term: "epoch",
    also: [],
    definition: "One round through all the examples.",
    section: "4.8",
    equations: [],
  },
  {
    term: "momentum",
    also: [],
    definition:
      "A fading sum of past gradients that makes the step: what agrees grows, what alternates cancels.",
    section: "4.9",
    equations: ["4.4", "4.5"],
  },
  {
    term: "Adagrad",
    also: [],
    definition: "Divides each weight's step by the root of the sum of its squared gradients.",
    section: "4.10",
    equations: ["4.6"],
  },
  {
    term: "RMSProp",
    also: [],
    definition: "Adagrad with a running mean in place of the sum, so that it forgets.",
    section: "4.10",
    equations: ["4.8"],
  },
  {
    term: "Adadelta",
    also: [],
    definition:
      "RMSProp whose rate is the running size of its own past steps, so that there is none to choose.",
    section: "4.10",
    equations: ["4.7"],
  },
  {
    term: "Adam",
    also: [],
    definition:
      "Momentum for the direction, RMSProp for the length, both corrected for their start at zero.",
    section: "4.11",
    equations: ["4.9"],
  },
  {
    term: "bias correction",
    also: [],
    definition: "The division that makes up for running means that start at zero.",
    section: "4.11",
    equations: ["4.9"],
  },
  {
    term: "sweep",
    also: [],
    definition:
      "Trying a row of values, such as learning rates, each a fixed factor above the one before.",
    section: "4.12",
    equations: [],
  },
  {
    term: "schedule",
    also: [],
    definition: "A learning rate that changes with the step.",
    section: "4.12",
    equations: ["4.12", "4.13", "4.14", "4.15", "4.16"],
  },
  {
    term: "noise floor",
    also: [],
    definition:
      "The height above the minimum at which noise and slope are in balance at a constant rate.",
    section: "4.12",
    equations: [],
  },
  {
    term: "symmetry",
    also: [],
    definition:
      "Units of a layer that start alike get equal gradients and stay alike; random weights break it.",
    section: "4.13",
    equations: ["4.17"],
  },
  {
    term: "standardization",
    also: [],
    definition:
      "Subtracting the mean of the training data and dividing by their standard deviation, variable by variable.",
    section: "4.14",
    equations: ["4.21"],
  },
];
