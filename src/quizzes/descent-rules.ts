/** Quizzes of chapter 4, update rules: a rate for every weight, Adam, and the race. */
import { adagrad } from "../math/optimizers/adagrad.js";
import { adam } from "../math/optimizers/adam.js";
import type { Optimizer } from "../math/optimizers/optimizer.js";
import { tensor } from "../math/tensor.js";
import type { Question } from "./question.js";

/** Sections 4.10 and 4.11. */
export const RULE_QUESTIONS: readonly Question[] = [
  {
    id: "4.10a",
    ask: "Adagrad with $\\eta = 0.1$; a weight has the gradient 3 at every step. How long is the fourth step?",
    computed: () => stepLength(adagrad(0.1), [3, 3, 3, 3]),
    options: [
      {
        text: "0.3",
        value: 0.3,
        why: "That is $\\eta g$, plain descent. Adagrad divides by the root of the sum of squares.",
      },
      {
        text: "0.1",
        value: 0.1,
        why: "That is the first step. The sum has grown since.",
      },
      {
        text: "0.05",
        value: 0.05,
        right: true,
        why: "$s = 4 \\cdot 9$, its root is 6, and $0.1 \\cdot 3/6 = 0.05$. The 3 drops out.",
      },
      {
        text: "0.025",
        value: 0.025,
        why: "That divides by 4. The steps shrink with the root of the number of steps.",
      },
    ],
  },
  {
    id: "4.10b",
    ask: "Which trouble of Adagrad does RMSProp mend?",
    options: [
      {
        text: "that steep weights take too long steps",
        why: "Adagrad mends that itself: each weight is divided by its own past.",
      },
      {
        text: "that the steps shrink for ever",
        right: true,
        why: "A sum only grows. A running mean forgets, and the steps keep their length.",
      },
      {
        text: "that it zig-zags in a ravine",
        why: "Neither remembers a direction; that is momentum. Both remember only sizes.",
      },
    ],
  },
  {
    id: "4.11a",
    ask: "The first gradient of a weight is $-400$. How far does Adam with $\\eta = 0.001$ move it in the first step?",
    computed: () => stepLength(adam(0.001), [-400]),
    options: [
      {
        text: "0.001",
        value: 0.001,
        right: true,
        why: "With the bias correction $\\hat m = g$ and $\\sqrt{\\hat v} = |g|$: the step has the length $\\eta$.",
      },
      {
        text: "0.4",
        value: 0.4,
        why: "That is $\\eta |g|$, plain descent. Adam divides by the size of the gradient.",
      },
      {
        text: "0.0001",
        value: 0.0001,
        why: "That is $m$ without its correction: $1 - \\beta_1 = 0.1$. The hat undoes it.",
      },
      {
        text: "about 0.0032",
        value: 0.001 * Math.sqrt(10),
        why: "That is without both hats: $0.1/\\sqrt{0.001} \\approx 3.2$ times too long.",
      },
    ],
  },
  {
    id: "4.11b",
    ask: "A colleague writes the loss in cents in place of euros, so all gradients are a hundred times as large. Which optimizer takes (nearly) the same path as before, with the same rate?",
    options: [
      {
        text: "gradient descent",
        why: "Its step is $\\eta g$: a hundred times as long, and likely to diverge.",
      },
      {
        text: "momentum",
        why: "The memory is a sum of gradients, and grows by the same factor.",
      },
      {
        text: "Adam",
        right: true,
        why: "$\\hat m$ and $\\sqrt{\\hat v}$ both grow by a hundred, and the quotient stays; only $\\varepsilon$ notices.",
      },
    ],
  },
];

/** How far the last of these gradients moves a weight that starts at 0. */
function stepLength(rule: Optimizer, gradients: readonly number[]): number {
  let [w, state] = [[tensor([0])], rule.init([tensor([0])])];
  let length = 0;
  for (const g of gradients) {
    const next = rule.update([tensor([g])], state, w);
    length = Math.abs(next.parameters[0]!.at(0) - w[0]!.at(0));
    [w, state] = [next.parameters, next.state];
  }
  return length;
}
