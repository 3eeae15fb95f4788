/** Chapter 1, a model as a block diagram: bubbles are values, rounded boxes functions, a square the cost. */
import { ValueError } from "../../math/value-error.js";
import { type Figure, figure } from "../figure.js";
import { arrow } from "../marks.js";
import { BLUE, INK, MUTED, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { box, bubbles, note } from "./diagram.js";

const CALL = "blockDiagram";
const MOST = 9;
const OBSERVED = "#D9DDE3";
const LINE = 0.36;

/** One symbol of a block diagram, read from left to right. */
export interface Block {
  /** A value that is given, a value that is computed, a deterministic function, or a cost. */
  readonly kind: "observed" | "computed" | "function" | "cost";
  readonly label: string;
  /** A line below the symbol. */
  readonly note?: string;
  /** For a cost: the observed value that it compares with. */
  readonly target?: string;
}

/**
 * A chain of blocks. Filled bubble: a value that is observed. Empty bubble: one that is computed.
 * Rounded box: a deterministic function, its parameters inside. Red square: a cost, whose output is a
 * single number and is not drawn.
 *
 * @throws {@link ValueError} if there are no blocks, or more than nine
 *
 * @example
 * blockDiagram([{ kind: "observed", label: "x" }, { kind: "function", label: "G" }]).alt; // => "Block diagram: x, G"
 */
export function blockDiagram(blocks: readonly Block[]): Figure {
  if (!Array.isArray(blocks) || blocks.length === 0 || blocks.length > MOST) {
    const rule = `blocks is a list of one to ${MOST} symbols`;
    throw new ValueError({ operation: CALL, rule }, { blocks });
  }
  // A box holds a word, a bubble a letter: it may be narrower.
  const shares = blocks.map(({ kind }): number => (kind === "function" ? 1.5 : 0.9));
  const step = 1 / shares.reduce((a, b) => a + b, 0);
  const at = blocks.map((_, i): Point => {
    const before = shares.slice(0, i).reduce((a, b) => a + b, 0);
    return [(before + shares[i]! / 2) * step, LINE];
  });
  const target = (i: number): Point => [at[i]![0], 0.84];
  const costs = blocks.flatMap((block, i) => (block.target === undefined ? [] : [i]));
  return figure({
    alt: `Block diagram: ${blocks.map(({ label }) => plain(label)).join(", ")}`,
    caption: caption(blocks),
    data: [
      ...at.slice(1).map((to, i) => link(at[i]!, to, step, blocks[i]!, blocks[i + 1]!)),
      ...costs.map((i) => arrow(target(i), [at[i]![0], LINE + 0.14], MUTED, {}, 2)),
      ...blocks.map((block, i) => symbol(block, at[i]!, step)),
      ...costs.map((i) =>
        bubbles([target(i)], [blocks[i]!.target!], { color: INK, fill: OBSERVED }, 19),
      ),
    ],
    layout: houseLayout({
      height: 220,
      margin: { l: 6, r: 6, t: 10, b: 10 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      annotations: blocks.flatMap(({ label, kind, note: below }, i) => [
        ...(kind === "function" || kind === "cost" ? [note(at[i]!, label, { size: 13 })] : []),
        ...(below === undefined
          ? []
          : [note([at[i]![0], LINE - 0.24], below, { size: 12, color: MUTED })]),
      ]),
    }),
  });
}

function symbol({ kind, label }: Block, at: Point, step: number): ScatterTrace {
  if (kind === "observed") return bubbles([at], [label], { color: INK, fill: OBSERVED }, 19);
  if (kind === "computed") return bubbles([at], [label], { color: INK }, 19);
  const size: Point = [1.24 * step, 0.28];
  return kind === "function"
    ? box(at, size, { color: BLUE, fill: "#E6F1F8" }, 0.55)
    : box(at, [0.6 * step, 0.28], { color: VERMILLION, fill: "#FBE6DA" }, 0);
}

function link(from: Point, to: Point, step: number, left: Block, right: Block): ScatterTrace {
  const wide = ({ kind }: Block): number =>
    ({ function: 0.62, cost: 0.3, observed: 0, computed: 0 })[kind] * step;
  const start: Point = [from[0] + wide(left), from[1]];
  const end: Point = [to[0] - wide(right), to[1]];
  return arrow(start, end, MUTED, {}, wide(right) === 0 ? 21 : 2);
}

function plain(text: string): string {
  return text.replace(/<br>/g, " ").replace(/<[^>]*>/g, "");
}

function caption(blocks: readonly Block[]): string {
  const words = {
    observed: "the observed value",
    computed: "the computed value",
    function: "the function",
    cost: "the cost",
  } as const;
  const steps = blocks.map(({ kind, label, target }) =>
    target === undefined
      ? `${words[kind]} ${plain(label)}`
      : `${words[kind]} ${plain(label)}, which also sees the observed value ${plain(target)}`,
  );
  const used = new Set(blocks.map(({ kind }) => kind));
  const legend = [
    ...(used.has("observed") ? ["a filled bubble is observed"] : []),
    ...(used.has("computed") ? ["an empty bubble is computed"] : []),
    ...(used.has("function")
      ? [
          "a rounded box is a function with its parameters inside (the same input gives the same output)",
        ]
      : []),
    ...(used.has("cost") ? ["a red square is a cost, a single number that nobody draws"] : []),
  ].join("; ");
  return `From left to right: ${steps.join(", then ")}. The shapes have a meaning: ${legend}.`;
}
