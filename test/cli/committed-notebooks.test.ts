import { expect, test } from "vitest";

import { cleanNotebooks } from "../../src/cli/clean.js";
import { notebookFiles, shown } from "../../src/cli/notebook-files.js";
import { courseRelease } from "../../src/cli/release-exercises.js";

test("committed notebooks are clean: no outputs, no counters (else: npx gradus clean)", () => {
  expect(cleanNotebooks(notebookFiles([]), false).map(shown)).toEqual([]);
});

test("committed exercises are what their solutions release (else: npx gradus release)", () => {
  const differing = courseRelease().filter(({ difference }) => difference !== null);
  expect(differing.map(({ path, difference }) => `${shown(path)}: ${difference}`)).toEqual([]);
});
