/** Quizzes of chapter 5, regularization, and the questions of 5.1 to 5.4: fit, sets, penalties, decay. */
import { l1Penalty, l2Penalty } from "../math/regularization/penalties.js";
import { weightDecayStep } from "../math/regularization/weight-decay.js";
import type { Question } from "./question.js";
import { METHOD_QUESTIONS } from "./regularization-methods.js";
import { TRIAL_QUESTIONS } from "./regularization-trial.js";

const PENALTY_QUESTIONS: readonly Question[] = [
  {
    id: "5.1a",
    ask: "A model has the training error $0.40$ and the error $0.41$ on fresh data. A straight line through a sine could do this. What is wrong?",
    options: [
      {
        text: "It overfits.",
        why: "Then the first number would be far below the second. Here they are alike, and both are large.",
      },
      {
        text: "It underfits.",
        right: true,
        why: "It is wrong on old and new data alike: too stiff for what is there. More freedom would help.",
      },
      {
        text: "Nothing: the gap is small.",
        why: "A small gap says that it will go on as it is. It does not say that it is good.",
      },
      {
        text: "The fresh data are from elsewhere.",
        why: "Then the second number would be the larger one by much.",
      },
    ],
  },
  {
    id: "5.1b",
    ask: "A polynomial of degree $d$ has $d + 1$ weights. From which degree on can it meet 12 points, at 12 different $x$, exactly?",
    options: [
      {
        text: "$12$",
        value: 12,
        why: "That counts weights and degree as the same. The constant $w_0$ is a weight as well.",
      },
      {
        text: "$6$",
        value: 6,
        why: "Half as many as points is enough to follow them roughly, not to meet each.",
      },
      {
        text: "$11$",
        value: 11,
        right: true,
        why: "Twelve equations need twelve free numbers, and degree 11 has them. The training error is then 0 and says nothing.",
      },
    ],
    computed: () => 12 - 1,
  },
  {
    id: "5.2a",
    ask: "You trained with ten learning rates and kept the one with the lowest validation error, 8 %. What do you expect on the test set?",
    options: [
      {
        text: "Somewhat more than 8 %.",
        right: true,
        why: "The lowest of ten numbers is low partly by luck, and the test set does not share that luck.",
      },
      {
        text: "8 %, since the validation set was not trained on.",
        why: "It was not trained on, but it was chosen by. The best of ten looks better than it is.",
      },
      {
        text: "Somewhat less than 8 %.",
        why: "Nothing in the choice was made for the test set, so nothing pulls its error down.",
      },
    ],
  },
  {
    id: "5.2b",
    ask: "The test error is 3 %. In use, with another camera, the network is wrong in 30 % of the cases. What is the most likely reason?",
    options: [
      {
        text: "It overfits the training set.",
        why: "Then the test error would be high as well: the test images were new to it.",
      },
      {
        text: "The test set was too small.",
        why: "Chance moves 3 % to 4 or 5, hardly to 30.",
      },
      {
        text: "It needs more training epochs.",
        why: "More fitting to the old kind of image does not teach the new kind.",
      },
      {
        text: "The images of the new camera are of another kind.",
        right: true,
        why: "Distribution shift: a test error holds for data of the kind that the test set came from.",
      },
    ],
  },
  {
    id: "5.3a",
    ask: "Weights $(2, -2)$ under L1 with $\\lambda = 0.5$. What do they cost?",
    options: [
      {
        text: "$0$",
        value: 0,
        why: "That adds the weights with their signs. A penalty counts sizes, $|w_i|$.",
      },
      {
        text: "$2$",
        value: l1Penalty([[2, -2]], 0.5),
        right: true,
        why: "$0.5\\,(|2| + |-2|) = 2$, by $(5.1)$.",
      },
      {
        text: "$4$",
        value: l2Penalty([[2, -2]], 0.5),
        why: "That is L2: $0.5\\,(4 + 4)$.",
      },
    ],
    computed: () => l1Penalty([[2, -2]], 0.5),
  },
  {
    id: "5.3b",
    ask: "Why does L1 make weights exactly 0, and L2 not?",
    options: [
      {
        text: "L1 pulls harder.",
        why: "Not in general: at $w = 3$ the slope of L2 is $6\\lambda$ and that of L1 is $\\lambda$.",
      },
      {
        text: "L1 has no derivative at 0, so descent stops there.",
        why: "A kink alone stops nothing: in 5.4 plain descent flutters around it.",
      },
      {
        text: "The pull of L1 does not fade as the weight gets small.",
        right: true,
        why: "It is $\\lambda$ all the way to 0, while that of L2, $2\\lambda w$, dies away with $w$ and is outweighed by any slope of the loss.",
      },
    ],
  },
  {
    id: "5.4a",
    ask: "$W = 10$, the slope of the loss is 0, $\\eta = 0.1$ and $\\lambda = 0.5$. What is $W$ after one step of $(5.4)$?",
    options: [
      {
        text: "$9.5$",
        value: 9.5,
        right: true,
        why: "$(1 - 0.1 \\cdot 0.5) \\cdot 10$: the share $\\eta\\lambda$ is 5 %.",
      },
      {
        text: "$10$",
        value: 10,
        why: "Weight decay needs no slope of the loss; it shrinks in every step.",
      },
      {
        text: "$5$",
        value: 5,
        why: "That takes away the share $\\lambda$. The learning rate scales the decay too.",
      },
      {
        text: "$9$",
        value: 9,
        why: "That is the L2 penalty of $(5.2)$ with the same $\\lambda$: its slope is $2\\lambda w$, so twice the decay.",
      },
    ],
    computed: () => weightDecayStep([10], [0], 0.1, 0.5).at(0),
  },
  {
    id: "5.4b",
    ask: "In Adam you put $\\lambda w$ into the gradient. Which weights shrink *least*?",
    options: [
      {
        text: "All alike: it is weight decay.",
        why: "That holds for plain gradient descent. Adam divides what it is given.",
      },
      {
        text: "Those whose slopes are usually large.",
        right: true,
        why: "Adam divides by the usual size of the slope, the penalty's share with it. In the table the first weight stayed at 0.95.",
      },
      {
        text: "Those whose slopes are usually small.",
        why: "The other way around: where slopes are small, the division makes the penalty's part large.",
      },
    ],
  },
];

/** The questions of chapter 5, regularization. */
export const REGULARIZATION_QUESTIONS: readonly Question[] = [
  ...PENALTY_QUESTIONS,
  ...METHOD_QUESTIONS,
  ...TRIAL_QUESTIONS,
];
