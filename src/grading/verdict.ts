/** Grading: the words a check answers with. Points follow from "pass" and from nothing else. */

import type { Figure } from "../figures/figure.js";

/** What a check that did not pass says. */
export interface Shortfall {
  readonly kind: "fail" | "error" | "timeout" | "missing" | "not-implemented";
  /** What happened, with the smallest input that shows it. */
  readonly message: string;
  /** The misconception or the numeric pattern behind it, when one was recognized. */
  readonly cause?: string;
}

/** The answer of one check. */
export type Verdict = { readonly kind: "pass" } | Shortfall;

/** One check of an exercise, after it ran. */
export interface CheckResult {
  readonly check: string;
  readonly verdict: Verdict;
  /** Points won: all of `possible` for a pass, otherwise 0. */
  readonly points: number;
  readonly possible: number;
  /** How the answer differs from the wanted one, where a picture says more. */
  readonly picture?: Figure;
}

/** All checks of one exercise, after they ran. */
export interface ExerciseResult {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly checks: readonly CheckResult[];
  /** How many checks did not run because they are hidden until the work is graded. */
  readonly keptBack: number;
  readonly points: number;
  readonly possible: number;
}

/** The only good verdict. */
export const PASS: Verdict = { kind: "pass" };

/** A wrong answer, in one sentence. */
export function fail(message: string): Shortfall {
  return { kind: "fail", message };
}

/** Everything a verdict has to say, as one text: first the cause, then where it shows. */
export function verdictText(verdict: Verdict): string {
  if (verdict.kind === "pass") return "";
  return verdict.cause === undefined ? verdict.message : `${verdict.cause} ${verdict.message}`;
}
