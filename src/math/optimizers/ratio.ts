/** Chapter 4: the quotient in every adaptive step. */

/**
 * `step / scale`, and 0 where the step is 0: with ε = 0 a weight that never had a gradient would
 * otherwise be moved to 0/0.
 */
export function ratio(step: number, scale: number): number {
  return step === 0 ? 0 : step / scale;
}
