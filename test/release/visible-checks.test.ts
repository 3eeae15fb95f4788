/** Release: what learners must not get is cut out of the checks, and nothing else. */
import { describe, expect, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import { fileTree } from "../../src/release/file-tree.js";
import { secretParts, visibleChecks } from "../../src/release/visible-checks.js";

const PROJECT = new URL("../../", import.meta.url).pathname;

const SOURCE = `const late: Check = { name: "late", points: 3, hidden: true, run: late };
export const one: Exercise = {
  hints: ["hidden: true is no check"],
  checks: [
    agreesForAll({ name: "seen", points: 1, run }),
    agreesForAll({ name: "kept", points: 2, hidden: true, inputs: fc.integer() }),
    { ...built({ name: "inner", points: 1 }), points: 1, hidden: true },
    late,
  ],
  wrongAnswers: [{ answers: { f: (hidden: boolean) => hidden } }],
  rightAnswers: [{ f: () => 1 }],
  equivalentMutants: { "a for b": "the same" },
};
`;

describe("in a file of checks", () => {
  const seen = visibleChecks("one.ts", SOURCE);

  test("hidden checks become places with points and nothing else", () => {
    const kept = [...seen.matchAll(/name: "kept back", points: (\d), hidden: true/g)];
    expect(kept.map(([, points]) => points)).toEqual(["3", "2", "1"]);
    expect(seen).not.toMatch(/"late"|"kept"|"inner"|fc\.integer/);
  });

  test("right answers and notes on mutants are gone", () => {
    expect(seen).toContain("rightAnswers: [],");
    expect(seen).toContain("equivalentMutants: {},");
  });

  test("the rest stays as it is", () => {
    expect(seen).toContain('agreesForAll({ name: "seen", points: 1, run }),');
    expect(seen).toContain('hints: ["hidden: true is no check"],');
    expect(seen).toContain("wrongAnswers: [{ answers: { f: (hidden: boolean) => hidden } }],");
  });

  test("each part is told with its line", () => {
    const parts = secretParts("one.ts", SOURCE).map(({ kind, line }) => `${line} ${kind}`);
    expect(parts).toEqual([
      "1 hidden check",
      "6 hidden check",
      "7 hidden check",
      "11 right answers",
      "12 notes on mutants",
    ]);
  });
});

test("the course's hidden checks are all found", () => {
  const tree = fileTree(PROJECT);
  const found = tree
    .under("src/checks")
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => secretParts(path, tree.read(path)))
    .filter(({ kind }) => kind === "hidden check");
  const hidden = EXERCISES.flatMap(({ checks }) => checks.filter((each) => each.hidden === true));
  expect(found.length).toBe(hidden.length);
});
