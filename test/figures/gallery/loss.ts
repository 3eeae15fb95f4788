/** Chapter 2: its figures with typical and with awkward arguments. */
import type { Figure } from "../../../src/figures/figure.js";

export const LOSS_GALLERY: readonly (readonly [string, Figure])[] = [];
