/** Glossary: terms of chapter 3. */
import type { Term } from "./term.js";

/** The terms that chapter 3 introduces. */
export const CHAIN_RULE_TERMS: readonly Term[] = [];
