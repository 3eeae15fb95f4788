/** Verify: a mutant, that is a right answer with one small slip put in on purpose. */
import type ts from "typescript";

/** One place in the code, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an operator makes of a node: the slips that a person could make right there. */
export type MutationOperator = (node: ts.Node, tree: ts.SourceFile) => readonly Edit[];

/** A slip, as it is reported. */
export interface Mutant {
  /** "i < n becomes i <= n", in the words of the code. */
  readonly name: string;
  /** Line of the code, from 1. */
  readonly line: number;
  /** The whole code with the slip in it. */
  readonly code: string;
}
