/** Quizzes of chapter 2, losses: questions at the end of each section. */
import { CLASS_QUESTIONS } from "./loss-for-classes.js";
import { LIKELIHOOD_QUESTIONS } from "./loss-from-likelihood.js";
import { LANDSCAPE_QUESTIONS } from "./loss-landscape.js";
import { SQUARE_QUESTIONS } from "./loss-squared-error.js";
import type { Question } from "./question.js";

/** The questions of chapter 2, losses. */
export const LOSS_QUESTIONS: readonly Question[] = [
  ...LIKELIHOOD_QUESTIONS,
  ...SQUARE_QUESTIONS,
  ...CLASS_QUESTIONS,
  ...LANDSCAPE_QUESTIONS,
];
