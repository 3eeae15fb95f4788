import { describe, expect, test } from "vitest";
import { tanh } from "../../../src/math/activations.js";
import { mul } from "../../../src/math/arithmetic.js";
import {
  evolutionGradient,
  evolutionStrategy,
} from "../../../src/math/beyond/evolution-strategy.js";
import {
  bitGenes,
  geneticAlgorithm,
  realGenes,
} from "../../../src/math/beyond/genetic-algorithm.js";
import { hybridGradient, modelByDual } from "../../../src/math/beyond/hybrid.js";
import { particleSwarm } from "../../../src/math/beyond/particle-swarm.js";
import { lastStep, type Objective } from "../../../src/math/beyond/search.js";
import { numericalGradient } from "../../../src/math/central-difference.js";
import { matMul } from "../../../src/math/linear-algebra.js";
import { Random } from "../../../src/math/random.js";
import { ShapeError } from "../../../src/math/shape.js";
import { tensor } from "../../../src/math/tensor.js";
import { DUAL_NUMBER, FORWARD_DIFFERENCE } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";
import { bowl, cliff, counting, golfCourse, meanAndError, valley } from "./costs.js";

const seeded = (seed = 1) => ({ random: new Random(seed) });

describe("evolutionStrategy, Eq. (6.4)", () => {
  const options = { steps: 60, children: 16, std: 2 };

  test("closes in on the bowl and narrows its cloud as it does", () => {
    const last = lastStep(evolutionStrategy(bowl, [6, 5], { ...options, ...seeded() }));
    expect(last.loss).toBeLessThan(1e-6);
    expect(last.std).toBeLessThan(1e-2);
  });

  test("reaches the hole of the golf course, where every gradient is 0", () => {
    expect(
      lastStep(evolutionStrategy(golfCourse, [7.5, -4], { ...options, ...seeded(2) })).loss,
    ).toBe(0);
  });

  test("counts λ + 1 evaluations a generation", () => {
    const { cost, calls } = counting(bowl);
    const last = lastStep(evolutionStrategy(cost, [1, 1], { ...options, ...seeded() }));
    expect(last.evaluations).toBe(1 + 60 * 17);
    expect(calls()).toBe(1021);
  });

  test("with one parent the next middle is the best child, by hand", () => {
    const [, step] = [
      ...evolutionStrategy(bowl, [3, 3], { steps: 1, children: 5, parents: 1, ...seeded() }),
    ];
    const children = step!.population.toArray() as number[][];
    const best = [...children].sort((a, b) => bowl(tensor(a)) - bowl(tensor(b)))[0]!;
    expect(step!.w.toArray()).toEqual(best);
  });

  test("with more parents it is the mean of the best", () => {
    const [, step] = [
      ...evolutionStrategy(bowl, [3, 3], { steps: 1, children: 6, parents: 2, ...seeded() }),
    ];
    const children = step!.population.toArray() as number[][];
    const [a, b] = [...children].sort((p, q) => bowl(tensor(p)) - bowl(tensor(q)));
    expect(step!.w.toArray()).toEqual([(a![0]! + b![0]!) / 2, (a![1]! + b![1]!) / 2]);
  });

  test("only the order of the costs matters", () => {
    const path = (cost: Objective) =>
      [...evolutionStrategy(cost, [3, 3], { ...options, steps: 10, ...seeded(9) })].map(({ w }) =>
        w.toArray(),
      );
    expect(path((w) => Math.exp(bowl(w) / 10))).toEqual(path(bowl));
  });

  test("bad options are named", () => {
    const call = (bad: object) => () =>
      evolutionStrategy(bowl, [0, 0], { steps: 1, children: 4, ...seeded(), ...bad });
    expect(call({ parents: 4 })).toThrow(
      "fewer parents than children, else nothing is selected, Eq. (6.4)",
    );
    expect(call({ children: 1 })).toThrow("children must be a whole number of at least 2");
    expect(call({ std: -1 })).toThrow("std must be finite and above 0");
    expect(() =>
      lastStep(evolutionStrategy(cliff, [1], { steps: 1, children: 2, ...seeded() })),
    ).toThrow(ValueError);
  });
});

describe("evolutionGradient", () => {
  test("its mean on a bowl is the gradient within 4 standard errors", () => {
    const random = new Random(21);
    const draws = Array.from({ length: 2000 }, () =>
      evolutionGradient(bowl, [0.4, -0.7], { std: 0.5, directions: 2, random }),
    );
    const { mean, error } = meanAndError(draws);
    for (const [i, slope] of [2 * (0.4 - 1), 8 * (-0.7 + 2)].entries()) {
      expect(Math.abs(mean.at(i) - slope)).toBeLessThan(4 * error[i]!);
      expect(error[i]).toBeLessThan(0.3);
    }
  });

  test("by hand: C = w with one direction gives ε², which is (step/σ)²", () => {
    const epsilon = new Random(6).normal();
    const got = evolutionGradient((w) => w.at(0), [0], {
      std: 1,
      directions: 1,
      random: new Random(6),
    });
    expect(got.at(0)).toBeCloseTo(epsilon ** 2, 12);
  });

  test("sees a slope on the golf course, towards the hole", () => {
    const slope = evolutionGradient(golfCourse, [5.5, 0], {
      std: 0.5,
      directions: 200,
      random: new Random(3),
    });
    expect(slope.at(0)).toBeGreaterThan(0.5);
  });
});

describe("geneticAlgorithm", () => {
  const zeros: Objective = (w) => w.data.filter((bit) => bit === 0).length;

  test("one-max: all thirty bits become 1", () => {
    const { cost, calls } = counting(zeros);
    const trace = [
      ...geneticAlgorithm(cost, bitGenes(30), { steps: 60, population: 40, ...seeded() }),
    ];
    expect(trace.at(-1)!.w.toArray()).toEqual(Array<number>(30).fill(1));
    expect(trace.at(-1)!.evaluations).toBe(40 + 60 * 39); // the best lives on and is not tried again
    expect(calls()).toBe(40 + 60 * 39);
    const losses = trace.map(({ loss }) => loss);
    expect(losses.every((loss, i) => i === 0 || loss <= losses[i - 1]!)).toBe(true);
  });

  test("every genome stays a list of bits", () => {
    const { population } = lastStep(
      geneticAlgorithm(zeros, bitGenes(9), { steps: 5, population: 8, ...seeded() }),
    );
    expect(population.shape).toEqual([8, 9]);
    expect(population.data.every((bit) => bit === 0 || bit === 1)).toBe(true);
  });

  test("without mutation a gene that nobody has cannot appear", () => {
    const first = { ...bitGenes(6), draw: () => 0 };
    const run = (mutation: number) =>
      lastStep(geneticAlgorithm(zeros, first, { steps: 30, population: 10, mutation, ...seeded() }))
        .loss;
    expect([run(0), run(0.2)]).toEqual([6, 0]);
  });

  test("real genes find the hole of the golf course and stay in range", () => {
    const genes = realGenes(2, -8, 8);
    const last = lastStep(
      geneticAlgorithm(golfCourse, genes, { steps: 40, population: 30, ...seeded() }),
    );
    expect(last.loss).toBe(0);
    expect(last.population.data.every((x) => x >= -8 && x <= 8)).toBe(true);
    expect(realGenes(1, 0, 1, 100).mutate(0.5, new Random(1))).toSatisfy(
      (x: number) => x === 0 || x === 1,
    );
  });

  test("bad options are named", () => {
    const call = (bad: object) => () =>
      geneticAlgorithm(zeros, bitGenes(3), { steps: 1, population: 4, ...seeded(), ...bad });
    expect(call({ population: -5 })).toThrow(
      "population must be a whole number of at least 2; here population is -5",
    );
    expect(call({ mutation: 1.5 })).toThrow("mutation is a probability, from 0 to 1");
    expect(call({ tournament: 0 })).toThrow("tournament");
    expect(() => realGenes(2, 1, 1)).toThrow("low and high must be finite, and low below high");
    expect(() => bitGenes(0)).toThrow("count must be a whole number of at least 1");
  });
});

describe("particleSwarm, Eq. (6.5)", () => {
  const box = { dimension: 2, low: -5, high: 5 };

  test("finds the bottom of Rosenbrock's valley", () => {
    const { cost, calls } = counting(valley);
    const last = lastStep(particleSwarm(cost, { ...box, steps: 150, ...seeded() }));
    expectAgreement(last.w, [1, 1], {
      name: "valley",
      relative: 0,
      absolute: 1e-3,
      reason: "150 steps",
    });
    expect(last.evaluations).toBe(20 + 150 * 20);
    expect(calls()).toBe(last.evaluations);
  });

  test("finds the hole of the golf course", () => {
    expect(lastStep(particleSwarm(golfCourse, { ...box, steps: 30, ...seeded() })).loss).toBe(0);
  });

  test("two steps of one particle, by hand", () => {
    // Alone, p = g. Going downhill for ever, x = p = g at every step: only inertia moves it, and v = 0.
    const alone = { dimension: 1, low: 1, high: 2, particles: 1, steps: 2 };
    const still = [...particleSwarm((w) => w.at(0), { ...alone, ...seeded() })];
    expect(new Set(still.map(({ w }) => w.at(0))).size).toBe(1);
    // Two particles: the worse one moves by c₁u₁·0 + c₂u₂(g − x).
    const random = new Random(5);
    const [x0, x1] = [random.uniform(0, 1), random.uniform(0, 1)];
    const pulls = [random.uniform(), random.uniform(), random.uniform(), random.uniform()];
    const [better, worse] = x0 < x1 ? [x0, x1] : [x1, x0];
    const u2 = pulls[x0 < x1 ? 3 : 1]!;
    const two = { dimension: 1, low: 0, high: 1, particles: 2, steps: 1, shared: 2 };
    const last = lastStep(particleSwarm((w) => w.at(0), { ...two, ...seeded(5) }));
    const moved = worse + 2 * u2 * (better - worse);
    expect([...last.population.data]).toContain(moved);
    expect([...last.population.data]).toContain(better);
  });

  test("bad options are named", () => {
    const call = (bad: object) => () =>
      particleSwarm(bowl, { ...box, steps: 1, ...seeded(), ...bad });
    expect(call({ low: 5 })).toThrow(
      "low and high must be finite, and low below high; here low is 5, high is 5",
    );
    expect(call({ high: Infinity })).toThrow(ValueError);
    expect(call({ inertia: -1 })).toThrow("inertia must be finite and not negative");
    expect(call({ particles: 0 })).toThrow("particles");
    expect(call({ dimension: 1.5 })).toThrow("dimension");
  });
});

describe("hybridGradient, Eq. (6.6)", () => {
  const x = [[0.5, -1, 2]];
  const draw = new Random(4);
  const W1 = Array.from({ length: 12 }, () => draw.normal(0, 0.5));
  // A network with 12 first-layer weights and two outputs, ŷ = tanh(x ⊙ w) summed in groups.
  const group = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? [1, 0] : [0.5, -1]));
  const inputs = Array.from({ length: 12 }, (_, i) => x[0]![i % 3]!);
  const model = modelByDual((w) => matMul(tanh(mul(w, inputs)), group));
  const unknown: Objective = (y) => (y.at(0) - 1) ** 2 + Math.abs(y.at(1) - 3);

  test("by hand: ŷ = w², C = y₁ + 10 y₂ at (3, 4): (2·3, 10·2·4)", () => {
    const squares = modelByDual((w) => mul(w, w));
    const { gradient, outputGradient } = hybridGradient(
      (y) => y.at(0) + 10 * y.at(1),
      squares,
      [3, 4],
      0.5,
    );
    expect(outputGradient.toArray()).toEqual([1, 10]);
    expect(gradient.toArray()).toEqual([6, 80]);
  });

  test("agrees with perturbing every weight, and tries the cost 3 times instead of 13", () => {
    const { cost, calls } = counting(unknown);
    const { gradient, evaluations } = hybridGradient(cost, model, W1);
    const whole = counting((w) => unknown(model.output(w)));
    expectAgreement(
      gradient,
      numericalGradient((w) => unknown(model.output(w)), W1),
      FORWARD_DIFFERENCE,
    );
    expect([evaluations, calls()]).toEqual([3, 3]);
    hybridGradient(
      whole.cost,
      modelByDual((w) => mul(w, 1)),
      W1,
    ); // outputs are the weights themselves
    expect(whole.calls()).toBe(13);
  });

  test("the backward pass of the model is exact", () => {
    const g = tensor([2, -3]);
    const byHand = W1.map(
      (w, i) =>
        inputs[i]! * (1 - Math.tanh(w * inputs[i]!) ** 2) * (2 * group[i]![0]! - 3 * group[i]![1]!),
    );
    expectAgreement(model.backward(tensor(W1), g), byHand, DUAL_NUMBER);
  });

  test("bad input is named", () => {
    expect(() => hybridGradient(() => Number.NaN, model, W1)).toThrow(
      "the cost must be a finite number",
    );
    expect(() => hybridGradient(unknown, { ...model, backward: () => tensor([1]) }, W1)).toThrow(
      "the backward pass must give one slope a weight, Eq. (6.6); here w is [12], gradient is [1].",
    );
    expect(() => hybridGradient(unknown, model, [W1])).toThrow(ShapeError);
    expect(() =>
      hybridGradient(
        unknown,
        modelByDual((w) => w.value as never),
        W1,
      ),
    ).toThrow("the network must return a dual tensor");
  });
});
