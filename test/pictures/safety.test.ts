/** Pictures: whatever an answer does, it costs the picture and never the verdict. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import { sigmoidExercise } from "../../src/checks/perceptron/sigmoid.js";
import { softmaxExercise } from "../../src/checks/perceptron/softmax.js";
import { confusionExercise } from "../../src/checks/regularization/confusion.js";
import { penaltiesExercise } from "../../src/checks/regularization/penalties.js";
import { savePictures } from "../../src/cli/save-picture.js";
import type { Exercise } from "../../src/grading/exercise.js";
import { textReport } from "../../src/grading/report.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { runCode } from "../../src/grading/run-code.js";
import { checkBundle } from "../../src/kernel/check.js";
import { readXml } from "../figures/well-formed.js";

const PICTURES = { withPictures: true } as const;
const lostMinus = (z: number): number => 1 / (1 + Math.exp(z));
const right = sigmoidExercise.reference;

/** The result without its pictures, and how many there were. */
function split(exercise: Exercise, given: Readonly<Record<string, unknown>>) {
  const { checks } = runChecks(exercise, given, PICTURES);
  const plain = checks.map(({ picture: _, ...rest }) => rest);
  expect(plain).toEqual(runChecks(exercise, given).checks);
  return checks.filter(({ picture }) => picture !== undefined).length;
}

describe("a picture that cannot be drawn", () => {
  test.each([
    [
      "throws for most inputs",
      (z: number) => {
        if (Math.abs(z) > 0.1) throw new Error("no");
        return Number.NaN;
      },
    ],
    ["returns NaN", () => Number.NaN],
    ["returns a word", () => "half"],
    ["returns a record", () => ({ toArray: 3 })],
    [
      "returns a proxy that throws at every touch",
      () =>
        new Proxy(
          {},
          {
            get: () => {
              throw new Error("no");
            },
          },
        ),
    ],
  ])("an answer that %s has its verdict and no picture", (_, sigmoid) => {
    expect(split(sigmoidExercise, { ...right, sigmoid })).toBe(0);
  });

  test("an endless loop where only the picture asks is stopped", () => {
    const sigmoid = (z: number): number => {
      // Between the inputs of the checks, which have two digits.
      while (z === -5.875) Math.exp(z);
      return lostMinus(z);
    };
    expect(split(sigmoidExercise, { ...right, sigmoid })).toBe(0);
  });

  test.each([
    ["a matrix with ragged rows", () => [[1], [2, 3]]],
    ["rows of rows", () => [[[1]]]],
    ["a list that is far too long", () => new Array(5000).fill(0)],
    [
      "rows with holes",
      () => [
        [1, undefined, 2],
        [0, 1, 2],
        [1, 1, 1],
      ],
    ],
  ])("%s instead of a table leaves the verdict as it is", (_, confusionMatrix) => {
    split(confusionExercise, { ...confusionExercise.reference, confusionMatrix });
  });

  test("missing functions and those that are not implemented have none", () => {
    const stub = (): never => {
      throw Object.assign(new Error("open"), { name: "NotImplemented" });
    };
    expect(split(sigmoidExercise, {})).toBe(0);
    expect(split(sigmoidExercise, { sigmoid: stub, sigmoidDerivative: stub })).toBe(0);
  });
});

describe("the caption", () => {
  const captionOf = (id: string, given: Readonly<Record<string, unknown>>): string => {
    const exercise = EXERCISES.find((one) => one.id === id) as Exercise;
    const { checks } = runChecks(exercise, { ...exercise.reference, ...given }, PICTURES);
    return checks.find(({ picture }) => picture !== undefined)?.picture?.caption ?? "";
  };

  test("names the number that runs, and beside it what stays", () => {
    const sampleGradient = (w: number, b: number, x: number, y: number) => [
      (w * x + b - y) * x,
      w * x + b - y,
    ];
    expect(captionOf("descent/mini-batch", { sampleGradient })).toContain(
      "at w = −2 (b = 1, x = 2, y = 3) yours gives −12, and −24 is wanted.",
    );
    const decayStep = (w: number[], slopes: number[]) => w.map((wi, i) => wi - slopes[i]!);
    expect(captionOf("regularization/weight-decay", { decayStep })).toMatch(
      /at w = \S+ \(slope 0\.5, η = ½, λ = 0\.4\) yours gives/,
    );
  });

  test("names the bar that is farthest off, and sums only where something is shared out", () => {
    const gradient = (J: (w: number[]) => number, w: number[], h: number) =>
      w.map((_, i) => (J(w.map((v, j) => (i === j ? v + h : v))) - J(w)) / h);
    const caption = captionOf("chain-rule/twiddle", { gradient });
    expect(caption).toContain("Farthest off: at a yours gives −0.5, and −1 is wanted.");
    expect(caption).not.toContain("add up");
    const holed = (J: (w: number[]) => number, w: number[], h: number) =>
      (EXERCISES.find(({ id }) => id === "chain-rule/twiddle") as Exercise).reference["gradient"]!(
        ...([J, w, h] as never[]),
      );
    const withHole = (...args: Parameters<typeof holed>) =>
      (holed(...args) as number[]).map((g, i) => (i === 1 ? Number.NaN : g));
    expect(captionOf("chain-rule/twiddle", { gradient: withHole })).toMatch(
      /\(full bars\)\. Yours has no finite number at b\.$/,
    );
  });
});

test("a gap is drawn as a gap, and the caption says where it is", () => {
  const sigmoid = (z: number): number => (z > 3 ? Number.NaN : lostMinus(z));
  const { checks } = runChecks(sigmoidExercise, { ...right, sigmoid }, PICTURES);
  const picture = checks.find(({ picture }) => picture !== undefined)?.picture;
  expect(picture?.caption).toContain("yours gives no finite number from z = 3.06 to 6.");
  const own = picture?.data.find(({ name }) => name === "yours");
  expect(own?.x.at(-1)).toBeNull();
  expect(picture?.data[0]).toMatchObject({ name: "yours: no finite number", fill: "toself" });
});

test("pictures are drawn only where asked for", () => {
  const { checks } = runChecks(sigmoidExercise, { ...right, sigmoid: lostMinus });
  expect(checks.some(({ picture }) => picture !== undefined)).toBe(false);
});

test("a hidden check never shows one", () => {
  const hidden: Exercise = {
    ...sigmoidExercise,
    checks: sigmoidExercise.checks.map((check) => ({ ...check, hidden: true })),
  };
  const graded = { withHidden: true, withPictures: true };
  const { checks } = runChecks(hidden, { ...right, sigmoid: lostMinus }, graded);
  expect(checks.map(({ verdict }) => verdict.kind)).toContain("fail");
  expect(checks.filter(({ picture }) => picture !== undefined)).toEqual([]);
});

test("a function is drawn once, and never more than two are", () => {
  const wrong = Object.keys(penaltiesExercise.reference).map((name) => [
    name,
    (w: readonly number[]) => (name.endsWith("Slopes") ? w.map(() => 7) : 7),
  ]);
  expect(split(penaltiesExercise, Object.fromEntries(wrong))).toBe(2);
  expect(split(sigmoidExercise, { ...right, sigmoid: lostMinus })).toBe(1);
});

describe("where a picture is shown", () => {
  const softmax = (x: readonly number[]): number[] => x.map((xi) => xi / 2);
  const { checks, ...result } = runChecks(softmaxExercise, { softmax }, PICTURES);
  const caption = checks.find(({ picture }) => picture !== undefined)?.picture?.caption ?? "";

  test("in a notebook under the table, as an image with its words", () => {
    const html = String(checkBundle("perceptron/softmax", { softmax })["text/html"]);
    const [, data = ""] =
      /<img src="data:image\/svg\+xml;base64,([^"]+)" alt="What your softmax gives/.exec(html) ??
      [];
    expect(readXml(Buffer.from(data, "base64").toString("utf8")).tag).toBe("svg");
    expect(html.indexOf("<img")).toBeGreaterThan(html.indexOf("</table>"));
    expect(html).toContain(caption);
  });

  test("in text as its caption", () => {
    expect(caption).toContain("Yours add up to 1.25, the wanted ones to 1.");
    expect(textReport({ ...result, checks })).toContain(`      Picture: ${caption}`);
  });

  test("from the shell as a file", () => {
    const course = mkdtempSync(join(tmpdir(), "gradus-pictures-"));
    const paths = savePictures({ ...result, checks }, course);
    expect(paths).toEqual([join(".gradus", "pictures", "1.9-1.svg")]);
    const svg = readFileSync(join(course, paths[0]!), "utf8");
    expect(svg).toContain("What your softmax gives (hollow bars)");
  });

  test("a folder that cannot be written costs the file alone", () => {
    const course = mkdtempSync(join(tmpdir(), "gradus-pictures-"));
    writeFileSync(join(course, ".gradus"), "a file stands here");
    expect(savePictures({ ...result, checks }, course)).toEqual([]);
  });

  test("of code in a host process as well", () => {
    const code = "const softmax = (x) => x.map((xi) => xi / 2);";
    const { result: hosted } = runCode(softmaxExercise, { code, absent: {} }, PICTURES);
    expect(hosted.checks.flatMap(({ picture }) => picture ?? [])[0]?.caption).toBe(caption);
  });
});
