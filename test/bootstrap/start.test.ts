/** Bootstrap: the options of `npm start`, the port, and the environment Jupyter gets. */
import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { ProjectCopy, unwrapped } from "./project-copy.js";

interface StartOptions {
  readonly port: number | null;
  readonly ip: string;
  readonly ownToken: boolean;
}

const { readStartOptions } = (await import(
  new URL("../../src/bootstrap/start-options.mjs", import.meta.url).href
)) as { readStartOptions(args: readonly string[]): StartOptions };

describe("the options of npm start", () => {
  it.each([
    [["--port", "8899"], 8899],
    [["--port=8899"], 8899],
    [["--ServerApp.port=8899"], 8899],
    [["--port", "1", "--port=2"], 2],
    [["--no-browser"], null],
    [[], null],
  ])("%j asks for port %j", (args, port) => {
    expect(readStartOptions(args).port).toBe(port);
  });

  it.each(["eighty", "-1", "70000", "8.5", ""])("a port %j is refused by name", (port) => {
    expect(() => readStartOptions([`--port=${port}`])).toThrow(
      `--port takes a whole number from 1 to 65535, not "${port}".`,
    );
  });

  it("a token of the caller's own is noticed, and the address to listen on is read", () => {
    expect(readStartOptions(["--IdentityProvider.token=abc"]).ownToken).toBe(true);
    expect(readStartOptions(["--ip", "0.0.0.0"])).toMatchObject({ ip: "0.0.0.0", ownToken: false });
  });
});

describe("a port that is taken", () => {
  it("is named in one paragraph with another to try", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const project = new ProjectCopy();
    const code = `
      import { startJupyter } from "./src/bootstrap/jupyter-server.mjs";
      import { readStartOptions } from "./src/bootstrap/start-options.mjs";
      import { reportAndFail } from "./src/bootstrap/failure.mjs";
      const options = readStartOptions(["--ip=127.0.0.1", "--port=${port}"]);
      await startJupyter({ page: "/lab", options }).catch(reportAndFail);`;
    const ending = await project.run(["--input-type=module", "-e", code]);
    expect(ending.code).toBe(1);
    expect(unwrapped(ending.text)).toContain(`Port ${port} is taken: another program`);
    expect(ending.text).toContain(`npm start -- --port ${port + 1}`);
  });
});

describe("Jupyter's environment", () => {
  it("keeps every folder inside the project and drops what leads out of it", () => {
    const { environment, kernel, python } = JSON.parse(
      execFileSync(process.execPath, ["src/bootstrap/jupyter-environment.mjs"], {
        encoding: "utf8",
        env: { ...process.env, PYTHONPATH: "/elsewhere", JUPYTER_PATH: "/elsewhere" },
      }),
    );
    expect(kernel).toBe("tslab");
    expect(python.startsWith(process.cwd())).toBe(true);
    for (const name of ["CONFIG", "DATA", "RUNTIME"]) {
      expect(environment[`JUPYTER_${name}_DIR`].startsWith(process.cwd())).toBe(true);
    }
    expect(Object.values(environment)).not.toContain("/elsewhere");
  });
});

describe("npm test", () => {
  it("refuses a step that it does not know, and lists those it knows", async () => {
    const project = new ProjectCopy();
    project.write("solutions/01.ipynb", "{}");
    const { code, text } = await project.run(["src/bootstrap/test.cjs", "unti"]);
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain('There is no test step "unti".');
    expect(unwrapped(text)).toContain(
      "types, cells, lint, unit, verify, reference, notebooks, copy, browser",
    );
  });

  it("has a learner's steps where there are no solutions", async () => {
    const { code, text } = await new ProjectCopy().run(["src/bootstrap/test.cjs", "unit"]);
    expect(code).toBe(1);
    expect(unwrapped(text)).toContain("The steps are cells, exercises, notebooks:");
  });

  it("fails a step whose set-up failed or whose program is missing, and still sums up", async () => {
    const project = new ProjectCopy();
    await project.setUp("packages");
    project.withCompiler();
    const { code, text } = await project.run(["src/bootstrap/test.cjs", "cells", "notebooks"], {
      PATH: project.path("bin"),
    });
    expect(code).toBe(1);
    expect(text).toMatch(/set-up: python +FAILED/);
    expect(text).toMatch(/cells +FAILED .* dist\/cli\/main\.js is missing/);
    expect(text).toMatch(/notebooks +FAILED .* not run: needs kernel/);
    expect(text.trimEnd().split("\n").at(-1)).toBe("0 passed, 3 failed");
  });
});
