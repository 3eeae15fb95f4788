/** Verify: what a place in a cell belongs to. */
import ts from "typescript";

/** The names that the top-level statement around `offset` declares. */
export function topLevelNames(tree: ts.SourceFile, offset: number): string[] {
  const statement = tree.statements.find((one) => one.getStart(tree) <= offset && offset < one.end);
  if (statement === undefined) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}
