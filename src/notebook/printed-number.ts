/** Lectures: numbers as prose prints them, with formulas' and typography's ways of writing them. */

/** A number in a text. */
export interface PrintedNumber {
  /** As it is printed, as in `−2.5 \cdot 10^{-3}`. */
  readonly text: string;
  readonly value: number;
  /** Half a unit of its last printed digit. */
  readonly halfUnit: number;
  /** Where it begins in the text, and where it ends. */
  readonly start: number;
  readonly end: number;
  /** Whether a percent sign follows. */
  readonly isPercent: boolean;
  /** Whether it has a decimal point. */
  readonly hasPoint: boolean;
}

const SEPARATOR = String.raw`(?:,|\{,\}|\\,|[\u2009\u202f])`;
const WHOLE = String.raw`\d{1,3}(?:${SEPARATOR}\d{3})+(?!\d)|\d+`;
const POWER = String.raw`10(?:\^\{?\s*([-−+]?\d+)\s*\}?|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))`;
const TIMES = String.raw`\s*(?:\\cdot|\\times|\\,\\cdot|·|×)\s*`;
const NUMBER = new RegExp(
  String.raw`(?:\\infty|∞|\bNaN\b)|(?<![\w.])${POWER}|` +
    String.raw`(?<![\w.])(${WHOLE})(\.\d+)?(?:[eE]([-−+]?\d+)|${TIMES}${POWER})?(?!\d|\.\d)`,
  "g",
);
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Every number of `text`, in order. Digits in words, as in `x2` or `1.2.3`, are none. */
export function printedNumbers(text: string): PrintedNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const [whole, bare, bareRaised, digits, fraction = "", power, exponent, raised] = match;
    const sign = signBefore(text, match.index);
    const end = match.index + whole.length;
    const place = {
      text: text.slice(sign.start, end),
      start: sign.start,
      end,
      isPercent: /^(?:\s|\\,)*\\?%/.test(text.slice(end)),
      hasPoint: fraction !== "",
    };
    const name = whole === "NaN" ? Number.NaN : Number.POSITIVE_INFINITY;
    if (digits === undefined && bare === undefined && bareRaised === undefined) {
      return { ...place, value: sign.factor * name, halfUnit: 0 };
    }
    const shift = exponentOf(bare ?? power ?? exponent) + raisedExponent(bareRaised ?? raised);
    const mantissa = digits === undefined ? "1" : digits.replace(/\D/g, "") + fraction;
    const value = sign.factor * Number(`${mantissa}e${shift}`);
    const halfUnit = 0.5 * 10 ** (shift - Math.max(0, fraction.length - 1));
    return { ...place, value, halfUnit };
  });
}

/** A minus belongs to the number unless something stands before it from which it subtracts. */
function signBefore(text: string, start: number): { factor: 1 | -1; start: number } {
  const none = { factor: 1, start } as const;
  const minus = /[-−](\s|\\,)?$/.exec(text.slice(0, start));
  if (minus === null) return none;
  const before = text.slice(0, minus.index);
  const isSign =
    /\\[a-z]+\s*$/.test(before) ||
    (minus[1] === undefined ? !/[\w)\]}]$/.test(before) : /(?:^|[=([{,:$<>])\s*$/.test(before));
  return isSign ? { factor: -1, start: minus.index } : none;
}

function exponentOf(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace("−", "-"));
}

function raisedExponent(text: string | undefined): number {
  if (text === undefined) return 0;
  const digits = [...text.replace("⁻", "")].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("");
  return (text.startsWith("⁻") ? -1 : 1) * Number(digits);
}
