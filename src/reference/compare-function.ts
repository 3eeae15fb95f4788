/** The reference: ask an oracle about a function and hold our values against its. */
import { compare, type Difference, explainMismatch, type Tolerance } from "../math/compare.js";
import { Random } from "../math/random.js";
import type { NestedNumbers, TensorLike } from "../math/tensor.js";
import type { Arguments, BackendName } from "./backend.js";
import type { ComparedFunction, HandDecision } from "./compared-function.js";
import { toFloat32 } from "./inputs.js";
import type { Oracle } from "./oracle.js";
import type { FunctionReport, LargestDifference } from "./report.js";
import { BY_HAND, onBackend } from "./tolerances.js";

/** The stream of inputs; every function takes its own fork. */
const SEED = 1;

/** The argument lists of a row: the same on every machine, and float32 already. */
export function callsOf(row: ComparedFunction): readonly Arguments[] {
  return row.calls(new Random(SEED).fork(row.name)).map(toFloat32);
}

/** All that an oracle is asked about a row: its calls, then those that a hand value decides. */
export function questionsOf(row: ComparedFunction): readonly Arguments[] {
  return [...callsOf(row), ...(row.byHand ?? []).map(({ call }) => call)];
}

/** Compare one function with one backend. */
export async function compareFunction(
  row: ComparedFunction,
  oracle: Oracle,
): Promise<FunctionReport> {
  const calls = callsOf(row);
  const decisions = row.byHand ?? [];
  const all = questionsOf(row);
  const answers = await oracle.ask(row.name, all);
  const results = calls.map((call, i) => compareCall(row, oracle.backend, call, answers[i]!));
  const largest = results.reduce((a, b) => (share(b.largest) > share(a.largest) ? b : a));
  const mismatch =
    results.find(({ message }) => message !== null)?.message ??
    firstOf(decisions, (decision, i) => {
      return settle(row, oracle.backend, decision, answers[calls.length + i]!);
    });
  return {
    name: row.name,
    formula: row.formula,
    cases: all.length,
    largest: largest.largest,
    tolerance: largest.tolerance,
    verdict: mismatch === null ? "agrees" : "differs",
    message: mismatch,
    notes: [...new Set(decisions.map(({ reason }) => reason))],
  };
}

interface CallResult {
  readonly largest: LargestDifference;
  readonly tolerance: Tolerance;
  readonly message: string | null;
}

function compareCall(
  row: ComparedFunction,
  backend: BackendName,
  call: Arguments,
  reference: NestedNumbers,
): CallResult {
  const ours = evaluate(row, call);
  const tolerance = onBackend(row.tolerance(...(call as never[])), backend);
  const mismatch = explainMismatch(ours, reference, tolerance);
  const worst = worstEntry(ours, reference, tolerance);
  return {
    largest: { off: worst.off, allowed: worst.allowed, call },
    tolerance,
    message: mismatch === null ? null : `at ${callText(row, call)}: ${mismatch}`,
  };
}

/** Ours against the hand value, and TensorFlow.js against what the row says of it. */
function settle(
  row: ComparedFunction,
  backend: BackendName,
  decision: HandDecision,
  reference: NestedNumbers,
): string | null {
  const at = `at ${callText(row, decision.call)}`;
  const ours = explainMismatch(evaluate(row, decision.call), decision.value, BY_HAND);
  if (ours !== null) return `${at}, by hand: ${ours}`;
  const tolerance = onBackend(row.tolerance(...(decision.call as never[])), backend);
  const theirs = explainMismatch(reference, decision.tfjs, tolerance);
  return theirs === null
    ? null
    : `${at} TensorFlow.js no longer gives what the table says of it: ${theirs}`;
}

function evaluate(row: ComparedFunction, call: Arguments): TensorLike {
  return row.ours(...(call as never[]));
}

/** Shapes that differ have no entries to compare: infinitely far apart. */
function worstEntry(
  ours: TensorLike,
  reference: NestedNumbers,
  tolerance: Tolerance,
): Pick<Difference, "off" | "allowed"> {
  try {
    return compare(ours, reference, tolerance).worst;
  } catch {
    return { off: Number.POSITIVE_INFINITY, allowed: 0 };
  }
}

/** How much of its allowance a difference uses up. */
export function share({ off, allowed }: LargestDifference): number {
  return off === 0 ? 0 : off / allowed;
}

function firstOf<T>(
  items: readonly T[],
  find: (item: T, i: number) => string | null,
): string | null {
  for (const [i, item] of items.entries()) {
    const found = find(item, i);
    if (found !== null) return found;
  }
  return null;
}

function callText(row: ComparedFunction, call: Arguments): string {
  return `${row.name}(${argumentsText(call)})`;
}

/** The arguments of a call, short enough for a line: `[1, 2], 0.5`. */
export function argumentsText(call: Arguments): string {
  return call.map(valueText).join(", ");
}

function valueText(value: NestedNumbers): string {
  if (typeof value === "number")
    return Object.is(value, -0) ? "−0" : `${Number(value.toPrecision(6))}`;
  const entries: readonly NestedNumbers[] = value;
  return `[${entries.map(valueText).join(", ")}]`;
}
