/** The command line: what the project's files hold of the syllabus: code, tests, lectures, exercises. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

import { EXERCISES } from "../checks/index.js";
import { COMPARED_FUNCTIONS } from "../reference/cases.js";
import type { Evidence, Section, SourceFile, TestFile } from "../syllabus/evidence.js";
import {
  citedEquations,
  exportedNames,
  namedErrata,
  namedImports,
  sectionsOf,
} from "../syllabus/read-text.js";
import { notebookFiles, ROOT, readNotebook } from "./notebook-files.js";

/** Read the project in `root` and collect what the syllabus is held against. */
export function collectEvidence(root: string = ROOT): Evidence {
  const texts = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  return {
    // The manifest itself is no evidence.
    sources: texts("src")
      .filter(({ path }) => !path.startsWith("src/syllabus/"))
      .map(sourceFile),
    tests: texts("test")
      .filter(({ path }) => path.endsWith(".test.ts") && !path.startsWith("test/syllabus/"))
      .map(testFile),
    sections: notebookFiles([join(root, "notebooks")]).flatMap(lectureSections),
    exercises: EXERCISES,
    referenceRows: COMPARED_FUNCTIONS.map(({ name }) => name),
  };
}

interface FileText {
  readonly path: string;
  readonly text: string;
}

function sourceFile({ path, text }: FileText): SourceFile {
  return { path, exports: exportedNames(text), equations: citedEquations(text) };
}

function testFile({ path, text }: FileText): TestFile {
  const imports = namedImports(text).flatMap(({ names, from }) => {
    const file = posix.join(dirname(path), from).replace(/\.js$/, ".ts");
    return names.map((name) => ({ name, from: file }));
  });
  return { path, imports, errata: namedErrata(text) };
}

function lectureSections(path: string): Section[] {
  const notebook = readNotebook(path);
  const markdown = notebook.cells
    .filter((cell) => cell.kind === "markdown")
    .map((cell) => cell.source);
  return sectionsOf(markdown.join("\n\n")).map((section) => ({
    notebook: notebook.path,
    ...section,
  }));
}
