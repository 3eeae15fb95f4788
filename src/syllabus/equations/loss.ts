/** Syllabus, equations of chapter 2: losses. */
import { type Equation, equation } from "./equation.js";

const tex = String.raw;

/** (2.1) to (2.13). */
export const LOSS_EQUATIONS: readonly Equation[] = [
  equation("2.1", "loss of one sample", tex`\mathcal L\bigl(f(x^{(i)}; W),\, y^{(i)}\bigr)`),
  equation(
    "2.2",
    "empirical loss",
    tex`J(W) = \frac1n \sum_{i=1}^{n} \mathcal L\bigl(f(x^{(i)}; W),\, y^{(i)}\bigr)`,
  ),
  equation(
    "2.3",
    "binary cross-entropy",
    tex`J = -\frac1n \sum_{i=1}^{n} \bigl[y_i \ln \hat y_i + (1 - y_i) \ln(1 - \hat y_i)\bigr]`,
  ),
  equation(
    "2.4",
    "binary cross-entropy from logits",
    tex`\mathcal L = \max(z, 0) - z\,y + \ln\bigl(1 + e^{-|z|}\bigr)`,
  ),
  equation("2.5", "mean squared error", tex`J = \frac1n \sum_{i=1}^{n} (y_i - \hat y_i)^2`),
  equation("2.6", "squared error of a vector", tex`\mathcal L = \lVert y - \bar y \rVert^2`),
  equation("2.7", "negative log-likelihood", tex`\mathcal L = -\ln p_y`),
  equation("2.8", "softmax cross-entropy", tex`\mathcal L = \operatorname{logSumExp}(z) - z_y`),
  equation(
    "2.9",
    "log of a sum of powers",
    tex`\operatorname{logSumExp}(z) = m + \ln \sum_j e^{z_j - m}, \qquad m = \max_j z_j`,
  ),
  equation(
    "2.10",
    "slope of softmax cross-entropy",
    tex`\frac{\partial \mathcal L}{\partial z} = p - y`,
  ),
  equation("2.11", "hinge loss", tex`\mathcal L = \max(0,\, 1 - y\,z)`),
  equation(
    "2.12",
    "margin ranking loss",
    tex`\mathcal L = \max\bigl(0,\, m - y\,(s_1 - s_2)\bigr)`,
  ),
  equation("2.13", "goal of training", tex`W^* = \operatorname*{arg\,min}_W J(W)`),
];
