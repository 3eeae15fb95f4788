/** Chapter 4, exercise 4.9: starting weights, and the starts that lead nowhere. */
import type { WrongAnswer } from "../../grading/exercise.js";
import type { Draw } from "../streams.js";

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** The root of Eq. (4.18). */
export const glorotStd = (nIn: number, nOut: number): number => Math.sqrt(2 / (nIn + nOut));

/** The root of Eq. (4.19). */
export const heStd = (nIn: number): number => Math.sqrt(2 / nIn);

/** Even numbers on (−a, a) have the variance a²/3. */
export const uniformLimit = (std: number): number => Math.sqrt(3) * std;

/** Weights `[in, out]`. */
export const filled = (nIn: number, nOut: number, next: () => number): number[][] =>
  Array.from({ length: nIn }, () => Array.from({ length: nOut }, next));

/** He's start. */
export const startWeights = (nIn: number, nOut: number, normal: Draw): number[][] =>
  filled(nIn, nOut, () => heStd(nIn) * normal());

/** A list for each variable. */
export const columns = (W: Matrix): number[][] => W[0]!.map((_, j) => W.map((row) => row[j]!));
const different = (units: Matrix): number => new Set(units.map((unit) => unit.join())).size;

/** How many columns differ. */
export const differentUnits = (W: Matrix): number => different(columns(W));

/** Slips, each with the idea behind it. */
export const initializationSlips: readonly WrongAnswer[] = [
  {
    misconception: "This is the variance; the standard deviation is its root.",
    equation: "4.18",
    answers: { glorotStd: (nIn: number, nOut: number) => 2 / (nIn + nOut) },
  },
  {
    misconception: "The outputs are left out; this rule is a compromise between both counts.",
    equation: "4.18",
    answers: { glorotStd: (nIn: number) => heStd(nIn) },
  },
  {
    misconception: "The 2 is missing: two counts are added up, so twice 1 belongs above them.",
    equation: "4.18",
    answers: { glorotStd: (nIn: number, nOut: number) => Math.sqrt(1 / (nIn + nOut)) },
  },
  {
    misconception: "The counts are multiplied; they are added.",
    equation: "4.18",
    answers: { glorotStd: (nIn: number, nOut: number) => Math.sqrt(2 / (nIn * nOut)) },
  },
  {
    misconception: "This is the variance of He's rule; the spread is its root.",
    equation: "4.19",
    answers: { heStd: (nIn: number) => 2 / nIn },
  },
  {
    misconception: "The 2 that makes up for the half that ReLU cuts off is missing.",
    equation: "4.19",
    answers: { heStd: (nIn: number) => Math.sqrt(1 / nIn) },
  },
  {
    misconception: "More inputs would make the weights larger; they have to make them smaller.",
    equation: "4.19",
    answers: { heStd: (nIn: number) => Math.sqrt(2 * nIn) },
  },
  {
    misconception:
      "The limit is taken for the standard deviation; evenly spread numbers vary less.",
    equation: "4.17",
    answers: { uniformLimit: (std: number) => std },
  },
  {
    misconception: "The root of 3 is on the wrong side: the limit is wider than the spread.",
    equation: "4.17",
    answers: { uniformLimit: (std: number) => std / Math.sqrt(3) },
  },
  {
    misconception: "The root is missing: a² is three times the variance, and a is asked for.",
    equation: "4.17",
    answers: { uniformLimit: (std: number) => 3 * std },
  },
  {
    misconception: "Rows and columns have changed places: W has a row an input, [in, out].",
    equation: "4.17",
    answers: {
      startWeights: (nIn: number, nOut: number, normal: Draw) =>
        filled(nOut, nIn, () => heStd(nIn) * normal()),
    },
  },
  {
    misconception:
      "One number is drawn and used for every weight: then all units are equal and stay so.",
    equation: "4.17",
    answers: {
      startWeights: (nIn: number, nOut: number, normal: Draw) => {
        const w = heStd(nIn) * normal();
        return filled(nIn, nOut, () => w);
      },
    },
  },
  {
    misconception: "All weights are 0, so no signal comes through and nothing flows back.",
    equation: "4.17",
    answers: { startWeights: (nIn: number, nOut: number) => filled(nIn, nOut, () => 0) },
  },
  {
    misconception: "The drawn numbers are not scaled with the number of inputs.",
    equation: "4.19",
    answers: {
      startWeights: (nIn: number, nOut: number, normal: Draw) => filled(nIn, nOut, normal),
    },
  },
  {
    misconception: "The weights are scaled by Glorot's rule; He's is asked for.",
    equation: "4.19",
    answers: {
      startWeights: (nIn: number, nOut: number, normal: Draw) =>
        filled(nIn, nOut, () => glorotStd(nIn, nOut) * normal()),
    },
  },
  {
    misconception: "The weights are scaled with the outputs; a unit adds up its inputs.",
    equation: "4.19",
    answers: {
      startWeights: (nIn: number, nOut: number, normal: Draw) =>
        filled(nIn, nOut, () => heStd(nOut) * normal()),
    },
  },
  {
    misconception: "The rows are compared; a unit is a column of W.",
    equation: "4.17",
    answers: { differentUnits: (W: Matrix) => different(W) },
  },
  {
    misconception: "Different numbers are counted, not different units.",
    equation: "4.17",
    answers: { differentUnits: (W: Matrix) => new Set(W.flat()).size },
  },
  {
    misconception: "Every unit is counted; those with the same weights are one.",
    equation: "4.17",
    answers: { differentUnits: (W: Matrix) => W[0]!.length },
  },
  {
    misconception: "Only the first weight of each unit is compared.",
    equation: "4.17",
    answers: { differentUnits: (W: Matrix) => new Set(W[0]).size },
  },
  {
    misconception:
      "A √12 stands where √3 belongs: the numbers run from −a to a, so their width is 2a.",
    equation: "4.17",
    answers: { uniformLimit: (std: number) => Math.sqrt(12) * std },
  },
];
