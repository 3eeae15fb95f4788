import { describe, expect, test } from "vitest";

import { syllabusText } from "../../src/cli/syllabus-text.js";
import type { Evidence } from "../../src/syllabus/evidence.js";
import type { Aspect, SyllabusItem } from "../../src/syllabus/item.js";
import { type Manifest, type Trace, traceSyllabus } from "../../src/syllabus/trace.js";

/** A small course: one function with a test, a row, an exercise and a section; another one bare. */
const EVIDENCE: Evidence = {
  sources: [
    { path: "src/math/deep/sigmoid.ts", exports: ["sigmoid"], equations: [] },
    { path: "src/math/activations.ts", exports: ["sigmoid", "tanh"], equations: ["1.6"] },
    { path: "src/cli/other.ts", exports: ["relu"], equations: ["1.10"] },
    { path: "src/index.ts", exports: ["sigmoid"], equations: [] },
  ],
  tests: [
    {
      path: "test/math/activations.test.ts",
      imports: [{ name: "sigmoid", from: "src/math/activations.ts" }],
      errata: ["E1"],
    },
    {
      path: "test/math/deep.test.ts",
      imports: [{ name: "tanh", from: "src/math/deep/sigmoid.ts" }],
      errata: [],
    },
  ],
  sections: [
    {
      notebook: "notebooks/01.ipynb",
      number: "1.6",
      title: "The sigmoid",
      equations: [{ number: "1.6", latex: "x" }],
      errata: [],
    },
  ],
  exercises: [{ id: "perceptron/sigmoid", syllabus: ["P6"], equations: ["1.6"] }],
  referenceRows: ["sigmoid′", "sigmoid, by row"],
};

const P6: SyllabusItem = {
  id: "P6",
  title: "Sigmoid",
  kind: "computes",
  equations: ["1.6"],
  functions: ["sigmoid"],
};

function traced(change: {
  readonly items?: readonly SyllabusItem[];
  readonly manifest?: Partial<Manifest>;
  readonly evidence?: Partial<Evidence>;
}): Trace {
  const equations = ["1.6", "1.10"].map((number) => ({ number, name: number, latex: "x" }));
  const groups = [{ letter: "P", title: "Perceptron", items: change.items ?? [P6] }];
  const errata = [{ id: "E1", said: "a", measured: "b", items: ["P6"] }];
  return traceSyllabus(
    { groups, errata, equations, noCounterpart: {}, ...change.manifest },
    { ...EVIDENCE, ...change.evidence },
  );
}

/** The states of the first item, in the order of the table. */
const statesOf = (trace: Trace): string[] =>
  Object.values(trace.groups[0]!.items[0]!.aspects).map(({ state }) => state);

describe("coverage", () => {
  test("is found in code, tests, reference, exercises and lectures", () => {
    const trace = traced({});
    expect(statesOf(trace)).toEqual(["full", "full", "full", "full", "full"]);
    const { code, reference, exercise, lecture } = trace.groups[0]!.items[0]!.aspects;
    expect(code.places).toEqual(["src/math/activations.ts"]);
    expect(reference.places).toEqual(["sigmoid′", "sigmoid, by row"]);
    expect([exercise.places, lecture.places]).toEqual([["perceptron/sigmoid"], ["1.6"]]);
    expect(trace.problems).toEqual([]);
  });

  test("is partial where one of two functions is missing, and names it", () => {
    const trace = traced({ items: [{ ...P6, functions: ["sigmoid", "softmax"] }] });
    const { code, test: tests } = trace.groups[0]!.items[0]!.aspects;
    expect([code.have, code.of, code.missing]).toEqual([2, 3, ["softmax"]]);
    expect([tests.state, tests.missing]).toEqual(["part", ["softmax"]]);
    expect(trace.problems).toEqual([]);
  });

  test("does not count a test of a function with the same name in another file", () => {
    const trace = traced({ items: [{ ...P6, functions: ["tanh"] }] });
    expect(trace.groups[0]!.items[0]!.aspects.test.state).toBe("missing");
  });

  test("does not count code outside the zones of the lecture", () => {
    const item: SyllabusItem = { ...P6, functions: ["relu"], equations: ["1.10"] };
    expect(traced({ items: [item] }).groups[0]!.items[0]!.aspects.code.state).toBe("missing");
  });

  test("asks no row of the reference for a function that TensorFlow.js lacks", () => {
    const evidence = { referenceRows: [] };
    expect(statesOf(traced({ evidence }))[2]).toBe("missing");
    const manifest = { noCounterpart: { sigmoid: "a reason" } };
    expect(statesOf(traced({ evidence, manifest }))[2]).toBe("none");
  });

  test("of an item that is told is a section only, and of a lost one nothing", () => {
    const told: SyllabusItem = { id: "C1", title: "AI", kind: "told" };
    const states = (item: SyllabusItem) => statesOf(traced({ items: [item, P6] }));
    expect(states(told)).toEqual(["none", "none", "none", "none", "missing"]);
    expect(states({ ...told, sections: ["1.6"] })[4]).toBe("full");
    expect(states({ ...told, kind: "lost" })[4]).toBe("none");
  });
});

describe("problems", () => {
  test.each<[Aspect, Partial<Evidence>, string]>([
    ["code", { sources: [] }, "sigmoid, (1.6)"],
    ["test", { tests: [] }, "sigmoid"],
    ["reference", { referenceRows: ["sigmoidal"] }, "sigmoid"],
    ["exercise", { exercises: [] }, "an exercise"],
    ["lecture", { sections: [] }, "(1.6)"],
  ])("are claims that do not hold: %s", (aspect, evidence, lacks) => {
    const items = [{ ...P6, done: [aspect] }];
    expect(traced({ items }).problems).toEqual([]);
    expect(traced({ items, evidence }).problems).toEqual([
      `Item P6 is said to be done in ${aspect}, and lacks ${lacks}.`,
    ]);
  });

  test("are names that lead nowhere, with who names them", () => {
    const [source] = EVIDENCE.sources;
    const [tests] = EVIDENCE.tests;
    const [section] = EVIDENCE.sections;
    const { problems } = traced({
      items: [P6, { ...P6, id: "P7", equations: ["9.1"], sections: ["9.2"] }],
      manifest: {
        errata: [{ id: "E1", said: "a", measured: "b", items: ["P99"], done: true }],
        noCounterpart: { sigmoid: "a reason" },
      },
      evidence: {
        sources: [...EVIDENCE.sources, { ...source!, equations: ["9.3"] }],
        tests: [{ ...tests!, errata: ["E17"] }],
        sections: [{ ...section!, equations: [{ number: "9.4", latex: "x" }], errata: ["E18"] }],
        exercises: [{ id: "x/y", syllabus: ["P98"], equations: ["9.5"] }],
      },
    });
    expect(problems).toEqual([
      "Item P7 names equation 9.1, which is not there.",
      "Item P7 names section 9.2, which is not there.",
      "Erratum E1 names item P99, which is not there.",
      "src/math/deep/sigmoid.ts names equation 9.3, which is not there.",
      "Exercise x/y names equation 9.5, which is not there.",
      "Exercise x/y names item P98, which is not there.",
      "test/math/activations.test.ts names erratum E17, which is not there.",
      "Section 1.6 names erratum E18, which is not there.",
      "Section 1.6 names equation 9.4, which is not there.",
      "no-counterpart.ts lists sigmoid, which the reference does compare.",
      "Erratum E1 is said to be done, and no test names it.",
    ]);
  });
});

describe("the printed table", () => {
  const items: SyllabusItem[] = [P6, { ...P6, id: "P7", functions: ["sigmoid", "relu"] }];
  const text = syllabusText(traced({ items }));

  test("marks what is covered, in part covered, not covered", () => {
    expect(text).toMatch(/^P6 {3}Sigmoid +✓ +✓ +✓ +✓ +✓$/m);
    expect(text).toMatch(/^P7 {3}Sigmoid +2\/3 +1\/2 +1\/2 +– +✓$/m);
    expect(text).toMatch(/^P {4}2 items +1\/2 +1\/2 +1\/2 +1\/2 +2\/2$/m);
  });

  test("names the gaps, and says so when there is no problem", () => {
    expect(text).toContain("  P7   code: relu · test: relu · reference: relu\n");
    expect(text).toContain("Equations that no code cites\n  1.10\n");
    expect(text.endsWith("\nNothing dangles, and every claim holds.")).toBe(true);
  });

  test("ends with the problems, if there are any", () => {
    const bad = syllabusText(traced({ items: [{ ...P6, equations: ["9.1"] }] }));
    expect(bad.endsWith("Problems (1)\n  Item P6 names equation 9.1, which is not there.")).toBe(
      true,
    );
  });
});
