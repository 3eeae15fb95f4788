/**
 * Chapter 6, folding: each layer lays the input space over itself, so that whatever the next layer
 * draws appears twice. Depth k gives 2^k linear pieces from 2k units.
 */

import { relu } from "../activations.js";
import { dense } from "../dense-layer.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import type { ReluLayer } from "./linear-regions.js";
import { assertCount } from "./search.js";

/** A network that folds [0, 1] upon itself. */
export interface FoldingNetwork {
  /** Two rectifiers a layer. */
  readonly layers: readonly ReluLayer[];
  /** Units in all, 2k. */
  readonly units: number;
  /** ŷ `[n]` for inputs `[n]`: a zigzag between 0 and 1 with 2^k straight pieces on [0, 1]. */
  readonly predict: (x: ArrayLike2d) => Tensor;
}

/**
 * A fold: `t(x) = 2 max(0, x) − 4 max(0, x − ½)`, Eq. (6.19), which takes 0, ½, 1 to 0, 1, 0: the
 * right half of [0, 1] comes to lie on the left one. Done k times it is a zigzag of 2^k pieces. One
 * layer needs a unit for each of the 2^k − 1 bends.
 *
 * @param depth - k, how often to fold
 * @throws {@link ValueError} if the depth is not a whole number of at least 1
 * @see Montúfar, Pascanu, Cho, Bengio, "On the Number of Linear Regions of Deep Neural Networks"
 * (2014); Telgarsky (2015) for the zigzag
 *
 * @example
 * foldingNetwork(2).predict([0, 0.25, 0.5, 0.75, 1]).toArray(); // => [0, 1, 0, 1, 0]
 */
export function foldingNetwork(depth: number): FoldingNetwork {
  assertCount("foldingNetwork", "depth", depth);
  const first: ReluLayer = { W: [[1, 1]], b: [0, -0.5] };
  // The fold that a layer ends with, 2h₁ − 4h₂, is the input of both units of the next.
  const next: ReluLayer = {
    W: [
      [2, 2],
      [-4, -4],
    ],
    b: [0, -0.5],
  };
  const layers = [first, ...Array.from({ length: depth - 1 }, () => next)];
  const predict = (x: ArrayLike2d): Tensor => {
    const inputs = tensor(x).data;
    let h = new Tensor([inputs.length, 1], inputs);
    for (const { W, b } of layers) h = dense(h, W, b, relu);
    return new Tensor([inputs.length], dense(h, [[2], [-4]], [0]).data);
  };
  return { layers, units: 2 * depth, predict };
}
