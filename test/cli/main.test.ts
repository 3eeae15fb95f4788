import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterEach, describe, expect, test } from "vitest";

import { COMMANDS } from "../../src/cli/commands.js";
import { errorText, main } from "../../src/cli/main.js";
import { markdown } from "../notebook/make-notebook.js";
import { notebookFile, temporaryFolder, terminal } from "./files.js";

afterEach(() => {
  // Commands report a failure through it, and this process is the tests'.
  process.exitCode = 0;
});

/** Runs a command line in this process: its exit code and what it wrote. */
async function gradus(
  ...rawArgs: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  let code = -1;
  const said = await terminal(async () => {
    code = await main(rawArgs);
  });
  process.exitCode = 0;
  return { code, ...said };
}

const SOLVED =
  "function f(x: number): number {\n  // BEGIN SOLUTION 1.1 f\n  return 2 * x;\n  // END SOLUTION\n}";

describe("finding the command", () => {
  test("without one, the list of commands", async () => {
    const { code, out } = await gradus();
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(out).toMatch(`  ${name}`.padEnd(21) + summary);
  });

  test("an unknown one is named, with the list", async () => {
    const { code, err } = await gradus("relaese");
    expect(code).toBe(2);
    expect(err).toMatch(/^There is no command relaese\.\n\nUsage: gradus COMMAND/);
  });

  test.each(COMMANDS.map(({ name }) => [name]))("%s explains itself", async (name) => {
    const { code, out } = await gradus(name, "--help");
    expect(code).toBe(0);
    expect(out).toContain(`gradus ${name}`);
    expect(out).toBe(stripVTControlCharacters(out));
  });

  test("check names its exit codes", async () => {
    const { out } = await gradus("check", "--help");
    expect(out).toMatch(
      /Exit code: 0 complete, 1 open, wrong or missing, 2 bad arguments, 3 the engine failed\./,
    );
  });

  test("an option that it does not have is refused, with those it has", async () => {
    const { code, err } = await gradus("run", "--timout", "3");
    expect(code).toBe(2);
    expect(err).toBe(
      "gradus run has no option --timout: it takes --out, --timeout, --twice, --seconds, --megabytes.\n",
    );
  });

  test("an option without its value is refused", async () => {
    const { code, err } = await gradus("release", "--out");
    expect([code, err]).toEqual([2, "gradus release: --out needs a value after it.\n"]);
    const alone = await gradus("release", "--without-solutions");
    expect([alone.code, alone.err]).toEqual([
      2,
      "--without-solutions goes with --out DIR, for the whole copy.\n",
    ]);
  });

  test("a timeout that is no time is refused before anything runs", async () => {
    const file = notebookFile(join(temporaryFolder(), "a.ipynb"), "1");
    const { code, err } = await gradus("run", file, "--timeout", "soon");
    expect([code, err]).toEqual([2, "--timeout takes a number of seconds above 0; given: soon.\n"]);
  });

  test("a file that is not there is named, with those that are", async () => {
    const { code, err } = await gradus("types", "notebooks/00.ipynb");
    expect(code).toBe(2);
    expect(err).toMatch(
      /^There is no file or folder notebooks\/00\.ipynb\. The course has .*01-perceptron\.ipynb/,
    );
  });

  test("a file that is no notebook is refused", async () => {
    const { err } = await gradus("clean", "package.json");
    expect(err).toBe("package.json is no notebook: its name does not end in .ipynb.\n");
  });
});

describe("errors", () => {
  test("that are written for people have no stack", () => {
    class ShapeError extends Error {
      override readonly name = "ShapeError";
    }
    expect(errorText(new ShapeError("dot: a is [2]"))).toBe("dot: a is [2]");
    const system = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    expect(errorText(system)).toBe("EACCES: permission denied");
  });

  test("that nobody expected have one", () => {
    expect(errorText(new TypeError("x is not a function"))).toMatch(
      /did not expect; please report[\s\S]*TypeError: x is not a function\n {4}at /,
    );
    expect(errorText("text")).toBe("Something that is no error was thrown: text");
  });

  test("in a damaged notebook stop a command before it writes anything", async () => {
    const folder = temporaryFolder();
    const good = notebookFile(join(folder, "a.ipynb"), { source: "1", execution_count: 1 });
    const before = readFileSync(good, "utf8").replace(
      '"metadata": {},',
      '"metadata": {"scrolled": true},',
    );
    writeFileSync(good, before);
    writeFileSync(join(folder, "b.ipynb"), "{");
    for (const command of ["clean", "types", "run", "release", "solutions"]) {
      const { code, err } = await gradus(command, folder);
      expect([command, code]).toEqual([command, 1]);
      expect(err).toMatch(/b\.ipynb: it is not JSON \(line 1: .*The file was left as it is\.\n$/);
    }
    expect(readFileSync(good, "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["a.ipynb", "b.ipynb"]);
  });
});

describe("gradus release", () => {
  test("writes the exercises, says when they differ, and finds them right afterwards", async () => {
    const folder = temporaryFolder();
    const solution = notebookFile(join(folder, "solutions", "01.ipynb"), markdown("# One"), SOLVED);
    const out = join(folder, "exercises");
    const missing = await gradus("release", solution, "--out", out, "--check");
    expect(missing.code).toBe(1);
    expect(missing.err).toMatch(
      /exercises\/01\.ipynb: it does not exist yet\.\nRun npx gradus release/,
    );

    expect((await gradus("release", solution, "--out", out)).code).toBe(0);
    const exercise = readFileSync(join(out, "01.ipynb"), "utf8");
    expect(exercise).toContain('throw new NotImplemented(\\"1.1 f\\");');
    expect(exercise).not.toContain("2 * x");
    expect((await gradus("release", solution, "--out", out, "--check")).code).toBe(0);

    writeFileSync(join(out, "01.ipynb"), exercise.replace("# One", "# Two"));
    const different = await gradus("release", solution, "--out", out, "--check");
    expect(different.code).toBe(1);
    expect(different.err).toMatch(
      /from line \d+ on\. It has:\n {2}"# Two"\nand the release has:\n {2}"# One"/,
    );
  });

  test("writes none if one of the solutions cannot be released", async () => {
    const folder = temporaryFolder();
    notebookFile(join(folder, "solutions", "01.ipynb"), SOLVED);
    notebookFile(join(folder, "solutions", "02.ipynb"), SOLVED.replace("  // END SOLUTION\n", ""));
    const out = join(folder, "exercises");
    const { code, err } = await gradus("release", join(folder, "solutions"), "--out", out);
    expect(code).toBe(1);
    expect(err).toContain("02.ipynb cell 1 line 2: BEGIN SOLUTION 1.1 f has no END SOLUTION");
    expect(readdirSync(folder)).toEqual(["solutions"]);
  });

  test("does not overwrite its own source", async () => {
    const folder = temporaryFolder();
    const solution = notebookFile(join(folder, "01.ipynb"), SOLVED);
    const { code, err } = await gradus("release", solution, "--out", folder);
    expect(code).toBe(2);
    expect(err).toContain("would overwrite it");
    expect(readFileSync(solution, "utf8")).toContain("2 * x");
  });
});

describe("gradus clean", () => {
  test("cleans in place, keeps what is clean as it is, and can only look", async () => {
    const folder = temporaryFolder();
    const path = notebookFile(join(folder, "a.ipynb"), {
      source: "1",
      metadata: { scrolled: true, tags: ["keep"] },
    });
    expect((await gradus("clean", path, "--check")).out).toMatch(/^not clean: .*a\.ipynb\n$/);
    expect((await gradus("clean", path)).out).toMatch(/^cleaned: .*a\.ipynb\n$/);
    const clean = readFileSync(path, "utf8");
    expect(clean).not.toContain("scrolled");
    expect(clean).toContain('"keep"');
    expect(await gradus("clean", path)).toEqual({
      code: 0,
      out: "1 notebooks, all clean.\n",
      err: "",
    });
    expect(readdirSync(folder)).toEqual(["a.ipynb"]);
  });
});

test("gradus types names notebook, cell and line and fails", async () => {
  const path = notebookFile(
    join(temporaryFolder(), "a.ipynb"),
    markdown("# A"),
    "const a = 1;\nconst b: string = a;",
  );
  const { code, err } = await gradus("types", path);
  expect(code).toBe(1);
  expect(err).toMatch(
    /a\.ipynb cell 2 line 2: Type 'number' is not assignable to type 'string'\. \(TS2322\)\n/,
  );
});
