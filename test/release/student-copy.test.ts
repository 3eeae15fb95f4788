/** Release: what the students' copy holds, that it is the same every time, and where it may be put. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import { courseCopy, courseSecrets } from "../../src/cli/release-copy.js";
import { seal, unseal } from "../../src/packed/seal.js";
import { unpackSolutions } from "../../src/packed/solutions.js";
import { findLeaks } from "../../src/release/leaks.js";
import { exercisesIn, packProblems } from "../../src/release/open-pack.js";
import { RECORD_FILE, readRecord, recordOf } from "../../src/release/release-record.js";
import type { Files } from "../../src/release/student-copy.js";
import { writeCopy } from "../../src/release/write-copy.js";

let copy: Files = new Map();

beforeAll(async () => {
  copy = await courseCopy(true);
});

const textOf = (path: string): string => Buffer.from(copy.get(path) ?? []).toString("utf8");
const paths = (): string[] => [...copy.keys()];

describe("the copy", () => {
  test("holds lectures, exercises and library, and neither solutions nor tests nor an author's tools", () => {
    expect(paths()).toEqual(
      expect.arrayContaining([
        "README.md",
        "LICENSE",
        "package-lock.json",
        "notebooks/05-regularization.ipynb",
        "exercises/05-regularization.ipynb",
        "src/bootstrap/start.cjs",
        "src/datasets/data/digits.csv",
        "src/grading/host-process.ts",
        "src/math/softmax.ts",
        "src/notebook/execute.py",
      ]),
    );
    const others = /^(solutions|test|\.ci)\/|^src\/(verify|release|book|reference)\//;
    expect(paths().filter((path) => others.test(path))).toEqual([]);
    expect(paths().filter((path) => path.startsWith("src/checks/"))).toEqual([
      "src/checks/index.pack",
      "src/checks/index.ts",
      "src/checks/solutions.pack",
    ]);
  });

  test("is the same to the byte when it is made again", async () => {
    const again = await courseCopy(true);
    expect([...again.keys()]).toEqual(paths());
    const differs = paths().filter(
      (path) => !Buffer.from(again.get(path)!).equals(copy.get(path)!),
    );
    expect(differs).toEqual([]);
    expect(recordOf(again, "1.0.0")).toEqual(recordOf(copy, "1.0.0"));
  });

  test("says nothing of the machine that made it", () => {
    const machine = new RegExp(process.cwd().replaceAll("/", "\\/"));
    const named = [...copy].filter(([path, bytes]) => {
      const text = path.endsWith(".pack") ? unseal(bytes) : Buffer.from(bytes).toString("latin1");
      return machine.test(text);
    });
    expect(named.map(([path]) => path)).toEqual([]);
  });

  test("has none of the solutions' text, and would be caught with it", () => {
    const secrets = courseSecrets();
    expect(secrets.length).toBeGreaterThan(200);
    const files = [...copy].map(([path, bytes]) => ({ path, bytes }));
    expect(findLeaks(files, secrets)).toEqual([]);
    const bytes = readFileSync(new URL("../../solutions/03-chain-rule.ipynb", import.meta.url));
    const leaks = findLeaks([...files, { path: "notebooks/.copy.ipynb", bytes }], secrets);
    expect(leaks.length).toBeGreaterThan(10);
    expect(new Set(leaks.map(({ file }) => file))).toEqual(new Set(["notebooks/.copy.ipynb"]));
  });

  test("has an exercise notebook as the course has it", () => {
    const own = new URL("../../exercises/02-loss.ipynb", import.meta.url);
    expect(textOf("exercises/02-loss.ipynb")).toBe(readFileSync(own, "utf8"));
  });

  test("knows only learners' commands", () => {
    expect(textOf("src/cli/commands.ts")).toContain("LEARNER_COMMANDS as COMMANDS");
    expect(paths()).toContain("src/cli/check.ts");
    expect(paths()).not.toContain("src/cli/release.ts");
  });
});

describe("the packs", () => {
  test("hold every exercise with its visible checks, and nothing to run for the others", async () => {
    const packed = await exercisesIn(copy.get("src/checks/index.pack")!);
    expect(packProblems(packed, EXERCISES)).toEqual([]);
    const kept = packed.flatMap(({ checks }) => checks.filter(({ hidden }) => hidden === true));
    expect(kept.length).toBeGreaterThan(40);
    for (const check of kept) {
      expect(check.run(undefined as never)).toMatchObject({ kind: "error" });
    }
  });

  test("do not hold the words of a hidden check, however they are read", () => {
    const code = unseal(copy.get("src/checks/index.pack")!);
    const hidden = EXERCISES.flatMap(({ checks }) => checks.filter((each) => each.hidden === true));
    const isThere = (name: string): boolean =>
      ["`", '"', "'"].some((quote) => code.includes(`${quote}${name}${quote}`));
    expect(hidden.map(({ name }) => name).filter(isThere)).toEqual([]);
  });

  test("a hidden check that was left in is noticed", async () => {
    const packed = await exercisesIn(copy.get("src/checks/index.pack")!);
    const id = EXERCISES.find(({ checks }) => checks.some(({ hidden }) => hidden === true))!.id;
    const withOne = packed.map((one) =>
      one.id === id ? EXERCISES.find((e) => e.id === id)! : one,
    );
    expect(packProblems(withOne, EXERCISES)).toEqual([
      `${id} has a hidden check in it`,
      `${id} has right answers in it`,
    ]);
  });

  test("hold a text for each solution, unless they are left out", async () => {
    const texts = unpackSolutions(copy.get("src/checks/solutions.pack")!);
    expect(Object.keys(texts).sort()).toEqual(EXERCISES.map(({ id }) => id).sort());
    expect([...(await courseCopy(false)).keys()]).not.toContain("src/checks/solutions.pack");
  });

  test("a damaged one is refused, whichever bit it is", () => {
    const sealed = seal("answers");
    expect(unseal(sealed)).toBe("answers");
    for (const at of [0, 13, sealed.length - 1]) {
      const damaged = Buffer.from(sealed);
      damaged[at]! ^= 1;
      expect(() => unseal(damaged)).toThrow("The file is damaged: it is not what was sealed.");
    }
    expect(() => unseal(sealed.subarray(0, 20))).toThrow("too short");
  });
});

describe("in a folder", () => {
  const small = (text: string): Files => new Map([["a/one.txt", Buffer.from(text)]]);
  const write = (folder: string, files: Files): object =>
    writeCopy(folder, files, recordOf(files, "1.0.0"));

  function folder(): string {
    const path = mkdtempSync(join(tmpdir(), "gradus-copy-"));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return path;
  }

  test("a newer release takes the place of the older, and what is not the course's stays", () => {
    const at = folder();
    mkdirSync(join(at, ".git"));
    const first = new Map([...small("first"), ["old.txt", Buffer.from("old")]]);
    expect(write(at, first)).toEqual({ written: 2, unchanged: 0, removed: 0 });
    writeFileSync(join(at, "syllabus.pdf"), "a teacher's own");
    expect(write(at, small("second"))).toEqual({ written: 1, unchanged: 0, removed: 1 });
    expect(readdirSync(at).sort()).toEqual([".git", "a", RECORD_FILE, "syllabus.pdf"]);
    expect(readFileSync(join(at, "a", "one.txt"), "utf8")).toBe("second");
    expect(readRecord(readFileSync(join(at, RECORD_FILE), "utf8"))?.files).toHaveProperty(
      "a/one.txt",
    );
  });

  test("a file that was changed there is not lost", () => {
    const at = folder();
    write(at, small("first"));
    writeFileSync(join(at, "a", "one.txt"), "my answer");
    expect(() => write(at, small("second"))).toThrow(
      /1 of its files were changed there: a\/one\.txt\. They would be lost\./,
    );
    expect(readFileSync(join(at, "a", "one.txt"), "utf8")).toBe("my answer");
  });

  test("another project's folder is left alone", () => {
    const at = folder();
    writeFileSync(join(at, "thesis.tex"), "years");
    expect(() => write(at, small("first"))).toThrow(/is not empty, .*\(thesis\.tex\)/);
    expect(existsSync(join(at, "a"))).toBe(false);
  });
});
