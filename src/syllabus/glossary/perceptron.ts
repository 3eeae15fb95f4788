/** Glossary: terms of chapter 1. */
import type { Term } from "./term.js";

/** The terms that chapter 1 introduces. */
export const PERCEPTRON_TERMS: readonly Term[] = [];
