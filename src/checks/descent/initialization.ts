/** Chapter 4, exercise 4.9: how far random weights spread, and why they must differ. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { mismatch } from "../../grading/judge.js";
import { ANSWER } from "../../math/tolerances.js";
import { positives } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { INITIALIZATION_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import { type Draw, normalStream, repeating, seeds } from "../streams.js";
import {
  columns,
  differentUnits,
  filled,
  glorotStd,
  heStd,
  initializationSlips,
  type Matrix,
  startWeights,
  uniformLimit,
} from "./initialization-slips.js";

const sizes = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }));
const layers = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), seeds());
/** Weights of few kinds, so that units are often equal. */
const coarse = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 5 }))
  .chain(([nIn, nOut]) =>
    fc.array(fc.array(fc.nat({ max: 1 }), { minLength: nOut, maxLength: nOut }), {
      minLength: nIn,
      maxLength: nIn,
    }),
  )
  .map((W): readonly [number[][]] => [W]);

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** Small, random, scaled with the number of inputs. */
export const initializationExercise: Exercise = {
  id: "descent/initialization",
  number: "4.9",
  title: "Where to start",
  kind: "implement",
  syllabus: ["G10"],
  equations: ["4.17", "4.18", "4.19"],
  reference: { glorotStd, heStd, uniformLimit, startWeights, differentUnits },
  hints: [
    "A sum of many random terms spreads wider than one of few. So what should happen to each weight when a unit gets more inputs? And two units that start equal get equal gradients: what will they be after a step?",
    "Eq. (4.18): the variance is $2/(n_{\\mathrm{in}} + n_{\\mathrm{out}})$, Eq. (4.19): $2/n_{\\mathrm{in}}$; the standard deviation is the root of a variance. Numbers spread evenly over $(-a, a)$, Eq. (4.17), have the variance $a^2/3$. The weights $W$ have shape [in, out]: unit j is column j.",
    "```ts\n// heStd: the root of a variance; uniformLimit: solve a² / 3 = std² for a\nfunction startWeights(nIn: number, nOut: number, normal: () => number): number[][] {\n  const std = heStd(…);\n  return Array.from({ length: … }, () => Array.from({ length: … }, () => … * normal()));\n}\n// differentUnits: write each column as one text, units.map((unit) => unit.join()), and count the texts in a Set\n```",
  ],
  why: "The scale keeps signals the same size from layer to layer; without it they die out or explode within ten layers. The randomness is there for another reason: equal units receive equal gradients and stay equal for ever, so a layer of a hundred equal units can do no more than one. Weights of zero are the extreme case.",
  checks: [
    workedByHand({
      name: "glorotStd: the numbers worked by hand",
      points: 1,
      answer: "glorotStd",
      cases: [
        { args: [1, 1], want: 1, byHand: "√(2/2) = 1" },
        { args: [6, 2], want: 0.5, byHand: "√(2/8) = ½" },
        { args: [30, 20], want: 0.2, byHand: "√(2/50) = 1/5" },
      ],
    }),
    workedByHand({
      name: "heStd: the numbers worked by hand",
      points: 1,
      answer: "heStd",
      cases: [
        { args: [2], want: 1, byHand: "√(2/2) = 1" },
        { args: [8], want: 0.5, byHand: "√(2/8) = ½" },
        { args: [200], want: 0.1, byHand: "√(2/200) = 1/10" },
      ],
    }),
    holdsForAll<readonly [number, number]>({
      name: "both spreads: any numbers of inputs and outputs",
      points: 1,
      hidden: true,
      inputs: sizes,
      problem: (answers, [nIn, nOut]) => {
        const glorot = mismatch(answers.call("glorotStd", nIn, nOut), glorotStd(nIn, nOut), ANSWER);
        if (glorot !== null) return `glorotStd(${nIn}, ${nOut}): ${glorot}.`;
        const he = mismatch(answers.call("heStd", nIn), heStd(nIn), ANSWER);
        return he === null ? null : `heStd(${nIn}): ${he}.`;
      },
    }),
    agreesForAll({
      name: "uniformLimit: even numbers up to it spread as far",
      points: 1,
      answer: "uniformLimit",
      library: uniformLimit,
      inputs: fc.tuple(positives()),
    }),
    workedByHand({
      name: "startWeights: shape and scale, worked by hand",
      points: 1,
      answer: "startWeights",
      cases: [
        {
          args: [2, 1, repeating([1])],
          want: [[1], [1]],
          byHand: "√(2/2) = 1, two inputs, one unit",
        },
        {
          args: [8, 1, repeating([2])],
          want: filled(8, 1, () => 1),
          byHand: "½·2 = 1, eight times",
        },
        {
          args: [2, 3, repeating([-3])],
          want: filled(2, 3, () => -3),
          byHand: "1·(−3), for 2·3 weights",
        },
      ],
    }),
    holdsForAll<readonly [number, number, number]>({
      name: "startWeights: every weight is a new number of the generator, scaled",
      points: 1,
      inputs: layers,
      problem: (answers, [nIn, nOut, seed]) => {
        const like = filled(nIn, nOut, () => 0);
        const W = valueFrom(answers, "startWeights", like, nIn, nOut, normalStream(seed));
        const normal = normalStream(seed);
        const want = W.flat().map(() => heStd(nIn) * normal());
        if (mismatch(ascending(W.flat()), ascending(want), ANSWER) === null) return null;
        return `startWeights(${nIn}, ${nOut}, normal) gave ${W.flat()
          .map((w) => w.toFixed(3))
          .join(
            ", ",
          )}; the numbers drawn, times the spread for ${nIn} inputs, are ${want.map((w) => w.toFixed(3)).join(", ")}.`;
      },
    }),
    workedByHand({
      name: "differentUnits: worked by hand",
      points: 1,
      answer: "differentUnits",
      cases: [
        {
          args: [
            [
              [0, 0, 0],
              [0, 0, 0],
            ],
          ],
          want: 1,
          byHand: "three units of zeros are one",
        },
        {
          args: [
            [
              [1, 2],
              [3, 4],
            ],
          ],
          want: 2,
          byHand: "the columns (1, 3) and (2, 4)",
        },
        {
          args: [
            [
              [1, 2, 1],
              [3, 3, 3],
            ],
          ],
          want: 2,
          byHand: "(1, 3), (2, 3) and (1, 3) again",
        },
        { args: [[[5, 5, 6, 7]]], want: 3, byHand: "one input, four units, two of them equal" },
      ],
    }),
    agreesForAll({
      name: "differentUnits: any weights",
      points: 1,
      answer: "differentUnits",
      library: differentUnits,
      inputs: coarse,
    }),
  ],
  pictures: INITIALIZATION_PICTURES,
  wrongAnswers: initializationSlips,
  rightAnswers: [
    {
      glorotStd: (nIn: number, nOut: number) => 1 / Math.sqrt((nIn + nOut) / 2),
      heStd: (nIn: number) => Math.SQRT2 / Math.sqrt(nIn),
      uniformLimit: (std: number) => Math.sqrt(3 * std ** 2),
      startWeights: (nIn: number, nOut: number, normal: Draw) => {
        const W: number[][] = [];
        for (let i = 0; i < nIn; i++) {
          W.push([]);
          for (let j = 0; j < nOut; j++) W[i]!.push(normal() * (2 / nIn) ** 0.5);
        }
        return W;
      },
      differentUnits: (W: Matrix) => {
        const units = columns(W);
        const isNew = (unit: readonly number[], at: number) =>
          !units.slice(0, at).some((other) => other.every((w, i) => w === unit[i]));
        return units.filter(isNew).length;
      },
    },
    {
      glorotStd: (nIn: number, nOut: number) => (2 / (nIn + nOut)) ** 0.5,
      heStd: (nIn: number) => (nIn / 2) ** -0.5,
      uniformLimit: (std: number) => (3 * std) / Math.sqrt(3),
      // Drawn unit by unit: which number goes where does not matter.
      startWeights: (nIn: number, nOut: number, normal: Draw) =>
        columns(filled(nOut, nIn, () => Math.sqrt(2 / nIn) * normal())),
      differentUnits: (W: Matrix) => new Set(columns(W).map((unit) => JSON.stringify(unit))).size,
    },
  ],
};
