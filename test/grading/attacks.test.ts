/**
 * Grading: the attack lab. Whatever an answer does, it wins no point that its results do not earn,
 * its exercise gets a clear verdict, and neither the grader nor another exercise notices.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import { AnswerHost } from "../../src/grading/host.js";
import { textReport } from "../../src/grading/report.js";
import { runCode } from "../../src/grading/run-code.js";
import { verdictText } from "../../src/grading/verdict.js";
import { ATTACKS, type Attack, answer, RIGHT } from "./attacks.js";

// Each host is a process of its own, and a busy machine starts it slowly.
vi.setConfig({ testTimeout: 60_000 });

/** Long enough for what ends by itself, short where the limit is what ends it. */
const limitOf = ({ kind }: Attack): number => (kind === "timeout" ? 400 : 20_000);

/** What the grader could lose: the functions of the built-in objects, by their names. */
function builtIns(): ReadonlyMap<string, unknown> {
  const objects = { Object, Array, Number, Math, JSON, Reflect, Map, Set, Promise, Buffer };
  const classes = { Object, Array, Number, Function, Map, Promise, String, RegExp, Float64Array };
  const owners: (readonly [string, object])[] = [
    ...Object.entries(objects),
    ...Object.entries(classes).map(
      ([name, { prototype }]) => [`${name}.prototype`, prototype] as const,
    ),
  ];
  return new Map(
    owners.flatMap(([owner, object]) =>
      Reflect.ownKeys(object).map((key) => {
        const { value, get } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
        return [`${owner}.${String(key)}`, value ?? get];
      }),
    ),
  );
}

/** Names whose function is another one now, or is new. */
function changes(before: ReadonlyMap<string, unknown>): string[] {
  return [...builtIns()]
    .filter(([name, one]) => !Object.is(before.get(name), one))
    .map(([name]) => name);
}

describe("a host in peace beside all attacks", () => {
  let peaceful: AnswerHost;
  const before = builtIns();
  beforeAll(() => {
    peaceful = AnswerHost.start("let n = 0; function next() { return ++n; }", ["next"], {
      totalTimeout: 600_000,
    });
  });
  afterAll(() => {
    peaceful.close();
  });
  let count = 0;

  describe.each(ATTACKS)("an attack on %s", (_aim, attacks) => {
    test.each(attacks)("$name", (attack) => {
      const { result } = runCode(
        weightedSumExercise,
        { code: attack.code, absent: {} },
        { timeout: limitOf(attack), memoryLimit: 64, withHidden: true, withPictures: true },
      );
      const [first] = result.checks;
      expect(verdictText(first!.verdict)).toContain(attack.words);
      expect(first!.verdict.kind).toBe(attack.kind);
      const isRight = attack.kind === "pass";
      expect(result.points).toBe(isRight ? result.possible : 0);
      expect(result.checks.map(({ check }) => check)).toEqual(
        weightedSumExercise.checks.map(({ name }) => name),
      );
      for (const { verdict } of result.checks) {
        expect(verdictText(verdict)).not.toContain("internal");
        expect(verdictText(verdict).length).toBeLessThan(1500);
        expect(verdictText(verdict)).not.toContain("\n");
      }
      // As many lines as ever: two for the frame, and for each check at most its row and two notes.
      const lines = textReport(result).split("\n").length;
      expect(lines).toBeLessThanOrEqual(2 + 3 * result.checks.length);
      // The other process went on, and the grader is what it was.
      expect((peaceful.answers["next"] as () => number)()).toBe(++count);
      expect(changes(before)).toEqual([]);
    });
  });

  test("no attack left a file", () => {
    expect(existsSync("gradus-attack.txt")).toBe(false);
  });

  test("after all of them a right answer passes", () => {
    const source = { code: answer(RIGHT), absent: {} };
    const { points, possible } = runCode(weightedSumExercise, source, { withHidden: true }).result;
    expect(points).toBe(possible);
  });
});

/** Runs the checks in the process of the answer, as a careless grader would, and returns the points. */
function naivePoints(code: string): number {
  const built = (path: string): string =>
    fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
  const program = `
    import { runChecks } from ${JSON.stringify(built("grading/run-checks.js"))};
    import { weightedSumExercise } from ${JSON.stringify(built("checks/perceptron/weighted-sum.js"))};
    const weightedSum = new Function(${JSON.stringify(`${code}\nreturn weightedSum;`)})();
    process.stdout.write(String(runChecks(weightedSumExercise, { weightedSum }).points));`;
  return Number(
    execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      encoding: "utf8",
    }),
  );
}

describe("the same code where the verdict is made beside it", () => {
  test("wins points there and none in a host", () => {
    const code = "Math.abs = () => 0; let n = 0; function weightedSum() { return ++n; }";
    expect(naivePoints(code)).toBeGreaterThan(0);
    const { result } = runCode(weightedSumExercise, { code, absent: {} }, { withHidden: true });
    expect(result.points).toBe(0);
  });

  test("and a right answer wins the same in both", () => {
    expect(naivePoints(answer(RIGHT))).toBe(4);
  });
});
