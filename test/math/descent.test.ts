import { describe, expect, test } from "vitest";
import { type DescentStep, descentEnd, descentSteps } from "../../src/math/descent.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { momentum } from "../../src/math/optimizers/momentum.js";
import { doubleWell, openDoubleWell, ravine, saddle } from "../../src/math/surfaces.js";
import { tensor } from "../../src/math/tensor.js";
import { ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

/** How often a coordinate changes its sign along the way. */
function signChanges(path: readonly DescentStep[], axis: number): number {
  return path.filter(({ w }, i) => i > 0 && w.at(axis) * path[i - 1]!.w.at(axis) < 0).length;
}

describe("descentSteps", () => {
  test("yields the start and every step after it, with loss and gradient of that place", () => {
    const path = [...descentSteps(ravine(4), [8, 1], gradientDescent(0.25), { steps: 2 })];
    // x: 8 → 8·¾ = 6 → 4.5; y: 1 → 1 − ¼·4 = 0
    expect(path.map(({ w }) => w.toArray())).toEqual([
      [8, 1],
      [6, 0],
      [4.5, 0],
    ]);
    expect(path.map(({ loss }) => loss)).toEqual([34, 18, 10.125]);
    expect(path.map(({ gradient }) => gradient.at(0))).toEqual([8, 6, 4.5]);
    expect(path.map(({ status }) => status)).toEqual(["under way", "under way", "out of steps"]);
  });

  test("stops where the slope is as small as the tolerance, or at once if it is so at the start", () => {
    const end = descentEnd(descentSteps(ravine(1), [8, 0], gradientDescent(0.5), { tolerance: 1 }));
    expect([end.step, end.status, end.w.at(0)]).toEqual([3, "converged", 1]);
    const still = [...descentSteps(ravine(1), [0, 0], gradientDescent(0.5))];
    expect(still.map(({ status }) => status)).toEqual(["converged"]);
  });

  test("can be left early and walked again from the start", () => {
    const walk = descentSteps(ravine(2), [1, 1], momentum(0.1));
    const seen: number[] = [];
    for (const { step, loss } of walk) {
      seen.push(step);
      if (loss < 0.5) break;
    }
    expect(seen.length).toBeLessThan(20);
    expect([...walk].slice(0, seen.length).map(({ step }) => step)).toEqual(seen);
  });

  test("notices divergence, also to −∞ and through a loss that is no number", () => {
    const up = descentEnd(descentSteps(ravine(20), [10, 1], gradientDescent(0.2)));
    expect(up.status).toBe("diverged");
    expect(up.loss).toBeGreaterThan(1e10);
    expect(descentEnd(descentSteps(saddle, [0, 1], gradientDescent(0.5))).status).toBe("diverged");
    const root = {
      value: (w: { at(i: number): number }) => Math.sqrt(w.at(0)),
      gradient: () => tensor([1]),
    };
    const [first, second, third] = descentSteps(root, [1], gradientDescent(0.75));
    expect([first?.status, second?.status, third?.status]).toEqual([
      "under way",
      "under way",
      "diverged",
    ]);
  });

  test("refuses settings and starts that mean nothing", () => {
    const go = (start: number[], settings: object) =>
      descentSteps(ravine(), start, gradientDescent(), settings);
    expect(() => go([1, 1], { steps: 1.5 })).toThrow(
      "descentSteps: steps must be a whole number of at least 0",
    );
    expect(() => go([1, 1], { tolerance: -1 })).toThrow(
      "descentSteps: tolerance must be a finite number",
    );
    expect(() => go([1, Infinity], {})).toThrow("descentSteps: the start must be finite");
    expect(() => go([1, Number.NaN], {})).toThrow(ValueError);
  });
});

describe("the learning rate on a ravine with κ = 20", () => {
  const walk = (eta: number) => [
    ...descentSteps(ravine(20), [10, 1], gradientDescent(eta), { steps: 100 }),
  ];

  test("too small: it creeps; after 100 steps 90 % of the way along the ravine is left", () => {
    const path = walk(0.001);
    expect(path.at(-1)!.w.at(0)).toBeGreaterThan(9);
    expect(signChanges(path, 1)).toBe(0);
  });

  test("right, just below 1/κ: no zig-zag, and the way is done to 0.6 %", () => {
    const path = walk(0.0499);
    expect(path.at(-1)!.w.at(0)).toBeLessThan(0.06);
    expect(signChanges(path, 1)).toBe(0);
  });

  test("between 1/κ and 2/κ: it zig-zags, a change of sign in every step, and still arrives", () => {
    const path = walk(0.09);
    expect(signChanges(path, 1)).toBe(100);
    expect(path.at(-1)!.loss).toBeLessThan(1e-6);
  });

  test("above 2/κ: it overshoots by more each time and diverges", () => {
    const path = walk(0.11);
    expect(path.at(-1)!.status).toBe("diverged");
    expect(signChanges(path, 1)).toBe(path.length - 1);
    // y is multiplied by 1 − 20·0.11 = −1.2 in each step
    expectAgreement(path[10]!.w.at(1), 1.2 ** 10, ROUNDING);
  });

  test("momentum gets along the ravine faster at the same rate", () => {
    const plain = walk(0.01).at(-1)!.w.at(0);
    const heavy = descentEnd(
      descentSteps(ravine(20), [10, 1], momentum(0.01), { steps: 100 }),
    ).w.at(0);
    expect(Math.abs(heavy)).toBeLessThan(plain / 20);
  });
});

describe("local minima and one parameter more", () => {
  const settings = { steps: 5000, tolerance: 1e-10 };
  const trap = 0.9601495555191055;

  test("on the line the descent from the right is trapped in the higher bottom", () => {
    const end = descentEnd(descentSteps(doubleWell, [2], gradientDescent(0.02), settings));
    expect(end.status).toBe("converged");
    expectAgreement(end.w, [trap], { ...ROUNDING, relative: 1e-9 });
  });

  test.each([1e-6, 1e-3, 0.01])("in the plane it goes around the hill, from y = %d", (y) => {
    const path = [...descentSteps(openDoubleWell, [2, y], gradientDescent(0.02), settings)];
    const minimum = openDoubleWell.minimum!;
    expectAgreement(path.at(-1)!.w, minimum, { ...ROUNDING, absolute: 1e-5 });
    // Around, and not over: at x = 0 it is on the ring, about 1 from the summit at 0.
    const crossing = path.find(({ w }) => w.at(0) <= 0)!;
    expect(crossing.w.at(1)).toBeGreaterThan(0.9);
    const rises = path.map(({ loss }, i) => (i === 0 ? 0 : loss - path[i - 1]!.loss));
    expect(Math.max(...rises)).toBeLessThan(1e-15); // never uphill, but for the last rounding
  });
});
