/** Figures: the names of curves, each beside its own curve and clear of all others. */
import { type Box, freestPlace, obstaclesOf } from "./label-place.js";

/** Size of a letter as a part of a panel about 370 px wide and 170 px high. */
const LETTER = { width: 0.022, height: 0.11 };
/** How far above (or below) its curve a name may stand, the best first. */
const SHIFTS = [0.1, -0.1, 0.14, -0.14, 0.19, -0.19, 0.25, -0.25];

/**
 * Where the names of curves stand in the unit square of their panel.
 *
 * @param names - one a curve, shape [k]
 * @param heights - the curves, sampled at the same evenly spaced places, shape [k, n]
 * @returns a centre for each name, shape [k, 2]
 */
export function besideCurves(
  names: readonly string[],
  heights: readonly (readonly number[])[],
): readonly (readonly [number, number])[] {
  const count = heights[0]?.length ?? 0;
  const across = (k: number): number => k / (count - 1);
  const taken: Box[] = heights.flatMap((curve) =>
    obstaclesOf(curve.map((up, k) => [across(k), up] as const)),
  );
  return names.map((name, i) => {
    const size = { width: LETTER.width * name.length, height: LETTER.height };
    const places = (strict: boolean): (readonly [number, number])[] =>
      SHIFTS.flatMap((shift) =>
        heights[i]!.flatMap((up, k) => {
          const place = [across(k), up + shift] as const;
          const others = heights.filter((_, j) => j !== i).map((curve) => curve[k]!);
          const own = others.every((other) => Math.abs(other - place[1]) > 1.5 * Math.abs(shift));
          const free = Math.abs(place[0] - 0.5) < 0.47 - size.width / 2;
          const inside = up > 0 && up < 1 && place[1] > 0.07 && place[1] < 0.93;
          return free && inside && (own || !strict) ? [place] : [];
        }),
      );
    const candidates = [places(true), places(false), [[0.5, 0.5] as const]].find(
      (some) => some.length > 0,
    )!;
    const spot = freestPlace(candidates, size, taken);
    taken.push({ x: spot[0], y: spot[1], ...size });
    return spot;
  });
}
