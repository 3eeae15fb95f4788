/** Chapter 3, exercise 3.1: a slope and a gradient, measured by nudging. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { centralDifference } from "../../math/central-difference.js";
import { lengths } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { TWIDDLE_PICTURES } from "../pictures/chain-rule.js";
import { agreesForAll, lawForAll } from "../properties.js";
import { named, steps, wholeLists, wholes } from "./whole-numbers.js";

type Vector = readonly number[];
type Curve = (w: number) => number;
type Loss = (w: Vector) => number;

const slope = (J: Curve, w: number, h: number): number => centralDifference(J, w, h);
/** The weights, with one of them moved. */
const moved = (w: Vector, i: number, by: number): number[] =>
  w.map((wj, j) => (j === i ? wj + by : wj));
const gradient = (J: Loss, w: Vector, h: number): number[] =>
  w.map((_, i) => (J(moved(w, i, h)) - J(moved(w, i, -h))) / (2 * h));

const square: Curve = named("square", (w: number) => w ** 2);
const cube: Curve = named("cube", (w: number) => w ** 3);
const product: Loss = named("product", (w: Vector) => w.reduce((all, wi) => all * wi, 1));
const squareAndLine: Loss = named("squareAndLine", ([a = 0, b = 0]: Vector) => a ** 2 + 3 * b);

const cubics: fc.Arbitrary<Curve> = wholeLists(3).map(([a = 0, b = 0, c = 0]) =>
  named(`${a}·w³ + ${b}·w² + ${c}·w`, (w: number) => a * w ** 3 + b * w ** 2 + c * w),
);
/** Squares, and a product of all weights so that no slope is independent of the other weights. */
const lossesAt: fc.Arbitrary<[Loss, number[], number]> = lengths(3).chain((n) =>
  fc
    .tuple(wholeLists(n), wholeLists(n), steps())
    .map(([a, w, h]): [Loss, number[], number] => [
      named(`Σ aᵢ·wᵢ² + Π wᵢ, with a = [${a.join(", ")}]`, (v: Vector) =>
        v.reduce((sum, vi, i) => sum + a[i]! * vi ** 2, product(v)),
      ),
      w,
      h,
    ]),
);

/** (J(w + h) − J(w − h)) / 2h, for one weight and for each of many. */
export const twiddleExercise: Exercise = {
  id: "chain-rule/twiddle",
  number: "3.1",
  title: "Measure a slope",
  kind: "implement",
  syllabus: ["B1", "B2"],
  equations: ["3.1", "3.2"],
  reference: { slope, gradient },
  hints: [
    "Push the weight up a little and read J; push it down by as much and read J again. How far apart are the two places at which you have read?",
    "Eq. (3.2): $\\frac{J(w + h) - J(w - h)}{2h}$ is one number. Eq. (3.1) has one such number for each weight, shape [n]: weight $i$ moves, and all others stay where they were.",
    "```ts\nfunction gradient(J: …, w: readonly number[], h: number): number[] {\n  return w.map((_, i) => {\n    const up = [...w];          // a copy: w itself stays as it is\n    up[i] = …;\n    const down = [...w];\n    down[i] = …;\n    return …;                   // the quotient of Eq. (3.2)\n  });\n}\n```",
  ],
  why: "Nudging to both sides cancels the bend of the curve: for a parabola the measured slope is exact, however large the step. The price is two runs a weight, so this is a witness for other methods and no way to train.",
  checks: [
    workedByHand({
      name: "slope: the numbers worked by hand",
      points: 1,
      answer: "slope",
      cases: [
        { args: [square, 3, 1], want: 6, byHand: "(16 − 4)/2 = 6" },
        { args: [square, 3, 0.5], want: 6, byHand: "(12.25 − 6.25)/1 = 6" },
        { args: [cube, 1, 1], want: 4, byHand: "(8 − 0)/2 = 4" },
        { args: [cube, -1, 1], want: 4, byHand: "(0 − (−8))/2 = 4" },
      ],
    }),
    lawForAll<[Curve, number, number]>({
      name: "slope: it does not see how high the curve lies",
      points: 1,
      inputs: fc.tuple(cubics, wholes(), wholes()),
      sides: (answers, [J, w, c]) => [
        answers.call(
          "slope",
          named(`${J.name} + ${c}`, (v: number) => J(v) + c),
          w,
          0.5,
        ),
        slope(J, w, 0.5),
      ],
      statement: ([J, w, c]) => `At w = ${w}, adding ${c} to ${J.name} changes no slope; that`,
    }),
    agreesForAll({
      name: "slope: any cubic, anywhere, with any step",
      points: 1,
      answer: "slope",
      library: slope,
      inputs: fc.tuple(cubics, wholes(), steps()),
    }),
    workedByHand({
      name: "gradient: the numbers worked by hand",
      points: 1,
      answer: "gradient",
      cases: [
        { args: [square1(), [3], 1], want: [6], byHand: "one weight: the slope from before" },
        {
          args: [squareAndLine, [1, 2], 1],
          want: [2, 3],
          byHand: "w₁² has the slope 2, 3w₂ has 3",
        },
        {
          args: [product, [2, 5], 1],
          want: [5, 2],
          byHand: "(3·5 − 1·5)/2 = 5 and (2·6 − 2·4)/2 = 2",
        },
      ],
    }),
    agreesForAll({
      name: "gradient: one, two or three weights",
      points: 1,
      answer: "gradient",
      library: gradient,
      inputs: lossesAt,
    }),
    agreesForAll({
      name: "gradient: 0 at the bottom of a bowl",
      points: 1,
      hidden: true,
      answer: "gradient",
      library: gradient,
      inputs: lengths(3).chain((n) =>
        fc
          .tuple(wholeLists(n), wholeLists(n, 1))
          .map(([c, d]): [Loss, number[], number] => [
            named(`Σ (wᵢ − cᵢ)², with c = [${c.join(", ")}]`, (w: Vector) =>
              w.reduce((sum, wi, i) => sum + (wi - c[i]!) ** 2, 0),
            ),
            c.map((ci, i) => ci + d[i]!),
            0.5,
          ]),
      ),
    }),
  ],
  pictures: TWIDDLE_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The nudge goes to one side only. The bend of the curve then stays in the result.",
      equation: "3.2",
      answers: {
        slope: (J: Curve, w: number, h: number) => (J(w + h) - J(w)) / h,
        gradient: (J: Loss, w: Vector, h: number) =>
          w.map((_, i) => (J(moved(w, i, h)) - J(w)) / h),
      },
    },
    {
      misconception:
        "The difference is divided by h, but the two places lie further apart than that.",
      equation: "3.2",
      answers: {
        slope: (J: Curve, w: number, h: number) => (J(w + h) - J(w - h)) / h,
        gradient: (J: Loss, w: Vector, h: number) => gradient(J, w, h).map((g) => 2 * g),
      },
    },
    {
      misconception:
        "The two values stand in the wrong order: a rising curve gets a negative slope.",
      equation: "3.2",
      answers: {
        slope: (J: Curve, w: number, h: number) => -slope(J, w, h),
        gradient: (J: Loss, w: Vector, h: number) => gradient(J, w, h).map((g) => -g),
      },
    },
    {
      misconception:
        "This is how far J moves, and not how far for each unit of way: it depends on the step.",
      equation: "3.2",
      answers: {
        slope: (J: Curve, w: number, h: number) => J(w + h) - J(w - h),
        gradient: (J: Loss, w: Vector, h: number) =>
          w.map((_, i) => J(moved(w, i, h)) - J(moved(w, i, -h))),
      },
    },
    {
      misconception:
        "It divides by 2 and then multiplies by h: in code, a / 2 * h is not a / (2 * h).",
      equation: "3.2",
      answers: {
        slope: (J: Curve, w: number, h: number) => ((J(w + h) - J(w - h)) / 2) * h,
        gradient: (J: Loss, w: Vector, h: number) =>
          w.map((_, i) => ((J(moved(w, i, h)) - J(moved(w, i, -h))) / 2) * h),
      },
    },
    {
      misconception:
        "The difference lacks its parentheses: only the second J is divided by 2, and then multiplied by h.",
      equation: "3.2",
      answers: {
        slope: (J: Curve, w: number, h: number) => J(w + h) - (J(w - h) / 2) * h,
        gradient: (J: Loss, w: Vector, h: number) =>
          w.map((_, i) => J(moved(w, i, h)) - (J(moved(w, i, -h)) / 2) * h),
      },
    },
    {
      misconception:
        "The difference lacks its parentheses: J(w + h) − J(w − h) / (2h) divides the second J alone.",
      equation: "3.2",
      answers: {
        slope: (J: Curve, w: number, h: number) => J(w + h) - J(w - h) / (2 * h),
        gradient: (J: Loss, w: Vector, h: number) =>
          w.map((_, i) => J(moved(w, i, h)) - J(moved(w, i, -h)) / (2 * h)),
      },
    },
    {
      misconception:
        "All weights move together. A partial derivative asks what one weight does while the others stay.",
      equation: "3.1",
      answers: {
        gradient: (J: Loss, w: Vector, h: number) =>
          w.map(() => (J(w.map((wi) => wi + h)) - J(w.map((wi) => wi - h))) / (2 * h)),
      },
    },
    {
      misconception:
        "A weight that was pushed is not put back before the next one moves. Does the code write into w itself?",
      equation: "3.1",
      answers: {
        gradient: (J: Loss, w: Vector, h: number) => {
          const now = [...w];
          return w.map((_, i) => {
            now[i]! += h;
            const up = J([...now]);
            now[i]! -= 2 * h;
            return (up - J([...now])) / (2 * h);
          });
        },
      },
    },
    {
      misconception: "The slopes are added up to one; a gradient keeps them apart, one a weight.",
      equation: "3.1",
      answers: {
        gradient: (J: Loss, w: Vector, h: number) =>
          gradient(J, w, h).reduce((sum, g) => sum + g, 0),
      },
    },
  ],
  rightAnswers: [
    {
      slope: (J: Curve, w: number, h: number) => {
        const [right, left] = [J(w + h), J(w - h)];
        return (right - left) / h / 2;
      },
      gradient: (J: Loss, w: Vector, h: number) => {
        const now = [...w];
        const found: number[] = [];
        for (let i = 0; i < w.length; i++) {
          now[i] = w[i]! + h;
          const up = J(now);
          now[i] = w[i]! - h;
          found.push((up - J(now)) / (2 * h));
          now[i] = w[i]!;
        }
        return found;
      },
    },
    {
      slope: (J: Curve, w: number, h: number) =>
        0.5 * ((J(w + h) - J(w)) / h + (J(w) - J(w - h)) / h),
      gradient: (J: Loss, w: Vector, h: number) =>
        w.map((_, i) => slope((v) => J(w.map((wj, j) => (j === i ? v : wj))), w[i]!, h)),
    },
  ],
};

/** The square as a loss of one weight. */
function square1(): Loss {
  return named("square", ([w = 0]: Vector) => w ** 2);
}
