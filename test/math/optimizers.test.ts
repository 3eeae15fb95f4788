import { describe, expect, test } from "vitest";
import { descentEnd, descentSteps } from "../../src/math/descent.js";
import { adadelta } from "../../src/math/optimizers/adadelta.js";
import { adagrad } from "../../src/math/optimizers/adagrad.js";
import { adam } from "../../src/math/optimizers/adam.js";
import { adamax } from "../../src/math/optimizers/adamax.js";
import { adamw } from "../../src/math/optimizers/adamw.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { momentum } from "../../src/math/optimizers/momentum.js";
import { nesterov } from "../../src/math/optimizers/nesterov.js";
import type { Optimizer } from "../../src/math/optimizers/optimizer.js";
import { rmsprop } from "../../src/math/optimizers/rmsprop.js";
import { Random } from "../../src/math/random.js";
import { cosineDecay, stepDecay } from "../../src/math/schedules.js";
import { ShapeError } from "../../src/math/shape.js";
import { ravine, rosenbrock, type Surface } from "../../src/math/surfaces.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { EXACT, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

const ALL: readonly Optimizer[] = [
  gradientDescent(),
  momentum(),
  nesterov(),
  adagrad(),
  adadelta(),
  rmsprop(),
  adam(),
  adamax(),
  adamw(),
];

/** Where one parameter is after each of these gradients. */
function path(optimizer: Optimizer, start: number, gradients: readonly number[]): number[] {
  let w = { w: tensor([start]) };
  let state = optimizer.init(w);
  return gradients.map((g) => {
    const next = optimizer.update({ w: tensor([g]) }, state, w);
    w = next.parameters;
    state = next.state;
    return w.w.at(0);
  });
}

describe("two steps worked by hand", () => {
  test("gradient descent, Eq. (4.1): 4 − ½·4 = 2, 2 − ½·2 = 1", () => {
    expect(path(gradientDescent(0.5), 4, [4, 2])).toEqual([2, 1]);
  });

  test("momentum, Eq. (4.4)", () => {
    // a = 4, w = 4 − ½·4 = 2; a = ½·4 + 2 = 4, w = 2 − ½·4 = 0
    expect(path(momentum(0.5, 0.5), 4, [4, 2])).toEqual([2, 0]);
  });

  test("Nesterov, Eq. (4.5)", () => {
    // a = 4, w = 4 − ½(4 + ½·4) = 1; a = ½·4 + 1 = 3, w = 1 − ½(1 + ½·3) = −¼
    expect(path(nesterov(0.5, 0.5), 4, [4, 1])).toEqual([1, -0.25]);
  });

  test("Adagrad, Eq. (4.6)", () => {
    // s = 9, w = 10 − 3/(3 + 1) = 9.25; s = 9 + 16, w = 9.25 − 4/(5 + 1)
    expectAgreement(path(adagrad(1, { epsilon: 1 }), 10, [3, 4]), [9.25, 9.25 - 4 / 6], ROUNDING);
    // s = 7 + 9, w = 10 − 3/4; s = 16 + 9, w = 9.25 − 3/5
    const warm = adagrad(1, { epsilon: 0, initialAccumulator: 7 });
    expectAgreement(path(warm, 10, [3, 3]), [9.25, 8.65], ROUNDING);
  });

  test("Adadelta, Eq. (4.7), in Zeiler's order", () => {
    // s = ¼·4 = 1, Δ = √3/√(1 + 3) · 2 = √3, u = ¼·3 = ¾
    // s = ¾·1 + ¼·1 = 1, Δ = √(¾ + 3)/√(1 + 3) · 1 = √3.75/2
    const expected = [5 - Math.sqrt(3), 5 - Math.sqrt(3) - Math.sqrt(3.75) / 2];
    expectAgreement(path(adadelta(1, { rho: 0.75, epsilon: 3 }), 5, [2, 1]), expected, ROUNDING);
  });

  test("RMSProp, Eq. (4.8)", () => {
    // s = ¼·16 = 4, w = 10 − 3·4/√(4 + 5) = 6; s = ¾·4 + ¼·4 = 4, w = 6 − 3·2/3 = 4
    expectAgreement(path(rmsprop(3, { rho: 0.75, epsilon: 5 }), 10, [4, 2]), [6, 4], ROUNDING);
  });

  // m = ½·2 = 1, v = ¼·4 = 1; m̂ = 1/(1 − ½) = 2, v̂ = 1/(1 − ¾) = 4; m̂/(√v̂ + 1) = 2/3
  // m = ½ + ½·5 = 3, v = ¾ + ¼·25 = 7; m̂ = 3/(1 − ¼) = 4, v̂ = 7/(1 − 9/16) = 16; 4/(4 + 1) = 4/5
  const settings = { beta1: 0.5, beta2: 0.75, epsilon: 1 };

  test("Adam, Eq. (4.9)", () => {
    expectAgreement(path(adam(1, settings), 6, [2, 5]), [6 - 2 / 3, 6 - 2 / 3 - 0.8], ROUNDING);
  });

  test("AdamW, Eq. (4.11)", () => {
    // w = 6 − ½(2/3 + ½·6) = 25/6; w = 25/6 − ½(4/5 + ½·25/6)
    const decayed = adamw(0.5, { ...settings, weightDecay: 0.5 });
    const expected = [25 / 6, 25 / 6 - 0.4 - 25 / 24];
    expectAgreement(path(decayed, 6, [2, 5]), expected, ROUNDING);
  });

  test("Adamax, Eq. (4.10)", () => {
    // m = 3/2, u = 3, w = 2 − 1/(1 − ½) · 1.5/(3 + 1) = 1.25
    // m = ¾ − ½ = ¼, u = max(½·3, 1) = 1.5, w = 1.25 − 1/(1 − ¼) · 0.25/(1.5 + 1)
    const rule = adamax(1, { beta1: 0.5, beta2: 0.5, epsilon: 1 });
    expectAgreement(path(rule, 2, [3, -1]), [1.25, 1.25 - 0.4 / 3], ROUNDING);
  });
});

/** Optimizer, learning-rate for the parabola and for Rosenbrock, distance left after the steps. */
const REACH: readonly (readonly [string, Optimizer, number, Optimizer, number])[] = [
  ["gradient descent", gradientDescent(0.1), 1e-9, gradientDescent(0.001), 4e-4],
  ["momentum", momentum(0.1), 1e-9, momentum(0.001), 1e-8],
  ["Nesterov", nesterov(0.1), 1e-9, nesterov(0.001), 1e-8],
  ["Adagrad", adagrad(1), 1e-9, adagrad(0.5), 1e-6],
  // Zeiler's first steps have length √ε = 1e-3; the curved ravine keeps them short.
  ["Adadelta", adadelta(), 1e-9, adadelta(), 0.8],
  // The step η g/√s does not shrink with the gradient, so it circles at a distance of about η.
  ["RMSProp", rmsprop(0.01), 0.01, rmsprop(0.001), 1e-3],
  ["Adam", adam(0.1), 1e-9, adam(0.01), 1e-8],
  [
    "AdamW without decay",
    adamw(0.1, { weightDecay: 0 }),
    1e-9,
    adamw(0.01, { weightDecay: 0 }),
    1e-8,
  ],
  ["Adamax", adamax(0.1), 1e-9, adamax(0.01), 1e-8],
];

describe.each(REACH)("%s comes to the known minimum", (_name, quick, near, careful, nearer) => {
  test("of the parabola in 2,000 steps", () => {
    expect(distanceLeft(ravine(1), [3, -2], quick, 2000)).toBeLessThan(near);
  });

  test("of Rosenbrock's banana in 20,000 steps, or as near as stated", () => {
    expect(distanceLeft(rosenbrock, [-1.2, 1], careful, 20_000)).toBeLessThan(nearer);
  });
});

function distanceLeft(f: Surface, start: number[], optimizer: Optimizer, steps: number): number {
  const { w } = descentEnd(descentSteps(f, start, optimizer, { steps, tolerance: 1e-9 }));
  return Math.hypot(...f.minimum!.data.map((m, i) => m - w.data[i]!));
}

describe.each(ALL.map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
  const draw = (random: Random) => ({
    W: tensor([
      [random.normal(), random.normal()],
      [random.normal(), random.normal()],
      [random.normal(), random.normal()],
    ]),
    b: tensor([random.normal(), random.normal()]),
    scale: tensor(random.normal()),
  });

  test("written in place it gives the same numbers, bit for bit, over 50 updates", () => {
    const random = new Random(1);
    let pure = draw(random.fork("start"));
    const inPlace = draw(random.fork("start"));
    let state = rule.init(pure);
    const stateInPlace = rule.init(inPlace);
    for (let step = 0; step < 50; step++) {
      const gradients = draw(random);
      const next = rule.update(gradients, state, pure);
      pure = next.parameters;
      state = next.state;
      rule.updateInPlace(gradients, stateInPlace, inPlace);
    }
    for (const name of ["W", "b", "scale"] as const) {
      expectAgreement(inPlace[name], pure[name], EXACT);
      for (const [letter, kept] of Object.entries(state.memory)) {
        expectAgreement(stateInPlace.memory[letter]![name], kept[name], EXACT);
      }
    }
    expect([state.step, stateInPlace.step]).toEqual([50, 50]);
  });

  test("update leaves its arguments alone, and works on a list as on names", () => {
    const start = draw(new Random(2));
    const gradients = draw(new Random(3));
    const state = Object.freeze(rule.init(start));
    const before = JSON.stringify([start, gradients, state]);
    const named = rule.update(gradients, state, Object.freeze(start));
    expect(JSON.stringify([start, gradients, state])).toBe(before);
    const list = rule.update([gradients.W, gradients.b], rule.init([start.W, start.b]), [
      start.W,
      start.b,
    ]);
    expect(list.parameters.map((x) => x.toArray())).toEqual([
      named.parameters.W.toArray(),
      named.parameters.b.toArray(),
    ]);
    expect(Array.isArray(list.parameters)).toBe(true);
  });

  test("a parameter without a slope stays, even where nothing was ever accumulated", () => {
    const w = [tensor([2, -3])];
    const resting = adamwAside(rule).update([tensor([0, 0])], adamwAside(rule).init(w), w);
    expect(resting.parameters[0]!.toArray()).toEqual([2, -3]);
  });

  test("the first step goes downhill along every axis", () => {
    const w = [tensor([0, 0])];
    const [moved] = rule.update([tensor([5, -0.1])], rule.init(w), w).parameters as [Tensor];
    expect(moved.toArray()).toEqual([expect.any(Number), expect.any(Number)]);
    expect(moved.at(0)).toBeLessThan(0);
    expect(moved.at(1)).toBeGreaterThan(0);
  });

  test("gradients that do not fit are refused, and nothing is written", () => {
    const w = { W: tensor([1, 2]), b: tensor([3]) };
    const state = rule.init(w);
    const fit = { W: tensor([1, 1]), b: tensor([1]) };
    const refuse = (
      gradients: unknown,
      message: string,
      kind: typeof ValueError | typeof ShapeError,
    ) => {
      const call = () => rule.updateInPlace(gradients as typeof w, state, w);
      expect(call).toThrow(kind);
      expect(call).toThrow(`${rule.name}: ${message}`);
    };
    refuse({ ...fit, b: tensor([1, 2]) }, "a gradient has the shape of its parameter", ShapeError);
    refuse(
      { ...fit, b: tensor([Infinity]) },
      "every entry of a gradient must be finite",
      ValueError,
    );
    refuse({ W: fit.W }, "every parameter needs its gradient", ValueError);
    refuse({ W: fit.W, b: [1] }, "every parameter needs its gradient", ValueError);
    expect([w.W.toArray(), w.b.toArray(), state.step]).toEqual([[1, 2], [3], 0]);
  });

  test("parameters that are none are refused", () => {
    expect(() => rule.init([])).toThrow("there must be at least one parameter to update");
    expect(() => rule.init([[1, 2]] as never)).toThrow("Write tensor(…) around it.");
  });
});

/** AdamW decays a weight without a slope, as it should; everything else leaves it. */
function adamwAside(rule: Optimizer): Optimizer {
  return rule.name === "adamw" ? adamw(0.1, { weightDecay: 0 }) : rule;
}

describe("properties", () => {
  const gradients = [1, -2, 0.5, 3, 1, -1, 0.25, 2];
  const scaled = gradients.map((g) => 1000 * g);

  test.each([
    ["Adam", adam(0.1, { epsilon: 0 })],
    ["Adamax", adamax(0.1, { epsilon: 0 })],
    ["Adagrad", adagrad(0.1, { epsilon: 0 })],
    ["RMSProp", rmsprop(0.1, { epsilon: 0 })],
  ])("%s does not see the scale of the gradient when ε is 0", (_name, rule) => {
    expectAgreement(path(rule, 1, scaled), path(rule, 1, gradients), {
      ...ROUNDING,
      absolute: 1e-14,
    });
  });

  test("with ε = 1e-8 Adam is invariant to about ε/|g|, and not at all for gradients below ε", () => {
    const [small] = path(adam(1), 0, [1e-10]); // 1e-10/(1e-10 + 1e-8) = 1/101
    expectAgreement(small!, -1 / 101, ROUNDING);
    const [usual] = path(adam(1), 0, [1]);
    expect(Math.abs(usual! + 1)).toBeLessThan(1.1e-8);
  });

  test("gradient descent does see it", () => {
    expectAgreement(
      path(gradientDescent(1), 0, scaled),
      path(gradientDescent(1000), 0, gradients),
      ROUNDING,
    );
  });

  test("the first step of Adam, Adamax and Adagrad is η, whatever the gradient; RMSProp's η/√(1 − ρ)", () => {
    for (const g of [1e-3, 7, 1e6]) {
      for (const rule of [
        adam(0.1, { epsilon: 0 }),
        adamax(0.1, { epsilon: 0 }),
        adagrad(0.1, { epsilon: 0 }),
      ]) {
        expectAgreement(path(rule, 0, [g]), [-0.1], ROUNDING);
      }
      expectAgreement(
        path(rmsprop(0.1, { epsilon: 0 }), 0, [g]),
        [-0.1 / Math.sqrt(0.1)],
        ROUNDING,
      );
    }
  });

  test("Adagrad's rate only falls: under gradients of one size the step is η/√t", () => {
    const places = path(adagrad(1, { epsilon: 0 }), 0, Array(20).fill(3));
    const steps = places.map((w, i) => (places[i - 1] ?? 0) - w);
    expectAgreement(
      steps,
      steps.map((_, i) => 1 / Math.sqrt(i + 1)),
      { ...ROUNDING, absolute: 1e-14 },
    );
  });

  test("momentum's step grows to η/(1 − μ) under a constant gradient", () => {
    const places = path(momentum(0.1, 0.9), 0, Array(400).fill(1));
    expectAgreement(places[398]! - places[399]!, 1, { ...ROUNDING, absolute: 1e-12 });
  });

  test("momentum and Nesterov without memory are gradient descent", () => {
    const plain = path(gradientDescent(0.1), 1, gradients);
    expectAgreement(path(momentum(0.1, 0), 1, gradients), plain, EXACT);
    expectAgreement(path(nesterov(0.1, 0), 1, gradients), plain, EXACT);
  });

  test("AdamW without decay is Adam", () => {
    const byAdam = path(adam(0.1), 1, gradients);
    expectAgreement(path(adamw(0.1, { weightDecay: 0 }), 1, gradients), byAdam, EXACT);
  });

  test("AdamW's decay is decoupled: without slopes the weight shrinks by 1 − ηλ a step", () => {
    const places = path(adamw(0.5, { weightDecay: 0.1 }), 1, [0, 0, 0]);
    expectAgreement(places, [0.95, 0.95 ** 2, 0.95 ** 3], ROUNDING);
    // Put into the gradient instead, Adam divides the decay by itself: a step of η, ten times more.
    expectAgreement(path(adam(0.5, { epsilon: 0 }), 1, [0.1]), [0.5], ROUNDING);
  });

  test("Adadelta needs no learning rate, but its first step is about √ε long", () => {
    // √ε/√((1 − ρ)g² + ε) · g with (1 − ρ)g² ≫ ε is √ε/√(1 − ρ)
    const [w] = path(adadelta(), 0, [1000]);
    expectAgreement(w!, -Math.sqrt(1e-6 / 0.05), { ...ROUNDING, relative: 1e-9 });
  });

  test("a schedule takes the place of the learning rate, counted from 0", () => {
    expect(path(gradientDescent(stepDecay(1, 2, 0.5)), 0, [1, 1, 1])).toEqual([-1, -2, -2.5]);
    expect(path(gradientDescent(cosineDecay(1, 2)), 0, [1, 1, 1, 1]).at(-1)).toBe(-1.5);
    expect(() =>
      path(
        adam(() => -1),
        0,
        [1],
      ),
    ).toThrow("adam: learningRate must be a finite number");
  });
});

test.each([
  [
    () => gradientDescent(-1),
    "gradientDescent: learningRate must be a finite number of at least 0; here learningRate is -1.",
  ],
  [() => gradientDescent(Number.NaN), "learningRate is NaN"],
  [() => momentum(0.1, 1), "momentum: mu must lie in [0, 1); here mu is 1."],
  [() => nesterov(0.1, -0.5), "nesterov: mu must lie in [0, 1)"],
  [() => adagrad(0.1, { epsilon: -1 }), "adagrad: epsilon must be a finite number of at least 0"],
  [() => adagrad(0.1, { initialAccumulator: -1 }), "adagrad: initialAccumulator must be"],
  [() => adadelta(1, { rho: 1.5 }), "adadelta: rho must lie in [0, 1)"],
  [() => adadelta(1, { epsilon: Infinity }), "adadelta: epsilon must be a finite number"],
  [() => rmsprop(0.1, { rho: 1 }), "rmsprop: rho must lie in [0, 1)"],
  [() => rmsprop(0.1, { epsilon: -1 }), "rmsprop: epsilon must be"],
  [() => adam(0.1, { beta1: 1 }), "adam: beta1 must lie in [0, 1)"],
  [() => adam(0.1, { beta2: -0.1 }), "adam: beta2 must lie in [0, 1)"],
  [() => adam(0.1, { epsilon: -1 }), "adam: epsilon must be"],
  [() => adamax(0.1, { beta1: 1 }), "adamax: beta1 must lie in [0, 1)"],
  [() => adamax(0.1, { beta2: 2 }), "adamax: beta2 must lie in [0, 1)"],
  [() => adamax(0.1, { epsilon: -1 }), "adamax: epsilon must be"],
  [
    () => adamw(0.1, { weightDecay: -1 }),
    "adamw: weightDecay must be a finite number of at least 0",
  ],
])("a setting out of range is refused: %s", (make, message) => {
  expect(make).toThrow(ValueError);
  expect(make).toThrow(message);
});
