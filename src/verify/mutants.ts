/** Verify: every mutant of an exercise's solution, made inside the marked regions and nowhere else. */
import ts from "typescript";
import type { Edit, Mutant } from "./mutant.js";
import { OPERATORS } from "./operators.js";

/**
 * The mutants of an exercise's solution.
 *
 * @param code - the solution as JavaScript, with its BEGIN and END SOLUTION comments
 * @param number - the exercise's number: other exercises' regions in the code stay as they are
 */
export function mutantsOf(code: string, number: string): Mutant[] {
  const tree = ts.createSourceFile("solution.js", code, ts.ScriptTarget.ES2022, true);
  const regions = regionsFor(code, number);
  const mutants = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    const start = node.getStart(tree);
    if (regions.some((region) => region.start <= start && node.end <= region.end)) {
      for (const edit of OPERATORS.flatMap((operator) => operator(node, tree))) {
        const mutant = mutantFrom(code, edit, tree, node);
        if (mutant.code !== code && !mutants.has(mutant.code)) mutants.set(mutant.code, mutant);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...mutants.values()];
}

/** Where the solution stands, as offsets, without the comments that mark it. */
function regionsFor(code: string, number: string): { start: number; end: number }[] {
  const label = number.replaceAll(".", "\\.");
  const region = new RegExp(
    `^[ \\t]*// BEGIN SOLUTION ${label} .*\\n([\\s\\S]*?)^[ \\t]*// END SOLUTION`,
    "gm",
  );
  return [...code.matchAll(region)].map((found) => {
    const start = found.index + found[0].indexOf("\n") + 1;
    return { start, end: start + found[1]!.length };
  });
}

function mutantFrom(code: string, edit: Edit, tree: ts.SourceFile, node: ts.Node): Mutant {
  // The nearest whole expression around the edit, so that the name can be understood by itself.
  const { start, end } = around(edit, tree, node);
  const before = code.slice(start, end);
  const after = code.slice(start, edit.start) + edit.text + code.slice(edit.end, end);
  const { line } = tree.getLineAndCharacterOfPosition(edit.start);
  return {
    name: `${oneLine(before)} becomes ${oneLine(after)}`,
    line: line + 1,
    code: code.slice(0, edit.start) + edit.text + code.slice(edit.end),
  };
}

/** A piece shorter than this says too little by itself. */
const SHORT = 8;
const NAME_LIMIT = 60;

function around(
  edit: Edit,
  tree: ts.SourceFile,
  node: ts.Node,
): { readonly start: number; readonly end: number } {
  let shown = node;
  while (shown.parent !== undefined && shown.end - shown.getStart(tree) < SHORT) {
    const wider = shown.parent;
    if (wider.end - wider.getStart(tree) > NAME_LIMIT || ts.isBlock(wider)) break;
    shown = wider;
  }
  const start = Math.min(shown.getStart(tree), edit.start);
  return { start, end: Math.max(shown.end, edit.end) };
}

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  if (flat === "" || flat === ";") return "nothing";
  return flat.length > NAME_LIMIT ? `${flat.slice(0, NAME_LIMIT - 1)}…` : flat;
}
