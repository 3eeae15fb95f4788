/** Figures: the look they share. Sizes are in pixels and stay legible when a figure is 450 px wide. */
import type { Axis, Layout, Margin } from "./layout.js";
import { numberText, SUPERSCRIPTS } from "./numbers.js";
import { FAINT, GRID, INK, MUTED, PAPER } from "./palette.js";
import type { ColorBar, XAxisName } from "./traces.js";

export const FONT_FAMILY = "Helvetica Neue, Arial, DejaVu Sans, sans-serif";
export const TEXT_SIZE = 14;
export const TICK_SIZE = 13;

/** The parts of a layout that a figure chooses; the rest is common. */
export type OwnLayout = Pick<Layout, "height" | "xaxis" | "yaxis"> &
  Partial<Omit<Layout, "margin">> & { readonly margin?: Partial<Margin> };

/** A layout in the house style: white paper, dark text, narrow margins. */
export function houseLayout(own: OwnLayout): Layout {
  return {
    font: { family: FONT_FAMILY, size: TEXT_SIZE, color: INK },
    paper_bgcolor: PAPER,
    plot_bgcolor: PAPER,
    showlegend: false,
    hovermode: "closest",
    dragmode: false,
    ...own,
    margin: { l: 62, r: 20, t: 20, b: 52, ...own.margin },
  };
}

/** An axis with its title, a thin grid and, where it crosses 0, a slightly darker line. */
export function houseAxis(
  title: string,
  range: readonly [number, number],
  own: Partial<Axis> = {},
): Axis {
  return {
    title: { text: title, font: { size: TEXT_SIZE }, standoff: 8 },
    range,
    showgrid: true,
    gridcolor: GRID,
    gridwidth: 1,
    zeroline: true,
    zerolinecolor: FAINT,
    zerolinewidth: 1.5,
    showline: true,
    linecolor: FAINT,
    linewidth: 1,
    ticks: "outside",
    tickcolor: FAINT,
    tickfont: { size: TICK_SIZE, color: MUTED },
    nticks: 7,
    ...own,
  };
}

/**
 * An axis with powers of ten at equal distances, a tick at each power (or each second, third …).
 *
 * @param ends - the lowest and the highest value, both positive
 */
export function logAxis(
  title: string,
  [low, high]: readonly [number, number],
  own: Partial<Axis> = {},
): Axis {
  const range = [Math.log10(low), Math.log10(high)] as const;
  const first = Math.ceil(range[0] - 1e-9);
  const count = Math.floor(range[1] + 1e-9) - first + 1;
  const step = Math.max(1, Math.ceil(count / (own.nticks ?? 7)));
  const powers = Array.from({ length: Math.ceil(count / step) }, (_, i) => first + i * step);
  const tickvals = powers.map((power) => 10 ** power);
  const ticktext = powers.map(powerText);
  return houseAxis(title, range, { type: "log", zeroline: false, tickvals, ticktext, ...own });
}

/** Powers near 1 as they are read, others as 10 with an exponent. */
function powerText(power: number): string {
  if (power >= -2 && power <= 3) return numberText(10 ** power);
  const digits = Array.from(String(Math.abs(power)), (digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${power < 0 ? "⁻" : ""}${digits.join("")}`;
}

/** What makes a plane a plane: one unit is as long on this axis as on the other. */
export function squareTo(other: XAxisName): Partial<Axis> {
  return { scaleanchor: other, scaleratio: 1, constrain: "domain" };
}

/** An axis that only places things and shows nothing. */
export function hiddenAxis(range: readonly [number, number]): Axis {
  return { range, visible: false, showgrid: false, zeroline: false, fixedrange: true };
}

/** The colour bar above a plane: it stays centred however wide the page is. */
export function flatColorBar(title: string, tickvals: readonly number[]): ColorBar {
  return {
    orientation: "h",
    x: 0.5,
    xanchor: "center",
    y: 1.02,
    yanchor: "bottom",
    len: 240,
    lenmode: "pixels",
    thickness: 10,
    tickvals,
    tickfont: { size: TICK_SIZE, color: MUTED },
    outlinewidth: 1,
    outlinecolor: FAINT,
    title: { text: title, side: "top", font: { size: TEXT_SIZE } },
  };
}
