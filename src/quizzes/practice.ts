/** Quizzes of chapter 5, practice: the checklist, the clinic, a real run. */
import { softmaxCrossEntropy } from "../math/softmax-cross-entropy.js";
import type { Question } from "./question.js";

/** The questions on sections 5.12 to 5.14. */
export const PRACTICE_QUESTIONS: readonly Question[] = [
  {
    id: "5.12a",
    ask: "A classifier for four classes knows nothing and gives each the same probability. What is its cross-entropy?",
    computed: () => softmaxCrossEntropy([0, 0, 0, 0], 2),
    options: [
      {
        text: "$1/4$",
        value: 0.25,
        why: "That is the probability of the right class. The loss is minus its logarithm.",
      },
      {
        text: "$\\ln 4 \\approx 1.386$",
        value: Math.log(4),
        right: true,
        why: "Minus the logarithm of $1/4$. A first loss far above $\\ln k$ says that the network is sure of wrong things before it has seen anything.",
      },
      {
        text: "$\\ln 10 \\approx 2.303$",
        value: Math.log(10),
        why: "That belongs to ten classes. Count the classes of the task at hand.",
      },
      {
        text: "0, as nothing is learned yet",
        value: 0,
        why: "A loss of 0 would mean that the right class has probability 1. Knowing nothing costs something.",
      },
    ],
  },
  {
    id: "5.12b",
    ask: "A network cannot bring its loss on five examples near 0, even after a thousand steps with Adam. What do you do next?",
    options: [
      {
        text: "Collect more examples.",
        why: "More examples help a network that learns by heart and does not generalize. This one cannot even learn by heart.",
      },
      {
        text: "Add dropout and weight decay.",
        why: "Both make it harder to fit the five examples. They are cures for the opposite illness.",
      },
      {
        text: "Look for a fault in the code: labels, loss, gradient, update.",
        right: true,
        why: "Thousands of parameters can hold five examples. If the loss stays up, something on the way from the example to the update is broken.",
      },
      {
        text: "Train on the whole data set; five are too few to judge.",
        why: "The whole set takes longer and blurs the cause. Five are enough to judge, because nothing but the code stands between them and 0.",
      },
    ],
  },
  {
    id: "5.13a",
    ask: "Before the first update a chart shows a gradient norm of 80, where such networks usually have 2. Which of these can be the cause?",
    options: [
      {
        text: "The learning rate is too large.",
        why: "The rate multiplies the gradient in the update. Before the first update it has had no effect on anything.",
      },
      {
        text: "The network is trained for too many epochs.",
        why: "At epoch 0 no epoch has passed.",
      },
      {
        text: "Dropout is too strong.",
        why: "Dropout silences units. It makes the gradient noisier, not forty times larger.",
      },
      {
        text: "Some inputs are much larger than others.",
        right: true,
        why: "The gradient of a first-layer weight is its input times what comes back from above. Large inputs make large gradients at once.",
      },
    ],
  },
  {
    id: "5.13b",
    ask: "Training accuracy climbs to 70 %, validation accuracy stays at 10 % with ten classes. Why is that not ordinary overfitting?",
    options: [
      {
        text: "Ordinary overfitting still carries something over: validation accuracy would be well above guessing.",
        right: true,
        why: "Even forty real examples teach something that holds for others. At the level of guessing, what is learned has nothing to do with the validation data.",
      },
      {
        text: "Overfitting needs a training accuracy of 100 %.",
        why: "A gap between training and validation is overfitting at any height. The unusual thing is the level of the lower curve.",
      },
      {
        text: "It is ordinary overfitting; more weight decay will close the gap.",
        why: "Weight decay narrows the gap by pressing the upper curve down. Nothing lifts a curve that stands at guessing.",
      },
    ],
  },
  {
    id: "5.14a",
    ask: "Why are mean and deviation for the standardization taken from the training images alone?",
    options: [
      {
        text: "Because the training set is the largest, its mean is the most exact.",
        why: "True of the size, but all images together would give a still more exact mean. The reason is another one.",
      },
      {
        text: "Because with the others in it, the test set would have had a say in the model.",
        right: true,
        why: "Whatever is computed from the test images before the test makes the test easier than the world will be. It also has to work for a single new image.",
      },
      {
        text: "Because each set should be standardized by its own mean.",
        why: "Then the same image would have other inputs in each set, and the network was trained for one of them.",
      },
    ],
  },
  {
    id: "5.14b",
    ask: "Two libraries start from the same weights and see the same batches. Their losses differ by $10^{-5}$. What does it say?",
    options: [
      {
        text: "One of them has a small mistake in its gradient.",
        why: "A mistake in the gradient changes the first step already, and the runs part from there. Here they stay together for hundreds of steps.",
      },
      {
        text: "They were given different random numbers.",
        why: "Different numbers give different weights or batches, and losses that differ by tenths.",
      },
      {
        text: "They round differently: one has about 7 decimal digits, the other about 16.",
        right: true,
        why: "A float32 holds about 7 digits. After some hundred operations on numbers near 1, a difference of $10^{-5}$ or less is what rounding alone can do.",
      },
      {
        text: "Nothing: losses of two libraries can never be compared.",
        why: "Given the same numbers, they compute the same formula. That is why one compares them.",
      },
    ],
  },
];
