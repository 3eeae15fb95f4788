/**
 * Verify: what is missing between an exercise sheet's entries and its solution notebook, in words
 * for the author: file, cell, and what to write there.
 */
import ts from "typescript";

import { answerNames, type Exercise } from "../grading/exercise.js";
import { extractAnswer } from "../notebook/answers.js";
import { lineOf, parseCell } from "../notebook/cell-syntax.js";
import { declaredNames } from "../notebook/declarations.js";
import { INSTRUCTOR_TAG, solutionMarks } from "../notebook/marks.js";
import { codeCells, hasTag, type Notebook } from "../notebook/notebook.js";

/** Something to mend. */
export interface Finding {
  /** The exercise that it is about; none if it is about the notebook. */
  readonly exercise?: Exercise;
  readonly text: string;
  /** Whether the exercise (or all of the notebook) cannot be tried until it is mended. */
  readonly stops: boolean;
}

/** A call `check("id", { names })` in a cell. */
interface CheckCall {
  readonly cell: number;
  readonly line: number;
  readonly id: string;
  readonly names: readonly string[];
}

/** All that does not fit; empty for a sound sheet. */
export function sheetProblems(exercises: readonly Exercise[], notebook: Notebook): Finding[] {
  const { problems } = solutionMarks(notebook);
  const marked = markedSolutions(notebook);
  const calls = checkCalls(notebook);
  return [
    ...problems.map(({ place, reason }) => ({
      text: `${at(notebook, place)}: ${reason}.`,
      stops: true,
    })),
    ...marked.flatMap((one) => labelFindings(one, exercises, notebook)),
    ...exercises.flatMap((exercise) => [
      ...solutionFindings(exercise, notebook, marked),
      ...checkFindings(exercise, notebook, calls),
    ]),
    ...callFindings(exercises, notebook, calls),
  ];
}

function at(
  { path }: Notebook,
  { cell, line }: { readonly cell?: number; readonly line?: number },
): string {
  return `${path}${cell === undefined ? "" : ` cell ${cell}`}${line === undefined ? "" : ` line ${line}`}`;
}

/** The file of the entries: it has the notebook's name. */
function entriesFile({ path }: Notebook): string {
  return path.replace(/^.*?([^/\\]+)\.ipynb$/, "src/checks/$1.ts");
}

/** A marked solution, and the names that its statement declares. */
interface Marked {
  readonly cell: number;
  readonly line: number;
  readonly number: string;
  readonly label: string;
  readonly declares: readonly string[];
}

function markedSolutions(notebook: Notebook): Marked[] {
  const { regions } = solutionMarks(notebook);
  return [...regions].flatMap(([cell, marked]) => {
    const source = notebook.cells[cell - 1]?.source ?? "";
    const tree = parseCell(source);
    return marked.map(({ label, start, indent }) => ({
      cell,
      line: lineOf(tree, start),
      number: label.split(" ")[0] ?? "",
      label,
      declares: namesAround(tree, start + indent.length),
    }));
  });
}

/** The names that the top-level statement around a place declares. */
function namesAround(tree: ts.SourceFile, offset: number): string[] {
  const statement = tree.statements.find((one) => one.getStart(tree) <= offset && offset < one.end);
  return statement === undefined ? [] : declaredNames(statement);
}

function labelFindings(
  { cell, line, number, label, declares }: Marked,
  exercises: readonly Exercise[],
  notebook: Notebook,
): Finding[] {
  const place = at(notebook, { cell, line });
  const named = exercises.find((exercise) => exercise.number === number);
  const owners = exercises.filter((exercise) =>
    answerNames(exercise).some((name) => declares.includes(name)),
  );
  const [owner] = owners;
  const names = declares.join(", ");
  if (owner === undefined) {
    if (named !== undefined) return [];
    const text = `${place}: no exercise has the number of "${label}"; add an entry with number: "${number}" to ${entriesFile(notebook)}, or mend the number.`;
    return [{ text, stops: false }];
  }
  if (named !== undefined && owners.includes(named)) return [];
  const text = `${place}: the mark says "${label}", and ${names} belongs to exercise ${owner.number}; write // BEGIN SOLUTION ${owner.number} ${label.slice(number.length).trim()}.`;
  return [{ exercise: owner, text, stops: true }];
}

/** What is wrong with the cell that holds an exercise's solution, if there is one. */
function solutionFindings(
  exercise: Exercise,
  notebook: Notebook,
  marked: readonly Marked[],
): Finding[] {
  const { number } = exercise;
  const names = answerNames(exercise);
  const isHeld = marked.some(
    (one) => one.number === number || names.some((name) => one.declares.includes(name)),
  );
  // Marks that are wrong have been told of, and the cell is there.
  const isBroken = codeCells(notebook).some(({ cell }) =>
    cell.source.includes(`SOLUTION ${number} `),
  );
  if (!isHeld && !isBroken) {
    const text = `${notebook.path}: no cell holds its solution. Write a code cell with ${names.join(", ")}, and in ${names.length === 1 ? "the body" : "each body"} // BEGIN SOLUTION ${number} name and // END SOLUTION around what the learner is to write.`;
    return [{ exercise, text, stops: true }];
  }
  return names.flatMap((name) => {
    const answer = extractAnswer(notebook, [name]);
    if (answer.kind === "code") return [];
    const { message, place = {} } = answer;
    return [{ exercise, text: `${at(notebook, place)}: ${message}`, stops: true }];
  });
}

/** Whether just one cell checks an exercise, with its functions. */
function checkFindings(
  exercise: Exercise,
  notebook: Notebook,
  calls: readonly CheckCall[],
): Finding[] {
  const { id } = exercise;
  const names = answerNames(exercise);
  const own = calls.filter((call) => call.id === id);
  const wanted = `check("${id}", { ${names.join(", ")} });`;
  const found = (text: string): Finding => ({ exercise, text, stops: false });
  if (own.length === 0) {
    const place = `${notebook.path}: no cell checks it.`;
    return [found(`${place} Write a code cell below its solution with ${wanted}`)];
  }
  const odd = own.filter((call) => call.names.join() !== names.join());
  return [
    ...odd.map((call) => {
      const given = call.names.join(", ") || "nothing";
      return found(`${at(notebook, call)}: it hands over ${given}; write ${wanted}`);
    }),
    ...own.slice(1).map((call) => {
      const place = at(notebook, call);
      return found(`${place}: it is checked a second time; one check cell is enough.`);
    }),
  ];
}

/** Check cells of no exercise, and check cells in another order than the entries. */
function callFindings(
  exercises: readonly Exercise[],
  notebook: Notebook,
  calls: readonly CheckCall[],
): Finding[] {
  const ids = exercises.map(({ id }) => id);
  const unknown = calls.filter(({ id }) => !ids.includes(id));
  const findings = unknown.map(({ cell, line, id }) => ({
    text: `${at(notebook, { cell, line })}: ${entriesFile(notebook)} has no exercise "${id}"; add its entry, or mend the id.`,
    stops: false,
  }));
  const ordered = [...new Set(calls.map(({ id }) => id))].filter((id) => ids.includes(id));
  const wanted = ids.filter((id) => ordered.includes(id));
  const first = wanted.findIndex((id, i) => id !== ordered[i]);
  if (first < 0) return findings;
  const text = `${notebook.path}: the exercises stand in another order than in ${entriesFile(notebook)}: there ${wanted[first]} comes before ${ordered[first]}. Put both in the same order.`;
  return [...findings, { text, stops: false }];
}

function checkCalls(notebook: Notebook): CheckCall[] {
  return codeCells(notebook).flatMap(({ number, cell }) => {
    if (hasTag(cell, INSTRUCTOR_TAG)) return [];
    const tree = parseCell(cell.source);
    return tree.statements.flatMap((statement): CheckCall[] => {
      if (!ts.isExpressionStatement(statement)) return [];
      const call = statement.expression;
      if (!ts.isCallExpression(call) || call.expression.getText(tree) !== "check") return [];
      const [id, answers] = call.arguments;
      if (id === undefined || !ts.isStringLiteralLike(id)) return [];
      const fields = answers !== undefined && ts.isObjectLiteralExpression(answers);
      const names = fields
        ? answers.properties.map((property) => property.name?.getText(tree) ?? "…")
        : [];
      return [{ cell: number, line: lineOf(tree, statement.getStart(tree)), id: id.text, names }];
    });
  });
}
