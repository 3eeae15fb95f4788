import { describe, expect, test } from "vitest";
import { sigmoid } from "../../src/math/activations.js";
import {
  binaryCrossEntropy,
  binaryCrossEntropyFromLogits,
} from "../../src/math/binary-cross-entropy.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { explainMismatch } from "../../src/math/compare.js";
import { derivativeByDual, gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { hinge } from "../../src/math/hinge.js";
import type { Loss } from "../../src/math/loss.js";
import { meanSquaredError } from "../../src/math/mean-squared-error.js";
import { negativeLogLikelihood } from "../../src/math/negative-log-likelihood.js";
import { Random } from "../../src/math/random.js";
import { mean } from "../../src/math/reductions.js";
import { ShapeError } from "../../src/math/shape.js";
import { softmax } from "../../src/math/softmax.js";
import { softmaxCrossEntropy } from "../../src/math/softmax-cross-entropy.js";
import { type NestedNumbers, type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

type Entries = number[] | number[][];
interface Case {
  readonly loss: Loss;
  /** Predictions and targets: vectors, then batches, away from kinks. */
  readonly samples: readonly (readonly [Entries, NestedNumbers])[];
}

const random = new Random(21);
const fill = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
const normals = (n: number): number[] => fill(n, () => random.normal(0, 2));
const shares = (n: number): number[] => fill(n, () => random.uniform(0.05, 0.95));
const binary = (n: number): number[] => fill(n, () => random.integer(2));
const signs = (n: number): number[] => binary(n).map((y) => 2 * y - 1);
const classes = (n: number, k: number): number[] => fill(n, () => random.integer(k));
const oneHot = (y: number[], k: number): number[][] =>
  y.map((c) => fill(k, () => 0).map((_, j) => (j === c ? 1 : 0)));

const CASES: readonly Case[] = [
  {
    loss: meanSquaredError,
    samples: [
      [normals(1), normals(1)],
      [normals(7), normals(7)],
      [fill(4, () => normals(3)), fill(4, () => normals(3))],
    ],
  },
  {
    loss: binaryCrossEntropy,
    samples: [
      [shares(1), [1]],
      [shares(8), binary(8)],
      [fill(4, () => shares(2)), fill(4, () => binary(2))],
    ],
  },
  {
    loss: binaryCrossEntropyFromLogits,
    samples: [
      [normals(8), binary(8)],
      [
        [0, 0, 20, -20],
        [0, 1, 0, 1],
      ],
      [fill(4, () => normals(2)), fill(4, () => binary(2))],
    ],
  },
  {
    loss: hinge,
    samples: [
      [normals(9), signs(9)],
      [fill(3, () => normals(2)), fill(3, () => signs(2))],
    ],
  },
  {
    loss: negativeLogLikelihood,
    samples: [
      [shares(3), 2],
      [shares(3), [0, 1, 0]],
      [fill(5, () => shares(4)), classes(5, 4)],
      [fill(5, () => shares(4)), oneHot(classes(5, 4), 4)],
    ],
  },
  {
    loss: softmaxCrossEntropy,
    samples: [
      [normals(3), 2],
      [
        [0, 0, 0],
        [0, 1, 0],
      ],
      [fill(5, () => normals(4)), classes(5, 4)],
      [fill(5, () => normals(4)), oneHot(classes(5, 4), 4)],
    ],
  },
];

describe.each(CASES.map((entry) => [entry.loss.name, entry] as const))("%s", (_name, entry) => {
  const { loss, samples } = entry;

  test("its gradient agrees with central differences", () => {
    for (const [prediction, y] of samples) {
      expectAgreement(
        loss.gradient(prediction, y),
        numericalGradient((moved) => loss(moved, y), prediction),
        FINITE_DIFFERENCE,
      );
    }
  });

  test("its gradient agrees with dual numbers", () => {
    for (const [prediction, y] of samples) {
      const byDual = gradientByDual((moved) => loss(moved, y), prediction);
      expectAgreement(loss.gradient(prediction, y), byDual, DUAL_NUMBER);
    }
  });

  test("its gradient agrees with backpropagation through the loss", () => {
    for (const [prediction, y] of samples) {
      const backwards = grad((moved) => loss(moved, y), tensor(prediction));
      expectAgreement(loss.gradient(prediction, y), backwards, DUAL_NUMBER);
    }
  });

  test("a gradient without the 1/n, or with the wrong sign, fails that check", () => {
    const [prediction, y] = samples.at(-1)!;
    const gradient = loss.gradient(prediction, y);
    const numeric = numericalGradient((moved) => loss(moved, y), prediction);
    for (const factor of [prediction.length, -1]) {
      const wrong = tensor(gradient).data.map((entry) => factor * entry);
      expect(explainMismatch([...wrong], [...numeric.data], FINITE_DIFFERENCE)).toMatch(/differ/);
    }
  });

  test("is the mean of its samples' losses, not the total, Eq. (2.2)", () => {
    for (const [prediction, y] of samples) {
      const each = loss.perSample(prediction, y) as number | Tensor;
      expectAgreement(loss(prediction, y), typeof each === "number" ? each : mean(each), ROUNDING);
    }
    const [batch, y] = samples.at(-1)! as [number[][], number[][]];
    const one = batch.map((row, i) => loss([row], [y[i]!]));
    expectAgreement(loss.perSample(batch, y), one, ROUNDING);
    // The same samples twice leave a mean as it was.
    expectAgreement(loss([...batch, ...batch], [...y, ...y]), loss(batch, y), ROUNDING);
  });

  test("the order of the samples does not matter", () => {
    const [batch, y] = samples.at(-1)! as [number[][], number[][]];
    expectAgreement(loss([...batch].reverse(), [...y].reverse()), loss(batch, y), ROUNDING);
  });

  test("leaves its arguments alone", () => {
    const [prediction, y] = samples.at(-1)!;
    const before = JSON.stringify([prediction, y]);
    loss.gradient(prediction, y);
    loss(prediction, y);
    expect(JSON.stringify([prediction, y])).toBe(before);
  });

  test("misfits of shape, NaN and empty lists are refused under its own name", () => {
    expect(() => loss([0.5, 0.5, 0.5], [1, 1])).toThrow(ShapeError);
    expect(() => loss([0.5, 0.5, 0.5], [1, 1])).toThrow(`${loss.name}: `);
    expect(() => loss.gradient([[0.5, 0.5]], [[1]])).toThrow(`${loss.name}.gradient: `);
    expect(() => loss([Number.NaN, 0.5], [1, 1])).toThrow(ValueError);
    const slipped = tensor([0.5, 0.5]);
    slipped.data[1] = Number.NaN; // as a diverging network would hand it over
    expect(() => loss(slipped, [0, 1])).toThrow(`${loss.name}: every prediction must be a number`);
    expect(() => loss([], [])).toThrow(ValueError);
    expect(() => loss([0.5, 0.5], "01" as never)).toThrow(ValueError);
  });
});

describe("mean squared error, Eq. (2.5) and (2.6)", () => {
  test("worked by hand", () => {
    // ((1 − 0)² + (2 − 4)²) / 2 = (1 + 4) / 2; gradient 2(ŷ − y)/2
    expect(meanSquaredError([1, 2], [0, 4])).toBe(2.5);
    expectAgreement(meanSquaredError.gradient([1, 2], [0, 4]), [1, -2], EXACT);
    expect([meanSquaredError(3, 1), meanSquaredError.gradient(3, 1)]).toEqual([4, 4]);
    expect(derivativeByDual((x) => meanSquaredError(x, 1), 3)).toBe(4);
  });

  test("outputs of a sample are added, samples averaged: ‖(1, 2)‖² and ‖(3, 0)‖²", () => {
    const zero = [
      [0, 0],
      [0, 0],
    ];
    const off = [
      [1, 2],
      [3, 0],
    ];
    expectAgreement(meanSquaredError.perSample(off, zero), [5, 9], EXACT);
    expect(meanSquaredError(off, zero)).toBe(7);
  });

  test("a column against a row is refused, where broadcasting would pair all with all", () => {
    const call = () => meanSquaredError([[1], [2], [3]], [1, 2, 3]);
    expect(call).toThrow("here prediction is [3, 1], target is [3]. The entries are as many");
  });
});

describe("binary cross-entropy, Eq. (2.3) and (2.4)", () => {
  test("worked by hand", () => {
    // −ln(1 − 1/4) = ln 4/3 and −ln(1/4) = ln 4
    expectAgreement(
      binaryCrossEntropy.perSample([0.25, 0.25], [0, 1]),
      [Math.log(4 / 3), Math.log(4)],
      ROUNDING,
    );
    // (1/2)·1/(1 − 1/4) = 2/3 and −(1/2)/(1/4) = −2
    expectAgreement(binaryCrossEntropy.gradient([0.25, 0.25], [0, 1]), [2 / 3, -2], ROUNDING);
  });

  test("certainty is free when right and infinite when wrong, and never NaN", () => {
    expectAgreement(binaryCrossEntropy([0, 1], [0, 1]), 0, EXACT);
    expect(binaryCrossEntropy([0, 1], [1, 1])).toBe(Infinity);
    expectAgreement(binaryCrossEntropy.gradient([0, 1, 0], [0, 1, 1]), [1 / 3, -1 / 3, -Infinity], {
      ...ROUNDING,
    });
  });

  test("from logits it is the same as from the sigmoid, where that is safe", () => {
    for (const z of [-10, -1, 0, 0.5, 10]) {
      for (const y of [0, 1]) {
        const tolerance = { ...ROUNDING, absolute: 1e-11 };
        expectAgreement(
          binaryCrossEntropyFromLogits(z, y),
          binaryCrossEntropy(sigmoid(z), y),
          tolerance,
        );
      }
    }
  });

  test("Eq. (2.4) as it stands agrees, and a right answer far out keeps its digits", () => {
    for (const z of [-700, -30, -1, 0, 1, 30, 700]) {
      for (const y of [0, 1]) {
        const stands = Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
        expectAgreement(binaryCrossEntropyFromLogits(z, y), stands, ROUNDING);
      }
    }
    expectAgreement(binaryCrossEntropyFromLogits(40, 1), Math.exp(-40), ROUNDING);
    expectAgreement(binaryCrossEntropyFromLogits.gradient(40, 1), -Math.exp(-40), ROUNDING);
  });

  test("the gradient from logits is (σ(z) − y)/n, also at z = 0, where every network begins", () => {
    expectAgreement(binaryCrossEntropyFromLogits.gradient([0, 0], [0, 1]), [0.25, -0.25], EXACT);
    expect(derivativeByDual((z) => binaryCrossEntropyFromLogits(z, 1), 0)).toBe(-0.5);
  });

  test("labels other than 0 and 1, and probabilities outside [0, 1], are refused", () => {
    expect(() => binaryCrossEntropy([0.5, 0.5], [0, 2])).toThrow(
      "binaryCrossEntropy: every label is 0 or 1, Eq. (2.3); here target[1] is 2.",
    );
    expect(() => binaryCrossEntropyFromLogits([[0.5]], [[-1]])).toThrow("here target[0, 0] is -1.");
    expect(() => binaryCrossEntropy([0.5, -0.1], [0, 1])).toThrow("here prediction[1] is -0.1.");
    expect(() => binaryCrossEntropy(1.5, 1)).toThrow("belong into the loss from logits");
  });
});

describe("classes, Eq. (2.7) to (2.10)", () => {
  test("negative log-likelihood worked by hand", () => {
    // (ln 2 + ln 4)/2 = 1.5 ln 2
    const p = [
      [0.5, 0.25, 0.25],
      [0.5, 0.25, 0.25],
    ];
    expectAgreement(negativeLogLikelihood(p, [0, 1]), 1.5 * Math.LN2, ROUNDING);
    expectAgreement(
      negativeLogLikelihood.gradient(p, [0, 1]),
      [
        [-1, 0, 0],
        [0, -2, 0],
      ],
      EXACT,
    );
  });

  test("an impossible class that did not come costs nothing, one that came all", () => {
    expectAgreement(negativeLogLikelihood([[1, 0]], [0]), 0, EXACT);
    expect(negativeLogLikelihood([[1, 0]], [1])).toBe(Infinity);
  });

  test("softmax cross-entropy worked by hand: scores ln 1, ln 3, class 0", () => {
    // p = (1/4, 3/4): −ln(1/4) = ln 4; gradient p − y = (−3/4, 3/4)
    expectAgreement(softmaxCrossEntropy([0, Math.log(3)], 0), Math.log(4), ROUNDING);
    expectAgreement(softmaxCrossEntropy.gradient([0, Math.log(3)], 0), [-0.75, 0.75], ROUNDING);
  });

  test("fused it is the negative log-likelihood of the softmax", () => {
    const z = fill(6, () => normals(5));
    const y = classes(6, 5);
    expectAgreement(softmaxCrossEntropy(z, y), negativeLogLikelihood(softmax(z), y), ROUNDING);
  });

  test("with two classes it is binary cross-entropy of the difference", () => {
    for (const [a, b] of [
      [1, 3],
      [-2, 2],
      [0, 0],
    ] as const) {
      expectAgreement(
        softmaxCrossEntropy([a, b], 1),
        binaryCrossEntropyFromLogits(b - a, 1),
        ROUNDING,
      );
    }
  });

  test("classes and one-hot rows are the same target", () => {
    const z = fill(4, () => normals(3));
    const y = [2, 0, 1, 2];
    expect(softmaxCrossEntropy(z, oneHot(y, 3))).toBe(softmaxCrossEntropy(z, y));
    expectAgreement(
      softmaxCrossEntropy.gradient(z, oneHot(y, 3)),
      softmaxCrossEntropy.gradient(z, y),
      EXACT,
    );
  });

  test("scores of a thousand are safe, and k equal scores cost ln k", () => {
    expect(softmaxCrossEntropy([1000, 0], 1)).toBe(1000);
    expect(softmaxCrossEntropy([1000, 0], 0)).toBe(0);
    for (const score of [20, 40, 700]) {
      expect(softmaxCrossEntropy([score, 0], 0)).toBe(binaryCrossEntropyFromLogits(score, 1));
    }
    expectAgreement(softmaxCrossEntropy([5, 5, 5, 5, 5], 3), Math.log(5), ROUNDING);
  });

  test("adding a constant to the scores changes nothing, and a gradient row sums to 0", () => {
    const z = normals(4);
    expectAgreement(
      softmaxCrossEntropy(
        z.map((x) => x + 64),
        1,
      ),
      softmaxCrossEntropy(z, 1),
      {
        ...ROUNDING,
        absolute: 1e-13,
      },
    );
    const row = softmaxCrossEntropy.gradient(z, 1);
    expectAgreement(
      row.data.reduce((a, b) => a + b),
      0,
      { ...ROUNDING, absolute: 1e-15 },
    );
  });

  test.each([softmaxCrossEntropy, negativeLogLikelihood])("$name refuses what is no class", (J) => {
    const p = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    expect(() => J(p, [0, 2])).toThrow(
      `${J.name}: a class of 2 is a whole number from 0 to 1; here target[1] is 2.`,
    );
    expect(() => J(p, [0, 0.5])).toThrow("here target[1] is 0.5.");
    expect(() => J(p, [-1, 0])).toThrow("here target[0] is -1.");
    const notOneHot = [
      [1, 0],
      [1, 1],
    ];
    expect(() => J(p, notOneHot)).toThrow("here target row 1 is [1, 1].");
    expect(() =>
      J(p, [
        [1, 0],
        [0.9, 0.1],
      ]),
    ).toThrow("a one-hot row has a single 1");
    expect(() => J(p, [0, 1, 0])).toThrow("predictions [n, k] need classes [n] or one-hot rows");
    expect(() => J(0.5, 0)).toThrow(ShapeError);
  });

  test("infinite scores and probabilities above 1 are refused", () => {
    expect(() => softmaxCrossEntropy([0, -Infinity], 0)).toThrow("here a score is -Infinity.");
    expect(() => negativeLogLikelihood([3, 1], 0)).toThrow("here prediction[0] is 3.");
  });
});

describe("hinge, Eq. (2.11)", () => {
  test("worked by hand, the kink included", () => {
    // max(0, 1 − 2), max(0, 1 − 1/2), max(0, 1 + 1), and exactly at the margin 0
    expectAgreement(hinge.perSample([2, 0.5, -1, 1], [1, 1, 1, 1]), [0, 0.5, 2, 0], EXACT);
    expectAgreement(hinge.gradient([2, 0.5, -1, 1], [1, 1, 1, 1]), [0, -0.25, -0.25, 0], EXACT);
    expect(derivativeByDual((z) => hinge(z, -1), -1)).toBe(0);
  });

  test("labels 0 and 1, as TensorFlow wants them, are refused", () => {
    expect(() => hinge([2], [0])).toThrow("hinge: every label is -1 or 1, Eq. (2.11)");
  });
});
