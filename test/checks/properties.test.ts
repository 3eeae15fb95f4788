/** Checks: properties draw inputs, find the slip, and shrink it to something one can follow. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  lengths,
  matrices,
  numbers,
  probabilities,
  vectors,
} from "../../src/checks/arbitraries.js";
import { EXERCISES } from "../../src/checks/index.js";
import { lawText } from "../../src/checks/law-text.js";
import { agreesForAll, holdsForAll, lawForAll } from "../../src/checks/properties.js";
import { Answers } from "../../src/grading/answers.js";
import { NotImplemented } from "../../src/grading/not-implemented.js";
import { verdictText } from "../../src/grading/verdict.js";
import { dot } from "../../src/math/linear-algebra.js";

const pairs = lengths(4).chain((m) => fc.tuple(vectors(m), vectors(m)));

const dotAgrees = agreesForAll({
  name: "agrees with the library",
  points: 2,
  answer: "product",
  library: (x: number[], w: number[]) => dot(x, w),
  inputs: pairs,
});

const run = (product: unknown, seed = 1) => {
  const answers = new Answers({ product }, seed);
  return { verdict: dotAgrees.run(answers), calls: answers.calls.length };
};

describe("agreesForAll", () => {
  test("passes a right answer, whatever the seed, after at least 30 inputs", () => {
    const right = (x: number[], w: number[]) => x.reduce((sum, xi, i) => sum + xi * w[i]!, 0);
    for (const seed of [1, 2, 3, 4, 5]) {
      const { verdict, calls } = run(right, seed);
      expect(verdict).toEqual({ kind: "pass" });
      expect(calls).toBeGreaterThanOrEqual(30);
    }
  });

  test("shrinks a slip to the smallest input that shows it", () => {
    const lastForgotten = (x: number[], w: number[]) =>
      x.slice(0, -1).reduce((sum, xi, i) => sum + xi * w[i]!, 0);
    for (const seed of [1, 2, 3]) {
      const text = verdictText(run(lastForgotten, seed).verdict as never);
      expect(text).toMatch(/^product\(\[-?1\], \[-?1\]\): got 0, want -?1\.$/);
    }
  });

  test("finds a slip that shows only where the input is long", () => {
    const stopsAtThree = (x: number[], w: number[]) =>
      x.slice(0, 3).reduce((sum, xi, i) => sum + xi * w[i]!, 0);
    expect(run(stopsAtThree).verdict.kind).toBe("fail");
  });

  test("asks no further once the answer is missing or not implemented", () => {
    expect(run(undefined).verdict.kind).toBe("missing");
    let asked = 0;
    const stub = () => {
      asked += 1;
      throw new NotImplemented("1.2 weighted sum");
    };
    expect(run(stub).verdict.kind).toBe("not-implemented");
    expect(asked).toBe(1);
  });

  test("an answer that throws for some inputs fails with its own error", () => {
    const fussy = (x: number[], w: number[]) => {
      if (x.length > 1) throw new RangeError("too long");
      return x[0]! * w[0]!;
    };
    const { verdict } = run(fussy);
    expect(verdict.kind).toBe("error");
    expect(verdictText(verdict)).toContain("RangeError: too long");
  });
});

describe("lawForAll and holdsForAll", () => {
  test("a law between calls is stated for the smallest input that breaks it", () => {
    const odd = lawForAll({
      name: "f(−z) = −f(z)",
      points: 1,
      inputs: numbers(),
      sides: (answers, z) => [answers.call("f", -z), -(answers.call("f", z) as number)],
      statement: (z) => `f(${-z}) = −f(${z})`,
    });
    expect(odd.run(new Answers({ f: Math.tanh }, 1))).toEqual({ kind: "pass" });
    const verdict = odd.run(new Answers({ f: Math.exp }, 1));
    expect(verdictText(verdict)).toBe("f(0) = −f(0) does not hold: got 1, want -1.");
  });

  test("two things that must agree are no equation, and are told as what they are", () => {
    expect(lawText("f(1) = f(2)", "got 1, want 2")).toBe(
      "f(1) = f(2) does not hold: got 1, want 2.",
    );
    expect(lawText("The rows sum to 1, which", "got 2, want 1")).toBe(
      "The rows sum to 1, which does not hold: got 2, want 1.",
    );
    expect(lawText("f of [1] and of [2]", "got 1, want 2")).toBe(
      "f of [1] and of [2]: both must agree; got 1, want 2.",
    );
  });

  test("2.2 and 2.3 say what must agree, and count one sample as one", () => {
    const messageOf = (id: string, name: string, answers: object): string => {
      const exercise = EXERCISES.find((one) => one.id === id);
      const law = exercise?.checks.find((one) => one.name.startsWith(name));
      return verdictText(law?.run(new Answers({ ...answers }, 1)) as never);
    };
    const total = (w: number, x: number[], y: number[]) =>
      x.reduce((sum, xi, i) => sum + (w * xi - y[i]!) ** 2, 0);
    expect(
      messageOf("loss/empirical-loss", "loss: every sample twice", { empiricalLoss: total }),
    ).toMatch(
      /^The loss at w = \S+ of 1 sample, and with each sample twice: both must agree; got \S+, want \S+\.$/,
    );
    const onlyOnes = (y: number[], p: number[]) =>
      y.reduce((sum, yi, i) => sum - yi * Math.log(p[i]!), 0) / y.length;
    expect(
      messageOf("loss/binary-cross-entropy", "loss: to swap", { binaryCrossEntropy: onlyOnes }),
    ).toMatch(
      /^The loss of labels \[\d\] with p = \[\S+\], and both swapped: both must agree; got \S+, want \S+\.$/,
    );
  });

  test("examples are tried as well as the drawn inputs", () => {
    const seen: number[] = [];
    const check = holdsForAll({
      name: "looks at each",
      points: 1,
      inputs: probabilities(),
      examples: [0.125],
      problem: (_, p) => {
        seen.push(p);
        return null;
      },
    });
    expect(check.run(new Answers({}, 1))).toEqual({ kind: "pass" });
    expect(seen).toContain(0.125);
    expect(seen.every((p) => p > 0 && p < 1)).toBe(true);
  });

  test("a hidden check says so", () => {
    const asked = { name: "h", points: 1, inputs: matrices(1, 1), problem: () => null };
    expect(holdsForAll({ ...asked, hidden: true }).hidden).toBe(true);
    expect(holdsForAll(asked).hidden).toBeUndefined();
  });
});
