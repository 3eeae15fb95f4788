/**
 * Chapter 6, particle swarm: particles that fly on by inertia, drawn to the best place that each has
 * seen itself and to the best that anyone has seen.
 */
import type { Random } from "../random.js";
import { Tensor } from "../tensor.js";
import { stackRows } from "./evolution-strategy.js";
import { assertRange } from "./genetic-algorithm.js";
import {
  assertCount,
  assertNotNegative,
  Evaluator,
  type Objective,
  type SearchOptions,
  type SearchStep,
} from "./search.js";

/** How {@link particleSwarm} flies. */
export interface SwarmOptions extends SearchOptions {
  readonly random: Random;
  /** Number of weights n. */
  readonly dimension: number;
  /** Particles start at random from `low` to `high` in every weight; they may leave it later. */
  readonly low: number;
  readonly high: number;
  /** Number of particles; left out it is 20. */
  readonly particles?: number;
  /** ω, how much of its velocity a particle keeps; left out it is 0.7298. */
  readonly inertia?: number;
  /** c₁, the pull of a particle's own best place; left out it is 1.49618. */
  readonly own?: number;
  /** c₂, the pull of the swarm's best place; left out it is 1.49618. */
  readonly shared?: number;
}

/** A step of the swarm: w is the best place that any particle has seen. */
export interface SwarmStep extends SearchStep {
  /** Where the particles are, one a row, `[particles, n]`. */
  readonly population: Tensor;
}

/**
 * Particle swarm: with u₁, u₂ uniform on [0, 1) for every weight,
 * `v ← ωv + c₁u₁(p − x) + c₂u₂(g − x), x ← x + v`, Eq. (6.5), where p is the particle's best place
 * and g the swarm's. The usual ω and c keep the flight from blowing up. Velocities start at 0.
 *
 * @param cost - C, takes w `[n]`
 * @throws {@link ValueError} if an option is out of range or a cost is not finite
 * @see Kennedy and Eberhart, "Particle Swarm Optimization" (1995); Clerc and Kennedy (2002) for the
 * constants
 *
 * @example
 * const options = { steps: 60, dimension: 2, low: -5, high: 5, random: new Random(1) };
 * lastStep(particleSwarm((w) => w.at(0) ** 2 + w.at(1) ** 2, options)).loss < 1e-3; // => true
 */
export function particleSwarm(cost: Objective, options: SwarmOptions): Iterable<SwarmStep> {
  const operation = "particleSwarm";
  const { random, low, high, particles = 20 } = options;
  const { inertia = 0.7298, own = 1.49618, shared = 1.49618 } = options;
  const steps = assertCount(operation, "steps", options.steps);
  const dimension = assertCount(operation, "dimension", options.dimension);
  assertCount(operation, "particles", particles);
  assertRange(operation, low, high);
  for (const [name, value] of Object.entries({ inertia, own, shared })) {
    assertNotNegative(operation, name, value);
  }
  return (function* () {
    const evaluator = new Evaluator(operation, cost);
    const swarm = Array.from({ length: particles }, () => {
      const x = Float64Array.from({ length: dimension }, () => random.uniform(low, high));
      const w = new Tensor([dimension], x);
      return { x: w, v: new Float64Array(dimension), best: w, loss: evaluator.loss(w) };
    });
    for (let step = 0; ; step++) {
      const { best: w, loss } = swarm.reduce((a, b) => (b.loss < a.loss ? b : a));
      const population = stackRows(swarm.map(({ x }) => x));
      yield { step, w, loss, evaluations: evaluator.evaluations, population };
      if (step === steps) return;
      for (const particle of swarm) {
        const { x, v, best } = particle;
        particle.v = v.map((velocity, i) => {
          const [here, p, g] = [x.data[i]!, best.data[i]!, w.data[i]!];
          const pull = own * random.uniform() * (p - here) + shared * random.uniform() * (g - here);
          return inertia * velocity + pull;
        });
        const moved = x.data.map((here, i) => here + particle.v[i]!);
        particle.x = new Tensor([dimension], moved);
        const found = evaluator.loss(particle.x);
        if (found < particle.loss) [particle.best, particle.loss] = [particle.x, found];
      }
    }
  })();
}
