/** Bootstrap: set-up steps run once, notice what is gone, and leave nothing half-done. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { ProjectCopy, unwrapped } from "./project-copy.js";

const FAST_NPM = { npm_config_fetch_retries: "0", npm_config_update_notifier: "false" };

describe("the library step", () => {
  it("builds once, and again only after a change", async () => {
    const project = new ProjectCopy();
    project.withCompiler();
    const first = await project.setUp("library");
    expect(first).toMatchObject({ code: 0, text: expect.stringContaining("done now") });
    expect(first.text).toMatch(/compiling src to dist \.+ \d+\.\d+ s/);
    expect((await project.setUp("library")).text).toBe("done before\n");
    project.write("src/one.ts", "export const one: number = 2;\n");
    expect((await project.setUp("library")).text).toContain("done now");
  });

  it("removes what an older build left, and notices a deleted file or folder", async () => {
    const project = new ProjectCopy();
    project.withCompiler();
    await project.setUp("library");
    project.write("dist/removed-source.js", "stale");
    expect((await project.setUp("library")).text).toContain("done now");
    expect(project.has("dist/removed-source.js")).toBe(false);
    rmSync(project.path("dist/one.js"));
    expect((await project.setUp("library")).text).toContain("done now");
    rmSync(project.path("dist"), { recursive: true });
    expect((await project.setUp("library")).text).toContain("done now");
    expect(project.read("dist/one.js")).toBe("// built");
  });

  it("shows the compiler's lines, says the mend, and is not stamped", async () => {
    const project = new ProjectCopy();
    project.withCompiler('console.log("src/one.ts(1,1): error TS1: wrong"); process.exit(2);');
    const { code, text } = await project.setUp("library");
    expect(code).toBe(1);
    expect(text).toContain("| src/one.ts(1,1): error TS1: wrong");
    expect(unwrapped(text)).toContain("The library in src does not compile");
    expect(text).toContain("`git diff src` shows what was changed");
    expect(project.stamps()).toEqual([]);
  });

  it("does not believe a program that succeeds without a result", async () => {
    const project = new ProjectCopy();
    project.withCompiler("");
    const { code, text } = await project.setUp("library");
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain('"library" ended without an error, but its result is not');
    expect(project.stamps()).toEqual([]);
  });

  it("starts over when the stamps are damaged", async () => {
    const project = new ProjectCopy();
    project.withCompiler();
    await project.setUp("library");
    project.write(".gradus/setup.json", "{ half");
    expect((await project.setUp("library")).text).toContain("done now");
    expect(project.stamps()).toEqual(["library"]);
  });
});

describe("the packages step", () => {
  const lockWith = (name: string) =>
    JSON.stringify({
      name: "small",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: {
        "": { name: "small", version: "1.0.0", dependencies: { [name]: "1.0.0" } },
        [`node_modules/${name}`]: {
          version: "1.0.0",
          resolved: `http://127.0.0.1:9/${name}/-/${name}-1.0.0.tgz`,
          integrity: `sha512-${"A".repeat(86)}==`,
        },
      },
    });

  it("installs by npm ci and is then skipped", async () => {
    const project = new ProjectCopy();
    expect((await project.setUp("packages", FAST_NPM)).text).toContain("done now");
    expect((await project.setUp("packages", FAST_NPM)).text).toBe("done before\n");
  });

  it("says in one paragraph that the registry is out of reach, without a password", async () => {
    const project = new ProjectCopy();
    const manifest = { name: "small", version: "1.0.0", dependencies: { "some-package": "1.0.0" } };
    project.write("package.json", JSON.stringify(manifest));
    project.write("package-lock.json", lockWith("some-package"));
    const { code, text } = await project.setUp("packages", {
      ...FAST_NPM,
      npm_config_registry: "http://me:secret@127.0.0.1:9",
    });
    expect(code).toBe(1);
    expect(text).toContain("npm error code ECONNREFUSED");
    expect(unwrapped(text)).toContain("The npm registry could not be reached (http://127.0.0.1:9)");
    expect(unwrapped(text)).toContain("then run the command again");
    expect(text).not.toContain("secret");
    expect(text).not.toMatch(/^\s+at /m);
    expect(project.stamps()).toEqual([]);
  });

  it("tells a lock file that does not fit from a broken network", async () => {
    const project = new ProjectCopy();
    const manifest = { name: "small", version: "1.0.0", dependencies: { other: "file:other" } };
    project.write("package.json", JSON.stringify(manifest));
    project.write("other/package.json", '{ "name": "other", "version": "1.0.0" }');
    const { code, text } = await project.setUp("packages", FAST_NPM);
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain("package.json and package-lock.json do not fit each other.");
    expect(text).toContain("Missing: other@1.0.0 from lock file");
    expect(text).not.toContain("Usage:");
  });

  it("asks for the lock file back when it is gone", async () => {
    const project = new ProjectCopy();
    rmSync(project.path("package-lock.json"));
    const { code, text } = await project.setUp("packages", FAST_NPM);
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain("package-lock.json is missing");
    expect(text).toContain("git checkout package-lock.json");
  });
});

describe("a folder that cannot be written", () => {
  it("names a file that stands in the way", async () => {
    const project = new ProjectCopy();
    project.withCompiler();
    project.write(".gradus", "a file");
    const { code, text } = await project.setUp("library");
    expect(code).toBe(1);
    expect(text).toContain("A file stands where a folder must be: .gradus.");
    expect(project.has("dist")).toBe(false);
  });

  it.each([
    ["EACCES", "No permission to write dist."],
    ["EROFS", "No permission to write dist."],
    ["ENOSPC", "The disk is full: dist could not be written."],
  ])("%s becomes a paragraph: %s", async (code, words) => {
    const project = new ProjectCopy();
    const script = `
      import { reportAndFail } from "./src/bootstrap/failure.mjs";
      const path = ${JSON.stringify(project.path("dist"))};
      reportAndFail(Object.assign(new Error("${code}: mkdir"), { code: "${code}", path }));`;
    const ending = await project.run(["--input-type=module", "-e", script]);
    expect(ending.code).toBe(1);
    expect(unwrapped(ending.text)).toContain(words);
    expect(ending.text).not.toMatch(/^\s+at /m);
  });
});

describe("the lock", () => {
  it("is taken over from a process that is gone, and released", async () => {
    const project = new ProjectCopy();
    project.withCompiler();
    project.write(".gradus/setup.lock", "999999999");
    expect((await project.setUp("library")).text).toContain("done now");
    expect(project.has(".gradus/setup.lock")).toBe(false);
  });

  it("makes a second set-up wait, which then finds the work done", async () => {
    const project = new ProjectCopy();
    project.withCompiler();
    project.write(".gradus/setup.lock", String(process.pid));
    const waiting = project.setUp("library");
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(project.has("dist")).toBe(false);
    rmSync(project.path(".gradus/setup.lock"));
    expect((await waiting).text).toContain(`waiting for another set-up (process ${process.pid})`);
    expect(project.stamps()).toEqual(["library"]);
  });
});

describe("a moved project", () => {
  it("keeps its library but not its Python environment", async () => {
    const project = new ProjectCopy();
    project.withCompiler();
    await project.setUp("library");
    const first = await pythonKey(project);
    const moved = `${project.root}-moved`;
    onTestFinished(() => rmSync(moved, { recursive: true, force: true }));
    renameSync(project.root, moved);
    Object.assign(project, { root: moved });
    expect((await project.setUp("library")).text).toBe("done before\n");
    expect(await pythonKey(project)).not.toBe(first);
    writeFileSync(project.path("requirements.txt"), "jupyterlab==9.9.9\n");
    expect(await pythonKey(project)).not.toBe(first);
  });
});

async function pythonKey(project: ProjectCopy): Promise<string> {
  const code =
    'import { python } from "./src/bootstrap/make-python-environment.mjs"; console.log(python.key())';
  const { text } = await project.run(["--input-type=module", "-e", code]);
  expect(text).toMatch(/^[0-9a-f]{32}\n$/);
  return text;
}
