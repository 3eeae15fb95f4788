import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { findHeaders, findNodeGyp } from "../../src/reference/install/addon.js";
import {
  isLinked,
  linkFromCache,
  readStamp,
  unlink,
  writeStamp,
} from "../../src/reference/install/link.js";
import { addonIn, findPlaces } from "../../src/reference/install/places.js";
import { complaintIn, runWithin } from "../../src/reference/install/run-within.js";
import { assertWheelExists } from "../../src/reference/install/wheel.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gradus-install-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a program under a time limit", () => {
  test("comes back with its output and how it ended", async () => {
    expect(await runWithin("sh", ["-c", "echo said"], { seconds: 10 })).toEqual({
      ended: "done",
      output: "said",
    });
    const failed = await runWithin("sh", ["-c", "echo why >&2; exit 3"], { seconds: 10 });
    expect(failed).toEqual({ ended: "failed", output: "why" });
  });

  test("that does not exist is not an exception", async () => {
    const { ended } = await runWithin(join(folder, "nothing"), [], { seconds: 10 });
    expect(ended).toBe("not-started");
  });

  test("is stopped with the children that it started", async () => {
    const pidFile = join(folder, "pid");
    const script = `sleep 60 & echo $! > ${pidFile}; wait`;
    const start = performance.now();
    const { ended } = await runWithin("sh", ["-c", script], { seconds: 0.5 });
    expect(ended).toBe("timeout");
    expect(performance.now() - start).toBeLessThan(50_000);
    expect(isRunning(Number(readFileSync(pidFile, "utf8")))).toBe(false);
  });

  test("that holds out against the first signal is stopped by the second", async () => {
    const { ended } = await runWithin("sh", ["-c", "trap '' TERM; while :; do sleep 0.1; done"], {
      seconds: 0.3,
    });
    expect(ended).toBe("timeout");
  });

  test("leaves the lines that name the error, not the last ones", () => {
    const output = ["start", "fatal error: napi.h not found", "cwd /x", "not ok"].join("\n");
    expect(complaintIn(output)).toBe("fatal error: napi.h not found");
    expect(complaintIn("one\ntwo\nthree", 2)).toBe("two\nthree");
  });
});

describe("the kept build", () => {
  let cache: string;
  let packageFolder: string;

  beforeEach(() => {
    cache = join(folder, "cache");
    packageFolder = join(folder, "tfjs-node");
    mkdirSync(join(cache, "lib"), { recursive: true });
    mkdirSync(packageFolder);
    writeFileSync(join(cache, "lib", "libtensorflow_cc.so.2"), "library");
    writeFileSync(join(cache, "tfjs_binding.node"), "addon");
  });

  test("is put back into a package that npm has just laid out anew", () => {
    linkFromCache(cache, packageFolder);
    const library = join(packageFolder, "deps", "lib", "libtensorflow_cc.so.2");
    expect(readFileSync(addonIn(packageFolder), "utf8")).toBe("addon");
    expect(realpathSync(library)).toBe(realpathSync(join(cache, "lib", "libtensorflow_cc.so.2")));
  });

  test("counts as linked only with its stamp, its addon and its libraries", () => {
    linkFromCache(cache, packageFolder);
    expect(isLinked(packageFolder)).toBe(false);
    writeStamp(packageFolder, { from: "a test", tensorflow: "2.21.0" });
    expect(isLinked(packageFolder)).toBe(true);
    rmSync(cache, { recursive: true });
    expect(isLinked(packageFolder)).toBe(false);
  });

  test("replaces a link that leads nowhere", () => {
    linkFromCache(join(folder, "cache"), packageFolder);
    rmSync(join(packageFolder, "deps"), { recursive: true });
    linkFromCache(cache, packageFolder);
    linkFromCache(cache, packageFolder);
    expect(existsSync(join(packageFolder, "deps", "lib", "libtensorflow_cc.so.2"))).toBe(true);
  });

  test("can be taken out again, the cache itself untouched", () => {
    linkFromCache(cache, packageFolder);
    writeStamp(packageFolder, { from: "a test", tensorflow: null });
    unlink(packageFolder);
    expect(existsSync(join(packageFolder, "deps"))).toBe(false);
    expect(readStamp(packageFolder)).toBeNull();
    expect(existsSync(join(cache, "lib", "libtensorflow_cc.so.2"))).toBe(true);
  });

  test("with a stamp that is not JSON counts as absent", () => {
    writeFileSync(join(packageFolder, "gradus-install.json"), "{");
    expect(readStamp(packageFolder)).toBeNull();
  });
});

test("a system without a wheel is told so, and that the course goes on without", () => {
  expect(() => assertWheelExists("darwin-arm64")).toThrow(
    /PyPI's wheels for linux-x64 and linux-arm64, and this system is darwin-arm64\. .*plain tfjs/,
  );
  expect(() => assertWheelExists("linux-x64")).not.toThrow();
});

test("npm's node-gyp is found wherever npm lies, and Node's headers where there are any", () => {
  expect(readFileSync(findNodeGyp(), "utf8")).toContain("node");
  const headers = findHeaders();
  if (headers !== null)
    expect(existsSync(join(headers, "include", "node", "node_api.h"))).toBe(true);
});

test("everything is kept inside the project", () => {
  const { project, cache } = findPlaces();
  expect(existsSync(join(project, "package.json"))).toBe(true);
  expect(cache.startsWith(join(project, ".gradus", "tensorflow"))).toBe(true);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that ended and was not yet collected still answers.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
