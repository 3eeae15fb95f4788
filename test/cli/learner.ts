/** Test helper: a learner's notebook, made from a solution by the edits that a learner makes. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { ROOT } from "../../src/cli/notebook-files.js";

interface RawCell {
  readonly cell_type: string;
  readonly id: string;
  readonly metadata: object;
  readonly source: readonly string[];
  readonly outputs?: readonly object[];
  readonly execution_count?: null;
}

/** The solved notebook of a chapter, with edits to its cells; cells are named by what they declare. */
export class LearnersNotebook {
  readonly #file: { cells: RawCell[]; metadata: object };

  constructor(chapter = "01-perceptron", folder: "solutions" | "exercises" = "solutions") {
    this.#file = JSON.parse(readFileSync(join(ROOT, folder, `${chapter}.ipynb`), "utf8"));
  }

  /** The number of the cell that declares `name`, from 1, as the learner counts. */
  cellOf(name: string): number {
    const declared = new RegExp(`^(function|const|let|class) ${name}\\b`, "m");
    const index = this.#file.cells.findIndex(
      ({ cell_type: type, source }) => type === "code" && declared.test(source.join("")),
    );
    if (index < 0) throw new Error(`no cell declares ${name}`);
    return index + 1;
  }

  /** Puts other code into the cell that declares `name`. */
  replace(name: string, change: string | ((source: string) => string)): this {
    const index = this.cellOf(name) - 1;
    const cell = this.#file.cells[index] as RawCell;
    const source = typeof change === "string" ? change : change(cell.source.join(""));
    this.#file.cells[index] = { ...cell, source: [source] };
    return this;
  }

  remove(name: string): this {
    this.#file.cells.splice(this.cellOf(name) - 1, 1);
    return this;
  }

  /** A new cell, before all others or after them. */
  insert(where: "first" | "last", source: string, outputs: readonly object[] = []): this {
    const cell: RawCell = {
      cell_type: "code",
      id: `new-${this.#file.cells.length}`,
      metadata: {},
      source: [source],
      outputs,
      execution_count: null,
    };
    this.#file.cells.splice(where === "first" ? 0 : this.#file.cells.length, 0, cell);
    return this;
  }

  text(): string {
    return `${JSON.stringify(this.#file, null, 1)}\n`;
  }

  /** Writes the notebook and returns its path. */
  save(path: string): string {
    writeFileSync(path, this.text());
    return path;
  }
}

/** A result of `gradus check --json`, as far as the tests look at it. */
export interface CheckedExercise {
  readonly id: string;
  readonly standing: string;
  readonly points: number;
  readonly possible: number;
  readonly notes: readonly string[];
  readonly checks: readonly { readonly verdict: string; readonly message?: string }[];
}

/** What a command that ended has said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

// What this process tells its own tests must not reach a vitest that the command starts.
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV$|FORCE_COLOR)/.test(name),
  ),
);
const CLI = join(ROOT, "dist", "cli", "main.js");

/** Runs `gradus check` to its end. */
export async function check(...args: readonly string[]): Promise<Ended> {
  const { process: child, said } = started(args);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...said };
}

/** Runs `gradus check --json` to its end: what it said, and the results by exercise. */
export async function checkToJson(
  file: string,
  ...args: readonly string[]
): Promise<Ended & { results: ReadonlyMap<string, CheckedExercise> }> {
  const ended = await check("--json", file, ...args);
  if (!existsSync(file)) throw new Error(`no results were written:\n${ended.err}${ended.out}`);
  const data = JSON.parse(readFileSync(file, "utf8")) as {
    readonly exercises: readonly CheckedExercise[];
  };
  expect(data).toMatchObject({ schema: "gradus/check/v1", isolation: expect.any(String) });
  return { ...ended, results: new Map(data.exercises.map((one) => [one.id, one])) };
}

/** A command that runs: waits for its words, and takes keys. */
export class RunningCheck {
  readonly #child: ChildProcess;
  readonly #said: { out: string; err: string };
  readonly #end: Promise<number | null>;
  #read = 0;

  constructor(...args: readonly string[]) {
    const { process: child, said } = started(args);
    this.#child = child;
    this.#said = said;
    this.#end = new Promise((resolve) => child.once("close", resolve));
    onTestFinished(() => void child.kill("SIGKILL"));
  }

  /** Waits until the command says this, after what was waited for before; returns all between. */
  async says(words: RegExp): Promise<string> {
    for (;;) {
      const news = this.#said.out.slice(this.#read);
      const found = words.exec(news);
      if (found !== null) {
        const end = found.index + found[0].length;
        this.#read += end;
        return news.slice(0, end);
      }
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new Error(`it ended without saying ${words}:\n${this.#said.err}${this.#said.out}`);
      }
      const more = new Promise((resolve) => this.#child.stdout?.once("data", resolve));
      await Promise.race([more, this.#end]);
    }
  }

  /** Presses a key and waits for the end. */
  async press(key: string): Promise<number | null> {
    this.#child.stdin?.write(key);
    return this.#end;
  }

  async signal(name: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(name);
    return this.#end;
  }

  get err(): string {
    return this.#said.err;
  }
}

function started(args: readonly string[]): {
  process: ChildProcess;
  said: { out: string; err: string };
} {
  const child = spawn(process.execPath, [CLI, "check", ...args], { cwd: ROOT, env: ENVIRONMENT });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  return { process: child, said };
}
