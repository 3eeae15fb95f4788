/** Syllabus, equations of chapter 3: the chain rule. */
import { type Equation, equation } from "./equation.js";

const tex = String.raw;

/** (3.1) to (3.17). */
export const BACKPROP_EQUATIONS: readonly Equation[] = [
  equation(
    "3.1",
    "gradient",
    tex`\nabla J = \Bigl[\frac{\partial J}{\partial w_1}, \dots, \frac{\partial J}{\partial w_n}\Bigr]^{\mathsf T}`,
  ),
  equation(
    "3.2",
    "slope as a ratio of changes",
    tex`\frac{\partial J}{\partial w} \approx \frac{J(w + h) - J(w - h)}{2h}`,
  ),
  equation(
    "3.3",
    "chain to the last weight",
    tex`\frac{\partial J}{\partial w_2} = \frac{\partial J}{\partial \hat y}\,\frac{\partial \hat y}{\partial w_2}`,
  ),
  equation(
    "3.4",
    "chain to the first weight",
    tex`\frac{\partial J}{\partial w_1} = \frac{\partial J}{\partial \hat y}\,\frac{\partial \hat y}{\partial z_1}\,\frac{\partial z_1}{\partial w_1}`,
  ),
  equation("3.5", "chain rule", tex`\bigl(g(h(s))\bigr)' = g'(h(s))\,h'(s)`),
  equation("3.6", "back through an activation", tex`\frac{dC}{ds} = \frac{dC}{dz}\,h'(s)`),
  equation("3.7", "fan-out, forward", tex`s_i = w_i\,z`),
  equation("3.8", "fan-out, backward", tex`\frac{dC}{dz} = \sum_i \frac{dC}{ds_i}\,w_i`),
  equation(
    "3.9",
    "chain rule for vectors",
    tex`\underbrace{\frac{\partial C}{\partial z_f}}_{1 \times d_f} = \underbrace{\frac{\partial C}{\partial z_g}}_{1 \times d_g}\,\underbrace{\frac{\partial z_g}{\partial z_f}}_{d_g \times d_f}`,
  ),
  equation(
    "3.10",
    "entry of the Jacobian",
    tex`\Bigl(\frac{\partial z_g}{\partial z_f}\Bigr)_{ij} = \frac{\partial z_{g,i}}{\partial z_{f,j}}`,
  ),
  equation(
    "3.11",
    "back through a linear module",
    tex`\frac{\partial C}{\partial X} = \frac{\partial C}{\partial Z}\,W^{\mathsf T}, \qquad \frac{\partial C}{\partial W} = X^{\mathsf T}\,\frac{\partial C}{\partial Z}`,
  ),
  equation(
    "3.12",
    "recursion for values",
    tex`\frac{\partial C}{\partial z_k} = \frac{\partial C}{\partial z_{k+1}}\,\frac{\partial f_k(z_k, w_k)}{\partial z_k}`,
  ),
  equation(
    "3.13",
    "recursion for weights",
    tex`\frac{\partial C}{\partial w_k} = \frac{\partial C}{\partial z_{k+1}}\,\frac{\partial f_k(z_k, w_k)}{\partial w_k}`,
  ),
  equation(
    "3.14",
    "back through softmax",
    tex`\frac{\partial C}{\partial x} = p \odot \bigl(g - \langle g, p \rangle\bigr)`,
  ),
  equation(
    "3.15",
    "back through softmax with cross-entropy",
    tex`\frac{\partial C}{\partial x} = p - y`,
  ),
  equation(
    "3.16",
    "back through a maximum",
    tex`\frac{\partial \max_j x_j}{\partial x_i} = \begin{cases} 1 & \text{if } x_i \text{ was chosen} \\ 0 & \text{otherwise} \end{cases}`,
  ),
  equation(
    "3.17",
    "gradient of a mean",
    tex`\nabla\,\frac1n \sum_{i=1}^{n} J_i = \frac1n \sum_{i=1}^{n} \nabla J_i`,
  ),
];
