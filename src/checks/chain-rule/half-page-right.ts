/** Chapter 3, exercise 3.9: right answers that are written differently. */
import type { AnswerSet } from "../../grading/exercise.js";
import { linear, relu, tanh } from "../../math/activations.js";
import {
  backwardPass as libraryBack,
  forwardPass as libraryForward,
} from "../../math/backpropagation.js";
import { grad } from "../../math/gradient.js";
import { meanSquaredError } from "../../math/mean-squared-error.js";
import {
  parametersOf,
  forward as run,
  type Layer as TensorLayer,
  withParameters,
} from "../../math/network.js";
import { tensor } from "../../math/tensor.js";
import {
  type Forward,
  forwardPass,
  type Gradient,
  type Layer,
  lossGradient,
  type Pass,
} from "./half-page-network.js";
import type { Matrix } from "./matrices.js";

const ACTIVATIONS = { linear, relu, tanh } as const;
const asTensors = (layers: readonly Layer[]): TensorLayer[] =>
  layers.map(({ W, b, g }) => ({ W: tensor(W), b: tensor(b), g: ACTIVATIONS[g] }));

/** With the library's own passes and tensors. */
const withLibrary: AnswerSet = {
  forwardPass: (X: Matrix, layers: readonly Layer[]): unknown => {
    const passes = libraryForward(asTensors(layers), X);
    return { passes: passes.map(({ x, z }) => ({ x, z })), yHat: passes.at(-1)!.a };
  },
  backwardPass: (passes: readonly Pass[], layers: readonly Layer[], dJdyHat: Matrix): unknown => {
    const kept = passes.map(({ x, z }) => ({ x: tensor(x), z: tensor(z), a: tensor(z) }));
    return libraryBack(asTensors(layers), kept, dJdyHat).layers.map(({ W, b }) => ({ W, b }));
  },
  lossGradient: (X: Matrix, Y: Matrix, layers: readonly Layer[]): unknown => {
    const network = asTensors(layers);
    const found = grad(
      (p) => meanSquaredError(run(withParameters(network, p), X), Y),
      parametersOf(network),
    );
    return layers.map((_, k) => ({ W: found[`${k + 1}.W`], b: found[`${k + 1}.b`] }));
  },
};

/** With loops over examples, inputs and units. */
const withLoops: AnswerSet = {
  forwardPass: (X: Matrix, layers: readonly Layer[]): Forward => {
    const { passes, yHat } = forwardPass(X, layers);
    return { yHat, passes: [...passes] };
  },
  backwardPass: (
    passes: readonly Pass[],
    layers: readonly Layer[],
    dJdyHat: Matrix,
  ): Gradient[] => {
    const gradients: Gradient[] = [];
    let adjoint = dJdyHat;
    for (let k = passes.length - 1; k >= 0; k--) {
      const { W, b, g } = layers[k]!;
      const { x, z } = passes[k]!;
      const dW = W.map((row) => row.map(() => 0));
      const db = b.map(() => 0);
      const down = x.map((row) => row.map(() => 0));
      for (let r = 0; r < x.length; r++) {
        for (let i = 0; i < b.length; i++) {
          const d = adjoint[r]![i]! * ACTIVATIONS[g].derivative(z[r]![i]!);
          db[i]! += d;
          for (let j = 0; j < W.length; j++) {
            dW[j]![i]! += x[r]![j]! * d;
            down[r]![j]! += W[j]![i]! * d;
          }
        }
      }
      gradients.push({ W: dW, b: db });
      adjoint = down;
    }
    return gradients.reverse();
  },
  lossGradient,
};

/** Right answers of exercise 3.9. */
export const HALF_PAGE_RIGHT: readonly AnswerSet[] = [withLibrary, withLoops];
