/** Chapter 3, the chain with two weights, Eq. (3.3) and (3.4), every number on the graph. */
import { finite } from "../arguments.js";
import { computationGraph } from "../computation-graph.js";
import { type Figure, figure } from "../figure.js";
import { numberText } from "../numbers.js";
import { BLUE, GREEN, INK, VERMILLION } from "../palette.js";
import { houseLayout } from "../style.js";

const CALL = "twoWeightChain";

/** What {@link twoWeightChain} draws. */
export interface TwoWeightChainOptions {
  readonly x: number;
  readonly w1: number;
  readonly w2: number;
  /** What is true. */
  readonly y: number;
}

/**
 * The chain `z₁ = w₁x`, `ŷ = w₂z₁`, `J = (ŷ − y)²` as a graph: values beside the nodes, local slopes on
 * the edges, slopes of J in bold, Eq. (3.3) and (3.4).
 *
 * @throws {@link ValueError} if an argument is not finite
 *
 * @example
 * twoWeightChain({ x: 2, w1: 3, w2: -1, y: -5 }).alt; // => "∂J/∂w₁ = 4 and ∂J/∂w₂ = −12 in a chain with two weights"
 */
export function twoWeightChain(options: TwoWeightChainOptions): Figure {
  const [x, w1, w2, y] = (["x", "w1", "w2", "y"] as const).map((name) =>
    finite(CALL, name, options[name]),
  ) as [number, number, number, number];
  const z1 = w1 * x;
  const yHat = w2 * z1;
  const J = (yHat - y) ** 2;
  const toYHat = 2 * (yHat - y);
  const toZ1 = toYHat * w2;
  const [toW1, toW2] = [toZ1 * x + 0, toYHat * z1 + 0];
  const value = (name: string, number: number): string => `${name} = ${numberText(number)}`;
  const slope = (number: number): string => `× ${numberText(number + 0)}`;
  const down = (number: number): string => `<br><b>${numberText(number + 0)}</b>`;
  const scene = computationGraph({
    nodes: [
      { id: "x", at: [0, 0], text: "<i>x</i>", color: INK, below: value("<i>x</i>", x) },
      { id: "z1", at: [1, 0], text: "×", color: BLUE, below: value("<i>z</i>₁", z1) + down(toZ1) },
      {
        id: "yHat",
        at: [2, 0],
        text: "×",
        color: BLUE,
        below: value("<i>ŷ</i>", yHat) + down(toYHat),
      },
      {
        id: "J",
        at: [3, 0],
        text: "( )²",
        color: VERMILLION,
        below: value("<i>J</i>", J) + down(1),
      },
      {
        id: "w1",
        at: [1, 1],
        text: "<i>w</i>₁",
        color: GREEN,
        above: value("<i>w</i>₁", w1) + down(toW1),
      },
      {
        id: "w2",
        at: [2, 1],
        text: "<i>w</i>₂",
        color: GREEN,
        above: value("<i>w</i>₂", w2) + down(toW2),
      },
      { id: "y", at: [3, 1], text: "<i>y</i>", color: INK, above: value("<i>y</i>", y) },
    ],
    edges: [
      { from: "x", to: "z1" },
      { from: "w1", to: "z1", above: slope(x) },
      { from: "z1", to: "yHat", above: slope(w2) },
      { from: "w2", to: "yHat", above: slope(z1) },
      { from: "yHat", to: "J", above: slope(toYHat) },
      { from: "y", to: "J" },
    ],
  });
  return figure({
    alt: `∂J/∂w₁ = ${numberText(toW1)} and ∂J/∂w₂ = ${numberText(toW2)} in a chain with two weights`,
    caption:
      `Beside each node its value, from x = ${numberText(x)} on the left to J = ${numberText(J)} on the right. On the edges their local slopes; in bold, how fast J changes with each value. ` +
      `Read the bold numbers from the right: 1 at J, times ${numberText(toYHat)} is ${numberText(toYHat)} at ŷ; from there, times z₁ = ${numberText(z1)}, down to w₂: ${numberText(toW2)}. ` +
      `The same ${numberText(toYHat)}, times w₂ = ${numberText(w2)}, is ${numberText(toZ1 + 0)} at z₁, and times x = ${numberText(x)} it is ${numberText(toW1)} at w₁.`,
    data: scene.traces,
    layout: houseLayout({
      height: 340,
      margin: { l: 8, r: 8, t: 12, b: 12 },
      hovermode: false,
      xaxis: scene.xaxis,
      yaxis: { ...scene.yaxis, range: [-0.95, 1.95] },
    }),
  });
}
