/** Syllabus: the glossary, every term that a lecture introduces, in alphabetic order. */
import { CHAIN_RULE_TERMS } from "./glossary/chain-rule.js";
import { DESCENT_TERMS } from "./glossary/descent.js";
import { LOSS_TERMS } from "./glossary/loss.js";
import { OPENING_TERMS } from "./glossary/opening.js";
import { PERCEPTRON_TERMS } from "./glossary/perceptron.js";
import { REGULARIZATION_TERMS } from "./glossary/regularization.js";
import type { Term } from "./glossary/term.js";

export { type Term, termAnchor } from "./glossary/term.js";

export const GLOSSARY: readonly Term[] = [
  ...OPENING_TERMS,
  ...PERCEPTRON_TERMS,
  ...LOSS_TERMS,
  ...CHAIN_RULE_TERMS,
  ...DESCENT_TERMS,
  ...REGULARIZATION_TERMS,
].sort((a, b) => a.term.localeCompare(b.term, "en", { sensitivity: "base" }));
