/** Chapter 4, a trap that one more weight opens: Eq. (4.24) above, Eq. (4.25) below it. */
import { descentSteps } from "../../math/descent.js";
import { gradientDescent } from "../../math/optimizers/gradient-descent.js";
import { doubleWell, openDoubleWell, type Surface } from "../../math/surfaces.js";
import { finite, grid } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, MUTED, seriesStyle, VERMILLION } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseAxis, houseLayout } from "../style.js";
import { landscape, type Place, placeText, seen, trail, WALK } from "./landscape.js";

const CALL = "doubleWellOpened";
const RATE = 0.05;
const X = [-1.9, 1.9] as const;
const HEIGHT = [-1, 4] as const;
const Y = [-1.5, 1.5] as const;

/** What {@link doubleWellOpened} draws. */
export interface DoubleWellOpenedOptions {
  /** x of both descents, within ±1.7. */
  readonly start: number;
  /** y of the second one: how far beside the ridge. */
  readonly offset: number;
}

/**
 * The same start on the double well of Eq. (4.24), where the descent is trapped, and on Eq. (4.25),
 * with one weight more, where it finds a way around the hill.
 *
 * @throws {@link ValueError} if the start or the offset is not a finite number
 *
 * @example
 * doubleWellOpened({ start: 1.5, offset: 0.01 }).alt; // => "A double well: with x alone it ends at 0.96, with y too at −1.04"
 */
export function doubleWellOpened(options: DoubleWellOpenedOptions): Figure {
  const start = finite(CALL, "start", options.start);
  const offset = finite(CALL, "offset", options.offset);
  const trapped = pathOn(doubleWell, [start]);
  const free = pathOn(openDoubleWell, [start, offset]);
  const [well, map] = panelGrid({ count: 2, columns: 1, gap: [0, 0.16] });
  const [stuck, out] = [trapped[trapped.length - 1]!, free[free.length - 1]!];
  const J = (x: number): number => doubleWell.value([x]);
  const curve = grid(X[0], X[1], 161).map((x): Place => [x, J(x)]);
  const points = seen(
    trapped.map(([x]): Place => [x, J(x)]),
    X,
    HEIGHT,
  );
  return figure({
    alt: `A double well: with x alone it ends at ${numberText(stuck[0])}, with y too at ${numberText(out[0])}`,
    caption:
      `Above: the double well over x; the descent from x = ${numberText(start)} ends at x = ${numberText(stuck[0])}, in the higher of the two bottoms, with the loss ${numberText(J(stuck[0]))}. ` +
      `Below: the same loss with a second weight y, seen from above, dark is low; on y = 0 it is the curve above. The descent from ${placeText([start, offset])} comes to the old trap, finds a way down beside it, walks around the hill in the middle and ends at ${placeText(out)} with the loss ${numberText(openDoubleWell.value([...out]))}. ` +
      "Look at the dark ring: the two valleys have become one.",
    data: [
      stroke(curve, { color: MUTED, dash: "solid" }, 2, well!.panel),
      trail(points, WALK, well!.panel),
      words([[1, 1.7]], ["trapped"], "middle center", {
        textfont: { color: VERMILLION },
        ...well!.panel,
      }),
      landscape({ value: (w) => openDoubleWell.value(w), x: X, y: Y, panel: map!.panel }),
      trail(seen(free, X, Y), seriesStyle(0), map!.panel),
      dots([out], { color: INK, symbol: "star" }, map!.panel),
      words([[0, 0]], ["the hill"], "middle center", { textfont: { color: BLUE }, ...map!.panel }),
    ],
    layout: houseLayout({
      height: 680,
      xaxis: houseAxis("", X, { ...well!.x, zeroline: false }),
      yaxis: houseAxis("loss <i>J</i>(<i>x</i>)", HEIGHT, well!.y),
      xaxis2: houseAxis("<i>x</i>", X, { ...map!.x, zeroline: false }),
      yaxis2: houseAxis("<i>y</i>", Y, { ...map!.y, zeroline: false }),
    }),
  });
}

function pathOn(surface: Surface, start: readonly number[]): Place[] {
  const settings = { steps: 3000, tolerance: 1e-6 };
  const path = [...descentSteps(surface, start, gradientDescent(RATE), settings)];
  return path.map(({ w }) => [w.at(0), w.size > 1 ? w.at(1) : 0]);
}
