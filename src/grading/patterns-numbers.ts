/** Grading: a factor, an offset, a sign, a root, rounding: one rule that turns right into wrong. */

import { agree, type Pairs, pairsOf, short } from "./patterns-pairs.js";
import type { Tried } from "./tried.js";

/** A sentence about the rule that turns every wanted number into the one that came, or `null`. */
export function numberPattern(tried: readonly Tried[]): string | null {
  const pairs = tried.length < 2 ? null : pairsOf(tried);
  if (pairs === null || pairs.got.length === 0) return null;
  for (const pattern of PATTERNS) {
    const found = pattern(pairs);
    if (found !== null) return found;
  }
  return null;
}

/** Factors with a name, and what leaves them behind. */
const FACTORS: readonly (readonly [factor: number, meaning: string])[] = [
  [
    1 / Math.LN2,
    "that is 1/ln 2, which Math.log2 leaves where Math.log, the natural one, is wanted",
  ],
  [
    1 / Math.LN10,
    "that is 1/ln 10, which Math.log10 leaves where Math.log, the natural one, is wanted",
  ],
  [180 / Math.PI, "that is 180/π: degrees stand where radians are wanted"],
  [Math.PI / 180, "that is π/180: radians stand where degrees are wanted"],
  [100, "a percentage stands where a share is wanted"],
];

function scalePattern({ got, want }: Pairs): string | null {
  const largest = want.reduce((best, w, i) => (Math.abs(w) > Math.abs(want[best]!) ? i : best), 0);
  const factor = got[largest]! / want[largest]!;
  if (new Set(want).size < 3 || !Number.isFinite(factor) || factor === 0) return null;
  if (
    !agree(
      got,
      want.map((w) => w * factor),
    )
  )
    return null;
  if (agree([factor], [-1])) return "Every value has the wrong sign.";
  if (factor < 0)
    return `Every value is the wanted one times ${short(factor)}: look for a lost minus and a factor.`;
  const name = FACTORS.find(([known]) => agree([factor], [known]));
  const meaning = name === undefined ? "" : `: ${name[1]}`;
  return factor > 1
    ? `Every value is ${short(factor)} times too large${meaning}.`
    : `Every value is ${short(1 / factor)} times too small${meaning}.`;
}

function offsetPattern({ got, want }: Pairs): string | null {
  const offset = got[0]! - want[0]!;
  const moved = want.map((w) => w + offset);
  if (new Set(want).size < 3 || offset === 0 || !agree(got, moved)) return null;
  const amount = short(Math.abs(offset));
  const index =
    got.every(Number.isInteger) && amount === "1" ? " Does something count from 1?" : "";
  return `Every value is ${amount} too ${offset > 0 ? "large" : "small"}.${index}`;
}

function signPattern({ got, want }: Pairs): string | null {
  if (!agree(got.map(Math.abs), want.map(Math.abs))) return null;
  if (got.every((g, i) => g === want[i])) return null;
  if (got.every((g) => g >= 0))
    return "The size is right, but the sign is lost: no value is negative.";
  return "The size is right everywhere, but the sign is wrong at some inputs.";
}

function constantPattern({ got, want }: Pairs): string | null {
  if (new Set(got).size > 1 || new Set(want).size < 3) return null;
  return `Your function gives ${short(got[0]!)} whatever it is given.`;
}

/** Small relative errors everywhere: rounding, not a slip in the formula. */
function noisePattern({ got, want }: Pairs): string | null {
  const near = got.every(
    (g, i) => Math.abs(g - want[i]!) <= 1e-5 * Math.max(1e-3, Math.abs(want[i]!)),
  );
  return near
    ? "Your values are right to about five digits, but not to the last ones: look for rounding, float32 or a step that is not exact."
    : null;
}

const ROUNDINGS: readonly ((x: number) => number)[] = [
  Math.round,
  Math.floor,
  Math.ceil,
  Math.trunc,
];

/** Right values, rounded on the way out. */
function roundedPattern({ got, want }: Pairs): string | null {
  if (got.length < 4 || want.filter((w) => !Number.isInteger(w)).length < 2) return null;
  for (const digits of [0, 1, 2, 3, 4]) {
    const unit = 10 ** digits;
    const rounded = ROUNDINGS.some((round) =>
      got.every((g, i) => Math.abs(g * unit - round(want[i]! * unit)) < 1e-6),
    );
    if (!rounded) continue;
    return digits === 0
      ? "Your values are cut to whole numbers. Keep all digits."
      : `Your values are right, but cut to ${digits} ${digits === 1 ? "decimal" : "decimals"}. Keep all digits.`;
  }
  const plenty = new Set(got).size > 3 && want.filter((w) => !Number.isInteger(w)).length > 3;
  if (!plenty || !got.every(Number.isInteger)) return null;
  return "Your function gives whole numbers only. Is there a ^ in it? In TypeScript that is no power (** is), and it cuts the decimals.";
}

/** What may stand between the wanted number and the one that came. */
const DETOURS: readonly (readonly [rule: (want: number) => number, text: string])[] = [
  [
    (w) => w * w,
    "Every value is the square of the wanted one: is a root missing, or a square too many?",
  ],
  [
    Math.sqrt,
    "Every value is the root of the wanted one: a root too many, or is a square missing?",
  ],
  [(w) => 1 / w, "Every value is one over the wanted one: what is divided by what?"],
  [(w) => 1 - w, "Every value is 1 minus the wanted one: is it the share of the others?"],
  [Math.exp, "Every value is e to the power of the wanted one: is a logarithm missing?"],
  [Math.log, "Every value is the logarithm of the wanted one: is a Math.exp missing?"],
  [(w) => -Math.log(w), "Every value is minus the logarithm of the wanted one."],
];

function detourPattern({ got, want }: Pairs): string | null {
  if (new Set(want).size < 3) return null;
  const detour = DETOURS.find(([rule]) => {
    const led = want.map(rule);
    return led.every(Number.isFinite) && agree(got, led);
  });
  return detour?.[1] ?? null;
}

/** From the surest to the least sure. */
const PATTERNS: readonly ((pairs: Pairs) => string | null)[] = [
  scalePattern,
  offsetPattern,
  signPattern,
  constantPattern,
  noisePattern,
  detourPattern,
  roundedPattern,
];
