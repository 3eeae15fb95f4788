/** Chapter 3: its figures with typical and with awkward arguments. */
import type { Figure } from "../../../src/figures/figure.js";

export const CHAIN_RULE_GALLERY: readonly (readonly [string, Figure])[] = [];
