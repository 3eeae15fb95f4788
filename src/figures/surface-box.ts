/** Figures: the box around a surface: floor, back walls, ticks and names of its three axes. */
import { ticks } from "d3-array";
import type { HeightField } from "./height-field.js";
import { type Path, stroke, words } from "./marks.js";
import { numberText } from "./numbers.js";
import { FAINT, INK, MUTED } from "./palette.js";
import type { Point } from "./plane-geometry.js";
import { TEXT_SIZE } from "./style.js";
import { cornersOf, type Place, projected } from "./surface-projection.js";
import type { Panel, ScatterTrace } from "./traces.js";

/** Names of the three axes. */
export interface AxisNames {
  readonly xLabel: string;
  readonly yLabel: string;
  readonly zLabel: string;
}

/** Numbers so close to an end would meet those of the next axis. */
const EDGE = 0.08;

/** Ticks of an axis: where they stand between its ends, and what is written there. */
interface Ticks {
  readonly at: readonly number[];
  readonly text: readonly string[];
}

/** The traces of the box as seen from an azimuth: lines, numbers, names. They lie under the surface. */
export function boxTraces(
  field: HeightField,
  names: AxisNames,
  azimuth: number,
  panel: Panel,
): readonly ScatterTrace[] {
  const { xRange, yRange, low, high } = field;
  const [x, y] = [ticksOf(xRange), ticksOf(yRange)];
  const z = ticksOf([low, high], field.text);
  const { side, left } = cornersOf(azimuth);
  const at = (place: Place): Point => projected(place, azimuth);
  const away = (gap: number): readonly Point[] => {
    // Down from the front edge, beside the near side, and to the left of the z axis.
    const lean = Math.sin((Math.abs(azimuth) * Math.PI) / 180);
    return [
      [-side * gap * 0.5 * lean, -0.62 * gap],
      [side * gap, -0.45 * gap * lean],
      [-gap, 0],
    ];
  };
  const numbers = away(0.17);
  const titles = away(0.44);
  const unit = (part: number): number => 2 * part - 1;
  const spots = [
    ...x.at.map((part) => moved(at([unit(part), -1, 0]), numbers[0]!)),
    ...y.at.map((part) => moved(at([side, unit(part), 0]), numbers[1]!)),
    ...z.at.map((part) => moved(at([...left, part]), numbers[2]!)),
  ];
  const small = { textfont: { size: 12, color: MUTED }, ...panel };
  const large = { textfont: { size: TEXT_SIZE, color: INK }, ...panel };
  const named = [
    moved(at([0, -1, 0]), titles[0]!),
    moved(at([side, 0, 0]), titles[1]!),
    moved(at([...left, 1]), [-0.02, 0.15]),
  ];
  return [
    stroke(walls(azimuth), { color: FAINT, dash: "solid" }, 1, panel),
    words(spots, [...x.text, ...y.text, ...z.text], "middle center", small),
    words(named, [names.xLabel, names.yLabel, names.zLabel], "middle center", large),
  ];
}

function ticksOf(
  [low, high]: readonly [number, number],
  text: (value: number) => string = numberText,
): Ticks {
  const place = (value: number): number => (value - low) / (high - low);
  const inner = (count: number): number[] =>
    ticks(low, high, count).filter((value) => place(value) > EDGE && place(value) < 1 - EDGE);
  const few = inner(3);
  const values = few.length > 1 ? few : inner(4);
  return { at: values.map(place), text: values.map(text) };
}

/** Floor, the two walls behind, and the upright that carries the heights. */
function walls(azimuth: number): Path {
  const { side, left } = cornersOf(azimuth);
  const far = -side;
  const strokes: readonly (readonly Place[])[] = [
    [
      [-1, -1, 0],
      [1, -1, 0],
      [1, 1, 0],
      [-1, 1, 0],
      [-1, -1, 0],
    ],
    [
      [-side, 1, 0],
      [-side, 1, 1],
    ],
    [
      [-1, 1, 1],
      [1, 1, 1],
    ],
    [
      [far, -1, 1],
      [far, 1, 1],
    ],
    [
      [far, -1, 0],
      [far, -1, 1],
    ],
    [
      [side, 1, 0],
      [side, 1, 1],
    ],
    [
      [...left, 0],
      [...left, 1],
    ],
  ];
  return strokes.flatMap((places) => [...places.map((place) => projected(place, azimuth)), null]);
}

function moved([x, y]: Point, [dx, dy]: Point): Point {
  return [x + dx, y + dy];
}
