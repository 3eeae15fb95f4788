/** Chapter 4, paths of descents on a loss of two weights: any surface, up to five paths by name. */
import type { Differentiable } from "../../math/descent.js";
import { type ArrayLike2d, type Tensor, tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { interval } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK, seriesStyle } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";
import {
  inside,
  landscape,
  placeOf,
  placesOf,
  placeText,
  type Range,
  seen,
  trail,
  WALK,
} from "./landscape.js";

const CALL = "surfacePaths";

/** A path and what it is called. */
export interface NamedPath {
  readonly name: string;
  /** One place a step, the start first, each `[2]`. */
  readonly points: readonly ArrayLike2d[];
}

/** What {@link surfacePaths} draws. */
export interface SurfacePathsOptions {
  /** The loss of two weights, with its lowest place if it is known. */
  readonly surface: Pick<Differentiable, "value"> & {
    readonly name?: string;
    readonly minimum?: Tensor | undefined;
  };
  readonly paths: readonly NamedPath[];
  /** The ranges that are shown. */
  readonly x: Range;
  readonly y: Range;
  readonly xLabel?: string;
  readonly yLabel?: string;
}

/**
 * Level lines of a loss, and paths on them; a star marks the lowest place.
 *
 * @throws {@link ValueError} if there are no paths or more than five, or a place is not two numbers
 *
 * @example
 * const walk = { name: "a step", points: [[2, 1], [1, 0]] };
 * surfacePaths({ surface: ravine(2), paths: [walk], x: [-1, 3], y: [-1, 2] }).alt; // => "Paths on the ravine: a step"
 */
export function surfacePaths(options: SurfacePathsOptions): Figure {
  const { surface, paths } = options;
  if (!Array.isArray(paths) || paths.length < 1 || paths.length > 5) {
    const rule = "paths must be a list of one to five paths";
    throw new ValueError({ operation: CALL, rule }, { paths });
  }
  const [x, y] = [interval(CALL, ...options.x), interval(CALL, ...options.y)];
  const walked = paths.map(({ name, points }) => ({ name, places: placesOf(CALL, name, points) }));
  const { minimum } = surface;
  const lowest = minimum === undefined ? [] : [placeOf(CALL, "minimum", minimum)];
  const value = (w: number[]): number => surface.value(tensor(w));
  const name = surface.name ?? "loss";
  return figure({
    alt: `Paths on the ${name}: ${paths.map((path) => path.name).join(", ")}`,
    caption: [
      `Level lines of the loss (${name}), seen from above; dark is low${lowest.length > 0 ? ", the star is the lowest place" : ""}.`,
      ...walked.map(({ name: walker, places }) => {
        const [first, last] = [places[0]!, places[places.length - 1]!];
        return `${capital(walker)}: from ${placeText(first)} in ${places.length - 1} steps to ${placeText(last)}, from loss ${numberText(value([...first]))} down to ${numberText(value([...last]))}.`;
      }),
      "Points that stand close are short steps.",
    ].join(" "),
    data: [
      landscape({ value, x, y }),
      ...walked.map(({ name: walker, places }, i) =>
        trail(seen(places, x, y), paths.length === 1 ? WALK : seriesStyle(i), {
          name: walker,
          showlegend: true,
        }),
      ),
      dots(
        lowest.filter((place) => inside(place, x, y)),
        { color: INK, symbol: "star" },
        { showlegend: false },
      ),
    ],
    layout: houseLayout({
      height: 440,
      margin: { t: 50 },
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
      xaxis: houseAxis(options.xLabel ?? "<i>x</i>", x, { zeroline: false }),
      yaxis: houseAxis(options.yLabel ?? "<i>y</i>", y, { zeroline: false }),
    }),
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
