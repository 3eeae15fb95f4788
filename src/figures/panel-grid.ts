/** Figures: several panels in rows and columns, each with its pair of axes. */
import { ValueError } from "../math/value-error.js";
import type { Axis, XReference, YReference } from "./layout.js";
import type { Panel, XAxisName, YAxisName } from "./traces.js";

const X_NAMES: readonly XAxisName[] = ["x", "x2", "x3", "x4", "x5", "x6"];
const Y_NAMES: readonly YAxisName[] = ["y", "y2", "y3", "y4", "y5", "y6"];

/** One panel of a grid. */
export interface GridPanel {
  /** For its traces. */
  readonly panel: Required<Panel>;
  /** What its horizontal and its vertical axis must have. */
  readonly x: Pick<Axis, "domain" | "anchor">;
  readonly y: Pick<Axis, "domain" | "anchor">;
  /** For a title above it: an annotation at x = 0.5, y = 1 of these. */
  readonly xref: XReference;
  readonly yref: YReference;
}

/** What {@link panelGrid} divides. */
export interface PanelGridOptions {
  /** One to six. */
  readonly count: number;
  readonly columns: number;
  /** Room between columns and between rows, as parts of the drawing; 0.12 and 0.16 if absent. */
  readonly gap?: readonly [number, number];
}

/**
 * The places of up to six panels, row by row from the top.
 *
 * @throws {@link ValueError} if there are none, or more than six
 *
 * @example
 * panelGrid({ count: 2, columns: 2, gap: [0.2, 0] })[1]?.x.domain; // => [0.6, 1]
 */
export function panelGrid({ count, columns, gap = [0.12, 0.16] }: PanelGridOptions): GridPanel[] {
  if (!(Number.isInteger(count) && count >= 1 && count <= X_NAMES.length)) {
    const hint = "With more than six, draw two figures.";
    const rule = "a figure has one to six panels";
    throw new ValueError({ operation: "panelGrid", rule, hint }, { count });
  }
  if (!(Number.isInteger(columns) && columns >= 1)) {
    const rule = "columns must be a whole number, 1 or more";
    throw new ValueError({ operation: "panelGrid", rule }, { columns });
  }
  const rows = Math.ceil(count / columns);
  const [width, height] = [part(columns, gap[0]), part(rows, gap[1])];
  return Array.from({ length: count }, (_, i) => {
    const [xaxis, yaxis] = [X_NAMES[i]!, Y_NAMES[i]!];
    const left = (i % columns) * (width + gap[0]);
    const top = 1 - Math.floor(i / columns) * (height + gap[1]);
    return {
      panel: { xaxis, yaxis },
      x: { domain: [tidy(left), tidy(left + width)], anchor: yaxis },
      y: { domain: [tidy(top - height), tidy(top)], anchor: xaxis },
      xref: `${xaxis} domain`,
      yref: `${yaxis} domain`,
    };
  });
}

/** What is left for one of some panels. */
function part(count: number, gap: number): number {
  return (1 - (count - 1) * gap) / count;
}

/** Within 0 and 1, without the last digits of a sum. */
function tidy(value: number): number {
  return Math.max(0, Math.min(1, Number(value.toFixed(6))));
}
