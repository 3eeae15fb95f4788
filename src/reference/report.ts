/** The reference: what a comparison reports, as plain data. */
import type { Tolerance } from "../math/compare.js";
import type { Arguments, BackendIdentity, UnavailableBackend } from "./backend.js";

/** One function on one backend. */
export interface FunctionReport {
  readonly name: string;
  readonly formula: string;
  /** Argument lists compared. */
  readonly cases: number;
  /** The entry, of all cases, that uses up most of what its tolerance allows. */
  readonly largest: LargestDifference;
  readonly tolerance: Tolerance;
  readonly verdict: "agrees" | "differs";
  /** Where and by how much they differ; null if they agree. */
  readonly message: string | null;
  /** Why some calls were decided by a hand value. */
  readonly notes: readonly string[];
}

/** A difference and what was allowed there. */
export interface LargestDifference {
  /** |ours − reference| */
  readonly off: number;
  readonly allowed: number;
  /** The arguments that gave it. */
  readonly call: Arguments;
}

/** All functions on one backend. */
export interface BackendReport extends BackendIdentity {
  readonly functions: readonly FunctionReport[];
  readonly milliseconds: number;
}

/** All functions of a recording that are still asked the same. */
export interface RecordingReport extends BackendReport {
  readonly file: string;
  /** The day of the recording. */
  readonly date: string;
  /** What of today's table it lacks, and the mend; null if nothing. */
  readonly stale: string | null;
}

/** All backends that were asked for. */
export interface ReferenceReport {
  readonly backends: readonly BackendReport[];
  readonly unavailable: readonly UnavailableBackend[];
}
