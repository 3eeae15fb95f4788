/** Quizzes of chapter 5, 5.5 to 5.8: dropout, noise, normalization, early stopping. */
import { batchNormTraining } from "../math/regularization/batch-normalization.js";
import { stopOnCurve } from "../math/regularization/early-stopping.js";
import { l2Penalty } from "../math/regularization/penalties.js";
import type { Question } from "./question.js";

/** The questions of 5.5 to 5.8. */
export const METHOD_QUESTIONS: readonly Question[] = [
  {
    id: "5.5a",
    ask: "A unit has the value 3, the dropout rate is $0.2$, and the unit is kept. What goes on to the next layer?",
    options: [
      { text: "$3$", value: 3, why: "Without the factor the sum of the layer would shrink." },
      {
        text: "$3.75$",
        value: 3.75,
        right: true,
        why: "$3 / (1 - 0.2)$, by $(5.6)$: eight of ten units must speak for ten.",
      },
      {
        text: "$15$",
        value: 15,
        why: "That divides by 0.2, the share that is lost. The rate is what is dropped.",
      },
      {
        text: "$2.4$",
        value: 2.4,
        why: "That is the other form of dropout, which multiplies by the kept share at inference.",
      },
    ],
    computed: () => 3 / (1 - 0.2),
  },
  {
    id: "5.5b",
    ask: "Your network was trained with dropout. In use it gives a different answer each time you ask the same. What happened?",
    options: [
      {
        text: "That is how dropout works.",
        why: "In training. At inference there is no mask.",
      },
      {
        text: "The rate was too high.",
        why: "A lower rate would make the answers differ less. They should not differ at all.",
      },
      {
        text: "The layer is still in training mode.",
        right: true,
        why: "Masks are drawn at inference. Switch the layer off: the scaling has been done in training already.",
      },
    ],
  },
  {
    id: "5.6a",
    ask: "A linear unit has the weights $(3, 4)$. Noise of $\\sigma = 0.1$ is added to its inputs. By how much does its mean squared error grow, on average?",
    options: [
      {
        text: "$0.25$",
        value: 0.25,
        right: true,
        why: "$\\sigma^2 \\sum_i w_i^2 = 0.01 \\cdot 25$: the L2 penalty with $\\lambda = \\sigma^2$.",
      },
      {
        text: "$0.7$",
        value: 0.7,
        why: "That is $\\sigma\\,(3 + 4)$, as if shakings added with one sign.",
      },
      {
        text: "$0.01$",
        value: 0.01,
        why: "That is $\\sigma^2$ alone. The weights carry the shaking on.",
      },
      { text: "$2.5$", value: 2.5, why: "That multiplies by $\\sigma$ where $\\sigma^2$ belongs." },
    ],
    computed: () => l2Penalty([[3, 4]], 0.1 ** 2),
  },
  {
    id: "5.6b",
    ask: "Which of these is *no* augmentation for handwritten digits?",
    options: [
      {
        text: "Turning by up to 10 degrees.",
        why: "People do lean their digits so far, and a 6 stays a 6.",
      },
      {
        text: "Turning by 180 degrees.",
        right: true,
        why: "It makes a 9 of a 6: the label would be wrong. A change must keep the answer.",
      },
      {
        text: "Shifting by one pixel.",
        why: "The label stays, and in use digits are not centred.",
      },
      { text: "A little more contrast.", why: "The label stays; pens and scanners differ so." },
    ],
  },
  {
    id: "5.7a",
    ask: "One unit has the pre-activations $1, 3, 5, 7$ in a batch. What is the largest of the four after $(5.8)$, with $\\gamma = 1$ and $\\beta = 0$, to two digits?",
    options: [
      {
        text: "$1.3$",
        value: 1.3,
        right: true,
        why: "The mean is 4, the variance $(9 + 1 + 1 + 9)/4 = 5$, and $3/\\sqrt 5 \\approx 1.34$.",
      },
      {
        text: "$1$",
        value: 1,
        why: "That scales to between $-1$ and $1$. It is the deviation that becomes 1.",
      },
      { text: "$0.6$", value: 0.6, why: "That divides by the variance 5, not by its root." },
      { text: "$3$", value: 3, why: "That subtracts the mean and does not divide." },
    ],
    computed: () =>
      Number(
        batchNormTraining([[1], [3], [5], [7]], [1], [0])
          .output.at(3, 0)
          .toPrecision(2),
      ),
  },
  {
    id: "5.7b",
    ask: "A network answers requests one at a time. Which normalization needs nothing but the request itself?",
    options: [
      {
        text: "Batch normalization, as in training.",
        why: "The variance over a batch of one is 0: every output would be $\\beta$.",
      },
      {
        text: "Batch normalization with running statistics.",
        why: "It works for one request, but it needs means and variances kept from training.",
      },
      {
        text: "Layer normalization.",
        right: true,
        why: "It averages over the units of the one example, in training and at inference.",
      },
    ],
  },
  {
    id: "5.8a",
    ask: "Validation losses, epoch by epoch: $5, 3, 4, 3.5, 2, 1$. The patience is 2. Which loss belongs to the weights that are kept?",
    options: [
      {
        text: "$1$",
        value: 1,
        why: "It is the lowest of all, but training had ended before: two epochs without improvement came first.",
      },
      {
        text: "$3$",
        value: 3,
        right: true,
        why: "After 3 came 4 and $3.5$, both no better. Patience is used up, and one goes back to the 3.",
      },
      {
        text: "$3.5$",
        value: 3.5,
        why: "That is where training stops. The weights that are kept are those of the best epoch.",
      },
      {
        text: "$5$",
        value: 5,
        why: "The loss improved from 5 to 3 before it got worse.",
      },
    ],
    computed: () => stopOnCurve([5, 3, 4, 3.5, 2, 1], { patience: 2 }).best,
  },
  {
    id: "5.8b",
    ask: "You stopped by the validation set and report the validation error of that epoch. Is that honest?",
    options: [
      {
        text: "Yes: the weights have not seen the validation set.",
        why: "They have not, but you have: you took its best moment.",
      },
      {
        text: "No: the set that chose cannot judge.",
        right: true,
        why: "The lowest of many values is too good. Report the test error of that epoch, once.",
      },
      {
        text: "Yes, if patience was large.",
        why: "More epochs to choose from make the best of them look better still.",
      },
    ],
  },
];
