/** Chapter 5, exercise 5.6: the right functions, and what is mixed up about noise and shifts. */

import type { WrongAnswer } from "../../grading/exercise.js";
import type { Draw } from "../streams.js";

export type Vector = readonly number[];

export type Image = readonly Vector[];

export const addNoise = (x: Vector, sigma: number, normal: Draw): number[] =>
  x.map((xi) => xi + sigma * normal());

export const shiftImage = (image: Image, down: number, right: number): number[][] =>
  image.map((line, i) => line.map((_, j) => image[i - down]?.[j - right] ?? 0));

export const noisePenalty = (w: Vector, sigma: number): number =>
  sigma ** 2 * w.reduce((sum, wi) => sum + wi * wi, 0);

/** Typical wrong answers of exercise 5.6. */
export const AUGMENTATION_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "One draw is used for the whole list: all entries shake together.",
    equation: "5.7",
    answers: {
      addNoise: (x: Vector, sigma: number, normal: Draw) => {
        const noise = sigma * normal();
        return x.map((xi) => xi + noise);
      },
    },
  },
  {
    misconception: "σ is missing: the noise always has deviation 1.",
    equation: "5.7",
    answers: { addNoise: (x: Vector, _: number, normal: Draw) => addNoise(x, 1, normal) },
  },
  {
    misconception: "The draw is multiplied by the variance; the deviation is its root.",
    equation: "5.7",
    answers: {
      addNoise: (x: Vector, sigma: number, normal: Draw) => addNoise(x, sigma ** 2, normal),
    },
  },
  {
    misconception: "The noise multiplies the input: an input of 0 would never shake.",
    equation: "5.7",
    answers: {
      addNoise: (x: Vector, sigma: number, normal: Draw) =>
        x.map((xi) => xi * (1 + sigma * normal())),
    },
  },
  {
    misconception: "The noise is taken away. On average that is the same, but it is not Eq. (5.7).",
    equation: "5.7",
    answers: {
      addNoise: (x: Vector, sigma: number, normal: Draw) => addNoise(x, -sigma, normal),
    },
  },
  {
    misconception: "Only the noise is returned; the input is gone.",
    equation: "5.7",
    answers: {
      addNoise: (x: Vector, sigma: number, normal: Draw) =>
        addNoise(
          x.map(() => 0),
          sigma,
          normal,
        ),
    },
  },
  {
    misconception: "The square of σ is missing: the error is squared, so its σ is, too.",
    equation: "5.2",
    answers: { noisePenalty: (w: Vector, sigma: number) => noisePenalty(w, Math.sqrt(sigma)) },
  },
  {
    misconception:
      "The weights are added and then squared, as if all inputs shook together; they shake one by one.",
    equation: "5.2",
    answers: {
      noisePenalty: (w: Vector, sigma: number) =>
        sigma ** 2 * w.reduce((sum, wi) => sum + wi, 0) ** 2,
    },
  },
  {
    misconception:
      "This is the price of L1; a shaken input is paid for by the square of its weight.",
    equation: "5.2",
    answers: {
      noisePenalty: (w: Vector, sigma: number) =>
        sigma ** 2 * w.reduce((sum, wi) => sum + Math.abs(wi), 0),
    },
  },
  {
    misconception:
      "The image moves the other way: the pixel at (i, j) came from further up and further left.",
    equation: "5.7",
    answers: {
      shiftImage: (image: Image, down: number, right: number) => shiftImage(image, -down, -right),
    },
  },
  {
    misconception: "Down and right have changed places: the first index counts rows.",
    equation: "5.7",
    answers: {
      shiftImage: (image: Image, down: number, right: number) => shiftImage(image, right, down),
    },
  },
  {
    misconception:
      "What leaves on one side comes in on the other; here it is lost, and 0 comes in.",
    equation: "5.7",
    answers: {
      shiftImage: (image: Image, down: number, right: number) => {
        const wrapped = (k: number, n: number): number => ((k % n) + n) % n;
        return image.map((line, i) =>
          line.map(
            (_, j) => image[wrapped(i - down, image.length)]![wrapped(j - right, line.length)]!,
          ),
        );
      },
    },
  },
  {
    misconception: "The edge is copied outwards; the paper outside the frame is blank.",
    equation: "5.7",
    answers: {
      shiftImage: (image: Image, down: number, right: number) => {
        const within = (k: number, n: number): number => Math.min(n - 1, Math.max(0, k));
        return image.map((line, i) =>
          line.map(
            (_, j) => image[within(i - down, image.length)]![within(j - right, line.length)]!,
          ),
        );
      },
    },
  },
  {
    misconception: "Only the rows move.",
    equation: "5.7",
    answers: { shiftImage: (image: Image, down: number) => shiftImage(image, down, 0) },
  },
  {
    misconception: "Only the columns move.",
    equation: "5.7",
    answers: {
      shiftImage: (image: Image, _: number, right: number) => shiftImage(image, 0, right),
    },
  },
  {
    misconception:
      "The image is changed while it is still being read: later pixels come from places already overwritten. Fill a new one.",
    equation: "5.7",
    answers: {
      shiftImage: (image: Image, down: number, right: number) => {
        const moved = image.map((line) => [...line]);
        for (const [i, line] of moved.entries()) {
          for (const j of line.keys()) {
            const place = moved[i + down];
            if (place?.[j + right] !== undefined) place[j + right] = line[j]!;
            line[j] = 0;
          }
        }
        return moved;
      },
    },
  },
];
