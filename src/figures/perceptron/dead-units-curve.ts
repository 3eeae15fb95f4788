/** Chapter 1, dead units: how many units of a layer give 0 for every example, as the bias goes down. */
import { ValueError } from "../../math/value-error.js";
import { entries, grid, type VectorLike } from "../arguments.js";
import { besideCurves } from "../curve-labels.js";
import { type Figure, figure } from "../figure.js";
import { stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";

const CALL = "deadUnitsCurve";
const SAMPLES = 61;

/** What {@link deadUnitsCurve} draws. */
export interface DeadUnitsCurveOptions {
  /** Biases that were tried, rising or falling, shape [k]. */
  readonly biases: VectorLike;
  /** Share of the units that are 0 for every example, from 0 to 1, shape [k]. */
  readonly dead: VectorLike;
  /** Share of all outputs that are 0, shape [k]. */
  readonly zeros: VectorLike;
}

/**
 * Two measured curves over the bias: the share of outputs that are 0, and the share of units that
 * are 0 for every example, which are dead.
 *
 * @throws {@link ValueError} if there are fewer than two biases, the lists differ in length, or a share is not from 0 to 1
 *
 * @example
 * deadUnitsCurve({ biases: [0, -1], dead: [0, 0.5], zeros: [0.5, 0.9] }).alt; // => "Dead units: 0 % to 50 %"
 */
export function deadUnitsCurve(options: DeadUnitsCurveOptions): Figure {
  const biases = entries(CALL, "biases", options.biases);
  if (biases.length < 2 || new Set(biases).size < biases.length) {
    const rule = "biases has at least two entries, all different";
    throw new ValueError({ operation: CALL, rule }, { biases });
  }
  const dead = entries(CALL, "dead", options.dead, biases.length);
  const zeros = entries(CALL, "zeros", options.zeros, biases.length);
  if ([...dead, ...zeros].some((share) => share < 0 || share > 1)) {
    throw new ValueError({ operation: CALL, rule: "a share is from 0 to 1" }, { dead, zeros });
  }
  const percent = (share: number): string => `${numberText(100 * share)} %`;
  const path = (shares: readonly number[]): [number, number][] =>
    biases.map((bias, i) => [bias, 100 * shares[i]!]);
  const [low, high] = [Math.min(...biases), Math.max(...biases)];
  const room = 0.04 * (high - low);
  const names = ["outputs that are 0", "dead units"];
  const across = grid(low, high, SAMPLES);
  const places = besideCurves(
    names,
    [zeros, dead].map((shares) => across.map((b) => (100 * between(biases, shares, b) + 4) / 118)),
  ).map(([x, up]) => [low + x * (high - low), 118 * up - 4] as const);
  return figure({
    alt: `Dead units: ${percent(dead[0]!)} to ${percent(dead[dead.length - 1]!)}`,
    caption: [
      "Across: the bias that all units of a layer share. Upwards, dashed red: the share of outputs that are 0; solid blue: the share of units that are 0 for every example.",
      `From the bias ${numberText(biases[0]!)} to ${numberText(biases[biases.length - 1]!)} the dead units go from ${percent(dead[0]!)} to ${percent(dead[dead.length - 1]!)}, the zeros from ${percent(zeros[0]!)} to ${percent(zeros[zeros.length - 1]!)}.`,
      "Zeros alone are harmless; a unit dies only when the last example falls silent too.",
    ].join(" "),
    data: [
      stroke(path(zeros), { color: VERMILLION, dash: "dash" }, 3),
      stroke(path(dead), { color: BLUE, dash: "solid" }, 3),
      words([places[0]!], [names[0]!], "middle center", { textfont: { color: VERMILLION } }),
      words([places[1]!], [names[1]!], "middle center", { textfont: { color: BLUE } }),
    ],
    layout: houseLayout({
      height: 360,
      xaxis: houseAxis("bias of every unit", [low - room, high + room]),
      yaxis: houseAxis("share in %", [-4, 114], { tickvals: [0, 25, 50, 75, 100] }),
    }),
  });
}

/** The share at a bias, on the straight line between the two measured ones around it. */
function between(biases: readonly number[], shares: readonly number[], at: number): number {
  const order = biases.map((_, i) => i).sort((a, b) => biases[a]! - biases[b]!);
  const next = Math.max(
    1,
    order.findIndex((i) => biases[i]! >= at),
  );
  const [a, b] = [order[next - 1]!, order[next]!];
  const part = (at - biases[a]!) / (biases[b]! - biases[a]!);
  return shares[a]! + part * (shares[b]! - shares[a]!);
}
