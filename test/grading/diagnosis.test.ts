/** Grading: general patterns are named when no known wrong answer fits. */
import { describe, expect, test } from "vitest";
import { softmaxCrossEntropyExercise } from "../../src/checks/loss/softmax-cross-entropy.js";
import { oneInputExercise } from "../../src/checks/perceptron/one-input.js";
import { numericPattern } from "../../src/grading/patterns.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { verdictText } from "../../src/grading/verdict.js";

const inputs = [[1], [2, 3], [4, -5, 6], [0.5]];
const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
const pattern = (got: (want: number, list: readonly number[]) => unknown): string | null =>
  numericPattern(
    inputs.map((list) => ({ args: [list], got: got(total(list), list), want: total(list) })),
  );

describe("a pattern over all inputs", () => {
  test.each<[string, (want: number, list: readonly number[]) => unknown, string]>([
    ["a factor", (want) => 3 * want, "Every value is 3 times too large."],
    ["a fraction", (want) => want / 2, "Every value is 2 times too small."],
    ["a lost minus", (want) => -want, "Every value has the wrong sign."],
    ["minus and factor", (want) => -2 * want, "Every value is the wanted one times -2"],
    ["an offset", (want) => want + 1, "Every value is 1 too large."],
    ["an offset down", (want) => want - 0.25, "Every value is 0.25 too small."],
    ["a constant", () => 0, "Your function gives 0 whatever it is given."],
    ["a mean", (want, list) => want / list.length, "a mean stands where a sum is wanted"],
    ["noise", (want) => Math.fround(want * 1.0000001), "right to about five digits"],
  ])("%s", (_name, got, words) => {
    expect(pattern(got)).toContain(words);
  });

  test("nothing is made up where no pattern holds", () => {
    expect(pattern((want) => want ** 3 + 2)).toBeNull();
    expect(pattern(() => "text")).toBeNull();
  });

  test("signs that are lost, or wrong in places", () => {
    const tried = [1, -2, 3, -4].map((want) => ({ args: [want], want }));
    const lost = tried.map((one) => ({ ...one, got: Math.abs(one.want) }));
    const mixed = tried.map((one, i) => ({ ...one, got: i < 2 ? -one.want : one.want }));
    expect(numericPattern(lost)).toContain("the sign is lost");
    expect(numericPattern(mixed)).toContain("the sign is wrong at some inputs");
  });

  test("a turned table and a list that is one short", () => {
    const want = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const turned = {
      args: [],
      got: [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
      want,
    };
    expect(numericPattern([turned, turned])).toContain("transpose");
    const short = { args: [], got: [1, 2], want: [1, 2, 3] };
    expect(numericPattern([short, short])).toContain("one entry too short");
    const long = { args: [], got: [1, 2, 3, 4], want: [1, 2, 3] };
    expect(numericPattern([long, long])).toContain("one entry too long");
  });
});

describe("a rule from the right value to the wrong one", () => {
  test.each<[string, (want: number, list: readonly number[]) => unknown, string]>([
    ["base 2", (want) => want / Math.LN2, "which Math.log2 leaves"],
    ["base 10", (want) => want / Math.LN10, "which Math.log10 leaves"],
    ["degrees", (want) => (want * 180) / Math.PI, "degrees stand where radians are wanted"],
    ["percent", (want) => 100 * want, "a percentage stands where a share is wanted"],
    ["a square", (want) => want ** 2, "is a root missing"],
    ["one over", (want) => 1 / want, "what is divided by what"],
    ["one minus", (want) => 1 - want, "1 minus the wanted one"],
    ["a power of e", (want) => Math.exp(want), "is a logarithm missing"],
    ["a text", (want) => String(want), "The result is a text"],
    ["a list", (want) => [want], "but not their brackets"],
    ["a count from 1", (want) => want + 1, "Every value is 1 too large."],
    [
      "a division by n − 1",
      (want, list) => (want * list.length) / (list.length - 1),
      "divided by n",
    ],
  ])("%s", (_name, got, words) => {
    const tried = [
      [1, 0.5],
      [2, 3.25],
      [4, -0.5, 6],
      [1, 1, 0.125, 2],
    ].map((list) => ({ args: [list], got: got(total(list), list), want: total(list) }));
    expect(numericPattern(tried)).toContain(words);
  });

  test("an argument that enters twice, not at all, or with the wrong sign", () => {
    const enters = (times: number): string | null =>
      numericPattern(
        [1, 2.5, -4, 3].map((b, i) => ({ args: [i, b], got: i * i + times * b, want: i * i + b })),
      );
    expect(enters(2)).toContain("too large by exactly the second argument");
    expect(enters(0)).toContain("too small by exactly the second argument");
    expect(enters(-1)).toBe("The second argument enters with the wrong sign.");
  });

  test("a bias of each column that is taken away", () => {
    const tried = [1, 2, 3].map((x) => ({
      args: [x, [1, 10]],
      got: [[x - 1, 2 * x - 10]],
      want: [[x + 1, 2 * x + 10]],
    }));
    expect(numericPattern(tried)).toBe("The second argument enters with the wrong sign.");
  });

  test("rounding, and whole numbers from an operator on bits", () => {
    const wants = [0.123, -2.717, 3.19, 1.42, 12.77];
    const of = (got: (want: number) => number): string | null =>
      numericPattern(wants.map((want, i) => ({ args: [i], got: got(want), want })));
    expect(of((want) => Number(want.toFixed(2)))).toContain("cut to 2 decimals");
    expect(of(Math.floor)).toContain("cut to whole numbers");
    expect(of((want) => want ^ 7)).toContain("Is there a ^ in it?");
  });

  test("true and false for 1 and 0", () => {
    const tried = [1, -2, 3].map((z) => ({ args: [z], got: z > 0, want: z > 0 ? 1 : 0 }));
    expect(numericPattern(tried)).toContain("true and false stand where 1 and 0 are wanted");
  });
});

describe("right numbers in the wrong places", () => {
  const tables = [
    [[5, 6]],
    [
      [1, 2],
      [3, 4],
    ],
    [
      [7, 8],
      [9, 1],
      [2, 3],
    ],
  ];
  const of = (got: (want: number[][]) => unknown): string | null =>
    numericPattern(tables.map((want) => ({ args: [], got: got(want), want })));

  test("flattened, repeated, permuted", () => {
    expect(of((want) => want.flat())).toContain("but not their brackets");
    expect(of((want) => want.map(() => want[0]))).toContain("All rows of your result are alike");
    expect(of((want) => want.map((row) => [...row].reverse()).reverse())).toContain(
      "in reverse order",
    );
    expect(of((want) => [...want].reverse())).toContain("not in their places");
  });

  test("a record is read field by field", () => {
    const tried = [1, 2, 5].map((x) => ({
      args: [x],
      got: { w: x, m: 3 * x },
      want: { w: x, m: x },
    }));
    expect(numericPattern(tried)).toBe("Field m: Every value is 3 times too large.");
  });

  test("the field that a check quotes comes first, also if no pattern holds for it", () => {
    const tried = [1, 2, 5, 7].map((x) => ({
      args: [x],
      got: { w: x ** 3 + 2, steps: 0 },
      want: { w: x, steps: x },
    }));
    expect(numericPattern(tried)).toBe(
      "Field w: its values follow no simple rule. Field steps: Your function gives 0 whatever it is given.",
    );
    const turned = tried.map((one) => ({ ...one, got: { steps: 0, w: -one.want.w } }));
    expect(numericPattern(turned)).toBe("Field w: Every value has the wrong sign.");
  });
});

describe("NaN", () => {
  const tried = (got: (z: number) => number) =>
    [0, 1, 2, 800, 900, 1000].map((z) => ({ args: [z], got: got(z), want: z + 1 }));

  test("is placed where it began", () => {
    expect(numericPattern(tried((z) => (z > 700 ? Number.NaN : z + 1)))).toContain(
      "NaN begins where a number is large",
    );
  });

  test("is not blamed for a slip that shows before it", () => {
    expect(numericPattern(tried((z) => (z > 700 ? Number.NaN : 2 * (z + 1))))).toBe(
      "Every value is 2 times too large. Elsewhere it is no finite number.",
    );
  });
});

test("NaN anywhere is explained before all else", () => {
  expect(pattern((want, list) => (list.length === 3 ? Number.NaN : want))).toMatch(
    /^NaN comes from/,
  );
});

describe("two slips at once", () => {
  test("the known one is named where the other leaves numbers", () => {
    const softmaxCrossEntropy = (z: readonly number[], label: number): number => {
      const powers = z.map(Math.exp);
      return powers[label]! / powers.reduce((sum, power) => sum + power, 0);
    };
    const logitGradient = softmaxCrossEntropyExercise.reference["logitGradient"];
    const { checks } = runChecks(softmaxCrossEntropyExercise, {
      softmaxCrossEntropy,
      logitGradient,
    });
    const text = verdictText(checks[0]!.verdict);
    expect(text).toMatch(/^This is the share of the label itself/);
    expect(text).toContain("Where it gives no finite number, there is a second slip.");
  });
});

describe("an exercise", () => {
  const messages = (oneInput: (x: number, w: number, w0: number) => number): string[] =>
    runChecks(oneInputExercise, { oneInput }).checks.map(({ verdict }) => verdictText(verdict));

  test("an unknown slip is explained by its numbers and the case by hand", () => {
    expect(messages((x, w, w0) => 2 * (w * x + w0))[0]).toBe(
      "Every value is 2 times too large. oneInput(0, 2, 1): got 2, want 1. By hand: 2·0 + 1 = 1.",
    );
  });

  test("a slip that only some inputs show gets no cause that the others contradict", () => {
    const text = messages((x, w, w0) => (x === -1 ? 0 : w * x + w0))[0];
    expect(text).toBe("oneInput(-1, 4, 0.5): got 0, want -3.5. By hand: 4·(−1) + 0.5 = −3.5.");
  });

  test("a slip with a place of its own is told where it goes wrong", () => {
    const text = messages((x, w, w0) => (x < 0 ? 0 : w * x + w0))[0];
    expect(text).toContain("it goes wrong only where the first argument is negative");
  });

  test("a right answer has no message at all", () => {
    expect(messages((x, w, w0) => w * x + w0)).toEqual(["", "", ""]);
  });
});
