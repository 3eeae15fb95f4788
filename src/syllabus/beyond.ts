/** Syllabus, group X: other ways to learn, and what depth is good for. */
import type { SyllabusGroup } from "./item.js";

/** X1 to X10. */
export const BEYOND: SyllabusGroup = {
  letter: "X",
  title: "Beyond",
  items: [
    {
      id: "X1",
      kind: "computes",
      title: "Learning without a gradient, and half without",
      equations: ["6.1", "6.2", "6.3", "6.4", "6.5", "6.6"],
      functions: [
        "forwardDifferenceGradient",
        "spsa",
        "randomSearch",
        "evolutionStrategy",
        "geneticAlgorithm",
        "particleSwarm",
        "hybridGradient",
      ],
    },
    {
      id: "X2",
      kind: "computes",
      title: "Curvature: Newton, conjugate gradient, quasi-Newton",
      equations: ["6.7", "6.8", "6.9", "6.10"],
      functions: ["newton", "conjugateGradient", "bfgs", "lBfgs"],
    },
    {
      id: "X3",
      kind: "computes",
      title: "More features, none of them linear",
      equations: ["6.12", "6.13", "6.14"],
      functions: ["randomFeatures", "radialBasis", "spaceTiling"],
    },
    {
      id: "X4",
      kind: "computes",
      title: "The polynomial classifier, and how its features multiply",
      equations: ["6.11"],
      functions: ["polynomialFeatures"],
    },
    {
      id: "X5",
      kind: "computes",
      title: "Kernel machines: one unit for each training sample",
      equations: ["6.13", "6.15"],
      functions: ["kernelMachine"],
    },
    {
      id: "X6",
      kind: "computes",
      title: "How many points a hyperplane can split at will",
      equations: ["6.16"],
      functions: ["coverProbability", "simulateCover"],
    },
    {
      id: "X7",
      kind: "computes",
      title: "One hidden layer comes near any continuous function",
      equations: ["6.17"],
      functions: ["sigmoidBumps"],
    },
    {
      id: "X8",
      kind: "computes",
      title: "Depth: linear regions, counted and folded",
      equations: ["6.18", "6.19"],
      functions: ["maximalRegions", "regionsOnGrid", "foldingNetwork"],
    },
    { id: "X9", kind: "told", title: "Parts made of parts: why layers fit the world" },
    {
      id: "X10",
      kind: "computes",
      title: "Units that multiply: bilinear, gates, attention",
      equations: ["6.20", "6.21", "6.22"],
      functions: ["bilinear", "gate", "attention"],
    },
  ],
};
