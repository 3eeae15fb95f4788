/** Clinic, reading what was handed in: a learner may write anything there. */
import { ValueError } from "../math/value-error.js";
import type { Settings } from "./patient.js";

/** Which values a setting may take. */
type Allowed =
  | { readonly from: number; readonly to: number; readonly whole: boolean }
  | readonly string[];

const number = (from: number, to: number): Allowed => ({ from, to, whole: false });
const whole = (from: number, to: number): Allowed => ({ from, to, whole: true });

/** Every setting with what it may be; the bounds keep a training below a second. */
export const MENU: Readonly<Record<keyof Settings, Allowed>> = {
  learningRate: number(0, 100),
  epochs: whole(1, 40),
  batchSize: whole(5, 800),
  samples: whole(20, 800),
  dropout: number(0, 0.95),
  weightDecay: number(0, 10),
  initialization: ["He", "zero"],
  hiddenBias: number(-100, 100),
  inputs: ["standardized", "as they came"],
  order: ["shuffled", "sorted"],
  update: ["descend", "ascend"],
  labels: ["own", "mixed up"],
  output: ["logits", "probabilities"],
  gradient: ["mean", "sum"],
  evaluation: ["without dropout", "with dropout"],
};

/** One setting and its new value, or what is wrong with the cure. */
export type ReadCure =
  | { readonly kind: "cure"; readonly name: keyof Settings; readonly value: number | string }
  | { readonly kind: "problem"; readonly problem: string };

/** Reads a cure. */
export function readCure(cure: unknown): ReadCure {
  if (typeof cure !== "object" || cure === null || Array.isArray(cure)) {
    return problem(`A cure names one setting, as in { epochs: 20 }; this is ${kindOf(cure)}.`);
  }
  const [first, ...more] = Object.entries(cure);
  if (first === undefined) {
    return problem("The cure is empty. Name one setting, as in { epochs: 20 }.");
  }
  if (more.length > 0) {
    const names = Object.keys(cure).join(", ");
    return problem(`The cure changes ${names}. Change one thing at a time, or you learn nothing.`);
  }
  const [name, value] = first;
  if (!isSetting(name)) {
    return problem(`There is no setting ${name}. There are ${Object.keys(MENU).join(", ")}.`);
  }
  const allowed = MENU[name];
  const range = "from" in allowed ? rangeText(allowed) : undefined;
  if (range !== undefined) {
    if (typeof value === "number" && isWithin(value, allowed)) return { kind: "cure", name, value };
    return problem(`${name} is ${range}; this is ${kindOf(value)}.`);
  }
  if (typeof value === "string" && isWithin(value, allowed)) return { kind: "cure", name, value };
  return problem(`${name} is ${wordsText(allowed)}; this is ${kindOf(value)}.`);
}

/**
 * The number of a patient.
 *
 * @throws {@link ValueError} if there is no such patient
 */
export function readNumber(value: unknown): number {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 10) {
    return value as number;
  }
  const rule = "the patients have the numbers 1 to 10";
  throw new ValueError({ operation: "clinic", rule }, { patient: value });
}

/** A value in a few words. */
export function kindOf(value: unknown): string {
  if (typeof value === "string") return `"${value.slice(0, 60)}"`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "nothing";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(MENU, name);
}

function isWithin(value: number | string, allowed: Allowed): boolean {
  if (!("from" in allowed)) return allowed.some((word) => word === value);
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return (
    value >= allowed.from && value <= allowed.to && (!allowed.whole || Number.isInteger(value))
  );
}

function rangeText(allowed: Extract<Allowed, { readonly from: number }>): string {
  return `a ${allowed.whole ? "whole " : ""}number from ${allowed.from} to ${allowed.to}`;
}

function wordsText(allowed: Allowed): string {
  return "from" in allowed ? rangeText(allowed) : allowed.map((word) => `"${word}"`).join(" or ");
}

function problem(text: string): ReadCure {
  return { kind: "problem", problem: text };
}
