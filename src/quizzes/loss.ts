/** Quizzes of chapter 2, losses: questions at the end of each section. */
import type { Question } from "./question.js";

/** The questions of chapter 2, losses. */
export const LOSS_QUESTIONS: readonly Question[] = [];
