/** Quizzes of chapter 4, gradient descent: questions at the end of each section. */
import type { Question } from "./question.js";

/** The questions of chapter 4, gradient descent. */
export const DESCENT_QUESTIONS: readonly Question[] = [];
