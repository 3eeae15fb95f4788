/** Chapter 4, optimizers racing on one surface, Eqs. (4.1) to (4.11): a play button moves them all. */
import { type Differentiable, descentSteps } from "../../math/descent.js";
import type { Optimizer } from "../../math/optimizers/optimizer.js";
import { type ArrayLike2d, type Tensor, tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { interval } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { columns, dots } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK, seriesStyle } from "../palette.js";
import { houseSlider, playButton } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";
import {
  landscape,
  type Place,
  placeOf,
  placeText,
  type Range,
  seen,
  thinned,
  trail,
} from "./landscape.js";

const CALL = "optimizerRace";
const STOPS = 40;
/** Points of a path that a frame stores: forty frames hold it. */
const STORED = 60;

/** What {@link optimizerRace} draws. */
export interface OptimizerRaceOptions {
  readonly surface: Differentiable & {
    readonly name?: string;
    readonly minimum?: Tensor | undefined;
  };
  /** Where all start, `[2]`. */
  readonly start: ArrayLike2d;
  /** One to five optimizers, each with its own rate. */
  readonly racers: readonly Optimizer[];
  /** How many steps each takes. */
  readonly steps: number;
  readonly x: Range;
  readonly y: Range;
}

/**
 * Paths of several optimizers from one start, all at the same step; a slider and a play button move
 * the step on.
 *
 * @throws {@link ValueError} if there are no racers or more than five, or fewer than two steps
 *
 * @example
 * const racers = [gradientDescent(0.1), adam(0.5)];
 * const race = { surface: ravine(5), start: [3, 1], racers, steps: 20, x: [-1, 4], y: [-2, 2] };
 * optimizerRace(race).alt; // => "A race over 20 steps: gradientDescent, adam"
 */
export function optimizerRace(options: OptimizerRaceOptions): Figure {
  const { surface, racers, steps } = options;
  if (!Array.isArray(racers) || racers.length < 1 || racers.length > 5) {
    const rule = "racers must be a list of one to five optimizers";
    throw new ValueError({ operation: CALL, rule }, { racers });
  }
  if (!(Number.isInteger(steps) && steps >= 2)) {
    const rule = "steps must be a whole number of at least 2";
    throw new ValueError({ operation: CALL, rule }, { steps });
  }
  const start = placeOf(CALL, "start", options.start);
  const [x, y] = [interval(CALL, ...options.x), interval(CALL, ...options.y)];
  const paths = racers.map((racer) =>
    [...descentSteps(surface, [...start], racer, { steps })].map(
      ({ w }): Place => [w.at(0), w.at(1)],
    ),
  );
  const stops = stopsOf(steps);
  const at = (path: readonly Place[], step: number): Place =>
    path[Math.min(step, path.length - 1)]!;
  const drawn = stops.map((step) =>
    paths.map((path) => thinned(seen(path.slice(0, step + 1), x, y), STORED)),
  );
  const last = stops.length - 1;
  const heads = (step: number): Place[] =>
    paths.map((path) => seen([at(path, step)], x, y)[0] ?? start);
  const { minimum } = surface;
  const value = (w: readonly number[]): number => surface.value(tensor([...w]));
  return figure({
    alt: `A race over ${steps} steps: ${racers.map(({ name }) => name).join(", ")}`,
    caption:
      `Level lines of the loss${surface.name === undefined ? "" : ` (${surface.name})`}, dark is low, the star is the lowest place. All start at ${placeText(start)}; the slider and the play button show where each is at the same step. ` +
      `After ${steps} steps: ${racers
        .map(
          (racer, i) =>
            `${shortName(racer)} at ${placeText(at(paths[i]!, steps))} with the loss ${numberText(value(at(paths[i]!, steps)))}`,
        )
        .join("; ")}. ` +
      "Watch who arrives first, and by which way.",
    data: [
      landscape({ value: (w) => value(w), x, y }),
      dots(
        minimum === undefined ? [] : [placeOf(CALL, "minimum", minimum)],
        { color: INK, symbol: "star" },
        { showlegend: false },
      ),
      ...racers.map((racer, i) => ({
        ...trail(drawn[last]![i]!, seriesStyle(i), { name: shortName(racer), showlegend: true }),
        marker: { color: seriesStyle(i).color, symbol: seriesStyle(i).symbol, size: 3 },
      })),
      ...racers.map((_, i) => dots([heads(steps)[i]!], seriesStyle(i), { showlegend: false })),
    ],
    frames: stops.map((step, k) => ({
      name: `step${step}`,
      traces: [...racers.map((_, i) => 2 + i), ...racers.map((_, i) => 2 + racers.length + i)],
      data: [
        ...drawn[k]!.map((path) => columns(path)),
        ...heads(step).map((head) => columns([head])),
      ],
    })),
    layout: houseLayout({
      height: 540,
      margin: { t: 60, b: 130 },
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
      xaxis: houseAxis("<i>x</i>", x, { zeroline: false }),
      yaxis: houseAxis("<i>y</i>", y, { zeroline: false }),
      sliders: [
        houseSlider({
          prefix: "step ",
          labels: stops.map(String),
          frames: stops.map((step) => `step${step}`),
          active: last,
        }),
      ],
      updatemenus: [playButton({ frames: stops.map((step) => `step${step}`), duration: 180 })],
    }),
  });
}

/** Steps that are shown: close at first, wider later, the last one included. */
function stopsOf(steps: number): number[] {
  const count = Math.min(STOPS, steps);
  const all = Array.from({ length: count + 1 }, (_, i) => Math.round(steps * (i / count) ** 1.6));
  return [...new Set(all)];
}

/** As it stands in the legend, where there is room for one short row. */
function shortName({ name }: Optimizer): string {
  return name === "gradientDescent" ? "descent" : name;
}
