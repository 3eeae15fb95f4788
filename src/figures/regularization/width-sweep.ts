/** Chapter 5, size and complexity: errors of networks from too small to far larger than their data. */
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { spreadApart } from "../label-place.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout, logAxis } from "../style.js";

const CALL = "widthSweep";

/** What {@link widthSweep} draws. */
export interface WidthSweepOptions {
  /** Examples that were learned from; an upright line marks as many weights. */
  readonly examples: number;
  /** By rising size: number of weights, and errors in percent, one a seed, shape [seeds]. */
  readonly runs: readonly {
    readonly weights: number;
    readonly training: VectorLike;
    readonly validation: VectorLike;
  }[];
}

/**
 * Training and validation error over the number of weights, sizes in powers of ten: every run a faint
 * mark, the means joined.
 *
 * @throws {@link ValueError} if there are fewer than two sizes, or they do not rise
 *
 * @example
 * const small = { weights: 10, training: [90], validation: [90] };
 * const large = { weights: 1000, training: [20], validation: [20] };
 * widthSweep({ examples: 50, runs: [small, large] }).alt; // => "Errors of networks with 10 to 1,000 weights on 50 examples"
 */
export function widthSweep({ examples, runs }: WidthSweepOptions): Figure {
  const n = finite(CALL, "examples", examples);
  const sizes = runs.map(({ weights }) => finite(CALL, "weights", weights));
  if (sizes.length < 2 || sizes.some((size, i) => !(size > (sizes[i - 1] ?? 0))) || n <= 0) {
    const rule = "there are two sizes or more, rising, and at least one example";
    throw new ValueError({ operation: CALL, rule }, { sizes, examples: n });
  }
  const training = runs.map((run, i) => entries(CALL, `runs[${i}].training`, run.training));
  const validation = runs.map((run, i) => entries(CALL, `runs[${i}].validation`, run.validation));
  const last = sizes[sizes.length - 1]!;
  const ends = [
    10 ** Math.floor(Math.log10(Math.min(n, sizes[0]!))),
    10 ** Math.ceil(Math.log10(Math.max(n, last)) + 0.01),
  ] as const;
  const isRight = Math.log10(n / ends[0]) > 0.5 * Math.log10(ends[1] / ends[0]);
  const curve = (errors: readonly (readonly number[])[]): Path =>
    sizes.map((size, i) => [size, average(errors[i]!)] as const);
  const cloud = (errors: readonly (readonly number[])[]): Path =>
    sizes.flatMap((size, i) => errors[i]!.map((error) => [size, error] as const));
  const labels = spreadApart([average(training.at(-1)!), average(validation.at(-1)!)], 9, [4, 100]);
  const best = validation.map(average);
  const at = best.indexOf(Math.min(...best));
  const percent = (k: number): string => `${numberText(Number(best[k]!.toFixed(1)))} %`;
  const lowest =
    at === best.length - 1
      ? `it is lowest, ${percent(at)}, in the largest network, with ${numberText(last)} weights`
      : `it is lowest, ${percent(at)}, with ${numberText(sizes[at]!)} weights, and ${percent(best.length - 1)} with ${numberText(last)}`;
  const small = { size: 6, opacity: 0.45 };
  return figure({
    alt: `Errors of networks with ${numberText(sizes[0]!)} to ${numberText(last)} weights on ${numberText(n)} examples`,
    caption:
      `The share of wrong answers over the number of weights; each step along the horizontal axis is a factor of ten. Small marks are single runs, lines their means: solid for the ${numberText(n)} training examples, dashed for validation. ` +
      `The upright line stands where there is one weight for each example. Right of it the training error reaches ${numberText(Math.min(...training.map(average)))} %, and the validation error does not rise again: ${lowest}.`,
    data: [
      {
        ...dots(cloud(training), { color: BLUE, symbol: "circle" }),
        marker: { color: BLUE, symbol: "circle", ...small },
      },
      {
        ...dots(cloud(validation), { color: VERMILLION, symbol: "diamond" }),
        marker: { color: VERMILLION, symbol: "diamond", ...small },
      },
      stroke(curve(training), { color: BLUE, dash: "solid" }, 3),
      stroke(curve(validation), { color: VERMILLION, dash: "dash" }, 3),
      dots(curve(training), { color: BLUE, symbol: "circle" }),
      dots(curve(validation), { color: VERMILLION, symbol: "diamond" }),
      words([[last, labels[0]!]], ["  training"], "middle right", { textfont: { color: BLUE } }),
      words([[last, labels[1]!]], ["  validation"], "middle right", {
        textfont: { color: VERMILLION },
      }),
      words([[n, 96]], ["one weight an example "], isRight ? "middle left" : "middle right", {
        textfont: { color: MUTED },
      }),
    ],
    layout: houseLayout({
      height: 390,
      margin: { r: 60 },
      hovermode: false,
      xaxis: logAxis("weights and biases", ends),
      yaxis: houseAxis("percent wrong", [-4, 101]),
      shapes: [
        {
          type: "line",
          x0: n,
          x1: n,
          y0: 0,
          y1: 1,
          xref: "x",
          yref: "y domain",
          line: { color: MUTED, width: 1.5, dash: "dot" },
        },
      ],
    }),
  });
}

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
