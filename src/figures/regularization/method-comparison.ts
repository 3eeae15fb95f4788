/** Chapter 5, the trial: how much each method changes the error, with the stretch that chance leaves open. */
import { ValueError } from "../../math/value-error.js";
import { finite } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import type { Axis, Shape } from "../layout.js";
import { words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, MUTED, VERMILLION } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseAxis, houseLayout } from "../style.js";
import type { MarkerSymbol, ScatterTrace, Trace } from "../traces.js";
import { axisKey } from "./axis-key.js";

const CALL = "methodComparison";

/** One method: its mean difference to the baseline, and how far the truth may lie from it. */
export interface ComparedMethod {
  readonly name: string;
  readonly difference: number;
  /** Half the length of the whisker, 0 or more. */
  readonly reach: number;
}

/** What {@link methodComparison} draws. */
export interface MethodComparisonOptions {
  /** One to three conditions, each with the same methods in the same order. */
  readonly panels: readonly { readonly name: string; readonly rows: readonly ComparedMethod[] }[];
  /** Which error is compared; "test error" if absent. */
  readonly measured?: string;
}

/** How a result is marked: by colour and by symbol. */
const VERDICTS: Readonly<Record<Verdict, { color: string; symbol: MarkerSymbol }>> = {
  helps: { color: BLUE, symbol: "circle" },
  harms: { color: VERMILLION, symbol: "diamond" },
  "shows nothing": { color: MUTED, symbol: "square" },
};

type Verdict = "helps" | "harms" | "shows nothing";

/**
 * Differences to a baseline with whiskers; a whisker that crosses 0 has shown nothing.
 *
 * @throws {@link ValueError} if there is no panel or more than three, methods differ, or a reach is negative
 *
 * @example
 * methodComparison({ panels: [{ name: "all", rows: [{ name: "L1", difference: -2, reach: 1 }] }] }).alt; // => "Change of the error; all: L1 helps"
 */
export function methodComparison(options: MethodComparisonOptions): Figure {
  const { panels, measured = "test error" } = options;
  const names = panels[0]?.rows.map(({ name }) => name) ?? [];
  const alike = panels.every(({ rows }) => rows.map(({ name }) => name).join() === names.join());
  if (panels.length < 1 || panels.length > 3 || names.length < 1 || !alike) {
    const rule = "there are one to three panels with the same methods, at least one";
    throw new ValueError({ operation: CALL, rule }, { panels: panels.length, names });
  }
  for (const { name, difference, reach } of panels.flatMap(({ rows }) => rows)) {
    finite(CALL, `difference of ${name}`, difference);
    if (!(finite(CALL, `reach of ${name}`, reach) >= 0)) {
      throw new ValueError({ operation: CALL, rule: "reach is 0 or more" }, { [name]: reach });
    }
  }
  const grid = panelGrid({ count: panels.length, columns: 1, gap: [0, 0.16] });
  const axes: Record<string, Axis> = {};
  const ends = panels.flatMap(({ rows }) =>
    rows.flatMap(({ difference: d, reach }) => [d - reach, d + reach, 0]),
  );
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = 0.06 * (high - low || 1);
  const range = [low - room, high + room] as const;
  const rowRange = [names.length - 0.4, -0.6] as const;
  const data = panels.flatMap(({ rows }, k): Trace[] => {
    const { panel, x, y } = grid[k]!;
    const title = k === panels.length - 1 ? `change of the ${measured}, percentage points` : "";
    axes[axisKey(panel.xaxis)] = houseAxis(title, range, { ...x, zeroline: false });
    axes[axisKey(panel.yaxis)] = houseAxis("", rowRange, {
      ...y,
      tickvals: names.map((_, i) => i),
      ticktext: names,
      tickfont: { size: 14, color: INK },
      showgrid: false,
      zeroline: false,
      ticks: "",
    });
    const marks = (["helps", "harms", "shows nothing"] as const).flatMap((verdict) => {
      const own = rows.flatMap((row, i) => (verdictOn(row) === verdict ? [{ ...row, i }] : []));
      return own.length === 0 ? [] : [whiskers(own, verdict, panel)];
    });
    const numbers = words(
      rows.map((_, i) => [range[1], i] as const),
      rows.map(({ difference }) => signed(difference)),
      "middle right",
      { textfont: { color: MUTED, size: 13 }, ...panel },
    );
    return [...marks, numbers];
  });
  const said = panels.map(({ name, rows }) => `${name}: ${summary(rows)}`);
  return figure({
    alt: `Change of the error; ${said.join("; ")}`,
    caption:
      `Each mark is the mean change of the error against the baseline, which is the line at 0; left of it is better. The whisker holds the true change in 95 of 100 such trials. ` +
      `The number at the right is the mean. A round mark helps, a diamond harms; a grey square has a whisker that crosses 0 and shows nothing. ${said.map((text) => `With ${text}.`).join(" ")}`,
    data,
    layout: houseLayout({
      height: (34 * names.length + 62) * panels.length + 40,
      margin: { l: 98, r: 62, t: 34 },
      hovermode: false,
      xaxis: houseAxis("", range),
      yaxis: houseAxis("", rowRange),
      ...axes,
      shapes: grid.map(({ panel, yref }): Shape => {
        const line = { color: INK, width: 1.5, dash: "dash" } as const;
        return { type: "line", x0: 0, x1: 0, y0: 0, y1: 1, xref: panel.xaxis, yref, line };
      }),
      annotations: panels.map(({ name }, k) => ({
        x: 0,
        y: 1,
        xref: grid[k]!.xref,
        yref: grid[k]!.yref,
        text: `<b>${name}</b>`,
        showarrow: false,
        xanchor: "left",
        yanchor: "bottom",
        yshift: 4,
      })),
    }),
  });
}

function verdictOn({ difference, reach }: ComparedMethod): Verdict {
  if (Math.abs(difference) <= reach) return "shows nothing";
  return difference < 0 ? "helps" : "harms";
}

function whiskers(
  rows: readonly (ComparedMethod & { readonly i: number })[],
  verdict: Verdict,
  panel: Pick<ScatterTrace, "xaxis" | "yaxis">,
): ScatterTrace {
  const { color, symbol } = VERDICTS[verdict];
  return {
    type: "scatter",
    mode: "markers",
    x: rows.map(({ difference }) => difference),
    y: rows.map(({ i }) => i),
    marker: { color, symbol, size: 11 },
    error_x: {
      type: "data",
      array: rows.map(({ reach }) => reach),
      color,
      thickness: 2,
      width: 4,
    },
    hoverinfo: "skip",
    ...panel,
  };
}

function signed(value: number): string {
  const rounded = Number(value.toFixed(1)) + 0;
  return rounded > 0 ? `+${numberText(rounded)}` : numberText(rounded);
}

function summary(rows: readonly ComparedMethod[]): string {
  const parts = (["helps", "harms"] as const).flatMap((verdict) => {
    const own = rows.filter((row) => verdictOn(row) === verdict).map(({ name }) => name);
    if (own.length === 0) return [];
    const verb = own.length === 1 ? verdict : verdict.slice(0, -1);
    return [
      `${own.length === 1 ? own[0] : `${own.slice(0, -1).join(", ")} and ${own.at(-1)}`} ${verb}`,
    ];
  });
  return parts.length === 0 ? "nothing is shown" : parts.join(", ");
}
