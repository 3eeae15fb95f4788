/** Syllabus, equations of chapter 6: other searches, features, capacity, products. */
import { type Equation, equation } from "./equation.js";

const tex = String.raw;

/** (6.1) to (6.22). */
export const BEYOND_EQUATIONS: readonly Equation[] = [
  equation(
    "6.1",
    "forward difference",
    tex`\frac{\partial C}{\partial w_i} \approx \frac{C(w + \varepsilon e_i) - C(w)}{\varepsilon}`,
  ),
  equation(
    "6.2",
    "SPSA",
    tex`\hat g_i = \frac{C(w + c\Delta) - C(w - c\Delta)}{2c\,\Delta_i}, \qquad \Delta_i = \pm 1`,
  ),
  equation(
    "6.3",
    "random search",
    tex`w \leftarrow w + \sigma\varepsilon \quad \text{if } C(w + \sigma\varepsilon) < C(w), \qquad \varepsilon \sim \mathcal N(0, I)`,
  ),
  equation(
    "6.4",
    "evolution strategy",
    tex`w_i = w + \sigma_i\,\varepsilon_i, \qquad w \leftarrow \frac1\mu \sum_{i \text{ among the best } \mu} w_i`,
  ),
  equation(
    "6.5",
    "particle swarm",
    tex`v \leftarrow \omega v + c_1 u_1 (p - x) + c_2 u_2 (g - x), \qquad x \leftarrow x + v`,
  ),
  equation(
    "6.6",
    "perturb the output, backpropagate inside",
    tex`\frac{\partial C}{\partial w_i} = \sum_j \frac{\partial C}{\partial \hat y_j}\,\frac{\partial \hat y_j}{\partial w_i}`,
  ),
  equation("6.7", "Newton's method", tex`w \leftarrow w - \alpha\,H^{-1}\,\nabla C(w)`),
  equation(
    "6.8",
    "conjugate gradient",
    tex`\alpha = \frac{r^{\mathsf T} r}{d^{\mathsf T} A d}, \quad x \leftarrow x + \alpha d, \quad r' = r - \alpha A d, \quad d \leftarrow r' + \frac{r'^{\mathsf T} r'}{r^{\mathsf T} r}\,d`,
  ),
  equation(
    "6.9",
    "BFGS",
    tex`B \leftarrow (I - \rho\,s\,y^{\mathsf T})\,B\,(I - \rho\,y\,s^{\mathsf T}) + \rho\,s\,s^{\mathsf T}, \qquad \rho = \frac{1}{y^{\mathsf T} s}`,
  ),
  equation(
    "6.10",
    "L-BFGS",
    tex`q \leftarrow q - \alpha_i\,y_i, \quad \alpha_i = \rho_i\,s_i^{\mathsf T} q, \qquad \text{then} \qquad r \leftarrow r + s_i\,(\alpha_i - \rho_i\,y_i^{\mathsf T} r)`,
  ),
  equation(
    "6.11",
    "polynomial features",
    tex`\varphi(x) = (1,\, x_1,\, x_2,\, x_1 x_2,\, x_1^2,\, x_2^2)`,
  ),
  equation(
    "6.12",
    "random features",
    tex`\varphi(x) = g(x W + b), \qquad W \text{ random and fixed}`,
  ),
  equation(
    "6.13",
    "radial basis",
    tex`\varphi_j(x) = \exp\bigl(-\lVert x - c_j \rVert^2 / 2\ell^2\bigr)`,
  ),
  equation(
    "6.14",
    "space tiling",
    tex`\varphi_j(x) = \begin{cases} 1 & \text{if } x \text{ lies in box } j \\ 0 & \text{otherwise} \end{cases}`,
  ),
  equation(
    "6.15",
    "kernel machine",
    tex`\hat y(x) = \sum_{p=1}^{P} \alpha_p\,k\bigl(x, x[p]\bigr)`,
  ),
  equation("6.16", "Cover's count", tex`\Pr(P, N) = 2^{1-P} \sum_{k=0}^{N-1} \binom{P-1}{k}`),
  equation(
    "6.17",
    "sum of sigmoid bumps",
    tex`\hat f(x) = \sum_{k} f(m_k)\,\bigl[\sigma(s(x - e_k)) - \sigma(s(x - e_{k+1}))\bigr]`,
  ),
  equation("6.18", "Zaslavsky's count of regions", tex`r(n, d) = \sum_{j=0}^{d} \binom{n}{j}`),
  equation("6.19", "folding", tex`t(x) = 2 \max(0, x) - 4 \max\bigl(0, x - \tfrac12\bigr)`),
  equation("6.20", "bilinear unit", tex`y = x^{\mathsf T} W z`),
  equation("6.21", "gating", tex`y = x \odot \sigma(z)`),
  equation(
    "6.22",
    "dot-product attention",
    tex`A = \operatorname{softmax}\!\Bigl(\frac{Q K^{\mathsf T}}{\sqrt d}\Bigr)\,V`,
  ),
];
