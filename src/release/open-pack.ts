/** Release: a pack opened as a student's copy will open it, to see what is in it. */
import { type Exercise, KEPT_BACK, pointsOf } from "../grading/exercise.js";
import { unseal } from "../packed/seal.js";
import { runPacked } from "../packed/unpack.js";

/** The exercises in the pack of src/checks, with the library of this course around them. */
export async function exercisesIn(bytes: Uint8Array): Promise<readonly Exercise[]> {
  const source = unseal(bytes);
  const names = new Set(
    [...source.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name ?? ""),
  );
  const modules = await Promise.all(
    [...names].map(async (name) => [name, (await import(placeOf(name))) as object] as const),
  );
  const { EXERCISES } = runPacked(source, "src/checks/index.pack", Object.fromEntries(modules));
  return EXERCISES as readonly Exercise[];
}

/** Where a module stands now: ours in dist, built. */
function placeOf(name: string): string {
  if (!name.startsWith("src/")) return name;
  const built = name.replace(/^src\//, "dist/").replace(/\.ts$/, ".js");
  return new URL(`../../${built}`, import.meta.url).href;
}

/** What is wrong with the exercises of a pack, compared with the course's; none if all is well. */
export function packProblems(packed: readonly Exercise[], course: readonly Exercise[]): string[] {
  return course.flatMap(({ id, checks, wrongAnswers }) => {
    const found = packed.find((exercise) => exercise.id === id);
    if (found === undefined) return [`${id} is not in the pack`];
    const visible = ({ checks: all }: Pick<Exercise, "checks">): string =>
      all.flatMap(({ name, hidden }) => (hidden === true ? [] : [name])).join("\n");
    const kept = found.checks.filter((check) => check.hidden === true);
    return [
      ...(visible(found) === visible({ checks }) ? [] : [`${id} has other visible checks`]),
      ...(kept.every(({ name }) => name === KEPT_BACK) ? [] : [`${id} has a hidden check in it`]),
      ...(pointsOf(found).hidden === pointsOf({ checks }).hidden
        ? []
        : [`${id} keeps back other points`]),
      ...(found.rightAnswers.length === 0 ? [] : [`${id} has right answers in it`]),
      ...(found.wrongAnswers.length === wrongAnswers.length ? [] : [`${id} lacks wrong answers`]),
    ];
  });
}
