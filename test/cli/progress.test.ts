/** `gradus progress`: the tables, the exports, and starting anew. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { EXERCISES } from "../../src/checks/index.js";
import { main } from "../../src/cli/main.js";
import { progressBundle } from "../../src/kernel/progress.js";
import { recordResult } from "../../src/progress/keep.js";
import { freshFile, resultOf } from "../progress/results.js";
import { temporaryFolder, terminal } from "./files.js";

let file: string;

beforeEach(() => {
  file = freshFile();
  vi.stubEnv("GRADUS_PROGRESS", file);
  recordResult(resultOf("perceptron/relu", "pass", "pass"));
  recordResult(resultOf("loss/likelihood", "fail"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  process.exitCode = 0;
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let code = -1;
  const said = await terminal(async () => {
    code = await main(["progress", ...args]);
  });
  return { code, ...said };
}

describe("gradus progress", () => {
  test("prints what the notebook shows", async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toBe(`${String(progressBundle()["text/plain"])}\n`);
    expect(out).toMatch(/\n2\.4 +loss\/likelihood +tried +0\/\d+ +1\n/);
  });

  test("prints single exercises and chapters, and helps with a name that there is not", async () => {
    const { out } = await run("loss/likelihood");
    expect(out).toMatch(/^Your progress: 0 of 1 exercise complete\n/);
    const chapter = await run("loss");
    const inChapter = EXERCISES.filter(({ id }) => id.startsWith("loss/")).length;
    expect(chapter.out).toContain(`Your progress: 0 of ${inChapter} exercises complete\n`);
    const { code, err } = await run("loss/liklihood");
    expect([code, err]).toEqual([
      2,
      'There is no exercise "loss/liklihood". Did you mean "loss/likelihood"?\n',
    ]);
  });

  test("says if it is switched off", async () => {
    vi.stubEnv("GRADUS_PROGRESS", "off");
    const { code, err } = await run();
    expect([code, err]).toEqual([1, "Progress is switched off (GRADUS_PROGRESS=off).\n"]);
  });

  test("says if the file is damaged, and leaves it", async () => {
    writeFileSync(file, "{");
    const { code, err } = await run();
    expect(code).toBe(0);
    expect(err).toContain("is damaged; the next check sets it aside");
    expect(readFileSync(file, "utf8")).toBe("{");
  });
});

describe("--export", () => {
  test.each(["csv", "json"])("writes %s, and again over its own file", async (ending) => {
    const target = join(temporaryFolder(), `mine.${ending}`);
    for (let time = 1; time <= 2; time++) {
      const { code, out } = await run("--export", target);
      expect([code, out]).toEqual([
        0,
        `wrote ${target}: 0 of ${EXERCISES.length} exercises complete.\n`,
      ]);
    }
    expect(readFileSync(target, "utf8")).toContain("loss/likelihood");
  });

  test("never writes over another file, nor in another form", async () => {
    const other = join(temporaryFolder(), "other.json");
    writeFileSync(other, '{ "mine": true }');
    expect((await run("--export", other)).err).toBe(
      `${other} holds something else. Choose another name.\n`,
    );
    expect(readFileSync(other, "utf8")).toBe('{ "mine": true }');
    const table = join(dirname(other), "table.xlsx");
    const { code, err } = await run("--export", table);
    expect([code, err]).toEqual([
      2,
      `--export takes a file that ends in .csv or .json; given: ${table}. Nothing was written.\n`,
    ]);
    expect(existsSync(table)).toBe(false);
  });
});

describe("--reset", () => {
  test("says what it removes, removes it, and keeps a copy", async () => {
    const before = readFileSync(file, "utf8");
    const { code, out } = await run("--reset", "perceptron/relu");
    expect(code).toBe(0);
    const copy = readdirSync(dirname(file)).find((name) => /^progress-\d{4}-/.test(name)) ?? "";
    expect(out).toBe(
      `Removing the progress of perceptron/relu.\nRemoved 1 exercise. A copy stays in ${join(dirname(file), copy)}.\n`,
    );
    expect(readFileSync(join(dirname(file), copy), "utf8")).toBe(before);
    expect(Object.keys(JSON.parse(readFileSync(file, "utf8")).exercises)).toEqual([
      "loss/likelihood",
    ]);
  });

  test("without names it removes all, and then there is nothing left", async () => {
    expect((await run("--reset")).out).toMatch(
      /^Removing the progress of loss\/likelihood, perceptron\/relu\.\nRemoved 2 exercises\./,
    );
    expect((await run("--reset")).out).toBe("There is no progress to remove.\n");
  });

  test("a name that there is not removes nothing", async () => {
    const { code } = await run("--reset", "perceptron/relu", "perceptron/rleu");
    expect(code).toBe(2);
    expect(Object.keys(JSON.parse(readFileSync(file, "utf8")).exercises)).toHaveLength(2);
  });
});
