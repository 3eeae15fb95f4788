import { describe, expect, test } from "vitest";
import {
  finiteDifferenceDescent,
  forwardDifferenceGradient,
  forwardStep,
} from "../../../src/math/beyond/finite-difference-gradient.js";
import { kieferWolfowitz } from "../../../src/math/beyond/kiefer-wolfowitz.js";
import { randomSearch } from "../../../src/math/beyond/random-search.js";
import { lastStep } from "../../../src/math/beyond/search.js";
import { spsa, spsaGradient } from "../../../src/math/beyond/spsa.js";
import { numericalGradient } from "../../../src/math/central-difference.js";
import { Random } from "../../../src/math/random.js";
import { ShapeError } from "../../../src/math/shape.js";
import { tensor } from "../../../src/math/tensor.js";
import { EXACT, FORWARD_DIFFERENCE } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";
import {
  bowl,
  cliff,
  counting,
  golfCourse,
  meanAndError,
  valley,
  valleyGradient,
} from "./costs.js";

describe("forwardDifferenceGradient, Eq. (6.1)", () => {
  test("by hand with ε = ½: w₁² at 1 gives (2.25 − 1)/½, 3w₂ gives its slope", () => {
    const got = forwardDifferenceGradient((w) => w.at(0) ** 2 + 3 * w.at(1), [1, 2], 0.5);
    expectAgreement(got, [2.5, 3], EXACT);
  });

  test("agrees with the gradient by hand as far as its bias allows", () => {
    const at = [0.3, -1.2];
    expectAgreement(
      forwardDifferenceGradient(() => 1, at),
      [0, 0],
      EXACT,
    );
    expectAgreement(forwardDifferenceGradient(bowl, at), [-1.4, 6.4], FORWARD_DIFFERENCE); // 2(0.3−1), 8(−1.2+2)
  });

  test("its bias is ε C″/2, that of the central difference ε² C‴/6", () => {
    // C = w³ at 1: C′ = 3, C″ = C‴ = 6; (1 + ε)³ − 1 = 3ε + 3ε² + ε³.
    const cubic = (w: { at(i: number): number }) => w.at(0) ** 3;
    for (const epsilon of [0.1, 0.01]) {
      const forward = forwardDifferenceGradient(cubic, [1], epsilon).at(0) - 3;
      expect(forward / (3 * epsilon)).toBeCloseTo(1 + epsilon / 3, 8);
      const ahead = cubic({ at: () => 1 + epsilon });
      const behind = cubic({ at: () => 1 - epsilon });
      expect(((ahead - behind) / (2 * epsilon) - 3) / epsilon ** 2).toBeCloseTo(1, 8);
    }
  });

  test("with the default steps the central difference is hundreds of times closer", () => {
    const at = [-1.2, 1];
    const exact = valleyGradient(tensor(at));
    const off = (g: { at(i: number): number }) =>
      Math.max(Math.abs(g.at(0) - exact.at(0)), Math.abs(g.at(1) - exact.at(1)));
    const forward = off(forwardDifferenceGradient(valley, at));
    const central = off(numericalGradient(valley, at));
    expect(forward).toBeGreaterThan(100 * central);
    expect(forward).toBeLessThan(1e-4);
  });

  test("costs n + 1 evaluations", () => {
    const { cost, calls } = counting((w) => w.data.reduce((a, b) => a + b * b, 0));
    forwardDifferenceGradient(cost, [1, 2, 3, 4, 5]);
    expect(calls()).toBe(6);
  });

  test("the step grows with the weight and never vanishes", () => {
    expect(forwardStep(0)).toBe(Math.sqrt(Number.EPSILON));
    expect(forwardStep(-1e6)).toBe(1e6 * Math.sqrt(Number.EPSILON));
  });

  test("bad input is named", () => {
    expect(() => forwardDifferenceGradient(bowl, [1, 2], 0)).toThrow(
      "epsilon must be finite and above 0",
    );
    expect(() => forwardDifferenceGradient(bowl, [[1, 2]])).toThrow(ShapeError);
    expect(() => forwardDifferenceGradient(bowl, [1, Infinity])).toThrow(
      "starts at finite weights",
    );
    expect(() => forwardDifferenceGradient(cliff, [1])).toThrow(
      "forwardDifferenceGradient: the cost must be a finite number; here value is NaN",
    );
  });
});

describe("finiteDifferenceDescent", () => {
  test("reaches the bottom of the bowl and reports what it asked for", () => {
    const { cost, calls } = counting(bowl);
    const last = lastStep(finiteDifferenceDescent(cost, [4, 3], { steps: 100, rate: 0.1 }));
    expect(last.loss).toBeLessThan(1e-12);
    expect(last.evaluations).toBe(1 + 100 * 3);
    expect(calls()).toBe(last.evaluations);
  });

  test("stands still on a golf course", () => {
    const trace = [...finiteDifferenceDescent(golfCourse, [3.2, 2.1], { steps: 10, rate: 0.5 })];
    expect(trace.every(({ w }) => w.at(0) === 3.2 && w.at(1) === 2.1)).toBe(true);
  });

  test("first step by hand with ε = ½: slope of w² at 3 is (12.25 − 9)/½ = 6.5, so 3 − 0.1·6.5", () => {
    const options = { steps: 1, rate: 0.1, epsilon: 0.5 };
    expect(lastStep(finiteDifferenceDescent((w) => w.at(0) ** 2, [3], options)).w.at(0)).toBe(2.35);
  });

  test("bad options are named before anything runs", () => {
    const call = (options: object) => () =>
      finiteDifferenceDescent(bowl, [0, 0], { steps: 3, rate: 1, ...options });
    expect(call({ rate: -1 })).toThrow("rate must be finite and above 0; here rate is -1");
    expect(call({ steps: 0 })).toThrow("steps must be a whole number of at least 1");
    expect(call({ epsilon: Number.NaN })).toThrow(ValueError);
  });

  test("a diverging run stops with the cost and the place", () => {
    const run = () => lastStep(finiteDifferenceDescent(bowl, [4, 3], { steps: 2000, rate: 10 }));
    expect(run).toThrow("the cost must be a finite number; here value is Infinity, w is [");
  });
});

describe("spsaGradient, Eq. (6.2)", () => {
  test("by hand: for C = 3w₁ + 5w₂ the guess is (3Δ₁ + 5Δ₂)/Δᵢ: ±8 or ±2, equal in size", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const g = spsaGradient((w) => 3 * w.at(0) + 5 * w.at(1), [0, 0], 0.5, new Random(seed));
      seen.add(String(g.toArray()));
    }
    expect([...seen].sort()).toEqual(["-2,2", "8,8"]); // signs equal: 8, 8; signs opposite: −2, 2
  });

  test("its mean is the gradient within 4 standard errors", () => {
    const [random, at] = [new Random(11), [0.4, -0.7]];
    const draws = Array.from({ length: 4000 }, () => spsaGradient(bowl, at, 0.1, random));
    const { mean, error } = meanAndError(draws);
    const exact = [2 * (0.4 - 1), 8 * (-0.7 + 2)];
    for (const [i, slope] of exact.entries()) {
      expect(Math.abs(mean.at(i) - slope)).toBeLessThan(4 * error[i]!);
      expect(error[i]).toBeLessThan(0.3);
    }
  });

  test("two evaluations for a hundred weights", () => {
    const { cost, calls } = counting((w) => w.data.reduce((a, b) => a + b * b, 0));
    spsaGradient(cost, Array<number>(100).fill(1), 0.1, new Random(2));
    expect(calls()).toBe(2);
  });

  test("bad input is named", () => {
    expect(() => spsaGradient(bowl, [0, 0], -1, new Random(1))).toThrow(
      "perturbation must be finite",
    );
    expect(() => spsaGradient(cliff, [1], 1, new Random(1))).toThrow(ValueError);
  });
});

describe("spsa", () => {
  test("finds the bottom of the bowl, two evaluations a step, the same path for one seed", () => {
    const run = () => [
      ...spsa(bowl, [4, 3], {
        steps: 400,
        random: new Random(5),
        rate: 0.2,
        perturbation: 0.1,
        stability: 20,
      }),
    ];
    const trace = run();
    expect(trace.at(-1)!.loss).toBeLessThan(1e-4);
    expect(trace.at(-1)!.evaluations).toBe(800);
    expect(run().map(({ loss }) => loss)).toEqual(trace.map(({ loss }) => loss));
  });

  test("first step by hand: C = w², w = 3, ĝ = 6, so 3 − 0.5·6 = 0", () => {
    const options = { steps: 1, random: new Random(1), rate: 0.5, perturbation: 0.5 };
    expect(lastStep(spsa((w) => w.at(0) ** 2, [3], options)).w.at(0)).toBe(0);
  });

  test("bad options are named", () => {
    const good = { steps: 1, random: new Random(1), rate: 1, perturbation: 1 };
    expect(() => spsa(bowl, [0, 0], { ...good, stability: -1 })).toThrow(
      "stability must be finite and not negative",
    );
    expect(() => spsa(bowl, [0, 0], { ...good, rate: 0 })).toThrow("rate");
    expect(() => spsa(bowl, [0, 0], { ...good, perturbation: 0 })).toThrow("perturbation");
    expect(() => spsa(bowl, [0, 0], { ...good, steps: 1.5 })).toThrow("steps");
  });
});

describe("kieferWolfowitz", () => {
  test("first step by hand: C = w² at 8 with c = 1: (81 − 49)/2 = 16, so 8 − 16/4 = 4", () => {
    const step = lastStep(
      kieferWolfowitz((w) => w.at(0) ** 2, [8], { steps: 1, rate: 0.25, width: 1 }),
    );
    expect(step.w.at(0)).toBe(4);
    expect(step.evaluations).toBe(2);
  });

  test("second step has rate a/2 and half width c/∛2, by hand on a cubic", () => {
    // C = w³ from 1: slope 3 + c². Step 1, a = c = 0.1: 1 − 0.1·3.01. Step 2: 3w² + 0.01/2^(2/3).
    const w1 = 1 - 0.1 * 3.01;
    const w2 = w1 - 0.05 * (3 * w1 ** 2 + 0.01 / 2 ** (2 / 3));
    const trace = kieferWolfowitz((w) => w.at(0) ** 3, [1], { steps: 2, rate: 0.1, width: 0.1 });
    expect(lastStep(trace).w.at(0)).toBeCloseTo(w2, 12);
  });

  test("bad options are named", () => {
    expect(() => kieferWolfowitz(bowl, [0, 0], { steps: 1, rate: 0, width: 1 })).toThrow("rate");
    expect(() => kieferWolfowitz(bowl, [0, 0], { steps: 1, rate: 1, width: -1 })).toThrow("width");
    expect(() => kieferWolfowitz(bowl, [[0]], { steps: 1, rate: 1, width: 1 })).toThrow(ShapeError);
  });
});

describe("randomSearch, Eq. (6.3)", () => {
  test("never goes up, reaches the hole of the golf course, counts its tries", () => {
    const { cost, calls } = counting(golfCourse);
    const trace = [
      ...randomSearch(cost, [7.5, -4], { steps: 300, random: new Random(3), copies: 5 }),
    ];
    const losses = trace.map(({ loss }) => loss);
    expect(losses.every((loss, i) => i === 0 || loss <= losses[i - 1]!)).toBe(true);
    expect(losses.at(-1)).toBe(0);
    expect(trace.at(-1)!.evaluations).toBe(1 + 300 * 5);
    expect(calls()).toBe(1501);
  });

  test("first step by hand: the try is w + σε with the generator's first normals, kept if lower", () => {
    const e1 = new Random(8).normal(0, 0.5);
    const step = lastStep(
      randomSearch((w) => -(w.at(0) * Math.sign(e1)), [0], {
        steps: 1,
        random: new Random(8),
        std: 0.5,
      }),
    );
    expect(step.w.at(0)).toBe(e1);
    const kept = lastStep(
      randomSearch((w) => w.at(0) * Math.sign(e1), [0], {
        steps: 1,
        random: new Random(8),
        std: 0.5,
      }),
    );
    expect(kept.w.at(0)).toBe(0);
  });

  test("all copies of a step start from the same place", () => {
    // A slope that falls for ever: with copies chained one after another the gain would be their sum.
    const random = new Random(4);
    const first = [random.normal(), random.normal(), random.normal(), random.normal()];
    const step = lastStep(
      randomSearch((w) => w.at(0), [0], { steps: 1, random: new Random(4), copies: 4 }),
    );
    expect(step.w.at(0)).toBe(Math.min(0, ...first));
  });

  test("bad options are named", () => {
    const good = { steps: 1, random: new Random(1) };
    expect(() => randomSearch(bowl, [0, 0], { ...good, std: 0 })).toThrow("std");
    expect(() => randomSearch(bowl, [0, 0], { ...good, copies: -2 })).toThrow(
      "copies must be a whole number",
    );
    expect(() => lastStep(randomSearch(cliff, [1], good))).toThrow(
      "randomSearch: the cost must be a finite number",
    );
  });
});

test("lastStep says when a search was already read", () => {
  const search = randomSearch(bowl, [0, 0], { steps: 1, random: new Random(1) });
  lastStep(search);
  expect(() => lastStep(search)).toThrow("Keep the steps: const trace = [...search].");
});
