/** The reference, recorded: put every question to a backend and keep what it answers. */
import type { NestedNumbers } from "../../math/tensor.js";
import type { Arguments, BackendIdentity } from "../backend.js";
import { encodeCall, encodeValue } from "./encoding.js";
import { FORMAT, type RecordedFunction, type Recording } from "./recording.js";

/** What a function is asked. */
export interface QuestionsOfFunction {
  readonly name: string;
  readonly calls: readonly Arguments[];
}

/**
 * Ask everything and write it down.
 *
 * @param ask - the backend; {@link Oracle.ask} of a running one
 * @param date - the day, from the clock of the machine that answers
 * @throws Error if a question is not answered: a recording is whole or it is not made
 */
export async function record(
  { backend, device, versions }: BackendIdentity,
  questions: readonly QuestionsOfFunction[],
  ask: (name: string, calls: readonly Arguments[]) => Promise<readonly NestedNumbers[]>,
  date: string,
): Promise<Recording> {
  const functions: RecordedFunction[] = [];
  for (const { name, calls } of questions) {
    const results = await ask(name, calls);
    functions.push({ name, calls: calls.map(encodeCall), results: results.map(encodeValue) });
  }
  const system = `${process.platform} ${process.arch}`;
  return { format: FORMAT, backend, device, versions, system, date, functions };
}
