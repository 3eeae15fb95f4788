/** Every `@example` of the library is run: what the documentation promises is what happens. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const SOURCE = new URL("../src/", import.meta.url).pathname;
/** Zones whose files may be imported for their exports alone. */
const ZONES = ["math", "datasets", "figures", "grading", "notebook", "syllabus"];

interface Example {
  readonly file: string;
  readonly line: number;
  readonly statements: string;
  readonly expression: string;
  readonly expected: string;
}

function examplesIn(file: string): Example[] {
  const lines = readFileSync(join(SOURCE, file), "utf8").split("\n");
  const examples: Example[] = [];
  lines.forEach((text, index) => {
    if (!/^\s*\* @example\s*$/.test(text)) return;
    const block: string[] = [];
    for (const next of lines.slice(index + 1)) {
      const code = /^\s*\* ?(?!\/)(.*)$/.exec(next)?.[1];
      if (code === undefined || code.startsWith("@") || code.trim() === "") break;
      block.push(code);
    }
    const [expression = "", expected = ""] = (block.at(-1) ?? "").split(/;?\s*\/\/ => /);
    const statements = block.slice(0, -1).join("\n");
    examples.push({ file, line: index + 1, statements, expression, expected });
  });
  return examples;
}

const files = ZONES.filter((zone) => existsSync(join(SOURCE, zone))).flatMap((zone) =>
  readdirSync(join(SOURCE, zone), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/-(process|worker)\.ts$/.test(name))
    .map((name) => join(zone, name)),
);
const examples = files.flatMap(examplesIn);

/** All exports of a zone, of math and of the data, as the names an example may use. */
async function scopeFor(file: string): Promise<Record<string, unknown>> {
  const zone = file.split("/")[0];
  const modules = files.filter(
    (name) => /^(math|datasets)\//.test(name) || name.startsWith(`${zone}/`),
  );
  const loaded = await Promise.all(modules.map((name) => import(join(SOURCE, name))));
  return Object.assign({}, ...loaded) as Record<string, unknown>;
}

test("the library has examples, and each says what it gives", () => {
  expect(examples.length).toBeGreaterThan(30);
  const silent = examples.filter(({ expected }) => expected === "");
  expect(silent.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

describe.each(examples)("$file:$line", ({ file, statements, expression, expected }) => {
  test(`${expression} gives ${expected}`, async () => {
    const scope = await scopeFor(file);
    const evaluate = (body: string): unknown =>
      new Function(...Object.keys(scope), body)(...Object.values(scope));
    expect(evaluate(`${statements}\nreturn (${expression});`)).toEqual(
      evaluate(`return (${expected});`),
    );
  });
});
