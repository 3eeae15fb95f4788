/**
 * Chapter 6, a genetic algorithm: a population of genomes, bits or numbers, from which the fitter are
 * drawn in pairs, mixed gene by gene and changed a little.
 */
import type { Random } from "../random.js";
import { Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { stackRows } from "./evolution-strategy.js";
import {
  assertCount,
  assertPositive,
  Evaluator,
  type Objective,
  type SearchOptions,
  type SearchStep,
} from "./search.js";

/** What a genome is made of: how many genes, how one is drawn, and how one changes. */
export interface Genes {
  readonly count: number;
  readonly draw: (random: Random) => number;
  readonly mutate: (gene: number, random: Random) => number;
}

/** How {@link geneticAlgorithm} breeds. */
export interface GeneticOptions extends SearchOptions {
  readonly random: Random;
  /** Genomes in the population. */
  readonly population: number;
  /** Chance that a gene changes; left out it is 1/n, one gene a child on average. */
  readonly mutation?: number;
  /** How many are drawn for each parent's place, of which the best gets it; left out it is 3. */
  readonly tournament?: number;
}

/** A step of the genetic algorithm: w is the best genome so far. */
export interface GeneticStep extends SearchStep {
  /** The whole population, one genome a row, `[population, n]`. */
  readonly population: Tensor;
}

/**
 * Genes that are bits: 0 or 1, and a mutation flips them.
 *
 * @throws {@link ValueError} if the count is not a whole number of at least 1
 *
 * @example
 * bitGenes(8).mutate(0, new Random(1)); // => 1
 */
export function bitGenes(count: number): Genes {
  return {
    count: assertCount("bitGenes", "count", count),
    draw: (random) => random.integer(2),
    mutate: (gene) => 1 - gene,
  };
}

/**
 * Genes that are numbers from `low` to `high`; a mutation adds `N(0, std²)` and stays within.
 *
 * @throws {@link ValueError} if the range is empty or std is not positive
 *
 * @example
 * realGenes(2, -1, 1).count; // => 2
 */
export function realGenes(
  count: number,
  low: number,
  high: number,
  std: number = (high - low) / 10,
): Genes {
  assertCount("realGenes", "count", count);
  assertRange("realGenes", low, high);
  assertPositive("realGenes", "std", std);
  return {
    count,
    draw: (random) => random.uniform(low, high),
    mutate: (gene, random) => Math.min(high, Math.max(low, gene + random.normal(0, std))),
  };
}

/**
 * Genetic algorithm: two parents, each the best of a random few (tournament), give a child that takes
 * every gene from one or the other (uniform crossover) and changes some (mutation). The best genome
 * lives on, so the loss never rises.
 *
 * @param cost - C, takes a genome w `[n]`; it is made small
 * @param genes - {@link bitGenes} or {@link realGenes}
 * @throws {@link ValueError} if an option is out of range or a cost is not finite
 * @see Holland, "Adaptation in Natural and Artificial Systems" (1975)
 *
 * @example
 * const missing = (w) => w.data.filter((bit) => bit === 0).length;
 * const search = geneticAlgorithm(missing, bitGenes(10), { steps: 40, population: 20, random: new Random(1) });
 * lastStep(search).w.toArray(); // => [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
 */
export function geneticAlgorithm(
  cost: Objective,
  genes: Genes,
  options: GeneticOptions,
): Iterable<GeneticStep> {
  const operation = "geneticAlgorithm";
  const { random, mutation = 1 / genes.count, tournament = 3 } = options;
  const steps = assertCount(operation, "steps", options.steps);
  const size = assertCount(operation, "population", options.population, 2);
  assertCount(operation, "tournament", tournament);
  if (!(mutation >= 0 && mutation <= 1)) {
    const rule = "mutation is a probability, from 0 to 1";
    throw new ValueError({ operation, rule }, { mutation });
  }
  return (function* () {
    const evaluator = new Evaluator(operation, cost);
    const judged = (genome: Float64Array) => {
      const w = new Tensor([genes.count], genome);
      return { w, loss: evaluator.loss(w) };
    };
    const better = <G extends { readonly loss: number }>(a: G, b: G): G =>
      b.loss < a.loss ? b : a;
    let all = Array.from({ length: size }, () =>
      judged(Float64Array.from({ length: genes.count }, () => genes.draw(random))),
    );
    for (let step = 0; ; step++) {
      const best = all.reduce(better);
      const population = stackRows(all.map(({ w }) => w));
      yield { step, ...best, evaluations: evaluator.evaluations, population };
      if (step === steps) return;
      const parent = () =>
        Array.from({ length: tournament }, () => all[random.integer(size)]!).reduce(better).w.data;
      const children = Array.from({ length: size - 1 }, () => {
        const [mother, father] = [parent(), parent()];
        const mixed = mother.map((gene, i) => (random.integer(2) === 0 ? gene : father[i]!));
        return judged(
          mixed.map((gene) => (random.uniform() < mutation ? genes.mutate(gene, random) : gene)),
        );
      });
      all = [best, ...children];
    }
  })();
}

/**
 * Throw unless low and high are finite with something between them.
 *
 * @throws {@link ValueError} if they are not
 */
export function assertRange(operation: string, low: number, high: number): void {
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return;
  const rule = "low and high must be finite, and low below high";
  throw new ValueError({ operation, rule }, { low, high });
}
