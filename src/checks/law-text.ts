/** Checks: what is said of a law that an answer breaks, so that it reads well whatever the law is. */

/**
 * A sentence about a law that does not hold.
 *
 * @param statement - an equation; a clause that ends in ", which"; or two things that must agree. With
 * an "=" that only gives a value, as in "at w = 2", two things have to end in "both must agree"
 * @param slip - what came and what is wanted
 */
export function lawText(statement: string, slip: string): string {
  if (statement.endsWith("both must agree")) return `${statement}; ${slip}.`;
  const isClause = /\b(which|that)$/.test(statement);
  if (isClause || statement.includes("=")) return `${statement} does not hold: ${slip}.`;
  return `${statement}: both must agree; ${slip}.`;
}

/** "1 sample", "2 samples". */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
