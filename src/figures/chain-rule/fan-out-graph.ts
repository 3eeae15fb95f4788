/** Chapter 3, fan-out, Eq. (3.7) and (3.8): one value read by several sums, and the same edges walked back. */
import { dot } from "../../math/linear-algebra.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { computationGraph } from "../computation-graph.js";
import { type Figure, figure } from "../figure.js";
import { indexed, numberText, sumText } from "../numbers.js";
import { BLUE, INK, VERMILLION } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseLayout } from "../style.js";
import { panelTitle } from "./jacobian-cells.js";

const CALL = "fanOutGraph";
const MOST = 5;

/** What {@link fanOutGraph} draws. */
export interface FanOutGraphOptions {
  /** One weight a reader, `[k]`, one to five. */
  readonly w: VectorLike;
  /** The slope of C with respect to each sum, `[k]`. */
  readonly dCds: VectorLike;
  /** The value that is read. */
  readonly z: number;
}

/**
 * Fan-out twice: forwards `sᵢ = wᵢz`, Eq. (3.7), a copy for each reader; backwards
 * `dC/dz = Σᵢ dC/dsᵢ wᵢ`, Eq. (3.8), a sum over the same edges.
 *
 * @throws {@link ValueError} if there are not one to five weights, or not as many slopes
 *
 * @example
 * fanOutGraph({ w: [3, -2, 1], dCds: [1, 2, 1], z: 1 }).alt; // => "3 readers of z; on the way back 3 − 4 + 1 = 0"
 */
export function fanOutGraph(options: FanOutGraphOptions): Figure {
  const w = entries(CALL, "w", options.w);
  if (w.length > MOST) {
    const rule = `a picture has room for ${MOST} readers`;
    throw new ValueError({ operation: CALL, rule }, { w });
  }
  const dCds = entries(CALL, "dCds", options.dCds, w.length);
  const z = finite(CALL, "z", options.z);
  const roads = w.map((wi, i) => wi * dCds[i]! + 0);
  const dCdz = dot(dCds, w);
  const grid = panelGrid({ count: 2, columns: 2, gap: [0.06, 0] });
  const [left, right] = [grid[0]!, grid[1]!];
  const middle = (w.length - 1) / 2;
  const s = w.map((_, i) => indexed("<i>s</i>", i));
  const place = (i: number): readonly [number, number] => [2, w.length - 1 - i];
  const forward = computationGraph({
    nodes: [
      { id: "z", at: [0, middle], text: "<i>z</i>", color: INK, below: numberText(z) },
      ...w.map((wi, i) => ({
        id: `s${i}`,
        at: place(i),
        text: s[i]!,
        color: BLUE,
        below: numberText(wi * z + 0),
      })),
    ],
    edges: w.map((wi, i) => ({ from: "z", to: `s${i}`, above: `× ${numberText(wi)}` })),
    panel: left.panel,
  });
  const backward = computationGraph({
    nodes: [
      {
        id: "z",
        at: [0, middle],
        text: "<i>z</i>",
        color: INK,
        below: `<b>${numberText(dCdz)}</b>`,
      },
      ...w.map((_, i) => ({
        id: `s${i}`,
        at: place(i),
        text: s[i]!,
        color: VERMILLION,
        below: `<b>${numberText(dCds[i]!)}</b>`,
      })),
    ],
    edges: w.map((_, i) => ({
      from: `s${i}`,
      to: "z",
      above: `<b>${numberText(roads[i]!)}</b>`,
    })),
    panel: right.panel,
    first: forward.traces.length,
  });
  const total = `${sumText(roads)} = ${numberText(dCdz)}`;
  return figure({
    alt: `${w.length} readers of z; on the way back ${total}`,
    caption:
      `Left, the way forward: z = ${numberText(z)} is read by ${w.length} ${w.length === 1 ? "sum" : "sums"}, each with its own weight, written on the edge; the values stand below the nodes. ` +
      `Right, the way back along the same edges, with the arrows turned around: each sum brings its slope (in bold), and each edge multiplies it by its weight. ` +
      `At z the contributions add up: ${total}.`,
    data: [...forward.traces, ...backward.traces],
    layout: houseLayout({
      height: 110 * w.length + 70,
      margin: { l: 8, r: 8, t: 44, b: 8 },
      hovermode: false,
      xaxis: { ...forward.xaxis, ...left.x },
      yaxis: { ...forward.yaxis, ...left.y },
      xaxis2: { ...backward.xaxis, ...right.x },
      yaxis2: { ...backward.yaxis, ...right.y },
      annotations: [
        panelTitle("forward: one value, copied", left, 6),
        panelTitle("back: contributions, added", right, 6),
      ],
    }),
  });
}
