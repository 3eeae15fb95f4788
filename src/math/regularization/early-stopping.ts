/**
 * Chapter 5, early stopping: training ends when the loss on the validation set has stopped falling,
 * and the parameters of its lowest point are kept.
 */
import { ValueError } from "../value-error.js";
import { notNegative } from "./arguments.js";

/** When to give up. */
export interface StoppingRule {
  /** How many epochs in a row without an improvement end the training; at least 1. */
  readonly patience: number;
  /** By how much a loss must be below the best to count as an improvement; left out it is 0. */
  readonly minDelta?: number;
}

/** What is known after some epochs. A new one is made each epoch; none is changed. */
export interface StoppingState {
  /** Epochs seen. */
  readonly epochs: number;
  /** The lowest validation loss; Infinity before the first epoch. */
  readonly best: number;
  /** The epoch that had it, counted from 0, whose parameters are the ones to keep; −1 before. */
  readonly bestEpoch: number;
  /** Epochs since then. */
  readonly waited: number;
  /** Whether training should end. */
  readonly stopped: boolean;
}

/** Early stopping as a state and the step from one state to the next. */
export interface EarlyStopping {
  readonly init: StoppingState;
  /** The state after one more epoch with this validation loss; one that has stopped stays as it is. */
  readonly update: (state: StoppingState, validationLoss: number) => StoppingState;
}

/**
 * Early stopping: the best epoch is `t* = argmin J_val(t)`, Eq. (5.11), over the epochs until
 * `patience` of them in a row have brought no improvement.
 *
 * The losses must come from a validation set. Whoever stops by the test set has chosen with it, and
 * its loss at t* is then too low to be an estimate of anything.
 *
 * @param rule - patience and smallest improvement
 * @throws {@link ValueError} if patience is not a whole number from 1, minDelta is negative, or
 *   `update` is given a loss that is NaN
 * @see Prechelt, "Early Stopping, but when?" (1998)
 *
 * @example
 * const { init, update } = earlyStopping({ patience: 2 });
 * [3, 2, 2.5, 2.1].reduce(update, init).bestEpoch; // => 1
 */
export function earlyStopping(rule: StoppingRule): EarlyStopping {
  const { patience, minDelta = 0 } = rule;
  if (!Number.isInteger(patience) || patience < 1) {
    const text = "patience is a whole number of epochs, at least 1";
    throw new ValueError({ operation: "earlyStopping", rule: text }, { patience });
  }
  const margin = notNegative("earlyStopping", "minDelta", minDelta);
  const init: StoppingState = {
    epochs: 0,
    best: Number.POSITIVE_INFINITY,
    bestEpoch: -1,
    waited: 0,
    stopped: false,
  };
  const update = (state: StoppingState, validationLoss: number): StoppingState => {
    if (state.stopped) return state;
    const loss = assertLoss(validationLoss);
    const epochs = state.epochs + 1;
    if (loss < state.best - margin) {
      return { epochs, best: loss, bestEpoch: state.epochs, waited: 0, stopped: false };
    }
    const waited = state.waited + 1;
    return { ...state, epochs, waited, stopped: waited >= patience };
  };
  return { init, update };
}

/**
 * Early stopping on a curve that is known whole: the state in which training would have ended.
 *
 * @param validationLosses - one an epoch
 * @throws {@link ValueError} if there is none, or as {@link earlyStopping} does
 *
 * @example
 * stopOnCurve([5, 3, 4, 4, 1], { patience: 2 }).best; // => 3
 */
export function stopOnCurve(
  validationLosses: readonly number[],
  rule: StoppingRule,
): StoppingState {
  const { init, update } = earlyStopping(rule);
  if (validationLosses.length > 0) {
    return validationLosses.reduce((state, loss) => update(state, loss), init);
  }
  const text = "there must be at least one epoch";
  throw new ValueError({ operation: "stopOnCurve", rule: text }, { validationLosses });
}

function assertLoss(loss: number): number {
  if (typeof loss === "number" && !Number.isNaN(loss)) return loss;
  const rule = "the validation loss must be a number";
  const hint = "A NaN here means that training has diverged: lower the learning rate.";
  throw new ValueError({ operation: "earlyStopping", rule, hint }, { validationLoss: loss });
}
