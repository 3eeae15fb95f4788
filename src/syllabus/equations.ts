/** Syllabus: every numbered equation of the course; lectures, code and exercises cite these. */
import { BACKPROP_EQUATIONS } from "./equations/backprop.js";
import { BEYOND_EQUATIONS } from "./equations/beyond.js";
import { DESCENT_EQUATIONS } from "./equations/descent.js";
import type { Equation } from "./equations/equation.js";
import { LOSS_EQUATIONS } from "./equations/loss.js";
import { PERCEPTRON_EQUATIONS } from "./equations/perceptron.js";
import { REGULARIZATION_EQUATIONS } from "./equations/regularization.js";

export type { Equation } from "./equations/equation.js";

/** All equations in the order of the chapters. */
export const EQUATIONS: readonly Equation[] = [
  ...PERCEPTRON_EQUATIONS,
  ...LOSS_EQUATIONS,
  ...BACKPROP_EQUATIONS,
  ...DESCENT_EQUATIONS,
  ...REGULARIZATION_EQUATIONS,
  ...BEYOND_EQUATIONS,
];
