/**
 * A learner's answer, taken out of the saved notebook: the functions an exercise asks for with all
 * that they need, as one CommonJS module, and the way back from its lines to the notebook's cells.
 *
 * The last declaration of a name counts, as it does in the kernel. What a cell merely does (checks,
 * figures, prints) is left out, so a broken or throwing cell elsewhere does no harm.
 */
import ts from "typescript";

import { moduleText } from "./answer-module.js";
import {
  type BrokenCell,
  type Declaration,
  type Declarations,
  declarationsOf,
  firstLine,
} from "./declarations.js";
import type { CellLine, Notebook } from "./notebook.js";
import { similarNames } from "./similar-names.js";
import { sourceLines } from "./source-map-lines.js";

/** The code of one answer. */
export interface AnswerCode {
  readonly kind: "code";
  /** A CommonJS module that exports the asked names. */
  readonly code: string;
  /** Where each line of `code` stands in the notebook, from index 0; null for lines of our own. */
  readonly lines: readonly (CellLine | null)[];
}

/** Why there is no code to check, in words for the learner. */
export interface AnswerProblem {
  readonly kind: "problem";
  readonly problem: "missing" | "syntax" | "await";
  readonly message: string;
  /** The cell and line it is about, where there is one. */
  readonly place?: CellLine;
}

/** The answer to one exercise, or why there is none. */
export type Answer = AnswerCode | AnswerProblem;

/**
 * Extract what declares `names`: their last top-level declarations in any code cell, and all
 * declarations and imports that these need.
 *
 * @param notebook - the saved notebook
 * @param names - what the learner has to declare
 * @param asked - all that the exercise asks for, if `names` is a part of it: none of these is taken
 * for another one under a wrong name
 */
export function extractAnswer(
  notebook: Notebook,
  names: readonly string[],
  asked: readonly string[] = names,
): Answer {
  const declarations = declarationsIn(notebook);
  const { all, broken } = declarations;
  const own = new Map<string, Declaration>();
  for (const name of names) {
    const last = lastOf(all, ({ kind, names: bound }) => kind === "value" && bound.includes(name));
    if (last === undefined) return missing(name, asked, declarations, notebook);
    own.set(name, last);
  }
  const needed = transitive(own, declarations);
  for (const declaration of needed) {
    const problem = broken.find(({ cell }) => cell === declaration.cell);
    if (problem !== undefined) return syntaxError(problem, declaration, names);
    if (awaitsAtTopLevel(declaration.node)) return topLevelAwait(declaration);
  }
  const module = moduleText(needed, (name) => chosen(name, own, all), names);
  return transpiled(module.text, module.lines);
}

/**
 * Which of several declarations counts, in a sentence for each of `names` that is declared more than
 * once.
 */
export function duplicateNotes(notebook: Notebook, names: readonly string[]): string[] {
  const { all } = declarationsIn(notebook);
  return names.flatMap((name) => {
    const places = all
      .filter(({ kind, names: bound }) => kind === "value" && bound.includes(name))
      .map((declaration) => `cell ${declaration.cell}, line ${firstLine(declaration)}`);
    if (places.length < 2) return [];
    const list = `${places.slice(0, -1).join("; ")}; and ${places.at(-1)}`;
    return [
      `${name} is declared ${places.length} times: ${list}. The last one counts, as when all cells run from top to bottom.`,
    ];
  });
}

/** The names that code cells declare themselves; what they import is not among them. */
export function declaredIn(notebook: Notebook): Set<string> {
  const values = declarationsIn(notebook).all.filter(({ kind }) => kind === "value");
  return new Set(values.flatMap(({ names }) => names));
}

/** A notebook is asked for many answers; it is parsed once. */
const known = new WeakMap<Notebook, Declarations>();

function declarationsIn(notebook: Notebook): Declarations {
  const before = known.get(notebook);
  if (before !== undefined) return before;
  const declarations = declarationsOf(notebook);
  known.set(notebook, declarations);
  return declarations;
}

/** "cell 5, line 3" for a line (from 1) of the code, or undefined for a line of our own. */
export function placeInNotebook(answer: AnswerCode, codeLine: number): string | undefined {
  const place = answer.lines[codeLine - 1] ?? null;
  return place === null ? undefined : `cell ${place.cell}, line ${place.line}`;
}

/** The declaration a name stands for: the learner's own answer, else the last in the notebook. */
function chosen(
  name: string,
  own: ReadonlyMap<string, Declaration>,
  all: readonly Declaration[],
): Declaration | undefined {
  const isValue = ({ kind, names }: Declaration): boolean =>
    (kind === "value" || kind === "import") && names.includes(name);
  return own.get(name) ?? lastOf(all, isValue);
}

/** Everything `own` needs: in the notebook's order, but each after what it needs. */
function transitive(
  own: ReadonlyMap<string, Declaration>,
  { all, needs }: Declarations,
): Declaration[] {
  const sorted = new Set<Declaration>();
  const open = new Set<Declaration>();
  const visit = (declaration: Declaration): void => {
    if (sorted.has(declaration) || open.has(declaration)) return;
    open.add(declaration);
    const wanted = [...needs(declaration)].flatMap((name) => chosen(name, own, all) ?? []);
    for (const need of inOrder(wanted)) visit(need);
    sorted.add(declaration);
    const isLater = ({ kind, names, order }: Declaration): boolean =>
      kind === "assignment" &&
      order > declaration.order &&
      names.some((name) => chosen(name, own, all) === declaration);
    for (const assignment of all.filter(isLater)) visit(assignment);
  };
  for (const declaration of inOrder([...own.values()])) visit(declaration);
  return [...sorted];
}

function lastOf(
  declarations: readonly Declaration[],
  isWanted: (declaration: Declaration) => boolean,
): Declaration | undefined {
  return declarations.filter(isWanted).at(-1);
}

function inOrder(declarations: readonly Declaration[]): Declaration[] {
  return [...declarations].sort((a, b) => a.order - b.order);
}

function missing(
  name: string,
  asked: readonly string[],
  { all, broken }: Declarations,
  { cells }: Notebook,
): AnswerProblem {
  const places = all.filter(({ kind }) => kind === "value" || kind === "import");
  const where = (other: string): string => {
    const last = lastOf(places, ({ names }) => names.includes(other)) as Declaration;
    return `${other} (cell ${last.cell}, line ${firstLine(last)})`;
  };
  const others = new Set(places.flatMap(({ names }) => names));
  const isImported = others.delete(name);
  const similar = similarNames(
    name,
    [...others].filter((other) => !asked.includes(other)),
  );
  const namesIt = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`);
  const parts = [
    isImported
      ? `${name} is only imported; the exercise asks for your own: declare "function ${name}(…)".`
      : `No cell declares ${name}.`,
    similar.length === 0
      ? ""
      : `There is ${similar.map(where).join(", ")}: rename it to ${name} if it is your answer.`,
    ...broken
      .filter(({ cell }) => namesIt.test(cells[cell - 1]?.source ?? ""))
      .map(
        ({ cell, line, message }) =>
          `Cell ${cell} does not parse, and ${name} stands in it. Line ${line}: ${message}`,
      ),
  ];
  const message = parts.filter((part) => part !== "").join(" ");
  return { kind: "problem", problem: "missing", message };
}

function syntaxError(
  { cell, line, message }: BrokenCell,
  declaration: Declaration,
  names: readonly string[],
): AnswerProblem {
  const declared = declaration.names.filter((name) => names.includes(name));
  const what = (declared.length > 0 ? declared : declaration.names).join(", ");
  return {
    kind: "problem",
    problem: "syntax",
    message: `Cell ${cell} does not parse, and ${what} stands in it. Line ${line}: ${message}`,
    place: { cell, line },
  };
}

function topLevelAwait(declaration: Declaration): AnswerProblem {
  const { cell, names } = declaration;
  const line = firstLine(declaration);
  return {
    kind: "problem",
    problem: "await",
    message: `Cell ${cell}, line ${line}: ${names.join(", ")} awaits at the top level, and an answer is checked without waiting. Move the await out of what your answer needs.`,
    place: { cell, line },
  };
}

function awaitsAtTopLevel(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return ts.isAwaitExpression(node) || ts.forEachChild(node, awaitsAtTopLevel) === true;
}

/** JavaScript for the kernel's own settings, and the place of each of its lines. */
function transpiled(text: string, lines: readonly (CellLine | null)[]): AnswerCode {
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName: "answer.ts",
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      experimentalDecorators: true,
      sourceMap: true,
    },
  });
  const { mappings } = JSON.parse(sourceMapText as string) as { readonly mappings: string };
  const code = outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  const from = sourceLines(mappings);
  const places = code.split("\n").map((_, index) => lines[from[index] ?? -1] ?? null);
  return { kind: "code", code, lines: places };
}
