/** Syllabus, equations of chapter 4: descent, optimizers, schedules, starting points, surfaces. */
import { type Equation, equation } from "./equation.js";

const tex = String.raw;

/** (4.1) to (4.26). */
export const DESCENT_EQUATIONS: readonly Equation[] = [
  equation("4.1", "gradient descent", tex`W \leftarrow W - \eta\,\frac{\partial J}{\partial W}`),
  equation(
    "4.2",
    "stochastic descent",
    tex`W \leftarrow W - \eta\,\frac{\partial J_i}{\partial W}`,
  ),
  equation(
    "4.3",
    "mini-batch gradient",
    tex`\frac{\partial J}{\partial W} \approx \frac1B \sum_{k=1}^{B} \frac{\partial J_k}{\partial W}`,
  ),
  equation("4.4", "momentum", tex`a \leftarrow \mu a + g, \qquad w \leftarrow w - \eta\,a`),
  equation(
    "4.5",
    "Nesterov's momentum",
    tex`a \leftarrow \mu a + g, \qquad w \leftarrow w - \eta\,(g + \mu a)`,
  ),
  equation(
    "4.6",
    "Adagrad",
    tex`s \leftarrow s + g^2, \qquad w \leftarrow w - \eta\,\frac{g}{\sqrt s + \varepsilon}`,
  ),
  equation(
    "4.7",
    "Adadelta",
    tex`\begin{gathered} s \leftarrow \rho s + (1 - \rho) g^2 \\ \Delta = \frac{\sqrt{u + \varepsilon}}{\sqrt{s + \varepsilon}}\,g \\ u \leftarrow \rho u + (1 - \rho) \Delta^2 \\ w \leftarrow w - \eta\,\Delta \end{gathered}`,
  ),
  equation(
    "4.8",
    "RMSProp",
    tex`\begin{gathered} s \leftarrow \rho s + (1 - \rho) g^2 \\ w \leftarrow w - \eta\,\frac{g}{\sqrt{s + \varepsilon}} \end{gathered}`,
  ),
  equation(
    "4.9",
    "Adam",
    tex`\begin{gathered} m \leftarrow \beta_1 m + (1 - \beta_1) g \\ v \leftarrow \beta_2 v + (1 - \beta_2) g^2 \\ \hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t} \\ w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon} \end{gathered}`,
  ),
  equation(
    "4.10",
    "Adamax",
    tex`\begin{gathered} m \leftarrow \beta_1 m + (1 - \beta_1) g \\ u \leftarrow \max(\beta_2 u, |g|) \\ w \leftarrow w - \frac{\eta}{1 - \beta_1^t}\,\frac{m}{u + \varepsilon} \end{gathered}`,
  ),
  equation(
    "4.11",
    "AdamW",
    tex`w \leftarrow w - \eta\,\Bigl(\frac{\hat m}{\sqrt{\hat v} + \varepsilon} + \lambda w\Bigr)`,
  ),
  equation("4.12", "step decay", tex`\eta(t) = \eta_0\,\gamma^{\lfloor t/k \rfloor}`),
  equation("4.13", "exponential decay", tex`\eta(t) = \eta_0\,\gamma^{t/k}`),
  equation(
    "4.14",
    "cosine decay",
    tex`\eta(t) = \eta_{\mathrm{end}} + \tfrac12 (\eta_0 - \eta_{\mathrm{end}}) \bigl(1 + \cos(\pi t/T)\bigr)`,
  ),
  equation("4.15", "inverse time decay", tex`\eta(t) = \frac{\eta_0}{1 + \kappa t}`),
  equation("4.16", "warm-up", tex`\eta(t) = \eta(0)\,\frac{t + 1}{n} \quad \text{for } t < n`),
  equation(
    "4.17",
    "random start",
    tex`w_{ji} \sim \mathcal N(0, \sigma^2) \quad \text{or} \quad w_{ji} \sim \mathcal U(-a, a)`,
  ),
  equation(
    "4.18",
    "Xavier or Glorot start",
    tex`\operatorname{Var}(w) = \frac{2}{n_{\mathrm{in}} + n_{\mathrm{out}}}`,
  ),
  equation("4.19", "Kaiming or He start", tex`\operatorname{Var}(w) = \frac{2}{n_{\mathrm{in}}}`),
  equation("4.20", "LeCun start", tex`\operatorname{Var}(w) = \frac{1}{n_{\mathrm{in}}}`),
  equation("4.21", "standardization", tex`x \leftarrow \frac{x - \mu}{\sigma}`),
  equation("4.22", "ravine", tex`J(x, y) = \tfrac12 (x^2 + \kappa y^2)`),
  equation("4.23", "saddle", tex`J(x, y) = \tfrac12 (x^2 - y^2)`),
  equation("4.24", "double well", tex`J(x) = (x^2 - 1)^2 + 0.3\,x`),
  equation(
    "4.25",
    "double well with one parameter more",
    tex`J(x, y) = (x^2 + y^2 - 1)^2 + 0.3\,x`,
  ),
  equation("4.26", "Rosenbrock's valley", tex`J(x, y) = (1 - x)^2 + 100\,(y - x^2)^2`),
];
