/** Chapter 3, exercise 3.2: a chain with two weights, factor by factor. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { add, mul, square, sub } from "../../math/arithmetic.js";
import { centralDifference } from "../../math/central-difference.js";
import { grad } from "../../math/gradient.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { numbers } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { TWO_WEIGHT_CHAIN_PICTURES } from "../pictures/chain-rule.js";
import { agreesForAll } from "../properties.js";
import { wholes } from "./whole-numbers.js";

const J = (x: number, w1: number, w2: number, y: number): number =>
  (w2 * (w1 * x + 1) ** 2 - y) ** 2;
/** Both slopes, found by walking the graph. */
const slopes = (x: number, w1: number, w2: number, y: number): number[] => {
  const found = grad((w) => square(sub(mul(w.second, square(add(mul(w.first, x), 1))), y)), {
    first: w1,
    second: w2,
  });
  return [Number(found.first), Number(found.second)];
};
const nudged = (x: number, w1: number, w2: number, y: number): number[] => [
  centralDifference((w) => J(x, w, w2, y), w1),
  centralDifference((w) => J(x, w1, w, y), w2),
];

/** The slopes from three factors that may be wrong, so that a slip shows in the whole as well. */
const from =
  (
    lossByOutput: (yHat: number, y: number) => number,
    outputByW2: (z: number) => number,
    outputByZ: (w2: number, z: number) => number,
    zByW1: (x: number) => number,
  ) =>
  (x: number, w1: number, w2: number, y: number): number[] => {
    const z = w1 * x + 1;
    const dJ = lossByOutput(w2 * z ** 2, y);
    return [dJ * outputByZ(w2, z) * zByW1(x), dJ * outputByW2(z)];
  };
const lossByOutput = (yHat: number, y: number): number => 2 * (yHat - y);
const outputByW2 = (z: number): number => z ** 2;
const outputByZ = (w2: number, z: number): number => 2 * w2 * z;
const zByW1 = (x: number): number => x;

/** ∂J/∂w₂ and ∂J/∂w₁ of J = (w₂(w₁x + 1)² − y)². */
export const twoWeightChainExercise: Exercise = {
  id: "chain-rule/two-weight-chain",
  number: "3.2",
  title: "Two weights in a row",
  kind: "derive",
  syllabus: ["B3"],
  equations: ["3.3", "3.4"],
  reference: { lossByOutput, outputByW2, outputByZ, zByW1, slopes },
  hints: [
    "Take one stage at a time, and ask of each: if this one letter grows by a little and all others stay, how much faster does the result grow? Start with the last stage.",
    "Eq. (3.3) has two factors, $\\frac{\\partial J}{\\partial \\hat y}$ and $\\frac{\\partial \\hat y}{\\partial w_2}$. Eq. (3.4) keeps the first and goes on with $\\frac{\\partial \\hat y}{\\partial z_1}$ and $\\frac{\\partial z_1}{\\partial w_1}$. All of them are numbers, taken where the forward pass has arrived.",
    "```ts\nfunction slopes(x: number, w1: number, w2: number, y: number): number[] {\n  const z1 = w1 * x + 1;              // forward first: the factors need these values\n  const yHat = w2 * z1 ** 2;\n  const dJ = lossByOutput(yHat, y);   // shared by both slopes\n  return [dJ * … * …, dJ * …];        // w₁ lies one stage further back\n}\n```",
  ],
  why: "Both slopes begin with the same factor, so it is computed once. With a hundred weights in a row it is the same story: each weight costs one factor more, as long as you go from the end to the front.",
  checks: [
    workedByHand({
      name: "lossByOutput: ∂J/∂ŷ",
      points: 1,
      answer: "lossByOutput",
      cases: [
        { args: [-9, -10], want: 2, byHand: "−9 is too large by 1, and 2·1 = 2" },
        { args: [1, 4], want: -6, byHand: "1 is too small by 3: growing makes the loss fall" },
        { args: [5, 5], want: 0, byHand: "at the target the loss is level" },
      ],
    }),
    workedByHand({
      name: "outputByW2: ∂ŷ/∂w₂",
      points: 1,
      answer: "outputByW2",
      cases: [
        { args: [3], want: 9, byHand: "ŷ = w₂·9 when z₁ = 3" },
        { args: [-2], want: 4, byHand: "ŷ = w₂·4 when z₁ = −2" },
        { args: [0], want: 0, byHand: "ŷ = w₂·0: this weight moves nothing" },
      ],
    }),
    workedByHand({
      name: "outputByZ: ∂ŷ/∂z₁",
      points: 1,
      answer: "outputByZ",
      cases: [
        { args: [1, 3], want: 6, byHand: "the parabola z² has slope 6 at 3" },
        { args: [-1, 3], want: -6, byHand: "with w₂ = −1 it is turned over" },
        { args: [5, 0], want: 0, byHand: "at its top or bottom a parabola is level" },
      ],
    }),
    workedByHand({
      name: "zByW1: ∂z₁/∂w₁",
      points: 1,
      answer: "zByW1",
      cases: [
        { args: [2], want: 2, byHand: "z₁ = w₁·2 + 1, and the 1 does not move" },
        { args: [-3], want: -3, byHand: "z₁ = w₁·(−3) + 1" },
        { args: [0], want: 0, byHand: "an input of 0 hides its weight" },
      ],
    }),
    workedByHand({
      name: "slopes: the numbers worked by hand",
      points: 1,
      answer: "slopes",
      cases: [
        { args: [1, 0, 1, 0], want: [4, 2], byHand: "z₁ = 1, ŷ = 1: (2·2·1, 2·1)" },
        { args: [2, 1, -1, -10], want: [-24, 18], byHand: "(2·(−6)·2, 2·9), as in the text" },
      ],
    }),
    agreesForAll({
      name: "slopes: those that are measured by nudging",
      points: 1,
      answer: "slopes",
      library: nudged,
      tolerance: FINITE_DIFFERENCE,
      inputs: fc.tuple(numbers(1), numbers(1), numbers(1), numbers(1)),
    }),
    agreesForAll({
      name: "slopes: any four whole numbers",
      points: 1,
      hidden: true,
      answer: "slopes",
      library: slopes,
      inputs: fc.tuple(wholes(), wholes(), wholes(), wholes()),
    }),
  ],
  pictures: TWO_WEIGHT_CHAIN_PICTURES,
  wrongAnswers: [
    slip(
      "The slope of the loss has the wrong sign: it asks what happens when ŷ grows, not the target.",
      "3.3",
      "lossByOutput",
      (yHat: number, y: number) => 2 * (y - yHat),
    ),
    slip("The 2 of the power is lost in ∂J/∂ŷ.", "3.3", "lossByOutput", (yHat, y) => yHat - y),
    slip(
      "This is the slope of z₁² with respect to z₁. Here w₂ moves and z₁ stays.",
      "3.3",
      "outputByW2",
      (z) => 2 * z,
    ),
    slip(
      "What multiplies w₂ in ŷ? In the lecture's chain it was z₁ itself, in this one it is not.",
      "3.3",
      "outputByW2",
      (z) => z,
    ),
    slip("The weight w₂ is missing in ∂ŷ/∂z₁.", "3.4", "outputByZ", (_w2, z) => 2 * z),
    slip(
      "As in the lecture's chain, this takes w₂ alone. But here ŷ is not a straight line in z₁.",
      "3.4",
      "outputByZ",
      (w2) => w2,
    ),
    slip(
      "The constant 1 is kept as if it were a slope; what does not move has slope 0.",
      "3.4",
      "zByW1",
      (x) => x + 1,
    ),
    {
      misconception: "The factors of a chain are added; along a chain they multiply.",
      equation: "3.4",
      answers: {
        slopes: (x: number, w1: number, w2: number, y: number) => {
          const z = w1 * x + 1;
          const dJ = lossByOutput(w2 * z ** 2, y);
          return [dJ + outputByZ(w2, z) + x, dJ + outputByW2(z)];
        },
      },
    },
    {
      misconception:
        "The forward pass inside is that of the lecture: z₁ lacks its constant, and the factors are taken at the wrong place.",
      equation: "3.4",
      answers: {
        slopes: (x: number, w1: number, w2: number, y: number) => {
          const z = w1 * x;
          const dJ = lossByOutput(w2 * z ** 2, y);
          return [dJ * outputByZ(w2, z) * x, dJ * outputByW2(z)];
        },
      },
    },
    {
      misconception: "The slopes come in the wrong order: that of w₁ stands first in the list.",
      equation: "3.4",
      answers: {
        slopes: (x: number, w1: number, w2: number, y: number) => slopes(x, w1, w2, y).reverse(),
      },
    },
    {
      misconception:
        "The slope of w₁ has come only as far as z₁: the last factor of the chain is missing.",
      equation: "3.4",
      answers: { slopes: from(lossByOutput, outputByW2, outputByZ, () => 1) },
    },
  ],
  rightAnswers: [
    {
      lossByOutput: (yHat: number, y: number) => -2 * (y - yHat),
      outputByW2: (z: number) => z * z,
      outputByZ: (w2: number, z: number) => w2 * z + w2 * z,
      zByW1,
      slopes: from(lossByOutput, outputByW2, outputByZ, zByW1),
    },
    {
      lossByOutput: (yHat: number, y: number) => yHat - y + (yHat - y),
      outputByW2: (z: number) => Math.abs(z) ** 2,
      outputByZ: (w2: number, z: number) => (z + z) * w2,
      zByW1: (x: number) => 1 * x,
      slopes: (x: number, w1: number, w2: number, y: number) => {
        const z = 1 + x * w1;
        const e = w2 * z * z - y;
        return [4 * e * w2 * z * x, 2 * e * z * z];
      },
    },
  ],
  equivalentMutants: {
    "outputByZ(w2, z1) becomes outputByZ(z1, w2)":
      "2 w₂ z₁ does not change when w₂ and z₁ change places.",
  },
};

/** A slip in one factor, which spoils the slopes as well. */
function slip(
  misconception: string,
  equation: string,
  factor: "lossByOutput" | "outputByW2" | "outputByZ" | "zByW1",
  wrong: (a: number, b: number) => number,
): Exercise["wrongAnswers"][number] {
  const all = { lossByOutput, outputByW2, outputByZ, zByW1, [factor]: wrong };
  const whole = from(all.lossByOutput, all.outputByW2 as never, all.outputByZ, all.zByW1 as never);
  return { misconception, equation, answers: { [factor]: wrong, slopes: whole } };
}
