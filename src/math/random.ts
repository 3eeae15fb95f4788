/**
 * Random numbers: a generator that is always passed in and always seeded, so that a run gives the
 * same numbers on every machine.
 */
import { philox4x32, type Words2 } from "./philox.js";
import { ValueError } from "./value-error.js";

/** Largest seed: whole numbers above it are not exact floats. */
const MAX_SEED = Number.MAX_SAFE_INTEGER;

/**
 * A stream of random numbers, Philox4x32-10 counting from 0.
 *
 * @example
 * new Random(7).integer(10) === new Random(7).integer(10); // => true
 */
export class Random {
  /** What the stream was started with; print it in a notebook. */
  readonly seed: number;
  #key: Words2;
  #block = 0;
  #words: readonly number[] = [];
  #spareNormal: number | undefined;

  /**
   * @param seed - a whole number from 0 to 2⁵³ − 1; there is no default on purpose
   * @throws {@link ValueError} if the seed is missing or not such a number
   */
  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) {
      const rule = "a seed is a whole number from 0 to 2^53 − 1";
      const hint = "Choose one, for example new Random(1), so that the run can be repeated.";
      throw new ValueError({ operation: "new Random", rule, hint }, { seed });
    }
    this.seed = seed;
    this.#key = [seed >>> 0, Math.floor(seed / 2 ** 32)];
  }

  /** The next 32 random bits as a whole number from 0 to 2³² − 1. */
  #next(): number {
    const used = this.#block % 4;
    if (used === 0) {
      const count = this.#block / 4;
      const counter = [count >>> 0, Math.floor(count / 2 ** 32), 0, 0] as const;
      this.#words = philox4x32(counter, this.#key);
    }
    this.#block++;
    return this.#words[used]!;
  }

  /**
   * Uniform on [low, high): `low + (high − low) u` with 53 random bits in u.
   *
   * @throws {@link ValueError} if a bound is not finite or high < low
   */
  uniform(low = 0, high = 1): number {
    if (!Number.isFinite(low) || !Number.isFinite(high) || high < low) {
      const rule = "low and high must be finite, and high not below low";
      throw new ValueError({ operation: "uniform", rule }, { low, high });
    }
    const u = ((this.#next() >>> 5) * 2 ** 26 + (this.#next() >>> 6)) / 2 ** 53;
    return low + (high - low) * u;
  }

  /**
   * Normal: `x ~ N(mean, std²)`, by Marsaglia's polar method. It needs only `log` and `sqrt`, which
   * come out the same in every version of Node; `sin` and `cos` do not.
   *
   * @throws {@link ValueError} if std is negative or an argument is not finite
   */
  normal(mean = 0, std = 1): number {
    if (!Number.isFinite(mean) || !Number.isFinite(std) || std < 0) {
      const rule = "mean must be finite and std finite and not negative";
      throw new ValueError({ operation: "normal", rule }, { mean, std });
    }
    if (this.#spareNormal !== undefined) {
      const spare = this.#spareNormal;
      this.#spareNormal = undefined;
      return mean + std * spare;
    }
    for (;;) {
      const [u, v] = [this.uniform(-1, 1), this.uniform(-1, 1)];
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      this.#spareNormal = v * factor;
      return mean + std * u * factor;
    }
  }

  /**
   * A whole number from 0 to n − 1, all equally likely: draws that would favour the small ones are
   * thrown away.
   *
   * @throws {@link ValueError} if n is not a whole number from 1 to 2³²
   */
  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
      const rule = "n must be a whole number from 1 to 2^32";
      throw new ValueError({ operation: "integer", rule }, { n });
    }
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const word = this.#next();
      if (word < limit) return word % n;
    }
  }

  /** The items in random order, as a new list (Fisher–Yates); the argument is not changed. */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
    }
    return shuffled;
  }

  /**
   * An independent stream for one purpose. It depends on the seed and the label alone, not on how
   * much was drawn before: a new use elsewhere in a program does not change its numbers.
   *
   * @example
   * new Random(1).fork("weights").seed === new Random(1).fork("data").seed; // => false
   */
  fork(label: string): Random {
    // The third word sets these counters apart from those of the stream itself.
    const [high, low] = philox4x32([hash(label), 0, 1, 0], this.#key);
    return new Random((high >>> 11) * 2 ** 32 + low);
  }
}

/** FNV-1a, 32 bits: enough to tell labels apart, and the cipher does the mixing. */
function hash(label: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
