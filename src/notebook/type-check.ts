/**
 * The strict type check of notebooks. The kernel's own compiler is not strict; this one finds the
 * implicit `any` and the missing null check, and names the cell and the line.
 */
import ts from "typescript";

import { type CellsModule, cellsModule } from "./cells-module.js";
import type { Notebook } from "./notebook.js";
import { isLecture, onlySection, sectionsOf } from "./sections.js";

/** One thing the compiler does not accept. */
export interface TypeFinding {
  readonly path: string;
  readonly cell: number;
  readonly line: number;
  readonly message: string;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  esModuleInterop: true,
  noEmit: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  skipLibCheck: true,
};

/** What the kernel's own compiler lets pass. */
const AS_THE_KERNEL: ts.CompilerOptions = {
  strict: false,
  noImplicitReturns: false,
  noFallthroughCasesInSwitch: false,
};

/**
 * Type-check notebooks in one program; a library that they import is read once. Each section of a
 * lecture is a module of its own, since a reader may begin with any.
 *
 * @param notebooks - what to check; their paths say from which folder imports are resolved
 * @param rules - "kernel" finds only what the kernel would refuse as well
 * @returns what is wrong, in the notebooks' order; empty if all is well
 */
export function typeCheck(
  notebooks: readonly Notebook[],
  rules: "strict" | "kernel" = "strict",
): TypeFinding[] {
  const modules = new Map<string, CheckedModule>();
  for (const notebook of notebooks) {
    const fileName = absolute(notebook.path);
    const parts = isLecture(notebook)
      ? sectionsOf(notebook).map((section) => onlySection(notebook, section))
      : [notebook];
    parts.forEach((part, index) => {
      const module = cellsModule(part);
      modules.set(`${fileName}.${index}.ts`, { notebook, module, isPart: parts.length > 1 });
    });
  }
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  const textOf = (name: string): string | undefined => modules.get(slashes(name))?.module.text;
  host.fileExists = (name) => textOf(name) !== undefined || fileExists(name);
  host.readFile = (name) => textOf(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = textOf(name);
    if (text === undefined) return getSourceFile(name, version, ...rest);
    return ts.createSourceFile(name, text, version, true, ts.ScriptKind.TS);
  };
  const options = {
    ...OPTIONS,
    ...(rules === "kernel" ? AS_THE_KERNEL : {}),
    typeRoots: typeRoots(notebooks),
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules].flatMap(([fileName, { notebook, module, isPart }]) => {
    const { path } = notebook;
    const broken = module.broken.map((problem) => ({ path, ...problem }));
    const file = program.getSourceFile(fileName);
    const diagnostics = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    const found = diagnostics.map((diagnostic) => finding(path, module, diagnostic, isPart));
    return [...broken, ...found].sort((a, b) => a.cell - b.cell || a.line - b.line);
  });
}

/** "notebooks/01-perceptron.ipynb cell 7 line 2: …" */
export function findingText({ path, cell, line, message }: TypeFinding): string {
  return `${path} cell ${cell} line ${line}: ${message}`;
}

/** A module with the notebook it comes from; a part is one section of it. */
interface CheckedModule {
  readonly notebook: Notebook;
  readonly module: CellsModule;
  readonly isPart: boolean;
}

/** "Cannot find name", with and without a suggestion, and in the short form of an object. */
const UNKNOWN_NAME: ReadonlySet<number> = new Set([2304, 2552, 18004]);

function finding(
  path: string,
  module: CellsModule,
  diagnostic: ts.Diagnostic,
  isPart: boolean,
): TypeFinding {
  const { file, start = 0, messageText, code } = diagnostic;
  const index = file?.getLineAndCharacterOfPosition(start).line ?? 0;
  // A line of our own belongs to the cell before it.
  const before = module.lines.slice(0, index + 1).filter((place) => place !== null);
  const { cell, line } = before.at(-1) ?? { cell: 1, line: 1 };
  const message = ts.flattenDiagnosticMessageText(messageText, "\n  ");
  const alone =
    isPart && UNKNOWN_NAME.has(code) ? " A section declares or imports what it uses." : "";
  return { path, cell, line, message: `${message}${alone} (TS${code})` };
}

/** Every node_modules/@types from the notebooks' folders upwards. */
function typeRoots(notebooks: readonly Notebook[]): string[] {
  const folders = new Set<string>();
  for (const { path } of notebooks) {
    const parts = absolute(path).split("/");
    for (let depth = parts.length - 1; depth > 0; depth--) {
      folders.add(parts.slice(0, depth).join("/"));
    }
  }
  return [...folders].map((folder) => `${folder}/node_modules/@types`);
}

function absolute(path: string): string {
  return slashes(ts.sys.resolvePath(path));
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
