/** The reference, recorded: a backend of this machine, asked the whole table. */
import type { BackendName, UnavailableBackend } from "../backend.js";
import { COMPARED_FUNCTIONS } from "../cases.js";
import { questionsOf } from "../compare-function.js";
import { isOracle, openOracle } from "../oracle.js";
import { type QuestionsOfFunction, record } from "./record.js";
import type { Recording } from "./recording.js";

/** Every question of the table, as {@link record} takes them. */
export function allQuestions(): readonly QuestionsOfFunction[] {
  return COMPARED_FUNCTIONS.map((row) => ({ name: row.name, calls: questionsOf(row) }));
}

/** Record one backend; it comes back with the reason if this machine cannot run it. */
export async function recordBackend(
  backend: BackendName,
  date: string,
): Promise<Recording | UnavailableBackend> {
  const opened = await openOracle(backend);
  if (!isOracle(opened)) return opened;
  try {
    return await record(opened, allQuestions(), (name, calls) => opened.ask(name, calls), date);
  } finally {
    opened.close();
  }
}
