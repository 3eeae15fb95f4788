/** Glossary: terms of chapter 5. */
import type { Term } from "./term.js";

/** The terms that chapter 5 introduces. */
export const REGULARIZATION_TERMS: readonly Term[] = [
  {
    term: "underfitting",
    also: [],
    definition:
      "A model that is too stiff for its data: its error is large on old and on new examples alike.",
    section: "5.1",
    equations: [],
  },
  {
    term: "overfitting",
    also: [],
    definition:
      "A model that follows the accidents of its training examples: its error is small on them and large on new ones.",
    section: "5.1",
    equations: [],
  },
  {
    term: "generalization",
    also: [],
    definition: "Being right on examples that were not learned from.",
    section: "5.1",
    equations: [],
  },
  {
    term: "training set",
    also: [],
    definition: "The examples that the weights are fitted to.",
    section: "5.2",
    equations: [],
  },
  {
    term: "validation set",
    also: [],
    definition:
      "Examples that are put aside and by which one chooses: the model, the learning rate, the epoch to stop at.",
    section: "5.2",
    equations: ["5.11"],
  },
  {
    term: "test set",
    also: [],
    definition: "Examples that are looked at once, at the end; nothing is chosen by them.",
    section: "5.2",
    equations: [],
  },
  {
    term: "generalization gap",
    also: [],
    definition: "The error on new examples minus the error on the training examples.",
    section: "5.2",
    equations: [],
  },
  {
    term: "distribution shift",
    also: [],
    definition:
      "The data in use are of another kind than those of training and test, so the test error no longer holds.",
    section: "5.2",
    equations: [],
  },
  {
    term: "regularization",
    also: [],
    definition: "Anything that keeps a training from choosing a needlessly complicated model.",
    section: "5.3",
    equations: ["5.1", "5.2", "5.3"],
  },
  {
    term: "L1 penalty",
    also: [],
    definition:
      "A price on the sizes of the weights, added to the loss; it makes many weights exactly or nearly 0.",
    section: "5.3",
    equations: ["5.1"],
  },
  {
    term: "L2 penalty",
    also: [],
    definition:
      "A price on the squares of the weights, added to the loss; it makes all weights small.",
    section: "5.3",
    equations: ["5.2"],
  },
  {
    term: "Lp penalty",
    also: [],
    definition:
      "A price on the p-th powers of the sizes of the weights; L1 and L2 are the cases p = 1 and p = 2.",
    section: "5.3",
    equations: ["5.3"],
  },
  {
    term: "weight decay",
    also: [],
    definition:
      "In each step every weight gives up a small share of itself; for plain gradient descent it is the L2 penalty.",
    section: "5.4",
    equations: ["5.4"],
  },
  {
    term: "pruning",
    also: [],
    definition: "Setting the smallest weights to 0 and keeping them there.",
    section: "5.4",
    equations: ["5.5"],
  },
  {
    term: "dropout",
    also: [],
    definition:
      "In training a random part of the units is silenced in each step, and the others are scaled up; at inference nothing is done.",
    section: "5.5",
    equations: ["5.6"],
  },
  {
    term: "inference",
    also: [],
    definition: "Using a trained network, as opposed to training it.",
    section: "5.5",
    equations: [],
  },
  {
    term: "noise",
    also: [],
    definition:
      "Small random numbers added to the inputs in training, new in every step; for a linear unit it acts as an L2 penalty.",
    section: "5.6",
    equations: ["5.7"],
  },
  {
    term: "data augmentation",
    also: [],
    definition:
      "Making more training examples by changing those one has in ways that keep their answers.",
    section: "5.6",
    equations: [],
  },
  {
    term: "batch normalization",
    also: [],
    definition:
      "Each unit's pre-activations are brought to mean 0 and deviation 1 over the batch, then scaled and shifted by learned numbers.",
    section: "5.7",
    equations: ["5.8"],
  },
  {
    term: "running statistics",
    also: [],
    definition:
      "Means and variances that batch normalization averages over the training steps and uses at inference.",
    section: "5.7",
    equations: ["5.9"],
  },
  {
    term: "layer normalization",
    also: [],
    definition:
      "The pre-activations of one example are brought to mean 0 and deviation 1 over the units.",
    section: "5.7",
    equations: ["5.10"],
  },
  {
    term: "patience",
    also: [],
    definition:
      "How many epochs in a row without an improvement one waits before a training is stopped.",
    section: "5.8",
    equations: ["5.11"],
  },
  {
    term: "early stopping",
    also: [],
    definition:
      "Ending a training when the validation loss no longer falls, and keeping the weights of its lowest epoch.",
    section: "5.8",
    equations: ["5.11"],
  },
  {
    term: "standard error",
    also: [],
    definition:
      "How far a mean of several runs wanders by chance: their standard deviation divided by the root of their number.",
    section: "5.8",
    equations: [],
  },
  {
    term: "smoothed loss",
    also: [],
    definition:
      "An average of the training loss over the last steps, so that the jumps from batch to batch do not hide where it is heading.",
    section: "5.12",
    equations: [],
  },
  {
    term: "confusion matrix",
    also: [],
    definition:
      "A table of counts: a row for each true class, a column for each predicted one. What is right lies on the diagonal.",
    section: "5.14",
    equations: [],
  },
];
