/** Quizzes: every question of the course, in the order of the chapters. */
import { CHAIN_RULE_QUESTIONS } from "./chain-rule.js";
import { DESCENT_QUESTIONS } from "./descent.js";
import { LOSS_QUESTIONS } from "./loss.js";
import { PERCEPTRON_QUESTIONS } from "./perceptron.js";
import { PRACTICE_QUESTIONS } from "./practice.js";
import type { Question } from "./question.js";
import { REGULARIZATION_QUESTIONS } from "./regularization.js";

export const QUESTIONS: readonly Question[] = [
  ...PERCEPTRON_QUESTIONS,
  ...LOSS_QUESTIONS,
  ...CHAIN_RULE_QUESTIONS,
  ...DESCENT_QUESTIONS,
  ...REGULARIZATION_QUESTIONS,
  ...PRACTICE_QUESTIONS,
];
