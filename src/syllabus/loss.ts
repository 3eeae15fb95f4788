/** Syllabus, group L: how wrong a network is, in one number. */
import { type Aspect, PROVEN, type SyllabusGroup } from "./item.js";

/** Proven, and told in the lecture. */
const TAUGHT: readonly Aspect[] = [...PROVEN, "lecture"];

/** L1 to L8. */
export const LOSS: SyllabusGroup = {
  letter: "L",
  title: "Loss",
  items: [
    {
      id: "L1",
      kind: "computes",
      title: "The loss of one sample",
      equations: ["2.1"],
      functions: ["meanSquaredError", "binaryCrossEntropy", "softmaxCrossEntropy"],
      done: TAUGHT,
    },
    {
      id: "L2",
      kind: "computes",
      title: "The empirical loss, a mean over the data",
      equations: ["2.2"],
      functions: ["empiricalLoss"],
      done: ["code", "test", "lecture"],
    },
    {
      id: "L3",
      kind: "computes",
      title: "Binary cross-entropy",
      equations: ["2.3"],
      functions: ["binaryCrossEntropy"],
      done: TAUGHT,
    },
    {
      id: "L4",
      kind: "computes",
      title: "Mean squared error, of numbers and of vectors",
      equations: ["2.5", "2.6"],
      functions: ["meanSquaredError"],
      done: TAUGHT,
    },
    {
      id: "L5",
      kind: "computes",
      title: "Softmax with cross-entropy, several classes",
      equations: ["2.7", "2.8", "2.10"],
      functions: ["softmaxCrossEntropy", "negativeLogLikelihood"],
      done: TAUGHT,
    },
    {
      id: "L6",
      kind: "computes",
      title: "Where losses overflow, and the pairs that do not",
      equations: ["2.4", "2.9"],
      functions: ["binaryCrossEntropyFromLogits", "logSumExp", "naiveBinaryCrossEntropy"],
      done: TAUGHT,
    },
    {
      id: "L7",
      kind: "computes",
      title: "Hinge and ranking loss",
      equations: ["2.11", "2.12"],
      functions: ["hinge", "marginRanking"],
      done: TAUGHT,
    },
    {
      id: "L8",
      kind: "computes",
      title: "The goal: the weights of least loss; the loss as a landscape",
      equations: ["2.13"],
      functions: ["descentSteps"],
      done: ["code", "test", "lecture"],
    },
  ],
};
