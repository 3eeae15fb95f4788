import { describe, expect, test } from "vitest";
import { Random } from "../../../src/math/random.js";
import { earlyStopping, stopOnCurve } from "../../../src/math/regularization/early-stopping.js";
import { ValueError } from "../../../src/math/value-error.js";

test("worked by hand: patience 2, step by step", () => {
  const { init, update } = earlyStopping({ patience: 2 });
  const states = [init];
  for (const loss of [5, 3, 4, 2, 2, 6, 1]) states.push(update(states.at(-1)!, loss));
  const seen = states.map(({ best, bestEpoch, waited, stopped }) => [
    best,
    bestEpoch,
    waited,
    stopped,
  ]);
  expect(seen).toEqual([
    [Number.POSITIVE_INFINITY, -1, 0, false],
    [5, 0, 0, false],
    [3, 1, 0, false],
    [3, 1, 1, false],
    [2, 3, 0, false],
    [2, 3, 1, false], // as low as the best is no improvement
    [2, 3, 2, true],
    [2, 3, 2, true], // the 1 comes too late
  ]);
  expect(states.at(-1)!.epochs).toBe(6);
});

test("a loss must beat the best by more than minDelta", () => {
  const rule = { patience: 2, minDelta: 0.5 };
  expect(stopOnCurve([3, 2.5, 2.6, 1], rule)).toEqual({
    epochs: 3,
    best: 3,
    bestEpoch: 0,
    waited: 2,
    stopped: true,
  });
  expect(stopOnCurve([3, 2.25, 1.5], rule).bestEpoch).toBe(2);
});

test("a state is data: the same state and loss always give the same next one", () => {
  const { init, update } = earlyStopping({ patience: 3 });
  const state = Object.freeze(update(init, 2));
  expect(update(state, 3)).toEqual(update(state, 3));
  expect(state.waited).toBe(0);
});

test("with patience beyond the curve the best epoch is that of the lowest loss", () => {
  const random = new Random(2);
  const losses = Array.from({ length: 40 }, () => random.uniform());
  const { bestEpoch, best, stopped } = stopOnCurve(losses, { patience: 40 });
  expect(best).toBe(Math.min(...losses));
  expect(bestEpoch).toBe(losses.indexOf(best));
  expect(stopped).toBe(false);
});

describe("bad input", () => {
  test.each([0, -1, 1.5, Number.NaN, undefined])("patience %s", (patience) => {
    expect(() => earlyStopping({ patience: patience as number })).toThrow(
      "earlyStopping: patience is a whole number of epochs, at least 1",
    );
  });

  test("a NaN loss, with what it means; an empty curve; a negative minDelta", () => {
    const { init, update } = earlyStopping({ patience: 1 });
    expect(() => update(init, Number.NaN)).toThrow(
      "A NaN here means that training has diverged: lower the learning rate.",
    );
    expect(() => stopOnCurve([], { patience: 1 })).toThrow(ValueError);
    expect(() => earlyStopping({ patience: 1, minDelta: -1 })).toThrow(ValueError);
  });
});
