/**
 * Bootstrap: a small project in a temporary folder with the real bootstrap in it, so that set-up can
 * be tried for real, and fail for real, without touching this one.
 */
import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const PROJECT: string = fileURLToPath(new URL("../..", import.meta.url));

/** How a command ended, and all it printed. */
export interface Ending {
  readonly code: number | null;
  readonly text: string;
}

/** A project with no packages of its own and one source file. */
export class ProjectCopy {
  readonly root: string = realpathSync(mkdtempSync(join(tmpdir(), "gradus-")));

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    cpSync(join(PROJECT, "src", "bootstrap"), this.path("src/bootstrap"), { recursive: true });
    const manifest = { name: "small", version: "1.0.0", private: true, type: "module" };
    this.write("package.json", JSON.stringify(manifest));
    this.write(
      "package-lock.json",
      JSON.stringify({ ...manifest, lockfileVersion: 3, packages: { "": manifest } }),
    );
    this.write("requirements.txt", "");
    this.write("tsconfig.json", '{ "include": ["src/**/*.ts"] }');
    this.write("src/one.ts", "export const one: number = 1;\n");
  }

  path(name: string): string {
    return join(this.root, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** Writes a program: shell lines that stand in for one that this machine may or may not have. */
  program(name: string, lines: string): void {
    this.write(name, `#!/bin/sh\n${lines}\n`);
    chmodSync(this.path(name), 0o755);
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  has(name: string): boolean {
    return existsSync(this.path(name));
  }

  /** The names of the set-up steps that are stamped as done. */
  stamps(): string[] {
    return this.has(".gradus/setup.json")
      ? Object.keys(JSON.parse(this.read(".gradus/setup.json"))).sort()
      : [];
  }

  /** Puts a compiler into node_modules that copies src/one.ts, and a lock file that names it. */
  withCompiler(body: string = COPYING_COMPILER): void {
    this.write("node_modules/typescript/bin/tsc", body);
    this.write("node_modules/typescript/package.json", '{ "type": "commonjs" }');
  }

  /** Runs a command of the bootstrap, or (beginning with `-e`) a line of code inside the project. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ending> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, args, {
        cwd: this.root,
        env: { PATH: process.env["PATH"], HOME: this.root, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let text = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
      }
      child.on("close", (code) => resolve({ code, text }));
    });
  }

  /** Runs one set-up step as `npm start` would, and prints how it went or its paragraph. */
  setUp(step: string, env: NodeJS.ProcessEnv = {}): Promise<Ending> {
    const code = `
      import { SETUP_STEPS, runSetupStep } from "./src/bootstrap/set-up.mjs";
      import { reportAndFail } from "./src/bootstrap/failure.mjs";
      const step = SETUP_STEPS.find((each) => each.name === ${JSON.stringify(step)});
      await runSetupStep(step).then((how) => console.log(how), reportAndFail);`;
    return this.run(["--input-type=module", "-e", code], env);
  }
}

const COPYING_COMPILER = `
const fs = require("node:fs"), path = require("node:path");
const out = process.argv[process.argv.indexOf("--outDir") + 1];
fs.mkdirSync(out, { recursive: true });
for (const name of fs.readdirSync("src").filter((each) => each.endsWith(".ts")))
  fs.writeFileSync(path.join(out, name.replace(/ts$/, "js")), "// built");
`;

/** A text with its line breaks undone, so that a phrase can be found however it was wrapped. */
export function unwrapped(text: string): string {
  return text.replace(/\s+/g, " ");
}
