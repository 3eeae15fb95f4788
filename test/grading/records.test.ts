/** Grading: records and words are judged field by field; streams of random numbers start anew. */
import { describe, expect, test } from "vitest";
import { normalStream, repeating, uniformStream } from "../../src/checks/streams.js";
import { Answers } from "../../src/grading/answers.js";
import { mismatch } from "../../src/grading/judge.js";
import { ANSWER } from "../../src/math/tolerances.js";

const want = { w: [1, 2], t: 3, why: "flat" };

describe("a record", () => {
  test("agrees field by field, whatever else it holds", () => {
    expect(mismatch({ w: [1, 2], t: 3, why: "flat", extra: 0 }, want, ANSWER)).toBeNull();
    expect(mismatch({ a: { b: [1] } }, { a: { b: [1] } }, ANSWER)).toBeNull();
  });

  test.each([
    [
      undefined,
      'returned undefined. Did you forget "return"? Here a record { w, t, why } is wanted',
    ],
    [[1, 2], "returned a list of shape [2]; a record { w, t, why } is wanted"],
    [{ w: [1, 2], t: 3 }, "the field why is missing; a record { w, t, why } is wanted"],
    [{ ...want, w: [1, 5] }, "field w: entry [1]: got 5, want 2"],
    [{ ...want, t: Number.NaN }, "field t: returned NaN"],
    [{ ...want, why: "lost" }, 'field why: got "lost", want "flat"'],
  ])("%j does not", (got, words) => {
    expect(mismatch(got, want, ANSWER)).toBe(words);
  });
});

test.each([
  ["uniform", uniformStream(1)],
  ["normal", normalStream(1)],
  ["repeating", repeating([3, 1, 2])],
])("an answer gets a %s stream from its beginning, however often it is called", (_, stream) => {
  const three = (random: () => number): number[] => [random(), random(), random()];
  const answers = new Answers({ three }, 1);
  const first = answers.call("three", stream);
  stream();
  expect(answers.call("three", stream)).toEqual(first);
  expect(new Set(first as number[]).size).toBe(3);
});
