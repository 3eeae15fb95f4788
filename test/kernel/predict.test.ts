/** Kernel: what `predict` and `reveal` show, whatever they are given. */
import { beforeEach, describe, expect, test } from "vitest";
import { howFar } from "../../src/kernel/how-far.js";
import { predict, predictBundle, reveal, revealBundle } from "../../src/kernel/predict.js";
import { forgetPredictions } from "../../src/kernel/predictions.js";

const text = (bundle: Readonly<Record<string, unknown>>): unknown => bundle["text/plain"];
const html = (bundle: Readonly<Record<string, unknown>>): string => String(bundle["text/html"]);

beforeEach(forgetPredictions);

describe("predict", () => {
  test("with null says what to do, and the result then says that nothing was guessed", () => {
    expect(text(predictBundle("2.3", { change: null }))).toBe(
      "Write your guess in place of null, run this cell, then go on. Nothing is graded.",
    );
    expect(text(revealBundle("2.3", { change: 0.25 }))).toBe(
      "Prediction 2.3\n        computed\nchange      0.25\nNo guess was noted.",
    );
  });

  test("a guess is noted, and what is open is named", () => {
    expect(text(predictBundle("2.3", { change: -0.3, grows: true, who: null }))).toBe(
      "Noted: change = −0.3, grows = yes. Still open: who.",
    );
  });

  test("returns nothing and never throws", () => {
    const odd = [undefined, null, 3, "x", [], {}, { a: Number.NaN, b: [], c: () => 0, d: {} }];
    for (const guesses of odd) {
      expect(predict("1.1", guesses as never)).toBeUndefined();
      expect(reveal("1.1", guesses as never)).toBeUndefined();
      expect(predict(guesses as never, { a: 1 })).toBeUndefined();
    }
  });

  test("what is no guess is named", () => {
    const guesses = { a: Number.NaN, b: [1], c: () => 0, d: 2 };
    expect(text(predictBundle("1.1", guesses as never))).toBe(
      "Noted: d = 2. a is NaN, which is no guess. b is a list, which is no guess. c is a function, which is no guess. A guess is a number, a text in quotes, true or false.",
    );
    expect(text(predictBundle("1.1", 0.3 as never))).toBe(
      'Guesses have names, as in predict("1.1", { change: null });',
    );
    expect(text(predictBundle("1.1", {}))).toMatch(/^Name what you guess, as in predict/);
  });
});

describe("reveal", () => {
  test("puts guess and result side by side", () => {
    predictBundle("2.3", { change: 0.3, grows: true });
    const bundle = revealBundle("2.3", { change: 0.25, grows: true });
    expect(text(bundle)).toBe(
      [
        "Prediction 2.3",
        "        your guess  computed  how far",
        "change  0.3         0.25      0.05 too large, 1.2 times what came out",
        "grows   yes         yes       right",
      ].join("\n"),
    );
    expect(html(bundle)).toMatch(/^<div style="overflow-x:auto"><table .*<th scope="row"/);
  });

  test("a guess made after the result was shown is marked, unless it had been made before", () => {
    predictBundle("4.1", { a: 1 });
    revealBundle("4.1", { a: 2, b: 3 });
    expect(text(predictBundle("4.1", { a: 1, b: 3 }))).toBe(
      "Noted: a = 1, b = 3. You had seen the result before.",
    );
    const lines = String(text(revealBundle("4.1", { a: 2, b: 3 }))).split("\n");
    expect(lines[2]).not.toContain("after");
    expect(lines[3]).toContain("right (noted after the result was shown)");
  });

  test("a guess can be taken back", () => {
    predictBundle("4.1", { a: 1 });
    predictBundle("4.1", { a: null });
    expect(text(revealBundle("4.1", { a: 2 }))).toContain("No guess was noted.");
  });

  test("names that do not meet are told", () => {
    predictBundle("4.1", { chnge: 1 });
    expect(text(revealBundle("4.1", { change: 2 }))).toContain(
      "You guessed chnge, and what came out is called change.",
    );
  });

  test("HTML shows names and texts as they are", () => {
    predictBundle("4.1", { "<b>": "<script>alert(1)</script>" });
    const shown = html(revealBundle("4.1", { "<b>": "<i>" }));
    expect(shown).not.toMatch(/<script|<b>|<i>/);
    expect(shown).toContain("&lt;script&gt;");
  });
});

describe("how far", () => {
  test.each([
    [0.5, 0.5, "right"],
    [0, -0, "right"],
    [0.103, 0.1, "right, within 3 %"],
    [-0.3, 0.3, "The sign is the other way round; the size is right."],
    [-0.3, 0.2, "The sign is the other way round; 0.5 too small."],
    [3, 0.3, "The digits are right, a factor of 10 too large."],
    [0.003, 0.3, "The digits are right, a factor of 100 too small."],
    [-3, 0.3, "The sign is the other way round; the digits are right, a factor of 10 too large."],
    [1, 0, "1 too large"],
    [0, 2, "2 too small"],
    [1, 4, "3 too small, 0.25 times what came out"],
    [1, Number.NaN, "No ordinary number came out."],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, "right"],
    ["Left ", "left", "right"],
    ["left", "right", "Something else came out."],
    [true, false, "It is the other way round."],
    ["0.3", 0.3, "A number came out, and your guess is a text."],
  ])("%s for %s: %s", (guess, computed, words) => {
    expect(howFar(guess, computed)).toBe(words);
  });
});
