/**
 * Command line: `gradus check` runs the checks on the learner's saved notebooks, through vitest. Its
 * exit code is 0 if all that was asked is complete, 1 if something is open, wrong or missing, 2 for wrong
 * arguments, and 3 if the engine failed.
 */
import { type CommandDef, defineCommand } from "citty";
import { lacksHidden } from "./check-chapter.js";
import { CheckDisplay, type ResultText, resultText } from "./check-display.js";
import { keepProgress } from "./check-keep.js";
import { answersOf, planFor, type SheetAnswers, type SheetPlan } from "./check-plan.js";
import { CheckRunner } from "./check-runner.js";
import { type Checked, exitCodeOf, summaryOf, writeJson } from "./check-summary.js";
import { TypeNotes } from "./check-types.js";
import { watchNotebooks } from "./check-watch.js";
import { CommandError } from "./command-error.js";

const ARGUMENTS = {
  what: {
    type: "positional",
    required: false,
    description:
      "Exercises (perceptron/relu), chapters (perceptron), notebooks or folders; without any, all. A notebook named after a chapter is asked for all of its exercises.",
  },
  watch: {
    type: "boolean",
    description: "Stay, and check again what changed whenever a notebook is saved.",
  },
  "allow-open": {
    type: "boolean",
    description:
      "Do not count exercises that are not implemented yet as a failure; missing ones only in your own exercises/.",
  },
  hidden: {
    type: "boolean",
    description:
      "Grade: run the checks that are kept back from learners as well, and ask for whole chapters.",
  },
  json: {
    type: "string",
    valueHint: "FILE",
    description: "Write the results to this file, for programs.",
  },
} as const;

/** The command, for src/cli/main.ts; it never writes a notebook. */
export const checkCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: {
    name: "check",
    description:
      "Run the checks on saved exercise notebooks. Exit code: 0 complete, 1 open, wrong or missing, 2 bad arguments, 3 the engine failed.",
  },
  args: ARGUMENTS,
  run: async ({ args }) => {
    const { watch = false, "allow-open": allowOpen = false, hidden = false, json } = args;
    if (watch && (allowOpen || json !== undefined)) {
      throw new CommandError(
        "--watch does not end by itself; --json and --allow-open go without.",
        2,
      );
    }
    if (hidden && lacksHidden()) {
      throw new CommandError(
        "This copy of the course does not hold the hidden checks; your teacher's does.",
        2,
      );
    }
    const plans = planFor(args._);
    const exitCode = watch
      ? await watchNotebooks(plans, hidden)
      : await checkOnce(plans, { allowOpen, hidden, json });
    process.exitCode = exitCode;
  },
});

interface CheckOnceOptions {
  readonly allowOpen: boolean;
  readonly hidden: boolean;
  readonly json: string | undefined;
}

async function checkOnce(
  plans: readonly SheetPlan[],
  { allowOpen, hidden, json }: CheckOnceOptions,
): Promise<number> {
  const sheets = plans.map((plan) => answersOf(plan, hidden));
  for (const { problem } of sheets) if (problem !== undefined) console.error(problem.message);
  const tasks = sheets.flatMap((sheet) => sheet.tasks);
  const checked: Checked[] = [];
  if (tasks.length > 0) {
    const runner = await CheckRunner.start(tasks.length);
    try {
      await runAndShow(runner, sheets, checked);
    } finally {
      keepProgress(checked);
      await runner.close();
    }
  }
  console.log(`\n${summaryOf(sheets, checked, hidden)}`);
  if (json !== undefined) writeJson(json, sheets, checked, hidden);
  return exitCodeOf(sheets, checked, allowOpen);
}

/** Checks all answers of the notebooks and shows each result; they are added to `checked`. */
async function runAndShow(
  runner: CheckRunner,
  sheets: readonly SheetAnswers[],
  checked: Checked[],
): Promise<void> {
  const tasks = sheets.flatMap((sheet) => sheet.tasks);
  const types = new Map(sheets.map(({ path, notebook }) => [path, new TypeNotes(notebook)]));
  const textOf = (one: Checked): ResultText => {
    const notes = types.get(one.task.notebook)?.of(one) ?? [];
    return resultText(one, notes, tasks.length === 1);
  };
  const display = new CheckDisplay(tasks, textOf);
  display.begin();
  try {
    await runner.run(
      tasks,
      display.listener((one) => checked.push(one)),
    );
  } finally {
    display.end();
  }
}
