/** Chapter 3, exercise 3.4: one value that many sums read. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { sigmoid, tanh } from "../../math/activations.js";
import { centralDifference } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, numbers, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { FAN_OUT_PICTURES } from "../pictures/chain-rule.js";
import { agreesForAll, lawForAll } from "../properties.js";
import { named, wholeLists, wholes } from "./whole-numbers.js";

type Vector = readonly number[];
type Curve = (s: number) => number;

const total = (list: Vector): number => list.reduce((sum, x) => sum + x, 0);
const fanOut = (w: Vector, z: number): number[] => w.map((wi) => wi * z);
const fanOutBack = (dCds: Vector, w: Vector): number => total(w.map((wi, i) => dCds[i]! * wi));
const backThroughUnits = (dCda: Vector, w: Vector, z: number, slope: Curve): number =>
  total(w.map((wi, i) => dCda[i]! * slope(wi * z) * wi));

const twoS = named("2s", (s: number) => 2 * s);
const lineSlope = named("always 3", (_s: number) => 3);
const sigmoidSlope = named("σ′", (s: number) => sigmoid.derivative(s));
const tanhSlope = named("tanh′", (s: number) => tanh.derivative(s));
const pairs = lengths(4).chain((n) => fc.tuple(wholeLists(n), wholeLists(n)));

/** dC/dz = Σᵢ dC/dsᵢ wᵢ, also with an activation on each road. */
export const fanOutExercise: Exercise = {
  id: "chain-rule/fan-out",
  number: "3.4",
  title: "One value, many readers",
  kind: "implement",
  syllabus: ["B4", "B5"],
  equations: ["3.6", "3.7", "3.8"],
  reference: { fanOut, fanOutBack, backThroughUnits },
  hints: [
    "A small push of z moves every sum at once. Along one road, how far does the cost move? The roads do not know of each other, and small effects add up.",
    "Eq. (3.7): $s_i = w_i z$, from one number to the shape [n]. Eq. (3.8): $\\frac{dC}{dz} = \\sum_i \\frac{dC}{ds_i} w_i$, from two lists of shape [n] to one number. With an activation on road $i$, Eq. (3.6) turns $dC/da_i$ into $dC/ds_i$ first.",
    "```ts\nfunction backThroughUnits(dCda: …, w: …, z: number, slope: …): number {\n  let dCdz = 0;\n  for (let i = 0; i < w.length; i++) {\n    const s = …;                       // what unit i has seen on the way forward\n    const dCds = dCda[i] * slope(…);   // back through its activation\n    dCdz += …;                         // back along its weight\n  }\n  return dCdz;\n}\n```",
  ],
  why: "A copy on the way forward is a sum on the way back, with the same weights. So roads can cancel: a value may have many eager readers and no slope at all.",
  checks: [
    workedByHand({
      name: "fanOut: the numbers worked by hand",
      points: 1,
      answer: "fanOut",
      cases: [
        { args: [[3], 2], want: [6], byHand: "3·2 = 6" },
        { args: [[3, -2, 1], 1], want: [3, -2, 1], byHand: "z = 1 leaves the weights" },
        { args: [[3, -2, 1], 4], want: [12, -8, 4], byHand: "each weight times 4" },
        { args: [[3, -2], 0], want: [0, 0], byHand: "nothing goes out" },
      ],
    }),
    workedByHand({
      name: "fanOutBack: the numbers worked by hand",
      points: 1,
      answer: "fanOutBack",
      cases: [
        { args: [[5], [3]], want: 15, byHand: "one road: 5·3" },
        {
          args: [
            [1, 10],
            [2, 3],
          ],
          want: 32,
          byHand: "1·2 + 10·3 = 32",
        },
        {
          args: [
            [1, 2, 1],
            [3, -2, 1],
          ],
          want: 0,
          byHand: "3 − 4 + 1 = 0, as in the lecture",
        },
      ],
    }),
    lawForAll<[number[], number[], number, number]>({
      name: "fanOutBack: one more road adds its own share",
      points: 1,
      inputs: pairs.chain(([d, w]) => fc.tuple(fc.constant(d), fc.constant(w), wholes(), wholes())),
      sides: (answers, [d, w, more, weight]) => [
        answers.call("fanOutBack", [...d, more], [...w, weight]),
        fanOutBack(d, w) + more * weight,
      ],
      statement: ([d, w, more, weight]) =>
        `To the roads with slopes [${d.join(", ")}] and weights [${w.join(", ")}] comes one with slope ${more} and weight ${weight}: fanOutBack is the sum of all shares, which`,
    }),
    agreesForAll({
      name: "fanOutBack: any number of roads",
      points: 1,
      answer: "fanOutBack",
      library: fanOutBack,
      inputs: pairs,
    }),
    workedByHand({
      name: "backThroughUnits: the numbers worked by hand",
      points: 1,
      answer: "backThroughUnits",
      cases: [
        {
          args: [[1], [2], 5, lineSlope],
          want: 6,
          byHand: "1·3·2: the adjoint, the slope, the weight",
        },
        {
          args: [[1, 1], [1, 2], 3, twoS],
          want: 30,
          byHand: "s = (3, 6), slopes (6, 12), shares 6·1 and 12·2",
        },
        { args: [[7, 7], [1, -1], 0, tanhSlope], want: 0, byHand: "7·1·1 − 7·1·1 = 0" },
      ],
    }),
    agreesForAll({
      name: "backThroughUnits: sigmoids, measured by nudging z",
      points: 1,
      answer: "backThroughUnits",
      library: (dCda: Vector, w: Vector, z: number) =>
        centralDifference((v) => total(w.map((wi, i) => dCda[i]! * sigmoid(wi * v))), z),
      tolerance: FINITE_DIFFERENCE,
      inputs: lengths(3).chain((n) =>
        fc.tuple(wholeLists(n), vectors(n, 1), numbers(1), fc.constant(sigmoidSlope)),
      ),
    }),
    agreesForAll({
      name: "backThroughUnits: squares on every road",
      points: 1,
      hidden: true,
      answer: "backThroughUnits",
      library: backThroughUnits,
      inputs: pairs.chain(([d, w]) =>
        fc.tuple(fc.constant(d), fc.constant(w), wholes(), fc.constant(twoS)),
      ),
    }),
  ],
  pictures: FAN_OUT_PICTURES,
  wrongAnswers: [
    {
      misconception: "The weights are added to z; a weight multiplies what it reads.",
      equation: "3.7",
      answers: { fanOut: (w: Vector, z: number) => w.map((wi) => wi + z) },
    },
    {
      misconception: "This is one sum over all weights, but each reader has a sum of its own.",
      equation: "3.7",
      answers: { fanOut: (w: Vector, z: number) => total(w) * z },
    },
    {
      misconception:
        "Only the last road counts: each road overwrites what the one before had brought.",
      equation: "3.8",
      answers: {
        fanOutBack: (d: Vector, w: Vector) => d.at(-1)! * w.at(-1)!,
        backThroughUnits: (d: Vector, w: Vector, z: number, slope: Curve) =>
          backThroughUnits(d.slice(-1), w.slice(-1), z, slope),
      },
    },
    {
      misconception: "Only the first road counts: does the loop return too early?",
      equation: "3.8",
      answers: {
        fanOutBack: (d: Vector, w: Vector) => d[0]! * w[0]!,
        backThroughUnits: (d: Vector, w: Vector, z: number, slope: Curve) =>
          backThroughUnits(d.slice(0, 1), w.slice(0, 1), z, slope),
      },
    },
    {
      misconception:
        "The slopes come back without the weights: along road i the sum moves wᵢ times as far as z.",
      equation: "3.8",
      answers: {
        fanOutBack: (d: Vector, _w: Vector) => total(d),
        backThroughUnits: (d: Vector, w: Vector, z: number, slope: Curve) =>
          total(w.map((wi, i) => d[i]! * slope(wi * z))),
      },
    },
    {
      misconception: "The shares are averaged. A push takes all roads in full, so they add up.",
      equation: "3.8",
      answers: {
        fanOutBack: (d: Vector, w: Vector) => fanOutBack(d, w) / w.length,
        backThroughUnits: (d: Vector, w: Vector, z: number, slope: Curve) =>
          backThroughUnits(d, w, z, slope) / w.length,
      },
    },
    {
      misconception:
        "Sums are multiplied: all slopes together times all weights together mixes roads that never meet.",
      equation: "3.8",
      answers: { fanOutBack: (d: Vector, w: Vector) => total(d) * total(w) },
    },
    {
      misconception: "The roads multiply. Stages of one road do; different roads add.",
      equation: "3.8",
      answers: {
        fanOutBack: (d: Vector, w: Vector) => w.reduce((all, wi, i) => all * d[i]! * wi, 1),
      },
    },
    {
      misconception:
        "The slope of every activation is taken at z; unit i has seen its own sum, not z.",
      equation: "3.6",
      answers: {
        backThroughUnits: (d: Vector, w: Vector, z: number, slope: Curve) =>
          total(w.map((wi, i) => d[i]! * slope(z) * wi)),
      },
    },
    {
      misconception: "The activations are passed over: their slopes are missing on the way back.",
      equation: "3.6",
      answers: { backThroughUnits: (d: Vector, w: Vector) => fanOutBack(d, w) },
    },
  ],
  rightAnswers: [
    {
      fanOut: (w: Vector, z: number) => {
        const s: number[] = [];
        for (const wi of w) s.push(z * wi);
        return s;
      },
      fanOutBack: (d: Vector, w: Vector) => {
        let sum = 0;
        for (let i = w.length - 1; i >= 0; i--) sum += w[i]! * d[i]!;
        return sum;
      },
      backThroughUnits: (d: Vector, w: Vector, z: number, slope: Curve) =>
        fanOutBack(
          fanOut(w, z).map((s, i) => d[i]! * slope(s)),
          w,
        ),
    },
    {
      fanOut: (w: Vector, z: number) => Array.from(w, (wi) => wi * z),
      fanOutBack: ([d = 0, ...ds]: Vector, [w = 0, ...ws]: Vector) => d * w + fanOutBack(ds, ws),
      backThroughUnits: (d: Vector, w: Vector, z: number, slope: Curve) => {
        let sum = 0;
        for (const [i, wi] of w.entries()) sum += wi * (d[i]! * slope(z * wi));
        return sum;
      },
    },
  ],
  equivalentMutants: {
    "fanOutBack(dCds, w) becomes fanOutBack(w, dCds)":
      "A sum of products does not mind which list comes first.",
  },
};
