import { describe, expect, test } from "vitest";
import { relu, sigmoid } from "../../src/math/activations.js";
import { dense } from "../../src/math/dense-layer.js";
import { ImageNetwork } from "../../src/math/image-network.js";
import { Flatten, Linear, Sequential } from "../../src/math/modules.js";
import { forward } from "../../src/math/network.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { softmax } from "../../src/math/softmax.js";
import { tensor, zeros } from "../../src/math/tensor.js";
import { EXACT, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

/** An image whose points count up, so that their order can be read off. */
const counting = (shape: readonly number[], from = { next: 0 }): never => {
  const [length, ...rest] = shape;
  if (length === undefined) return from.next++ as never;
  return Array.from({ length }, () => counting(rest, from)) as never;
};

describe("Linear, Eq. (1.15)", () => {
  test("is the dense layer without activation", () => {
    const layer = new Linear(3, 2, new Random(1));
    const X = [
      [1, 2, 3],
      [-1, 0, 0.5],
    ];
    expectAgreement(layer.forward(X), dense(X, layer.W, layer.b), EXACT);
    expect(layer.forward([1, 2, 3]).shape).toEqual([2]);
  });

  test("with a 2 × 1 example worked by hand", () => {
    const layer = new Linear(2, 1, new Random(1), () => tensor([[3], [-2]]));
    expectAgreement(layer.forward([2, 1]), [4], EXACT);
    expect(layer.parameters()).toEqual({ W: tensor([[3], [-2]]), b: zeros([1]) });
  });

  test("an input of another length is refused, and one that was not flattened is recognised", () => {
    const layer = new Linear(6, 2, new Random(1));
    expect(() => layer.forward([1, 2])).toThrow(ShapeError);
    expect(() => layer.forward([1, 2])).toThrow(
      "Linear.forward: this layer takes x [6] or [n, 6], Eq. (1.15); here x is [2], W is [6, 2].",
    );
    expect(() => layer.forward(zeros([2, 3]))).toThrow("but not in one row: flatten it first.");
    expect(() => new Linear(0, 2, new Random(1))).toThrow(ValueError);
  });
});

describe("Flatten", () => {
  test("an image of 10 × 20 × 3 has 600 entries, the colours running fastest", () => {
    const row = new Flatten([10, 20, 3]).forward(counting([10, 20, 3]));
    expectAgreement(
      row,
      Array.from({ length: 600 }, (_, i) => i),
      EXACT,
    );
  });

  test("a list of images gives a row each, and tensors are images too", () => {
    const images = [counting([2, 2, 2]), counting([2, 2, 2], { next: 8 })];
    expectAgreement(
      new Flatten([2, 2, 2]).forward(images),
      [
        [0, 1, 2, 3, 4, 5, 6, 7],
        [8, 9, 10, 11, 12, 13, 14, 15],
      ],
      EXACT,
    );
    const image = tensor([
      [1, 2],
      [3, 4],
    ]);
    expectAgreement(new Flatten([2, 2]).forward(image), [1, 2, 3, 4], EXACT);
    expectAgreement(new Flatten([2]).forward(image), image, EXACT);
  });

  test("another shape, ragged rows, texts, NaN and nothing are refused", () => {
    expect(() => new Flatten([10, 20, 3]).forward(counting([10, 20]))).toThrow(
      "Flatten.forward: every example has the shape [10, 20, 3]; here x is [10, 20].",
    );
    expect(() => new Flatten([2, 2]).forward([[1, 2], [3]])).toThrow(ShapeError);
    expect(() => new Flatten([2, 2]).forward([])).toThrow(ShapeError);
    expect(() => new Flatten([2]).forward(["a", "b"] as never)).toThrow(ValueError);
    expect(() => new Flatten([2]).forward([1, Number.NaN])).toThrow(ValueError);
    expect(() => new Flatten([0])).toThrow("new Flatten: a shape is a list of whole numbers");
  });
});

describe("Sequential", () => {
  test("applies modules and functions in their order", () => {
    const random = new Random(2);
    const [one, two] = [new Linear(4, 3, random), new Linear(3, 2, random)];
    const net = new Sequential([new Flatten([2, 2]), one, relu, two, sigmoid]);
    const image = tensor([
      [1, -2],
      [0.5, 3],
    ]);
    const byHand = sigmoid(two.forward(relu(one.forward([1, -2, 0.5, 3]))));
    expectAgreement(net.forward(image), byHand, EXACT);
    expect(Object.keys(net.parameters())).toEqual(["1.W", "1.b", "3.W", "3.b"]);
    expect(net.parameters()["1.W"]).toBe(one.W);
  });

  test("says the same as the functional style with the same parameters", () => {
    const random = new Random(3);
    const [one, two] = [new Linear(2, 5, random), new Linear(5, 1, random)];
    const layers = [
      { ...one.parameters(), g: relu },
      { ...two.parameters(), g: sigmoid },
    ] as never;
    const X = [
      [1, 2],
      [-3, 0.5],
    ];
    const net = new Sequential([one, relu, two, sigmoid]);
    expectAgreement(net.forward(X), forward(layers, X) as never, ROUNDING);
  });

  test("may end in softmax, which is a function and has no parameters", () => {
    const net = new Sequential([new Linear(2, 3, new Random(4)), softmax]);
    const p = net.forward([1, 2]);
    expectAgreement(
      p.data.reduce((a, b) => a + b),
      1,
      ROUNDING,
    );
    expect(Object.keys(net.parameters())).toEqual(["0.W", "0.b"]);
  });

  test("may hold another one, whose names then say the way", () => {
    const inner = new Sequential([new Linear(2, 2, new Random(5)), relu]);
    const outer = new Sequential([inner, new Linear(2, 1, new Random(6))]);
    expect(Object.keys(outer.parameters())).toEqual(["0.0.W", "0.0.b", "1.W", "1.b"]);
  });

  test("nothing, and what is no module, are refused", () => {
    expect(() => new Sequential([])).toThrow(ValueError);
    expect(() => new Sequential([3 as never])).toThrow("new Sequential: takes a list of modules");
  });
});

describe("the 10 × 20 × 3 network of the lecture", () => {
  const net = new ImageNetwork([10, 20, 3], 100, 50, 10, new Random(7));

  test("600 inputs, two hidden layers, three layers of weights with names", () => {
    const shapes = Object.entries(net.parameters()).map(([name, { shape }]) => [name, shape]);
    expect(shapes).toEqual([
      ["m0.W", [600, 100]],
      ["m0.b", [100]],
      ["m1.W", [100, 50]],
      ["m1.b", [50]],
      ["m2.W", [50, 10]],
      ["m2.b", [10]],
    ]);
  });

  test("one image gives ten scores, three give three rows", () => {
    const image = counting([10, 20, 3]);
    const scores = net.forward(image);
    expect(scores.shape).toEqual([10]);
    const batch = net.forward([image, image, image] as never);
    expectAgreement(
      batch,
      [0, 1, 2].map(() => [...scores.data]),
      ROUNDING,
    );
  });

  test("it is its modules in a row", () => {
    const { flatten: f, m0, m1, m2 } = net;
    const image = counting([10, 20, 3]);
    const row = new Sequential([f, m0, relu, m1, relu, m2]).forward(image as never);
    expectAgreement(net.forward(image), row, EXACT);
  });

  test("an image of another size is refused", () => {
    expect(() => net.forward(counting([20, 10, 3]))).toThrow("here x is [20, 10, 3].");
  });
});
