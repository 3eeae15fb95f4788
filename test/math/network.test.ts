import { describe, expect, test } from "vitest";
import { type Activation, linear, relu, sigmoid, tanh } from "../../src/math/activations.js";
import { backwardPass, forwardPass } from "../../src/math/backpropagation.js";
import { binaryCrossEntropyFromLogits } from "../../src/math/binary-cross-entropy.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { dense } from "../../src/math/dense-layer.js";
import { gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { matMul } from "../../src/math/linear-algebra.js";
import { meanSquaredError } from "../../src/math/mean-squared-error.js";
import {
  createNetwork,
  forward,
  layerSizes,
  type NamedParameters,
  type Network,
  parametersOf,
  withParameters,
} from "../../src/math/network.js";
import { perceptron } from "../../src/math/perceptron.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { softmaxCrossEntropy } from "../../src/math/softmax-cross-entropy.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

/** Written by hand: two inputs, two hidden ReLU units, one output. */
const SMALL: Network = [
  {
    W: tensor([
      [1, -1],
      [2, 1],
    ]),
    b: tensor([0, 1]),
    g: relu,
  },
  { W: tensor([[3], [-2]]), b: tensor([0.5]), g: linear },
];

describe("forward, Eq. (1.16) to (1.19)", () => {
  test("one hidden layer worked by hand", () => {
    // z = (1·2 + 2·1, −1·2 + 1·1 + 1) = (4, 0), a = (4, 0), ŷ = 0.5 + 3·4 − 2·0
    expectAgreement(forward(SMALL, [2, 1]), [12.5], EXACT);
    // z = (−1, 3), a = (0, 3), ŷ = 0.5 − 6
    expectAgreement(
      forward(SMALL, [
        [-1, 0],
        [-3, 1],
      ]),
      [[-3.5], [0.5 - 10]],
      EXACT,
    );
  });

  test("Eq. (1.16) and (1.17) as they stand, unit by unit", () => {
    const network = createNetwork([3, 5, 4, 2], new Random(3), { hidden: tanh, output: sigmoid });
    const x = [0.3, -1.2, 2];
    const unit = (inputs: readonly number[], k: number, i: number): number => {
      const { W, b, g } = network[k]!;
      const column = inputs.map((_, j) => W.at(j, i));
      return perceptron(inputs, column, b.at(i), g);
    };
    const layer = (inputs: readonly number[], k: number, size: number) =>
      Array.from({ length: size }, (_, i) => unit(inputs, k, i));
    expectAgreement(forward(network, x), layer(layer(layer(x, 0, 5), 1, 4), 2, 2), ROUNDING);
  });

  test("a batch is its examples one after the other", () => {
    const network = createNetwork([2, 6, 3], new Random(4), { hidden: tanh });
    const X = [
      [1, 2],
      [-1, 0.5],
      [0, 0],
    ];
    const rows = X.map((x) => [...forward(network, x).data]);
    expectAgreement(forward(network, X), rows, ROUNDING);
  });

  test("it is the dense layers one after the other, and the hand-written forward pass", () => {
    const [one, two] = SMALL;
    const a = dense([[2, 1]], one!.W, one!.b, one!.g);
    expectAgreement(forward(SMALL, [[2, 1]]), dense(a, two!.W, two!.b, two!.g), EXACT);
    expectAgreement(forward(SMALL, [[2, 1]]), forwardPass(SMALL, [[2, 1]]).at(-1)!.a, EXACT);
  });

  test("linear layers without biases collapse into one, Eq. (1.12)", () => {
    const network = createNetwork([3, 4, 2], new Random(5), { hidden: linear });
    const [one, two] = network;
    const product: Network = [{ ...two!, W: matMul(one!.W, two!.W) }];
    expectAgreement(forward(network, [1, 2, 3]), forward(product, [1, 2, 3]), ROUNDING);
  });

  test("permuting the hidden units changes nothing", () => {
    const [one, two] = SMALL;
    const swapped: Network = [
      {
        W: tensor([
          [-1, 1],
          [1, 2],
        ]),
        b: tensor([1, 0]),
        g: one!.g,
      },
      { W: tensor([[-2], [3]]), b: two!.b, g: two!.g },
    ];
    expectAgreement(forward(swapped, [2, 1]), forward(SMALL, [2, 1]), EXACT);
  });
});

const X = [
  [0.5, -1],
  [2, 0.3],
  [-0.7, 1.1],
];
const LOSSES = [
  ["meanSquaredError", (y: Tensor) => meanSquaredError(y, Y2), tanh],
  ["binaryCrossEntropyFromLogits", (y: Tensor) => binaryCrossEntropyFromLogits(y, Y01), sigmoid],
  ["softmaxCrossEntropy", (y: Tensor) => softmaxCrossEntropy(y, [1, 0, 1]), tanh],
] as unknown as readonly (readonly [string, (y: unknown) => never, Activation])[];
const Y2 = [
  [1, 0],
  [0, -1],
  [2, 0.5],
];
const Y01 = [
  [1, 0],
  [0, 0],
  [1, 1],
];

describe.each(LOSSES)("the gradient of %s through a network", (name, loss, hidden) => {
  const network = createNetwork([2, 3, 2], new Random(6), { hidden });
  const parameters = parametersOf(network);
  const J = (W: NamedParameters<never>) => loss(forward(withParameters(network, W), X));
  const backwards = grad(J as never, parameters) as Readonly<Record<string, Tensor>>;

  test.each(Object.keys(parameters))("with respect to %s: four ways", (parameter) => {
    const only = (P: unknown) => J({ ...parameters, [parameter]: P } as never);
    const numeric = numericalGradient(only, parameters[parameter]!);
    expectAgreement(backwards[parameter]!, numeric, FINITE_DIFFERENCE);
    const byDual = gradientByDual(only, parameters[parameter]!);
    expectAgreement(backwards[parameter]!, byDual, DUAL_NUMBER);
    const passes = forwardPass(network, X);
    const dJdy = {
      meanSquaredError: () => meanSquaredError.gradient(passes.at(-1)!.a, Y2),
      binaryCrossEntropyFromLogits: () =>
        binaryCrossEntropyFromLogits.gradient(passes.at(-1)!.a, Y01),
      softmaxCrossEntropy: () => softmaxCrossEntropy.gradient(passes.at(-1)!.a, [1, 0, 1]),
    }[name]!();
    const byHand = backwardPass(network, passes, dJdy).layers;
    const [layer, letter] = parameter.split(".") as [string, "W" | "b"];
    expectAgreement(byHand[Number(layer) - 1]![letter], backwards[parameter]!, DUAL_NUMBER);
  });
});

describe("parameters", () => {
  test("their names count the layers from 1, and their number is Σ (in + 1) · out", () => {
    const parameters = parametersOf(createNetwork([784, 128, 10], new Random(7)));
    expect(Object.keys(parameters)).toEqual(["1.W", "1.b", "2.W", "2.b"]);
    const count = Object.values(parameters).reduce((total, { size }) => total + size, 0);
    expect(count).toBe(785 * 128 + 129 * 10);
  });

  test("taken out and put back they are the same network", () => {
    const network = createNetwork([3, 4, 1], new Random(8));
    const again = withParameters(network, parametersOf(network));
    expectAgreement(forward(again, [1, 2, 3]), forward(network, [1, 2, 3]), EXACT);
    expect(layerSizes(again)).toEqual([3, 4, 1]);
  });

  test("the same seed gives the same network, biases start at 0", () => {
    const draw = (seed: number) => parametersOf(createNetwork([5, 4, 2], new Random(seed)));
    expectAgreement(draw(1)["2.W"]!, draw(1)["2.W"]!, EXACT);
    expect(draw(1)["1.W"]!.data).not.toEqual(draw(2)["1.W"]!.data);
    expectAgreement(draw(1)["1.b"]!, [0, 0, 0, 0], EXACT);
  });
});

describe("what does not fit is refused", () => {
  test("inputs that the first layer does not take, and layers that do not meet", () => {
    expect(() => forward(SMALL, [1, 2, 3])).toThrow(ShapeError);
    expect(() => forward(SMALL, [1, 2, 3])).toThrow(
      "forward: layer 1 needs its input [n, in] or [in], W [in, out] and b [out], Eq. (1.17); here input is [3], W is [2, 2], b is [2].",
    );
    expect(() => forward([SMALL[0]!, { ...SMALL[1]!, W: tensor([[3, -2]]) }], [1, 2])).toThrow(
      "here input is [2], W is [1, 2], b is [1]. W looks transposed: transpose(W) is [2, 1].",
    );
    expect(() => forward(SMALL, 3 as never)).toThrow(ShapeError);
  });

  test("no layers, no sizes, no generator, missing parameters", () => {
    expect(() => forward([], [1])).toThrow("a network is a list of at least one layer");
    expect(() => createNetwork([3], new Random(1))).toThrow(ValueError);
    expect(() => createNetwork([3, 0], new Random(1))).toThrow("here sizes is [3, 0].");
    expect(() => createNetwork([3, 2.5], new Random(1))).toThrow(ValueError);
    expect(() => createNetwork([3, 2], undefined as never)).toThrow(ValueError);
    expect(() => withParameters(SMALL, { "1.W": SMALL[0]!.W })).toThrow(
      'layer 1 needs the parameters "1.W" and "1.b"; here names is [the text "1.W"].',
    );
  });
});
