/** Release: what of a file in src/checks learners must not get, and the file without it. */
import ts from "typescript";
import { KEPT_BACK } from "../grading/exercise.js";

/** What stands in a copy for a check that was kept back: it is counted, and it cannot run. */
const INSTEAD = `{ name: "${KEPT_BACK}", points: POINTS, hidden: true, run: () => ({ kind: "error", message: "This copy of the course does not hold its hidden checks; your teacher's does." }) }`;

/** A piece of code that is not for learners. */
export interface SecretPart {
  readonly kind: "hidden check" | "right answers" | "notes on mutants";
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly text: string;
  /** What stands there in a copy. */
  readonly instead: string;
}

/**
 * The hidden checks (objects with `hidden: true`, or calls that are handed one), right answers and
 * notes on mutants in a file.
 *
 * @param path - the file's name
 */
export function secretParts(path: string, text: string): SecretPart[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const parts: SecretPart[] = [];
  const add = (kind: SecretPart["kind"], node: ts.Node, instead: string): void => {
    const start = node.getStart();
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    parts.push({ kind, start, end: node.end, line, text: node.getText(), instead });
  };
  const visit = (node: ts.Node): void => {
    if (isHidden(node)) add("hidden check", node, placeholder(node));
    else if (isProperty(node, "rightAnswers")) add("right answers", node.initializer, "[]");
    else if (isProperty(node, "equivalentMutants")) add("notes on mutants", node.initializer, "{}");
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return parts;
}

/** The file's text without them. */
export function visibleChecks(path: string, text: string): string {
  return secretParts(path, text).reduceRight(
    (rest, { start, end, instead }) => rest.slice(0, start) + instead + rest.slice(end),
    text,
  );
}

/** The object that describes a check: the node itself or the first object handed to a call. */
function describing(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(node)) return node;
  return ts.isCallExpression(node) ? node.arguments.find(ts.isObjectLiteralExpression) : undefined;
}

function isHidden(node: ts.Node): boolean {
  const marks = describing(node)?.properties.filter((property) => isProperty(property, "hidden"));
  return marks?.some(({ initializer }) => initializer.kind === ts.SyntaxKind.TrueKeyword) === true;
}

function isProperty(node: ts.Node, name: string): node is ts.PropertyAssignment {
  return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === name;
}

function placeholder(node: ts.Node): string {
  const points = describing(node)?.properties.find((property) => isProperty(property, "points"));
  return INSTEAD.replace("POINTS", points?.initializer.getText() ?? "0");
}
