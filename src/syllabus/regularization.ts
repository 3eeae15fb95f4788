/** Syllabus, group R: being right on data that was never seen. */
import { PROVEN, type SyllabusGroup } from "./item.js";

/** R1 to R8. */
export const REGULARIZATION: SyllabusGroup = {
  letter: "R",
  title: "Generalization, regularization, practice",
  items: [
    {
      id: "R1",
      kind: "computes",
      title: "Under- and overfitting; training, validation and test data",
      functions: ["split", "noisySine"],
      sections: ["5.1", "5.2"],
      done: ["code", "test", "exercise", "lecture"],
    },
    {
      id: "R2",
      kind: "computes",
      title: "Penalties L1, L2, Lp; weight decay; pruning",
      equations: ["5.1", "5.2", "5.3", "5.4", "5.5"],
      functions: [
        "l1Penalty",
        "l2Penalty",
        "lpPenalty",
        "decayWeights",
        "pruneByThreshold",
        "pruneByFraction",
      ],
      done: [...PROVEN, "exercise", "lecture"],
    },
    {
      id: "R3",
      kind: "computes",
      title: "Dropout",
      equations: ["5.6"],
      functions: ["dropoutMask", "dropoutTraining", "dropoutInference"],
      done: ["code", "test", "exercise", "lecture"],
    },
    {
      id: "R4",
      kind: "computes",
      title: "Early stopping on validation data",
      equations: ["5.11"],
      functions: ["earlyStopping"],
      done: ["code", "test", "exercise", "lecture"],
    },
    {
      id: "R5",
      kind: "computes",
      title: "Noise on the inputs, and augmented data",
      equations: ["5.7"],
      functions: ["addNoise", "augment"],
      done: ["code", "test", "exercise", "lecture"],
    },
    {
      id: "R6",
      kind: "told",
      title: "Complexity is not the number of parameters",
      sections: ["5.10"],
      done: ["exercise", "lecture"],
    },
    {
      id: "R7",
      kind: "computes",
      title: "What to look at when a network does not learn",
      functions: ["train", "explainDivergence", "deadUnits"],
      sections: ["5.12", "5.13"],
      done: ["code", "test", "exercise", "lecture"],
    },
    {
      id: "R8",
      kind: "told",
      title: "A recipe to start from",
      sections: ["5.11"],
      done: ["exercise", "lecture"],
    },
  ],
};
