/** Figures: where a label stands free of curves, points and other labels. */

/** A rectangle or a point in the unit square of a panel, y upwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More free distance than this is worth nothing … */
const ENOUGH = 0.035;
/** … but up to there it counts this much more than the way to the ideal place. */
const WEIGHT = 10;

/**
 * Of some candidate centres, the one whose box keeps the largest distance from every obstacle.
 *
 * @param candidates - centres in the unit square
 * @param size - width and height of the label there
 * @param obstacles - what it must not cover
 * @param ideal - where it would best stand; decides among places that are free enough
 */
export function freestPlace(
  candidates: readonly (readonly [number, number])[],
  size: { readonly width: number; readonly height: number },
  obstacles: readonly Box[],
  ideal?: readonly [number, number],
): readonly [number, number] {
  const away = ([x, y]: readonly [number, number]): number =>
    ideal === undefined ? 0 : Math.hypot(x - ideal[0], y - ideal[1]);
  let best = candidates[0]!;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = away(candidate);
    if (ENOUGH * WEIGHT - distance <= bestScore) continue;
    const box = { x: candidate[0], y: candidate[1], ...size };
    let room = ENOUGH;
    for (const other of obstacles) {
      room = Math.min(room, gap(box, other));
      if (room * WEIGHT - distance <= bestScore) break;
    }
    const score = room * WEIGHT - distance;
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** Free distance between two boxes; negative as far as they overlap. */
function gap(a: Box, b: Box): number {
  const across = Math.abs(a.x - b.x) - (a.width + b.width) / 2;
  const up = Math.abs(a.y - b.y) - (a.height + b.height) / 2;
  return across > 0 && up > 0 ? Math.hypot(across, up) : Math.max(across, up);
}

/** A curve as obstacles, one a sample. */
export function obstaclesOf(path: readonly (readonly [number, number])[]): Box[] {
  return path.map(([x, y]) => ({ x, y, width: 0, height: 0 }));
}

/** Centres on a lattice that keeps boxes of this size inside the unit square. */
export function lattice(
  size: { readonly width: number; readonly height: number },
  steps: number,
): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const x = 0.02 + size.width / 2 + (0.96 - size.width) * (i / steps);
      const y = 0.02 + size.height / 2 + (0.96 - size.height) * (j / steps);
      places.push([x, y]);
    }
  }
  return places;
}

/**
 * Heights of labels that stand in a column: as near to the wanted ones as a gap between them allows.
 *
 * @param wanted - heights, in any order, shape [n]
 * @param gap - least distance between two labels
 * @param range - what they must not leave, where they fit
 * @returns heights in the same order, shape [n]
 *
 * @example
 * spreadApart([0, 0.5, 4], 1, [-9, 9]); // => [-0.25, 0.75, 4]
 */
export function spreadApart(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const inside = (middle: number, count: number): number => {
    const half = ((count - 1) / 2) * gap;
    return Math.max(low + half, Math.min(high - half, middle));
  };
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  // Neighbours that crowd each other form a block, centred on the mean of what its members want.
  const blocks: { middle: number; members: number[] }[] = [];
  for (const i of order) {
    let block = { middle: inside(wanted[i]!, 1), members: [i] };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      const room = (gap * (last.members.length + block.members.length)) / 2;
      if (block.middle - last.middle >= room) break;
      const members = [...last.members, ...block.members];
      const total = members.reduce((sum, member) => sum + wanted[member]!, 0);
      block = { middle: inside(total / members.length, members.length), members };
      blocks.pop();
    }
    blocks.push(block);
  }
  const heights = [...wanted];
  for (const { middle, members } of blocks) {
    members.forEach((member, k) => {
      heights[member] = middle + (k - (members.length - 1) / 2) * gap;
    });
  }
  return heights;
}
