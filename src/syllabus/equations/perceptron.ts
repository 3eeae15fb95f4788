/** Syllabus, equations of chapter 1: from one unit to a network. */
import { type Equation, equation } from "./equation.js";

const tex = String.raw;

/** (1.1) to (1.23). */
export const PERCEPTRON_EQUATIONS: readonly Equation[] = [
  equation("1.1", "unit with one input", tex`\hat y = w\,x`),
  equation("1.2", "weighted sum", tex`z = \sum_{i=1}^{m} x_i\,w_i`),
  equation("1.3", "weighted sum with bias", tex`z = w_0 + \sum_{i=1}^{m} x_i\,w_i`),
  equation("1.4", "weighted sum in matrix form", tex`z = w_0 + X^{\mathsf T} W`),
  equation("1.5", "perceptron", tex`\hat y = g(z) = g\!\left(w_0 + X^{\mathsf T} W\right)`),
  equation("1.6", "sigmoid", tex`\sigma(z) = \frac{1}{1 + e^{-z}}`),
  equation("1.7", "slope of the sigmoid", tex`\sigma'(z) = \sigma(z)\,\bigl(1 - \sigma(z)\bigr)`),
  equation("1.8", "tanh", tex`\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}`),
  equation("1.9", "slope of tanh", tex`\tanh'(z) = 1 - \tanh^2(z)`),
  equation("1.10", "ReLU", tex`\mathrm{ReLU}(z) = \max(0, z)`),
  equation(
    "1.11",
    "slope of ReLU",
    tex`\mathrm{ReLU}'(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}`,
  ),
  equation("1.12", "linear stays linear", tex`W_2\,(W_1\,x) = (W_2\,W_1)\,x`),
  equation("1.13", "decision line", tex`w_0 + w_1 x_1 + w_2 x_2 = 0`),
  equation(
    "1.14",
    "linear classifier",
    tex`\hat y = \operatorname{sign}\Bigl(w_0 + \sum_{i=1}^{m} x_i\,w_i\Bigr)`,
  ),
  equation("1.15", "dense layer", tex`z_i = w_{0,i} + \sum_{j=1}^{m} x_j\,w_{j,i}`),
  equation(
    "1.16",
    "one hidden layer",
    tex`\hat y_i = g\Bigl(w^{(2)}_{0,i} + \sum_{j=1}^{d_1} g(z_j)\,w^{(2)}_{j,i}\Bigr)`,
  ),
  equation(
    "1.17",
    "deep network",
    tex`z_{k,i} = w^{(k)}_{0,i} + \sum_{j=1}^{n_{k-1}} g(z_{k-1,j})\,w^{(k)}_{j,i}`,
  ),
  equation(
    "1.18",
    "network as a graph",
    tex`s_i = \sum_{j \in \mathrm{UP}(i)} w_{ij}\,z_j, \qquad z_i = f(s_i)`,
  ),
  equation("1.19", "network by layers", tex`s_{k+1} = W_k\,z_k, \qquad z_k = h(s_k)`),
  equation("1.20", "softmax", tex`p_i = \frac{e^{x_i}}{\sum_j e^{x_j}}`),
  equation(
    "1.21",
    "leaky ReLU",
    tex`g(z) = \begin{cases} z & \text{if } z > 0 \\ \alpha z & \text{otherwise} \end{cases}`,
  ),
  equation("1.22", "softplus", tex`g(z) = \ln(1 + e^{z})`),
  equation(
    "1.23",
    "XOR by two hidden units",
    tex`h_1 = \mathrm{ReLU}(x_1 + x_2), \quad h_2 = \mathrm{ReLU}(x_1 + x_2 - 1), \quad \hat y = h_1 - 2 h_2`,
  ),
];
