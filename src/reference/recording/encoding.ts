/** The reference, recorded: numbers in JSON that come back bit for bit, in few digits. */
import type { NestedNumbers } from "../../math/tensor.js";
import type { Arguments } from "../backend.js";

/**
 * A number of JSON stands for the float32 number nearest to it; a string for any other: `"NaN"`,
 * `"Infinity"`, `"-Infinity"`, `"-0"`, or all the digits of a float64.
 */
export type EncodedNumber = number | string;

/** A number, a vector or a matrix, encoded. */
export type EncodedValue =
  | EncodedNumber
  | readonly EncodedNumber[]
  | readonly (readonly EncodedNumber[])[];

/** The arguments of a call, encoded. */
export type EncodedCall = readonly EncodedValue[];

/** The arguments of a call as JSON can hold them. */
export function encodeCall(call: Arguments): EncodedCall {
  return call.map(encodeValue);
}

/** A value as JSON can hold it. */
export function encodeValue(value: NestedNumbers): EncodedValue {
  if (typeof value === "number") return encodeNumber(value);
  const entries: readonly NestedNumbers[] = value;
  return entries.map(encodeValue) as EncodedValue;
}

/** The arguments that {@link encodeCall} was given. */
export function decodeCall(call: EncodedCall): Arguments {
  return call.map(decodeValue);
}

/** The value that {@link encodeValue} was given. */
export function decodeValue(value: EncodedValue): NestedNumbers {
  if (typeof value === "number") return Math.fround(value);
  if (typeof value === "string") return Number(value);
  const entries: readonly EncodedValue[] = value;
  return entries.map(decodeValue) as NestedNumbers;
}

/** The fewest digits from which rounding to float32 finds the number again: at most nine. */
function encodeNumber(x: number): EncodedNumber {
  if (Object.is(x, -0)) return "-0";
  if (!Number.isFinite(x) || Math.fround(x) !== x) return String(x);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === x) return short;
  }
  return Number(x.toPrecision(9));
}
