/** Every generator of data as one function of a seed, a size and the noise. */
import { farFromZero, unequalScales } from "../../src/datasets/badly-scaled.js";
import { blobs } from "../../src/datasets/blobs.js";
import { circles } from "../../src/datasets/circles.js";
import type { Dataset } from "../../src/datasets/dataset.js";
import { moons } from "../../src/datasets/moons.js";
import { noisyLine } from "../../src/datasets/noisy-line.js";
import { noisySine } from "../../src/datasets/noisy-sine.js";
import { spirals } from "../../src/datasets/spirals.js";
import { xorClouds } from "../../src/datasets/xor.js";
import type { Random } from "../../src/math/random.js";

export interface Generator {
  readonly name: string;
  /** Number of columns. */
  readonly d: number;
  /** Number of classes; 0 for numbers to predict. */
  readonly classes: number;
  readonly make: (random: Random, n: number, noise?: number) => Dataset;
}

const options = (noise: number | undefined): { noise?: number } =>
  noise === undefined ? {} : { noise };

export const GENERATORS: readonly Generator[] = [
  { name: "xorClouds", d: 2, classes: 2, make: (r, n, noise) => xorClouds(r, n, options(noise)) },
  { name: "moons", d: 2, classes: 2, make: (r, n, noise) => moons(r, n, options(noise)) },
  { name: "circles", d: 2, classes: 2, make: (r, n, noise) => circles(r, n, options(noise)) },
  { name: "spirals", d: 2, classes: 2, make: (r, n, noise) => spirals(r, n, options(noise)) },
  {
    name: "blobs",
    d: 2,
    classes: 3,
    make: (r, n, noise) => blobs(r, n, noise === undefined ? {} : { std: noise }),
  },
  { name: "noisySine", d: 1, classes: 0, make: (r, n, noise) => noisySine(r, n, options(noise)) },
  { name: "noisyLine", d: 1, classes: 0, make: (r, n, noise) => noisyLine(r, n, options(noise)) },
  {
    name: "unequalScales",
    d: 2,
    classes: 0,
    make: (r, n, noise) => unequalScales(r, n, options(noise)),
  },
  {
    name: "farFromZero",
    d: 1,
    classes: 0,
    make: (r, n, noise) => farFromZero(r, n, options(noise)),
  },
];
