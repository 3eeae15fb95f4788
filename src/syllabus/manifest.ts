/** Syllabus: all items of the course, by group. */
import { BACKPROP } from "./backprop.js";
import { BEYOND } from "./beyond.js";
import { CONTEXT } from "./context.js";
import { DESCENT } from "./descent.js";
import type { SyllabusGroup } from "./item.js";
import { LOSS } from "./loss.js";
import { PERCEPTRON } from "./perceptron.js";
import { REGULARIZATION } from "./regularization.js";

/** The groups in the order of the lectures; 79 items together. */
export const SYLLABUS: readonly SyllabusGroup[] = [
  CONTEXT,
  PERCEPTRON,
  LOSS,
  BACKPROP,
  DESCENT,
  REGULARIZATION,
  BEYOND,
];
