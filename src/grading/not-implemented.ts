/** Grading: the error that a stub throws until the learner has written the function. */

/**
 * An exercise that nobody has solved yet.
 *
 * @example
 * new NotImplemented("1.2 weighted sum").message; // => "Exercise 1.2 weighted sum is not implemented yet: replace the line that throws NotImplemented by your own code."
 */
export class NotImplemented extends Error {
  override readonly name: string = "NotImplemented";
  /** Number and name of the exercise, as in "1.2 weighted sum". */
  readonly label: string;

  constructor(label: string) {
    super(
      `Exercise ${label} is not implemented yet: replace the line that throws NotImplemented by your own code.`,
    );
    this.label = label;
  }
}
