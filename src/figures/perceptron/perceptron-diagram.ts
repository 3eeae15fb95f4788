/** Chapter 1, the perceptron as a block diagram, with the numbers of one example on its edges. */
import { sigmoid } from "../../math/activations.js";
import { weightedSum } from "../../math/perceptron.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import type { Annotation } from "../layout.js";
import { arrow, columns } from "../marks.js";
import { indexed, numberText, sumText } from "../numbers.js";
import { BLUE, INK, MUTED, NORMAL, PAPER, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout, TEXT_SIZE } from "../style.js";
import type { ScatterTrace } from "../traces.js";

const CALL = "perceptronDiagram";
const MAX_INPUTS = 6;
const ROW = 78;
/** Of a node, in pixels. */
const RADIUS = 23;
/** Where the columns of the diagram stand, from 0 to 1. */
const AT = { input: 0.17, sum: 0.52, activation: 0.72, output: 0.92 } as const;

/** What {@link perceptronDiagram} draws. */
export interface PerceptronDiagramOptions {
  /** Inputs, shape [m], one to six. */
  readonly x: VectorLike;
  /** Weights, shape [m]. */
  readonly w: VectorLike;
  /** Bias; 0 if absent. */
  readonly w0?: number;
  /** Activation; the sigmoid if absent. */
  readonly g?: (z: number) => number;
}

/** The numbers of one example. */
interface Example {
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly w0: number;
  readonly g: (z: number) => number;
  readonly z: number;
  readonly y: number;
}

/**
 * A perceptron as a block diagram, `ŷ = g(w₀ + Σᵢ xᵢwᵢ)`, Eq. (1.5): inputs, weights, sum,
 * activation, output, with the values of one example.
 *
 * @throws {@link ValueError} if x and w differ in length, there are more than six inputs, or an
 *   argument is not finite
 *
 * @example
 * perceptronDiagram({ x: [-1, 2], w: [3, -2], w0: 1 }).alt; // => "Perceptron: z = 1 − 3 − 4 = −6"
 */
export function perceptronDiagram(options: PerceptronDiagramOptions): Figure {
  const example = exampleOf(options);
  const { x, w, w0, g, z, y } = example;
  const rows = x.length + 1;
  const height = (row: number): number => 1 - (row + 0.5) / rows;
  const centre: Point = [AT.sum, 0.5];
  const inputs = Array.from({ length: rows }, (_, row): Point => [AT.input, height(row)]);
  const symbols = inputs.map((_, i) => (i === 0 ? "1" : indexed("<i>x</i>", i)));
  const weights = [w0, ...w].map((wi, i) => `${indexed("<i>w</i>", i)} = ${numberText(wi)}`);
  const activation: Point = [AT.activation, 0.5];
  const output: Point = [AT.output, 0.5];
  return figure({
    alt: `Perceptron: z = ${sumOf(example)}`,
    caption: caption(example),
    data: [
      ...inputs.map((from) => arrow(from, centre, MUTED, {}, RADIUS + 2)),
      arrow(centre, activation, MUTED, {}, RADIUS + 2),
      arrow(activation, output, MUTED, {}, RADIUS + 2),
      nodes(inputs.slice(0, 1), ["1"], MUTED),
      nodes(inputs.slice(1), symbols.slice(1), BLUE),
      nodes([centre], ["Σ"], NORMAL),
      nodes([activation], ["<i>g</i>"], VERMILLION),
      nodes([output], ["<i>ŷ</i>"], BLUE),
    ],
    layout: houseLayout({
      height: ROW * rows + 90,
      margin: { l: 8, r: 8, t: 12, b: 78 },
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      hovermode: false,
      annotations: [
        ...inputs
          .slice(1)
          .map(([a, b], i) => note(a, b, numberText(x[i]!), { xshift: -40, size: 16 })),
        ...inputs.map((from, i) => {
          const [a, b] = between(from, centre, 0.4);
          return note(a, b, weights[i]!, { color: NORMAL, background: true });
        }),
        note(AT.sum, 0.5, "sum", { yshift: 40, color: MUTED }),
        note(AT.activation, 0.5, g.name, { yshift: 40, color: MUTED }),
        note((AT.sum + AT.activation) / 2, 0.5, "<i>z</i>", { yshift: 14, color: MUTED }),
        note(AT.output, 0.5, "output", { yshift: 40, color: MUTED }),
        note(AT.sum, 0.5, `<i>z</i> = ${numberText(z)}`, { yshift: -42, size: 16 }),
        note(AT.output, 0.5, numberText(y), { yshift: -42, size: 16 }),
        {
          ...note(0.5, 0, working(example), { yshift: -30 }),
          yref: "paper",
          xref: "paper",
          yanchor: "top",
        },
      ],
    }),
  });
}

function exampleOf(options: PerceptronDiagramOptions): Example {
  const x = entries(CALL, "x", options.x);
  const w = entries(CALL, "w", options.w, x.length);
  if (x.length > MAX_INPUTS) {
    const rule = `a diagram has room for ${MAX_INPUTS} inputs`;
    throw new ValueError({ operation: CALL, rule }, { x });
  }
  const w0 = finite(CALL, "w0", options.w0 ?? 0);
  const g = options.g ?? sigmoid;
  if (typeof g !== "function") {
    throw new ValueError({ operation: CALL, rule: "g must be a function" }, { g });
  }
  const z = weightedSum(x, w, w0);
  return { x, w, w0, g, z, y: finite(CALL, `g(${numberText(z)})`, g(z)) };
}

/** Circles with a symbol in each; their size is in pixels, so they stay round. */
function nodes(at: readonly Point[], symbols: readonly string[], color: string): ScatterTrace {
  return {
    type: "scatter",
    mode: "markers+text",
    ...columns(at),
    marker: { color: PAPER, symbol: "circle", size: 2 * RADIUS, line: { color, width: 2.5 } },
    text: symbols,
    textposition: "middle center",
    textfont: { size: 18, color: INK },
    hoverinfo: "skip",
    cliponaxis: false,
  };
}

function between(from: Point, to: Point, part: number): Point {
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}

function sumOf({ x, w, w0, z }: Example): string {
  return `${sumText([w0, ...x.map((xi, i) => xi * w[i]!)])} = ${numberText(z)}`;
}

/** The whole computation, one step a line; many products would not fit, so they are left out. */
function working(example: Example): string {
  const { x, w, w0, g, z, y } = example;
  const bracket = (value: number): string =>
    value < 0 ? `(${numberText(value)})` : numberText(value);
  const products = x.map((xi, i) => `${bracket(w[i]!)}·${bracket(xi)}`);
  const spelled = x.length > 3 ? "" : ` = ${[numberText(w0), ...products].join(" + ")}`;
  return (
    `<i>z</i>${spelled} = ${sumOf(example)}<br>` +
    `<i>ŷ</i> = ${g.name}(${numberText(z)}) = ${numberText(y)}`
  );
}

interface NoteOptions {
  readonly xshift?: number;
  readonly yshift?: number;
  readonly size?: number;
  readonly color?: string;
  readonly background?: boolean;
}

function note(x: number, y: number, text: string, options: NoteOptions): Annotation {
  const { xshift = 0, yshift = 0, size = TEXT_SIZE, color = INK, background = false } = options;
  return {
    x,
    y,
    xref: "x",
    yref: "y",
    text,
    showarrow: false,
    xanchor: "center",
    yanchor: "middle",
    xshift,
    yshift,
    font: { size, color },
    ...(background ? { bgcolor: PAPER, borderpad: 2 } : {}),
  };
}

function caption(example: Example): string {
  const { x, w, w0, g, z, y } = example;
  const inputs = x.map((xi, i) => `${indexed("x", i + 1)} = ${numberText(xi)}`).join(", ");
  const weights = w.map((wi, i) => `${indexed("w", i + 1)} = ${numberText(wi)}`).join(", ");
  return (
    "A perceptron, read from left to right. " +
    `The inputs ${inputs} run along edges with the weights ${weights}; ` +
    `the bias w₀ = ${numberText(w0)} is the weight of an input that is always 1. ` +
    `They meet in the sum, z = ${sumOf(example)}, and the activation makes of it the output ` +
    `ŷ = ${g.name}(${numberText(z)}) = ${numberText(y)}.`
  );
}
