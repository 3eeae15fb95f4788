/** Data: what a generator accepts as its arguments, and the errors when it gets something else. */
import { Random } from "../math/random.js";
import { ValueError } from "../math/value-error.js";

/** How much normally distributed noise is added: its standard deviation. */
export interface Noise {
  /** Standard deviation of the noise; 0 gives points exactly on their curve. */
  readonly noise?: number;
}

/**
 * Throw unless a generator got a `Random`, a number of rows and a standard deviation it can use.
 *
 * @param least - the smallest number of rows that makes sense, one for each class
 * @throws {@link ValueError} if not
 */
export function assertGenerator(
  operation: string,
  { random, n, noise, least }: { random: Random; n: number; noise: number; least: number },
): void {
  assertRandom(operation, random);
  if (!Number.isInteger(n) || n < least) {
    const rule = `n, the number of rows, must be a whole number of at least ${least}`;
    throw new ValueError({ operation, rule }, { n });
  }
  if (!Number.isFinite(noise) || noise < 0) {
    const rule = "noise is a standard deviation: finite and not negative";
    throw new ValueError({ operation, rule }, { noise });
  }
}

/**
 * Throw unless it is a generator of random numbers.
 *
 * @throws {@link ValueError} if it is not
 */
export function assertRandom(operation: string, random: unknown): void {
  if (random instanceof Random) return;
  const rule = "the first argument is a Random, started with a seed";
  const hint = `For example ${operation}(new Random(1), …).`;
  throw new ValueError({ operation, rule, hint }, { random });
}

/**
 * Throw unless the number is finite.
 *
 * @throws {@link ValueError} if it is not
 */
export function assertFinite(operation: string, name: string, value: unknown): void {
  if (typeof value === "number" && Number.isFinite(value)) return;
  throw new ValueError({ operation, rule: `${name} must be a finite number` }, { [name]: value });
}
