/** Quizzes of chapter 4, gradient descent: questions at the end of each section. */
import { BATCH_QUESTIONS } from "./descent-batches.js";
import { DOWNHILL_QUESTIONS } from "./descent-downhill.js";
import { RULE_QUESTIONS } from "./descent-rules.js";
import { SETUP_QUESTIONS } from "./descent-setup.js";
import type { Question } from "./question.js";

/** The questions of chapter 4, gradient descent. */
export const DESCENT_QUESTIONS: readonly Question[] = [
  ...DOWNHILL_QUESTIONS,
  ...BATCH_QUESTIONS,
  ...RULE_QUESTIONS,
  ...SETUP_QUESTIONS,
];
