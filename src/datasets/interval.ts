/** Data: the interval from which the inputs of a regression problem are drawn. */
import { ValueError } from "../math/value-error.js";

/** From where to where the inputs lie. */
export interface Interval {
  readonly low?: number;
  readonly high?: number;
}

/**
 * Throw unless the bounds are finite and in order.
 *
 * @throws {@link ValueError} if not
 */
export function assertInterval(operation: string, low: number, high: number): void {
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return;
  const rule = "low and high must be finite, and low below high";
  throw new ValueError({ operation, rule }, { low, high });
}
