/** Glossary: terms of chapter 4. */
import type { Term } from "./term.js";

/** The terms that chapter 4 introduces. */
export const DESCENT_TERMS: readonly Term[] = [];
