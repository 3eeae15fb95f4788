/** Chapter 5, the geometry of penalties: where the contours of a loss touch the diamond of L1 and the circle of L2. */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { contourField } from "../contour-field.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke, words } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { INK, NORMAL, VERMILLION } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";
import type { ColorScale, Trace } from "../traces.js";

const CALL = "penaltyGeometry";
const SAMPLES = 720;
/** Traces a panel: contours, shape, level through the best point, minimum, best point, its numbers. */
const PER_PANEL = 6;
const [LEFT, RIGHT] = panelGrid({ count: 2, columns: 2, gap: [0.12, 0] });

/** Low is white: the shapes must stand out from the bands. */
const PALE: ColorScale = [
  [0, "#FFFFFF"],
  [0.3, "#E3EDF4"],
  [1, "#B9D2E3"],
];

type Point = readonly [number, number];

/** What {@link penaltyGeometry} draws. */
export interface PenaltyGeometryOptions {
  /** Where the loss alone is lowest, shape [2]. */
  readonly minimum: VectorLike;
  /** A of the loss `(w − minimum)ᵀ A (w − minimum)`, symmetric and positive definite, shape [2, 2]. */
  readonly curvature: readonly (readonly number[])[];
  /** How far along an axis one may go, the stops of the slider, above 0, shape [k]. */
  readonly budgets: VectorLike;
  /** Position of the budget shown first; 2 if absent, or the last. */
  readonly start?: number;
}

/** The cheapest point for one budget, the shape that it lies in, and the level through it. */
interface Pose {
  readonly shape: Path;
  readonly best: Point;
  readonly level: Path;
}

/**
 * A quadratic loss in two weights under a budget: on the left `|w₁| + |w₂| ≤ r`, Eq. (5.1), on the
 * right `w₁² + w₂² ≤ r²`, Eq. (5.2); a slider changes r.
 *
 * @throws {@link ValueError} if the curvature is not positive definite or a budget is not above 0
 *
 * @example
 * const bowl = { minimum: [0, 2], curvature: [[1, 0], [0, 1]], budgets: [1] };
 * penaltyGeometry(bowl).alt; // => "Budget 1: L1 is best at (0, 1), L2 at (0, 1)"
 */
export function penaltyGeometry(options: PenaltyGeometryOptions): Figure {
  const [m1, m2] = entries(CALL, "minimum", options.minimum, 2);
  const minimum: Point = [m1!, m2!];
  const [a, b, c] = curvatureOf(options.curvature);
  const budgets = entries(CALL, "budgets", options.budgets);
  const start = Math.min(options.start ?? 2, budgets.length - 1);
  if (budgets.some((r) => r <= 0) || !(start >= 0)) {
    const rule = "budgets are above 0, and start is the position of one";
    throw new ValueError({ operation: CALL, rule }, { budgets, start });
  }
  const loss = (x: number, y: number): number => {
    const [u, v] = [x - minimum[0], y - minimum[1]];
    return a * u * u + 2 * b * u * v + c * v * v;
  };
  const poses = [1, 2].map((p) => budgets.map((r) => poseOf(p, r, minimum, [a, b, c], loss)));
  const reach = 1.25 * Math.max(...budgets, Math.abs(minimum[0]), Math.abs(minimum[1]));
  const panels = [LEFT!, RIGHT!];
  const data = panels.flatMap(({ panel }, k): Trace[] => {
    const pose = poses[k]![start]!;
    const field = { f: loss, xRange: [-reach, reach], yRange: [-reach, reach] } as const;
    return [
      contourField({ ...field, levels: 9, colorscale: PALE, panel }),
      stroke(pose.shape, { color: NORMAL, dash: "solid" }, 3, {
        fill: "toself",
        fillcolor: "rgba(138, 59, 107, 0.16)",
        ...panel,
      }),
      stroke(pose.level, { color: INK, dash: "dash" }, 1.5, panel),
      dots([minimum], { color: INK, symbol: "cross" }, panel),
      dots([pose.best], { color: VERMILLION, symbol: "diamond" }, panel),
      words([[0, -0.9 * reach]], [best(pose)], "middle center", {
        textfont: { color: INK },
        ...panel,
      }),
    ];
  });
  const [one, two] = poses.map((list) => list[start]!);
  return figure({
    alt: `Budget ${numberText(budgets[start]!)}: L1 is best at ${tupleText(tidy(one!.best))}, L2 at ${tupleText(tidy(two!.best))}`,
    caption:
      `The bands are a loss of two weights, lowest at the cross. The shape holds all weights within the budget: a diamond for L1 (left), a disc for L2 (right). The diamond-shaped mark is the best of them, where the dashed level of the loss touches the shape. ` +
      `With the budget ${numberText(budgets[start]!)} it is ${tupleText(tidy(one!.best))} under L1 and ${tupleText(tidy(two!.best))} under L2. ${zeros(budgets, poses[0]!)}`,
    data,
    frames: budgets.map(
      (_, i): Frame => ({
        name: `budget${i}`,
        traces: [0, 1].flatMap((k) => [1, 2, 4, 5].map((t) => t + k * PER_PANEL)),
        data: poses.flatMap((list) => {
          const pose = list[i]!;
          const text = { ...columns([[0, -0.9 * reach]]), text: [best(pose)] };
          return [columns(pose.shape), columns(pose.level), columns([pose.best]), text];
        }),
      }),
    ),
    layout: houseLayout({
      height: 400,
      margin: { l: 48, r: 14, t: 34, b: 130 },
      hovermode: false,
      xaxis: houseAxis("<i>w</i>₁", [-reach, reach], {
        ...LEFT!.x,
        nticks: 5,
        constrain: "domain",
      }),
      yaxis: houseAxis("<i>w</i>₂", [-reach, reach], {
        ...LEFT!.y,
        ...squareTo("x"),
        nticks: 5,
        constraintoward: "bottom",
      }),
      xaxis2: houseAxis("<i>w</i>₁", [-reach, reach], {
        ...RIGHT!.x,
        nticks: 5,
        constrain: "domain",
      }),
      yaxis2: houseAxis("", [-reach, reach], {
        ...RIGHT!.y,
        ...squareTo("x2"),
        nticks: 5,
        showticklabels: false,
        constraintoward: "bottom",
      }),
      annotations: [
        "L1: |<i>w</i>₁| + |<i>w</i>₂| ≤ <i>r</i>",
        "L2: <i>w</i>₁² + <i>w</i>₂² ≤ <i>r</i>²",
      ].map((text, k) => ({
        x: 0.5,
        y: 1,
        xref: panels[k]!.xref,
        yref: panels[k]!.yref,
        text,
        showarrow: false,
        xanchor: "center",
        yanchor: "bottom",
        yshift: 6,
      })),
      sliders: [
        houseSlider({
          prefix: "budget <i>r</i> = ",
          labels: budgets.map(numberText),
          frames: budgets.map((_, i) => `budget${i}`),
          active: start,
        }),
      ],
    }),
  });
}

function curvatureOf(matrix: readonly (readonly number[])[]): readonly [number, number, number] {
  const rows = Array.isArray(matrix) && matrix.length === 2 ? matrix : [];
  const [a, b, d, c] = rows.flatMap((row, i) => entries(CALL, `curvature[${i}]`, row, 2));
  if (a !== undefined && b === d && a > 0 && a * c! - b! * b! > 0) return [a, b!, c!];
  const rule = "curvature is a symmetric, positive definite matrix of 2 by 2";
  throw new ValueError({ operation: CALL, rule }, { curvature: matrix });
}

function poseOf(
  p: number,
  r: number,
  minimum: Point,
  [a, b, c]: readonly [number, number, number],
  loss: (x: number, y: number) => number,
): Pose {
  const shape = Array.from({ length: SAMPLES + 1 }, (_, k): Point => {
    const angle = (2 * Math.PI * k) / SAMPLES;
    // A corner lies on its axis, not a rounding beside it.
    const power = (z: number): number =>
      Math.abs(z) < 1e-12 ? 0 : Math.sign(z) * Math.abs(z) ** (2 / p);
    return [r * power(Math.cos(angle)), r * power(Math.sin(angle))];
  });
  const affordable = Math.abs(minimum[0]) ** p + Math.abs(minimum[1]) ** p <= r ** p;
  const heights = shape.map(([x, y]) => loss(x, y));
  const touch = shape[heights.indexOf(Math.min(...heights))]!;
  const best = affordable ? minimum : touch;
  // With A = LLᵀ the level is minimum + √level · L⁻ᵀ (cos, sin).
  const size = Math.sqrt(Math.max(0, loss(...best)));
  const [l11, l21] = [Math.sqrt(a), b / Math.sqrt(a)];
  const l22 = Math.sqrt(c - l21 * l21);
  const level = Array.from({ length: 121 }, (_, k): Point => {
    const [u, v] = [Math.cos((Math.PI * k) / 60), Math.sin((Math.PI * k) / 60)];
    const y = v / l22;
    return [minimum[0] + (size * (u - l21 * y)) / l11, minimum[1] + size * y];
  });
  // A quarter of the samples draws the shape as well.
  return { shape: shape.filter((_, k) => k % 6 === 0), best, level };
}

function tidy([x, y]: Point): Point {
  return [Number(x.toFixed(2)) + 0, Number(y.toFixed(2)) + 0];
}

function best(pose: Pose): string {
  return `best: ${tupleText(tidy(pose.best))}`;
}

function zeros(budgets: readonly number[], poses: readonly Pose[]): string {
  const count = poses.filter((pose) => tidy(pose.best).includes(0)).length;
  return `Of the ${budgets.length} budgets of the slider, ${count} have a weight that is exactly 0 under L1.`;
}
