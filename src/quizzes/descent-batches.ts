/** Quizzes of chapter 4, examples and batches: noise, its size, the order, and what memory does. */
import { miniBatchGradient } from "../math/mini-batch.js";
import { tensor } from "../math/tensor.js";
import type { Question } from "./question.js";

/** Sections 4.6 to 4.9. */
export const BATCH_QUESTIONS: readonly Question[] = [
  {
    id: "4.6a",
    ask: "The gradient of one random example is an unbiased estimate of the full gradient. What does that promise?",
    options: [
      {
        text: "that each step lowers the loss",
        why: "About half of the steps in 4.6 raised it.",
      },
      {
        text: "that the estimates are right on average",
        right: true,
        why: "Their mean over all examples is the full gradient. A single one may point anywhere.",
      },
      {
        text: "that each estimate is nearly right",
        why: "Unbiased says nothing about the spread. In 4.6 the gradient of example 0 is three times as long as the full one.",
      },
    ],
  },
  {
    id: "4.6b",
    ask: "You copy your data set ten times and train with full batches. What changes?",
    options: [
      {
        text: "The gradient becomes ten times as large.",
        why: "It would, if $J$ were a sum. $J$ is a mean: ten times the sum, divided by ten times the number.",
      },
      {
        text: "The gradient becomes more exact.",
        why: "Copies tell nothing new. The mean of ten equal lists is the mean of one.",
      },
      {
        text: "Each step costs ten times as much, and is the same step.",
        right: true,
        why: "This is redundancy at its worst. SGD makes ten times as many steps for that work.",
      },
    ],
  },
  {
    id: "4.7a",
    ask: "With $B = 16$ the gradient noise is 0.8. Roughly what is it with $B = 64$?",
    computed: () => 0.8 * Math.sqrt(16 / 64),
    options: [
      {
        text: "0.2",
        value: 0.2,
        why: "That is $1/B$, which holds for the *variance*. The noise is its root.",
      },
      {
        text: "0.8",
        value: 0.8,
        why: "More examples do make the mean more exact.",
      },
      {
        text: "0.05",
        value: 0.05,
        why: "That divides by 16. The batch grew by the factor 4, and the noise falls with its root.",
      },
      {
        text: "0.4",
        value: 0.4,
        right: true,
        why: "Four times the batch, half the noise: $1/\\sqrt 4$.",
      },
    ],
  },
  {
    id: "4.7b",
    ask: "Three examples have the gradients 6, 0 and −3 for a weight. What is the mini-batch gradient $(4.3)$?",
    computed: () => miniBatchGradient((k) => tensor([[6, 0, -3][k]!]), [0, 1, 2]).at(0),
    options: [
      {
        text: "1",
        value: 1,
        right: true,
        why: "$(6 + 0 - 3)/3$. It is a mean, so that the rate need not change with $B$.",
      },
      {
        text: "3",
        value: 3,
        why: "That is the sum. $(4.3)$ divides by $B$; forget it, and a larger batch takes larger steps.",
      },
      {
        text: "1.5",
        value: 1.5,
        why: "That leaves out the 0. An example with no gradient still counts: it says that nothing need change.",
      },
    ],
  },
  {
    id: "4.8a",
    ask: "For which of these does the order of the examples not matter at all?",
    options: [
      {
        text: "full-batch gradient descent",
        right: true,
        why: "Each step takes the mean of all gradients, and a mean does not depend on the order.",
      },
      {
        text: "SGD, one example a step",
        why: "Here it matters most: each step follows one example, and a run of one class pulls one way.",
      },
      {
        text: "mini-batches of 32",
        why: "In sorted data a batch of 32 holds one class, most of the time.",
      },
    ],
  },
  {
    id: "4.8b",
    ask: "One example in a hundred is of class 1. You train on balanced batches. What do the predictions do?",
    options: [
      {
        text: "They stay the same, but training is faster.",
        why: "The network sees another world, half of it class 1. It learns that world.",
      },
      {
        text: "They say class 1 more often than the data do.",
        right: true,
        why: "In 4.8 the rare class was found twice as often, and a fifth of the common one was called rare.",
      },
      {
        text: "They become better for both classes.",
        why: "The boundary moves towards the common class, and some of it lands on the wrong side.",
      },
    ],
  },
  {
    id: "4.9a",
    ask: "Momentum with $\\mu = 0.5$ on a constant gradient of 1. To which value does the memory $a$ grow?",
    computed: () => {
      let a = 0;
      for (let step = 0; step < 200; step++) a = 0.5 * a + 1; // (4.4)
      return a;
    },
    options: [
      {
        text: "1",
        value: 1,
        why: "That would be without memory. Half of the old is added every time.",
      },
      {
        text: "10",
        value: 10,
        why: "That is for $\\mu = 0.9$: $1/(1 - 0.9)$.",
      },
      {
        text: "2",
        value: 2,
        right: true,
        why: "$1 + \\tfrac12 + \\tfrac14 + \\dots = 1/(1 - \\mu) = 2$.",
      },
      {
        text: "1.5",
        value: 1.5,
        why: "That is the value after the second step. It goes on growing.",
      },
    ],
  },
  {
    id: "4.9b",
    ask: "Why does momentum calm the zig-zag of a ravine?",
    options: [
      {
        text: "It makes all steps shorter.",
        why: "Along the ravine it makes them longer, up to ten times.",
      },
      {
        text: "Across, the gradients change their sign and cancel in the sum.",
        right: true,
        why: "And along, they agree and add up. One sum does both.",
      },
      {
        text: "It turns the gradient towards the minimum.",
        why: "It knows nothing of the minimum. It only adds up what it has seen.",
      },
    ],
  },
];
