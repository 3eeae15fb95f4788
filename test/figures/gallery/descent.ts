/** Chapter 4: its figures with typical and with awkward arguments. */
import type { Figure } from "../../../src/figures/figure.js";

export const DESCENT_GALLERY: readonly (readonly [string, Figure])[] = [];
