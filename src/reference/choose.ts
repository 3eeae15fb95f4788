/** The reference: which backend answers. The best that this machine can run, and why no better. */
import { BACKENDS, type BackendName, isBackendName, type UnavailableBackend } from "./backend.js";
import { isOracle, type Oracle, openOracle } from "./oracle.js";

/** A running oracle, and the better backends that could not be had. */
export interface Choice {
  readonly oracle: Oracle;
  readonly unavailable: readonly UnavailableBackend[];
}

/**
 * The backends to try, best first: all, or the one that GRADUS_REFERENCE names.
 *
 * @throws Error if it names none
 */
export function backendsToTry(
  wanted: string | undefined = process.env["GRADUS_REFERENCE"],
): readonly BackendName[] {
  if (wanted === undefined || wanted === "") return BACKENDS;
  if (isBackendName(wanted)) return [wanted];
  throw new Error(`There is no reference backend "${wanted}". There are: ${BACKENDS.join(", ")}.`);
}

/**
 * Open the first backend in the list that this machine can run.
 *
 * @throws Error with each one's reason if there is none
 */
export async function chooseOracle(
  backends: readonly BackendName[] = backendsToTry(),
): Promise<Choice> {
  const unavailable: UnavailableBackend[] = [];
  for (const backend of backends) {
    const opened = await openOracle(backend);
    if (isOracle(opened)) return { oracle: opened, unavailable };
    unavailable.push(opened);
  }
  const reasons = unavailable.map(({ backend, reason }) => `${backend}: ${reason}`).join("; ");
  throw new Error(`No TensorFlow.js backend can be used here. ${reasons}.`);
}

/** One line: what was the reference, and why nothing better was. */
export function choiceLine({ oracle, unavailable }: Choice): string {
  const versions = Object.entries(oracle.versions).map(([name, version]) => `${name} ${version}`);
  const better = unavailable.map(({ backend, reason }) => `${backend}: ${reason}`).join("; ");
  const why = better === "" ? "" : `; not used: ${better}`;
  return `reference: ${oracle.backend} on ${oracle.device} (${versions.join(", ")})${why}`;
}
