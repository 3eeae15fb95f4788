/** Quizzes of chapter 3, the chain rule: questions at the end of each section. */
import type { Question } from "./question.js";

/** The questions of chapter 3, the chain rule. */
export const CHAIN_RULE_QUESTIONS: readonly Question[] = [];
