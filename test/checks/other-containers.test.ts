/** Checks: right numbers pass in typed arrays and tensors too, also where a check hands them on. */
import { expect, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import type { AnswerSet } from "../../src/grading/exercise.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { verdictText } from "../../src/grading/verdict.js";
import { tensor } from "../../src/math/tensor.js";

type Vector = readonly number[];
type Reference = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** The reference's numbers, in another container. */
const inTyped = (value: unknown): unknown => {
  if (Array.isArray(value) && value.every((entry) => typeof entry === "number")) {
    return Float64Array.from(value as Vector);
  }
  if (Array.isArray(value)) return value.map(inTyped);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, inTyped(field)]));
};

const answersOf = (id: string, wrap: (value: unknown) => unknown): AnswerSet => {
  const { reference } = EXERCISES.find((exercise) => exercise.id === id)!;
  return Object.fromEntries(
    Object.entries(reference as unknown as Reference).map(([name, answer]) => [
      name,
      (...args: never[]) => wrap(answer(...args)),
    ]),
  );
};

const shortfalls = (id: string, answers: AnswerSet): string[] =>
  runChecks(EXERCISES.find((exercise) => exercise.id === id)!, answers, { withHidden: true })
    .checks.map(({ verdict }) => verdictText(verdict))
    .filter((text) => text !== "");

test.each([
  "perceptron/dense-layer",
  "perceptron/softmax",
  "perceptron/deep-forward",
  "perceptron/sick-layers",
  "loss/softmax-cross-entropy",
  "chain-rule/activation",
  "chain-rule/linear-module",
  "chain-rule/topological-order",
  "chain-rule/module-backwards",
  "descent/one-step",
  "descent/momentum",
  "descent/adam",
  "descent/standardize",
  "descent/initialization",
  "regularization/split",
  "regularization/penalties",
  "regularization/dropout",
  "regularization/batch-normalization",
  "regularization/confusion",
])("%s takes typed arrays", (id) => {
  expect(shortfalls(id, answersOf(id, inTyped))).toEqual([]);
});

test("a forward pass may return a tensor", () => {
  const id = "perceptron/deep-forward";
  const answers = answersOf(id, (value) => tensor(value as Vector));
  expect(shortfalls(id, answers)).toEqual([]);
});
