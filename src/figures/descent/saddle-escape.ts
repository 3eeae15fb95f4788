/** Chapter 4, leaving a saddle, Eq. (4.23): starts beside the ridge, and how long each lingers. */
import { descentSteps } from "../../math/descent.js";
import { gradientDescent } from "../../math/optimizers/gradient-descent.js";
import { saddle } from "../../math/surfaces.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK, seriesStyle } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseAxis, houseLayout, logAxis } from "../style.js";
import { landscape, type Place, seen, trail } from "./landscape.js";

const CALL = "saddleEscape";
const RATE = 0.1;
const FROM = 3;
const MAP_X = [-3.4, 3.4] as const;
const MAP_Y = [-2, 2] as const;

/** What {@link saddleEscape} draws. */
export interface SaddleEscapeOptions {
  /** How far beside the ridge each descent starts, one to four numbers above 0, the smallest first. */
  readonly offsets: VectorLike;
}

/**
 * Descents with η = 0.1 from (3, offset) on the saddle of Eq. (4.23): above the map, below how far each
 * is from the ridge, step by step.
 *
 * @throws {@link ValueError} if an offset is not above 0 and below 1, or there are more than four
 *
 * @example
 * saddleEscape({ offsets: [0.01] }).alt; // => "1 descent leaving a saddle"
 */
export function saddleEscape(options: SaddleEscapeOptions): Figure {
  const offsets = entries(CALL, "offsets", options.offsets);
  if (offsets.length > 4 || offsets.some((offset) => !(offset > 0 && offset < 1))) {
    const rule = "offsets must be one to four numbers between 0 and 1";
    throw new ValueError({ operation: CALL, rule }, { offsets });
  }
  const walks = offsets.map(walkFrom);
  const longest = Math.max(...walks.map((walk) => walk.length - 1));
  const [map, run] = panelGrid({ count: 2, columns: 1, gap: [0, 0.2] });
  const low = Math.min(...offsets) / 3;
  return figure({
    alt: `${offsets.length} ${offsets.length === 1 ? "descent" : "descents"} leaving a saddle`,
    caption:
      "Above: level lines of the saddle (x² − y²)/2, dark is low; the ridge runs along y = 0, and the diamond is the saddle point. All paths start on the right, beside the ridge, go to the saddle point and turn away from it. " +
      together(offsets) +
      `Below: the distance from the ridge on an axis with powers of ten: ${offsets
        .map(
          (offset, i) =>
            `started at ${numberText(offset)}, it is 1 after ${walks[i]!.length - 1} steps`,
        )
        .join("; ")}. ` +
      "Each line is straight: every step multiplies the distance by 1.1, however small it is.",
    data: [
      landscape({
        value: (w) => saddle.value(w),
        x: MAP_X,
        y: MAP_Y,
        panel: map!.panel,
        even: true,
      }),
      ...walks.map((walk, i) => trail(seen(walk, MAP_X, MAP_Y), seriesStyle(i), map!.panel)),
      dots([[0, 0]], { color: INK, symbol: "diamond" }, map!.panel),
      ...walks.flatMap((walk, i) => {
        const style = seriesStyle(i);
        const heights = walk.map(([, y], step): Place => [step, y]);
        const middle = heights[Math.floor(heights.length * 0.3)]!;
        return [
          stroke(heights, style, 2.5, run!.panel),
          words(
            [[middle[0] + 0.02 * longest, middle[1]]],
            [`from ${numberText(offsets[i]!)}`],
            "bottom right",
            {
              textfont: { color: style.color },
              ...run!.panel,
            },
          ),
        ];
      }),
    ],
    layout: houseLayout({
      height: 640,
      xaxis: houseAxis("<i>x</i>", MAP_X, { ...map!.x, zeroline: false }),
      yaxis: houseAxis("<i>y</i>", MAP_Y, { ...map!.y, zeroline: false }),
      xaxis2: houseAxis("step", [0, longest * 1.15], run!.x),
      yaxis2: logAxis("distance |<i>y</i>|", [low, 3], { ...run!.y, nticks: 5 }),
    }),
  });
}

/** The descent until it is 1 away from the ridge. */
function walkFrom(offset: number): Place[] {
  const path: Place[] = [];
  for (const { w } of descentSteps(saddle, [FROM, offset], gradientDescent(RATE))) {
    path.push([w.at(0), w.at(1)]);
    if (w.at(1) > 1) break;
  }
  return path;
}

/** Starts this near the ridge cannot be told apart on the map. */
function together(offsets: readonly number[]): string {
  const near = offsets.filter((offset) => offset < 0.01).length;
  return near < 2 ? "" : `On the map, the ${near} that start nearest lie on one another. `;
}
