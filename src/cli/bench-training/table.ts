/** `gradus bench training`: what was measured, as text, with what the library aims at. */
import { explainMismatch, type Tolerance } from "../../math/compare.js";
import type { Heap, Measured } from "./measure.js";
import type { Network } from "./networks.js";

/** Two programs in float64 that add in different orders. */
const SAME_FLOAT64: Tolerance = {
  name: "losses in float64",
  relative: 1e-9,
  absolute: 0,
  reason: "some steps of training carry a rounding of 1e-16 further",
};

/** A program in float32 beside one in float64. */
const SAME_FLOAT32: Tolerance = {
  name: "losses in float32",
  relative: 1e-4,
  absolute: 0,
  reason: "sums over 784 inputs round to about 1e-6, and some steps of training carry that further",
};

/** Network (a): at most so many times as long as the loop that can do nothing else. */
export const MOST_TIMES_BY_HAND: number = 1.6;

/** Networks (b) and (c): at least so many times as fast as the textbook's loops. */
export const LEAST_TIMES_FASTER: number = 3;

/** Bytes that may stay in use after training: compiled code comes and goes by some 100 KiB. */
export const MOST_HEAP_GROWTH: number = 256 * 1024;

/** A table of one network. */
export function networkTable(network: Network, measured: readonly Measured[]): string {
  const byHand = measured.find(({ program }) => program === "by hand");
  const lines = measured.map((one): readonly string[] => {
    if ("reason" in one) return [one.program, "", "", `not measured: ${one.reason}`];
    const times = byHand === undefined ? Number.NaN : timesOf(one, byHand);
    return [
      one.program,
      Math.round(median(one.rounds)).toLocaleString("en"),
      times.toFixed(2),
      agreementText(one, byHand),
    ];
  });
  const head = ["", "µs a step", "times by hand", `loss at step ${network.comparedSteps}`];
  return [`(${network.name}) ${network.text}`, columns([head, ...lines])].join("\n");
}

/** Whether the library keeps what it aims at on this network, with the number. */
export function aimText(network: Network, measured: readonly Measured[]): string {
  const [ours, byHand] = ["gradus", "by hand"].map((name) =>
    measured.find(({ program }) => program === name),
  );
  const times = timesOf(ours!, byHand!);
  if (network.kind === "tanh") {
    const verdict = times <= MOST_TIMES_BY_HAND ? "holds" : "TOO SLOW";
    const aim = `within ${MOST_TIMES_BY_HAND} times the loop fused by hand`;
    return `Aim: ${aim}, autodiff included: ${times.toFixed(2)}, ${verdict}.`;
  }
  const verdict = 1 / times >= LEAST_TIMES_FASTER ? "holds" : "TOO SLOW";
  const aim = `${LEAST_TIMES_FASTER} times as fast as the textbook's three loops`;
  return `Aim: at least ${aim}: ${(1 / times).toFixed(2)}, ${verdict}.`;
}

/** Whether training leaves the heap where it was. */
export function heapText({ steps, before, after }: Heap): string {
  const [from, to] = [before, after].map((bytes) => (bytes / 2 ** 20).toFixed(2));
  const verdict = after - before <= MOST_HEAP_GROWTH ? "holds" : "GROWS";
  const run = `${steps.toLocaleString("en")} steps of (a)`;
  return `In use before ${run}: ${from} MiB, after: ${to} MiB, ${verdict}.`;
}

/** What agreement means, for the foot of the tables. */
export const TOLERANCE_TEXT: string =
  "Losses of all first steps are compared with those of the loop by hand: " +
  `relative ${SAME_FLOAT64.relative} in float64, ${SAME_FLOAT32.relative} in float32.`;

/** How long a step takes in units of another program's: the median over rounds, compared in pairs. */
function timesOf(one: Measured, other: Measured): number {
  if ("reason" in one || "reason" in other) return Number.NaN;
  return median(one.rounds.map((time, round) => time / other.rounds[round]!));
}

function agreementText(
  one: Exclude<Measured, { reason: string }>,
  byHand: Measured | undefined,
): string {
  const last = (one.losses.at(-1) ?? Number.NaN).toFixed(6);
  if (byHand === undefined || "reason" in byHand) return last;
  if (one === byHand) return last;
  const tolerance = one.float === 64 ? SAME_FLOAT64 : SAME_FLOAT32;
  const mismatch = explainMismatch(one.losses, byHand.losses, tolerance);
  return mismatch === null ? `${last} agrees` : `${last} DIFFERS: ${mismatch.split("\n")[0]}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The first and last column to the left, numbers to the right. */
function columns(lines: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  const place = (text: string, i: number) =>
    i === 1 || i === 2 ? text.padStart(width(i)) : text.padEnd(width(i));
  return lines.map((line) => line.map(place).join("  ").trimEnd()).join("\n");
}
