/** Grading: the host process, in peace and under attack. Its own files run from the built copy. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import { CheckStopped } from "../../src/grading/answers.js";
import { AnswerHost, type HostOptions } from "../../src/grading/host.js";
import { Opaque } from "../../src/grading/opaque.js";
import { runCode } from "../../src/grading/run-code.js";
import type { Verdict } from "../../src/grading/verdict.js";

// Each host is a process of its own, and a busy machine starts it slowly.
vi.setConfig({ testTimeout: 30_000 });

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

const open: AnswerHost[] = [];
afterEach(() => {
  for (const host of open.splice(0)) host.close();
});

function functionsOf(code: string, names: string[], options: HostOptions = {}): Functions {
  const host = AnswerHost.start(code, names, { timeout: 1000, ...options });
  open.push(host);
  return host.answers as Functions;
}

describe("values that travel", () => {
  test("NaN, infinities, −0, undefined, lists, records and typed arrays come back as they went", () => {
    const { echo } = functionsOf("function echo(x) { return x; }", ["echo"]);
    const values = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -0,
      0.1 + 0.2,
      undefined,
      null,
      true,
      "z ≥ 0, ŷ",
      [1, [2, undefined], Number.NaN],
      { normal: [1, 0], offset: -0 },
      Float64Array.of(1, Number.NaN, -0),
      Float32Array.of(0.1),
      Uint8Array.of(255),
    ];
    for (const value of values) expect(echo!(value)).toStrictEqual(value);
  });

  test("a tensor of the library arrives as one, and comes back with shape and data", () => {
    const { isTensor, make } = functionsOf(
      `const gradus_1 = require("gradus");
       function make() { return gradus_1.tensor([[1, 2], [3, 4]]); }
       function isTensor(x) { return x instanceof gradus_1.Tensor && x.at(1, 0); }`,
      ["make", "isTensor"],
    );
    const made = make!();
    expect(made).toEqual({ shape: [2, 2], data: Float64Array.of(1, 2, 3, 4) });
    expect(isTensor!(made)).toBe(3);
  });

  test("functions travel both ways and can be called from the other side", () => {
    const { twice, maker } = functionsOf(
      `function twice(g, z) { return g(g(z)); }
       function maker(w) { return (x) => w * x; }`,
      ["twice", "maker"],
    );
    expect(twice!((z: number) => z + 10, 1)).toBe(21);
    const line = maker!(3) as (x: number) => number;
    expect(line(14)).toBe(42);
    expect(twice!(line, 2)).toBe(18);
  });

  test("an error in a function that was handed over comes back through both sides", () => {
    const { call } = functionsOf("function call(g) { return g(1); }", ["call"]);
    const refuse = (): never => {
      throw new RangeError("not today");
    };
    expect(() => call!(refuse)).toThrow("not today");
  });

  test("what cannot travel is described", () => {
    const { make } = functionsOf(
      `function make(what) {
         if (what === "promise") return Promise.reject(new Error("no"));
         if (what === "bigint") return 7n;
         if (what === "class") return new (class Network {})();
         const ring = []; ring.push(ring); return ring;
       }`,
      ["make"],
    );
    expect(make!("promise")).toEqual(new Opaque("promise", "a promise"));
    expect(make!("bigint")).toEqual(new Opaque("bigint", "the bigint 7n"));
    expect(make!("class")).toEqual(new Opaque("object", "a Network"));
    expect(JSON.stringify(make!("ring"))).toContain("nested too deep");
  });

  test("check and show do nothing there, and names that are no functions arrive as data", () => {
    const { answers } = AnswerHost.start(
      `const gradus_1 = require("gradus");
       gradus_1.check("perceptron/relu", {}); gradus_1.show({});
       const k = 3;`,
      ["k", "absent"],
    );
    expect(answers).toEqual({ k: 3, absent: undefined });
  });
});

const RIGHT = `
  let z = w0;
  for (let i = 0; i < x.length; i++) z += x[i] * w[i];
  return z;`;

/** The weighted sum, written by someone who wants the points without the work. */
const WRONG = "return 0;";

function verdicts(code: string, options: HostOptions = {}): readonly Verdict[] {
  const { result } = runCode(
    weightedSumExercise,
    { code, absent: {} },
    { timeout: 1000, ...options },
  );
  if (result.checks.every(({ verdict }) => verdict.kind !== "pass")) expect(result.points).toBe(0);
  return result.checks.map(({ verdict }) => verdict);
}

const answer = (body: string): string => `function weightedSum(x, w, w0) { ${body} }`;

describe("attacks score nothing and get a clear verdict", () => {
  test.each<[name: string, code: string, kind: string, words: string]>([
    [
      "process.exit in a call",
      answer("process.exit(0)"),
      "error",
      "ended its own process in weightedSum([0], [5], 1) (exit code 0)",
    ],
    [
      "process.exit at load",
      "process.exit(0);",
      "error",
      "ended its own process while the cells were being run",
    ],
    ["process.reallyExit", answer("process.reallyExit(0)"), "error", "(exit code 0)"],
    ["abort", answer("process.abort()"), "error", "signal SIGABRT"],
    [
      "killing a process",
      answer("process.kill(process.pid, 'SIGKILL')"),
      "error",
      "threw Error: an answer cannot send signals to processes.",
    ],
    [
      "a throw at load",
      "throw new TypeError('bad cell');",
      "error",
      "The cells throw when they are run: TypeError: bad cell",
    ],
    ["code that does not parse", "function (", "error", "SyntaxError"],
    [
      "an endless loop in a call",
      answer("for (;;) {}"),
      "timeout",
      "Stopped after 1 s in weightedSum([0], [5], 1). Look for a loop that never ends.",
    ],
    [
      "an endless loop at load",
      "for (;;) {}",
      "timeout",
      "Stopped after 1 s while the cells were being run",
    ],
    [
      "a heap bomb",
      answer("const a = []; for (;;) a.push([1, 2, 3]);"),
      "error",
      "too much memory",
    ],
    [
      "a bomb of typed arrays",
      answer("const a = []; for (;;) a.push(new Float64Array(1e6).fill(1));"),
      "error",
      "too much memory",
    ],
    [
      "garbage on the channel",
      answer("require('fs').writeSync(3, 'zzz\\n'); return 1;"),
      "error",
      "something that is not an answer",
    ],
    [
      "a forged reply",
      answer(
        "require('fs').writeSync(3, JSON.stringify({ kind: 'value', id: 1, value: 1 }) + '\\n');",
      ),
      "error",
      "a reply to a question that was not asked",
    ],
    [
      "a flood on the channel",
      answer("const b = Buffer.alloc(1e6, 120); for (;;) require('fs').writeSync(3, b);"),
      "error",
      "far too much data",
    ],
    ["a huge value", answer("return 'x'.repeat(1e7);"), "error", "far too much data"],
    ["closing the channel", answer("require('fs').closeSync(3); return 1;"), "error", ""],
  ])("%s", (_name, code, kind, words) => {
    const [first, ...others] = verdicts(code, {
      memoryLimit: 64,
      timeout: kind === "timeout" ? 1000 : 10_000,
    });
    expect(first).toHaveProperty("kind", kind);
    expect(first).toHaveProperty("message", expect.stringContaining(words));
    for (const other of others) {
      expect(other.kind).toBe(kind);
      expect(other).toHaveProperty("message", expect.stringContaining(words));
    }
  });

  test("replaced built-ins fool nobody but the code that replaced them", () => {
    const code = `Object.is = () => true; Math.abs = () => 0; Number.isNaN = () => false;
      Array.prototype.every = () => true; Array.prototype.some = () => false;
      Array.prototype.map = () => []; JSON.stringify = () => "1"; JSON.parse = () => ({});
      globalThis.expect = () => ({}); ${answer(WRONG)}`;
    expect(verdicts(code).every(({ kind }) => kind !== "pass")).toBe(true);
    expect(Object.is(1, 2)).toBe(false);
    expect(JSON.stringify({ a: 1 })).toBe('{"a":1}');
  });

  test("asymmetric matchers, getters and proxies are only data", () => {
    const bodies = [
      "return { $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true };",
      "return { valueOf: () => 1, toString: () => '1' };",
      "return { get z() { throw new Error('peeked'); } };",
      "return new Proxy({}, { get: () => 1, has: () => true });",
      "return { then: 1, __proto__: { admin: true } };",
    ];
    for (const body of bodies) {
      expect(verdicts(answer(body)).every(({ kind }) => kind !== "pass")).toBe(true);
    }
  });

  test("reading the checks' own files wins nothing: the verdict is made elsewhere", () => {
    const code = `const { readFileSync } = require("node:fs");
      const text = readFileSync(${JSON.stringify(new URL("../../src/checks/perceptron/weighted-sum.ts", import.meta.url).pathname)}, "utf8");
      ${answer("return text.length;")}`;
    expect(verdicts(code).every(({ kind }) => kind === "fail")).toBe(true);
  });
});

describe("what is no attack", () => {
  test("200,000 printed lines cost no points, and only their beginning is kept", () => {
    const code = `${answer(RIGHT)}
      for (let i = 0; i < 200000; i++) console.log("line " + i);`;
    const options = { timeout: 30_000 };
    const { result, printed } = runCode(weightedSumExercise, { code, absent: {} }, options);
    expect(result.points).toBe(4);
    expect(printed.text.slice(0, 14)).toBe("line 0\nline 1\n");
    expect(printed.text).toHaveLength(65_536);
    expect(printed.length).toBe(65_537);
  });

  test("a slow answer is stopped when its calls together take too long", () => {
    const code = answer(`const end = Date.now() + 300; while (Date.now() < end); ${RIGHT}`);
    const all = verdicts(code, { timeout: 1000, totalTimeout: 1500 });
    expect(all[0]!.kind).toBe("pass");
    expect(all[3]).toHaveProperty("message", expect.stringContaining("Stopped after 1.5 s"));
  });

  test("a host that died leaves the next exercise alone", () => {
    expect(verdicts("process.exit(0);").every(({ kind }) => kind === "error")).toBe(true);
    expect(verdicts(answer(RIGHT)).every(({ kind }) => kind === "pass")).toBe(true);
  });

  test("after closing, a call says so", () => {
    const host = AnswerHost.start("function f() { return 1; }", ["f"]);
    const { f } = host.answers as Functions;
    expect(f!()).toBe(1);
    host.close();
    expect(() => f!()).toThrow(CheckStopped);
    expect(() => f!()).toThrow("The host process was closed.");
  });
});
