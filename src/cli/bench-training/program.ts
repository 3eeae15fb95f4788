/** `gradus bench training`: what a program that trains is, and what its process says to the bench. */

/** The programs of the table; the first is measured by the second. */
export const PROGRAMS = ["gradus", "by hand", "tfjs-node", "tfjs-wasm", "plain tfjs"] as const;

/** Who trains. */
export type ProgramName = (typeof PROGRAMS)[number];

/** One training that can be moved on step by step. */
export interface Program {
  /** One update of all weights, on the next batch. */
  readonly step: () => void;
  /** The loss that the last step started from. */
  readonly loss: () => number;
  /** What the floats are; those of float32 agree less far. */
  readonly float: 32 | 64;
}

/** From the bench to the process: train for at least so long. */
export interface Round {
  readonly milliseconds: number;
}

/** From the process to the bench. */
export type Report =
  | { readonly kind: "ready"; readonly losses: readonly number[]; readonly float: 32 | 64 }
  | { readonly kind: "unavailable"; readonly reason: string }
  | { readonly kind: "round"; readonly microsecondsPerStep: number };
