/** Notebook: whose function a later exercise builds on. */
import { describe, expect, test } from "vitest";
import { checkBundle } from "../../src/kernel/check.js";
import { chosenFunctions, own } from "../../src/kernel/own.js";

const relu = (z: number): number => (z > 0 ? z : 0);
const reluDerivative = (z: number): number => (z > 0 ? 1 : 0);

describe("own", () => {
  test("takes the learner's own functions where they pass", () => {
    const { functions, message } = chosenFunctions("perceptron/relu", { relu, reluDerivative });
    expect(functions).toEqual({ relu, reluDerivative });
    expect(message).toBe("Building on your own relu and reluDerivative (exercise 1.4).");
  });

  test("judges only what was handed over", () => {
    expect(chosenFunctions("perceptron/relu", { relu }).functions.relu).toBe(relu);
  });

  test("takes the course's where they do not, and says so", () => {
    const wrong = (z: number): number => Math.abs(z);
    const { functions, message } = chosenFunctions("perceptron/relu", { relu: wrong });
    expect(functions.relu(-2)).toBe(0);
    expect(functions.relu(2)).toBe(2);
    expect(message).toBe("Building on the course's relu: yours does not pass exercise 1.4 yet.");
  });

  test("a stub that throws is replaced as well", () => {
    const stub = (_: number): number => {
      throw new Error("not yet");
    };
    expect(own("perceptron/relu", { relu: stub }).relu(3)).toBe(3);
  });

  test("an unknown exercise or name is said, and the functions stay as they are", () => {
    const unknown = chosenFunctions("perceptron/rleu", { relu });
    expect(unknown.functions.relu).toBe(relu);
    expect(unknown.message).toContain('"perceptron/relu"');
    const strange = chosenFunctions("perceptron/relu", { rectifier: relu });
    expect(strange.functions.rectifier).toBe(relu);
    expect(strange.message).toContain("does not ask for rectifier; it asks for relu");
  });
});

describe("what is lent", () => {
  const wrong = { hidden: () => [0, 0], output: () => 0 };

  test("does not answer the check of its own exercise, not even wrapped", () => {
    const { functions } = chosenFunctions("perceptron/xor", wrong);
    const hidden = functions.hidden as (...x: number[]) => unknown;
    const wrapped = { hidden: (a: number, b: number) => hidden(a, b), output: functions.output };
    for (const answers of [functions, wrapped]) {
      const text = String(checkBundle("perceptron/xor", answers)["text/plain"]);
      expect(text).toContain('is the course\'s, lent by own("perceptron/xor", …). Write your own');
      expect(text).toContain("0 of 4 visible checks passed");
    }
  });

  test("works everywhere else, and does not show its text", () => {
    const { functions } = chosenFunctions("perceptron/xor", wrong);
    const hidden = functions.hidden as (...x: number[]) => unknown;
    expect(hidden(1, 1)).toEqual([2, 1]);
    expect(String(hidden)).not.toContain("relu");
  });

  test("is nothing where the answer is a fact", () => {
    const answers = { patient1: () => ({ cause: "?", cure: {} }) };
    const { functions, message } = chosenFunctions("regularization/break-it-clinic", answers);
    expect(functions).toBe(answers);
    expect(message).toContain("the course does not lend its own");
  });
});
