/**
 * The students' copy from nothing, as a student has it: installed, tested, opened, worked in. Takes
 * minutes, so it runs only when it is asked for (`npm test -- copy`).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";

const MINUTE = 60_000;
const COURSE = fileURLToPath(new URL("../../", import.meta.url));
const copy = join(mkdtempSync(join(tmpdir(), "gradus-student-")), "gradus");

/** How a command ended, and all it printed. */
interface Ending {
  readonly code: number | null;
  readonly text: string;
}

/** Without what the course's own tests set: a student's progress is kept. */
function environment(): NodeJS.ProcessEnv {
  const { GRADUS_PROGRESS: _, ...rest } = process.env;
  const names = Object.keys(rest).filter((name) => !/^(npm_|VITEST|NODE_ENV$|CI$)/.test(name));
  const caches = ["npm_config_cache"].filter((name) => rest[name] !== undefined);
  return Object.fromEntries([...names, ...caches].map((name) => [name, rest[name]]));
}

/** In a group of its own, so that it can be interrupted as a terminal does it. */
function start(command: string, args: readonly string[], cwd: string): ChildProcess {
  const stdio = ["ignore" as const, "pipe" as const, "pipe" as const];
  return spawn(command, args, { cwd, env: environment(), stdio, detached: true });
}

function run(command: string, args: readonly string[], cwd: string = copy): Promise<Ending> {
  return new Promise((resolve) => {
    const child = start(command, args, cwd);
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
    }
    child.on("close", (code) => resolve({ code, text }));
  });
}

const gradus = (...args: string[]): Promise<Ending> =>
  run(process.execPath, [join(copy, "src", "bootstrap", "gradus.cjs"), ...args]);

/** Puts code in the place of an exercise's stub. */
function answer(notebook: string, stub: string, code: string): void {
  const path = join(copy, "exercises", notebook);
  const before = readFileSync(path, "utf8");
  const after = before.replace(stub, () => JSON.stringify(code).slice(1, -1));
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

beforeAll(async () => {
  const script = join(COURSE, "src", "bootstrap", "gradus.cjs");
  const made = await run(process.execPath, [script, "release", "--out", copy], COURSE);
  expect(made.text).toContain("none of their text is in the copy");
  expect(made.code).toBe(0);
}, MINUTE);

afterAll(() => rmSync(join(copy, ".."), { recursive: true, force: true }));

describe("a student", () => {
  test(
    "tests it from nothing: every exercise is open, and nothing fails",
    async () => {
      const { code, text } = await run("npm", ["test", "--", "cells", "exercises"]);
      expect(text).toMatch(/^cells +passed/m);
      expect(text).toMatch(/^exercises +passed/m);
      const open = text.match(/not implemented/g) ?? [];
      expect(open.length).toBeGreaterThanOrEqual(EXERCISES.length);
      expect(text).toContain("2 passed, 0 failed");
      expect(code).toBe(0);
    },
    8 * MINUTE,
  );

  test(
    "opens it",
    async () => {
      const server = start("npm", ["start", "--", "--no-browser"], copy);
      const ended = new Promise((resolve) => server.on("close", resolve));
      let printed = "";
      const address = await new Promise<string>((resolve, reject) => {
        server.on("close", () => reject(new Error(printed)));
        server.stdout?.on("data", (chunk: Buffer) => {
          printed += chunk.toString();
          const found = /http:\/\/\S+token=\S+/.exec(printed)?.[0];
          if (found !== undefined) resolve(found);
        });
      });
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("JupyterLab");
      process.kill(-(server.pid ?? 0), "SIGINT");
      await ended;
      expect(printed).toContain("Stopped. Your notebooks are as you last saved them.");
    },
    5 * MINUTE,
  );

  test(
    "runs a notebook",
    async () => {
      const { code, text } = await gradus("run", join(copy, "notebooks", "00-start-here.ipynb"));
      expect(text).toMatch(/cells of 1 notebooks ran/);
      expect(code).toBe(0);
    },
    5 * MINUTE,
  );

  test(
    "is told the misconception of a wrong answer, and that a right one is complete",
    async () => {
      const stub = 'throw new NotImplemented(\\"2.1 squared error\\");';
      answer("02-loss.ipynb", stub, "return y - yHat;");
      const wrong = await gradus("check", "loss/squared-error");
      expect(wrong.code).toBe(1);
      expect(wrong.text).toContain("The difference is not squared");
      answer("02-loss.ipynb", "return y - yHat;", "return (yHat - y) ** 2;");
      const slope = 'throw new NotImplemented(\\"2.1 slope of the squared error\\");';
      answer("02-loss.ipynb", slope, "return 2 * yHat - 2 * y;");
      const vector = 'throw new NotImplemented(\\"2.1 squared error of a vector\\");';
      answer("02-loss.ipynb", vector, "return y.reduce((s, v, i) => s + (v - yHat[i]) ** 2, 0);");
      const right = await gradus("check", "loss/squared-error");
      expect(right.text).toMatch(/1 of 1 .*complete|complete/);
      expect(right.code).toBe(0);
      const progress = await gradus("progress");
      expect(progress.text).toMatch(/2\.1 .*complete/);
      const graded = await gradus("check", "--hidden", "loss/squared-error");
      expect([graded.code, graded.text]).toEqual([
        2,
        "This copy of the course does not hold the hidden checks; your teacher's does.\n",
      ]);
    },
    5 * MINUTE,
  );

  test(
    "is shown the course's answer then, from the sealed file",
    async () => {
      const code = `import("gradus").then(({ progress }) => import("${copy}/dist/kernel/solution.js")).then(({ solutionBundle }) => console.log(solutionBundle(process.argv[1])["text/plain"]))`;
      const open = await run(process.execPath, ["-e", code, "loss/squared-error"]);
      expect(open.text).toContain("return (y - yHat) ** 2;");
      const closed = await run(process.execPath, ["-e", code, "loss/empirical-loss"]);
      expect(closed.text).toContain("is shown once all of its visible checks have passed");
    },
    MINUTE,
  );

  test(
    "finds no command of authors",
    async () => {
      const { code, text } = await gradus("release");
      expect(text).toContain("There is no command release.");
      expect(code).toBe(2);
    },
    MINUTE,
  );
});

test(
  "what was built and written in it holds none of the solutions' text",
  async () => {
    rmSync(join(copy, "exercises", "02-loss.ipynb"));
    const script = join(COURSE, "src", "bootstrap", "gradus.cjs");
    const { code, text } = await run(process.execPath, [script, "release", "--scan", copy], COURSE);
    expect(text).toContain("none of their text was found");
    expect(code).toBe(0);
  },
  MINUTE,
);
