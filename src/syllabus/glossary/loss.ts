/** Glossary: terms of chapter 2. */
import type { Term } from "./term.js";

/** The terms that chapter 2 introduces. */
export const LOSS_TERMS: readonly Term[] = [];
