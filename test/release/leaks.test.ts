/** Release: the leak scan finds a solution wherever it hides, and idioms do not alarm it. */
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { findLeaks, type Secret, whyClosed } from "../../src/release/leaks.js";

const SOLUTION = `  const p = softmax(z);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum -= y[i] * Math.log(p[i]);
  return sum / y.length; // the mean, not the sum`;

const SHORT = "  return 2 * w * x;";
const HEADER = "function slopeOfTheSquare(w: number, x: number): number {\n";

const SECRETS: readonly Secret[] = [
  { name: "cross-entropy", text: SOLUTION },
  { name: "slope", text: SHORT, before: HEADER },
];

function scan(path: string, content: string | Uint8Array): string[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return findLeaks([{ path, bytes }], SECRETS).map(({ secret }) => secret);
}

function notebook(cell: object, metadata: object = {}): string {
  return JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 });
}

const lines = SOLUTION.split("\n").map((line) => `${line}\n`);

describe("a solution is found", () => {
  test.each<[string, string, string | Uint8Array]>([
    ["in a source file", "src/loss.ts", `export const f = () => {\n${SOLUTION}\n};`],
    ["in a block of code in a README", "README.md", `Write\n\n\`\`\`ts\n${SOLUTION}\n\`\`\`\n`],
    [
      "laid out anew",
      "a.ts",
      SOLUTION.replace(/\s+/g, " ").replace("// the mean, not the sum", ""),
    ],
    ["with comments between", "a.ts", SOLUTION.replaceAll(";", "; // so\n/* and so */")],
    ["in a cell", "a.ipynb", notebook({ cell_type: "code", source: lines })],
    ["in an output", "a.ipynb", notebook({ outputs: [{ text: lines }] })],
    ["in the metadata of a cell", "a.ipynb", notebook({ metadata: { old: SOLUTION } })],
    ["in the metadata of the notebook", "a.ipynb", notebook({}, { backup: { source: lines } })],
    ["as an escaped string", "a.js", `const hint = ${JSON.stringify(SOLUTION)};`],
    ["as a string in a string", "a.json", JSON.stringify({ a: JSON.stringify({ b: SOLUTION }) })],
    ["in a source map", "a.js.map", JSON.stringify({ sourcesContent: [SOLUTION] })],
    ["in Base64", "a.txt", `see ${Buffer.from(SOLUTION).toString("base64")}`],
    ["in UTF-16", "a.txt", Buffer.from(`\ufeff${SOLUTION}`, "utf16le")],
    [
      "beside bytes that are no text",
      "a.bin",
      Buffer.concat([Buffer.from([0xff, 0, 0xfe]), Buffer.from(SOLUTION)]),
    ],
    ["in gzip", "a.gz", gzipSync(SOLUTION)],
    ["three quarters of it", "a.ts", SOLUTION.slice(0, SOLUTION.lastIndexOf("return"))],
  ])("%s", (_, path, content) => {
    expect(scan(path, content)).toEqual(["cross-entropy"]);
  });

  test("a short one together with its head", () => {
    expect(scan("a.ts", `${HEADER}${SHORT}\n}`)).toEqual(["slope"]);
  });
});

describe("there is no alarm for", () => {
  test.each([
    ["a loop that is begun alike", "let sum = 0;\nfor (let i = 0; i < y.length; i++) sum += y[i];"],
    [
      "the stub of an exercise",
      `${HEADER}  // Your code here.\n  throw new NotImplemented("2.1");\n}`,
    ],
    ["a short line that could stand anywhere", `const double = () => {\n${SHORT}\n};`],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(scan("a.ts", text)).toEqual([]);
  });

  test("code that the exercise itself gives to be mended", () => {
    const given = `Mend this:\n\`\`\`ts\n${SOLUTION.replace(" / y.length", "")}\n\`\`\``;
    const secret = { name: "mended", text: SOLUTION, given };
    const released = { path: "a.ipynb", bytes: Buffer.from(given) };
    expect(findLeaks([released], [secret])).toEqual([]);
    const whole = { path: "b.ts", bytes: Buffer.from(SOLUTION) };
    expect(findLeaks([released, whole], [secret]).map(({ file }) => file)).toEqual(["b.ts"]);
  });
});

test("a leak says where it is and what agrees", () => {
  const [leak] = findLeaks([{ path: "x/a.ts", bytes: Buffer.from(SOLUTION) }], SECRETS);
  expect(leak?.file).toBe("x/a.ts");
  expect(leak?.excerpt).toMatch(/^const p = softmax \( z \) ; let sum = 0 ;/);
});

test("what cannot be looked into is known by its first bytes", () => {
  const why = (start: string): string | null =>
    whyClosed({ path: "x", bytes: Buffer.from(`${start} rest`, "latin1") });
  expect(why("PK\x03\x04")).toBe("a zip archive");
  expect(why("%PDF-1.7")).toBe("a PDF");
  expect(why("# Pack")).toBe(null);
});
