/** Syllabus: what a term of the glossary is. */

/** A term that the course uses, explained in plain words. */
export interface Term {
  /** As it is written in a sentence, as in "chain rule" or "ReLU". */
  readonly term: string;
  /** Other names of the same thing. */
  readonly also: readonly string[];
  /** One or two sentences of markdown. */
  readonly definition: string;
  /** The section that introduces it, as in "1.3". */
  readonly section: string;
  /** Numbers of the equations that state it. */
  readonly equations: readonly string[];
}

/**
 * The last part of a link to a term: lower case, dashes for spaces.
 *
 * @example
 * termAnchor("Lp penalty"); // => "lp-penalty"
 */
export function termAnchor(term: string): string {
  const words =
    term
      .toLowerCase()
      .replace(/[’']/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join("-");
}
