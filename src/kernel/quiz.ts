/** Notebook: `quiz` shows a question; each option opens to say why it is right, or what misled you. */
import { QUESTIONS } from "../quizzes/index.js";
import { findQuestion, type Option, type Question } from "../quizzes/question.js";
import { display } from "./display.js";
import { messageBundle } from "./message.js";
import type { MimeBundle } from "./mime-bundle.js";
import { noteAnswer } from "./predictions.js";
import { escapeHtml } from "./value-text.js";

/**
 * Shows a question of the course. Open an option to see whether it holds and why; that needs no
 * kernel. With a letter it says so at once. It never throws.
 *
 * @param id - section and letter, as in "2.3a"
 * @param letter - your answer, as in "b"
 */
export function quiz(id: string, letter?: string): void {
  display(quizBundle(QUESTIONS, id, letter));
}

/** What {@link quiz} shows, from these questions. */
export function quizBundle(
  questions: readonly Question[],
  id: string,
  letter?: string,
): MimeBundle {
  const found = findQuestion(questions, id);
  if (found.kind === "unknown") return messageBundle(found.message);
  const { question } = found;
  return letter === undefined ? questionBundle(question) : answerBundle(question, letter);
}

function questionBundle({ id, ask, options }: Question): MimeBundle {
  const [first, ...rest] = ask.split("\n");
  const opened = options.map((option, index) => {
    const summary = `<strong>${letterOf(index)})</strong> ${inlineHtml(option.text)}`;
    return `<details>\n<summary>${summary}</summary>\n\n${verdict(option)}\n\n</details>`;
  });
  const listed = options.map((option, index) => `  ${letterOf(index)}) ${option.text}`);
  const choose = `To answer, run quiz("${id}", "a") with your letter.`;
  return {
    "text/markdown": [[`**Question ${id}.** ${first}`, ...rest].join("\n"), ...opened].join("\n\n"),
    "text/plain": [`Question ${id}. ${ask}`, ...listed, choose].join("\n"),
  };
}

function answerBundle({ id, options }: Question, letter: string): MimeBundle {
  const wanted = String(letter)
    .trim()
    .toLowerCase()
    .replace(/[).]+$/, "");
  const index = options.findIndex((_, place) => letterOf(place) === wanted);
  const option = options[index];
  if (option === undefined) {
    const letters = options.map((_, place) => letterOf(place)).join(", ");
    return messageBundle(`Question ${id} has the options ${letters}, as in quiz("${id}", "a").`);
  }
  noteAnswer(id, wanted);
  const text = `**Question ${id}, ${wanted}) ${option.text}**\n\n${verdict(option)}`;
  const plain = `Question ${id}, ${wanted}) ${option.text}\n${verdictWord(option)} ${option.why}`;
  return { "text/markdown": text, "text/plain": plain };
}

function verdict(option: Option): string {
  return `**${verdictWord(option)}** ${option.why}`;
}

function verdictWord({ right }: Option): string {
  return right === true ? "Yes, this is right." : "No.";
}

function letterOf(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

/**
 * A line of markdown as HTML, for a place where markdown is not read: code, bold, italics. Formulas
 * stay as they are; the front end sets them.
 */
export function inlineHtml(markdown: string): string {
  const parts = markdown.split(/(\$\$?[^$]+\$\$?|`[^`]+`)/);
  return parts
    .map((part, index) => {
      if (index % 2 === 1 && part.startsWith("$")) return part;
      if (index % 2 === 1) return `<code>${escapeHtml(part.slice(1, -1))}</code>`;
      return escapeHtml(part)
        .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
        .replace(/\*([^*\s][^*]*)\*/g, "<em>$1</em>")
        .replace(/\n/g, " ");
    })
    .join("");
}
