/** A network of this library learns handwritten digits it has not seen. */
import { describe, expect, test } from "vitest";
import { takeRows } from "../../src/datasets/dataset.js";
import { digits } from "../../src/datasets/digits.js";
import { split } from "../../src/datasets/splits.js";
import { relu } from "../../src/math/activations.js";
import { mul } from "../../src/math/arithmetic.js";
import { dense } from "../../src/math/dense-layer.js";
import { argMax } from "../../src/math/largest.js";
import type { Operand } from "../../src/math/operation.js";
import { adam } from "../../src/math/optimizers/adam.js";
import { Random } from "../../src/math/random.js";
import { softmaxCrossEntropy } from "../../src/math/softmax-cross-entropy.js";
import { Tensor, zeros } from "../../src/math/tensor.js";
import { train } from "../../src/math/training.js";

const BATCH = 64;
const EPOCHS = 30;

type Parameters = {
  readonly W1: Operand;
  readonly b1: Operand;
  readonly W2: Operand;
  readonly b2: Operand;
};
const network = (p: Parameters, x: Tensor) => dense(dense(x, p.W1, p.b1, relu), p.W2, p.b2);

describe("64-96-10 ReLU, Adam, 30 epochs of 8×8 digits", () => {
  test.each([1, 2])(
    "reaches 97 %% on the held-out fifth with seed %i",
    (seed) => {
      const random = new Random(seed);
      const data = digits();
      const scaled = { x: mul(data.x, 1 / 16), y: data.y };
      const parts = split(
        random.fork("split"),
        scaled,
        { train: 0.8, test: 0.2 },
        { stratified: true },
      );
      const he = (inputs: number, outputs: number): Tensor => {
        const draws = random.fork(`${inputs}`);
        const std = Math.sqrt(2 / inputs);
        const entries = Array.from({ length: inputs * outputs }, () => draws.normal(0, std));
        return new Tensor([inputs, outputs], Float64Array.from(entries));
      };
      const order = random.fork("order");
      const rows = Array.from({ length: parts.train.y.size }, (_, i) => i);
      const steps = train({
        parameters: { W1: he(64, 96), b1: zeros([96]), W2: he(96, 10), b2: zeros([10]) },
        loss: (p, batch: { x: Tensor; y: Tensor }) =>
          softmaxCrossEntropy(network(p, batch.x), batch.y),
        *batches() {
          const shuffled = order.shuffle(rows);
          for (let i = 0; i + BATCH <= rows.length; i += BATCH) {
            yield takeRows(parts.train, shuffled.slice(i, i + BATCH));
          }
        },
        optimizer: adam(0.003),
        epochs: EPOCHS,
      });
      const last = [...steps].at(-1)!;
      const { x, y } = parts.test;
      const guesses = argMax(network(last.parameters(), x) as Tensor, 1);
      const right = y.data.filter((label, i) => guesses.data[i] === label).length;
      expect(right / y.size).toBeGreaterThan(0.97);
    },
    60_000,
  );
});
