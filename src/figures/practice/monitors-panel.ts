/** Chapter 5, practice: what to watch beside the loss, one panel each. */
import { ValueError } from "../../math/value-error.js";
import type { Figure } from "../figure.js";
import { numberText } from "../numbers.js";
import { type StackedPanel, stackedCurves } from "./stacked-curves.js";

const CALL = "monitorsPanel";
const MOST_CURVES = 4;

/** Curves by name, one value an epoch. */
export type Curves = Readonly<Record<string, readonly number[]>>;

/** What {@link monitorsPanel} draws; each panel has one to four curves. */
export interface MonitorsPanelOptions {
  /** Norms of the weights, in powers of ten. */
  readonly weightNorms: Curves;
  /** Norms of the gradient, in powers of ten. */
  readonly gradientNorms: Curves;
  /** Shares from 0 to 1, as of dead or saturated units. */
  readonly shares?: Curves;
}

/**
 * Norms of weights and gradients, and shares of units that do not work, over the epochs, counted
 * from 0.
 *
 * @throws {@link ValueError} if a panel has no curve or more than four, or curves differ in length
 *
 * @example
 * monitorsPanel({ weightNorms: { W: [8, 9] }, gradientNorms: { W: [2, 1] } }).alt; // => "Norms of weights and gradients over 1 epoch"
 */
export function monitorsPanel(options: MonitorsPanelOptions): Figure {
  const { weightNorms, gradientNorms, shares } = options;
  const all = { weightNorms, gradientNorms, ...(shares === undefined ? {} : { shares }) };
  const epochs = assertCurves(all) - 1;
  const panels: StackedPanel[] = [
    { title: "‖weights‖", log: true, series: seriesOf(weightNorms) },
    { title: "‖gradient‖", log: true, series: seriesOf(gradientNorms) },
  ];
  if (shares !== undefined) {
    panels.push({ title: "share", range: [-0.04, 1.04], series: seriesOf(shares) });
  }
  const count = `${epochs} epoch${epochs === 1 ? "" : "s"}`;
  return stackedCurves({
    panels,
    xLabel: "epoch",
    xRange: [0, Math.max(1, epochs)],
    height: shares === undefined ? 430 : 590,
    alt: `Norms of weights and gradients over ${count}`,
    caption:
      `Monitors over ${count}, norms in powers of ten. Weights: ${pathsOf(weightNorms)}. ` +
      `Gradient: ${pathsOf(gradientNorms)}.${shares === undefined ? "" : ` Shares: ${pathsOf(shares)}.`} ` +
      "Calm curves in all panels are what one hopes for; a jump, a steady climb or a 0 is worth a look.",
  });
}

function seriesOf(curves: Curves): StackedPanel["series"] {
  return Object.entries(curves).map(([name, y]) => ({ name, x: [...y.keys()], y }));
}

function pathsOf(curves: Curves): string {
  const paths = Object.entries(curves).map(
    ([name, y]) => `${name} from ${numberText(y[0]!)} to ${numberText(y.at(-1)!)}`,
  );
  return paths.join(", ");
}

/** How many values each curve has. */
function assertCurves(panels: Readonly<Record<string, Curves>>): number {
  const lengths = Object.values(panels).flatMap((curves) =>
    Object.values(curves).map((y) => y.length),
  );
  const [length = 0] = lengths;
  const counts = Object.values(panels).map((curves) => Object.keys(curves).length);
  if (
    length > 0 &&
    lengths.every((other) => other === length) &&
    counts.every((count) => count >= 1 && count <= MOST_CURVES)
  ) {
    return length;
  }
  const rule = `each panel has one to ${MOST_CURVES} curves, all of them as long as each other`;
  throw new ValueError({ operation: CALL, rule }, { lengths });
}
