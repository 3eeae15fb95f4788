/** Chapter 1, exercise 1.11: XOR with two hidden units, derived line by line. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { numbers } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { XOR_PICTURES } from "../pictures/perceptron.js";
import { agreesForAll, lawForAll } from "../properties.js";

const relu = (z: number): number => Math.max(0, z);
const hidden = (x1: number, x2: number): number[] => [relu(x1 + x2), relu(x1 + x2 - 1)];
const output = (h1: number, h2: number): number => h1 - 2 * h2;
const pairs = fc.tuple(numbers(), numbers());

/** Two hidden units that bend the plane, and the unit that reads them: Eq. (1.23). */
export const xorExercise: Exercise = {
  id: "perceptron/xor",
  number: "1.11",
  title: "XOR with two hidden units",
  kind: "derive",
  syllabus: ["P9", "P18"],
  equations: ["1.23"],
  reference: { hidden, output },
  hints: [
    "Both hidden units read the same sum of the inputs. One starts to rise as soon as that sum is above 0, the other only when it is above 1.",
    "Eq. (1.23): $h_1 = \\mathrm{ReLU}(x_1 + x_2)$ and $h_2 = \\mathrm{ReLU}(x_1 + x_2 - 1)$; `hidden` returns both, shape [2]. The output unit reads them with weights that you can find from the four corners: it must give 0, 1, 1, 0.",
    "```ts\nfunction hidden(x1: number, x2: number): number[] {\n  const s = x1 + x2;\n  return [Math.max(0, …), Math.max(0, …)];\n}\nfunction output(h1: number, h2: number): number {\n  return … * h1 + … * h2;   // (h1, h2) is (0, 0), (1, 0), (1, 0), (2, 1) at the corners\n}\n```",
  ],
  why: "The hidden layer puts both points of class 1 on the same spot, $(1, 0)$, and the other two at $(0, 0)$ and $(2, 1)$. In that bent plane a straight line is enough. Finding such a bend from data is what training does.",
  checks: [
    workedByHand({
      name: "hidden: the four corners",
      points: 1,
      answer: "hidden",
      cases: [
        { args: [0, 0], want: [0, 0], byHand: "the sum is 0, neither unit rises" },
        { args: [1, 0], want: [1, 0], byHand: "the sum is 1: h₁ = 1, h₂ = ReLU(0) = 0" },
        { args: [0, 1], want: [1, 0], byHand: "the same sum, the same point" },
        { args: [1, 1], want: [2, 1], byHand: "the sum is 2: h₁ = 2, h₂ = ReLU(1) = 1" },
      ],
    }),
    lawForAll<[number, number]>({
      name: "hidden: left of the line x₁ + x₂ = 0 both units are silent",
      points: 1,
      inputs: fc.tuple(
        fc.integer({ min: 0, max: 300 }).map((n) => -n / 100),
        fc.integer({ min: 0, max: 300 }).map((n) => -n / 100),
      ),
      sides: (answers, [x1, x2]) => [valueFrom(answers, "hidden", [0, 0], x1, x2), [0, 0]],
      statement: ([x1, x2]) => `hidden(${x1}, ${x2}) = [0, 0]`,
    }),
    agreesForAll({
      name: "hidden: any point of the plane",
      points: 1,
      answer: "hidden",
      library: hidden,
      inputs: pairs,
    }),
    workedByHand({
      name: "output: 0, 1, 1, 0 at the corners",
      points: 1,
      answer: "output",
      cases: [
        { args: [0, 0], want: 0, byHand: "0 − 2·0 = 0" },
        { args: [1, 0], want: 1, byHand: "1 − 2·0 = 1" },
        { args: [2, 1], want: 0, byHand: "2 − 2·1 = 0" },
      ],
    }),
    agreesForAll({
      name: "output: any point of the hidden plane",
      points: 1,
      hidden: true,
      answer: "output",
      library: output,
      inputs: pairs,
    }),
  ],
  pictures: XOR_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The ReLU is missing: without the bend the two hidden units are one line again.",
      equation: "1.23",
      answers: { hidden: (x1: number, x2: number) => [x1 + x2, x1 + x2 - 1] },
    },
    {
      misconception:
        "Both units rise from the same place: the second one needs a bias of its own, so that it starts later.",
      equation: "1.23",
      answers: { hidden: (x1: number, x2: number) => [relu(x1 + x2), relu(x1 + x2)] },
    },
    {
      misconception:
        "The 1 is taken away outside the ReLU: the unit then goes down to −1 where it should be silent.",
      equation: "1.23",
      answers: { hidden: (x1: number, x2: number) => [relu(x1 + x2), relu(x1 + x2) - 1] },
    },
    {
      misconception: "The bias of the second unit has the wrong sign: it rises too early.",
      equation: "1.23",
      answers: { hidden: (x1: number, x2: number) => [relu(x1 + x2), relu(x1 + x2 + 1)] },
    },
    {
      misconception:
        "Each hidden unit reads one input only. Then (1, 0) and (0, 1) stay apart, and a line cannot have both.",
      equation: "1.23",
      answers: { hidden: (x1: number, x2: number) => [relu(x1), relu(x2)] },
    },
    {
      misconception:
        "The second unit is taken away once: at (1, 1) that leaves 1, but XOR is 0 there.",
      equation: "1.23",
      answers: { output: (h1: number, h2: number) => h1 - h2 },
    },
    {
      misconception: "The second unit is added: it has to pull the output down, not up.",
      equation: "1.23",
      answers: { output: (h1: number, h2: number) => h1 + 2 * h2 },
    },
  ],
  rightAnswers: [
    {
      hidden: (x1: number, x2: number) => [0, -1].map((bias) => Math.max(bias + x1 + x2, 0)),
      output: (h1: number, h2: number) => h1 - h2 - h2,
    },
    {
      hidden: (x1: number, x2: number) => {
        const sum = x1 + x2;
        return [sum > 0 ? sum : 0, sum > 1 ? sum - 1 : 0];
      },
      output: (h1: number, h2: number) => [h1, h2].reduce((y, h, i) => y + h * [1, -2][i]!, 0),
    },
  ],
};
