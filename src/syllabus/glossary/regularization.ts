/** Glossary: terms of chapter 5. */
import type { Term } from "./term.js";

/** The terms that chapter 5 introduces. */
export const REGULARIZATION_TERMS: readonly Term[] = [];
