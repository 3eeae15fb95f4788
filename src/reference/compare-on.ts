/** The reference: a table of functions held against one oracle. */
import { COMPARED_FUNCTIONS } from "./cases.js";
import { compareFunction } from "./compare-function.js";
import type { ComparedFunction } from "./compared-function.js";
import type { Oracle } from "./oracle.js";
import type { BackendReport, FunctionReport } from "./report.js";

/** Compare every function, or these, with a running oracle. */
export async function compareOn(
  oracle: Oracle,
  rows: readonly ComparedFunction[] = COMPARED_FUNCTIONS,
): Promise<BackendReport> {
  const { backend, device, versions } = oracle;
  const start = performance.now();
  const functions: FunctionReport[] = [];
  for (const row of rows) functions.push(await compareFunction(row, oracle));
  return { backend, device, versions, functions, milliseconds: performance.now() - start };
}
