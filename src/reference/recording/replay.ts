/** The reference, recorded: a recording as an oracle, which answers what it was once asked. */
import { COMPARED_FUNCTIONS } from "../cases.js";
import { questionsOf } from "../compare-function.js";
import type { ComparedFunction } from "../compared-function.js";
import type { Oracle } from "../oracle.js";
import { decodeValue, encodeCall } from "./encoding.js";
import type { Recording } from "./recording.js";

/** A recording that can be asked, and what of today's table it knows. */
export interface Replay {
  readonly oracle: Oracle;
  /** Rows whose questions are those that were recorded. */
  readonly known: readonly ComparedFunction[];
  /** Rows that were recorded with other questions, or not at all. */
  readonly unknown: readonly string[];
}

/** Make a recording answer; `rows` is today's table. */
export function replay(
  recording: Recording,
  rows: readonly ComparedFunction[] = COMPARED_FUNCTIONS,
): Replay {
  const { backend, device, versions, functions } = recording;
  const recorded = new Map(functions.map((f) => [f.name, f]));
  const known = rows.filter((row) => {
    const asked = JSON.stringify(recorded.get(row.name)?.calls);
    return asked === JSON.stringify(questionsOf(row).map(encodeCall));
  });
  const unknown = rows.filter((row) => !known.includes(row)).map(({ name }) => name);
  const oracle: Oracle = {
    backend,
    device,
    versions,
    ask: async (name, calls) => {
      const found = recorded.get(name);
      if (found === undefined) throw new Error(`${name} was not recorded.`);
      const answers = new Map(
        found.calls.map((call, i) => [JSON.stringify(call), found.results[i]!]),
      );
      return calls.map((call) => {
        const answer = answers.get(JSON.stringify(encodeCall(call)));
        if (answer !== undefined) return decodeValue(answer);
        throw new Error(`${name} was recorded with other arguments.`);
      });
    },
    close: () => undefined,
  };
  return { oracle, known, unknown };
}

/** What is missing of today's table, and how to mend it; null if nothing is. */
export function staleness({ oracle, unknown }: Replay): string | null {
  if (unknown.length === 0) return null;
  const names = unknown.slice(0, 3).join("; ") + (unknown.length > 3 ? "; …" : "");
  const mend =
    oracle.backend === "webgpu"
      ? "npm run reference:record on that machine, or npm run reference:pack for it, makes it new"
      : "npm run reference:record on that machine makes it new";
  return `stale: ${unknown.length} of today's functions were recorded otherwise or not at all (${names}); ${mend}`;
}
