/** Chapter 4, schedules of the learning rate, Eqs. (4.12) to (4.16), a panel each. */
import type { Schedule } from "../../math/schedules.js";
import { ValueError } from "../../math/value-error.js";
import { finite } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import type { Annotation, Layout } from "../layout.js";
import { type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK } from "../palette.js";
import { type GridPanel, panelGrid } from "../panel-grid.js";
import { houseAxis, houseLayout } from "../style.js";
import { thinned } from "./landscape.js";

const CALL = "scheduleCurves";

/** What {@link scheduleCurves} draws. */
export interface ScheduleCurvesOptions {
  /** One to six schedules, each with a short name. */
  readonly schedules: readonly { readonly name: string; readonly rate: Schedule }[];
  /** How many steps are shown, at least 2. */
  readonly steps: number;
}

/**
 * The rate over the steps, one panel for each schedule, all on the same axes.
 *
 * @throws {@link ValueError} if there is no schedule or more than six, or fewer than two steps
 *
 * @example
 * scheduleCurves({ steps: 100, schedules: [{ name: "cosine", rate: cosineDecay(0.1, 100) }] }).alt; // => "Learning rate over 100 steps: cosine"
 */
export function scheduleCurves({ schedules, steps }: ScheduleCurvesOptions): Figure {
  if (!Array.isArray(schedules) || schedules.length < 1 || schedules.length > 6) {
    const rule = "schedules must be a list of one to six";
    throw new ValueError({ operation: CALL, rule }, { schedules });
  }
  if (!(Number.isInteger(steps) && steps >= 2)) {
    const rule = "steps must be a whole number of at least 2";
    throw new ValueError({ operation: CALL, rule }, { steps });
  }
  const curves = schedules.map(({ name, rate }) => ({
    name,
    rates: Array.from({ length: steps }, (_, t) => finite(CALL, `${name}(${t})`, rate(t))),
  }));
  const top = 1.12 * Math.max(...curves.flatMap(({ rates }) => rates)) || 1;
  const columns = curves.length === 1 ? 1 : 2;
  const rows = Math.ceil(curves.length / columns);
  const grid = panelGrid({ count: curves.length, columns, gap: [0.14, 0.34 / rows] });
  return figure({
    alt: `Learning rate over ${steps} steps: ${schedules.map(({ name }) => name).join(", ")}`,
    caption: `The learning rate η over ${steps} steps for ${curves.length} ${curves.length === 1 ? "schedule" : "schedules"}, all on the same axes. ${curves.map(described).join(" ")} Look at the beginning and at the end: fast to arrive, slow to settle.`,
    data: curves.map(({ rates }, i) => {
      const path: Path = thinned(
        rates.map((rate, t) => [t, rate] as const),
        400,
      );
      return stroke(path, { color: BLUE, dash: "solid" }, 2.5, grid[i]!.panel);
    }),
    layout: houseLayout({
      height: 60 + 185 * rows,
      margin: { t: 40 },
      ...axesOf(grid, steps, top, rows, columns),
      annotations: curves.map(({ name }, i) => title(name, grid[i]!)),
    }),
  });
}

function axesOf(
  grid: readonly GridPanel[],
  steps: number,
  top: number,
  rows: number,
  columns: number,
): Pick<Layout, "xaxis" | "yaxis"> {
  const pairs = grid.flatMap(({ panel, x, y }, i) => {
    const bottom = Math.floor(i / columns) === rows - 1 || i + columns >= grid.length;
    const left = i % columns === 0;
    const [xName, yName] = [panel.xaxis, panel.yaxis].map((name) =>
      name.replace(/^([xy])/, "$1axis"),
    );
    const few = { nticks: 4 } as const;
    return [
      [xName, houseAxis(bottom ? "step <i>t</i>" : "", [0, steps], { ...few, ...x })],
      [yName, houseAxis(left ? "rate <i>η</i>" : "", [0, top], { ...few, ...y })],
    ];
  });
  return Object.fromEntries(pairs);
}

function title(text: string, { xref, yref }: GridPanel): Annotation {
  return {
    x: 0.5,
    y: 1,
    xref,
    yref,
    text,
    showarrow: false,
    xanchor: "center",
    yanchor: "bottom",
    yshift: 4,
    font: { color: INK },
  };
}

function described({ name, rates }: { name: string; rates: readonly number[] }): string {
  const text = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const [first, middle, last] = [rates[0]!, rates[rates.length >> 1]!, rates[rates.length - 1]!];
  return `${text}: ${numberText(first)} at first, ${numberText(middle)} half way, ${numberText(last)} at the end.`;
}
