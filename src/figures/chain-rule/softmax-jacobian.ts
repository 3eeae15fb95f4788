/** Chapter 3, what a push on one score does to all probabilities: the Jacobian of softmax behind Eq. (3.14). */
import { softmax } from "../../math/softmax.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { words } from "../marks.js";
import { indexed, numberText, rounded, tupleText } from "../numbers.js";
import { BLUE, INK, MUTED } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseSlider } from "../slider.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { BarTrace, Panel, ScatterTrace } from "../traces.js";
import {
  type Cells,
  cellAxes,
  cellNames,
  cellTexts,
  cellTraces,
  panelTitle,
} from "./jacobian-cells.js";

const CALL = "softmaxJacobian";
const MOST = 5;

/** What {@link softmaxJacobian} draws. */
export interface SoftmaxJacobianOptions {
  /** The scores, `[k]`, two to five. */
  readonly scores: VectorLike;
  /** Which score the slider moves, counted from 0. */
  readonly moving: number;
  /** Its values, the stops; the score's own value should be among them. */
  readonly values: VectorLike;
}

/**
 * Probabilities as bars and the Jacobian `∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)` as cells, for scores of which one
 * moves with the slider.
 *
 * @throws {@link ValueError} if there are not two to five scores, or no such score moves
 *
 * @example
 * softmaxJacobian({ scores: [0, 0], moving: 0, values: [0, 2] }).alt; // => "Softmax of 2 scores and its Jacobian"
 */
export function softmaxJacobian(options: SoftmaxJacobianOptions): Figure {
  const scores = entries(CALL, "scores", options.scores);
  const { moving } = options;
  const values = entries(CALL, "values", options.values);
  if (scores.length < 2 || scores.length > MOST || scores[moving] === undefined) {
    const rule = `there are two to ${MOST} scores, and moving is the place of one of them`;
    throw new ValueError({ operation: CALL, rule }, { scores, moving });
  }
  const stops = values.map((value) => stopAt(scores.map((x, i) => (i === moving ? value : x))));
  const active = Math.max(0, values.indexOf(scores[moving]!));
  const first = stops[active]!;
  const k = scores.length;
  const grid = panelGrid({ count: 2, columns: 1, gap: [0, 0.24] });
  const [bars, table] = [grid[0]!, grid[1]!];
  const cells = cellsOf(first);
  const axes = cellAxes(cells, table);
  return figure({
    alt: `Softmax of ${k} scores and its Jacobian`,
    caption:
      `Above: the probabilities that softmax makes of ${k} scores. Below: its Jacobian, a row for each probability, a column for each score. ` +
      `At the scores ${tupleText(first.x)} the probabilities are ${tupleText(first.p)}. ` +
      "The diagonal is positive and all else negative: each score raises its own probability and lowers the others, and each column sums to 0. " +
      "Move the slider: when one probability nears 1, all cells fade to 0, and hardly any slope comes through.",
    data: [...barTraces(first, bars.panel), ...cellTraces(cells, table.panel)],
    frames: stops.map((stop, i): Frame => {
      const [bar, text] = barTraces(stop, bars.panel);
      const z = stop.D.map((row) => row.map(rounded));
      return {
        name: `x${i}`,
        traces: [0, 1, 2, 3],
        data: [
          { x: bar.x, y: bar.y },
          { x: text.x, y: text.y, text: text.text! },
          { z },
          { text: cellTexts(stop.D) },
        ],
      };
    }),
    layout: houseLayout({
      height: 82 * k + 270,
      margin: { l: 40, r: 12, t: 36, b: 110 },
      hovermode: false,
      xaxis: { ...hiddenAxis([0, 1.32]), ...bars.x },
      yaxis: { ...hiddenAxis([-k + 0.45, 0.55]), ...bars.y },
      xaxis2: axes.x,
      yaxis2: axes.y,
      annotations: [
        panelTitle("probabilities", bars, 6),
        panelTitle("∂<i>p</i>/∂<i>x</i>", table),
        ...cellNames({ ...cells, columns: [] }, bars).map((name) => ({ ...name, x: 0 })),
        ...cellNames(cells, table),
      ],
      sliders: [
        houseSlider({
          prefix: `${indexed("<i>x</i>", moving + 1)} = `,
          labels: values.map(numberText),
          frames: values.map((_, i) => `x${i}`),
          active,
          above: 30,
        }),
      ],
    }),
  });
}

interface Stop {
  readonly x: readonly number[];
  readonly p: readonly number[];
  readonly D: readonly (readonly number[])[];
}

function stopAt(x: readonly number[]): Stop {
  const p = [...softmax(x).data].map((pi) => finite(CALL, "p", pi));
  const jacobian = softmax.jacobian(x);
  return { x, p, D: p.map((_, i) => p.map((__, j) => jacobian.at(i, j))) };
}

function cellsOf({ D, p }: Stop): Cells {
  return {
    values: D,
    rows: p.map((_, i) => indexed("<i>p</i>", i + 1)),
    columns: p.map((_, i) => indexed("<i>x</i>", i + 1)),
    strongest: 0.25,
  };
}

function barTraces({ p }: Stop, panel: Panel): [BarTrace, ScatterTrace] {
  const y = p.map((_, i) => 0 - i);
  return [
    {
      type: "bar",
      orientation: "h",
      x: p.map(rounded),
      y,
      width: 0.6,
      marker: { color: BLUE, line: { color: INK, width: 0 } },
      hoverinfo: "skip",
      ...panel,
    },
    words(
      p.map((pi, i) => [pi, 0 - i] as const),
      p.map((pi) => numberText(Number(pi.toFixed(3)))),
      "middle right",
      { textfont: { color: MUTED }, ...panel },
    ),
  ];
}
