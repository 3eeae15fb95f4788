/** Figures: how a box in space is seen from one side, without perspective. */
import type { Point } from "./plane-geometry.js";

/** A place in the box: x and y from −1 to 1, z from 0 (the floor) to 1. */
export type Place = readonly [number, number, number];

/** Height of the camera above the horizon, and of the box, half a side of its floor being 1. */
const ELEVATION = (35 * Math.PI) / 180;
const HEIGHT = 1.25;
const [SIN, COS] = [Math.sin(ELEVATION), Math.cos(ELEVATION)];

/**
 * Where a place is seen if the camera has gone round the box by an azimuth: 0 looks along the y axis,
 * positive ones come from the right. Far is up.
 */
export function projected([x, y, z]: Place, azimuth: number): Point {
  const [sin, cos] = direction(azimuth);
  return [x * cos + y * sin, (y * cos - x * sin) * SIN + z * HEIGHT * COS];
}

function direction(azimuth: number): readonly [number, number] {
  const angle = (azimuth * Math.PI) / 180;
  return [Math.sin(angle), Math.cos(angle)];
}

/** What the picture must hold, for words beside the box too. */
export const SCENE_X: readonly [number, number] = [-1.82, 1.72];
export const SCENE_Y: readonly [number, number] = [
  -Math.SQRT2 * SIN - 0.4,
  Math.SQRT2 * SIN + HEIGHT * COS + 0.1,
];

/** The corners of the floor, as seen from an azimuth: which are near, and which to the left. */
export interface Corners {
  /** Side on which the y axis is written: 1 is x's high end. */
  readonly side: 1 | -1;
  /** The corner at the left border of the picture, where the z axis stands. */
  readonly left: readonly [number, number];
}

/** See {@link Corners}. */
export function cornersOf(azimuth: number): Corners {
  return azimuth >= 0 ? { side: 1, left: [-1, -1] } : { side: -1, left: [-1, 1] };
}
