/** A learner's answer under another name: which of the declared names may be meant. */
import { editDistance } from "../common/edit-distance.js";

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
