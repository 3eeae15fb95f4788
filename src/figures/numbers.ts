/** Figures: numbers and formulas as they stand in labels and captions, in plain Unicode. */
import { format } from "d3-format";

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
/** The ten digits as exponents. */
export const SUPERSCRIPTS: string = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const threeDigits = format(".3~r");
const power = format(".2~e");

/**
 * A number with three significant digits and a real minus sign.
 *
 * @example
 * numberText(-0.0024726); // => "−0.00247"
 */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 1 && threeDigits(size) === "1") return justBelowOne(value);
  if (size >= 1e-4 && size < 1000) return threeDigits(value);
  if (size >= 1000 && size < 1e6) return format(",.0f")(value);
  const [mantissa = "", exponent = ""] = power(value).split("e");
  const sign = /^[-−]/.test(exponent) ? "⁻" : "";
  const digits = exponent.replace(/\D/g, "").replace(/\d/g, (d) => SUPERSCRIPTS[Number(d)]!);
  return `${mantissa}·10${sign}${digits}`;
}

/** As many nines as it takes to see that it is not 1. */
function justBelowOne(value: number): string {
  const digits = Math.ceil(-Math.log10(1 - Math.abs(value))) + 1;
  return format(`.${Math.min(digits, 16)}~f`)(value);
}

/**
 * A symbol with an index.
 *
 * @example
 * indexed("x", 12); // => "x₁₂"
 */
export function indexed(symbol: string, index: number): string {
  return symbol + String(index).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);
}

/**
 * Entries in round brackets, as a point or a vector.
 *
 * @example
 * tupleText([-1, 2]); // => "(−1, 2)"
 */
export function tupleText(entries: readonly number[]): string {
  return `(${entries.map(numberText).join(", ")})`;
}

/**
 * A sum with its signs merged.
 *
 * @example
 * sumText([1, -3, -4]); // => "1 − 3 − 4"
 */
export function sumText(terms: readonly number[]): string {
  return terms.reduce(
    (text, term, i) => (i === 0 ? numberText(term) : text + signed(term, numberText)),
    "",
  );
}

/**
 * A linear form, terms with weight 0 left out.
 *
 * @param symbols - one a weight, as in `["x₁", "x₂"]`
 *
 * @example
 * affineText(1, [3, -2], ["x₁", "x₂"]); // => "1 + 3x₁ − 2x₂"
 */
export function affineText(
  constant: number,
  weights: readonly number[],
  symbols: readonly string[],
): string {
  const factor = (size: number): string => (size === 1 ? "" : numberText(size));
  let text = constant === 0 ? "" : numberText(constant);
  weights.forEach((weight, i) => {
    if (weight === 0) return;
    const term = (size: number): string => factor(size) + symbols[i]!;
    text += text === "" ? (weight < 0 ? "−" : "") + term(Math.abs(weight)) : signed(weight, term);
  });
  return text === "" ? "0" : text;
}

function signed(value: number, text: (size: number) => string): string {
  return ` ${value < 0 ? "−" : "+"} ${text(Math.abs(value))}`;
}

/** Rounded to eight digits, far below a pixel, so that a figure's JSON stays short. */
export function rounded(value: number): number {
  return Number(value.toPrecision(8)) + 0;
}
