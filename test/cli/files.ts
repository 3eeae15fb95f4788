/** Test helper: a folder of its own for a test, with the notebooks it needs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

import { serializeNotebook } from "../../src/notebook/notebook.js";
import { type CellSpec, notebookOf } from "../notebook/make-notebook.js";

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gradus-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a notebook with these cells and gives its path. */
export function notebookFile(path: string, ...cells: readonly CellSpec[]): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, serializeNotebook(notebookOf(...cells)));
  return path;
}

/** What `work` writes on the terminal. */
export async function terminal(
  work: () => Promise<unknown>,
): Promise<{ out: string; err: string }> {
  const { log, error } = console;
  const said = { out: "", err: "" };
  console.log = (...parts: unknown[]) => {
    said.out += `${parts.join(" ")}\n`;
  };
  console.error = (...parts: unknown[]) => {
    said.err += `${parts.join(" ")}\n`;
  };
  try {
    await work();
  } finally {
    Object.assign(console, { log, error });
  }
  return said;
}
