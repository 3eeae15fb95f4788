/** Figures: lines and arrows in the plane x₁, x₂, the geometry of Eq. (1.13). */

import { hyperplane } from "../math/sign-classifier.js";

/** A point or a vector in the plane. */
export type Point = readonly [number, number];

/** The point of the line `w₀ + w₁x₁ + w₂x₂ = 0` nearest to the origin, `−w₀ w / |w|²`. */
export function foot(w: Point, w0: number): Point {
  const { normal, offset } = hyperplane(w, w0);
  return [normal.at(0) * offset, normal.at(1) * offset];
}

/** A point moved along a direction. */
export function along(from: Point, direction: Point, steps: number): Point {
  return [from[0] + steps * direction[0], from[1] + steps * direction[1]];
}

/** A vector of length 1 in the same direction. */
export function unit(vector: Point): Point {
  const length = Math.hypot(vector[0], vector[1]);
  return [vector[0] / length, vector[1] / length];
}

/** A vector turned counter-clockwise by an angle in degrees. */
export function turned(vector: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [vector[0] * cos - vector[1] * sin, vector[0] * sin + vector[1] * cos];
}

/** The two ends of the line `w₀ + w·x = 0` at the border of the square |x₁|, |x₂| ≤ reach; none if it misses it. */
export function lineAcross(w: Point, w0: number, reach: number): readonly Point[] {
  const [w1, w2] = w;
  const ends: Point[] = [];
  for (const side of [-reach, reach]) {
    if (w2 !== 0) ends.push([side, -(w0 + w1 * side) / w2]);
    if (w1 !== 0) ends.push([-(w0 + w2 * side) / w1, side]);
  }
  const slack = reach * (1 + 1e-9);
  const inside = ends.filter(([a, b]) => Math.abs(a) <= slack && Math.abs(b) <= slack);
  if (inside.length < 2) return [];
  const first = inside.reduce((a, b) => (b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a));
  const farthest = inside.reduce((a, b) => (distance(first, b) > distance(first, a) ? b : a));
  return [first, farthest];
}

/** The corner of a square that marks a right angle between the line and its normal, at a point. */
export function rightAngle(at: Point, normal: Point, size: number): readonly Point[] {
  const n = unit(normal);
  const t: Point = [-n[1], n[0]];
  const out = along(at, n, size);
  return [out, along(out, t, size), along(at, t, size)];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
