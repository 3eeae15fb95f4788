/**
 * The 8 × 8 digits can be learned: a linear classifier with softmax, its gradient written by hand,
 * gets more than 93 % of unseen digits right within a second or two.
 */
import { expect, test } from "vitest";
import type { Dataset } from "../../src/datasets/dataset.js";
import { digits } from "../../src/datasets/digits.js";
import { split } from "../../src/datasets/splits.js";
import { add, div, mul, sub } from "../../src/math/arithmetic.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { matMul, transpose } from "../../src/math/linear-algebra.js";
import { Random } from "../../src/math/random.js";
import { sum } from "../../src/math/reductions.js";
import { Tensor, zeros } from "../../src/math/tensor.js";
import { FINITE_DIFFERENCE } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";

interface Parameters {
  /** `[64, 10]` */
  readonly W: Tensor;
  /** `[10]` */
  readonly b: Tensor;
}

/** Softmax of each row of z `[n, 10]`: pᵢ = e^{zᵢ}/Σⱼ e^{zⱼ}. */
function softmaxRows(z: Tensor): Tensor {
  const p = Float64Array.from(z.data);
  for (let start = 0; start < p.length; start += 10) {
    const row = p.subarray(start, start + 10);
    const largest = Math.max(...row);
    let total = 0;
    for (let i = 0; i < 10; i++) {
      row[i] = Math.exp(row[i]! - largest);
      total += row[i]!;
    }
    for (let i = 0; i < 10; i++) row[i] = row[i]! / total;
  }
  return new Tensor(z.shape, p);
}

function oneHot(y: Tensor): Tensor {
  const rows = new Float64Array(y.size * 10);
  for (const [row, label] of y.data.entries()) rows[row * 10 + label] = 1;
  return new Tensor([y.size, 10], rows);
}

const probabilities = ({ W, b }: Parameters, x: Tensor): Tensor =>
  softmaxRows(add(matMul(x, W), b));

/** Mean of −ln p of the right class. */
function loss(parameters: Parameters, { x, y }: Dataset): number {
  const p = probabilities(parameters, x);
  const terms = [...y.data].map((label, row) => -Math.log(p.at(row, label)));
  return terms.reduce((total, term) => total + term, 0) / terms.length;
}

/** ∂J/∂z = (p − y)/n, so ∂J/∂W = xᵀ(p − y)/n and ∂J/∂b = Σ (p − y)/n. */
function gradient(parameters: Parameters, { x, y }: Dataset): Parameters {
  const error = div(sub(probabilities(parameters, x), oneHot(y)), y.size);
  return { W: matMul(transpose(x), error), b: sum(error, 0) };
}

function accuracy(parameters: Parameters, { x, y }: Dataset): number {
  const p = probabilities(parameters, x).toArray() as number[][];
  const right = p.filter((row, i) => row.indexOf(Math.max(...row)) === y.at(i));
  return right.length / y.size;
}

/** Pixels from 0 to 1 instead of 0 to 16. */
const scaled = ({ x, y }: Dataset): Dataset => ({ x: div(x, 16), y });

const parts = split(new Random(1), digits(), { train: 0.8, test: 0.2 }, { stratified: true });
const [train, unseen] = [scaled(parts.train), scaled(parts.test)];

test("the gradient written by hand is that of the loss", () => {
  const random = new Random(2);
  const draw = (shape: readonly number[]): Tensor =>
    new Tensor(
      shape,
      zeros(shape).data.map(() => random.normal(0, 0.1)),
    );
  const at: Parameters = { W: draw([64, 10]), b: draw([10]) };
  const { W, b } = gradient(at, unseen);
  /** The loss when one entry of a parameter is replaced. */
  const lossWith = (name: keyof Parameters, entry: number) => (value: number) => {
    const changed = new Tensor(at[name].shape, Float64Array.from(at[name].data));
    changed.data[entry] = value;
    return loss({ ...at, [name]: changed }, unseen);
  };
  for (const entry of [203, 333, 427]) {
    const numeric = centralDifference(lossWith("W", entry), at.W.data[entry]!);
    expectAgreement(W.data[entry]!, numeric, FINITE_DIFFERENCE);
  }
  expectAgreement(b.at(4), centralDifference(lossWith("b", 4), at.b.at(4)), FINITE_DIFFERENCE);
});

/** Gradient descent on all rows at once, from zero: parameters ← parameters − 2 · gradient. */
function descend(data: Dataset, steps: number): Parameters {
  let [W, b] = [zeros([64, 10]), zeros([10])];
  for (let step = 0; step < steps; step++) {
    const slope = gradient({ W, b }, data);
    [W, b] = [sub(W, mul(2, slope.W)), sub(b, mul(2, slope.b))];
  }
  return { W, b };
}

test("a linear softmax classifier gets more than 93 % of unseen digits right", () => {
  const untrained = descend(train, 0);
  expect(loss(untrained, train)).toBeCloseTo(Math.log(10), 12);
  const trained = descend(train, 150);
  expect(loss(trained, train)).toBeLessThan(0.2);
  expect(accuracy(trained, unseen)).toBeGreaterThan(0.93);
});

test("with shuffled answers there is nothing to learn: about one in ten is right", () => {
  const y = new Tensor([train.y.size], new Float64Array(new Random(3).shuffle([...train.y.data])));
  expect(accuracy(descend({ x: train.x, y }, 50), unseen)).toBeLessThan(0.25);
});
