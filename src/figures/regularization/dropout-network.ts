/** Chapter 5, dropout: in each step of training another part of the hidden layer is silent. */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { columns, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, FAINT, INK, MUTED, VERMILLION } from "../palette.js";
import { houseSlider, playButton } from "../slider.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";

const CALL = "dropoutNetwork";
/** Half the height of the drawing, in units between layers. */
const TOP = 1;

/** What {@link dropoutNetwork} draws. */
export interface DropoutNetworkOptions {
  /** Units of the input layer, 1 to 8. */
  readonly inputs: number;
  /** The mask of the hidden layer at each step, 0 where a unit is silent, shape [steps] of [hidden]. */
  readonly masks: readonly VectorLike[];
  /** Units of the output layer, 1 to 8. */
  readonly outputs: number;
  /** The rate that the masks were drawn with. */
  readonly rate: number;
}

/**
 * A network with one hidden layer whose units are silenced by masks, Eq. (5.6); a slider and a play
 * button go through the steps.
 *
 * @throws {@link ValueError} if a size is out of range, there is no mask, or masks differ in length
 *
 * @example
 * dropoutNetwork({ inputs: 2, masks: [[2, 0], [0, 2]], outputs: 1, rate: 0.5 }).frames?.length; // => 2
 */
export function dropoutNetwork(options: DropoutNetworkOptions): Figure {
  const { rate } = options;
  const hidden =
    options.masks[0] === undefined ? 0 : entries(CALL, "masks[0]", options.masks[0]).length;
  for (const [name, size] of Object.entries({
    inputs: options.inputs,
    hidden,
    outputs: options.outputs,
  })) {
    if (Number.isInteger(size) && size >= 1 && size <= 8) continue;
    const rule = "each layer has 1 to 8 units, and there is at least one mask";
    throw new ValueError({ operation: CALL, rule }, { [name]: size });
  }
  const masks = options.masks.map((mask, i) => entries(CALL, `masks[${i}]`, mask, hidden));
  const layers = [options.inputs, hidden, options.outputs].map(heights);
  const names = masks.map((_, i) => `step${i + 1}`);
  const first = masks[0]!;
  const factor = `×${numberText(Number((1 / (1 - rate)).toFixed(1)))}`;
  const traces = (mask: readonly number[]) => {
    const [on, off] = [1, 0].map((kept) =>
      layers[1]!.filter((_, i) => (mask[i] === 0 ? 0 : 1) === kept),
    );
    const speaking = on!.map((y) => [1, y] as const);
    return {
      edges: edgesOf(layers[0]!, on!, layers[2]!),
      speaking,
      silent: off!.map((y) => [1, y] as const),
      factors: speaking,
    };
  };
  const start = traces(first);
  const silentShare = masks.flat().filter((m) => m === 0).length / masks.flat().length;
  return figure({
    alt: `Dropout at the rate ${numberText(rate)}: ${start.silent.length} of ${hidden} hidden units silent`,
    caption:
      `A network with ${options.inputs} inputs, ${hidden} hidden units and ${options.outputs} outputs, in ${masks.length} steps of its training. Hidden units with a cross are silent in that step; no line leads to them or away from them. ` +
      `The others are multiplied by ${numberText(1 / (1 - rate))}. In step 1, ${start.silent.length} of ${hidden} are silent, over all steps ${numberText(Math.round(100 * silentShare))} %. Play it: each step trains another network.`,
    data: [
      stroke(edgesOf(layers[0]!, layers[1]!, layers[2]!), { color: "#EDEFF2", dash: "solid" }, 1),
      stroke(start.edges, { color: MUTED, dash: "solid" }, 1.3),
      nodes(
        [0, 2].flatMap((x) => layers[x]!.map((y) => [x, y] as const)),
        { color: "#FFFFFF", symbol: "circle", size: 24, line: { color: INK, width: 2 } },
      ),
      nodes(start.speaking, {
        color: BLUE,
        symbol: "circle",
        size: 32,
        line: { color: INK, width: 2 },
      }),
      nodes(start.silent, {
        color: FAINT,
        symbol: "x",
        size: 17,
        line: { color: VERMILLION, width: 1.5 },
      }),
      words(
        start.factors,
        start.factors.map(() => factor),
        "middle center",
        {
          textfont: { color: "#FFFFFF", size: 13 },
        },
      ),
      words(
        [0, 1, 2].map((x) => [x, -1.32 * TOP] as const),
        ["inputs", "hidden", "outputs"],
        "middle center",
        { textfont: { color: INK } },
      ),
    ],
    frames: masks.map((mask, i) => {
      const now = traces(mask);
      return {
        name: names[i]!,
        traces: [1, 3, 4, 5],
        data: [
          columns(now.edges),
          columns(now.speaking),
          columns(now.silent),
          { ...columns(now.factors), text: now.factors.map(() => factor) },
        ],
      };
    }),
    layout: houseLayout({
      height: 470,
      margin: { l: 14, r: 14, t: 10, b: 100 },
      hovermode: false,
      xaxis: hiddenAxis([-0.35, 2.35]),
      yaxis: hiddenAxis([-1.45 * TOP, 1.15 * TOP]),
      sliders: [
        houseSlider({
          prefix: "step ",
          labels: masks.map((_, i) => String(i + 1)),
          frames: names,
          active: 0,
          above: 24,
        }),
      ],
      updatemenus: [playButton({ frames: names, duration: 800, above: 24 })],
    }),
  });
}

/** Heights of the units of a layer, from top to bottom. */
function heights(count: number): number[] {
  const gap = Math.min(0.5, (2 * TOP) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, i) => gap * ((count - 1) / 2 - i) + 0.02);
}

/** All lines from the inputs through these hidden units to the outputs, as one path. */
function edgesOf(inputs: number[], hidden: number[], outputs: number[]): Path {
  const into = inputs.flatMap((y) => hidden.flatMap((h): Path => [[0, y], [1, h], null]));
  const outOf = hidden.flatMap((h) => outputs.flatMap((y): Path => [[1, h], [2, y], null]));
  return [...into, ...outOf];
}

function nodes(path: Path, marker: NonNullable<ScatterTrace["marker"]>): ScatterTrace {
  return {
    type: "scatter",
    mode: "markers",
    ...columns(path),
    marker,
    hoverinfo: "skip",
    cliponaxis: false,
  };
}
