/** Quizzes of chapter 5, regularization: questions at the end of each section. */
import type { Question } from "./question.js";

/** The questions of chapter 5, regularization. */
export const REGULARIZATION_QUESTIONS: readonly Question[] = [];
