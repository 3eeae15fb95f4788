/** Every figure of the library, for tests that hold for all. */
import type { Figure } from "../../src/figures/figure.js";
import { CHAIN_RULE_GALLERY } from "./gallery/chain-rule.js";
import { DESCENT_GALLERY } from "./gallery/descent.js";
import { LOSS_GALLERY } from "./gallery/loss.js";
import { PERCEPTRON_GALLERY } from "./gallery/perceptron.js";
import { PRACTICE_GALLERY } from "./gallery/practice.js";
import { REGULARIZATION_GALLERY } from "./gallery/regularization.js";
import { SHARED_GALLERY } from "./gallery/shared.js";

export const GALLERY: readonly (readonly [string, Figure])[] = [
  ...SHARED_GALLERY,
  ...PERCEPTRON_GALLERY,
  ...LOSS_GALLERY,
  ...CHAIN_RULE_GALLERY,
  ...DESCENT_GALLERY,
  ...REGULARIZATION_GALLERY,
  ...PRACTICE_GALLERY,
];
