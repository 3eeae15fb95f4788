/** Quizzes: what a question consists of, and how one is found by its id. */

/** One of the answers to choose from. */
export interface Option {
  /** Markdown with `$math$`. */
  readonly text: string;
  /** The answer as a number, where the question asks for one. */
  readonly value?: number;
  /** Marks the right option; exactly one of a question has it. */
  readonly right?: true;
  /** Right: why it is right. Wrong: the misconception behind it, and what to look at. Markdown. */
  readonly why: string;
}

/** A question with its options. The first is "a", the next "b", and so on. */
export interface Question {
  /** Section and letter, as in "2.3a". */
  readonly id: string;
  /** Markdown with `$math$`. */
  readonly ask: string;
  readonly options: readonly Option[];
  /** The answer from the library, if it is a number; every option then carries its value. */
  readonly computed?: () => number;
}

/** The question, or a sentence that lists the nearest ids. */
export type FoundQuestion =
  | { readonly kind: "found"; readonly question: Question }
  | { readonly kind: "unknown"; readonly message: string };

/**
 * Looks a question up by its id.
 *
 * @example
 * findQuestion([{ id: "2.3a", ask: "", options: [] }], "2.3a").kind; // => "found"
 */
export function findQuestion(questions: readonly Question[], id: unknown): FoundQuestion {
  const asked = String(id).trim().toLowerCase();
  const question = questions.find((candidate) => candidate.id === asked);
  if (question !== undefined) return { kind: "found", question };
  const section = /^\d+(?:\.\d+)?/.exec(asked)?.[0];
  const near = section === undefined ? [] : nearest(questions, section);
  const help =
    near.length > 0
      ? `Did you mean ${near.map((candidate) => `"${candidate}"`).join(", ")}?`
      : 'A question is named by its section and a letter, as in quiz("2.3a").';
  return { kind: "unknown", message: `There is no question "${String(id)}". ${help}` };
}

/** Ids of the same section; if it has none, some of the same chapter. */
function nearest(questions: readonly Question[], section: string): string[] {
  const ids = questions.map(({ id }) => id);
  const same = ids.filter((id) => id.replace(/[a-z]+$/, "") === section);
  if (same.length > 0) return same;
  const chapter = section.split(".")[0];
  return ids.filter((id) => id.split(".")[0] === chapter).slice(0, 4);
}
