/** Clinic, the ten patients: each a healthy training with one setting gone wrong. */
import type { Cause, Cure, Patient, PatientNumber, Settings } from "./patient.js";

/** The settings of a training that learns the digits. */
const SOUND: Settings = {
  learningRate: 0.1,
  epochs: 12,
  batchSize: 20,
  samples: 600,
  dropout: 0,
  weightDecay: 0,
  initialization: "He",
  hiddenBias: 0,
  inputs: "standardized",
  order: "shuffled",
  update: "descend",
  labels: "own",
  output: "logits",
  gradient: "mean",
  evaluation: "without dropout",
};

function patient(number: PatientNumber, cause: Cause, own: Cure, cure: Cure): Patient {
  return { number, cause, settings: { ...SOUND, ...own }, cure };
}

/** In the order of their numbers. */
export const PATIENTS: readonly Patient[] = [
  patient(
    1,
    "a minus sign is lost",
    { update: "ascend", learningRate: 0.04, batchSize: 10 },
    { update: "descend" },
  ),
  patient(2, "learning rate too large", { learningRate: 1.3 }, { learningRate: 0.2 }),
  patient(3, "too few examples", { samples: 40, epochs: 30 }, { samples: 600 }),
  patient(4, "weights start at zero", { initialization: "zero" }, { initialization: "He" }),
  patient(
    5,
    "softmax applied twice",
    { output: "probabilities", learningRate: 0.7 },
    { output: "logits" },
  ),
  patient(
    6,
    "labels do not belong to their images",
    { labels: "mixed up", samples: 500, learningRate: 0.2, epochs: 20 },
    { labels: "own" },
  ),
  patient(
    7,
    "inputs on very different scales",
    { inputs: "as they came" },
    { inputs: "standardized" },
  ),
  patient(
    8,
    "dropout still on when judged",
    { dropout: 0.5, evaluation: "with dropout", learningRate: 0.2, epochs: 15 },
    { evaluation: "without dropout" },
  ),
  patient(9, "hidden units dead from the start", { hiddenBias: -20 }, { hiddenBias: 0 }),
  patient(
    10,
    "batches sorted by class",
    { order: "sorted", learningRate: 0.5, epochs: 4 },
    { order: "shuffled" },
  ),
];

/** All causes that can be named, in the order in which the clinic lists them. */
export const CAUSES: readonly Cause[] = [
  "learning rate too large",
  "learning rate too small",
  "weights start at zero",
  "hidden units dead from the start",
  "inputs on very different scales",
  "batches sorted by class",
  "a minus sign is lost",
  "labels do not belong to their images",
  "too few examples",
  "softmax applied twice",
  "dropout still on when judged",
  "gradient summed, not averaged",
];
