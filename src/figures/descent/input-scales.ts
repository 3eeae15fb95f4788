/**
 * Chapter 4, the scale of the inputs, Eq. (4.21): the loss of a linear unit with one input of another
 * size, and the same with standardized inputs.
 */
import { unequalScales } from "../../datasets/badly-scaled.js";
import { mul } from "../../math/arithmetic.js";
import { conditionNumber } from "../../math/curvature.js";
import { matMul, transpose } from "../../math/linear-algebra.js";
import { Random } from "../../math/random.js";
import { standardize } from "../../math/standardization.js";
import { Tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { finite } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK } from "../palette.js";
import { type GridPanel, panelGrid } from "../panel-grid.js";
import { panelTitle } from "../panel-title.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";
import type { Trace } from "../traces.js";
import { landscape, type Place, type Range, seen, trail, WALK } from "./landscape.js";

const CALL = "inputScales";
const ROWS = 100;
const STEPS = 12;

/** What {@link inputScales} draws. */
export interface InputScalesOptions {
  /** How many times larger the second input is than the first; 1 to 10, or nothing would be seen. */
  readonly ratio: number;
}

/** One panel: the loss, its lowest place and the descent on it. */
interface Bowl {
  readonly value: (w: number[]) => number;
  readonly minimum: Place;
  readonly path: readonly Place[];
  readonly kappa: number;
}

/**
 * The mean squared error over two weights, once with the inputs as they are, and once standardized:
 * an ellipse and a circle, and the same twelve steps of descent on both.
 *
 * @throws {@link ValueError} if the ratio is not between 1 and 10
 *
 * @example
 * inputScales({ ratio: 5 }).alt; // => "Loss with inputs of unequal size, and standardized"
 */
export function inputScales(options: InputScalesOptions): Figure {
  const ratio = finite(CALL, "ratio", options.ratio);
  if (ratio < 1 || ratio > 10) {
    const rule = "ratio must lie between 1 and 10";
    const hint = "At 100 the ellipse is a pair of straight lines.";
    throw new ValueError({ operation: CALL, rule, hint }, { ratio });
  }
  const data = unequalScales(new Random(1), ROWS);
  const x = new Tensor(
    [ROWS, 2],
    data.x.data.map((value, i) => (i % 2 === 0 ? value : (value * ratio) / 100)),
  );
  const raw = bowlOf(x, data.y);
  const round = bowlOf(standardize(x).apply(x), data.y);
  const [top, bottom] = panelGrid({ count: 2, columns: 1, gap: [0, 0.17] });
  const [upper, lower] = [viewOf(raw), viewOf(round)];
  return figure({
    alt: "Loss with inputs of unequal size, and standardized",
    caption:
      `The mean squared error over two weights, dark is low, the star is the lowest place; the same scale on both axes. Above: the second input is ${numberText(ratio)} times as large as the first, and the condition number is ${numberText(raw.kappa)}. ` +
      `Below: both inputs standardized; it is ${numberText(round.kappa)}. ` +
      `The paths are ${STEPS} steps of gradient descent, each with its best rate: above, ${numberText(100 * left(raw))} % of the distance to the star is left at the end; below, ${numberText(100 * left(round))} %. ` +
      "Look at the level lines: stretched above, round below.",
    data: [...panel(raw, upper, top!), ...panel(round, lower, bottom!)],
    layout: houseLayout({
      height: 680,
      margin: { t: 36 },
      xaxis: houseAxis("", upper[0], { ...top!.x, constrain: "domain", zeroline: false }),
      yaxis: houseAxis("<i>w</i>₂", upper[1], {
        ...top!.y,
        ...squareTo("x"),
        zeroline: false,
        nticks: 5,
      }),
      xaxis2: houseAxis("<i>w</i>₁", lower[0], {
        ...bottom!.x,
        constrain: "domain",
        zeroline: false,
      }),
      yaxis2: houseAxis("<i>w</i>₂", lower[1], {
        ...bottom!.y,
        ...squareTo("x2"),
        zeroline: false,
        nticks: 5,
      }),
      annotations: [panelTitle("inputs as they are", top!), panelTitle("standardized", bottom!)],
    }),
  });
}

/** The loss of `ŷ = w₁x₁ + w₂x₂`: a quadratic form, so its gradient is H(w − minimum). */
function bowlOf(x: Tensor, y: Tensor): Bowl {
  const H = mul(2 / ROWS, matMul(transpose(x), x)) as Tensor;
  const b = mul(2 / ROWS, matMul(transpose(x), y)) as Tensor;
  const [h11, h12, h22] = [H.at(0, 0), H.at(0, 1), H.at(1, 1)];
  const det = h11 * h22 - h12 * h12;
  const minimum: Place = [
    (h22 * b.at(0) - h12 * b.at(1)) / det,
    (h11 * b.at(1) - h12 * b.at(0)) / det,
  ];
  const gradient = ([a, c]: Place): Place => {
    const [da, dc] = [a - minimum[0], c - minimum[1]];
    return [h11 * da + h12 * dc, h12 * da + h22 * dc];
  };
  const rate = 2 / (h11 + h22); // 2/(L + ℓ), the best there is for both directions
  const path: Place[] = [[minimum[0] - 1.6, minimum[1] + 0.5]];
  for (let step = 0; step < STEPS; step++) {
    const at = path[step]!;
    const [ga, gc] = gradient(at);
    path.push([at[0] - rate * ga, at[1] - rate * gc]); // (4.1)
  }
  const value = ([a = 0, c = 0]: number[]): number => {
    const [ga, gc] = gradient([a, c]);
    return ((a - minimum[0]) * ga + (c - minimum[1]) * gc) / 2;
  };
  return { value, minimum, path, kappa: conditionNumber(H) };
}

/** Which part of the distance is left. */
function left({ path, minimum }: Bowl): number {
  const away = ([a, b]: Place): number => Math.hypot(a - minimum[0], b - minimum[1]);
  return away(path[path.length - 1]!) / away(path[0]!);
}

function viewOf({ minimum: [a, b] }: Bowl): readonly [Range, Range] {
  return [
    [a - 2, a + 2],
    [b - 1.1, b + 1.1],
  ];
}

function panel(
  { value, minimum, path }: Bowl,
  [x, y]: readonly [Range, Range],
  grid: GridPanel,
): Trace[] {
  return [
    landscape({ value, x, y, panel: grid.panel }),
    trail(seen(path, x, y), WALK, grid.panel),
    dots([minimum], { color: INK, symbol: "star" }, grid.panel),
  ];
}
