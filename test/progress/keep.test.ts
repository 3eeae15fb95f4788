/** Progress: the file, in peace, damaged, foreign, locked, unwritable, and with two writers. */
import { spawn } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

import { progressFile } from "../../src/progress/file.js";
import {
  knownProgress,
  recordHint,
  recordResult,
  recordResults,
  removeProgress,
} from "../../src/progress/keep.js";
import { at, freshFile, resultOf } from "./results.js";

const ROOT = resolve(import.meta.dirname, "../..");

function namesBeside(file: string): string[] {
  return readdirSync(dirname(file)).sort();
}

function fileWith(text: string): string {
  const file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe("where it is kept", () => {
  test("in .gradus of the project, wherever the kernel runs", () => {
    expect(progressFile(undefined)).toBe(join(ROOT, ".gradus", "progress.json"));
    expect(progressFile(" ")).toBe(join(ROOT, ".gradus", "progress.json"));
  });

  test("elsewhere, or nowhere, as GRADUS_PROGRESS says", () => {
    expect(progressFile("/tmp/mine.json")).toBe("/tmp/mine.json");
    expect(progressFile("mine.json")).toBe(resolve("mine.json"));
    expect(progressFile("off")).toBeNull();
    expect(progressFile(" OFF ")).toBeNull();
  });

  test("nowhere while tests run", () => {
    expect(recordResult(resultOf("a/b", "pass"))).toEqual({ record: null, notice: null });
    expect(knownProgress()).toEqual({ record: null, notice: null });
  });
});

describe("the file", () => {
  test("says its format and the version that wrote it, and comes back as it went", () => {
    const file = freshFile();
    const kept = recordResult(resultOf("b/b", "pass"), { file, now: at(8) });
    recordHint("a/a", 3, { file });
    expect(kept.notice).toBeNull();
    const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const written = JSON.parse(readFileSync(file, "utf8"));
    expect(written).toMatchObject({ format: 1, course: `${name} ${version}` });
    expect(Object.keys(written.exercises)).toEqual(["a/a", "b/b"]);
    const { record } = knownProgress({ file });
    expect(record?.get("b/b")).toEqual(kept.record?.get("b/b"));
    expect(record?.get("a/a")?.hint).toBe(3);
    expect(namesBeside(file)).toEqual(["progress.json"]);
  });

  test("is not touched where nothing changes", () => {
    const file = freshFile();
    recordHint("a/a", 3, { file });
    utimesSync(file, 1, 1);
    recordHint("a/a", 2, { file });
    recordResults([resultOf("a/a", "not-implemented")], { file });
    expect(readFileSync(file, "utf8")).toContain('"hint": 3');
    expect(knownProgress({ file }).record?.size).toBe(1);
    recordResults([resultOf("a/a", "pass"), resultOf("b/b", "fail")], { file });
    expect(knownProgress({ file }).record?.size).toBe(2);
  });

  test("keeps exercises that this version does not know, whatever they are called", () => {
    const file = freshFile();
    recordResult(resultOf("__proto__", "pass"), { file });
    recordResult(resultOf("gone/long-ago", "pass"), { file });
    recordResult(resultOf("perceptron/relu", "pass"), { file });
    expect([...(knownProgress({ file }).record?.keys() ?? [])].sort()).toEqual([
      "__proto__",
      "gone/long-ago",
      "perceptron/relu",
    ]);
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["cut short", '{ "format": 1, "exer', "is damaged"],
    ["empty", "", "is damaged"],
    ["something else", '{ "name": "my shopping list" }', "is no progress file"],
    ["a list", "[1, 2]", "is no progress file"],
    ["null", "null", "is no progress file"],
    ["newer", '{ "format": 2, "exercises": {} }', "was written by a newer version of the course"],
  ])("because it is %s is set aside, and a new one begins", (_, text, problem) => {
    const file = fileWith(text);
    expect(knownProgress({ file }).notice).toBe(
      `The progress file ${file} ${problem}; the next check sets it aside under another name, so nothing is lost.`,
    );
    expect(namesBeside(file)).toEqual(["progress.json"]);
    const { record, notice } = recordResult(resultOf("a/a", "pass"), { file, now: at(8) });
    const aside = "progress-set-aside-2026-10-05T08-00-00.json";
    expect(notice).toBe(
      `The progress file ${problem}; it was set aside as ${aside}, and a new one begins.`,
    );
    expect(readFileSync(join(dirname(file), aside), "utf8")).toBe(text);
    expect(record?.size).toBe(1);
    expect(recordResult(resultOf("a/a", "pass"), { file }).notice).toBeNull();
  });

  test("does not overwrite one that was set aside in the same second", () => {
    const file = fileWith("one");
    recordResult(resultOf("a/a", "pass"), { file, now: at(8) });
    writeFileSync(file, "two");
    recordResult(resultOf("a/a", "pass"), { file, now: at(8) });
    expect(namesBeside(file)).toEqual([
      "progress-set-aside-2026-10-05T08-00-00-2.json",
      "progress-set-aside-2026-10-05T08-00-00.json",
      "progress.json",
    ]);
  });

  test("in part loses only the entries that are not sound", () => {
    const file = freshFile();
    recordResult(resultOf("a/a", "pass"), { file });
    const text = readFileSync(file, "utf8").replace(
      '"exercises": {',
      '"exercises": { "b/b": { "points": "many" },',
    );
    writeFileSync(file, text);
    const { record, notice } = recordHint("a/a", 1, { file, now: at(9) });
    expect(record?.get("a/a")).toMatchObject({ points: 1, hint: 1 });
    expect(notice).toBe(
      "The progress file is damaged in part; it was set aside as progress-set-aside-2026-10-05T09-00-00.json, and what could be read of it stays.",
    );
  });
});

describe("a place that cannot be written", () => {
  test("is said in one line, and the check goes on", () => {
    const blocked = fileWith("a file, where the folder should be");
    const file = join(blocked, "progress.json");
    expect(recordResult(resultOf("a/a", "pass"), { file })).toEqual({
      record: null,
      notice: `Progress is not kept: ${file} (what should be its folder is a file).`,
    });
  });

  test.skipIf(process.getuid?.() === 0)("may be a folder without the right to write", () => {
    const file = freshFile();
    recordResult(resultOf("a/a", "fail"), { file });
    chmodSync(dirname(file), 0o500);
    const { notice } = recordResult(resultOf("a/a", "pass"), { file });
    chmodSync(dirname(file), 0o700);
    expect(notice).toBe(`Progress is not kept: ${file} (it may not be written).`);
  });

  test("may be a folder of the file's name", () => {
    const file = freshFile();
    mkdirSync(file, { recursive: true });
    expect(recordResult(resultOf("a/a", "pass"), { file }).notice).toBe(
      `Progress is not kept: ${file} (it is a folder).`,
    );
    expect(knownProgress({ file }).notice).toBe("Progress cannot be read (it is a folder).");
    expect(namesBeside(file)).toEqual(["progress.json"]);
  });
});

describe("two writers", () => {
  test("a lock that a crash left is taken away", () => {
    const file = freshFile();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.lock`, "");
    utimesSync(`${file}.lock`, 1, 1);
    expect(recordResult(resultOf("a/a", "pass"), { file }).record?.size).toBe(1);
    expect(namesBeside(file)).toEqual(["progress.json"]);
  });

  test("at the same time lose nothing", async () => {
    const file = freshFile();
    const each = 40;
    const code = `
      const { recordHint } = await import(${JSON.stringify(join(ROOT, "dist/progress/keep.js"))});
      for (let i = 0; i < ${each}; i++) recordHint(process.argv[1] + "/" + i, 1, { file: process.argv[2] });
    `;
    const writer = (name: string): Promise<number | null> =>
      new Promise((fulfil) => {
        const args = ["--input-type=module", "-e", code, name, file];
        spawn(process.execPath, args, { stdio: "inherit" }).once("close", fulfil);
      });
    expect(await Promise.all([writer("one"), writer("two"), writer("three")])).toEqual([0, 0, 0]);
    expect(knownProgress({ file }).record?.size).toBe(3 * each);
    expect(namesBeside(file)).toEqual(["progress.json"]);
  });
});

describe("removing", () => {
  test("takes the named exercises, or all, and leaves a copy with the date", () => {
    const file = freshFile();
    recordResults([resultOf("a/a", "pass"), resultOf("b/b", "pass"), resultOf("c/c", "fail")], {
      file,
    });
    const before = readFileSync(file, "utf8");
    const one = removeProgress(["b/b", "d/d"], { file, now: at(8) });
    const copy = join(dirname(file), "progress-2026-10-05T08-00-00.json");
    expect(one).toEqual({ ids: ["b/b"], copy, notice: null });
    expect(readFileSync(copy, "utf8")).toBe(before);
    expect([...(knownProgress({ file }).record?.keys() ?? [])]).toEqual(["a/a", "c/c"]);
    expect(removeProgress(null, { file, now: at(9) }).ids).toEqual(["a/a", "c/c"]);
    expect(knownProgress({ file }).record?.size).toBe(0);
  });

  test("makes no copy where there is nothing to remove", () => {
    const file = freshFile();
    recordResult(resultOf("a/a", "pass"), { file });
    expect(removeProgress(["b/b"], { file })).toEqual({ ids: [], copy: null, notice: null });
    expect(namesBeside(file)).toEqual(["progress.json"]);
  });
});
