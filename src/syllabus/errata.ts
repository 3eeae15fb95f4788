/** Syllabus: where the sources are wrong, and what is so. Each is shown by a test that names it. */
import type { Erratum } from "./item.js";

/** E1 to E16. */
export const ERRATA: readonly Erratum[] = [
  {
    id: "E1",
    said: "binary cross-entropy without its minus sign",
    measured: "then the best prediction has the largest loss",
    items: ["L3"],
  },
  {
    id: "E2",
    said: "the perceptron's formula without the bias just introduced",
    measured: "with the bias the worked sum is −6, without it −7",
    items: ["P2", "P3"],
  },
  {
    id: "E3",
    said: "J is the total loss",
    measured: "J is a mean; 1/n scales the gradient and so the learning rate",
    items: ["L2"],
  },
  {
    id: "E4",
    said: "the Jacobian of a product with W is its transpose",
    measured: "with rows as outputs it is W; row gradients go back as gW, columns as Wᵀg",
    items: ["B7"],
  },
  {
    id: "E5",
    said: "random points stop being separable at P = N",
    measured: "the count is exactly one half at P = 2N",
    items: ["X6"],
  },
  {
    id: "E6",
    said: "with zero weights all gradients stay zero",
    measured: "the output bias learns; sigmoid units start at step 2 and stay identical",
    items: ["G10"],
  },
  {
    id: "E7",
    said: "any non-linear function will do for universal approximation",
    measured: "a polynomial will not",
    items: ["X7"],
  },
  {
    id: "E8",
    said: "stochastic gradient descent is from Kiefer and Wolfowitz, 1952",
    measured: "that is a method of differences; the gradient one is Robbins and Monro, 1951",
    items: ["G4", "G7", "X1"],
  },
  {
    id: "E9",
    said: "Adam works like magic at 3e-5",
    measured: "a sweep of rates shows which works, here",
    items: ["G8"],
  },
  {
    id: "E10",
    said: "back through softmax is gradient minus output",
    measured: "p − y holds for softmax with cross-entropy only",
    items: ["B10"],
  },
  {
    id: "E11",
    said: "Adadelata; Dropout(p=0.5)",
    measured: "Adadelta; the argument of Keras is called rate",
    items: ["G7", "R3"],
  },
  {
    id: "E12",
    said: "stop early by the test set",
    measured: "then the test error comes out too good; it takes a validation set",
    items: ["R4"],
  },
  {
    id: "E13",
    said: "mini-batches give better gradients; or: only the hardware likes them",
    measured: "noise falls with 1/√B while cost grows with B; both are measured",
    items: ["G5"],
  },
  {
    id: "E14",
    said: "a smooth function is sure to be led to a local optimum",
    measured: "only for small enough steps, and to a stationary point, a saddle too",
    items: ["G2"],
  },
  {
    id: "E15",
    said: "the Jacobian is N by N",
    measured: "M outputs and N weights make it M by N",
    items: ["B8"],
  },
  {
    id: "E16",
    said: "code on a slide gives the first module the wrong variable",
    measured: "the shapes refuse it; with the flattened input it runs",
    items: ["P16"],
  },
];
