/** Chapter 1, what bias and weights do to the line of Eq. (1.13): one slides it, the others turn it. */
import { assertDirection, entries, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import type { Annotation, Shape, XReference, YReference } from "../layout.js";
import { arrow, columns, type Path, stroke, words } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { BLUE, FAINT, INK, NORMAL } from "../palette.js";
import { along, foot, lineAcross, type Point, turned, unit } from "../plane-geometry.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";
import type { Panel, ScatterTrace, TracePatch } from "../traces.js";

const CALL = "hyperplaneMoves";
const LEFT: Panel = { xaxis: "x", yaxis: "y" };
const RIGHT: Panel = { xaxis: "x2", yaxis: "y2" };
/** Traces a panel: the lines of all stops, the line shown, its normal. */
const PER_PANEL = 4;

/** What {@link hyperplaneMoves} draws. */
export interface HyperplaneMovesOptions {
  /** Weights, shape [2]. */
  readonly w: VectorLike;
  /** Biases, the stops of the left slider, shape [k]; the panel on the right keeps the first. */
  readonly biases: VectorLike;
  /** Turns of w in degrees, counter-clockwise, the stops of the right slider, shape [k]. */
  readonly angles: VectorLike;
  /** Which bias and which angle are shown first, counted from 0; the first of each if absent. */
  readonly start?: readonly [bias: number, angle: number];
}

/** One line with its normal, as both panels draw them. */
interface Pose {
  readonly w: Point;
  readonly w0: number;
}

/**
 * The line `w₀ + w₁x₁ + w₂x₂ = 0`, Eq. (1.13), twice: on the left the bias w₀ slides it, on the right
 * turning w rotates it around the origin at the distance |w₀| / |w|.
 *
 * @throws {@link ValueError} if w has not two entries or both are 0, or a list is empty
 *
 * @example
 * hyperplaneMoves({ w: [2, 1], biases: [-3, 0, 3], angles: [0, 45] }).frames?.length; // => 5
 */
export function hyperplaneMoves(options: HyperplaneMovesOptions): Figure {
  const [w1, w2] = entries(CALL, "w", options.w, 2);
  const w: Point = [w1!, w2!];
  assertDirection(CALL, "w", w);
  const biases = entries(CALL, "biases", options.biases);
  const angles = entries(CALL, "angles", options.angles);
  const slides = biases.map((w0): Pose => ({ w, w0 }));
  const turns = angles.map((angle): Pose => ({ w: turned(w, angle), w0: biases[0]! }));
  const [bias, angle] = options.start ?? [0, 0];
  const first = [stop(slides, bias), stop(turns, angle)] as const;
  const reach = reachOf([...slides, ...turns]);
  const range = [-reach, reach] as const;
  const few = { nticks: 5 } as const;
  return figure({
    alt: `The line of w = ${tupleText(w)}: slid by w₀, turned by w`,
    caption: caption(w, biases, angles),
    data: [...panel(slides, first[0], reach, LEFT), ...panel(turns, first[1], reach, RIGHT)],
    frames: [
      ...slides.map((pose, i) => frame(`b${i}`, pose, reach, 0)),
      ...turns.map((pose, i) => frame(`turn${i}`, pose, reach, PER_PANEL)),
    ],
    layout: houseLayout({
      height: 385,
      margin: { l: 48, r: 14, t: 34, b: 130 },
      hovermode: false,
      xaxis: houseAxis("<i>x</i>₁", range, {
        ...few,
        domain: [0, 0.46],
        anchor: "y",
        constrain: "domain",
      }),
      yaxis: houseAxis("<i>x</i>₂", range, {
        ...few,
        ...squareTo("x"),
        constraintoward: "bottom",
        anchor: "x",
      }),
      xaxis2: houseAxis("<i>x</i>₁", range, {
        ...few,
        domain: [0.54, 1],
        anchor: "y2",
        constrain: "domain",
      }),
      yaxis2: houseAxis("", range, {
        ...few,
        ...squareTo("x2"),
        constraintoward: "bottom",
        anchor: "x2",
        showticklabels: false,
      }),
      annotations: [
        title("x domain", "y domain", "<i>w</i>₀ slides the line"),
        title("x2 domain", "y2 domain", "<b>w</b> turns the line"),
      ],
      shapes: biases[0] === 0 ? [] : [circle(Math.abs(biases[0]!) / Math.hypot(...w))],
      sliders: [
        houseSlider({
          prefix: "<i>w</i>₀ = ",
          labels: biases.map(numberText),
          frames: biases.map((_, i) => `b${i}`),
          active: first[0],
          x: 0,
          len: 0.46,
        }),
        houseSlider({
          prefix: "<b>w</b> turned by ",
          suffix: "°",
          labels: angles.map(numberText),
          frames: angles.map((_, i) => `turn${i}`),
          active: first[1],
          x: 0.54,
          len: 0.46,
        }),
      ],
    }),
  });
}

function reachOf(poses: readonly Pose[]): number {
  const ends = poses.flatMap((pose) => [foot(pose.w, pose.w0), normal(pose)[1]]);
  return Math.ceil(1.15 * Math.max(2, ...ends.flat().map(Math.abs)));
}

/** The arrow w, from the line's nearest point to the origin; at most 2 long, so that it stays in view. */
function normal({ w, w0 }: Pose): readonly [Point, Point] {
  const from = foot(w, w0);
  return [from, along(from, unit(w), Math.min(2, Math.hypot(...w)))];
}

/** That place among the stops, or the nearest one. */
function stop(stops: readonly Pose[], place: number): number {
  return Math.min(Math.max(Math.trunc(place), 0), stops.length - 1);
}

function panel(poses: readonly Pose[], shown: number, reach: number, axes: Panel): ScatterTrace[] {
  const first = poses[shown]!;
  const [from, to] = normal(first);
  const all: Path = poses.flatMap(({ w, w0 }) => [...lineAcross(w, w0, reach), null]);
  return [
    stroke(all, { color: FAINT, dash: "solid" }, 1.2, axes),
    stroke(lineAcross(first.w, first.w0, reach), { color: BLUE, dash: "solid" }, 3, axes),
    arrow(from, to, NORMAL, axes),
    words([beyond(first)], ["<b>w</b>"], "middle center", { textfont: { color: NORMAL }, ...axes }),
  ];
}

/** Where the letter w stands: a little past the arrow's tip. */
function beyond(pose: Pose): Point {
  return along(normal(pose)[1], unit(pose.w), 0.5);
}

function frame(name: string, pose: Pose, reach: number, offset: number): Frame {
  const data: TracePatch[] = [
    columns(lineAcross(pose.w, pose.w0, reach)),
    columns(normal(pose)),
    columns([beyond(pose)]),
  ];
  return { name, traces: [1, 2, 3].map((k) => k + offset), data };
}

/** The tangent circle of the lines on the right, around the origin. */
function circle(radius: number): Shape {
  return {
    type: "circle",
    x0: -radius,
    y0: -radius,
    x1: radius,
    y1: radius,
    xref: "x2",
    yref: "y2",
    line: { color: INK, width: 1.5, dash: "dot" },
    layer: "above",
  };
}

function title(xref: XReference, yref: YReference, text: string): Annotation {
  return {
    x: 0.5,
    y: 1,
    xref,
    yref,
    text,
    showarrow: false,
    xanchor: "center",
    yanchor: "bottom",
    yshift: 8,
    font: { color: INK },
  };
}

function caption(w: Point, biases: readonly number[], angles: readonly number[]): string {
  const length = Math.hypot(...w);
  const kept = biases[0]!;
  return (
    `The line w₀ + w₁x₁ + w₂x₂ = 0 for w = ${tupleText(w)}; the arrow shows the direction of w. ` +
    `Left: only w₀ changes (${biases.map(numberText).join(", ")}); all lines are parallel, at the distance |w₀| / |w| from the origin. ` +
    `Right: w₀ stays ${numberText(kept)} and w is turned by ${angles.map(numberText).join("°, ")}°; ` +
    `the line turns with it and always touches the dotted circle, ${numberText(Math.abs(kept) / length)} away from the origin. ` +
    "The thick line is where the sliders stand, the thin ones are their other stops."
  );
}
