/** Command line: the code of one exercise's functions, out of a saved notebook. */
import { answerNames, type Exercise } from "../grading/exercise.js";
import type { AnswerSource } from "../grading/run-code.js";
import type { Shortfall } from "../grading/verdict.js";
import {
  type AnswerCode,
  type AnswerProblem,
  extractAnswer,
  placeInNotebook,
} from "../notebook/answers.js";
import type { CellLine, Notebook } from "../notebook/notebook.js";

/** The code of an answer with the place of each of its lines, from index 0. */
export interface LocatedSource extends AnswerSource {
  readonly lines: readonly (CellLine | null)[];
}

/** What the notebook declares for an exercise; a function that it lacks harms no other. */
export function answerSource(notebook: Notebook, exercise: Exercise): LocatedSource {
  const names = answerNames(exercise);
  const all = extractAnswer(notebook, names);
  if (all.kind === "code") return { ...located(all), absent: {} };
  const absent: Record<string, Shortfall> = {};
  for (const name of names) {
    const own = extractAnswer(notebook, [name], names);
    if (own.kind === "problem") absent[name] = shortfall(own);
  }
  const present = names.filter((name) => absent[name] === undefined);
  const rest = extractAnswer(notebook, present);
  if (rest.kind === "code") return { ...located(rest), absent };
  return {
    code: "",
    lines: [],
    absent: Object.fromEntries(names.map((name) => [name, shortfall(rest)])),
  };
}

/** The code, and the way back from its lines to the notebook's cells. */
function located(answer: AnswerCode): Omit<LocatedSource, "absent"> {
  return {
    code: answer.code,
    lines: answer.lines,
    placeOf: (line) => placeInNotebook(answer, line),
  };
}

function shortfall({ problem, message }: AnswerProblem): Shortfall {
  return { kind: problem === "missing" ? "missing" : "error", message };
}
