/** Checks: random numbers for answers that draw, the same ones however often an answer is called. */
import fc from "fast-check";
import type { Restartable } from "../grading/answers.js";
import { Random } from "../math/random.js";

/** What a learner's function draws from. */
export type Draw = () => number;

/** A stream of numbers that every call of an answer gets from its beginning. */
export type Stream = Draw & Restartable<Draw>;

/** A stream, from a function that starts it. */
export function streamOf(start: () => Draw): Stream {
  const restart = (): Draw => {
    const next = start();
    const random: Draw = () => next();
    return random;
  };
  return Object.assign(restart(), { restart });
}

/** Uniform numbers from 0 to 1, 1 excluded. */
export function uniformStream(seed: number): Stream {
  return streamOf(() => {
    const random = new Random(seed);
    return () => random.uniform();
  });
}

/** Normal numbers of mean 0 and standard deviation 1. */
export function normalStream(seed: number): Stream {
  return streamOf(() => {
    const random = new Random(seed);
    return () => random.normal();
  });
}

/** These numbers over and over. */
export function repeating(numbers: readonly number[]): Stream {
  return streamOf(() => {
    let drawn = 0;
    return () => numbers[drawn++ % numbers.length]!;
  });
}

/** Seeds of streams. */
export function seeds(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 100_000 });
}
