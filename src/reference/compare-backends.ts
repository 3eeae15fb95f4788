/** The reference: the whole comparison, every function on one backend or on all. */
import type { BackendName, UnavailableBackend } from "./backend.js";
import { COMPARED_FUNCTIONS, comparedFunction } from "./cases.js";
import { chooseOracle } from "./choose.js";
import { compareOn } from "./compare-on.js";
import { isOracle, openOracle } from "./oracle.js";
import type { BackendReport, ReferenceReport } from "./report.js";

/** The names of all functions that are compared. */
export function comparedFunctionNames(): readonly string[] {
  return COMPARED_FUNCTIONS.map(({ name }) => name);
}

/**
 * Compare functions of this library with the best TensorFlow.js backend of this machine.
 *
 * @param names - which, as {@link comparedFunctionNames} lists them; left out, all
 * @throws Error if a name is not in that list
 */
export async function compareWithReference(names?: readonly string[]): Promise<ReferenceReport> {
  const rows = names?.map(comparedFunction) ?? COMPARED_FUNCTIONS;
  const { oracle, unavailable } = await chooseOracle();
  try {
    return { backends: [await compareOn(oracle, rows)], unavailable };
  } finally {
    oracle.close();
  }
}

/** Compare every function on each of these backends; those that cannot run are listed. */
export async function compareBackends(backends: readonly BackendName[]): Promise<ReferenceReport> {
  const reports: BackendReport[] = [];
  const unavailable: UnavailableBackend[] = [];
  for (const backend of backends) {
    const opened = await openOracle(backend);
    if (!isOracle(opened)) {
      unavailable.push(opened);
      continue;
    }
    try {
      reports.push(await compareOn(opened));
    } finally {
      opened.close();
    }
  }
  return { backends: reports, unavailable };
}
