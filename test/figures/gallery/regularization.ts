/** Chapter 5: its figures with typical and with awkward arguments. */
import type { Figure } from "../../../src/figures/figure.js";

export const REGULARIZATION_GALLERY: readonly (readonly [string, Figure])[] = [];
