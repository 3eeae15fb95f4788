/**
 * Chapter 4, the reader as optimizer: steps of one's own on a landscape in fog, where only the slope
 * at one's feet is known; a slider lifts the fog.
 */
import { type ArrayLike2d, tensor } from "../../math/tensor.js";
import { type Figure, figure } from "../figure.js";
import { arrow, columns, dots, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, seriesStyle, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { fogSurface } from "./fog-surface.js";
import {
  inside,
  landscape,
  type Place,
  placeOf,
  placesOf,
  placeText,
  seen,
  trail,
} from "./landscape.js";

const CALL = "youDescend";
const START: Place = [-3, 3];
const FOG = "#E9ECF0";
/** Arrows for the first places only: more would cover the path. */
const ARROWS = 12;

/** What {@link youDescend} draws. */
export interface YouDescendOptions {
  /** Steps from the start, each `[east, north]`. */
  readonly steps?: readonly ArrayLike2d[];
  /** Or the places themselves, as a descent yields them. */
  readonly path?: readonly ArrayLike2d[];
  /** Begin with the fog lifted. */
  readonly lifted?: boolean;
}

/**
 * A walk over the loss in the fog: at each place an arrow downhill, `−∂J/∂W`, longer where it is
 * steeper, and the loss at the start and at the end.
 *
 * @throws {@link ValueError} if a step or a place is not two finite numbers
 *
 * @example
 * youDescend({ steps: [[5, -4]] }).alt; // => "1 step in the fog, to (2, −1): loss 0"
 */
export function youDescend(options: YouDescendOptions = {}): Figure {
  const path = pathOf(options);
  const lifted = options.lifted === true;
  const [x, y] = viewOf(path);
  const shown = path.filter((place) => inside(place, x, y));
  const last = path[path.length - 1]!;
  const opacity = [0, 1];
  const minimum = placeOf(CALL, "minimum", fogSurface.minimum);
  const star = [[], [minimum]];
  const map = landscape({ value: (w) => fogSurface.value(tensor(w)), x, y });
  const here = lifted ? 1 : 0;
  return figure({
    alt: `${counted(path.length - 1)} in the fog, to ${placeText(last)}: loss ${numberText(lossAt(last))}`,
    caption: caption(path, lifted),
    data: [
      { ...map, opacity: opacity[here]! },
      dots(star[here]!, { color: INK, symbol: "star" }),
      ...shown.slice(-ARROWS).flatMap(downhill),
      trail(seen(path, x, y), seriesStyle(0)),
      ...lossLabels(shown, x, y),
    ],
    frames: opacity.map((value, i) => ({
      name: `fog${i}`,
      traces: [0, 1],
      data: [{ opacity: value }, columns(star[i]!)],
    })),
    layout: houseLayout({
      height: 520,
      margin: { b: 130, r: 24 },
      plot_bgcolor: FOG,
      xaxis: houseAxis("east, <i>w</i>₁", x, { showgrid: false, zeroline: false }),
      yaxis: houseAxis("north, <i>w</i>₂", y, { showgrid: false, zeroline: false }),
      sliders: [
        houseSlider({
          prefix: "The fog: ",
          labels: ["thick", "lifted"],
          frames: ["fog0", "fog1"],
          active: here,
          len: 0.5,
        }),
      ],
    }),
  });
}

function pathOf({ steps = [], path }: YouDescendOptions): Place[] {
  if (path !== undefined) return placesOf(CALL, "path", path);
  const walked: Place[] = [START];
  steps.forEach((step, i) => {
    const [east, north] = placeOf(CALL, `steps[${i}]`, step);
    const [a, b] = walked[walked.length - 1]!;
    walked.push([a + east, b + north]);
  });
  return walked;
}

/** Wide enough for the path, unless it runs away. */
function viewOf(path: readonly Place[]): readonly [Place, Place] {
  const reach = (axis: 0 | 1, low: number, high: number): Place => [
    Math.max(-20, Math.min(low, ...path.map((place) => place[axis] - 1))),
    Math.min(20, Math.max(high, ...path.map((place) => place[axis] + 1))),
  ];
  return [reach(0, -5, 6), reach(1, -4, 5)];
}

function lossAt(place: Place): number {
  return fogSurface.value(tensor([...place]));
}

/** Downhill at a place, as long as the slope says, but always to be seen and never across the map. */
function downhill(place: Place): ScatterTrace[] {
  const [a = 0, b = 0] = fogSurface.gradient(tensor([...place])).data;
  const slope = Math.hypot(a, b);
  if (slope < 1e-3) return [];
  const length = Math.min(2.2, 0.45 + 0.35 * slope) / slope;
  return [arrow(place, [place[0] - length * a, place[1] - length * b], VERMILLION)];
}

/** The loss where one started and where one stands, in the corner that path and arrow leave free. */
function lossLabels(shown: readonly Place[], x: Place, y: Place): ScatterTrace[] {
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (first === undefined || last === undefined) return [];
  const label = (place: Place, neighbour: Place | undefined, name: string, color: string) => {
    const [dx, dy] = freeCorner(place, neighbour, x);
    const [width, height] = [x[1] - x[0], y[1] - y[0]];
    const at: Place = [
      Math.min(x[1], Math.max(x[0], place[0] + 0.02 * dx * width)),
      Math.min(y[1] - 0.03 * height, Math.max(y[0] + 0.03 * height, place[1] + 0.06 * dy * height)),
    ];
    const text = `<b>${name}loss ${numberText(lossAt(place))}</b>`;
    return words([at], [text], dx > 0 ? "middle right" : "middle left", { textfont: { color } });
  };
  if (shown.length === 1) return [label(last, undefined, "", BLUE)];
  const start = label(first, shown[1], "start: ", INK);
  return [start, label(last, shown[shown.length - 2], "", BLUE)];
}

/** Right or left, up or down: the diagonal furthest from the arrow downhill and from the path. */
function freeCorner(place: Place, neighbour: Place | undefined, x: Place): Place {
  const [a = 0, b = 0] = fogSurface.gradient(tensor([...place])).data;
  const taken: Place[] = [[-a, -b]];
  if (neighbour !== undefined) taken.push([neighbour[0] - place[0], neighbour[1] - place[1]]);
  const part = (place[0] - x[0]) / (x[1] - x[0]);
  const corners = (
    [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const
  ).filter(([dx]) => (dx > 0 ? part < 0.62 : part > 0.25));
  const cosine = (u: Place, v: Place): number =>
    (u[0] * v[0] + u[1] * v[1]) / (Math.hypot(...u) * Math.hypot(...v) || 1);
  const crowded = (corner: Place): number => Math.max(...taken.map((way) => cosine(corner, way)));
  return corners.reduce((best, corner) => (crowded(corner) < crowded(best) ? corner : best));
}

function counted(steps: number): string {
  return `${steps} ${steps === 1 ? "step" : "steps"}`;
}

function caption(path: readonly Place[], lifted: boolean): string {
  const last = path[path.length - 1]!;
  const losses = path.map((place) => numberText(lossAt(place)));
  const listed =
    losses.length > 10 ? [...losses.slice(0, 9), "…", losses[losses.length - 1]!] : losses;
  const away = Math.hypot(...fogSurface.minimum.data.map((entry, i) => entry - last[i]!));
  const rises = path.filter((place, i) => i > 0 && lossAt(place) > lossAt(path[i - 1]!)).length;
  const up = rises === 0 ? "No step went uphill." : `${counted(rises)} went uphill.`;
  return (
    `A walk of ${counted(path.length - 1)} from ${placeText(path[0]!)}, blue; the arrows show which way is down, longer where it is steeper. ` +
    `The losses on the way: ${listed.join(", ")}. ${up} ` +
    `You stand at ${placeText(last)}${lifted ? `, ${numberText(away)} away from the lowest place, where the loss is 0` : ", and how far that is from the lowest place the fog hides"}. ` +
    "The slider lifts the fog: then the level lines and a star at the lowest place appear."
  );
}
