import { describe, expect, test } from "vitest";
import { add, mul, sub } from "../../../src/math/arithmetic.js";
import { bfgs, bfgsUpdate } from "../../../src/math/beyond/bfgs.js";
import {
  conjugateGradient,
  conjugateGradientSolve,
} from "../../../src/math/beyond/conjugate-gradient.js";
import { lBfgs, lBfgsProduct } from "../../../src/math/beyond/l-bfgs.js";
import { armijoLineSearch, wolfeLineSearch } from "../../../src/math/beyond/line-search.js";
import {
  cholesky,
  choleskySolve,
  leastSquares,
  linearSolve,
} from "../../../src/math/beyond/linear-solve.js";
import { newton, numericalHessian } from "../../../src/math/beyond/newton.js";
import { lastStep } from "../../../src/math/beyond/search.js";
import { dot, matMul, transpose } from "../../../src/math/linear-algebra.js";
import { Random } from "../../../src/math/random.js";
import { ShapeError } from "../../../src/math/shape.js";
import { Tensor, tensor } from "../../../src/math/tensor.js";
import { FINITE_DIFFERENCE, LINEAR_SOLVE, ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";
import {
  bowl,
  bowlGradient,
  cliff,
  counting,
  valley,
  valleyGradient,
  valleyHessian,
} from "./costs.js";

const draw = (seed: number, rows: number, columns: number): number[][] => {
  const random = new Random(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
};
/** A symmetric positive definite matrix. */
const positive = (seed: number, n: number): Tensor => {
  const A = draw(seed, n, n);
  return add(
    matMul(transpose(A), A),
    A.map((_, i) => A.map((__, j) => (i === j ? 1 : 0))),
  );
};

describe("linear systems", () => {
  test("2x + y = 3, x + 3y = 4 has x = y = 1, and a zero pivot is exchanged", () => {
    expectAgreement(
      linearSolve(
        [
          [2, 1],
          [1, 3],
        ],
        [3, 4],
      ),
      [1, 1],
      ROUNDING,
    );
    expect(
      linearSolve(
        [
          [0, 1],
          [1, 0],
        ],
        [7, 9],
      ).toArray(),
    ).toEqual([9, 7]);
  });

  test("A x gives b back, for one right side and for several", () => {
    const [A, B] = [draw(1, 6, 6), draw(2, 6, 3)];
    expectAgreement(matMul(A, linearSolve(A, B)), B, LINEAR_SOLVE);
    expectAgreement(
      matMul(
        A,
        linearSolve(
          A,
          B.map((row) => row[0]!),
        ),
      ),
      B.map((row) => row[0]!),
      LINEAR_SOLVE,
    );
  });

  test("cholesky by hand: [[4, 2], [2, 5]] = L Lᵀ with L = [[2, 0], [1, 2]]", () => {
    expect(
      cholesky([
        [4, 2],
        [2, 5],
      ])?.toArray(),
    ).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBe(undefined); // eigenvalues 3 and −1
    expect(
      cholesky([
        [0, 0],
        [0, 1],
      ]),
    ).toBe(undefined);
  });

  test("cholesky and elimination give the same answer", () => {
    const [A, b] = [positive(3, 5), draw(4, 1, 5)[0]!];
    const L = cholesky(A)!;
    expectAgreement(matMul(L, transpose(L)), A, LINEAR_SOLVE);
    expectAgreement(choleskySolve(L, b), linearSolve(A, b), LINEAR_SOLVE);
  });

  test("least squares by hand: the line through (0, 1), (1, 2), (2, 2) is 7/6 + x/2", () => {
    // normal equations: 3a + 3b = 5, 3a + 5b = 6 ⇒ b = 1/2, a = 7/6
    expectAgreement(
      leastSquares(
        [
          [1, 0],
          [1, 1],
          [1, 2],
        ],
        [1, 2, 2],
      ),
      [7 / 6, 0.5],
      LINEAR_SOLVE,
    );
  });

  test("the residual is at right angles to the columns; a ridge solves (XᵀX + λI) w = Xᵀy", () => {
    const [X, y] = [draw(5, 12, 4), draw(6, 12, 2)];
    const W = leastSquares(X, y);
    const across = matMul(transpose(X), sub(y, matMul(X, W)));
    expectAgreement(
      across,
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      { ...LINEAR_SOLVE, absolute: 1e-13 },
    );
    const normal = add(
      matMul(transpose(X), X),
      mul(0.7, [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ]),
    );
    expectAgreement(
      leastSquares(X, y, 0.7),
      linearSolve(normal, matMul(transpose(X), y)),
      LINEAR_SOLVE,
    );
  });

  test("bad input is named", () => {
    expect(() =>
      linearSolve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 1],
      ),
    ).toThrow("A must not be singular");
    expect(() => linearSolve([[1, 2]], [1])).toThrow("A must be square, [n, n]; here A is [1, 2].");
    expect(() =>
      linearSolve(
        [
          [1, 0],
          [0, 1],
        ],
        [1],
      ),
    ).toThrow(ShapeError);
    expect(() =>
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toThrow("must not depend on each other");
    expect(() => leastSquares([[1, 2]], [1])).toThrow(ValueError);
    expect(() => leastSquares([[1, 2]], [1, 2])).toThrow(ShapeError);
    expect(() => leastSquares([[1]], [1], -1)).toThrow("ridge must be finite and not negative");
  });
});

describe("line searches", () => {
  test("Armijo by hand: (1 − 4α)² from 1 with slope −8 is 9 at 1, 1 at ½, 0 at ¼", () => {
    const { cost, calls } = counting((w) => (1 - 4 * w.at(0)) ** 2);
    const alpha = armijoLineSearch((a) => cost(tensor([a])), { loss: 1, slope: -8 });
    expect([alpha, calls()]).toEqual([0.25, 3]);
  });

  test("a step into the undefined counts as too far", () => {
    expect(
      armijoLineSearch((a) => (a > 0.3 ? Number.POSITIVE_INFINITY : -a), { loss: 0, slope: -1 }),
    ).toBe(0.25);
  });

  test.each([
    ["a step that is much too short", 1e-3],
    ["a step that is much too long", 1e3],
  ])("Wolfe: both conditions hold after %s", (_, first) => {
    for (const [phi, slopeAt] of [
      [(a: number) => (a - 3) ** 2, (a: number) => 2 * (a - 3)],
      [(a: number) => -a / (a * a + 2), (a: number) => (a * a - 2) / (a * a + 2) ** 2],
      [(a: number) => Math.cos(a) - a / 5, (a: number) => -Math.sin(a) - 0.2],
    ] as const) {
      const start = { loss: phi(0), slope: slopeAt(0) };
      const alpha = wolfeLineSearch(phi, slopeAt, start, { first, curvature: 0.1 });
      expect(phi(alpha)).toBeLessThanOrEqual(start.loss + 1e-4 * alpha * start.slope);
      expect(Math.abs(slopeAt(alpha))).toBeLessThanOrEqual(0.1 * Math.abs(start.slope));
    }
  });

  test("bad input is named", () => {
    const up = { loss: 0, slope: 1 };
    expect(() => armijoLineSearch((a) => a, up)).toThrow("the direction must lead down");
    expect(() =>
      wolfeLineSearch(
        (a) => a,
        () => 1,
        up,
      ),
    ).toThrow("check the gradient's sign");
    expect(() => armijoLineSearch((a) => a, { loss: 0, slope: -1 })).toThrow(
      "no step of 60 tried fulfils",
    );
    expect(() =>
      wolfeLineSearch(
        (a) => -a,
        () => -1,
        { loss: 0, slope: -1 },
      ),
    ).toThrow("no step of 60");
    expect(() => armijoLineSearch((a) => a, { loss: 0, slope: -1 }, { shrink: 1 })).toThrow(
      "shrink must lie between 0 and 1",
    );
    const swapped = { decrease: 0.5, curvature: 0.2 };
    expect(() =>
      wolfeLineSearch(
        (a) => a,
        () => 1,
        { loss: 0, slope: -1 },
        swapped,
      ),
    ).toThrow("c₁ must be below c₂");
  });
});

describe("newton, Eq. (6.7)", () => {
  const bowlHessian = () =>
    tensor([
      [2, 0],
      [0, 8],
    ]);

  test("one step finishes a quadratic: (5, 7) − H⁻¹(8, 72) = (1, −2)", () => {
    const trace = [...newton(bowl, bowlGradient, bowlHessian, [5, 7], { steps: 10 })];
    expect(trace).toHaveLength(2);
    expectAgreement(trace[1]!.w, [1, -2], ROUNDING);
    expect(trace[1]!.evaluations).toBe(5); // loss and gradient twice, one Hessian
  });

  test("walks down Rosenbrock's valley, with differences for the Hessian too", () => {
    for (const hessian of [valleyHessian, (w: Tensor) => numericalHessian(valleyGradient, w)]) {
      const trace = [...newton(valley, valleyGradient, hessian, [-1.2, 1], { steps: 60 })];
      expectAgreement(trace.at(-1)!.w, [1, 1], { ...LINEAR_SOLVE, relative: 1e-8 });
      expect(trace.length).toBeLessThan(30);
    }
  });

  test("near a maximum the pure step would climb; damped, it goes down", () => {
    // C = cos w at 0.1: H = −cos 0.1 < 0, the pure step 0.1 − tan 0.1 leads to the maximum at 0.
    const trace = [
      ...newton(
        (w) => Math.cos(w.at(0)),
        (w) => tensor([-Math.sin(w.at(0))]),
        (w) => tensor([[-Math.cos(w.at(0))]]),
        [0.1],
        { steps: 50 },
      ),
    ];
    expect(trace[1]!.damping).toBeGreaterThan(0.9);
    expect(trace.at(-1)!.loss).toBeCloseTo(-1, 12);
    expect(trace.every(({ loss }, i) => i === 0 || loss < trace[i - 1]!.loss)).toBe(true);
  });

  test("numericalHessian agrees with the Hessian by hand and is symmetric", () => {
    const H = numericalHessian(valleyGradient, [-1.2, 1]);
    expectAgreement(H, valleyHessian(tensor([-1.2, 1])), { ...FINITE_DIFFERENCE, relative: 1e-7 });
    expect(H.at(0, 1)).toBe(H.at(1, 0));
  });

  test("bad input is named", () => {
    const run = (H: () => Tensor) => () =>
      lastStep(newton(bowl, bowlGradient, H, [0, 0], { steps: 1 }));
    expect(run(() => tensor([[1]]))).toThrow("the Hessian is [n, n] for w [n], Eq. (6.7)");
    expect(
      run(() =>
        tensor([
          [Infinity, 0],
          [0, 1],
        ]),
      ),
    ).toThrow("every entry of the Hessian must be a finite number");
    expect(() => newton(bowl, bowlGradient, bowlHessian, [0, 0], { steps: 0 })).toThrow("steps");
    expect(() =>
      lastStep(newton(bowl, () => tensor([1]), bowlHessian, [0, 0], { steps: 1 })),
    ).toThrow("the gradient has one entry a weight, Eq. (3.1); here gradient is [1], w is [2].");
  });
});

describe("conjugate gradients, Eq. (6.8)", () => {
  test("two steps by hand for A = [[4, 1], [1, 3]], b = (1, 2)", () => {
    // r = d = (1, 2), Ad = (6, 7), α = 5/20 = ¼: x = (¼, ½), r = (−½, ¼). β = (5/16)/5 = 1/16.
    const trace = conjugateGradientSolve(
      [
        [4, 1],
        [1, 3],
      ],
      [1, 2],
    );
    expect(trace).toHaveLength(3);
    expect(trace[1]!.x.toArray()).toEqual([0.25, 0.5]);
    expect(trace[1]!.residual.toArray()).toEqual([-0.5, 0.25]);
    expect(trace[2]!.direction.toArray()).toEqual([-0.4375, 0.375]); // (−½, ¼) + (1, 2)/16
    expectAgreement(trace[2]!.x, [1 / 11, 7 / 11], ROUNDING);
  });

  test("directions are conjugate, and n steps are exact", () => {
    const [A, b] = [positive(7, 6), draw(8, 1, 6)[0]!];
    const trace = conjugateGradientSolve(A, b);
    expect(trace.length).toBeLessThanOrEqual(7);
    expectAgreement(trace.at(-1)!.x, linearSolve(A, b), { ...LINEAR_SOLVE, relative: 1e-8 });
    const directions = trace.slice(1).map(({ direction }) => direction);
    for (const [i, d] of directions.entries()) {
      for (const other of directions.slice(0, i)) {
        const [size, cross] = [dot(d, matMul(A, d)), dot(other, matMul(A, other))];
        expect(Math.abs(dot(d, matMul(A, other))) / Math.sqrt(size * cross)).toBeLessThan(1e-8);
      }
    }
  });

  test("Polak–Ribière finds the end of Rosenbrock's valley and counts its evaluations", () => {
    const { cost, calls } = counting(valley);
    const trace = [...conjugateGradient(cost, valleyGradient, [-1.2, 1], { steps: 300 })];
    expectAgreement(trace.at(-1)!.w, [1, 1], { ...LINEAR_SOLVE, relative: 1e-6 });
    expect(trace.at(-1)!.evaluations).toBeGreaterThan(calls());
    expect(trace.at(-1)!.evaluations).toBeLessThanOrEqual(2 * calls());
  });

  test("bad input is named", () => {
    expect(() =>
      conjugateGradientSolve(
        [
          [1, 0],
          [0, -1],
        ],
        [1, 2],
      ),
    ).toThrow("positive definite, dᵀA d > 0, Eq. (6.8)");
    expect(() => conjugateGradientSolve([[1, 0]], [1])).toThrow(ShapeError);
    expect(() => conjugateGradient(bowl, bowlGradient, [0, 0], { steps: -1 })).toThrow("steps");
    expect(() => lastStep(conjugateGradient(cliff, (w) => w, [2], { steps: 3 }))).toThrow(
      "the cost must be a finite number",
    );
  });
});

describe("bfgs, Eq. (6.9)", () => {
  test("the update by hand: B = I, s = (1, 0), y = (2, 0) halves the first entry", () => {
    expect(
      bfgsUpdate(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 0],
        [2, 0],
      ).toArray(),
    ).toEqual([
      [0.5, 0],
      [0, 1],
    ]);
  });

  test("secant equation, symmetry and positive definiteness", () => {
    const [B, s] = [positive(9, 5), draw(10, 1, 5)[0]!];
    const y = matMul(positive(11, 5), s);
    const updated = bfgsUpdate(B, s, y);
    expectAgreement(matMul(updated, y), s, LINEAR_SOLVE);
    expectAgreement(transpose(updated), updated, LINEAR_SOLVE);
    expect(cholesky(updated)?.shape).toEqual([5, 5]);
  });

  test("first step is along minus the gradient", () => {
    const [start, next] = [...bfgs(bowl, bowlGradient, [5, 7], { steps: 1 })];
    const [s, g] = [sub(next!.w, start!.w), bowlGradient(start!.w)];
    expect(s.at(0) * g.at(1)).toBeCloseTo(s.at(1) * g.at(0), 10);
    expect(dot(s, g)).toBeLessThan(0);
  });

  test("finds the end of Rosenbrock's valley with far fewer steps than gradient descent", () => {
    const trace = [...bfgs(valley, valleyGradient, [-1.2, 1], { steps: 200 })];
    expectAgreement(trace.at(-1)!.w, [1, 1], { ...LINEAR_SOLVE, relative: 1e-7 });
    expect(trace.length).toBeLessThan(60);
    expect(trace.every(({ loss }, i) => i === 0 || loss < trace[i - 1]!.loss)).toBe(true);
  });

  test("bad input is named", () => {
    expect(() => bfgsUpdate([[1]], [1], [-1])).toThrow(
      "the gradient must grow along the step, yᵀs > 0, Eq. (6.9)",
    );
    expect(() =>
      bfgsUpdate(
        [
          [1, 0],
          [0, 1],
        ],
        [1],
        [1],
      ),
    ).toThrow(ShapeError);
    expect(() => lastStep(bfgs(bowl, () => tensor([Infinity, 0]), [0, 0], { steps: 1 }))).toThrow(
      "every entry of the gradient",
    );
  });
});

describe("lBfgs, Eq. (6.10)", () => {
  test("the two loops give what the matrices of BFGS give", () => {
    const n = 4;
    const A = positive(12, n);
    const pairs = [13, 14, 15].map((seed) => {
      const s = draw(seed, 1, n)[0]!;
      return { s, y: matMul(A, s) };
    });
    const g = draw(16, 1, n)[0]!;
    let B = mul(
      0.3,
      tensor([
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ]),
    );
    for (const { s, y } of pairs) B = bfgsUpdate(B, s, y);
    expectAgreement(lBfgsProduct(pairs, g, 0.3), matMul(B, g), LINEAR_SOLVE);
  });

  test("with full memory and no rescaling it walks as BFGS does", () => {
    const steps = 12;
    const full = [
      ...lBfgs(valley, valleyGradient, [-1.2, 1], { steps, memory: 100, rescale: false }),
    ];
    const dense = [...bfgs(valley, valleyGradient, [-1.2, 1], { steps })];
    for (const [i, { w, evaluations }] of full.entries()) {
      expectAgreement(w, dense[i]!.w, { ...LINEAR_SOLVE, relative: 1e-9 });
      expect(evaluations).toBe(dense[i]!.evaluations);
    }
  });

  test("with short memory it still finds the minimum in twenty dimensions", () => {
    const scales = Float64Array.from({ length: 20 }, (_, i) => 10 ** (i / 7));
    const steep = new Tensor([20], scales);
    const cost = (w: Tensor) => dot(steep, mul(w, w)) / 2;
    const start = Array<number>(20).fill(1);
    const last = lastStep(lBfgs(cost, (w) => mul(steep, w), start, { steps: 300, memory: 5 }));
    expect(last.loss).toBeLessThan(1e-14);
  });

  test("bad input is named", () => {
    expect(() => lBfgs(bowl, bowlGradient, [0, 0], { steps: 1, memory: 0 })).toThrow(
      "memory must be a whole number",
    );
    expect(() => lBfgsProduct([{ s: [1], y: [-1] }], [1], 1)).toThrow("yᵀs > 0, Eq. (6.10)");
  });
});
