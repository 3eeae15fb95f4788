/** Chapter 3, ReLU as a gate: values pass forwards if positive, slopes pass back through the same gates. */
import { relu } from "../../math/activations.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { computationGraph } from "../computation-graph.js";
import { type Figure, figure } from "../figure.js";
import { indexed, numberText, tupleText } from "../numbers.js";
import { BLUE, FAINT, INK, MUTED } from "../palette.js";
import { houseLayout } from "../style.js";

const CALL = "reluGate";
const MOST = 6;

/** What {@link reluGate} draws. */
export interface ReluGateOptions {
  /** What goes in, `[k]`, one to six. */
  readonly s: VectorLike;
  /** `∂C/∂z`, what comes from above, `[k]`. */
  readonly adjoint: VectorLike;
}

/**
 * One gate for each unit of a ReLU layer: open where s > 0. Above the edges the values on their way
 * forward, below them the slopes on their way back, Eq. (3.6).
 *
 * @throws {@link ValueError} if there are not one to six units, or not as many slopes
 *
 * @example
 * reluGate({ s: [-2, 3], adjoint: [7, 7] }).alt; // => "ReLU lets the slopes (0, 7) of (7, 7) through"
 */
export function reluGate(options: ReluGateOptions): Figure {
  const s = entries(CALL, "s", options.s);
  if (s.length > MOST) {
    const rule = `a picture has room for ${MOST} units`;
    throw new ValueError({ operation: CALL, rule }, { s });
  }
  const adjoint = entries(CALL, "adjoint", options.adjoint, s.length);
  const passed = s.map((si, i) => adjoint[i]! * relu.derivative(si) + 0);
  const open = s.map((si) => relu.derivative(si) === 1);
  const row = (i: number): number => s.length - 1 - i;
  const scene = computationGraph({
    nodes: s.flatMap((_, i) => [
      { id: `s${i}`, at: [0, row(i)] as const, text: indexed("<i>s</i>", i + 1), color: INK },
      {
        id: `g${i}`,
        at: [1.3, row(i)] as const,
        text: open[i] ? "× 1" : "× 0",
        shape: "box" as const,
        color: open[i] ? BLUE : MUTED,
      },
      {
        id: `z${i}`,
        at: [2.6, row(i)] as const,
        text: indexed("<i>z</i>", i + 1),
        color: open[i] ? INK : FAINT,
      },
    ]),
    edges: s.flatMap((si, i) => [
      {
        from: `s${i}`,
        to: `g${i}`,
        above: `${numberText(si)} →`,
        below: `<b>← ${numberText(passed[i]!)}</b>`,
      },
      {
        from: `g${i}`,
        to: `z${i}`,
        above: `${numberText(relu(si))} →`,
        below: `<b>← ${numberText(adjoint[i]!)}</b>`,
      },
    ]),
  });
  return figure({
    alt: `ReLU lets the slopes ${tupleText(passed)} of ${tupleText(adjoint)} through`,
    caption:
      `Each row is one unit. Above the edges, from left to right, the value: ${tupleText(s)} goes in, ${tupleText(s.map((si) => relu(si)))} comes out. ` +
      `Below the edges in bold, from right to left, the slope: ${tupleText(adjoint)} comes from above, ${tupleText(passed)} goes on. ` +
      "The gate in the middle multiplies both by its slope, 1 or 0. It is open where the value was positive and shut elsewhere, at 0 too; what it lets pass is unchanged, and what it stops is gone.",
    data: scene.traces,
    layout: houseLayout({
      height: 88 * s.length + 30,
      margin: { l: 8, r: 8, t: 8, b: 8 },
      hovermode: false,
      xaxis: scene.xaxis,
      yaxis: scene.yaxis,
    }),
  });
}
