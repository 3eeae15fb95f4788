/** Grading: an argument that enters too often, not at all, or with the wrong sign. */
import { readNested } from "./describe.js";
import { agree, type Pairs, pairsOf } from "./patterns-pairs.js";
import { ORDINALS } from "./patterns-places.js";
import type { Tried } from "./tried.js";

/** A sentence about an argument, or about how many there are, that explains every output. */
export function argumentPattern(tried: readonly Tried[]): string | null {
  const pairs = tried.length < 2 ? null : pairsOf(tried);
  if (pairs === null || pairs.got.length === 0) return null;
  const most = Math.min(...tried.map(({ args }) => args.length));
  for (let k = 0; k < most; k++) {
    const found = oneArgument(tried, pairs, k) ?? countPattern(tried, k);
    if (found !== null) return found;
  }
  return null;
}

function oneArgument(tried: readonly Tried[], { got, want }: Pairs, k: number): string | null {
  const name = `${ORDINALS[k] ?? "last"} argument`;
  const given = alongside(tried, k);
  if (given === null) return null;
  if (new Set(given).size < 2 || new Set(want).size < 2) return null;
  const by = (rule: (want: number, argument: number) => number): boolean =>
    agree(
      got,
      want.map((w, i) => rule(w, given[i]!)),
    );
  if (by((_, a) => a)) return `Your function returns its ${name} unchanged.`;
  if (new Set(given.filter((a) => a !== 0)).size < 2) return null;
  if (by((w, a) => w + a))
    return `Every value is too large by exactly the ${name}: it is added once too often.`;
  if (by((w, a) => w - a))
    return `Every value is too small by exactly the ${name}: it is missing from the sum.`;
  if (by((w, a) => w - 2 * a) || by((w, a) => w + 2 * a))
    return `The ${name} enters with the wrong sign.`;
  if (by((w, a) => w * a))
    return `Every value is the wanted one times the ${name}: a factor too many.`;
  if (given.every((a) => a !== 0) && by((w, a) => w / a))
    return `Every value is the wanted one divided by the ${name}: a factor is missing, or a division too many.`;
  return null;
}

/** The argument beside every entry of the outputs: itself, its entries, or one for each column. */
function alongside(tried: readonly Tried[], k: number): number[] | null {
  const given: number[] = [];
  for (const { args, want } of tried) {
    const [a, w] = [readNested(args[k]), readNested(want)];
    if (a.kind !== "array" || w.kind !== "array") return null;
    if (!a.entries.every(Number.isFinite)) return null;
    const entries = a.entries as readonly number[];
    const columns = w.shape.at(-1) ?? 1;
    if (a.shape.length === 0) given.push(...w.entries.map(() => entries[0]!));
    else if (a.shape.join() === w.shape.join()) given.push(...entries);
    else if (a.shape.length === 1 && a.shape[0] === columns)
      given.push(...w.entries.map((_, i) => entries[i % columns]!));
    else return null;
  }
  return given;
}

/** A factor that is the length of a list: a sum for a mean, or a mean for a sum. */
function countPattern(tried: readonly Tried[], k: number): string | null {
  const lengths = tried.map(({ args }) => (Array.isArray(args[k]) ? args[k].length : 0));
  if (new Set(lengths).size < 2 || lengths.includes(0)) return null;
  const every = (factor: (n: number) => number): boolean =>
    tried.every(({ got, want }, i) => {
      const pairs = pairsOf([{ args: [], got, want }])!;
      const scaled = pairs.want.map((w) => w * factor(lengths[i]!));
      return pairs.got.length === 0 || agree(pairs.got, scaled);
    });
  if (every((n) => n))
    return "Every value is n times too large, n the length of the list: a sum stands where a mean is wanted.";
  if (every((n) => 1 / n))
    return "Every value is n times too small, n the length of the list: a mean stands where a sum is wanted.";
  if (!lengths.includes(1) && every((n) => n / (n - 1)))
    return "It is divided by n − 1, where n, the length of the list, is wanted.";
  return null;
}
