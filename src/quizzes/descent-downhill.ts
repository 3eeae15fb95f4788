/** Quizzes of chapter 4, going downhill: the slope, the step, the rate, ravines and flat places. */
import { conditionNumber, curvatures } from "../math/curvature.js";
import { descentSteps } from "../math/descent.js";
import { gradientDescent } from "../math/optimizers/gradient-descent.js";
import { openDoubleWell, ravine } from "../math/surfaces.js";
import type { Question } from "./question.js";

/** Sections 4.1 to 4.5. */
export const DOWNHILL_QUESTIONS: readonly Question[] = [
  {
    id: "4.1a",
    ask: "You stand in the fog, and the slope under your feet is known. What does it tell?",
    options: [
      {
        text: "in which direction the lowest place lies",
        why: "Only in a round bowl. On an oblong hill the steepest way down points past the lowest place: lift the fog and compare arrow and star.",
      },
      {
        text: "in which direction the loss falls fastest, for a small enough step",
        right: true,
        why: "That is all: a fact about this place. A few steps further the slope is another one.",
      },
      {
        text: "how far away the lowest place is",
        why: "A steep slope may be near the bottom of a gorge, a gentle one on a plateau far away. The slope knows no distance.",
      },
    ],
  },
  {
    id: "4.1b",
    ask: "You take a step exactly downhill, and the loss is larger than before. How can that be?",
    options: [
      {
        text: "The gradient must have been computed wrongly.",
        why: "It can be right and still happen: the gradient holds for the place where you stood, not for where you land.",
      },
      {
        text: "It cannot be: downhill means that the loss falls.",
        why: "It falls at first. A long step crosses the valley and climbs the other side.",
      },
      {
        text: "The step was so long that it crossed the valley.",
        right: true,
        why: "The slope promises a fall for a small step only. How small is the question of section 4.3.",
      },
    ],
  },
  {
    id: "4.2a",
    ask: "$J(w) = w^2$, so the slope is $2w$. You stand at $w = 6$ and use $\\eta = 0.25$. Where are you after one step?",
    computed: () => gradientStep(6, 0.25),
    options: [
      {
        text: "4.5",
        value: 4.5,
        why: "That is $6 - 0.25 \\cdot 6$: the weight in place of the slope. The slope of $w^2$ is $2w = 12$.",
      },
      {
        text: "3",
        value: 3,
        right: true,
        why: "$6 - 0.25 \\cdot 12 = 3$: half of the distance, as in the lecture.",
      },
      {
        text: "9",
        value: 9,
        why: "That is a step *up*: in $(4.1)$ the gradient is subtracted.",
      },
      {
        text: "−6",
        value: -6,
        why: "That is $6 - 12$, a step with $\\eta = 1$. The rate scales the slope.",
      },
    ],
  },
  {
    id: "4.2b",
    ask: "$\\eta$ stays the same during a descent on a parabola. What happens to the length of the steps?",
    options: [
      {
        text: "They get shorter, because the slope gets flatter.",
        right: true,
        why: "A step has the length $\\eta$ times the slope, and the slope goes to 0 at the minimum. It brakes on its own.",
      },
      {
        text: "They stay the same, because $\\eta$ does.",
        why: "$\\eta$ is a factor, not a length. The length is $\\eta$ times the slope.",
      },
      {
        text: "They get shorter only if one lowers $\\eta$ on the way.",
        why: "Lowering it helps against noise (4.12). Without noise the slope does the braking.",
      },
    ],
  },
  {
    id: "4.3a",
    ask: "A bowl has the curvatures 2 and 50 in its two directions. From which $\\eta$ on does gradient descent diverge?",
    computed: () => {
      const all = curvatures([
        [2, 0],
        [0, 50],
      ]);
      return 2 / all[all.length - 1]!;
    },
    options: [
      {
        text: "from $1$",
        value: 1,
        why: "That is $2/2$, the bound of the *flat* direction. The steep one explodes long before.",
      },
      {
        text: "from $0.04$",
        value: 0.04,
        right: true,
        why: "$2/L$ with the largest curvature, $L = 50$. One direction that explodes is enough.",
      },
      {
        text: "from about $0.077$",
        value: 2 / 26,
        why: "That takes the mean curvature, 26. But the directions do not average: each has a factor of its own.",
      },
      {
        text: "from $0.02$",
        value: 0.02,
        why: "That is $1/L$, the rate that arrives in one step along the steep direction. Divergence begins at twice that.",
      },
    ],
  },
  {
    id: "4.3b",
    ask: "Your training prints the losses 0.9, 0.7, 1.4, 11, 980. What is the first thing to try?",
    options: [
      {
        text: "more steps, so that it can recover",
        why: "Each step multiplies the distance by a factor above 1. More steps make it worse.",
      },
      {
        text: "a learning rate ten times as small",
        right: true,
        why: "A loss that grows by a factor every step is the mark of a rate above $2/L$.",
      },
      {
        text: "another random start",
        why: "On a bowl every start diverges at the same pace: the factor $1 - \\eta L$ knows no start.",
      },
    ],
  },
  {
    id: "4.4a",
    ask: "What is the condition number of the ravine $J = \\tfrac12(4x^2 + 100y^2)$?",
    computed: () =>
      conditionNumber([
        [4, 0],
        [0, 100],
      ]),
    options: [
      {
        text: "100",
        value: 100,
        why: "That is the largest curvature. The condition number compares it with the smallest.",
      },
      {
        text: "96",
        value: 96,
        why: "A difference. What counts is the ratio: twice the loss, twice both curvatures, and the path is the same with half the rate.",
      },
      {
        text: "25",
        value: 25,
        right: true,
        why: "$100/4$. Multiply the loss by any number and it stays.",
      },
      {
        text: "5",
        value: 5,
        why: "That is the root of it: how many times longer the level lines are than wide. The curvatures differ by its square.",
      },
    ],
  },
  {
    id: "4.4b",
    ask: "In a ravine the path zig-zags. Why?",
    options: [
      {
        text: "because the gradient there points mostly across, not along",
        right: true,
        why: "It stands at a right angle on the level lines, and those run nearly along the ravine.",
      },
      {
        text: "because the gradient is noisy",
        why: "There is no noise in 4.4: the same start gives the same path, digit for digit.",
      },
      {
        text: "because there are two minima, left and right",
        why: "A ravine has a single lowest place. The path swings across the floor without stopping on either side.",
      },
    ],
  },
  {
    id: "4.5a",
    ask: "Gradient descent reports: converged, the gradient is 0. What have you found?",
    options: [
      {
        text: "the lowest place of all",
        why: "Only if the loss is convex, a single bowl. In general there are other flat places.",
      },
      {
        text: "a local minimum, at least",
        why: "That is what E14 corrects: a saddle is flat too, and has downhill on two sides.",
      },
      {
        text: "a stationary point: a minimum, a saddle, or even a summit",
        right: true,
        why: "A gradient of 0 says flat, and no more. The curvatures tell which of the three it is.",
      },
    ],
  },
  {
    id: "4.5b",
    ask: "At a flat place of the opened double well the curvatures are about $-0.31$ and $7.06$. How many of them are negative, and what does that make it?",
    computed: () => curvatures(openDoubleWell.hessian([0.96, 0])).filter((c) => c < 0).length,
    options: [
      {
        text: "one is, and so it is a saddle",
        value: 1,
        right: true,
        why: "Down in one direction, up in the other. The old trap was only a trap as long as the way down did not exist.",
      },
      {
        text: "none that counts: the other one is much larger, so it is a minimum",
        value: 0,
        why: "Curvatures are not weighed against each other. One way down is enough to leave.",
      },
      {
        text: "both count as negative, so it is a summit",
        value: 2,
        why: "On a summit it goes down in every direction. Here it goes up steeply along $x$.",
      },
    ],
  },
];

/** One step on w², with the library. */
function gradientStep(w: number, eta: number): number {
  const parabola = ravine(2); // along y it is w²
  const path = [...descentSteps(parabola, [0, w], gradientDescent(eta), { steps: 1 })];
  return path[1]!.w.at(1);
}
