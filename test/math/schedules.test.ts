import { describe, expect, test } from "vitest";
import {
  cosineDecay,
  exponentialDecay,
  followedBy,
  inverseTimeDecay,
  type Schedule,
  stepDecay,
  warmUp,
} from "../../src/math/schedules.js";
import { ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

const at = (schedule: Schedule, steps: readonly number[]) => steps.map((t) => schedule(t));

describe("schedules at their corners, worked by hand", () => {
  test("step decay, Eq. (4.12), falls at the step and not before", () => {
    expect(at(stepDecay(0.8, 5, 0.5), [0, 4, 5, 9, 10, 15])).toEqual([
      0.8, 0.8, 0.4, 0.4, 0.2, 0.1,
    ]);
  });

  test("exponential decay, Eq. (4.13), meets step decay at every k-th step, and lies below between", () => {
    const [smooth, stairs] = [exponentialDecay(1, 4, 0.25), stepDecay(1, 4, 0.25)];
    // ¼^(2/4) = ½
    expectAgreement(at(smooth, [0, 2, 4, 8]), [1, 0.5, 0.25, 0.0625], ROUNDING);
    for (const t of [1, 2, 3, 5, 7]) expect(smooth(t)).toBeLessThan(stairs(t));
  });

  test("cosine decay, Eq. (4.14): top, half-way, bottom, and the bottom ever after", () => {
    // half-way (1 + 0.2)/2; at a third cos(π/3) = ½: 0.2 + 0.8 · 1.5/2 = 0.8
    const schedule = cosineDecay(1, 6, 0.2);
    expectAgreement(at(schedule, [0, 2, 3, 6, 7, 1000]), [1, 0.8, 0.6, 0.2, 0.2, 0.2], ROUNDING);
  });

  test("cosine decay is flat at both ends and falls all the way", () => {
    const rates = at(cosineDecay(1, 100), [...Array(101).keys()]);
    const falls = rates.slice(1).map((rate, i) => rates[i]! - rate);
    expect(Math.min(...falls)).toBeGreaterThan(0);
    expect(falls[0]).toBeLessThan(falls[49]! / 30);
    expectAgreement(falls[0]!, falls[99]!, { ...ROUNDING, absolute: 1e-15 });
  });

  test("inverse time decay, Eq. (4.15): half at t = 1/κ; its squares have a sum, it has none", () => {
    const schedule = inverseTimeDecay(1, 0.1);
    expectAgreement(at(schedule, [0, 10, 90]), [1, 0.5, 0.1], ROUNDING);
    const total = (n: number, power: number) => {
      return at(inverseTimeDecay(1, 1), [...Array(n).keys()]).reduce((s, r) => s + r ** power, 0);
    };
    expect(total(100_000, 1) - total(10_000, 1)).toBeGreaterThan(2.3); // ln 10
    expect(total(100_000, 2)).toBeLessThan(Math.PI ** 2 / 6);
  });

  test("warm-up, Eq. (4.16): a ramp that starts above 0 and ends at the rate", () => {
    expectAgreement(
      at(warmUp(4, 0.8), [0, 1, 2, 3, 4, 99]),
      [0.2, 0.4, 0.6, 0.8, 0.8, 0.8],
      ROUNDING,
    );
    expect(warmUp(1, 0.5)(0)).toBe(0.5);
  });

  test("schedules are put together: warm-up, then cosine from its own step 0", () => {
    const schedule = warmUp(2, cosineDecay(1, 4));
    expectAgreement(at(schedule, [0, 1, 2, 4]), [0.5, 1, 1, 0.5], ROUNDING);
    expect(schedule(6)).toBe(0);
    expect(at(followedBy(warmUp(2, 1), 3, 0.25), [0, 1, 2, 3, 50])).toEqual([
      0.5, 1, 1, 0.25, 0.25,
    ]);
  });
});

test.each([
  [
    () => stepDecay(-1, 10),
    "stepDecay: rate must be a finite number of at least 0; here rate is -1.",
  ],
  [
    () => stepDecay(1, 0),
    "stepDecay: every must be a whole number of at least 1; here every is 0.",
  ],
  [() => stepDecay(1, 10, Number.NaN), "stepDecay: factor must be"],
  [() => exponentialDecay(Infinity, 10, 0.5), "exponentialDecay: rate must be"],
  [() => exponentialDecay(1, 2.5, 0.5), "exponentialDecay: every must be"],
  [() => exponentialDecay(1, 10, -0.5), "exponentialDecay: factor must be"],
  [
    () => cosineDecay("1" as never, 10),
    'cosineDecay: rate must be a finite number of at least 0; here rate is the text "1".',
  ],
  [() => cosineDecay(1, -10), "cosineDecay: steps must be"],
  [() => cosineDecay(1, 10, -1), "cosineDecay: end must be"],
  [() => inverseTimeDecay(-1, 1), "inverseTimeDecay: rate must be"],
  [() => inverseTimeDecay(1, -1), "inverseTimeDecay: decay must be"],
  [() => warmUp(0, 1), "warmUp: steps must be"],
  [() => warmUp(1, -1), "warmUp: learningRate must be"],
  [() => followedBy(1, 1.5, 1), "followedBy: steps must be"],
  [() => followedBy(1, 1, Number.NaN), "followedBy: learningRate must be"],
  [() => warmUp(3, 1)(-1), "warmUp: step must be a whole number of at least 0; here step is -1."],
  [() => cosineDecay(1, 10)(0.5), "cosineDecay: step must be"],
])("what a schedule cannot mean is refused: %s", (make, message) => {
  expect(make).toThrow(ValueError);
  expect(make).toThrow(message);
});
