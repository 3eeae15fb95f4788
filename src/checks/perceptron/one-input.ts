/** Chapter 1, exercise 1.1: the one-input unit, a straight line. */
import type { Exercise } from "../../grading/exercise.js";
import { agreesWithLibrary, obeysLaw, shortNumber, valueFrom, workedByHand } from "../kinds.js";
import { ONE_INPUT_PICTURES } from "../pictures/perceptron.js";

const oneInput = (x: number, w: number, w0: number): number => w0 + x * w;

/** One weight, one bias: slope and intercept. */
export const oneInputExercise: Exercise = {
  id: "perceptron/one-input",
  number: "1.1",
  title: "One input, one weight, one bias",
  kind: "implement",
  syllabus: ["P1", "P3"],
  equations: ["1.1", "1.3"],
  reference: { oneInput },
  hints: [
    "School writes the same line as y = m x + b. Which of your three arguments is the slope, and which one shifts the line?",
    "Eq. (1.1) gives $w x$; the bias of Eq. (1.3) is added to it. All of $x$, $w$ and $w_0$ are plain numbers, shape [].",
    "```ts\nfunction oneInput(x: number, w: number, w0: number): number {\n  const slopePart = …;        // the input, scaled by its weight\n  return … + slopePart;       // the bias shifts it, whatever the input\n}\n```",
  ],
  why: "A line has two freedoms, slope and height, and these are $w$ and $w_0$. Everything that follows repeats this line: more inputs, more units, and a bend between them.",
  checks: [
    workedByHand({
      name: "gives the numbers worked by hand",
      points: 1,
      answer: "oneInput",
      cases: [
        { args: [0, 2, 1], want: 1, byHand: "2·0 + 1 = 1" },
        { args: [1, 2, 0], want: 2, byHand: "2·1 + 0 = 2" },
        { args: [3, 2, 1], want: 7, byHand: "2·3 + 1 = 7" },
        { args: [-1, 4, 0.5], want: -3.5, byHand: "4·(−1) + 0.5 = −3.5" },
      ],
    }),
    agreesWithLibrary({
      name: "agrees with the library on twenty generated lines",
      points: 1,
      answer: "oneInput",
      library: oneInput,
      inputs: (random) =>
        Array.from({ length: 20 }, () => [
          shortNumber(random),
          shortNumber(random),
          shortNumber(random),
        ]),
    }),
    obeysLaw({
      name: "one step to the right raises the output by w",
      points: 1,
      inputs: (random) =>
        Array.from({ length: 8 }, () => ({
          x: random.integer(9) - 4,
          w: random.integer(9) - 4,
          w0: random.integer(9) - 4,
        })),
      sides: (answers, { x, w, w0 }) => [
        valueFrom(answers, "oneInput", 0, x + 1, w, w0),
        valueFrom(answers, "oneInput", 0, x, w, w0) + w,
      ],
      statement: ({ x, w, w0 }) =>
        `oneInput(${x + 1}, ${w}, ${w0}) = oneInput(${x}, ${w}, ${w0}) + ${w}`,
    }),
  ],
  pictures: ONE_INPUT_PICTURES,
  wrongAnswers: [
    {
      misconception: "The bias is missing: the line always runs through the origin.",
      equation: "1.3",
      answers: { oneInput: (x: number, w: number) => w * x },
    },
    {
      misconception: "The bias is multiplied by the input, so it acts as a second weight.",
      equation: "1.3",
      answers: { oneInput: (x: number, w: number, w0: number) => w * x + w0 * x },
    },
    {
      misconception: "The input is added to the weight, where it should be scaled by it.",
      equation: "1.1",
      answers: { oneInput: (x: number, w: number, w0: number) => w + x + w0 },
    },
    {
      misconception: "The bias is subtracted: it shifts the line the wrong way.",
      equation: "1.3",
      answers: { oneInput: (x: number, w: number, w0: number) => w * x - w0 },
    },
    {
      misconception: "Weight and bias have changed places: the bias scales the input.",
      equation: "1.3",
      answers: { oneInput: (x: number, w: number, w0: number) => w0 * x + w },
    },
    {
      misconception:
        "The bias is added before the input is scaled, so the weight scales it as well.",
      equation: "1.3",
      answers: { oneInput: (x: number, w: number, w0: number) => w * (x + w0) },
    },
  ],
  rightAnswers: [
    { oneInput: (x: number, w: number, w0: number) => w * x + w0 },
    {
      oneInput: (x: number, w: number, w0: number) =>
        [1, x].reduce((s, v, i) => s + v * [w0, w][i]!, 0),
    },
  ],
};
