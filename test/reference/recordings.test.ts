import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { NestedNumbers } from "../../src/math/tensor.js";
import { comparedFunction } from "../../src/reference/cases.js";
import { chooseOracle } from "../../src/reference/choose.js";
import { compareFunction, questionsOf } from "../../src/reference/compare-function.js";
import { questionsText, readQuestions } from "../../src/reference/pack/questions.js";
import { compareRecordings } from "../../src/reference/recording/compare-recordings.js";
import { decodeValue, encodeValue } from "../../src/reference/recording/encoding.js";
import { RECORDINGS, readRecordings, writeRecording } from "../../src/reference/recording/files.js";
import { record } from "../../src/reference/recording/record.js";
import {
  parseRecording,
  type Recording,
  recordingFileName,
  recordingText,
} from "../../src/reference/recording/recording.js";
import { recordingsText } from "../../src/reference/recording/recordings-text.js";
import { replay, staleness } from "../../src/reference/recording/replay.js";

const there = readRecordings();
const reports = await compareRecordings(there);

test.runIf(there.length > 0)("the recordings that the library is compared with", () => {
  console.log(recordingsText(reports));
});

describe.each(reports.map((report) => [report.file, report] as const))("%s", (file, report) => {
  const { recording } = there.find((candidate) => candidate.file === file)!;

  test("is of today's table", ({ skip }) => {
    if (report.stale !== null) skip(report.stale);
    expect(report.functions.length).toBeGreaterThan(70);
  });

  test("agrees with the library wherever the questions are still the same", () => {
    const messages = report.functions.flatMap(({ name, message }) => message ?? [name].slice(1));
    expect(messages).toEqual([]);
  });

  test("says on what it was made and when, in its name too, and is small", () => {
    expect(file).toBe(recordingFileName(recording));
    expect(recording.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(recording.system).toMatch(/^\w+ \w+$/);
    expect(recording.versions["tfjs"]).toMatch(/^4\./);
    expect(recording.versions["node"]).toMatch(/^\d+\.\d+\.\d+$/);
    expect(statSync(join(RECORDINGS, file)).size).toBeLessThan(1.5 * 2 ** 20);
  });

  test("names a driver that draws on the processor as that", () => {
    if (/swiftshader|llvmpipe/i.test(file)) expect(report.device).toContain("software on ");
    else expect(report.device).not.toContain("software");
  });
});

describe("numbers in a recording", () => {
  const comesBack = (x: number): void => {
    const text = JSON.stringify(encodeValue(x));
    expect(decodeValue(JSON.parse(text))).toBe(x);
  };

  test("come back bit for bit, float32, and float64 where it must be", () => {
    fc.assert(fc.property(fc.float(), comesBack));
    fc.assert(fc.property(fc.double(), comesBack));
    for (const x of [
      0,
      -0,
      Number.NaN,
      1 / 0,
      -1 / 0,
      1.401298464324817e-45,
      3.4028234663852886e38,
    ]) {
      comesBack(x);
    }
  });

  test("take the digits that float32 has, not those of float64", () => {
    expect(encodeValue(Math.fround(0.1))).toBe(0.1);
    expect(encodeValue([[Math.fround(1 / 3), -0], [Number.NaN]] as NestedNumbers)).toEqual([
      [0.33333334, "-0"],
      ["NaN"],
    ]);
  });
});

describe("a recording made now", () => {
  const names = ["exp", "abs′", "matMul", "weightedSum"];
  const rows = names.map(comparedFunction);
  let made: Recording;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gradus-recording-"));
    const { oracle } = await chooseOracle(["plain"]);
    const questions = rows.map((row) => ({ name: row.name, calls: questionsOf(row) }));
    made = await record(oracle, questions, (...asked) => oracle.ask(...asked), "2001-02-03");
    oracle.close();
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test("answers as the backend did, after a way over the file", async () => {
    writeRecording(made, folder);
    const [read] = readRecordings(folder);
    expect(read?.recording).toEqual(made);
    const { oracle, known, unknown } = replay(read!.recording, rows);
    expect([known.length, unknown]).toEqual([4, []]);
    for (const row of rows) {
      expect((await compareFunction(row, oracle)).message).toBeNull();
    }
  });

  test("shows a mistake in the library", async () => {
    const { oracle } = replay(made, rows);
    const wrong = { ...comparedFunction("exp"), ours: (x: number) => Math.expm1(x) };
    expect((await compareFunction(wrong, oracle)).message).toMatch(/^at exp\(0\): got 0, want 1/);
  });

  test("is stale once the table asks something else, and says what to do", async () => {
    const [exp, ...others] = made.functions;
    const moved = { ...exp!, calls: exp!.calls.map(() => [0.5]) };
    const old = replay({ ...made, functions: [moved, ...others.slice(1)] }, rows);
    expect(old.unknown).toEqual(["exp", "abs′"]);
    expect(staleness(old)).toBe(
      "stale: 2 of today's functions were recorded otherwise or not at all (exp; abs′); " +
        "npm run reference:record on that machine makes it new",
    );
    expect(staleness(replay(made, rows))).toBeNull();
    await expect(old.oracle.ask("exp", [[0]])).rejects.toThrow("recorded with other arguments");
    await expect(old.oracle.ask("tanh", [[0]])).rejects.toThrow("tanh was not recorded");
  });

  test("is one line a function, and its summary names device, day and what is nearest to failing", async () => {
    expect(recordingText(made).match(/^\{"name":/gm)?.length).toBe(4);
    const text = recordingsText(await compareRecordings([{ file: "made.json", recording: made }]));
    expect(text).toContain(`plain on ${made.device} (tfjs 4.22.0, node `);
    expect(text).toMatch(
      /, recorded 2001-02-03:\n {2}4 of 4 functions agree in \d+ cases; nearest/,
    );
    expect(text).toContain("stale: ");
  });

  test("of another form is refused by its file's name", () => {
    writeFileSync(join(folder, "other.json"), '{"format": 7, "functions": []}');
    expect(() => readRecordings(folder)).toThrow("other.json is no recording of format 1;");
    expect(() => parseRecording("{", "broken.json")).toThrow(/^broken\.json is no recording: /);
    rmSync(join(folder, "other.json"));
    expect(readRecordings(join(folder, "nowhere"))).toEqual([]);
  });

  test("has a name that a file can have", () => {
    const identity = { backend: "webgpu", versions: {} } as const;
    expect(recordingFileName({ ...identity, device: "NVIDIA H200, driver 550.1" })).toBe(
      "webgpu-nvidia-h200.json",
    );
    expect(recordingFileName({ ...identity, device: "AMD (R) Thing/7 " })).toBe(
      "webgpu-amd-r-thing-7.json",
    );
  });
});

test("the questions of the pack come back as they went", () => {
  const questions = ["neg", "matMul", "training by adam"].map((name) => ({
    name,
    calls: questionsOf(comparedFunction(name)),
  }));
  const packed = { webgpu: "0.6.2", questions };
  expect(readQuestions(questionsText(packed))).toEqual(packed);
});
