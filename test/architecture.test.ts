/** The structure holds: who may import whom, no cycles, small files that say what they are. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const SOURCE = new URL("../src/", import.meta.url).pathname;

/** For each zone, the zones (or single files) of ours it may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  common: [],
  math: [],
  datasets: ["math"],
  clinic: ["math", "datasets"],
  figures: ["math", "datasets"],
  reference: ["math"],
  grading: [
    "common",
    "math/compare.ts",
    "math/tolerances.ts",
    "math/shape.ts",
    "math/tensor.ts",
    // As a type alone: what a failed check shows. The test below sees to it.
    "figures/figure.ts",
  ],
  checks: ["math", "datasets", "figures", "grading", "clinic"],
  notebook: ["common"],
  syllabus: [],
  quizzes: ["math", "datasets"],
  packed: [],
  release: ["grading", "notebook", "packed"],
  verify: ["grading", "notebook"],
  progress: ["common", "grading/exercise.ts", "grading/verdict.ts"],
  kernel: [
    "math",
    "figures",
    "checks",
    "grading",
    "quizzes",
    "syllabus",
    "clinic",
    "progress",
    "notebook/notebook.ts",
    "notebook/solution-cells.ts",
    "packed",
  ],
  book: ["notebook"],
  cli: [
    "common",
    "math",
    "datasets",
    "figures",
    "clinic",
    "reference",
    "checks",
    "grading",
    "notebook",
    "book",
    "quizzes",
    "syllabus",
    "verify",
    "progress",
    "packed",
    "release",
    "kernel/html-table.ts",
  ],
};

/** Packages from outside, by zone; math stands alone. */
const MAY_USE: Readonly<Record<string, RegExp>> = {
  common: /^node:(fs|path)$/,
  math: /^$/,
  datasets: /^node:(fs|module)$/,
  clinic: /^$/,
  figures: /^d3-(array|contour|format)$/,
  reference: /^(node:.*|@tensorflow\/.*|webgpu)$/,
  grading: /^node:.*$/,
  checks: /^fast-check$/,
  quizzes: /^$/,
  packed: /^node:.*$/,
  release: /^(node:.*|rolldown|typescript)$/,
  verify: /^(node:.*|typescript)$/,
  syllabus: /^$/,
  notebook: /^(node:(module|path|zlib)|typescript)$/,
  progress: /^node:(fs|path|url)$/,
  kernel: /^(node:.*|tslab)$/,
  book: /^(node:.*|markdown-it|@mdit\/plugin-katex|katex|shiki)$/,
  cli: /^(node:.*|citty|typescript|vitest(\/node)?)$/,
};

const MAX_LINES = 300;

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

const zoneOf = (file: string): string => (file.includes("/") ? file.split("/")[0]! : "index");

/** Modules that a file imports, exports from, or loads by import(). */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), "utf8");
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
}

/** Our own files that a file imports, as paths within src. */
function ownImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(file), name)).replace(/\.js$/, ".ts"));
}

describe.each(files.filter((file) => zoneOf(file) !== "index"))("%s", (file) => {
  const zone = zoneOf(file);

  test("imports only what its zone may", () => {
    const allowed = [zone, ...(MAY_IMPORT[zone] ?? [])];
    const own = ownImportsOf(file).filter((target) => !target.startsWith("../"));
    const forbidden = own.filter((to) => !allowed.includes(zoneOf(to)) && !allowed.includes(to));
    const packages = importsOf(file).filter((name) => !name.startsWith("."));
    expect(forbidden).toEqual([]);
    expect(packages.filter((name) => !MAY_USE[zone]?.test(name))).toEqual([]);
  });

  test("is small and opens by saying what the reader finds there", () => {
    const text = readFileSync(join(SOURCE, file), "utf8");
    expect(text.split("\n").length).toBeLessThanOrEqual(MAX_LINES);
    expect(text).toMatch(/^(#!.*\n)?\/\*\*/);
  });
});

test("the public index only re-exports by name", () => {
  const text = readFileSync(join(SOURCE, "index.ts"), "utf8").replace(/^\s*(\/\*\*|\/\/).*$/gm, "");
  const rest = text.replace(/export (?:type )?\{[^}]*\} from "\.\/[^"]+";/g, "").trim();
  expect(rest).toBe("");
});

test("grading knows what a figure is, and runs nothing of the figures", () => {
  const values = files
    .filter((file) => zoneOf(file) === "grading")
    .filter((file) =>
      /import (?!type\b)[^;]*"\.\.\/figures\//.test(readFileSync(join(SOURCE, file), "utf8")),
    );
  expect(values).toEqual([]);
});

test("there are no import cycles", () => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) throw new Error(`cycle: ${[...path, file].join(" → ")}`);
    if (done.has(file)) return;
    for (const next of ownImportsOf(file)) if (files.includes(next)) visit(next, [...path, file]);
    done.add(file);
  };
  expect(() => {
    for (const file of files) visit(file, []);
  }).not.toThrow();
});

test("mathematics has no clock, no console and no randomness of its own", () => {
  const impure = files
    .filter((file) => zoneOf(file) === "math")
    .filter((file) => {
      const code = readFileSync(join(SOURCE, file), "utf8").replace(/^\s*(\*|\/\/|\/\*).*$/gm, "");
      return /\b(Math\.random|Date\b|console\.|process\.|performance\.)/.test(code);
    });
  expect(impure).toEqual([]);
});
