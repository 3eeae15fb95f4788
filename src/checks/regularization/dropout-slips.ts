/** Chapter 5, exercise 5.4: the right functions, and what is mixed up about dropout. */
import type { WrongAnswer } from "../../grading/exercise.js";

export type Vector = readonly number[];

export type Matrix = readonly Vector[];

export const dropoutMask = (u: Matrix, rate: number): number[][] =>
  u.map((row) => row.map((ui) => (ui < rate ? 0 : 1)));

export const dropoutTraining = (x: Matrix, mask: Matrix, rate: number): number[][] =>
  x.map((row, n) => row.map((xi, i) => (mask[n]![i]! * xi) / (1 - rate)));

export const dropoutInference = (x: Matrix, _rate: number): number[][] => x.map((row) => [...row]);

/** Typical wrong answers of exercise 5.4. */
export const DROPOUT_SLIPS: readonly WrongAnswer[] = [
  {
    misconception:
      "The rate is read as the share that is kept. It is the share that is dropped, as in Keras.",
    equation: "5.6",
    answers: {
      dropoutMask: (u: Matrix, rate: number) =>
        u.map((row) => row.map((ui) => (ui < rate ? 1 : 0))),
    },
  },
  {
    misconception:
      "At a rate of 0 a draw of exactly 0 is dropped: the comparison lets equality in.",
    equation: "5.6",
    answers: {
      dropoutMask: (u: Matrix, rate: number) =>
        u.map((row) => row.map((ui) => (ui <= rate ? 0 : 1))),
    },
  },
  {
    misconception: "The first row's mask is used for every example; each has one of its own.",
    equation: "5.6",
    answers: {
      dropoutMask: (u: Matrix, rate: number) =>
        dropoutMask(
          u.map(() => u[0]!),
          rate,
        ),
    },
  },
  {
    misconception: "The factor is in the mask already; here a mask holds 0 and 1 only.",
    equation: "5.6",
    answers: {
      dropoutMask: (u: Matrix, rate: number) =>
        dropoutTraining(
          u.map((row) => row.map(() => 1)),
          dropoutMask(u, rate),
          rate,
        ),
    },
  },
  {
    misconception: "Those that stay do not speak up: the next layer hears too little.",
    equation: "5.6",
    answers: {
      dropoutTraining: (x: Matrix, mask: Matrix) => dropoutTraining(x, mask, 0),
    },
  },
  {
    misconception:
      "It is divided by the share that is lost; what counts is the share that is left.",
    equation: "5.6",
    answers: {
      dropoutTraining: (x: Matrix, mask: Matrix, rate: number) =>
        x.map((row, n) => row.map((xi, i) => (mask[n]![i]! * xi) / rate)),
    },
  },
  {
    misconception: "It is multiplied by 1 − r, so that those that stay speak more softly still.",
    equation: "5.6",
    answers: {
      dropoutTraining: (x: Matrix, mask: Matrix, rate: number) =>
        x.map((row, n) => row.map((xi, i) => mask[n]![i]! * xi * (1 - rate))),
    },
  },
  {
    misconception: "The mask is turned around: where it is 0 the unit is silent.",
    equation: "5.6",
    answers: {
      dropoutTraining: (x: Matrix, mask: Matrix, rate: number) =>
        dropoutTraining(
          x,
          mask.map((row) => row.map((m) => 1 - m)),
          rate,
        ),
    },
  },
  {
    misconception: "The mask is forgotten: all units speak, and too loudly.",
    equation: "5.6",
    answers: {
      dropoutTraining: (x: Matrix, mask: Matrix, rate: number) =>
        dropoutTraining(
          x,
          mask.map((row) => row.map(() => 1)),
          rate,
        ),
    },
  },
  {
    misconception: "The first example's mask is put over all of them.",
    equation: "5.6",
    answers: {
      dropoutTraining: (x: Matrix, mask: Matrix, rate: number) =>
        dropoutTraining(
          x,
          x.map(() => mask[0]!),
          rate,
        ),
    },
  },
  {
    misconception:
      "It is scaled at inference as well. Training has done that already; twice is too much.",
    equation: "5.6",
    answers: {
      dropoutInference: (x: Matrix, rate: number) =>
        x.map((row) => row.map((xi) => xi * (1 - rate))),
    },
  },
  {
    misconception: "Those that stay are made louder, but at inference nobody is missing.",
    equation: "5.6",
    answers: {
      dropoutInference: (x: Matrix, rate: number) =>
        x.map((row) => row.map((xi) => xi / (1 - rate))),
    },
  },
  {
    misconception:
      "It is divided by the share of this very mask that is kept. The factor belongs to the rate: a mask may keep all, or nothing.",
    equation: "5.6",
    answers: {
      dropoutTraining: (x: Matrix, mask: Matrix) =>
        x.map((row, n) => {
          const kept = mask[n]!.reduce((sum, m) => sum + m, 0) / row.length;
          return row.map((xi, i) => (mask[n]![i]! * xi) / kept);
        }),
    },
  },
];
