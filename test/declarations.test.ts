/**
 * The notebook kernel's compiler, TypeScript 5.0.4, reads the built declarations without a loss. An
 * unknown name in a declaration silently becomes `any` there, so every type that can be reached from
 * the public API is walked with that very compiler.
 */
import { join } from "node:path";
import ts from "typescript-5.0";
import { describe, expect, test } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** As the kernel compiles a cell: Node10 resolution, ES2022, no strict. */
const KERNEL_OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  noEmit: true,
  skipLibCheck: false,
};

function compile(source: string): { program: ts.Program; file: ts.SourceFile } {
  // In notebooks/, where a cell lives, so that "gradus" is found as it is from there.
  const name = join(ROOT, "notebooks", "probe.ts");
  const host = ts.createCompilerHost(KERNEL_OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, target) =>
    path === name ? ts.createSourceFile(name, source, target) : read(path, target);
  host.fileExists = (path) => path === name || ts.sys.fileExists(path);
  const program = ts.createProgram([name], KERNEL_OPTIONS, host);
  return { program, file: program.getSourceFile(name)! };
}

/** Paths from an exported symbol to every `any` that its type holds. */
function findAny(checker: ts.TypeChecker, root: ts.Type, at: ts.Node, path: string): string[] {
  const seen = new Set<ts.Type>();
  const walk = (type: ts.Type, place: string): string[] => {
    if (type.flags & ts.TypeFlags.Any) return [place];
    if (seen.has(type) || place.length > 400) return [];
    seen.add(type);
    if (type.isUnionOrIntersection()) return type.types.flatMap((part) => walk(part, place));
    const declared = type.symbol?.declarations?.[0]?.getSourceFile().fileName ?? "";
    if (/\/lib\.[^/]*\.d\.ts$/.test(declared)) {
      const parts = checker.getTypeArguments(type as ts.TypeReference);
      return parts.flatMap((part) => walk(part, `${place}<…>`));
    }
    const signatures = [...type.getCallSignatures(), ...type.getConstructSignatures()];
    return [
      ...signatures.flatMap((signature) => [
        ...walk(signature.getReturnType(), `${place}()`),
        ...signature.parameters.flatMap((parameter) =>
          walk(checker.getTypeOfSymbolAtLocation(parameter, at), `${place}(${parameter.name})`),
        ),
      ]),
      ...type
        .getProperties()
        // A class's own prototype is typed with any for its parameters, and #private has no type.
        .filter(({ name }) => name !== "prototype" && !name.startsWith("#"))
        .flatMap((property) =>
          walk(checker.getTypeOfSymbolAtLocation(property, at), `${place}.${property.name}`),
        ),
    ];
  };
  return walk(root, path);
}

describe.each(["gradus", "gradus/reference"])("%s", (name) => {
  const { program, file } = compile(`import * as library from "${name}";\nlibrary;`);
  const checker = program.getTypeChecker();
  const statement = file.statements[1] as ts.ExpressionStatement;

  test("is found and has no error, in our declarations either", () => {
    const messages = ts.getPreEmitDiagnostics(program).map((diagnostic) => {
      const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
      return `${diagnostic.file?.fileName ?? ""}: ${text}`;
    });
    expect(messages).toEqual([]);
  });

  test("holds no any", () => {
    const exported = checker.getTypeAtLocation(statement.expression).getProperties();
    expect(exported.length).toBeGreaterThan(0);
    const losses = exported.flatMap((symbol) =>
      findAny(
        checker,
        checker.getTypeOfSymbolAtLocation(symbol, statement),
        statement,
        symbol.name,
      ),
    );
    expect(losses).toEqual([]);
  });
});

test("the search itself finds an any in a parameter, a result and a property", () => {
  const source = "export const f: (x: { y: any }) => any[] = (x) => [x];";
  const { program, file } = compile(source);
  const checker = program.getTypeChecker();
  const [symbol] = checker.getExportsOfModule(checker.getSymbolAtLocation(file)!);
  const type = checker.getTypeOfSymbolAtLocation(symbol!, file);
  expect(findAny(checker, type, file, "f")).toEqual(["f()<…>", "f(x).y"]);
});
