/**
 * Verify: the slips that mutants are made of. First those that a teacher of this subject knows
 * (sign, axis, missing mean, missing term, swapped arguments, a lost maximum), then general ones.
 */
import ts from "typescript";
import type { Edit, MutationOperator } from "./mutant.js";

const K = ts.SyntaxKind;

/** Operators that are taken for each other. */
const OTHER_OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [K.PlusToken]: ["-"],
  [K.MinusToken]: ["+"],
  [K.AsteriskToken]: ["/"],
  [K.SlashToken]: ["*"],
  [K.AsteriskAsteriskToken]: ["*"],
  [K.PercentToken]: ["*"],
  [K.LessThanToken]: ["<=", ">"],
  [K.LessThanEqualsToken]: ["<", ">="],
  [K.GreaterThanToken]: [">=", "<"],
  [K.GreaterThanEqualsToken]: [">", "<="],
  [K.EqualsEqualsEqualsToken]: ["!=="],
  [K.ExclamationEqualsEqualsToken]: ["==="],
  [K.AmpersandAmpersandToken]: ["||"],
  [K.BarBarToken]: ["&&"],
  [K.PlusEqualsToken]: ["=", "-="],
  [K.MinusEqualsToken]: ["=", "+="],
  [K.AsteriskEqualsToken]: ["=", "/="],
  [K.SlashEqualsToken]: ["*="],
};

/** Terms and factors that are forgotten: these signs join two parts, and either may be lost. */
const JOINS_TERMS: ReadonlySet<ts.SyntaxKind> = new Set([
  K.PlusToken,
  K.MinusToken,
  K.AsteriskToken,
  K.SlashToken,
]);

/** Functions that are taken for each other, of Math and of the course's vocabulary. */
const OTHER_FUNCTIONS: Readonly<Record<string, string>> = {
  "Math.max": "Math.min",
  "Math.min": "Math.max",
  "Math.floor": "Math.ceil",
  "Math.ceil": "Math.floor",
  add: "sub",
  sub: "add",
  mul: "div",
  div: "mul",
  mean: "sum",
  sum: "mean",
  max: "mean",
  maximum: "add",
};

/** Functions of one argument that are forgotten. */
const LOSABLE: ReadonlySet<string> = new Set([
  "Math.exp",
  "Math.log",
  "Math.sqrt",
  "Math.abs",
  "Math.tanh",
  "Math.sign",
  "exp",
  "log",
  "sqrt",
  "square",
  "abs",
  "neg",
  "transpose",
  "mean",
  "sigmoid",
  "relu",
  "tanh",
]);

/** Functions that do not mind the order of their arguments. */
const COMMUTE: ReadonlySet<string> = new Set([
  "Math.max",
  "Math.min",
  "Math.hypot",
  "add",
  "mul",
  "maximum",
]);

const replace = (node: ts.Node, tree: ts.SourceFile, text: string): Edit => ({
  start: node.getStart(tree),
  end: node.end,
  text,
});

const operatorSwaps: MutationOperator = (node, tree) => {
  if (!ts.isBinaryExpression(node)) return [];
  const { operatorToken, left, right } = node;
  const swaps = (OTHER_OPERATORS[operatorToken.kind] ?? []).map((text) =>
    replace(operatorToken, tree, text),
  );
  if (!JOINS_TERMS.has(operatorToken.kind)) return swaps;
  const isText = [left, right].some((part) => ts.isStringLiteralLike(part));
  if (isText) return [];
  const lost = [left, right].map((part) => replace(node, tree, part.getText(tree)));
  return [...swaps, ...lost];
};

const signs: MutationOperator = (node, tree) => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken) {
    return [replace(node, tree, node.operand.getText(tree))];
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
    return [replace(node, tree, node.operand.getText(tree))];
  }
  return [];
};

const numbers: MutationOperator = (node, tree) => {
  if (!ts.isNumericLiteral(node)) return [];
  const value = Number(node.text);
  const others = value === 0 ? [1] : value === 1 ? [0, 2] : [value + 1];
  return others.map((other) => replace(node, tree, String(other)));
};

const calls: MutationOperator = (node, tree) => {
  if (!ts.isCallExpression(node)) return [];
  const { expression, arguments: given } = node;
  const name = expression.getText(tree);
  const edits: Edit[] = [];
  const other = OTHER_FUNCTIONS[name];
  if (other !== undefined) edits.push(replace(expression, tree, other));
  if (LOSABLE.has(name) && given.length >= 1) {
    edits.push(replace(node, tree, `(${given[0]!.getText(tree)})`));
  }
  for (let i = 0; i + 1 < given.length && !COMMUTE.has(name); i++) {
    const [a, b] = [given[i]!, given[i + 1]!];
    if (ts.isFunctionLike(a) || ts.isFunctionLike(b)) continue;
    const [first, second] = [a.getText(tree), b.getText(tree)];
    if (first === second) continue;
    edits.push({ start: a.getStart(tree), end: b.end, text: `${second}, ${first}` });
  }
  return edits;
};

/** `x[i][j]` read along the other axis. */
const axes: MutationOperator = (node, tree) => {
  if (!ts.isElementAccessExpression(node)) return [];
  const inner = node.expression;
  if (!ts.isElementAccessExpression(inner)) return [];
  const [list, i, j] = [inner.expression, inner.argumentExpression, node.argumentExpression];
  if (i.getText(tree) === j.getText(tree)) return [];
  return [replace(node, tree, `${list.getText(tree)}[${j.getText(tree)}][${i.getText(tree)}]`)];
};

const choices: MutationOperator = (node, tree) => {
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].map((part) => replace(node, tree, part.getText(tree)));
  }
  if (ts.isIfStatement(node)) {
    return ["true", "false"].map((text) => replace(node.expression, tree, text));
  }
  return [];
};

/** A line that is left out. Declarations stay, since without them nothing runs at all. */
const statements: MutationOperator = (node, tree) =>
  ts.isExpressionStatement(node) ? [replace(node, tree, ";")] : [];

/** All slips, the same for every exercise. */
export const OPERATORS: readonly MutationOperator[] = [
  signs,
  operatorSwaps,
  axes,
  calls,
  choices,
  numbers,
  statements,
];
