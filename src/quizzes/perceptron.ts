/** Quizzes of chapter 1, the perceptron, and of the opening (0.x): questions at the end of each section. */
import type { Question } from "./question.js";

/** The questions of chapter 1, the perceptron, and of the opening (0.x). */
export const PERCEPTRON_QUESTIONS: readonly Question[] = [];
