/** Command line: vitest as the engine of `gradus check`; what fails there is never a learner's failure. */
import { expect, test } from "vitest";
import { CheckRunner } from "../../src/cli/check-runner.js";
import type { CheckTask } from "../../src/cli/check-task.js";
import { CommandError } from "../../src/cli/command-error.js";

const TIME = { timeout: 120_000 };

function task(id: string, code: string): CheckTask {
  const common = { lines: [], absent: {}, notes: [], withHidden: false };
  return { key: id, id, notebook: "mine.ipynb", code, ...common };
}

test(
  "an engine that fails says so with exit code 3, after the rest was checked",
  TIME,
  async () => {
    const runner = await CheckRunner.start(4);
    const heard: string[] = [];
    const listener = {
      onStart: ({ id }: CheckTask) => void heard.push(`start ${id}`),
      onChecked: ({ id }: CheckTask, { result }: { result: { points: number } }) =>
        void heard.push(`${id} ${result.points}`),
    };
    const one = task("perceptron/one-input", "exports.oneInput = (x, w, w0) => w0 + w * x;");
    const none = task("perceptron/nothing", "");
    try {
      const error = await runner.run([none, one], listener).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CommandError);
      expect(error).toMatchObject({
        exitCode: 3,
        message:
          "The engine that checks answers failed, which says nothing of your answers.\nperceptron/nothing: internal: there is no exercise perceptron/nothing\nNot checked: perceptron/nothing.",
      });
      expect(heard).toContain("perceptron/one-input 3");
      // The same instance goes on with the next run.
      heard.length = 0;
      expect(await runner.run([one], listener)).toEqual([]);
      expect(heard).toEqual(["start perceptron/one-input", "perceptron/one-input 3"]);
      expect(await runner.run([], listener)).toEqual([]);
    } finally {
      await runner.close();
    }
  },
);
