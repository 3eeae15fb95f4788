/** Figures that several chapters share, with typical and with awkward arguments. */
import type { Figure } from "../../../src/figures/figure.js";

export const SHARED_GALLERY: readonly (readonly [string, Figure])[] = [];
