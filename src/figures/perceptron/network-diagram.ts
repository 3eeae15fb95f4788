/** Chapter 1, a network of dense layers, Eq. (1.17): its units, its weights, and the values of one example. */
import { dense } from "../../math/dense-layer.js";
import { layerSizes, type Network } from "../../math/network.js";
import { tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { type Path, stroke } from "../marks.js";
import { indexed, numberText, tupleText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { bubbles, note, rows } from "./diagram.js";

const CALL = "networkDiagram";
const MOST_UNITS = 8;
const MOST_LAYERS = 5;

/** What {@link networkDiagram} draws. */
export interface NetworkDiagramOptions {
  /** The network; its weights become the lines between the units. */
  readonly network: Network;
  /** One example; its values then stand in the units. */
  readonly x?: VectorLike;
}

/**
 * The units of a network in columns, layer by layer, Eq. (1.17), with a line for every weight: solid
 * blue where it is positive, dashed red where it is negative, thick where it is large.
 *
 * @throws {@link ValueError} if there are more than five layers or eight units in a column, or x does
 * not fit
 *
 * @example
 * networkDiagram({ network: XOR_NETWORK }).alt; // => "A network with 2, 2 and 1 units"
 */
export function networkDiagram({ network, x }: NetworkDiagramOptions): Figure {
  const sizes = layerSizes(network);
  if (sizes.length > MOST_LAYERS + 1 || Math.max(...sizes) > MOST_UNITS) {
    const rule = `a diagram has room for ${MOST_LAYERS} layers of at most ${MOST_UNITS} units`;
    throw new ValueError({ operation: CALL, rule }, { sizes });
  }
  const most = Math.max(...sizes);
  const gap = 1 / most;
  const across = (k: number): number => 0.1 + (0.8 * k) / (sizes.length - 1);
  const columnsOf = sizes.map((size, k) => rows(size, gap).map((y): Point => [across(k), y]));
  const values = x === undefined ? null : valuesOf(network, entries(CALL, "x", x, sizes[0]!));
  const names = sizes.map((size, k) =>
    Array.from({ length: size }, (_, i) =>
      values === null ? symbol(k, i, sizes.length) : short(values[k]![i]!),
    ),
  );
  return figure({
    alt: `A network with ${list(sizes)} units`,
    caption: caption(network, sizes, values),
    data: [
      ...weights(network, columnsOf),
      ...columnsOf.map((at, k) =>
        bubbles(at, names[k]!, { color: k === 0 ? MUTED : BLUE }, 21, values === null ? 15 : 13),
      ),
    ],
    layout: houseLayout({
      height: 66 * most + 62,
      margin: { l: 8, r: 8, t: 54, b: 8 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      annotations: sizes.map((size, k) => ({
        ...note([across(k), 1], title(k, size, network), { color: MUTED, size: 13, yshift: 6 }),
        yanchor: "bottom" as const,
      })),
    }),
  });
}

/** What stands in the units: the inputs, then each layer's outputs. */
function valuesOf(network: Network, x: readonly number[]): readonly (readonly number[])[] {
  let a = tensor(x);
  const outputs = network.map(({ W, b, g }) => {
    a = dense(a, W, b, g);
    return Array.from(a.data);
  });
  return [x, ...outputs];
}

function symbol(layer: number, i: number, layers: number): string {
  if (layer === 0) return indexed("<i>x</i>", i + 1);
  return indexed(layer === layers - 1 ? "<i>ŷ</i>" : "<i>h</i>", i + 1);
}

function title(k: number, size: number, network: Network): string {
  const units = `${size} ${k === 0 ? "input" : "unit"}${size === 1 ? "" : "s"}`;
  return k === 0 ? units : `${units}<br>${network[k - 1]!.g.name}`;
}

/** Two digits: a unit is small. */
function short(value: number): string {
  return numberText(Number(value.toPrecision(2)));
}

/** The lines of all weights in four traces: two signs, two widths. */
function weights(network: Network, at: readonly (readonly Point[])[]): ScatterTrace[] {
  const all = network.flatMap(({ W }, k) =>
    at[k]!.flatMap((from, j) => at[k + 1]!.map((to, i) => ({ from, to, w: W.at(j, i) }))),
  );
  const largest = Math.max(...all.map(({ w }) => Math.abs(w)));
  const groups = [
    { sign: 1, heavy: false },
    { sign: -1, heavy: false },
    { sign: 1, heavy: true },
    { sign: -1, heavy: true },
  ];
  return groups.flatMap(({ sign, heavy }) => {
    const path = all.flatMap(({ from, to, w }): Path => {
      const fits = Math.sign(w) === sign && Math.abs(w) > largest / 2 === heavy;
      return fits ? [from, to, null] : [];
    });
    const style = sign > 0 ? { color: BLUE, dash: "solid" } : { color: VERMILLION, dash: "dash" };
    return path.length === 0
      ? []
      : [stroke(path, style as { color: string; dash: "solid" | "dash" }, heavy ? 3 : 1.3)];
  });
}

function list(sizes: readonly number[]): string {
  return `${sizes.slice(0, -1).join(", ")} and ${sizes[sizes.length - 1]}`;
}

function caption(
  network: Network,
  sizes: readonly number[],
  values: readonly (readonly number[])[] | null,
): string {
  const hidden = sizes.length - 2;
  const count = network.reduce((sum, { W, b }) => sum + W.size + b.size, 0);
  const counted = network.reduce((sum, { W }) => sum + W.size, 0);
  const absent = network.flatMap(({ W }) => [...W.data]).filter((w) => w === 0).length;
  const drawn =
    absent === 0
      ? ""
      : ` (${absent === 1 ? "one of them is" : `${absent} of them are`} 0 and not drawn)`;
  const layers = `${hidden === 0 ? "no" : hidden} hidden layer${hidden < 2 ? "" : "s"} and ${network.length} layer${network.length === 1 ? "" : "s"} of weights`;
  const numbers =
    values === null
      ? "The letters name the inputs, the hidden units and the outputs."
      : `The numbers in the units belong to the example ${tupleText(values[0]!)}; at the right end stands ${tupleText(values[values.length - 1]!)}.`;
  return (
    `A network with ${list(sizes)} units, read from left to right: ${layers}. ` +
    `${absent === 0 ? `Each of its ${counted} lines is a weight` : `Each line is one of its ${counted} weights${drawn}`}, solid blue if positive, dashed red if negative, thick if larger than half of the largest; ` +
    `with a bias for every unit behind the inputs that makes ${count} numbers to learn. ${numbers}`
  );
}
