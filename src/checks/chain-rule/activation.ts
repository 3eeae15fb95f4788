/** Chapter 3, exercise 3.3: through a function inside another, through an activation, at a kink. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { listOf } from "../../grading/judge.js";
import { relu, sigmoid, tanh } from "../../math/activations.js";
import { abs } from "../../math/arithmetic.js";
import { centralDifference } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { numbers } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { ACTIVATION_PICTURES } from "../pictures/chain-rule.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import { named, steps, wholes } from "./whole-numbers.js";

type Curve = (s: number) => number;

const composedSlope = (gSlope: Curve, h: Curve, hSlope: Curve, s: number): number =>
  gSlope(h(s)) * hSlope(s);
const throughActivation = (dCdz: number, hSlope: Curve, s: number): number => dCdz * hSlope(s);
const slopesAtKink = (f: Curve, w: number, step: number): number[] => [
  (f(w) - f(w - step)) / step,
  (f(w + step) - f(w)) / step,
];

const twoZ = named("2z", (z: number) => 2 * z);
const line = named("3s + 1", (s: number) => 3 * s + 1);
const three = named("always 3", (_s: number) => 3);
const square = named("s²", (s: number) => s * s);
const twoS = named("2s", (s: number) => 2 * s);
const gate = named("ReLU′", (s: number) => relu.derivative(s));
const sigmoidSlope = named("σ′", (s: number) => sigmoid.derivative(s));
const tanhSlope = named("tanh′", (s: number) => tanh.derivative(s));
const size = named("abs", (w: number) => abs(w));
const rectifier = named("relu", (w: number) => relu(w));

const lines = fc.tuple(wholes(), wholes());
/** g′ = 2az + b, h = cs² + ds, h′ = 2cs + d. */
const composed = fc
  .tuple(lines, lines, wholes())
  .map(([[a, b], [c, d], s]): [Curve, Curve, Curve, number] => [
    named(`${2 * a}z + ${b}`, (z: number) => 2 * a * z + b),
    named(`${c}s² + ${d}s`, (t: number) => c * t * t + d * t),
    named(`${2 * c}s + ${d}`, (t: number) => 2 * c * t + d),
    s,
  ]);
/** Two straight lines that meet, and a place on, left or right of the kink. */
const kinks = fc
  .tuple(lines, wholes(), wholes(2), steps())
  .map(([[left, right], kink, off, h]): [Curve, number, number] => [
    named(
      `slope ${left} left of ${kink}, ${right} right of it`,
      (w: number) => (w < kink ? left : right) * (w - kink),
    ),
    kink + off,
    h,
  ]);

/** (g(h(s)))′ = g′(h(s)) h′(s), dC/ds = dC/dz h′(s), and both sides of a kink. */
export const activationExercise: Exercise = {
  id: "chain-rule/activation",
  number: "3.3",
  title: "Through an activation",
  kind: "implement",
  syllabus: ["B4", "B12"],
  equations: ["3.2", "3.5", "3.6"],
  reference: { composedSlope, throughActivation, slopesAtKink },
  hints: [
    "Two gears: the second one turns where the first one has put it. Which number does the second function see?",
    "Eq. (3.5): $g'(h(s))\\,h'(s)$, where $g'$, $h$ and $h'$ are functions and $s$ is a number. Eq. (3.6) is the same with $dC/dz$ already a number. For a kink, take the quotient of Eq. (3.2) apart: one nudge to the left, one to the right, each over a distance of one step.",
    "```ts\nfunction composedSlope(gSlope: …, h: …, hSlope: …, s: number): number {\n  const z = …;                       // where the outer function works\n  return gSlope(…) * hSlope(…);\n}\nfunction slopesAtKink(f: …, w: number, step: number): number[] {\n  return [(f(w) - f(…)) / step, (f(…) - f(w)) / step];   // left, right\n}\n```",
  ],
  why: "On the way back an activation is one multiplication, by its slope at the sum that it has seen. At a kink there are two slopes, and every number between them is a subgradient. The central difference takes their mean, which is why a gradient check on a kink fails although the program is right.",
  checks: [
    workedByHand({
      name: "composedSlope: the numbers worked by hand",
      points: 1,
      answer: "composedSlope",
      cases: [
        { args: [twoZ, line, three, 1], want: 24, byHand: "h(1) = 4, g′(4) = 8, and 8·3 = 24" },
        { args: [twoZ, line, three, 0], want: 6, byHand: "h(0) = 1, g′(1) = 2, and 2·3 = 6" },
        { args: [twoZ, twoZ, three, 1], want: 12, byHand: "h(1) = 2, g′(2) = 4, and 4·3 = 12" },
        {
          args: [twoZ, square, twoS, 3],
          want: 108,
          byHand: "h(3) = 9, g′(9) = 18, h′(3) = 6, and 18·6 = 108",
        },
      ],
    }),
    agreesForAll({
      name: "composedSlope: any parabola of any parabola",
      points: 1,
      answer: "composedSlope",
      library: composedSlope,
      inputs: composed,
    }),
    workedByHand({
      name: "throughActivation: the numbers worked by hand",
      points: 1,
      answer: "throughActivation",
      cases: [
        { args: [10, gate, 2], want: 10, byHand: "an open gate lets 10 pass" },
        { args: [10, gate, -6], want: 0, byHand: "a shut gate stops it" },
        { args: [8, sigmoidSlope, 0], want: 2, byHand: "σ′(0) = ¼, and 8·¼ = 2" },
        { args: [-3, tanhSlope, 0], want: -3, byHand: "tanh′(0) = 1" },
      ],
    }),
    agreesForAll({
      name: "throughActivation: a sigmoid, measured by nudging",
      points: 1,
      answer: "throughActivation",
      library: (dCdz: number, _slope: Curve, s: number) =>
        centralDifference((t) => dCdz * sigmoid(t), s),
      tolerance: FINITE_DIFFERENCE,
      inputs: fc.tuple(wholes(), fc.constant(sigmoidSlope), numbers()),
    }),
    workedByHand({
      name: "slopesAtKink: the numbers worked by hand",
      points: 1,
      answer: "slopesAtKink",
      cases: [
        {
          args: [size, 0, 1],
          want: [-1, 1],
          byHand: "(0 − 1)/1 on the left, (1 − 0)/1 on the right",
        },
        {
          args: [rectifier, 0, 0.5],
          want: [0, 1],
          byHand: "flat on the left, slope 1 on the right",
        },
        { args: [size, 2, 0.5], want: [1, 1], byHand: "no kink here: both sides agree" },
      ],
    }),
    agreesForAll({
      name: "slopesAtKink: any two lines that meet",
      points: 1,
      answer: "slopesAtKink",
      library: slopesAtKink,
      inputs: kinks,
    }),
    holdsForAll<number>({
      name: "slopesAtKink: the library's slope of a kink lies between the sides",
      points: 1,
      hidden: true,
      inputs: fc.constantFrom(1, 0.5, 0.25),
      problem: (answers, step) => {
        const sides = answers.call("slopesAtKink", rectifier, 0, step);
        const [left, right] = listOf(sides) ?? [];
        const [a, b, own] = [Number(left), Number(right), relu.derivative(0)];
        return a <= own && own <= b && a < b
          ? null
          : `slopesAtKink(relu, 0, ${step}): the library answers ${own}, which must lie from left to right.`;
      },
    }),
  ],
  pictures: ACTIVATION_PICTURES,
  wrongAnswers: [
    {
      misconception: "The outer slope is taken at s; the outer function never sees s.",
      equation: "3.5",
      answers: {
        composedSlope: (gSlope: Curve, _h: Curve, hSlope: Curve, s: number) =>
          gSlope(s) * hSlope(s),
      },
    },
    {
      misconception: "The inner slope is forgotten: the first gear counts as well.",
      equation: "3.5",
      answers: {
        composedSlope: (gSlope: Curve, h: Curve, _hSlope: Curve, s: number) => gSlope(h(s)),
      },
    },
    {
      misconception: "The two slopes are added; one after the other they multiply.",
      equation: "3.5",
      answers: {
        composedSlope: (gSlope: Curve, h: Curve, hSlope: Curve, s: number) =>
          gSlope(h(s)) + hSlope(s),
      },
    },
    {
      misconception:
        "The outer slope is taken at the slope of the inner function, not at its value.",
      equation: "3.5",
      answers: {
        composedSlope: (gSlope: Curve, _h: Curve, hSlope: Curve, s: number) =>
          gSlope(hSlope(s)) * hSlope(s),
      },
    },
    {
      misconception: "The adjoint goes through unchanged: the slope of the activation is missing.",
      equation: "3.6",
      answers: { throughActivation: (dCdz: number) => dCdz },
    },
    {
      misconception:
        "The slope of the activation is taken at the adjoint; it belongs to the sum of the forward pass.",
      equation: "3.6",
      answers: {
        throughActivation: (dCdz: number, hSlope: Curve) => dCdz * hSlope(dCdz),
      },
    },
    {
      misconception: "This divides by the slope, as if going back meant to undo the forward pass.",
      equation: "3.6",
      answers: {
        throughActivation: (dCdz: number, hSlope: Curve, s: number) => dCdz / hSlope(s),
      },
    },
    {
      misconception:
        "Both entries are the central difference. It averages the sides, and a kink has two.",
      equation: "3.2",
      answers: {
        slopesAtKink: (f: Curve, w: number, step: number) => {
          const middle = (f(w + step) - f(w - step)) / (2 * step);
          return [middle, middle];
        },
      },
    },
    {
      misconception:
        "This is how far f moves on each side, and not how far for each unit of way: it depends on the step.",
      equation: "3.2",
      answers: {
        slopesAtKink: (f: Curve, w: number, step: number) => [
          f(w) - f(w - step),
          f(w + step) - f(w),
        ],
      },
    },
    {
      misconception: "The sides have changed places: the left one comes first.",
      equation: "3.2",
      answers: {
        slopesAtKink: (f: Curve, w: number, step: number) => slopesAtKink(f, w, step).reverse(),
      },
    },
    {
      misconception:
        "The left side has the wrong sign: going left by a step changes w by a negative amount.",
      equation: "3.2",
      answers: {
        slopesAtKink: (f: Curve, w: number, step: number) => [
          (f(w - step) - f(w)) / step,
          (f(w + step) - f(w)) / step,
        ],
      },
    },
    {
      misconception: "The inner slope is taken at h(s); the inner function sees s itself.",
      equation: "3.5",
      answers: {
        composedSlope: (gSlope: Curve, h: Curve, hSlope: Curve, s: number) =>
          gSlope(h(s)) * hSlope(h(s)),
      },
    },
    {
      misconception: "Adjoint and slope are added; they multiply.",
      equation: "3.6",
      answers: { throughActivation: (dCdz: number, hSlope: Curve, s: number) => dCdz + hSlope(s) },
    },
  ],
  rightAnswers: [
    {
      composedSlope: (gSlope: Curve, h: Curve, hSlope: Curve, s: number) => {
        const z = h(s);
        return hSlope(s) * gSlope(z);
      },
      throughActivation: (dCdz: number, hSlope: Curve, s: number) => hSlope(s) * dCdz,
      slopesAtKink: (f: Curve, w: number, step: number) =>
        [-step, step].map((d) => (f(w + d) - f(w)) / d),
    },
    {
      composedSlope,
      throughActivation: (dCdz: number, hSlope: Curve, s: number) => [hSlope(s)][0]! * dCdz,
      slopesAtKink: (f: Curve, w: number, step: number) => {
        const here = f(w);
        return [(here - f(w - step)) / step, (here - f(w + step)) / -step];
      },
    },
  ],
};
