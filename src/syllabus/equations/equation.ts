/** Syllabus: what an equation of the course is. */

/** A numbered equation. The formula sheet is made of these. */
export interface Equation {
  /** Chapter and number, as in "1.6". */
  readonly number: string;
  /** What it is called. */
  readonly name: string;
  /** The formula, as the lecture sets it. */
  readonly latex: string;
}

/** An equation of the list; `latex` is a raw string. */
export function equation(number: string, name: string, latex: string): Equation {
  return { number, name, latex };
}
