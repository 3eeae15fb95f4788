/** Pictures: two curves over the same places, what is between them, where one is missing. */
import type { Path } from "../../figures/marks.js";
import { drawable, extentOf } from "./two-sides.js";

/** Both curves, ready to be drawn. */
export interface TwoCurves {
  readonly places: readonly number[];
  /** Heights, null where there is no finite number. */
  readonly own: readonly (number | null)[];
  readonly want: readonly (number | null)[];
  /** Outlines of what lies between them. */
  readonly between: Path;
  /** What the picture shows of the heights. */
  readonly range: readonly [number, number];
  /** Where they are farthest apart. */
  readonly worst: { readonly place: number; readonly own: number; readonly want: number } | null;
  /** Whether the learner's curve lies outside the picture there. */
  readonly leaves: boolean;
}

/** A part of the interval without a curve of the learner. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Less than this part of the height cannot be seen. */
const VISIBLE = 0.004;
/** A curve that runs away is followed this many heights of the wanted one. */
const ROOM = 0.8;
const FAR = 20;

/** Both curves, or null if there is no difference that could be seen, or nothing of the learner's. */
export function readCurves(
  places: readonly number[],
  [ownValues, wantValues]: readonly [readonly unknown[], readonly unknown[]],
): TwoCurves | null {
  const want = wantValues.map(drawable);
  // Where nothing is wanted, nothing is compared.
  const own = ownValues.map((value, i) => (want[i] === null ? null : drawable(value)));
  const [wanted, found] = [extentOf(want), extentOf(own)];
  if (wanted === null || found === null) return null;
  const span = wanted[1] - wanted[0] || Math.max(1, Math.abs(wanted[1]));
  const low = Math.min(wanted[0], Math.max(found[0], wanted[0] - ROOM * span));
  const high = Math.max(wanted[1], Math.min(found[1], wanted[1] + ROOM * span));
  const [bottom, top] = [Math.min(low, high - 0.1 * span), Math.max(high, low + 0.1 * span)];
  const edge = 0.08 * (top - bottom);
  const range = [bottom - edge, top + edge] as const;
  // What lies far outside is cut off, so that no pixel has a coordinate of a million digits.
  const near = own.map((height) =>
    height === null
      ? null
      : Math.max(range[0] - FAR * span, Math.min(range[1] + FAR * span, height)),
  );
  const worst = worstOf(places, own, want);
  const seen = worst !== null && Math.abs(worst.own - worst.want) > VISIBLE * (range[1] - range[0]);
  const isMissing = own.some((height, i) => height === null && want[i] !== null);
  if (!seen && !isMissing) return null;
  const leaves = worst !== null && (worst.own < range[0] || worst.own > range[1]);
  const between = seen ? outlines(places, near, want) : [];
  return { places, own: near, want, between, range, worst: seen ? worst : null, leaves };
}

function worstOf(
  places: readonly number[],
  own: TwoCurves["own"],
  want: TwoCurves["want"],
): TwoCurves["worst"] {
  let worst: TwoCurves["worst"] = null;
  places.forEach((place, i) => {
    const [a, b] = [own[i] ?? null, want[i] ?? null];
    if (a === null || b === null) return;
    if (worst === null || Math.abs(a - b) > Math.abs(worst.own - worst.want)) {
      worst = { place, own: a, want: b };
    }
  });
  return worst;
}

/** For each stretch on which both have heights: forth along one curve, back along the other. */
function outlines(
  places: readonly number[],
  own: TwoCurves["own"],
  want: TwoCurves["want"],
): (readonly [number, number] | null)[] {
  const path: (readonly [number, number] | null)[] = [];
  let stretch: number[] = [];
  const close = (): void => {
    if (stretch.length > 1) {
      path.push(...stretch.map((i) => [places[i]!, own[i]!] as const));
      path.push(...stretch.reverse().map((i) => [places[i]!, want[i]!] as const), null);
    }
    stretch = [];
  };
  places.forEach((_, i) => {
    if (own[i] === null || want[i] === null) close();
    else stretch.push(i);
  });
  close();
  return path.slice(0, -1);
}

/** Where the learner's curve is missing though one is wanted. */
export function gapsOf({ places, own, want }: TwoCurves): Gap[] {
  const gaps: Gap[] = [];
  const half = (places.at(-1)! - places[0]!) / Math.max(1, places.length - 1) / 2;
  places.forEach((place, i) => {
    if (own[i] !== null || want[i] === null) return;
    const last = gaps.at(-1);
    const [from, to] = [place - half, place + half];
    if (last !== undefined && last.to >= from - half) gaps[gaps.length - 1] = { ...last, to };
    else gaps.push({ from, to });
  });
  const [start, end] = [places[0]!, places.at(-1)!];
  return gaps.map(({ from, to }) => ({ from: Math.max(start, from), to: Math.min(end, to) }));
}
