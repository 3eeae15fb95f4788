/** Release: package.json and lock of a copy name what it uses, and all of what that uses. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type Lock,
  type Manifest,
  studentLock,
  studentManifest,
} from "../../src/release/packages.js";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const MANIFEST = read("package.json") as Manifest;
const LOCK = read("package-lock.json") as Lock;

const version = "1.0.0";
const small: Lock = {
  lockfileVersion: 3,
  packages: {
    "": {
      dependencies: { a: version },
      devDependencies: { tool: version },
      optionalDependencies: { gpu: version },
    },
    "node_modules/a": { version, dependencies: { b: version } },
    "node_modules/a/node_modules/b": { version, peerDependencies: { c: version } },
    "node_modules/b": { version, dependencies: { unused: version } },
    "node_modules/c": { version, optionalDependencies: { "c-linux": version, absent: version } },
    "node_modules/c-linux": { version },
    "node_modules/gpu": { version },
    "node_modules/tool": { version },
    "node_modules/unused": { version },
  },
};

test("the lock keeps a package's own version of another, its peers and its platforms", () => {
  const manifest: Manifest = { dependencies: { a: version }, devDependencies: {} };
  const { packages } = studentLock(small, manifest);
  expect(Object.keys(packages)).toEqual([
    "",
    "node_modules/a",
    "node_modules/a/node_modules/b",
    "node_modules/c",
    "node_modules/c-linux",
  ]);
  expect(packages[""]).toEqual({ dependencies: { a: version }, devDependencies: {} });
});

test("the course's manifest loses what only authors need", () => {
  const manifest = studentManifest(MANIFEST, (name) => !/biome|rolldown|playwright/.test(name));
  expect(Object.keys(manifest["scripts"] as object)).toEqual(["start", "test", "build"]);
  expect(manifest["exports"]).not.toHaveProperty("./reference");
  expect(manifest).not.toHaveProperty("optionalDependencies");
  expect(Object.keys(manifest.devDependencies)).not.toContain("@biomejs/biome");
  expect(manifest.dependencies).toMatchObject({ citty: MANIFEST.dependencies["citty"] });
});

test("every package of the course's cut lock finds what it needs in it", () => {
  const manifest = studentManifest(
    MANIFEST,
    (name) => !/biome|rolldown|playwright|5\.0/.test(name),
  );
  const { packages } = studentLock(LOCK, manifest);
  const names = Object.keys(packages).map((path) =>
    path.slice(path.lastIndexOf("node_modules/") + 13),
  );
  const needed = Object.values(packages).flatMap(({ dependencies = {}, link }) =>
    link === true ? [] : Object.keys(dependencies),
  );
  expect(needed.filter((name) => !names.includes(name))).toEqual([]);
  expect(names).not.toContain("@biomejs/biome");
  expect(names.length).toBeLessThan(Object.keys(LOCK.packages).length);
});
