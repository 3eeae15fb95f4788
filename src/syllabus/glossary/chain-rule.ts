/** Glossary: terms of chapter 3. */
import type { Term } from "./term.js";

/** The terms that chapter 3 introduces. */
export const CHAIN_RULE_TERMS: readonly Term[] = [
  {
    term: "gradient",
    also: [],
    definition:
      "The list of slopes of J, one a weight: how fast J changes when that weight alone moves. As a vector it points where J rises most, and its length is the steepness.",
    section: "3.1",
    equations: ["3.1"],
  },
  {
    term: "central difference",
    also: [],
    definition:
      "A slope that is measured: move the weight a little to both sides, and divide the change of J by the way between the two points.",
    section: "3.2",
    equations: ["3.2"],
  },
  {
    term: "chain rule",
    also: [],
    definition:
      "Where one function acts on the result of another, their slopes multiply, each taken where the value stands at that stage.",
    section: "3.4",
    equations: ["3.5"],
  },
  {
    term: "vanishing gradient",
    also: [],
    definition:
      "A slope that has become nearly 0 on its way back through many stages, because each multiplied it by a factor below 1.",
    section: "3.4",
    equations: ["3.6"],
  },
  {
    term: "fan-out",
    also: [],
    definition:
      "One value that several others read. On the way back the contributions of all readers are added.",
    section: "3.5",
    equations: ["3.7", "3.8"],
  },
  {
    term: "Jacobian",
    also: [],
    definition:
      "The table of all slopes of a function with several inputs and outputs: a row for each output, a column for each input.",
    section: "3.6",
    equations: ["3.10"],
  },
  {
    term: "vector-Jacobian product",
    also: [],
    definition:
      "A row of slopes times a Jacobian: one step of the way back, computed without building the Jacobian.",
    section: "3.6",
    equations: ["3.9"],
  },
  {
    term: "adjoint",
    also: [],
    definition:
      "The slope of the final number with respect to a value inside the computation; it is what is handed back from module to module.",
    section: "3.8",
    equations: ["3.12"],
  },
  {
    term: "computational graph",
    also: [],
    definition:
      "A computation as nodes and edges: a node for each value, an edge for each use of a value by another.",
    section: "3.9",
    equations: ["3.12"],
  },
  {
    term: "topological order",
    also: [],
    definition:
      "An order of the nodes of a graph in which each stands after all that it is computed from; backpropagation walks it from its end.",
    section: "3.9",
    equations: ["3.8"],
  },
  {
    term: "backpropagation",
    also: [],
    definition:
      "Walking a graph from its result back to the weights, multiplying local slopes along edges and adding where roads meet, so that one walk finds all slopes.",
    section: "3.9",
    equations: ["3.12", "3.13"],
  },
  {
    term: "subgradient",
    also: [],
    definition:
      "The slope of a line that touches a function at a point and lies nowhere above it; at a kink any slope between those of the two sides.",
    section: "3.12",
    equations: [],
  },
  {
    term: "almost everywhere",
    also: [],
    definition:
      "At all points but so few that a random point practically never hits one, as with the single kink of ReLU.",
    section: "3.12",
    equations: [],
  },
  {
    term: "automatic differentiation",
    also: [],
    definition:
      "A program records which operations made a value, and computes exact slopes from the slope of each operation, with no formula by hand and no nudging.",
    section: "3.14",
    equations: ["3.12"],
  },
];
