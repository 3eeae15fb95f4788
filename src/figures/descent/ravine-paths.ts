/** Chapter 4, gradient descent in a ravine, Eq. (4.22): a slider over the rate, from creeping to wild. */
import { descentSteps } from "../../math/descent.js";
import { gradientDescent } from "../../math/optimizers/gradient-descent.js";
import { ravine } from "../../math/surfaces.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { columns, dots, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";
import { landscape, type Place, placeText, seen, trail, WALK } from "./landscape.js";

const CALL = "ravinePaths";
const STEPS = 40;
const START: Place = [10, 1];
const [X, Y] = [
  [-3, 11],
  [-2.2, 2.2],
] as const;

/** What {@link ravinePaths} draws. */
export interface RavinePathsOptions {
  /** κ, how many times steeper it is across than along. */
  readonly kappa: number;
  /** The stops of the slider, `[k]`. */
  readonly rates: VectorLike;
  /** Which rate is shown first, counted from 0; the first if absent. */
  readonly shown?: number;
}

/**
 * Forty steps of `W ← W − η ∂J/∂W`, Eq. (4.1), from (10, 1) in a ravine, for each of some rates.
 *
 * @throws {@link ValueError} if κ or a rate is negative or not finite
 *
 * @example
 * ravinePaths({ kappa: 20, rates: [0.05, 0.09] }).frames?.length; // => 2
 */
export function ravinePaths(options: RavinePathsOptions): Figure {
  const kappa = finite(CALL, "kappa", options.kappa);
  const rates = entries(CALL, "rates", options.rates);
  const shown = Math.min(Math.max(options.shown ?? 0, 0), rates.length - 1);
  const surface = ravine(kappa);
  const paths = rates.map((rate) =>
    [...descentSteps(surface, [...START], gradientDescent(rate), { steps: STEPS })].map(
      ({ w }): Place => [w.at(0), w.at(1)],
    ),
  );
  const label = (i: number): string =>
    `after ${paths[i]!.length - 1} steps: ${placeText(paths[i]![paths[i]!.length - 1]!)}`;
  const drawn = paths.map((path) => seen(path, X, Y));
  return figure({
    alt: `Gradient descent in a ravine with κ = ${numberText(kappa)}`,
    caption: caption(kappa, rates, paths, shown),
    data: [
      landscape({ value: (w) => surface.value(w), x: X, y: Y }),
      trail(drawn[shown]!, WALK),
      dots([[0, 0]], { color: INK, symbol: "star" }),
      words([[X[0] + 0.3, 1.95]], [label(shown)], "middle right"),
    ],
    frames: rates.map((_, i) => ({
      name: `rate${i}`,
      traces: [1, 3],
      data: [columns(drawn[i]!), { text: [`\u00a0${label(i)}`] }],
    })),
    layout: houseLayout({
      height: 440,
      margin: { b: 130 },
      xaxis: houseAxis("<i>x</i>, along", X, { zeroline: false }),
      yaxis: houseAxis("<i>y</i>, across", Y, { zeroline: false }),
      sliders: [
        houseSlider({
          prefix: "<i>η</i> = ",
          labels: rates.map(numberText),
          frames: rates.map((_, i) => `rate${i}`),
          active: shown,
        }),
      ],
    }),
  });
}

function caption(
  kappa: number,
  rates: readonly number[],
  paths: readonly (readonly Place[])[],
  shown: number,
): string {
  const ends = rates.map((rate, i) => {
    const end = paths[i]![paths[i]!.length - 1]!;
    return `η = ${numberText(rate)} ends at ${placeText(end)}`;
  });
  return (
    `Level lines of the ravine (x² + ${numberText(kappa)}y²)/2, dark is low, the star is the lowest place; the path of ${STEPS} steps from ${placeText(START)} with η = ${numberText(rates[shown]!)}. ` +
    `The two axes have different scales: the ravine is narrower than it looks. ` +
    `The bound is 2/κ = ${numberText(2 / kappa)}. ${ends.join("; ")}. ` +
    "Look at the swings across: their length is set by η and κ, while along the ravine every path only creeps."
  );
}
