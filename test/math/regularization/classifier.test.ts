import { describe, expect, test } from "vitest";
import { linear, relu } from "../../../src/math/activations.js";
import { heNormal } from "../../../src/math/initializers.js";
import { forward, parametersOf, withParameters } from "../../../src/math/network.js";
import { adam } from "../../../src/math/optimizers/adam.js";
import { Random } from "../../../src/math/random.js";
import { augment } from "../../../src/math/regularization/augmentation.js";
import {
  type ClassifierOptions,
  fitClassifier,
} from "../../../src/math/regularization/classifier.js";
import { softmaxCrossEntropy } from "../../../src/math/softmax-cross-entropy.js";
import { type tensor, zeros } from "../../../src/math/tensor.js";
import { ROUNDING } from "../../../src/math/tolerances.js";
import { train as steps } from "../../../src/math/training.js";
import { expectAgreement } from "../agree.js";

const draws = new Random(1);
const rows = (n: number) => {
  const x = Array.from({ length: n }, () => Array.from({ length: 4 }, () => draws.uniform()));
  return { x, y: x.map(([a = 0, b = 0, c = 0]) => (a > b ? (b > c ? 0 : 1) : 2)) };
};
const train = rows(20);
const held = rows(30);
const learn = (own: Partial<ClassifierOptions> = {}) =>
  fitClassifier({ train, classes: 3, hidden: 16, epochs: 80, random: new Random(2), ...own });

test("without a regularizer it is the network and the training of chapters 1 and 4", () => {
  const start = new Random(2).fork("weights");
  const network = [
    { W: heNormal([4, 16], start), b: zeros([16]), g: relu },
    { W: heNormal([16, 3], start), b: zeros([3]), g: linear },
  ];
  let last = network as ReturnType<typeof withParameters>;
  for (const step of steps({
    parameters: parametersOf(network),
    loss: (W, x: number[][]) =>
      softmaxCrossEntropy(forward(withParameters(network, W), x), train.y),
    batches: () => [train.x],
    optimizer: adam(0.02),
    epochs: 80,
  })) {
    last = withParameters(network, step.parameters());
  }
  expectAgreement(learn().scores(held.x), forward(last as typeof network, held.x), ROUNDING);
});

test("it learns its examples by heart, and two runs of one seed are one run", () => {
  expect(learn({ epochs: 300 }).errorOn(train)).toBe(0);
  expect(learn({ dropout: 0.3, noise: 0.1 }).scores(held.x)).toEqual(
    learn({ dropout: 0.3, noise: 0.1 }).scores(held.x),
  );
});

test("a penalty makes the scores smaller", () => {
  const size = (own: Partial<ClassifierOptions>) => Math.hypot(...learn(own).scores(train.x).data);
  expect(size({ l1: 0.01 })).toBeLessThan(size({}));
  expect(size({ l2: 0.01 })).toBeLessThan(size({}));
});

test("dropout, noise and changed images act in training and not at inference", () => {
  const plain = learn().scores(held.x);
  for (const own of [{ dropout: 0.5 }, { noise: 0.5 }]) {
    const made = learn(own);
    expect(made.scores(held.x)).not.toEqual(plain);
    expect(made.scores(held.x)).toEqual(made.scores(held.x));
  }
  const seen: number[] = [];
  const change = (x: ReturnType<typeof tensor>, random: Random) => {
    seen.push(x.shape[0]!);
    return augment(x, { height: 2, width: 2 }, { flip: true }, random);
  };
  learn({ augment: change, epochs: 3 }).errorOn(held);
  expect(seen).toEqual([20, 20, 20]);
});

describe("normalization", () => {
  test("by layers or over the batch, an answer does not depend on its neighbours", () => {
    for (const normalize of ["batch", "layer"] as const) {
      const { scores } = learn({ normalize });
      const together = scores(held.x).toArray() as number[][];
      expectAgreement(scores([held.x[3]!]), [together[3]!], ROUNDING);
    }
  });

  test("adds a scale and a shift a unit", () => {
    expect(learn().size).toBe(4 * 16 + 16 + 16 * 3 + 3);
    expect(learn({ normalize: "layer" }).size).toBe(learn().size + 32);
  });
});

test("stopping keeps the epoch of the lowest held-out loss", () => {
  const stopped = learn({ stopBy: held, epochs: 200 });
  const losses = [1, 2, 3].map((more) => learn({ epochs: stopped.epoch + more }).scores(held.x));
  const best = softmaxCrossEntropy(stopped.scores(held.x), held.y);
  expect(stopped.epoch).toBeLessThan(200);
  expectAgreement(
    stopped.scores(held.x),
    learn({ epochs: stopped.epoch }).scores(held.x),
    ROUNDING,
  );
  for (const later of losses) expect(softmaxCrossEntropy(later, held.y)).toBeGreaterThan(best);
});

test("refuses what cannot be trained", () => {
  expect(() => learn({ hidden: 0 })).toThrow("hidden is a whole number of at least 1");
  expect(() => learn({ dropout: 1 })).toThrow("rate must be from 0 to below 1");
  expect(() => learn({ l1: -1 })).toThrow("l1 must be");
  expect(() => learn({ random: undefined as unknown as Random })).toThrow("seeded generator");
});
