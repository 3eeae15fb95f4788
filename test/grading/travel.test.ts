/** Grading: values reach the other process and come back bit by bit, whatever they are made of. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CheckStopped } from "../../src/grading/answers.js";
import { AnswerHost } from "../../src/grading/host.js";
import { Opaque } from "../../src/grading/opaque.js";

// Each host is a process of its own, and a busy machine starts it slowly.
vi.setConfig({ testTimeout: 30_000 });

let host: AnswerHost;
beforeAll(() => {
  const code = `
    function echo(x) { return x; }
    function make(source) { return new Function("return " + source)(); }
    function look(x, source) { return new Function("x", "return " + source)(x); }`;
  host = AnswerHost.start(code, ["echo", "make", "look"], { totalTimeout: 300_000 });
});
afterAll(() => {
  host.close();
});

const call = (name: string, ...args: unknown[]): unknown =>
  (host.answers[name] as (...args: unknown[]) => unknown)(...args);
const echo = (value: unknown): unknown => call("echo", value);
const make = (source: string): unknown => call("make", source);

/** The bytes of a number, since equality cannot tell −0 from 0. */
const bits = (x: number): string => Buffer.from(Float64Array.of(x).buffer).toString("hex");

describe("numbers", () => {
  test.each([
    ["NaN", Number.NaN],
    ["−0", -0],
    ["0", 0],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["−Infinity", Number.NEGATIVE_INFINITY],
    ["the smallest subnormal", Number.MIN_VALUE],
    ["a subnormal", -1.5e-310],
    ["the smallest normal", 2 ** -1022],
    ["the largest", Number.MAX_VALUE],
    ["the spacing at 1", 1 + Number.EPSILON],
    ["a sum that rounds", 0.1 + 0.2],
    ["a whole number beyond 2⁵³", 2 ** 63],
  ])("%s keeps its bits, alone, in lists and in records", (_name, x) => {
    expect(Object.is(echo(x), x)).toBe(true);
    expect(bits(echo(x) as number)).toBe(bits(x));
    const [[inList], { field }] = echo([[x], { field: x }]) as [[number], { field: number }];
    expect([inList, field].map(bits)).toEqual([bits(x), bits(x)]);
  });

  test("ten thousand numbers of any size keep their bits", () => {
    const bytes = new Uint8Array(8 * 10_000).map((_, i) => (i * 2_654_435_761) >>> 13);
    const numbers = [...new Float64Array(bytes.buffer)];
    expect((echo(numbers) as number[]).map(bits)).toEqual(numbers.map(bits));
  });
});

describe("typed arrays", () => {
  test.each([
    Float64Array.of(Number.NaN, -0, Number.MIN_VALUE, Number.NEGATIVE_INFINITY),
    Float32Array.of(0.1, -0, Number.NaN),
    Int32Array.of(-(2 ** 31), 7),
    Uint32Array.of(2 ** 32 - 1),
    Int16Array.of(-32_768),
    Uint16Array.of(65_535),
    Int8Array.of(-128),
    Uint8Array.of(255),
    Uint8ClampedArray.of(255),
    BigInt64Array.of(-(2n ** 63n)),
    BigUint64Array.of(2n ** 64n - 1n),
    new Float64Array(0),
  ])("%s", (array) => {
    const back = echo(array) as typeof array;
    expect(back.constructor).toBe(array.constructor);
    expect(Buffer.from(back.buffer)).toEqual(Buffer.from(array.buffer));
  });

  test("a part of a buffer is all that travels", () => {
    const part = new Float64Array(Float64Array.of(1, 2, 3, 4).buffer, 8, 2);
    expect(echo(part)).toEqual(Float64Array.of(2, 3));
    expect((echo(part) as Float64Array).buffer.byteLength).toBe(16);
  });
});

describe("lists and records", () => {
  test.each<[source: string, value: unknown]>([
    ["Object.freeze([1, 2])", [1, 2]],
    ["new (class Row extends Array {})(3).fill(0)", [0, 0, 0]],
    ["[1, , 3]", [1, undefined, 3]],
    ["Object.assign(Object.create(null), { w: [1], b: -0 })", { w: [1], b: -0 }],
    ["Object.freeze({ a: undefined })", { a: undefined }],
    ["({ $: 'function', handle: 0, name: 'load' })", { $: "function", handle: 0, name: "load" }],
    ["({ get z() { return 3; } })", { z: 3 }],
    ["({ [Symbol('hidden')]: 1, shown: 2 })", { shown: 2 }],
    ["new Proxy([1, 2], {})", [1, 2]],
    ["[[], [[]], {}]", [[], [[]], {}]],
    ["'\\ud800 a lone half, \\u2028, \\0'", "\ud800 a lone half, \u2028, \0"],
  ])("%s", (source, value) => {
    expect(make(source)).toStrictEqual(value);
  });

  test("a field named __proto__ is a field and no prototype", () => {
    const record = make(`JSON.parse('{"__proto__": {"kind": "pass"}}')`) as Record<string, unknown>;
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(Object.keys(record)).toEqual(["__proto__"]);
    expect(record["kind"]).toBeUndefined();
  });

  test("what it is there, the other process sees as well", () => {
    const there = "[x.length, Object.is(x[0], -0), x[1] === undefined, 1 in x]";
    expect(call("look", [-0, undefined], there)).toEqual([2, true, true, true]);
    const typed = Float32Array.of(1.5);
    expect(call("look", typed, "x instanceof Float32Array && x[0] === 1.5")).toBe(true);
  });
});

describe("what cannot travel is described", () => {
  test.each<[source: string, kind: Opaque["kind"], text: string]>([
    ["Symbol('x')", "symbol", "a symbol"],
    ["2n ** 70n", "bigint", "the bigint 1180591620717411303424n"],
    ["new Date(0)", "object", "a Date"],
    ["new Map([[1, 2]])", "object", "a Map"],
    ["/x/", "object", "a RegExp"],
    ["new Number(3)", "object", "a Number"],
    ["(function* () {})()", "object", "a Generator"],
    ["new (class {})()", "object", "an object without a class"],
    ["new DataView(new ArrayBuffer(8))", "object", "a DataView"],
    ["(async () => 3)()", "promise", "a promise"],
    ["({ then() {} })", "promise", "a promise"],
    ["new Array(2e5 + 1)", "too-large", "a value with too many parts"],
  ])("%s", (source, kind, text) => {
    expect(make(source)).toEqual(new Opaque(kind, text));
  });
});

describe("functions", () => {
  test("a returned function returns functions, and each computes there", () => {
    const line = make("(w) => (x) => [w * x, -0]") as (w: number) => (x: number) => number[];
    expect(line(3)(14)).toEqual([42, -0]);
    const { f, g } = make("({ f: (x) => x + 1, g: Math.tanh })") as Record<
      string,
      (x: number) => number
    >;
    expect([f!(1), g!(0.5)]).toEqual([2, Math.tanh(0.5)]);
  });

  test("a returned function that throws says so by the call, as an answer does", () => {
    const thrower = make("function late(x) { throw new RangeError('too late'); }") as (
      x: number,
    ) => unknown;
    expect(() => thrower(3)).toThrow(CheckStopped);
    expect(() => thrower(3)).toThrow("late(3) threw RangeError: too late.");
    const nameless = make("[(x) => { throw new Error('no'); }][0]") as (x: number) => unknown;
    expect(() => nameless(3)).toThrow("returnedFunction(3) threw Error: no.");
  });

  test("a returned function has a time limit of its own", () => {
    const slow = AnswerHost.start(
      "function maker() { return function loop(wait) { const end = Date.now() + wait; while (Date.now() < end); return 7; }; }",
      ["maker"],
      { timeout: 600 },
    );
    const loop = (slow.answers["maker"] as () => (wait: number) => number)();
    // Longer in all than one limit, each within it.
    expect([loop(350), loop(350), loop(1)]).toEqual([7, 7, 7]);
    expect(() => loop(60_000)).toThrow("Stopped after 0.6 s in loop(60000). Look for a loop");
    expect(() => loop(1)).toThrow("Not called, because the answer was stopped earlier.");
    slow.close();
  });

  test("an answer that calls what it was given without end is stopped", () => {
    const endless = AnswerHost.start("function ask(f) { for (;;) f(); }", ["ask"], {
      timeout: 300,
    });
    let calls = 0;
    expect(() => (endless.answers["ask"] as (f: () => number) => void)(() => ++calls)).toThrow(
      "Stopped after 0.3 s in ask(",
    );
    expect(calls).toBeGreaterThan(0);
    endless.close();
  });

  test("functions that call each other across the border without end end with an error", () => {
    const there = host.answers["look"] as (f: unknown, source: string) => unknown;
    const back = (): unknown => there(back, "x()");
    expect(() => back()).toThrow(/Maximum call stack|Stopped after/);
  });
});
