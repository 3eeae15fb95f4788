/**
 * Command line: vitest as the engine of `gradus check`. One instance is kept as long as it is needed;
 * the suite runs in at most two processes, and nothing that vitest prints is shown.
 *
 * Written to what vitest 4.1 and 5 have in common.
 */
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import type { InlineConfig, Reporter, TestCase, TestModule, Vitest } from "vitest/node";
import type { CheckedAnswer, CheckTask } from "./check-task.js";
import { CommandError } from "./command-error.js";
import { ROOT } from "./notebook-files.js";

/** Exit code when vitest or the course itself fails, which says nothing of the answers. */
const ENGINE_FAILED = 3;

const SUITE = fileURLToPath(new URL("../../dist/cli/check-suite.js", import.meta.url));
const MAX_PARTS = 2;

/** Told while a run goes on. */
export interface RunListener {
  onStart(task: CheckTask): void;
  onChecked(task: CheckTask, checked: CheckedAnswer): void;
}

/** A vitest instance that checks answers. */
export class CheckRunner {
  readonly #vitest: Vitest;
  readonly #current: CurrentRun;

  private constructor(vitest: Vitest, current: CurrentRun) {
    this.#vitest = vitest;
    this.#current = current;
  }

  /**
   * Starts vitest; nothing runs yet.
   *
   * @param tasks - how many answers there will be at most: few need no second process
   * @throws {@link CommandError} if vitest is not installed
   */
  static async start(tasks: number): Promise<CheckRunner> {
    const { createVitest } = await import("vitest/node").catch((error: Error) => {
      const mend = "Run npm install in the course's folder.";
      throw new CommandError(`vitest is not there (${error.message}). ${mend}`, ENGINE_FAILED);
    });
    const current = new CurrentRun();
    const parts = Math.max(1, Math.min(MAX_PARTS, Math.ceil(tasks / 2)));
    const sink = new PassThrough();
    sink.resume();
    const vitest = await createVitest("test", testOptions(current, parts), VITE_OPTIONS, {
      stdout: sink,
      stderr: sink,
    });
    return new CheckRunner(vitest, current);
  }

  /**
   * Checks the answers and tells of each as it is done.
   *
   * @returns the tasks that did not run because the run was cancelled
   * @throws {@link CommandError} with exit code 3, after all that could run has run, if the engine failed
   */
  async run(tasks: readonly CheckTask[], listener: RunListener): Promise<CheckTask[]> {
    if (tasks.length === 0) return [];
    this.#current.begin(tasks, listener);
    const { projects } = this.#vitest;
    const parts = projects
      .map((project, part) => ({
        project,
        share: tasks.filter((_, index) => index % projects.length === part),
      }))
      .filter(({ share }) => share.length > 0);
    for (const { project, share } of parts) project.provide("gradusTasks", share);
    const specifications = parts.map(({ project }) => project.createSpecification(SUITE));
    try {
      await this.#vitest.runTestSpecifications(specifications, false);
    } catch (error) {
      this.#current.fail(error);
    }
    // vitest takes a failed run for a failed command; here it is for us to say.
    process.exitCode = undefined;
    return this.#current.end();
  }

  /** Lets the exercises that run come to their end, and starts no other. */
  async cancel(): Promise<void> {
    if (this.#current.cancel()) await this.#vitest.cancelCurrentRun("keyboard-input");
  }

  /** Ends vitest and its processes. */
  async close(): Promise<void> {
    await this.#vitest.close();
  }
}

/** The run that goes on, as vitest's reporter. */
class CurrentRun implements Reporter {
  #open = new Map<string, CheckTask>();
  #listener: RunListener | null = null;
  #failures: string[] = [];
  #isCancelled = false;

  begin(tasks: readonly CheckTask[], listener: RunListener): void {
    this.#open = new Map(tasks.map((task) => [task.key, task]));
    this.#listener = listener;
    this.#failures = [];
    this.#isCancelled = false;
  }

  /** Whether there was something to cancel. */
  cancel(): boolean {
    const goesOn = this.#listener !== null && !this.#isCancelled;
    this.#isCancelled ||= goesOn;
    return goesOn;
  }

  fail(error: unknown): void {
    this.#failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  end(): CheckTask[] {
    const left = [...this.#open.values()];
    this.#listener = null;
    if (this.#isCancelled) return left;
    if (this.#failures.length === 0 && left.length === 0) return [];
    const names = left.map(({ id }) => id).join(", ");
    const unchecked = left.length === 0 ? "" : `\nNot checked: ${names}.`;
    const reasons = [...new Set(this.#failures)].map((reason) => `\n${reason}`).join("");
    throw new CommandError(
      `The engine that checks answers failed, which says nothing of your answers.${reasons}${unchecked}`,
      ENGINE_FAILED,
    );
  }

  onTestCaseReady({ name }: TestCase): void {
    const task = this.#open.get(name);
    if (task !== undefined) this.#listener?.onStart(task);
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    const task = this.#open.get(test.name);
    const { gradus } = test.meta();
    if (task !== undefined && state === "passed" && gradus !== undefined) {
      this.#open.delete(test.name);
      this.#listener?.onChecked(task, gradus);
    }
    for (const { message } of errors) this.#failures.push(`${task?.id ?? test.name}: ${message}`);
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly { readonly message: string; readonly stack?: string }[],
  ): void {
    for (const { message } of modules.flatMap((module) => module.errors())) {
      this.#failures.push(message);
    }
    for (const { stack, message } of unhandled) this.#failures.push(stack ?? message);
  }
}

const VITE_OPTIONS = {
  configFile: false,
  envDir: false,
  publicDir: false,
  cacheDir: join(ROOT, ".gradus", "vite"),
  logLevel: "silent",
  server: { watch: null },
} as const;

/** All of vitest's settings; no configuration file is read. */
function testOptions(reporter: Reporter, parts: number): InlineConfig & { config: false } {
  const projects = Array.from({ length: parts }, (_, part) => ({
    ...VITE_OPTIONS,
    root: ROOT,
    test: {
      name: `part ${part + 1}`,
      pool: "forks" as const,
      // The host stops an answer that does not end; a late verdict is still a verdict.
      testTimeout: 0,
      server: { deps: { external: [/[\\/]dist[\\/]/] } },
    },
  }));
  return {
    config: false,
    root: ROOT,
    watch: false,
    cache: false,
    reporters: [reporter],
    maxWorkers: MAX_PARTS,
    projects,
  };
}
