/** Chapter 3, a maximum as a router, Eq. (3.16): the slope goes back to the input that was chosen. */
import { argMax } from "../../math/largest.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { computationGraph } from "../computation-graph.js";
import { type Figure, figure } from "../figure.js";
import { indexed, numberText } from "../numbers.js";
import { BLUE, FAINT, INK } from "../palette.js";
import { houseLayout } from "../style.js";

const CALL = "maxRouting";
const MOST = 6;

/** What {@link maxRouting} draws. */
export interface MaxRoutingOptions {
  /** The inputs, `[k]`, two to six. */
  readonly x: VectorLike;
  /** What comes from above. */
  readonly adjoint: number;
}

/**
 * Inputs of a maximum and the way of the slope, Eq. (3.16): all of it to the one that was chosen, at a
 * tie to the first, and nothing to the others.
 *
 * @throws {@link ValueError} if there are not two to six inputs
 *
 * @example
 * maxRouting({ x: [2, 9, 4], adjoint: 5 }).alt; // => "max(2, 9, 4) = 9 sends the slope 5 to x₂"
 */
export function maxRouting(options: MaxRoutingOptions): Figure {
  const x = entries(CALL, "x", options.x);
  if (x.length < 2 || x.length > MOST) {
    throw new ValueError({ operation: CALL, rule: `there are two to ${MOST} inputs` }, { x });
  }
  const adjoint = finite(CALL, "adjoint", options.adjoint);
  const chosen = argMax(x);
  const names = x.map((_, i) => indexed("x", i + 1));
  const row = (i: number): number => x.length - 1 - i;
  const scene = computationGraph({
    nodes: [
      ...x.map((xi, i) => ({
        id: `x${i}`,
        at: [0, 0.8 * row(i)] as const,
        text: numberText(xi),
        color: i === chosen ? BLUE : FAINT,
      })),
      { id: "max", at: [1.4, 0.4 * (x.length - 1)] as const, text: "max", color: BLUE },
      {
        id: "y",
        at: [2.4, 0.4 * (x.length - 1)] as const,
        text: numberText(x[chosen]!),
        color: INK,
      },
    ],
    edges: [
      ...x.map((_, i) => ({
        from: `x${i}`,
        to: "max",
        below: i === chosen ? `<b>← ${numberText(adjoint)}</b>` : "<b>0</b>",
        at: 0.35,
      })),
      { from: "max", to: "y", below: `<b>← ${numberText(adjoint)}</b>` },
    ],
  });
  const ties = x.flatMap((xi, i) => (xi === x[chosen] && i !== chosen ? [names[i]!] : []));
  return figure({
    alt: `max(${x.map(numberText).join(", ")}) = ${numberText(x[chosen]!)} sends the slope ${numberText(adjoint)} to ${names[chosen]}`,
    caption:
      `The inputs ${x.map((xi, i) => `${names[i]} = ${numberText(xi)}`).join(", ")} meet in a maximum, which chooses ${names[chosen]}. In bold, the way back: the slope ${numberText(adjoint)} goes to ${names[chosen]} whole, and every other input gets 0. ` +
      (ties.length === 0
        ? "How close the others were does not matter."
        : `${ties.join(" and ")} is as large and gets nothing: at a tie the first one is chosen.`),
    data: scene.traces,
    layout: houseLayout({
      height: 76 * x.length + 40,
      margin: { l: 8, r: 8, t: 8, b: 8 },
      hovermode: false,
      xaxis: scene.xaxis,
      yaxis: scene.yaxis,
    }),
  });
}
