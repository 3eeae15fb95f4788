/** Kernel: values as a reader wants to see them in a table, and text that HTML shows as it is. */

export { escapeHtml } from "../grading/report.js";

/** What a table, a prediction or a result may hold. */
export type PlainValue = number | string | boolean;

const DIGITS = 4;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Numbers to four significant digits, booleans as yes and no, texts as they are. */
export function valueText(value: unknown): string {
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/**
 * A number with four significant digits, whole numbers in full, and a real minus sign.
 *
 * @example
 * numberText(-0.00247262); // => "−0.002473"
 */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  if (size === 0) return "0";
  if (Number.isInteger(size) && size < 1e9) return sign + grouped(String(size));
  if (size < 1 && Number(size.toPrecision(DIGITS)) === 1) return sign + justBelowOne(size);
  if (size < 1e-4 || size >= 1e9) return sign + power(size);
  return sign + grouped(String(Number(size.toPrecision(DIGITS))));
}

/** Groups of three from five digits before the point on: 10,000 but 1024. */
function grouped(digits: string): string {
  const [whole = "", ...rest] = digits.split(".");
  const parted = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return [parted, ...rest].join(".");
}

/** As many nines as it takes to see that it is not 1. */
function justBelowOne(size: number): string {
  const digits = Math.ceil(-Math.log10(1 - size)) + 1;
  return String(Number(size.toFixed(Math.min(digits, 16))));
}

function power(size: number): string {
  const [mantissa = "", exponent = ""] = size.toExponential(DIGITS - 1).split("e");
  const digits = exponent
    .replace(/\D/g, "")
    .replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
  return `${Number(mantissa)}·10${exponent.startsWith("-") ? "⁻" : ""}${digits}`;
}
