/** A learner's answer under another name: which of the declared names may be meant. */

/** Those of `names` that differ from `wanted` by case, underscores or a slip of the pen; best first. */
export function similarNames(wanted: string, names: readonly string[]): string[] {
  const target = plain(wanted);
  const allowed = Math.max(1, Math.floor(target.length / 4));
  return names
    .map((name) => ({
      name,
      distance: isPart(plain(name), target) ? 1 : editDistance(plain(name), target),
    }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name, "en"))
    .slice(0, 3)
    .map(({ name }) => name);
}

function plain(name: string): string {
  return name.replace(/[_$]/g, "").toLowerCase();
}

/** Such as `weightedSum2` or `myWeightedSum` for `weightedSum`. */
function isPart(name: string, target: string): boolean {
  return target.length >= 4 && name !== target && name.includes(target);
}

/** Insertions, deletions and replacements that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
