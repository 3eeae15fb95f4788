/** Pictures: a curve of losses with the epochs that an answer chooses, beside those that are wanted. */
import { figure } from "../../figures/figure.js";
import type { Shape } from "../../figures/layout.js";
import { dots, stroke } from "../../figures/marks.js";
import { MUTED, type SeriesStyle } from "../../figures/palette.js";
import { houseAxis, houseLayout } from "../../figures/style.js";
import type { ScatterTrace } from "../../figures/traces.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import {
  agrees,
  bothSides,
  drawable,
  field,
  largeMark,
  legendAbove,
  WANTED,
  YOURS,
} from "./two-sides.js";

type Point = readonly [number, number];

/** Early stopping: which epoch is kept, and after which the training ends. */
export function stopPicture(
  losses: readonly number[],
  stop: (f: Drawable, losses: readonly number[]) => unknown,
): Picture {
  return (pictured) => {
    const [got, want] = bothSides(pictured, (f) => stop(f, losses)).map((one) => ({
      kept: drawable(field(one, "kept")),
      epochs: drawable(field(one, "epochs")),
    }));
    if (got!.kept === null || got!.epochs === null || agrees(got, want)) return null;
    const all = losses.length;
    const path = losses.map((loss, epoch): Point => [epoch, loss]);
    const isDrawn = got!.kept >= 0 && got!.kept < all && Number.isInteger(got!.kept);
    const last = (epochs: number | null): number => (epochs ?? 0) - 1;
    return figure({
      alt: `The epoch that your ${pictured.answer} keeps beside the wanted one`,
      caption: `A validation loss over ${all} epochs, the first of them epoch 0. Your ${pictured.answer} keeps epoch ${got!.kept} and trains ${got!.epochs} epochs (diamond, dashed line after the last one); wanted are epoch ${want!.kept} and ${want!.epochs} epochs (circle, solid line).`,
      data: [
        lossLine(path),
        keptMark(path[want!.kept!]!, WANTED, "wanted: kept"),
        ...(isDrawn ? [keptMark(path[got!.kept]!, YOURS, "yours: kept")] : []),
      ],
      layout: houseLayout({
        height: 330,
        margin: { t: 44 },
        xaxis: houseAxis("epoch", [-0.5, all - 0.5], { nticks: all }),
        yaxis: houseAxis("validation loss", [0, 1.15 * Math.max(...losses)], { nticks: 5 }),
        ...legendAbove(1.04),
        shapes: [
          endLine(last(want!.epochs), WANTED),
          endLine(Math.min(all, Math.max(-1, last(got!.epochs))), YOURS),
        ],
      }),
    });
  };
}

function lossLine(path: readonly Point[]): ScatterTrace {
  const marker = { color: MUTED, symbol: "circle", size: 5 } as const;
  return stroke(path, { color: MUTED, dash: "solid" }, 2, { mode: "lines+markers", marker });
}

function keptMark(at: Point, style: SeriesStyle, name: string): ScatterTrace {
  return dots([at], style, { name, marker: largeMark(style, 15) });
}

function endLine(epoch: number, { color, dash }: SeriesStyle): Shape {
  const x = epoch + 0.5;
  const line = { color, width: 2, dash };
  return { type: "line", x0: x, x1: x, y0: 0, y1: 1, xref: "x", yref: "paper", line };
}
