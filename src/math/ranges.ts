/** Notation: the errors for a setting that lies outside the range where its formula means something. */
import { ValueError } from "./value-error.js";

/**
 * The setting itself if it is finite and at least 0.
 *
 * @throws {@link ValueError} if it is negative, infinite, NaN or not a number
 */
export function assertNotNegative(operation: string, name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  const rule = `${name} must be a finite number of at least 0`;
  throw new ValueError({ operation, rule }, { [name]: value });
}

/**
 * The setting itself if it is a share that leaves something over: from 0 to just below 1.
 *
 * @throws {@link ValueError} if it is outside [0, 1), NaN or not a number
 */
export function assertShare(operation: string, name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0 && value < 1) return value;
  const rule = `${name} must lie in [0, 1)`;
  throw new ValueError({ operation, rule }, { [name]: value });
}

/**
 * The setting itself if it is a whole number of at least `least`.
 *
 * @throws {@link ValueError} if it is not
 */
export function assertCount(operation: string, name: string, value: number, least = 1): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  const rule = `${name} must be a whole number of at least ${least}`;
  throw new ValueError({ operation, rule }, { [name]: value });
}
