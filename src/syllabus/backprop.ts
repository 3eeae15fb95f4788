/** Syllabus, group B: the chain rule, by hand and by machine. */
import { type Aspect, PROVEN, type SyllabusGroup } from "./item.js";

/** Proven, and explained in lecture 3. */
const TAUGHT: readonly Aspect[] = [...PROVEN, "lecture"];

/** B1 to B13. */
export const BACKPROP: SyllabusGroup = {
  letter: "B",
  title: "Chain rule, backpropagation, automatic differentiation",
  items: [
    {
      id: "B1",
      kind: "computes",
      title: "The gradient: where the loss rises most",
      equations: ["3.1"],
      functions: ["grad", "valueAndGrad"],
      done: TAUGHT,
    },
    {
      id: "B2",
      kind: "computes",
      title: "A small change of one weight, measured",
      equations: ["3.2"],
      functions: ["centralDifference", "numericalGradient"],
      done: ["code", "test", "lecture"],
    },
    {
      id: "B3",
      kind: "computes",
      title: "The worked chain with two weights",
      equations: ["3.3", "3.4"],
      functions: ["grad"],
      done: TAUGHT,
    },
    {
      id: "B4",
      kind: "computes",
      title: "Chain rule for numbers, and through an activation",
      equations: ["3.5", "3.6"],
      functions: ["derivativeByDual", "sigmoid"],
      done: TAUGHT,
    },
    {
      id: "B5",
      kind: "computes",
      title: "Fan-out: one value used several times",
      equations: ["3.7", "3.8"],
      functions: ["variable"],
      done: ["code", "test", "lecture"],
    },
    {
      id: "B6",
      kind: "computes",
      title: "Chain rule for vectors, the Jacobian and its shape",
      equations: ["3.9", "3.10"],
      functions: ["jacobian", "vjp", "jvp"],
      done: TAUGHT,
    },
    {
      id: "B7",
      kind: "computes",
      title: "Back through a linear module",
      equations: ["3.11"],
      functions: ["backwardPass", "dense"],
      done: TAUGHT,
    },
    {
      id: "B8",
      kind: "computes",
      title: "The backward recursion over layers",
      equations: ["3.12", "3.13"],
      functions: ["forwardPass", "backwardPass"],
      done: TAUGHT,
    },
    {
      id: "B9",
      kind: "computes",
      title: "The graph of a computation; automatic differentiation",
      functions: ["variable", "trace", "topologicalOrder", "backpropSteps"],
      sections: ["3.9", "3.14"],
      done: ["code", "test", "lecture"],
    },
    {
      id: "B10",
      kind: "computes",
      title: "Back through ReLU, softmax, cross-entropy, max and a condition",
      equations: ["3.14", "3.15", "3.16"],
      functions: ["relu", "softmax", "softmaxCrossEntropy", "max", "where"],
      done: TAUGHT,
    },
    {
      id: "B11",
      kind: "computes",
      title: "The gradient of a mean is the mean of gradients",
      equations: ["3.17"],
      functions: ["meanGradient"],
      done: ["code", "test", "lecture"],
    },
    {
      id: "B12",
      kind: "computes",
      title: "Kinks: which slope to take where there is none",
      functions: ["relu", "abs", "maximum"],
      sections: ["3.12"],
      done: TAUGHT,
    },
    {
      id: "B13",
      kind: "computes",
      title: "The whole of it on half a page; a module of one's own",
      functions: ["customOperation"],
      sections: ["3.13", "3.14"],
      done: ["code", "test", "lecture"],
    },
  ],
};
