/** Command line: `gradus check`: what it is asked, what it says of the whole, and odd files. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { markdown } from "../notebook/make-notebook.js";
import { notebookFile, temporaryFolder, terminal } from "./files.js";
import { check, checkToJson, LearnersNotebook } from "./learner.js";

const TIME = { timeout: 120_000 };
const ONE =
  "function oneInput(x: number, w: number, w0: number): number {\n  return w0 + w * x;\n}";
const STUB =
  'import { NotImplemented } from "gradus";\nfunction weightedSum(): number {\n  throw new NotImplemented("1.2 weighted sum");\n}';

describe("what is asked", () => {
  test.each<[args: readonly string[], words: RegExp]>([
    [
      ["perceptron/rellu"],
      /^There is no exercise "perceptron\/rellu"\. Did you mean "perceptron\/relu"/,
    ],
    [["nowhere.ipynb"], /^There is no notebook nowhere\.ipynb\.\n$/],
    [["package.json"], /^package\.json is no notebook: its name does not end in \.ipynb\.\n$/],
    [["src/cli"], /^There is no notebook in src.cli\.\n$/],
    [
      ["--wach"],
      /^gradus check has no option --wach: it takes --watch, --allow-open, --hidden, --json\.\n$/,
    ],
    [
      ["--watch", "--json", "x.json"],
      /^--watch does not end by itself; --json and --allow-open go without\.\n$/,
    ],
  ])("%j is refused with 2, before anything runs", async (args, words) => {
    let code = -1;
    const { out, err } = await terminal(async () => {
      code = await main(["check", ...args]);
    });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(words);
  });

  test(
    "complete ends with 0, open with 1 unless that is allowed, wrong always with 1",
    TIME,
    async () => {
      const folder = temporaryFolder();
      const complete = notebookFile(join(folder, "a.ipynb"), ONE);
      const open = notebookFile(join(folder, "b.ipynb"), STUB);
      notebookFile(join(folder, "c.ipynb"), ONE.replace("+", "-"));
      expect((await check(complete, open)).code).toBe(1);
      const allowed = await check("--allow-open", complete, open);
      expect(allowed.code).toBe(0);
      expect(allowed.out).toMatch(
        /^✓ 1\.1 .* 3 of 3 points\n· 1\.2 .* 0 of 4 points, not implemented yet\n/,
      );
      expect(allowed.out).toMatch(/\na +1 of 1 +0 +0 +0 +3 of 3\nb +0 of 1 +0 +1 +0 +0 of 4\n/);
      expect(allowed.out).toMatch(
        /\nVisible checks: 1 of 2 exercises complete, 1 not implemented yet; 3 of 7 points\. .*Isolation: local \(.*\)\.\n$/,
      );
      const all = await check("--allow-open", folder);
      expect(all.code).toBe(1);
      expect(all.out).toMatch(
        /Visible checks: 1 of 3 exercises complete, 1 wrong, 1 not implemented/,
      );
      expect(all.out).toContain("\n1.1 One input, one weight, one bias\n  failed           0/1");
    },
  );

  test("with --hidden the checks that are kept back run as well", TIME, async () => {
    const folder = temporaryFolder();
    const path = notebookFile(join(folder, "a.ipynb"), "const softmax = (x: number[]) => x;");
    const json = join(folder, "results.json");
    const shown = await checkToJson(json, path);
    const all = await checkToJson(json, "--hidden", path);
    const count = (results: typeof all.results): number =>
      results.get("perceptron/softmax")?.checks.length ?? 0;
    expect(count(all.results)).toBeGreaterThan(count(shown.results));
    expect(shown.out).toMatch(/more checks? runs? when the work is graded\./);
    expect(all.out).toMatch(
      /\nAll checks that are here: 0 of 14 exercises complete, 1 wrong, 13 missing;/,
    );
    expect(all.out).not.toMatch(/visible/i);
  });
});

describe("odd files", () => {
  test("each is named with its reason, and none is touched", TIME, async () => {
    const folder = temporaryFolder();
    const solved = new LearnersNotebook().text();
    const files: readonly (readonly [name: string, content: string | Buffer, words: RegExp])[] = [
      [
        "cut",
        solved.slice(0, solved.length / 2),
        /it is not JSON \(line \d+: .*\); the file seems to be cut short\./,
      ],
      [
        "png",
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
        /it is not a text file\./,
      ],
      ["empty", "", /the file is empty\./],
      ["list", "[]", /a notebook is a JSON object, and this is a list\./],
      [
        "old",
        '{"nbformat": 3, "worksheets": []}',
        /it is nbformat 3 and gradus reads nbformat 4; open it in JupyterLab and save it\./,
      ],
      ["sixteen", Buffer.from(solved, "utf16le"), /it is not a text file\./],
    ];
    for (const [name, content] of files) writeFileSync(join(folder, `${name}.ipynb`), content);
    mkdirSync(join(folder, "folder.ipynb"));
    const python = { name: "python3", display_name: "Python 3", language: "python" };
    const cells = [
      { cell_type: "code", metadata: {}, source: "def f(x):\n    return 2 * x", outputs: [] },
    ];
    const text = JSON.stringify({ nbformat: 4, metadata: { kernelspec: python }, cells });
    writeFileSync(join(folder, "python.ipynb"), text);
    notebookFile(join(folder, "good.ipynb"), markdown("# Mine"), ONE);
    const names = readdirSync(folder);
    const { code, out, err } = await check(folder);
    expect(code).toBe(1);
    for (const [name, content, words] of files) {
      const line = err.split("\n").find((one) => one.includes(`${name}.ipynb`));
      expect(line).toMatch(words);
      expect(line).toMatch(/The file was left as it is\.$/);
      expect(readFileSync(join(folder, `${name}.ipynb`)).equals(Buffer.from(content))).toBe(true);
    }
    expect(err).toMatch(/folder\.ipynb is a folder, not a notebook\.\n/);
    expect(err).toMatch(
      /^No exercise was found in \S+python\.ipynb: .* asks for\. python\.ipynb is set to the kernel Python 3, and the exercises are written in TypeScript/m,
    );
    expect(err.split("\n")).toHaveLength(files.length + 3);
    expect(out).toMatch(/^1\.1 [\s\S]*Visible checks: 1 of 1 exercise complete; 3 of 3 points\./);
    expect(readdirSync(folder)).toEqual(names);
  });

  test(
    "a notebook of the course that cannot be read leaves its exercises unchecked, and says so",
    TIME,
    async () => {
      const folder = temporaryFolder();
      const json = join(folder, "results.json");
      writeFileSync(join(folder, "01-perceptron.ipynb"), "{");
      const { code, out, results } = await checkToJson(json, join(folder, "01-perceptron.ipynb"));
      expect(code).toBe(1);
      expect(results.size).toBe(0);
      expect(out).toMatch(/\d+ exercises were not checked: their notebook could not be used\.\n/);
      expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
        totals: { exercises: 0, points: 0 },
        unread: [
          { message: expect.stringContaining("it is not JSON"), unchecked: expect.any(Number) },
        ],
      });
    },
  );

  test(
    "Windows line ends, a byte order mark and 50 MB of outputs change nothing",
    TIME,
    async () => {
      const path = join(temporaryFolder(), "mine.ipynb");
      const line = `${"x".repeat(99)}\n`;
      const image = { "image/png": "A".repeat(10_000_000) };
      const outputs = [
        { output_type: "stream", name: "stdout", text: new Array<string>(400_000).fill(line) },
        { output_type: "display_data", data: image, metadata: {} },
      ];
      notebookFile(path, {
        cell_type: "code",
        source: ONE.replaceAll("\n", "\r\n"),
        outputs,
        execution_count: 1,
      });
      writeFileSync(path, `\uFEFF${readFileSync(path, "utf8").replaceAll("\n", "\r\n")}`);
      const before = readFileSync(path);
      expect(before.length).toBeGreaterThan(49_000_000);
      const { code, out } = await check(path);
      expect(out).toMatch(/^1\.1 .*\n {2}passed/);
      expect(code).toBe(0);
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );
});
