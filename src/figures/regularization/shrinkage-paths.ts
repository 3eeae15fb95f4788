/** Chapter 5, shrinkage: what becomes of each weight as the penalty grows, under L1 and under L2. */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { spreadApart } from "../label-place.js";
import type { Axis } from "../layout.js";
import { type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseAxis, houseLayout, logAxis } from "../style.js";
import type { Trace } from "../traces.js";
import { axisKey } from "./axis-key.js";

const CALL = "shrinkagePaths";

/** What {@link shrinkagePaths} draws. */
export interface ShrinkagePathsOptions {
  /** λ, above 0 and rising, shape [k]. */
  readonly lambdas: VectorLike;
  /** Names of the inputs, shape [d]. */
  readonly names: readonly string[];
  /** For each penalty the weights at each λ, shape [k] of [d]. */
  readonly panels: readonly { readonly name: string; readonly weights: readonly VectorLike[] }[];
}

/**
 * A panel for each penalty, a curve for each weight, over λ in powers of ten. Large λ are on the left,
 * so that the names stand at the right, where the weights are free.
 *
 * @throws {@link ValueError} if lengths do not fit or a λ is not above 0
 *
 * @example
 * shrinkagePaths({ lambdas: [1, 10], names: ["a"], panels: [{ name: "L1", weights: [[2], [0]] }] }).alt; // => "Weights over λ: L1 ends with 1 of 1 at 0"
 */
export function shrinkagePaths({ lambdas, names, panels }: ShrinkagePathsOptions): Figure {
  const x = entries(CALL, "lambdas", lambdas);
  if (x.some((lambda, i) => !(lambda > (x[i - 1] ?? 0))) || x.length < 2) {
    const rule = "lambdas are two or more, above 0 and rising";
    throw new ValueError({ operation: CALL, rule }, { lambdas: x });
  }
  if (panels.length < 1 || panels.length > 3) {
    throw new ValueError({ operation: CALL, rule: "there are one to three panels" }, { panels });
  }
  const weights = panels.map(({ name, weights: list }) => {
    if (list.length !== x.length) {
      const rule = "each panel has the weights of each λ";
      throw new ValueError({ operation: CALL, rule }, { [name]: list.length, lambdas: x.length });
    }
    return list.map((w, k) => entries(CALL, `${name}[${k}]`, w, names.length));
  });
  const top = 1.15 * (Math.max(...weights.flat(2).map(Math.abs)) || 1);
  const grid = panelGrid({ count: panels.length, columns: 1, gap: [0, 0.16] });
  const axes: Record<string, Axis> = {};
  const high = 10 ** Math.ceil(Math.log10(x[x.length - 1]!) - 1e-9);
  const data = weights.flatMap((list, k): Trace[] => {
    const { panel, x: horizontal, y: vertical } = grid[k]!;
    const isLast = k === panels.length - 1;
    const log = logAxis(isLast ? "λ (dear on the left)" : "", [high, x[0]!], horizontal);
    // logAxis counts ticks upwards: give it the ends in order and turn the axis.
    const upward = logAxis("", [x[0]!, high]);
    axes[axisKey(panel.xaxis)] = {
      ...log,
      tickvals: upward.tickvals ?? [],
      ticktext: upward.ticktext ?? [],
    };
    axes[axisKey(panel.yaxis)] = houseAxis("weight", [-top, top], { ...vertical, nticks: 5 });
    const curves = names.map((_, j): Path => x.map((lambda, i) => [lambda, list[i]![j]!] as const));
    const heights = spreadApart(list[0]!, 0.2 * top, [-0.97 * top, 0.97 * top]);
    return [
      ...curves.map((path, j) => stroke(path, seriesStyle(j), 2.2, panel)),
      ...names.map((name, j) =>
        words([[x[0]!, heights[j]!]], [name], "middle right", {
          textfont: { color: seriesStyle(j).color, size: 13 },
          ...panel,
        }),
      ),
    ];
  });
  const ends = weights.map((list) => list[list.length - 1]!.filter((w) => w === 0).length);
  const said = panels.map(({ name }, k) => `${name} ends with ${ends[k]} of ${names.length} at 0`);
  return figure({
    alt: `Weights over λ: ${said.join(", ")}`,
    caption:
      `The weights of ${names.length} inputs for penalties from λ = ${numberText(x[0]!)} (right) to ${numberText(x[x.length - 1]!)} (left). Read from right to left, from free to dear. ` +
      `${said.join("; ")}. A curve that has reached the middle line under L1 stays on it; curves that only come near it have not been switched off.`,
    data,
    layout: houseLayout({
      height: 310 * panels.length + 30,
      margin: { l: 60, r: 136, t: 34 },
      hovermode: false,
      xaxis: houseAxis("", [0, 1]),
      yaxis: houseAxis("", [0, 1]),
      ...axes,
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
