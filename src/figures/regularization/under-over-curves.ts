/** Chapter 5, under- and overfitting: both errors over the freedom of the model, and where one turns. */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout, logAxis } from "../style.js";

const CALL = "underOverCurves";

/** What {@link underOverCurves} draws. */
export interface UnderOverCurvesOptions {
  /** How free each model is, rising, shape [k]. */
  readonly complexity: VectorLike;
  /** Their errors on what they learned from, above 0, shape [k]. */
  readonly training: VectorLike;
  /** Their errors on fresh data, above 0, shape [k]. */
  readonly validation: VectorLike;
  /** What complexity counts, as "degree". */
  readonly label: string;
}

/**
 * Training and validation error over complexity, heights in powers of ten, the lowest validation
 * error marked.
 *
 * @throws {@link ValueError} if lengths differ or an error is not above 0
 *
 * @example
 * underOverCurves({ complexity: [1, 2], training: [2, 1], validation: [3, 4], label: "degree" }).alt; // => "Errors over degree: validation is lowest at 1"
 */
export function underOverCurves(options: UnderOverCurvesOptions): Figure {
  const x = entries(CALL, "complexity", options.complexity);
  const training = above0("training", options.training, x.length);
  const validation = above0("validation", options.validation, x.length);
  const best = validation.indexOf(Math.min(...validation));
  const all = [...training, ...validation];
  const low = 10 ** Math.floor(Math.log10(Math.min(...all)) - 0.15);
  const high = 10 ** Math.ceil(Math.log10(Math.max(...all)) + 0.15);
  const path = (y: readonly number[]): Path => x.map((xi, i) => [xi, y[i]!] as const);
  const [first, last] = [x[0]!, x[x.length - 1]!];
  const room = 0.04 * (last - first || 1);
  const marked: Path = [[x[best]!, validation[best]!]];
  // Well above the mark: beside it the two curves are close together.
  const above: Path = [[x[best]!, Math.min(high / 2, validation[best]! * (high / low) ** 0.16)]];
  return figure({
    alt: `Errors over ${options.label}: validation is lowest at ${numberText(x[best]!)}`,
    caption:
      `The mean squared error over the ${options.label}; each step up the vertical axis is a factor. ` +
      `Solid: on the points that were learned from, it falls from ${numberText(training[0]!)} to ${numberText(training[training.length - 1]!)}. ` +
      `Dashed: on fresh points, it falls, has its lowest value ${numberText(validation[best]!)} at ${options.label} ${numberText(x[best]!)}, and then rises to ${numberText(Math.max(...validation.slice(best)))}. ` +
      `Left of the mark the model is too stiff, right of it too free.`,
    data: [
      stroke(path(training), { color: BLUE, dash: "solid" }, 3),
      stroke(path(validation), { color: VERMILLION, dash: "dash" }, 3),
      dots(path(training), { color: BLUE, symbol: "circle" }),
      dots(path(validation), { color: VERMILLION, symbol: "diamond" }),
      {
        ...dots(marked, { color: VERMILLION, symbol: "diamond" }),
        marker: { color: VERMILLION, symbol: "diamond", size: 19 },
      },
      words(above, [`lowest at ${numberText(x[best]!)}`], "middle center", {
        textfont: { color: VERMILLION },
      }),
      words([[last + room, training[training.length - 1]!]], ["training"], "middle right", {
        textfont: { color: BLUE },
      }),
      words([[last + room, validation[validation.length - 1]!]], ["validation"], "middle right", {
        textfont: { color: VERMILLION },
      }),
    ],
    layout: houseLayout({
      height: 380,
      margin: { l: 74, r: 92 },
      hovermode: false,
      xaxis: houseAxis(options.label, [first - room, last + room], {
        zeroline: false,
        ...(x.length <= 12 ? { tickvals: x, ticktext: x.map(numberText) } : {}),
      }),
      yaxis: logAxis("mean squared error", [low, high]),
      annotations: [corner("too stiff", 0.01, "left"), corner("too free", 0.99, "right")],
    }),
  });
}

function corner(text: string, x: number, xanchor: "left" | "right") {
  return {
    x,
    y: 0.98,
    xref: "x domain",
    yref: "y domain",
    text,
    showarrow: false,
    xanchor,
    yanchor: "top",
    font: { color: MUTED },
  } as const;
}

function above0(name: string, values: VectorLike, length: number): readonly number[] {
  const list = entries(CALL, name, values, length);
  if (list.every((value) => value > 0)) return list;
  const rule = `${name} errors are above 0, since the axis counts powers of ten`;
  throw new ValueError({ operation: CALL, rule }, { [name]: list });
}
