import { describe, expect, test } from "vitest";
import { add, log, mul, sqrt as sqrtOf, square, sub } from "../../src/math/arithmetic.js";
import { matMul } from "../../src/math/linear-algebra.js";
import type { Value } from "../../src/math/operation.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { mean } from "../../src/math/reductions.js";
import { type Tensor, tensor, zeros } from "../../src/math/tensor.js";
import { type TrainingStep, train } from "../../src/math/training.js";
import { explainDivergence } from "../../src/math/training-error.js";
import { ValueError } from "../../src/math/value-error.js";

// y = 2x + 1 at three points: J = mean (w x + b − y)²
const batch = { x: tensor([[0], [1], [2]]), y: tensor([[1], [3], [5]]) };
type Batch = typeof batch;
const parameters = { W: zeros([1, 1]), b: zeros([1]) };
type Tracked = { readonly W: Value; readonly b: Value };
const loss = (p: Tracked, { x, y }: Batch): Value => mean(square(sub(add(matMul(x, p.W), p.b), y)));
const options = (learningRate: number, epochs: number) => ({
  parameters,
  loss,
  batches: () => [batch],
  optimizer: gradientDescent(learningRate),
  epochs,
});
const lastOf = <P extends Readonly<Record<string, Tensor>>>(steps: Iterable<TrainingStep<P>>) =>
  [...steps].at(-1)!;

describe("train", () => {
  test("the first step is the one by hand", () => {
    // At 0: ŷ − y = (−1, −3, −5); ∂J/∂w = 2/3·(0 − 3 − 10) = −26/3, ∂J/∂b = 2/3·(−9) = −6
    const [first] = train(options(0.1, 1));
    expect(first).toMatchObject({ step: 1, epoch: 1, loss: 35 / 3 });
    expect(first?.gradientNorm).toBeCloseTo(Math.hypot(26 / 3, 6), 12);
    expect(first?.parameters().W.item()).toBeCloseTo(2.6 / 3, 12);
    expect(first?.parameters().b.item()).toBeCloseTo(0.6, 12);
  });

  test("finds the line, and leaves the tensors it was given alone", () => {
    const { parameters: found, loss: end } = lastOf(train(options(0.2, 200)));
    expect(found().W.item()).toBeCloseTo(2, 6);
    expect(found().b.item()).toBeCloseTo(1, 6);
    expect(end).toBeLessThan(1e-10);
    expect([parameters.W.item(), parameters.b.item()]).toEqual([0, 0]);
  });

  test("stops when the reader stops, and earlier parameters stay as they were", () => {
    const seen: Tensor[] = [];
    for (const { step, parameters: at } of train(options(0.1, 1000))) {
      seen.push(at().W);
      if (step === 3) break;
    }
    expect(seen.length).toBe(3);
    expect(seen[0]!.item()).not.toBe(seen[2]!.item());
  });

  test("metrics are kept with their step", () => {
    const steps = train({ ...options(0.1, 2), metrics: ({ step }) => ({ twice: 2 * step }) });
    expect([...steps].map(({ metrics }) => metrics)).toEqual([{ twice: 2 }, { twice: 4 }]);
  });

  test("a learning rate that is too large stops with the step, the layer and the cause", () => {
    const run = () => [...train(options(3, 500))];
    expect(run).toThrow(ValueError);
    expect(run).toThrow(
      /^train: step \d+: the loss diverges; here the loss before is \[.*\], max \|[Wb]\| is .*The loss or the weights grew.*the learning rate is too large/,
    );
  });

  test("a NaN at the first step points to the data and the loss, and names the parameter", () => {
    const broken = { ...options(0.1, 5), loss: (p: Tracked) => mean(log(p.W)) };
    expect(() => [...train(broken)]).toThrow(
      /^train: step 1: the loss is -Infinity; .*It broke at the first step: look for a log of 0/,
    );
  });

  test("a gradient that breaks while the loss is calm is found by its name", () => {
    // √ has an infinite slope at 0, and its value there is fine.
    const root = (p: Tracked): Value => {
      const sum = add(p.W, 0);
      return mean(sqrtOf(sum));
    };
    expect(() => [...train({ ...options(0.1, 5), loss: root })]).toThrow(
      "step 1: the gradient of W is not finite",
    );
  });

  test("a loss that was calm until it broke points to the loss itself", () => {
    const error = explainDivergence({
      history: [0.5, 0.4, 0.3, Number.NaN],
      parameters: { W: tensor([0.5, -2]) },
      parameter: null,
    });
    expect(error).toBeInstanceOf(ValueError);
    expect(error.message).toBe(
      "train: step 4: the loss is NaN; here the loss before is [0.5, 0.4, 0.3], max |W| is 2. The loss was calm before: look for a log of 0 or an overflow in the loss. The fused losses, from logits, do not have them.",
    );
  });

  test("a run that breaks late names its step, though few losses are kept", () => {
    let calls = 0;
    // The 31st time the loss is the log of 0.
    const late = (p: Tracked): Value => {
      calls++;
      return calls < 31 ? mean(mul(p.W, p.W)) : mean(log(mul(p.W, 0)));
    };
    const run = () => [...train({ ...options(0.1, 50), loss: late })];
    expect(run).toThrow(/^train: step 31: the loss is -Infinity; .*The loss was calm before/);
  });

  test("nothing to train, no batch and broken counts are refused", () => {
    expect(() => [...train({ ...options(0.1, 1), parameters: {} as never })]).toThrow(
      "at least one",
    );
    expect(() => [...train({ ...options(0.1, 1), batches: () => [] })]).toThrow(
      "an epoch has at least one batch",
    );
    expect(() => [...train(options(0.1, 0.5))]).toThrow("epochs is a whole number");
    expect(() => [...train({ ...options(0.1, 1), parameters: { W: 3 } as never })]).toThrow(
      "here W is 3",
    );
  });
});
