/** Bootstrap: finding a Python, and what is said when there is none that will do. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Ending, ProjectCopy, unwrapped } from "./project-copy.js";

const WINDOWS: boolean = process.platform === "win32";

/** A stand-in that answers the question as a Python of this version would. */
function fakePython(version: number[], missing: string[] = []): string {
  return `echo '${JSON.stringify({ version, path: `/usr/bin/python${version[0]}`, missing })}'`;
}

/** Runs the step with only these programs to be found. */
function withOnly(project: ProjectCopy, env: NodeJS.ProcessEnv = {}): Promise<Ending> {
  return project.setUp("python", { PATH: project.path("bin"), ...env });
}

describe.skipIf(WINDOWS)("looking for Python", () => {
  it("says that there is none, and what works without", async () => {
    const { code, text } = await withOnly(new ProjectCopy());
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain("Python was not found");
    expect(unwrapped(text)).toContain("sudo apt install python3 python3-venv");
    expect(unwrapped(text)).toContain("the tests of the library still do");
  });

  it("names every Python that is too old", async () => {
    const project = new ProjectCopy();
    project.program("bin/python3", fakePython([3, 9, 2]));
    project.program("bin/python", fakePython([2, 7, 18]));
    const { code, text } = await withOnly(project);
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain(
      "Python is too old: found 3.9.2 at /usr/bin/python3, 2.7.18 at /usr/bin/python2; JupyterLab needs 3.10 or newer.",
    );
  });

  it("names the package that Debian leaves out", async () => {
    const project = new ProjectCopy();
    project.program("bin/python3", fakePython([3, 11, 2], ["ensurepip"]));
    const { code, text } = await withOnly(project);
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain("lacks its module ensurepip");
    expect(unwrapped(text)).toContain("sudo apt install python3.11-venv");
  });

  it("passes over one that cannot answer and takes a newer one by its number", async () => {
    const project = new ProjectCopy();
    project.program("bin/python3", "exit 127");
    project.program("bin/python", fakePython([3, 9, 2]));
    project.program("bin/python3.12", fakePython([3, 12, 1]));
    const code =
      'import { findPython } from "./src/bootstrap/find-python.mjs"; console.log(JSON.stringify(await findPython()))';
    const { text } = await project.run(["--input-type=module", "-e", code], {
      PATH: project.path("bin"),
    });
    expect(JSON.parse(text)).toMatchObject({ version: [3, 12, 1] });
  });

  it("removes a half-made environment", async () => {
    const project = new ProjectCopy();
    const answer = fakePython([3, 11, 2]).replace("/usr/bin/python3", project.path("bin/python3"));
    const half = `mkdir -p "${project.path(".venv/bin")}"; echo "no space"; exit 1`;
    project.program("bin/python3", `if [ "$1" = "-c" ]; then ${answer}; else ${half}; fi`);
    const { code, text } = await withOnly(project, { PATH: `${project.path("bin")}:/bin` });
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain("-m venv` could not make the project's Python environment");
    expect(project.has(".venv")).toBe(false);
    expect(project.stamps()).toEqual([]);
  });

  it("makes one paragraph of a package index out of reach, without its password", async () => {
    const project = new ProjectCopy();
    const answer = fakePython([3, 11, 2]).replace("/usr/bin/python3", project.path("bin/python3"));
    const pip =
      'echo "WARNING: Retrying ... NewConnectionError: Connection refused" >&2; echo "ERROR: No matching distribution found for anyio==4.16.0" >&2; exit 1';
    project.program("pip", pip);
    const make = `mkdir -p "${project.path(".venv/bin")}"; cp "${project.path("pip")}" "${project.path(".venv/bin/python")}"`;
    project.program("bin/python3", `if [ "$1" = "-c" ]; then ${answer}; else ${make}; fi`);
    const { code, text } = await withOnly(project, {
      PATH: `${project.path("bin")}:/bin`,
      PIP_INDEX_URL: "http://me:secret@127.0.0.1:9/simple",
    });
    expect(code).toBe(1);
    expect(text).toContain("| ERROR: No matching distribution found for anyio==4.16.0");
    expect(unwrapped(text)).toContain(
      "The Python package index could not be reached (http://127.0.0.1:9/simple)",
    );
    expect(text).not.toContain("secret");
    expect(project.has(".venv")).toBe(false);
  });
});

describe("requirements.txt", () => {
  const lines = readFileSync("requirements.txt", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  it("pins every package exactly, once", () => {
    expect(lines.filter((line) => !/^[\w.-]+==[\w.]+(; \w+ [=<]+ "[\w.]+")?$/.test(line))).toEqual(
      [],
    );
    const names = lines.map((line) => line.split("==")[0]?.toLowerCase());
    expect(new Set(names).size).toBe(lines.length);
    expect(lines).toEqual(
      expect.arrayContaining(["jupyterlab==4.6.6", "nbclient==0.11.0", "plotly==7.1.0"]),
    );
  });

  const { python } = JSON.parse(
    execFileSync(process.execPath, ["src/bootstrap/jupyter-environment.mjs"], { encoding: "utf8" }),
  );

  it.skipIf(!existsSync(python))(
    "holds all that its packages need, as pip must not look for more",
    () => {
      const answer = execFileSync(python, ["-m", "pip", "check"], { encoding: "utf8" });
      expect(answer.trim()).toBe("No broken requirements found.");
    },
  );
});
