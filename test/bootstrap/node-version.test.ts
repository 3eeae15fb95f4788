/** Bootstrap: which Nodes are let in, and that the gate is readable by an old one. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

const require: NodeJS.Require = createRequire(import.meta.url);
const { explainNodeVersion } = require("../../src/bootstrap/node-version.cjs") as {
  explainNodeVersion(version: string): string;
};

describe("the Node gate", () => {
  it.each(["v20.19.0", "v20.20.2", "v22.12.0", "v22.21.1", "v24.0.0", "v24.21.0"])(
    "lets %s in",
    (version) => {
      expect(explainNodeVersion(version)).toBe("");
    },
  );

  it.each([
    ["v0.12.18", "is too old"],
    ["v18.20.8", "is too old"],
    ["v20.18.3", "is too old"],
    ["v21.7.3", "is an odd, short-lived release"],
    ["v22.11.0", "is too old"],
    ["v23.11.1", "is an odd, short-lived release"],
    ["v25.1.0", "is newer than what gradus was tested on"],
    ["v26.10.0", "is newer than what gradus was tested on"],
    ["nonsense", "is too old"],
  ])("refuses %s: it %s, and says how to get Node 24", (version, reason) => {
    const text = explainNodeVersion(version);
    expect(text).toContain(`This is Node ${version.replace(/^v/, "")} (`);
    expect(text).toContain(reason);
    expect(text).toContain("Install Node 24");
  });

  it("agrees with the range in package.json", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(engines.node).toBe("^20.19.0 || ^22.12.0 || ^24.0.0");
  });

  it.each(["start", "test", "gradus", "node-version"])("%s.cjs is plain ES5", (name) => {
    const ts = require("typescript") as typeof import("typescript");
    const text = readFileSync(`src/bootstrap/${name}.cjs`, "utf8").replace(/^#!.*/, "");
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true, allowJs: true },
      fileName: `${name}.cjs`,
    });
    const words = outputText.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(words).not.toMatch(/\b(const|let|class|async|await|import)\b|=>|`|\?\?|\?\./);
  });
});
