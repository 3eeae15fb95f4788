/** Kernel: what `check` and `hint` show in a cell. */
import { describe, expect, test } from "vitest";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import { check, checkBundle, hint, hintBundle } from "../../src/kernel/check.js";

const text = (bundle: Readonly<Record<string, unknown>>): unknown => bundle["text/plain"];

describe("check", () => {
  test("shows one table as HTML and as text", () => {
    const bundle = checkBundle("perceptron/weighted-sum", weightedSumExercise.reference);
    expect(Object.keys(bundle)).toEqual(["text/html", "text/plain"]);
    expect(bundle["text/html"]).toMatch(/^<table .*<\/table><p>All 4 visible checks passed/);
    expect(text(bundle)).toMatch(/^1\.2 The weighted sum\n {2}passed/);
  });

  test("returns nothing, so that a cell which ends with it echoes nothing", () => {
    expect(check("perceptron/weighted-sum", {})).toBeUndefined();
    expect(hint("perceptron/weighted-sum")).toBeUndefined();
  });

  test("an unknown exercise is a message with the nearest id, not an exception", () => {
    expect(text(checkBundle("perceptron/weihgted-sum", {}))).toBe(
      'There is no exercise "perceptron/weihgted-sum". Did you mean "perceptron/weighted-sum"?',
    );
  });

  test("functions that were not handed over by name are asked for", () => {
    const nothing = undefined as unknown as Readonly<Record<string, unknown>>;
    expect(text(checkBundle("perceptron/sigmoid", nothing))).toBe(
      'Hand your functions over by name: check("perceptron/sigmoid", { sigmoid, sigmoidDerivative });',
    );
  });
});

describe("hint", () => {
  test("has three levels, each of which says how to get the next", () => {
    const [one, two, three] = [1, 2, 3].map((level) =>
      String(text(hintBundle("perceptron/weighted-sum", level))),
    );
    expect(one).toMatch(/^\*\*Hint 1 of 3 for exercise 1\.2\.\*\* Each input has a weight/);
    expect(one).toContain('hint("perceptron/weighted-sum", 2) says more.');
    expect(two).toContain("Eq. (1.3)");
    // On a line of its own, or no front end shows it as code.
    expect(three).toMatch(/\n\n```ts\n[\s\S]*\n```(\n|$)/);
    expect(three).not.toContain("says more");
  });

  test("a level that does not exist, or an exercise, is explained", () => {
    expect(text(hintBundle("perceptron/relu", 4))).toBe(
      'Hints have the levels 1, 2 and 3, as in hint("perceptron/relu", 2).',
    );
    expect(text(hintBundle("relo", 1))).toBe(
      'There is no exercise "relo". Did you mean "perceptron/relu"?',
    );
  });
});
