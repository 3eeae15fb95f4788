/** Grading: whatever a learner hands over gets its own clear message, and the other checks run on. */
import { describe, expect, test } from "vitest";
import { denseLayerExercise } from "../../src/checks/perceptron/dense-layer.js";
import { sigmoidExercise } from "../../src/checks/perceptron/sigmoid.js";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import type { Exercise } from "../../src/grading/exercise.js";
import { NotImplemented } from "../../src/grading/not-implemented.js";
import { runChecks } from "../../src/grading/run-checks.js";
import type { ExerciseResult, Verdict } from "../../src/grading/verdict.js";
import { tensor } from "../../src/math/tensor.js";

const weightedSum = (answer: unknown): ExerciseResult =>
  runChecks(weightedSumExercise, { weightedSum: answer });
const first = (answer: unknown): Verdict => weightedSum(answer).checks[0]!.verdict;

describe("an answer that is no answer", () => {
  test.each<[what: string, answer: unknown, kind: string, words: string]>([
    ["nothing", undefined, "missing", "No function weightedSum was given"],
    ["a number", 3, "error", "weightedSum is not a function: it is the number 3."],
    ["a promise", Promise.resolve(3), "error", "weightedSum is not a function: it is a promise."],
    ["undefined", () => undefined, "fail", 'returned undefined. Did you forget "return"?'],
    ["NaN", () => Number.NaN, "fail", "weightedSum([0], [5], 1): returned NaN."],
    ["a string", () => "6", "fail", 'returned the text "6"; a number is wanted'],
    ["null", () => null, "fail", "returned null; a number is wanted"],
    ["a boolean", () => true, "fail", "returned the boolean true; a number is wanted"],
    ["a bigint", () => 6n, "fail", "returned the bigint 6n; a number is wanted"],
    ["a list", () => [1, 2], "fail", "returned a list of shape [2]; a number is wanted"],
    ["a tensor", () => tensor([1, 2]), "fail", "returned a list of shape [2]; a number is wanted"],
    ["a function", () => Math.sin, "fail", "returned a function (sin); a number is wanted"],
    ["an object", () => ({ z: 6 }), "fail", "returned an object with z; a number is wanted"],
    ["Infinity", () => Number.POSITIVE_INFINITY, "fail", "got Infinity, want 1"],
    [
      "an async function",
      async () => 6,
      "error",
      'returned a promise: your function is async. Remove "async"',
    ],
    [
      "a rejecting one",
      async () => {
        throw new Error("no");
      },
      "error",
      "your function is async",
    ],
    [
      "a throwing one",
      () => {
        throw new TypeError("oh");
      },
      "error",
      "weightedSum([0], [5], 1) threw TypeError: oh.",
    ],
    [
      "a thrown text",
      () => {
        throw "oh";
      },
      "error",
      'weightedSum([0], [5], 1) threw the text "oh".',
    ],
    [
      "endless recursion",
      function f(): number {
        return f();
      },
      "error",
      "Your function calls itself without end.",
    ],
    [
      "a stub",
      () => {
        throw new NotImplemented("1.2 weighted sum");
      },
      "not-implemented",
      "Exercise 1.2 weighted sum is not implemented yet",
    ],
  ])("%s", (_what, answer, kind, words) => {
    const verdict = first(answer);
    expect(verdict.kind).toBe(kind);
    expect(verdict).toHaveProperty("message", expect.stringContaining(words));
    expect(weightedSum(answer).points).toBe(0);
    expect(weightedSum(answer).checks).toHaveLength(weightedSumExercise.checks.length);
  });

  test("a ragged list, a hole and a wrong shape say where", () => {
    const dense = (answer: unknown): string => {
      const { verdict } = runChecks(denseLayerExercise, { denseLayer: answer }).checks[0]!;
      return verdict.kind === "pass" ? "" : verdict.message;
    };
    expect(dense(() => [[1, 2], [3]])).toContain("returned a list whose rows differ in length");
    expect(dense(() => [[undefined]])).toContain("returned undefined at entry [0, 0]");
    expect(dense(() => [7])).toContain(
      "returned a list of shape [1]; a list of shape [1, 1] is wanted",
    );
  });

  test("an answer that matches everything by an asymmetric matcher is still wrong", () => {
    const matcher = {
      $$typeof: Symbol.for("jest.asymmetricMatcher"),
      asymmetricMatch: () => true,
    };
    expect(weightedSum(() => matcher).points).toBe(0);
  });
});

test("NaN is explained once, as the cause", () => {
  const verdict = first((x: number[], w: number[]) => x[x.length]! * w[0]!);
  expect(verdict).toHaveProperty("cause", expect.stringMatching(/^NaN comes from 0\/0/));
});

describe("independent checks", () => {
  test("one function that works earns its points beside one that is not implemented", () => {
    const result = runChecks(sigmoidExercise, {
      sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
      sigmoidDerivative: () => {
        throw new NotImplemented("1.3 derivative of the sigmoid");
      },
    });
    expect(result.checks.map(({ verdict }) => verdict.kind)).toEqual([
      "pass",
      "pass",
      "pass",
      "not-implemented",
      "not-implemented",
      "pass",
    ]);
    expect([result.points, result.possible]).toEqual([4, 6]);
  });

  test("a check that breaks is an error of the course and stops no other", () => {
    const broken: Exercise = {
      ...weightedSumExercise,
      checks: [
        {
          name: "broken",
          points: 5,
          run: () => {
            throw new Error("oops");
          },
        },
        ...weightedSumExercise.checks,
      ],
    };
    const result = runChecks(broken, weightedSumExercise.reference);
    expect(result.checks[0]!.verdict).toEqual({
      kind: "error",
      message:
        "internal: the check itself failed, which is a mistake of the course, not yours (Error: oops).",
    });
    expect([result.points, result.possible]).toEqual([4, 9]);
  });

  test("an answer that writes into its arguments spoils no later call", () => {
    const result = weightedSum((x: number[], w: number[], w0: number) => {
      let z = w0;
      while (x.length > 0) z += x.pop()! * w.pop()!;
      return z;
    });
    expect([result.points, result.possible]).toEqual([4, 4]);
  });

  test("the message shows the smallest input of the check that goes wrong", () => {
    const answer = (x: number[], w: number[], w0: number) =>
      x.length < 4 ? x.reduce((z, xi, i) => z + xi * w[i]!, w0) : 0;
    const verdict = weightedSum(answer).checks[1]!.verdict;
    const [, input = ""] =
      /weightedSum\(\[([^\]]*)\]/.exec("message" in verdict ? verdict.message : "") ?? [];
    expect(input.split(",")).toHaveLength(4);
  });
});

test.each([0, 1, -6])("the constant %s wins no point in any exercise's laws", (constant) => {
  const laws = runChecks(weightedSumExercise, { weightedSum: () => constant }).checks.slice(2);
  for (const { verdict } of laws) expect(verdict.kind).toBe("fail");
});
