/** Syllabus, equations of chapter 5: regularization and normalization. */
import { type Equation, equation } from "./equation.js";

const tex = String.raw;

/** (5.1) to (5.11). */
export const REGULARIZATION_EQUATIONS: readonly Equation[] = [
  equation("5.1", "L1 penalty", tex`\lambda \sum_i |w_i|`),
  equation("5.2", "L2 penalty", tex`\lambda \sum_i w_i^2`),
  equation("5.3", "Lp penalty", tex`\lambda \sum_i |w_i|^p`),
  equation(
    "5.4",
    "weight decay",
    tex`W \leftarrow (1 - \eta\lambda)\,W - \eta\,\frac{\partial J}{\partial W}`,
  ),
  equation(
    "5.5",
    "pruning",
    tex`w_i \leftarrow m_i\,w_i, \qquad m_i = \begin{cases} 1 & \text{if } |w_i| \ge t \\ 0 & \text{otherwise} \end{cases}`,
  ),
  equation(
    "5.6",
    "inverted dropout",
    tex`y_i = \frac{m_i\,x_i}{1 - r}, \qquad m_i = 0 \text{ with probability } r, \text{ else } 1`,
  ),
  equation(
    "5.7",
    "noise on inputs",
    tex`\tilde x = x + \varepsilon, \qquad \varepsilon \sim \mathcal N(0, \sigma^2)`,
  ),
  equation(
    "5.8",
    "batch normalization",
    tex`\hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}}, \qquad y = \gamma\,\hat x + \beta`,
  ),
  equation(
    "5.9",
    "running statistics",
    tex`\mu_{\mathrm{run}} \leftarrow m\,\mu_{\mathrm{run}} + (1 - m)\,\mu`,
  ),
  equation(
    "5.10",
    "layer normalization",
    tex`y_i = \gamma_i\,\frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta_i`,
  ),
  equation("5.11", "early stopping", tex`t^* = \operatorname*{arg\,min}_t J_{\mathrm{val}}(t)`),
];
