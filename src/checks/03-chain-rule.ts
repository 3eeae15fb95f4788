/** Chapter 3, exercises: from one nudge to an automatic differentiation of one's own. */
import type { Exercise } from "../grading/exercise.js";
import { activationExercise } from "./chain-rule/activation.js";
import { autodiffExercise } from "./chain-rule/autodiff.js";
import { fanOutExercise } from "./chain-rule/fan-out.js";
import { findTheBugExercise } from "./chain-rule/find-the-bug.js";
import { gradientShapesExercise } from "./chain-rule/gradient-shapes.js";
import { halfPageExercise } from "./chain-rule/half-page.js";
import { linearModuleExercise } from "./chain-rule/linear-module.js";
import { moduleBackwardsExercise } from "./chain-rule/module-backwards.js";
import { topologicalOrderExercise } from "./chain-rule/topological-order.js";
import { twiddleExercise } from "./chain-rule/twiddle.js";
import { twoWeightChainExercise } from "./chain-rule/two-weight-chain.js";

/** The exercises of `exercises/03-chain-rule.ipynb`. */
export const CHAIN_RULE: readonly Exercise[] = [
  twiddleExercise,
  twoWeightChainExercise,
  activationExercise,
  fanOutExercise,
  linearModuleExercise,
  findTheBugExercise,
  topologicalOrderExercise,
  moduleBackwardsExercise,
  halfPageExercise,
  autodiffExercise,
  gradientShapesExercise,
];
