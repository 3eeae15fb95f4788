/** The reference, standardization: inputs in units of their own standard deviation, Eq. (4.21). */
import type { Tolerance } from "../../math/compare.js";
import type { Random } from "../../math/random.js";
import { standardize } from "../../math/standardization.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Chain } from "../tolerances.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

/** Data of 2 to 7 examples in very different units, one constant variable among them at times. */
function data(random: Random): readonly Arguments[] {
  return times(DRAWS, (i) => {
    const [n, d] = [(i % 6) + 2, (i % 4) + 1];
    const [shift, scale] = [vector(random, d, 3), times(d, () => 10 ** random.uniform(-1, 3))];
    const constant = i % 5 === 0 ? 0 : -1;
    const row = (): number[] =>
      times(d, (j) => (j === constant ? 7 : scale[j]! * random.normal(shift[j])));
    return [times(n, row), times((i % 3) + 1, row)];
  });
}

/** Subtracting μ cancels, and dividing by σ enlarges what is left: max |x|/σ. */
function standardizationScale(X: Matrix, later: Matrix = X): Tolerance {
  const { std } = standardize(X);
  const share = (row: Vector): number[] => row.map((x, j) => Math.abs(x) / (std.data[j] || 1));
  return float32Chain(Math.max(...[...X, ...later].flatMap(share)));
}

/** `(x − μ)/σ` with the moments of the training data; 0 where σ is 0. */
function tfjsStandardize(tf: Tfjs, X: TfTensor, later: TfTensor): TfTensor {
  const { mean, variance } = tf.moments(X, 0);
  return tf.divNoNan(tf.sub(later, mean), tf.sqrt(variance));
}

/** Rows about standardized inputs. */
export const STANDARDIZATION: readonly ComparedFunction[] = [
  {
    name: "standardize",
    formula: "(x − μ)/σ with the μ and σ of the data themselves, Eq. (4.21); tf.moments",
    calls: (random) => data(random).map(([X]) => [X!]),
    ours: (X: Matrix) => standardize(X).apply(X),
    tfjs: (tf, X) => tfjsStandardize(tf, X!, X!),
    tolerance: (X: Matrix) => standardizationScale(X),
  },
  {
    name: "standardize, later data",
    formula: "(x − μ)/σ with the μ and σ of the training data, Eq. (4.21); tf.moments",
    calls: (random) => data(random),
    ours: (X: Matrix, later: Matrix) => standardize(X).apply(later),
    tfjs: (tf, X, later) => tfjsStandardize(tf, X!, later!),
    tolerance: standardizationScale,
  },
];
