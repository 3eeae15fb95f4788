/**
 * Figures: the surface of a function of two variables as one panel, which a slider turns. We project
 * it ourselves to filled polygons: no WebGL, so it is the same on a phone, in a book and in print.
 */
import { ValueError } from "../math/value-error.js";
import type { Frame } from "./figure.js";
import { type HeightField, type HeightOptions, heightField } from "./height-field.js";
import type { Axis } from "./layout.js";
import { dots, stroke } from "./marks.js";
import { numberText } from "./numbers.js";
import { INK, PAPER, VERMILLION } from "./palette.js";
import type { Point } from "./plane-geometry.js";
import { hiddenAxis } from "./style.js";
import { boxTraces } from "./surface-box.js";
import { meshOf, placeIn, shortColumns, stripTraces } from "./surface-mesh.js";
import { type Place, projected, SCENE_X, SCENE_Y } from "./surface-projection.js";
import type { ColorScale, Panel, ScatterTrace } from "./traces.js";

const CALL = "surfaceScene";
const AZIMUTHS = [-60, -40, -20, 0, 20, 40, 60];
/** Beyond, the strips would be seen from their ends. */
const MOST = 70;
/** Points on a path that let it follow the surface. */
const ROUTE = 150;

/** What {@link surfaceScene} draws. */
export interface SurfaceSceneOptions extends HeightOptions {
  readonly xLabel?: string;
  readonly yLabel?: string;
  readonly zLabel?: string;
  /** Places that a path joins on the surface, the last one marked, shape [k, 2]. */
  readonly path?: readonly Point[];
  /** A place marked with a star. */
  readonly minimum?: Point;
  /** Further places as low as the minimum, marked alike. */
  readonly alsoLowest?: readonly Point[];
  readonly colorscale?: ColorScale;
  /** Stops of the turn in degrees, from −70 (from the left) to 70 (from the right). */
  readonly azimuths?: readonly number[];
  /** Which of them is shown at first, counted from 0. */
  readonly start?: number;
  readonly panel?: Panel;
  /** Position of the first trace in the figure's data; 0 if absent. */
  readonly first?: number;
}

/** A panel with a surface. */
export interface SurfaceScene {
  readonly traces: readonly ScatterTrace[];
  /** One a stop of the turn, named turn0, turn1, … */
  readonly frames: readonly Frame[];
  /** The stops of the turn as a slider writes them, in degrees. */
  readonly labels: readonly string[];
  readonly start: number;
  /** Axes that show nothing; a figure adds their domain and anchor. */
  readonly xaxis: Axis;
  readonly yaxis: Axis;
  /** Where a place is drawn at first, on the surface or at a height of its own. */
  readonly project: (x: number, y: number, z?: number) => Point;
  /** A path through places, drawn on the surface as it is seen at first. */
  readonly follow: (path: readonly Point[]) => readonly Point[];
}

/**
 * A surface in a panel of a figure.
 *
 * @throws {@link ValueError} if a range is empty, f is not finite somewhere, or an azimuth lies beyond ±70°
 *
 * @example
 * const bowl = { f: (x, y) => x * x + y * y, xRange: [-1, 1], yRange: [-1, 1] };
 * surfaceScene({ ...bowl, azimuths: [-30, 0, 30] }).frames.length; // => 3
 */
export function surfaceScene(options: SurfaceSceneOptions): SurfaceScene {
  const { azimuths = AZIMUTHS, panel = {}, first = 0 } = options;
  const start = startOf(azimuths, options.start);
  const field = heightField(CALL, options);
  const mesh = meshOf(field, options.colorscale);
  const names = {
    xLabel: options.xLabel ?? "<i>x</i>",
    yLabel: options.yLabel ?? "<i>y</i>",
    zLabel: options.zLabel ?? "<i>z</i>",
  };
  const { path = [] } = options;
  const lowest = lowestOf(options);
  const route = routeOn(field, path);
  const seen = (azimuth: number): readonly ScatterTrace[] => [
    ...boxTraces(field, names, azimuth, panel),
    ...stripTraces(mesh, azimuth, panel),
    ...marksOn(
      route.map((place) => projected(place, azimuth)),
      path.map((point) => projected(lifted(field, point), azimuth)),
      lowest.map((point) => projected(lifted(field, point), azimuth)),
      panel,
    ),
  ];
  const traces = seen(azimuths[start]!);
  const frames = azimuths.map((azimuth, k): Frame => {
    const turned = seen(azimuth);
    return {
      name: `turn${k}`,
      traces: turned.map((_, i) => first + i),
      data: turned.map(({ x, y }) => ({ x, y })),
    };
  });
  return {
    traces,
    frames,
    labels: azimuths.map(numberText),
    start,
    xaxis: hiddenAxis(SCENE_X),
    yaxis: hiddenAxis(SCENE_Y),
    project: (x, y, z) => {
      const [a, b, height] = lifted(field, [x, y]);
      const own = z === undefined ? height : (z - field.low) / (field.high - field.low);
      return projected([a, b, own], azimuths[start]!);
    },
    follow: (places) => routeOn(field, places).map((place) => projected(place, azimuths[start]!)),
  };
}

function startOf(azimuths: readonly number[], wanted: number | undefined): number {
  const outside = azimuths.find((azimuth) => !(Math.abs(azimuth) <= MOST));
  if (azimuths.length === 0 || outside !== undefined) {
    const rule = `azimuths must be angles from −${MOST} to ${MOST} degrees`;
    const hint = "Swap x and y to see the surface from another side.";
    throw new ValueError({ operation: CALL, rule, hint }, { azimuths });
  }
  const start = wanted ?? Math.min(azimuths.length - 1, 2);
  if (azimuths[start] !== undefined) return start;
  const rule = "start must be the position of one of the azimuths, counted from 0";
  throw new ValueError({ operation: CALL, rule }, { start });
}

/** A place on the surface. */
function lifted(field: HeightField, [x, y]: Point): Place {
  const part = (value: number, [from, to]: readonly [number, number]): number =>
    Math.max(-1, Math.min(1, (2 * (value - from)) / (to - from) - 1));
  return placeIn(field, part(x, field.xRange), part(y, field.yRange));
}

/** Straight steps in the plane, as they run over the surface. */
function routeOn(field: HeightField, path: readonly Point[]): Place[] {
  const between = Math.max(1, Math.min(8, Math.ceil(ROUTE / path.length)));
  return path.flatMap((to, i) => {
    const from = path[i - 1];
    if (from === undefined) return [lifted(field, to)];
    return Array.from({ length: between }, (_, k) => {
      const part = (k + 1) / between;
      const x = from[0] + part * (to[0] - from[0]);
      return lifted(field, [x, from[1] + part * (to[1] - from[1])]);
    });
  });
}

/** All places that get a star. */
export function lowestOf({ minimum, alsoLowest = [] }: SurfaceSceneOptions): readonly Point[] {
  return minimum === undefined ? alsoLowest : [minimum, ...alsoLowest];
}

/** Path, its stops, its end and the lowest places, as they lie over a surface or its contours. */
export function marksOn(
  route: readonly Point[],
  stops: readonly Point[],
  lowest: readonly Point[],
  panel: Panel,
): ScatterTrace[] {
  const star = {
    color: PAPER,
    symbol: "star",
    size: 15,
    line: { color: INK, width: 1.5 },
  } as const;
  const small = { color: VERMILLION, symbol: "circle", size: 5 } as const;
  const ball = { color: VERMILLION, symbol: "circle", size: 13, line: { color: PAPER, width: 2 } };
  const style = { color: VERMILLION, symbol: "circle" } as const;
  const end = stops.at(-1);
  return [
    ...(lowest.length === 0 ? [] : [dots(lowest, style, { marker: star, ...panel })]),
    ...(end === undefined
      ? []
      : [
          stroke([], { color: PAPER, dash: "solid" }, 4.5, { ...shortColumns(route), ...panel }),
          stroke([], { color: VERMILLION, dash: "solid" }, 2, { ...shortColumns(route), ...panel }),
          dots(stops, style, { ...shortColumns(stops), marker: small, ...panel }),
          dots([end], style, { marker: { ...ball, symbol: "circle" }, ...panel }),
        ]),
  ];
}
