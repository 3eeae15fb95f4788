/** Figures: a function of two variables as bands of colour with level lines, seen from above. */
import { tickStep } from "d3-array";
import { ValueError } from "../math/value-error.js";
import { grid } from "./arguments.js";
import { type HeightOptions, heightField } from "./height-field.js";
import { ELEVATION } from "./palette.js";
import { flatColorBar } from "./style.js";
import type { ColorScale, ContourTrace, Panel } from "./traces.js";

const CALL = "contourField";
const LEVEL_LINE = { color: "#6F8296", width: 0.7 } as const;

/** What {@link contourField} draws, and where. */
export interface ContourFieldOptions extends HeightOptions {
  /** About how many level lines; 12 if absent. */
  readonly levels?: number;
  readonly colorscale?: ColorScale;
  /** The panel; the first if absent. */
  readonly panel?: Panel;
  /** Title of a colour bar above the whole drawing; no bar if absent. */
  readonly colorTitle?: string;
  /** Samples each way; 61 if absent, with log 101. */
  readonly samples?: number;
}

/**
 * The contours of f(x, y) over a rectangle, as one trace, for paths to be drawn above.
 *
 * @throws {@link ValueError} if a range is empty, f is not finite somewhere, or with log nowhere positive
 *
 * @example
 * const bowl = { f: (x, y) => x * x + y * y, xRange: [-1, 1], yRange: [-1, 1] };
 * contourField(bowl).zmax; // => 2
 */
export function contourField(options: ContourFieldOptions): ContourTrace {
  const field = heightField(CALL, options);
  const { levels = 12, colorscale = ELEVATION, panel = {}, colorTitle } = options;
  const samples = options.samples ?? (options.log === true ? 101 : 61);
  if (!(levels >= 1 && samples >= 2)) {
    const rule = "there must be at least one level and two samples each way";
    throw new ValueError({ operation: CALL, rule }, { levels, samples });
  }
  const [x, y] = [grid(...field.xRange, samples), grid(...field.yRange, samples)];
  const size = tickStep(field.low, field.high, levels);
  const start = (Math.floor(field.low / size + 1e-9) + 1) * size;
  const count = Math.max(1, Math.ceil((field.high - start) / size - 1e-9));
  const bar = colorTitle === undefined ? undefined : barOf(colorTitle, field);
  return {
    type: "contour",
    x: x.map(short),
    y: y.map(short),
    z: y.map((yj) => x.map((xi) => short(field.at(xi, yj)))),
    zmin: field.low,
    zmax: field.high,
    colorscale,
    showscale: bar !== undefined,
    ...(bar === undefined ? {} : { colorbar: bar }),
    autocontour: false,
    contours: {
      start: short(start),
      end: short(start + (count - 1) * size),
      size: short(size),
      coloring: "fill",
    },
    line: LEVEL_LINE,
    hoverinfo: "skip",
    ...panel,
  };
}

function barOf(title: string, field: ReturnType<typeof heightField>) {
  const { low, high, text } = field;
  const tickvals = [low, (low + high) / 2, high].map(short);
  return { ...flatColorBar(title, tickvals), ticktext: tickvals.map(text) };
}

/** Five digits: far below a pixel, and the figure stays small. */
function short(value: number): number {
  return Number(value.toPrecision(5)) + 0;
}
