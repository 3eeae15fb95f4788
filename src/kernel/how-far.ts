/** Notebook: how far a guess is from what was computed, in a few friendly words. */
import { numberText, type PlainValue } from "./value-text.js";

/** A guess of a number is right within 5 %. */
const CLOSE = 0.05;

/** "right", or how far and in which way. */
export function howFar(guess: PlainValue, computed: PlainValue): string {
  if (Object.is(guess, computed)) return "right";
  if (typeof guess !== typeof computed) {
    return `A ${KIND[typeof computed]} came out, and your guess is a ${KIND[typeof guess]}.`;
  }
  if (typeof guess === "number" && typeof computed === "number") return distance(guess, computed);
  if (typeof guess === "string" && typeof computed === "string") {
    return plain(guess) === plain(computed) ? "right" : "Something else came out.";
  }
  return "It is the other way round.";
}

const KIND: Readonly<Record<string, string>> = {
  number: "number",
  string: "text",
  boolean: "yes or no",
};

function plain(text: string): string {
  return text.trim().toLowerCase();
}

function distance(guess: number, computed: number): string {
  if (guess === computed) return "right";
  if (!Number.isFinite(computed)) return "No ordinary number came out.";
  const difference = guess - computed;
  const direction = difference > 0 ? "too large" : "too small";
  const by = `${numberText(Math.abs(difference))} ${direction}`;
  if (computed === 0) return by;
  const ratio = guess / computed;
  if (Math.abs(ratio - 1) <= CLOSE) return `right, within ${percent(Math.abs(ratio - 1))}`;
  if (ratio === 0) return by;
  const flipped = ratio < 0 ? "The sign is the other way round" : "";
  const size = Math.abs(ratio);
  const powers = Math.round(Math.log10(size));
  if (powers !== 0 && Math.abs(size / 10 ** powers - 1) <= CLOSE) {
    const factor = numberText(10 ** Math.abs(powers));
    const digits = `the digits are right, a factor of ${factor} too ${powers > 0 ? "large" : "small"}`;
    return flipped === ""
      ? `${digits[0]!.toUpperCase()}${digits.slice(1)}.`
      : `${flipped}; ${digits}.`;
  }
  if (flipped !== "") {
    return Math.abs(size - 1) <= CLOSE ? `${flipped}; the size is right.` : `${flipped}; ${by}.`;
  }
  return `${by}, ${numberText(ratio)} times what came out`;
}

function percent(share: number): string {
  return `${Math.max(1, Math.ceil(share * 100 - 1e-9))} %`;
}
