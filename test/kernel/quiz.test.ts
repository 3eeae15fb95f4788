/** Kernel: how a question and its answers are shown. */
import { beforeEach, describe, expect, test } from "vitest";
import { forgetPredictions } from "../../src/kernel/predictions.js";
import { inlineHtml, quiz, quizBundle } from "../../src/kernel/quiz.js";
import type { Question } from "../../src/quizzes/question.js";

const QUESTIONS: readonly Question[] = [
  {
    id: "2.3a",
    ask: "What is $\\sigma(0)$?",
    options: [
      { text: "$0$", why: "At 0 the *sum* is 0, not the output." },
      { text: "`0.5`, as $1 < 2$", right: true, why: "$e^0 = 1$." },
      { text: "it **depends**", why: "Nothing else goes in." },
    ],
  },
  { id: "2.3b", ask: "?", options: [] },
  { id: "2.10a", ask: "?", options: [] },
];
const text = (bundle: Readonly<Record<string, unknown>>): string => String(bundle["text/plain"]);

beforeEach(forgetPredictions);

describe("a question", () => {
  const bundle = quizBundle(QUESTIONS, "2.3a");

  test("has one part that opens for each option", () => {
    const markdown = String(bundle["text/markdown"]);
    expect(markdown).toMatch(/^\*\*Question 2\.3a\.\*\* What is \$\\sigma\(0\)\$\?\n/);
    expect(markdown.match(/<details>/g)).toHaveLength(3);
    expect(markdown).toContain(
      "<details>\n<summary><strong>b)</strong> <code>0.5</code>, as $1 < 2$</summary>\n\n**Yes, this is right.** $e^0 = 1$.\n\n</details>",
    );
  });

  test("as plain text does not give the answer away", () => {
    expect(text(bundle)).toBe(
      'Question 2.3a. What is $\\sigma(0)$?\n  a) $0$\n  b) `0.5`, as $1 < 2$\n  c) it **depends**\nTo answer, run quiz("2.3a", "a") with your letter.',
    );
  });
});

describe("an answer", () => {
  test.each(["b", "B", " b) "])("%s is judged", (letter) => {
    expect(text(quizBundle(QUESTIONS, "2.3a", letter))).toBe(
      "Question 2.3a, b) `0.5`, as $1 < 2$\nYes, this is right. $e^0 = 1$.",
    );
  });

  test("that is wrong says what misled", () => {
    expect(quizBundle(QUESTIONS, "2.3a", "a")["text/markdown"]).toBe(
      "**Question 2.3a, a) $0$**\n\n**No.** At 0 the *sum* is 0, not the output.",
    );
  });

  test("that does not exist lists the letters", () => {
    expect(text(quizBundle(QUESTIONS, "2.3a", "d"))).toBe(
      'Question 2.3a has the options a, b, c, as in quiz("2.3a", "a").',
    );
    expect(text(quizBundle(QUESTIONS, "2.3a", 2 as never))).toMatch(/has the options/);
  });
});

test("a question that does not exist is answered with the nearest", () => {
  expect(text(quizBundle(QUESTIONS, "2.3"))).toBe(
    'There is no question "2.3". Did you mean "2.3a", "2.3b"?',
  );
  expect(text(quizBundle(QUESTIONS, "2.7a"))).toContain('Did you mean "2.3a", "2.3b", "2.10a"?');
  expect(text(quizBundle(QUESTIONS, "loss"))).toContain('as in quiz("2.3a").');
  expect(quiz(undefined as never)).toBeUndefined();
});

test("a line of markdown becomes HTML, formulas stay", () => {
  expect(inlineHtml("a < b, `x < y`, $a*b*c < d$, *i* and **b**")).toBe(
    "a &lt; b, <code>x &lt; y</code>, $a*b*c < d$, <em>i</em> and <strong>b</strong>",
  );
});
