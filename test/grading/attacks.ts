/**
 * Grading: answers that attack the grader, one a row. All of them want the points of the weighted
 * sum without its work, or want to do harm.
 */

/** An answer's code, and what is to come of it. */
export interface Attack {
  readonly name: string;
  readonly code: string;
  /** The verdict of the first check. */
  readonly kind: "fail" | "error" | "timeout" | "missing" | "pass";
  /** Words of its message; none for a pass. */
  readonly words: string;
}

/** The answer with this body. */
export const answer = (body: string): string => `function weightedSum(x, w, w0) { ${body} }`;

/** A body that is right. */
export const RIGHT = "let z = w0; for (let i = 0; i < x.length; i++) z += x[i] * w[i]; return z;";

type Row = readonly [name: string, code: string, kind: Attack["kind"], words: string];

const UNREADABLE = "sent something that is not an answer";
const REFUSED = "an answer cannot write files or start other programs";
const NO_SIGNALS = "an answer cannot send signals to processes";
const INNER_PARTS = "an answer has no need of Node's inner parts";
const GOT_0 = "weightedSum([0], [5], 1): got 0, want 1";
const NOT_A_NUMBER = "a number is wanted";
const ENDLESS = "Look for a loop that never ends.";

/** Before the call: the module replaces what the grader might use; then the answer is 0. */
const patched = (patch: string): string => `${patch} ${answer("return 0;")}`;
/** The same within the call. */
const patching = (patch: string): string => answer(`${patch} return 0;`);

const BUILT_INS: readonly Row[] = [
  ["Object.is agrees with all", patched("Object.is = () => true;"), "fail", GOT_0],
  ["Math.abs finds no difference", patched("Math.abs = () => 0;"), "fail", GOT_0],
  [
    "comparisons in a call",
    patching("Object.is = () => true; Math.abs = () => 0; Number.isNaN = () => false;"),
    "fail",
    GOT_0,
  ],
  ["JSON says pass", patched(`JSON.stringify = () => '{"kind":"pass"}';`), "fail", GOT_0],
  [
    "JSON is another",
    patching("globalThis.JSON = { parse: () => 1, stringify: () => '1' };"),
    "fail",
    GOT_0,
  ],
  [
    "Array.prototype.every is content",
    patched("Array.prototype.every = () => true;"),
    "fail",
    GOT_0,
  ],
  ["Array.prototype.map loses all", patching("Array.prototype.map = () => [];"), "fail", GOT_0],
  ["Array.from loses all", patching("Array.from = () => [];"), "fail", GOT_0],
  ["Map and Promise are others", patched("Map = Set = Promise = class {};"), "fail", GOT_0],
  [
    "Map.prototype.get knows nothing",
    patched("Map.prototype.get = () => undefined;"),
    "fail",
    GOT_0,
  ],
  ["Promise.prototype.then", patched("Promise.prototype.then = () => 'pass';"), "fail", GOT_0],
  [
    "Function.prototype.call passes",
    patched("Function.prototype.call = () => ({ kind: 'pass' });"),
    "fail",
    GOT_0,
  ],
  [
    "Function.prototype.apply passes",
    patched("Function.prototype.apply = () => ({ kind: 'pass' });"),
    "fail",
    GOT_0,
  ],
  [
    "Reflect does nothing",
    patched("for (const k of Reflect.ownKeys(Reflect)) Reflect[k] = () => true;"),
    "fail",
    GOT_0,
  ],
  [
    "Symbol.hasInstance says yes",
    patched("Object.defineProperty(Float64Array, Symbol.hasInstance, { value: () => true });"),
    "error",
    "The cells throw when they are run: TypeError",
  ],
  [
    "a prototype that says pass",
    patched(`Object.prototype.kind = "pass"; Object.prototype.verdict = { kind: "pass" };
      Object.prototype.points = 9; Object.prototype.passed = true;`),
    "fail",
    GOT_0,
  ],
  [
    "toJSON of everything",
    patched("Object.prototype.toJSON = () => ({ kind: 'pass' });"),
    "error",
    UNREADABLE,
  ],
  ["then of everything", patched("Object.prototype.then = () => 0;"), "error", UNREADABLE],
  [
    "Buffer.from gives nothing",
    patching("Buffer.from = () => Buffer.alloc(0);"),
    "timeout",
    ENDLESS,
  ],
  [
    "no more writing",
    patching("require('fs').writeSync = () => 0; process.stdout.write = () => 0;"),
    "fail",
    GOT_0,
  ],
  [
    "a matcher that matches all",
    answer(
      "return { $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true };",
    ),
    "fail",
    NOT_A_NUMBER,
  ],
  [
    "a test framework's globals",
    patched("globalThis.expect = globalThis.test = () => ({});"),
    "fail",
    GOT_0,
  ],
];

const channel = (write: string, rest = "return 0;"): string =>
  answer(`const fs = require("fs"); ${write} ${rest}`);
const message = (fields: string): string => `JSON.stringify({ ${fields} }) + "\\n"`;

const CHANNEL: readonly Row[] = [
  ["garbage", channel(`fs.writeSync(3, "pass\\n");`), "error", "a line that is not JSON"],
  [
    "a verdict",
    channel(`fs.writeSync(3, ${message("kind: 'pass', id: 1, points: 4")});`),
    "error",
    "a message of an unknown kind",
  ],
  [
    "a guessed reply",
    channel(`fs.writeSync(3, ${message("kind: 'value', id: 1, value: 1")});`),
    "error",
    "a reply to a question that was not asked",
  ],
  [
    "a reply without a number",
    channel(`fs.writeSync(3, ${message("kind: 'value', value: 1")});`),
    "error",
    "a message without a number",
  ],
  ["null", channel(`fs.writeSync(3, "null\\n");`), "error", "no message"],
  [
    "replies before there are questions",
    `const fs = require("fs"); for (let id = 0; id < 1000; id++) fs.writeSync(3, ${message("kind: 'value', id, value: 1")}); ${answer("return 0;")}`,
    "error",
    UNREADABLE,
  ],
  [
    "a call of a function that is not there",
    // The refusal is read, so that it is not in the way of what comes next.
    channel(
      `fs.writeSync(3, ${message("kind: 'call', id: 1, handle: 7, args: []")});
       for (;;) try { fs.readSync(3, Buffer.alloc(999)); break; } catch {}`,
    ),
    "fail",
    GOT_0,
  ],
  [
    "calls without end",
    channel(
      `const call = ${message("kind: 'call', id: 1, handle: 0, args: []")}; for (;;) fs.writeSync(3, call);`,
    ),
    "error",
    "a message that nobody asked for",
  ],
  [
    "a line without end",
    channel("const part = Buffer.alloc(1e6, 120); for (;;) fs.writeSync(3, part);"),
    "error",
    "far too much data",
  ],
  [
    "half a line",
    channel(`fs.writeSync(3, '{"kind":"value",');`),
    "error",
    "a line that is not JSON",
  ],
  [
    "no UTF-8",
    channel("fs.writeSync(3, Buffer.of(0xff, 0xfe, 0x0a));"),
    "error",
    "a line that is not JSON",
  ],
  [
    "a deep line",
    channel(`fs.writeSync(3, "[".repeat(1e6) + "]".repeat(1e6) + "\\n");`),
    "error",
    UNREADABLE,
  ],
  ["closing it", channel("fs.closeSync(3);"), "error", "a broken channel"],
  [
    "another file in its place",
    channel("fs.closeSync(3); fs.openSync('/dev/null');"),
    "error",
    "a broken channel",
  ],
  [
    "reading the next question away",
    channel("fs.readSync(3, Buffer.alloc(9));"),
    "timeout",
    ENDLESS,
  ],
  [
    "a reply with the number of the question, read on its way in",
    `const fs = require("fs"); const slice = String.prototype.slice; let id = 0;
      String.prototype.slice = function (...a) {
        const found = /"id":(\\d+)/.exec(this); if (found) id = Number(found[1]);
        return slice.apply(this, a);
      };
      ${answer(`fs.writeSync(3, ${message("kind: 'pass', id, points: 4")}); return 0;`)}`,
    "error",
    "a message of an unknown kind",
  ],
  [
    "a forged tensor with less data than its shape says",
    `const fs = require("fs"); const slice = String.prototype.slice; let id = 0;
      String.prototype.slice = function (...a) {
        const found = /"id":(\\d+)/.exec(this); if (found) id = Number(found[1]);
        return slice.apply(this, a);
      };
      ${answer(`const value = { $: "record", entries: [["shape", []], ["data", { $: "typed", type: "Float64Array", data: "" }]] };
        fs.writeSync(3, ${message("kind: 'value', id, value")}); return 0;`)}`,
    "fail",
    NOT_A_NUMBER,
  ],
];

const PROCESSES: readonly Row[] = [
  [
    "exit in a call",
    answer("process.exit(0);"),
    "error",
    "ended its own process in weightedSum([0], [5], 1) (exit code 0)",
  ],
  [
    "exit at load",
    "process.exit(0);",
    "error",
    "ended its own process while the cells were being run",
  ],
  ["reallyExit", answer("process.reallyExit(0);"), "error", "(exit code 0)"],
  ["the exit code of a broken channel", answer("process.exit(70);"), "error", "a broken channel"],
  ["abort", answer("process.abort();"), "error", "signal SIGABRT"],
  [
    "a listener that keeps it from ending",
    `process.on("exit", () => { for (;;); }); ${answer("process.exit(0);")}`,
    "timeout",
    ENDLESS,
  ],
  ["killing itself", answer("process.kill(process.pid, 'SIGKILL');"), "error", NO_SIGNALS],
  ["killing the grader", answer("process.kill(process.ppid, 'SIGKILL');"), "error", NO_SIGNALS],
  ["killing it by another name", answer("process._kill(process.ppid, 9);"), "error", NO_SIGNALS],
  [
    "waking the grader's debugger",
    answer("process._debugProcess(process.ppid);"),
    "error",
    NO_SIGNALS,
  ],
  [
    "a shell",
    answer("require('child_process').execSync('kill -9 ' + process.ppid);"),
    "error",
    REFUSED,
  ],
  [
    "a grandchild that keeps the pipes open",
    answer(
      "require('child_process').spawn('sleep', ['60'], { stdio: 'inherit', detached: true });",
    ),
    "error",
    REFUSED,
  ],
  [
    "a thread",
    answer("new (require('worker_threads').Worker)('for (;;);', { eval: true });"),
    "error",
    REFUSED,
  ],
  ["a debugger", answer("require('inspector').open(0);"), "error", REFUSED],
  ["internal bindings", answer("process.binding('process_methods');"), "error", INNER_PARTS],
  [
    "a trace log, past require",
    answer(
      "process.getBuiltinModule('trace_events').createTracing({ categories: ['v8'] }).enable();",
    ),
    "error",
    INNER_PARTS,
  ],
  [
    "a trace log",
    answer("require('node:trace_events').createTracing({ categories: ['v8'] }).enable();"),
    "error",
    "an answer cannot use node:trace_events",
  ],
  [
    "a socket, which is a file",
    answer("require('net').createServer().listen('gradus-attack.socket');"),
    "error",
    "an answer cannot use net",
  ],
  [
    "the priority of the grader",
    answer("require('os').setPriority(process.ppid, 19);"),
    "error",
    "an answer cannot change the priority of processes",
  ],
  [
    "a loader of its own",
    answer("require('module').createRequire('/')('/etc/hosts');"),
    "error",
    "an answer cannot use module",
  ],
  [
    "a closed door opened by new built-ins",
    `Set.prototype.has = () => false; RegExp.prototype.exec = () => null; ${answer("require('net');")}`,
    "error",
    "an answer cannot use net",
  ],
  [
    "writing a file",
    answer("require('fs').writeFileSync('gradus-attack.txt', 'pass');"),
    "error",
    REFUSED,
  ],
  [
    "writing into the grader's memory",
    answer("require('fs').openSync('/proc/' + process.ppid + '/mem', 'r+');"),
    "error",
    REFUSED,
  ],
  [
    "permission to itself",
    answer(
      "process.permission.has = () => true; require('fs').writeFileSync('gradus-attack.txt', 'pass');",
    ),
    "error",
    REFUSED,
  ],
  [
    "ten thousand timers",
    `for (let i = 0; i < 10000; i++) setInterval(() => process.exit(), 0); ${answer(RIGHT)}`,
    "pass",
    "",
  ],
  [
    "listeners for everything",
    `for (const e of ["SIGTERM", "uncaughtException", "beforeExit"]) process.on(e, () => {}); ${answer(RIGHT)}`,
    "pass",
    "",
  ],
];

const RESOURCES: readonly Row[] = [
  ["a heap", answer("const a = []; for (;;) a.push([1, 2, 3]);"), "error", "too much memory"],
  [
    "typed arrays",
    answer("const a = []; for (;;) a.push(new Float64Array(1e6).fill(1));"),
    "error",
    "too much memory",
  ],
  [
    "strings",
    answer(
      "const a = []; for (;;) a.push(Math.random().toString().repeat(1e5).split('').join('_'));",
    ),
    "error",
    "too much memory",
  ],
  [
    "memory outside the heap",
    answer(
      "const m = new WebAssembly.Memory({ initial: 1 }); for (;;) { m.grow(1000); new Uint8Array(m.buffer).fill(1); }",
    ),
    "error",
    "too much memory",
  ],
  ["a loop in a call", answer("for (;;) {}"), "timeout", `in weightedSum([0], [5], 1). ${ENDLESS}`],
  ["a loop at load", "for (;;) {}", "timeout", `while the cells were being run. ${ENDLESS}`],
  [
    "a loop in a getter of the result",
    answer("return { get z() { for (;;); } };"),
    "timeout",
    ENDLESS,
  ],
  [
    "a loop in toJSON of the result",
    answer("return { toJSON() { for (;;); } };"),
    "fail",
    NOT_A_NUMBER,
  ],
  [
    "a loop in a trap of a proxy",
    answer("return new Proxy({}, { ownKeys() { for (;;); } });"),
    "timeout",
    ENDLESS,
  ],
  [
    "a loop in the result's iterator",
    answer("const a = [1]; a[Symbol.iterator] = function* () { for (;;) yield 1; }; return a;"),
    "fail",
    "a value with too many parts",
  ],
  [
    "a loop in the message of an error",
    answer("throw { get message() { for (;;); } };"),
    "timeout",
    ENDLESS,
  ],
  [
    "a loop in the stack of an error",
    answer(
      "const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { for (;;); } }); throw e;",
    ),
    "timeout",
    ENDLESS,
  ],
  [
    "an error whose message throws",
    answer("throw { get message() { throw 1; } };"),
    "error",
    "threw Error: an error that cannot be read",
  ],
  [
    "a cell that throws an error like that",
    "throw { get message() { throw 1; } };",
    "error",
    "Error: an error that cannot be read",
  ],
  ["printing without end", answer("for (;;) console.log('pass');"), "timeout", ENDLESS],
  [
    "printing without end, past the console",
    answer("for (;;) try { require('fs').writeSync(1, 'pass'); } catch {}"),
    "timeout",
    ENDLESS,
  ],
  [
    "no output to print to",
    answer(`try { require('fs').closeSync(1); } catch {} console.log('x'); ${RIGHT}`),
    "pass",
    "",
  ],
];

const VALUES: readonly Row[] = [
  [
    "a list that claims a billion entries",
    answer("return new Array(1e9);"),
    "fail",
    "a value with too many parts",
  ],
  [
    "a proxy of a list without end",
    answer("return new Proxy([], { get: (t, k) => (k === 'length' ? 2 ** 32 - 1 : 0) });"),
    "fail",
    "a value with too many parts",
  ],
  [
    "a million numbers",
    answer("return new Array(1e6).fill(1);"),
    "fail",
    "a value with too many parts",
  ],
  ["a long text", answer("return 'x'.repeat(1e7);"), "error", "far too much data"],
  ["a ring", answer("const ring = []; ring.push(ring); return ring;"), "fail", NOT_A_NUMBER],
  ["a ring of records", answer("const a = {}; a.a = a; return a;"), "fail", NOT_A_NUMBER],
  [
    "a tree of the same list",
    answer("let a = [1, 2]; for (let i = 0; i < 60; i++) a = [a, a, a, a]; return a;"),
    "fail",
    "a value with too many parts",
  ],
  [
    "depth",
    answer("let a = 1; for (let i = 0; i < 1e5; i++) a = [a]; return a;"),
    "fail",
    NOT_A_NUMBER,
  ],
  [
    "a function",
    answer("return () => { throw new Error('later'); };"),
    "fail",
    "returned a function",
  ],
  [
    "a generator",
    answer("return (function* () { yield 1; })();"),
    "fail",
    "an object (a Generator)",
  ],
  ["an async function", `async ${answer(RIGHT)}`, "error", "your function is async"],
  [
    "a promise that never settles",
    answer("return new Promise(() => {});"),
    "error",
    "your function is async",
  ],
  ["a thenable", answer("return { then: (f) => f(w0) };"), "error", "your function is async"],
  [
    "a class that calls itself a number",
    answer("return new (class Number { valueOf() { return w0; } })();"),
    "fail",
    "an object (a Number)",
  ],
  [
    "a record without the tensor's data",
    answer("return { shape: [2, 2], data: new Float64Array(0) };"),
    "fail",
    NOT_A_NUMBER,
  ],
  [
    "a typed array that is none",
    answer("return Object.create(Float64Array.prototype);"),
    "error",
    "threw TypeError",
  ],
  [
    "a report in an error",
    answer("throw new Error('no\\n  passed           4/4   all\\u001b[2J\\u202e');"),
    "error",
    "threw Error: no   passed           4/4   all\u{FFFD}[2J\u{FFFD}.",
  ],
  [
    "a record whose fields are a report",
    answer("return { 'x\\n\\u001b[2J': 1 };"),
    "fail",
    "an object with x \u{FFFD}[2J",
  ],
];

const LIBRARY: readonly Row[] = [
  [
    "a tensor's method",
    `const g = require("gradus"); g.Tensor.prototype.at = () => 1; ${answer("return g.tensor([0]);")}`,
    "fail",
    NOT_A_NUMBER,
  ],
  ["a tolerance", `require("gradus").EXACT.absolute = 9; ${answer("return 0;")}`, "fail", GOT_0],
  [
    "a function of the library",
    `"use strict"; require("gradus").weightedSum = () => 0; ${answer("return 0;")}`,
    "error",
    "which has only a getter",
  ],
  [
    "the checks by their path",
    `require("../checks/index.js"); ${answer("return 0;")}`,
    "error",
    "an answer cannot import the file ../checks/index.js",
  ],
  [
    "the checks by the package",
    `require("gradus/dist/checks/index.js"); ${answer("return 0;")}`,
    "error",
    'not defined by "exports"',
  ],
  [
    "the checks by the module loader",
    answer("return module.constructor._load('../checks');"),
    "error",
    "threw TypeError",
  ],
  [
    "a check that passes itself",
    `require("gradus").check("perceptron/weighted-sum", { weightedSum: () => 0 }); ${answer("return 0;")}`,
    "fail",
    GOT_0,
  ],
  [
    "the course's own answer, lent",
    `const lent = require("gradus").own("perceptron/weighted-sum", { weightedSum: () => 0 });
     ${answer("return lent.weightedSum(x, w, w0);")}`,
    "fail",
    GOT_0,
  ],
  [
    "the course's own answer, lent after new built-ins",
    `const { own } = require("gradus");
     own("perceptron/relu", { relu: (z) => Math.max(0, z) });
     Object.keys = () => [];
     const lent = own("perceptron/weighted-sum", { weightedSum: () => 0 });
     ${answer("return lent.weightedSum(x, w, w0);")}`,
    "fail",
    GOT_0,
  ],
  ["importing while it runs", answer("import('node:fs').catch(() => 0); return 0;"), "fail", GOT_0],
];

const asAttacks = (rows: readonly Row[]): readonly Attack[] =>
  rows.map(([name, code, kind, words]) => ({ name, code, kind, words }));

/** All attacks, by what they aim at. */
export const ATTACKS: readonly (readonly [aim: string, attacks: readonly Attack[]])[] = [
  ["built-in objects", asAttacks(BUILT_INS)],
  ["the channel", asAttacks(CHANNEL)],
  ["processes and files", asAttacks(PROCESSES)],
  ["time and memory", asAttacks(RESOURCES)],
  ["values", asAttacks(VALUES)],
  ["the library and the checks", asAttacks(LIBRARY)],
];
