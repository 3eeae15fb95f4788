/** Opening: features made by hand and features that are learned, as two chains of modules. */
import { type Figure, figure } from "../figure.js";
import { arrow } from "../marks.js";
import { BLUE, MUTED } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { box, note } from "./diagram.js";

interface Part {
  readonly text: string;
  readonly trained: boolean;
  readonly width: number;
}

const BY_HAND: readonly Part[] = [
  { text: "feature extractor<br>made by hand, fixed", trained: false, width: 0.42 },
  { text: "classifier<br>trained", trained: true, width: 0.24 },
];
const LEARNED: readonly Part[] = [
  { text: "low:<br>edges", trained: true, width: 0.17 },
  { text: "middle:<br>parts", trained: true, width: 0.17 },
  { text: "high:<br>wholes", trained: true, width: 0.17 },
  { text: "classifier", trained: true, width: 0.19 },
];
const HEIGHT = 0.26;
const LEFT = 0.06;

/**
 * Two ways from a picture to an answer. Above the classical one: a fixed feature extractor, then a
 * classifier that is trained. Below the deep one: a stack of modules, all trained together.
 *
 * @example
 * featurePipelines().alt; // => "Features by hand, and features that are learned"
 */
export function featurePipelines(): Figure {
  const above = chain(BY_HAND, 0.72);
  const below = chain(LEARNED, 0.22);
  return figure({
    alt: "Features by hand, and features that are learned",
    caption:
      "Two chains from left (a picture) to right (an answer). Above, the classical way: a feature extractor that people made and that stays as it is (grey, dashed), then a classifier that is trained (blue, solid). " +
      "Below, deep learning: a stack of modules, from edges to parts to wholes, and all of them are trained together, from end to end.",
    data: [...above.traces, ...below.traces],
    layout: houseLayout({
      height: 300,
      margin: { l: 6, r: 6, t: 6, b: 6 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      annotations: [
        ...[...above.places, ...below.places].map(({ at, text }) => note(at, text, { size: 13 })),
        note([LEFT, 0.94], "the classical way", { color: MUTED, xanchor: "left" }),
        note([LEFT, 0.44], "deep learning", { color: MUTED, xanchor: "left" }),
      ],
    }),
  });
}

function chain(
  parts: readonly Part[],
  y: number,
): { readonly traces: ScatterTrace[]; readonly places: { at: Point; text: string }[] } {
  const gap =
    (0.9 - LEFT - parts.reduce((sum, { width }) => sum + width, 0)) / (parts.length - 1 || 1);
  let x = LEFT + 0.005;
  const boxes = parts.map((part) => {
    const at: Point = [x + part.width / 2, y];
    const place = { at, text: part.text, part, left: x, right: x + part.width };
    x = place.right + gap;
    return place;
  });
  const ends = [0, ...boxes.map(({ right }) => right)];
  const starts = [...boxes.map(({ left }) => left), 1];
  return {
    traces: [
      ...ends.map((end, i) => arrow([end, y], [starts[i]!, y], MUTED, {}, 2)),
      ...boxes.map(({ at, part }) =>
        box(
          at,
          [part.width, HEIGHT],
          part.trained
            ? { color: BLUE, fill: "#E6F1F8" }
            : { color: MUTED, fill: "#F0F1F3", dash: "dash" },
          0.2,
        ),
      ),
    ],
    places: boxes.map(({ at, text }) => ({ at, text })),
  };
}
