/** Chapter 5, exercise 5.6: noise on the inputs, and images that are moved. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, matrices, positives, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { AUGMENTATION_PICTURES } from "../pictures/regularization.js";
import { agreesForAll, holdsForAll, lawForAll } from "../properties.js";
import { type Draw, normalStream, repeating, seeds } from "../streams.js";
import {
  AUGMENTATION_SLIPS,
  addNoise,
  type Image,
  noisePenalty,
  shiftImage,
  type Vector,
} from "./augmentation-slips.js";

const moves = fc.integer({ min: -3, max: 3 });

const images = fc
  .tuple(lengths(4), lengths(4))
  .chain(([height, width]) => fc.tuple(matrices(height, width), moves, moves));

const dotted = (height: number, width: number, i: number, j: number): number[][] =>
  Array.from({ length: height }, (_, line) =>
    Array.from({ length: width }, (_, column) => (line === i && column === j ? 1 : 0)),
  );

/** x + ε with ε of deviation σ, and an image that has moved. */
export const augmentationExercise: Exercise = {
  id: "regularization/augmentation",
  number: "5.6",
  title: "Noise, and examples that you make yourself",
  kind: "implement",
  syllabus: ["R5"],
  equations: ["5.2", "5.7"],
  reference: { addNoise, noisePenalty, shiftImage },
  hints: [
    "For the image, do not ask where a pixel goes. Ask for each place of the new image where its pixel came from, and whether that place exists.",
    "Eq. (5.7): $\\tilde x = x + \\varepsilon$ with $\\varepsilon \\sim \\mathcal N(0, \\sigma^2)$, of shape [k]: every entry has an ε of its own. `normal()` has standard deviation 1, and the deviation is to be σ. An image has the shape [height, width], rows counted downwards; outside of it everything is 0. For the price, square $\\sum_i w_i \\varepsilon_i$ and average: the mixed terms vanish, as in Eq. (5.2).",
    "```ts\nfunction addNoise(x: readonly number[], sigma: number, normal: () => number): number[] {\n  return x.map((xi) => xi + …);           // one call of normal for each entry\n}\nfunction shiftImage(image, down: number, right: number): number[][] {\n  return image.map((line, i) =>\n    line.map((_, j) => image[…]?.[…] ?? 0),   // where did the pixel at (i, j) come from?\n  );\n}\n```\n`?.` and `?? 0` answer 0 where there is no such line or pixel.",
  ],
  why: "Both make new examples out of old ones, and both say something about the world. Noise says that small changes do not matter, whichever they are; for one linear unit that is the L2 price with $\\lambda = \\sigma^2$. A shift says that the place does not matter. The statement must be true: a mirrored seven is no seven.",
  checks: [
    workedByHand({
      name: "addNoise: the numbers worked by hand",
      points: 1,
      answer: "addNoise",
      cases: [
        {
          args: [[1, 2], 0.5, repeating([2, -1])],
          want: [2, 1.5],
          byHand: "normal() gives 2, then −1: 1 + ½·2 and 2 − ½·1",
        },
        { args: [[1, 2], 0, repeating([2, -1])], want: [1, 2], byHand: "σ = 0 is no noise" },
        {
          args: [[0, 0, 0], 2, repeating([1, 0, -1])],
          want: [2, 0, -2],
          byHand: "each entry has a draw of its own",
        },
      ],
    }),
    agreesForAll({
      name: "addNoise: any list, σ and generator",
      points: 1,
      answer: "addNoise",
      library: addNoise,
      inputs: fc.tuple(
        lengths(5).chain((k) => vectors(k)),
        positives(),
        seeds().map(normalStream),
      ),
    }),
    workedByHand({
      name: "noisePenalty: the numbers worked by hand",
      points: 1,
      answer: "noisePenalty",
      cases: [
        { args: [[1], 1], want: 1, byHand: "the output shakes as the input does" },
        { args: [[2, -1], 0.5], want: 1.25, byHand: "¼·(4 + 1), as measured in the lecture" },
        { args: [[3, 4], 2], want: 100, byHand: "4·(9 + 16)" },
      ],
    }),
    agreesForAll({
      name: "noisePenalty: any weights and σ",
      points: 1,
      answer: "noisePenalty",
      library: noisePenalty,
      inputs: fc.tuple(
        lengths(4).chain((k) => vectors(k)),
        positives(),
      ),
    }),
    workedByHand({
      name: "shiftImage: the images worked by hand",
      points: 1,
      answer: "shiftImage",
      cases: [
        {
          args: [
            [
              [1, 2],
              [3, 4],
            ],
            0,
            1,
          ],
          want: [
            [0, 1],
            [0, 3],
          ],
          byHand: "one to the right",
        },
        {
          args: [
            [
              [1, 2],
              [3, 4],
            ],
            1,
            0,
          ],
          want: [
            [0, 0],
            [1, 2],
          ],
          byHand: "one down",
        },
        { args: [[[1, 2, 3]], 0, -1], want: [[2, 3, 0]], byHand: "one to the left" },
        {
          args: [
            [
              [1, 2],
              [3, 4],
            ],
            0,
            0,
          ],
          want: [
            [1, 2],
            [3, 4],
          ],
          byHand: "nothing moves",
        },
        { args: [[[5]], 2, 0], want: [[0]], byHand: "the only pixel has left the frame" },
      ],
    }),
    holdsForAll<[number, number, number, number]>({
      name: "shiftImage: a single dot arrives where it should",
      points: 1,
      inputs: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 4 }), moves, moves),
      problem: (answers, [i, j, down, right]) => {
        const want = dotted(3, 5, i + down, j + right);
        const got = valueFrom(answers, "shiftImage", want, dotted(3, 5, i, j), down, right);
        const place = got.flat().indexOf(1);
        if (String(got) === String(want)) return null;
        const is = place < 0 ? "nowhere" : `in row ${Math.floor(place / 5)}, column ${place % 5}`;
        const inside = want.flat().includes(1);
        const should = inside ? `in row ${i + down}, column ${j + right}` : "out of the frame";
        return `A dot in row ${i}, column ${j} of a 3 × 5 image, moved ${down} down and ${right} right, is ${is}; it should be ${should}, and all else 0.`;
      },
    }),
    agreesForAll({
      name: "shiftImage: any image and move",
      points: 1,
      answer: "shiftImage",
      library: shiftImage,
      inputs: images,
    }),
    lawForAll<[number[][], number, number]>({
      name: "shiftImage: nothing new comes in, and what is lost is lost",
      points: 1,
      hidden: true,
      inputs: images,
      sides: (answers, [image, down, right]) => {
        const there = valueFrom(answers, "shiftImage", image, image, down, right);
        const back = valueFrom(answers, "shiftImage", image, there, -down, -right);
        return [back, shiftImage(shiftImage(image, down, right), -down, -right)];
      },
      statement: ([image, down, right]) =>
        `An image of ${image.length} × ${image[0]!.length} moved by (${down}, ${right}) and back keeps only what never left it, which`,
    }),
  ],
  pictures: AUGMENTATION_PICTURES,
  wrongAnswers: AUGMENTATION_SLIPS,
  rightAnswers: [
    {
      addNoise: (x: Vector, sigma: number, normal: Draw) => {
        const noisy = [...x];
        for (let i = 0; i < noisy.length; i++) noisy[i]! += normal() * sigma;
        return noisy;
      },
      noisePenalty: (w: Vector, sigma: number) =>
        w.map((wi) => (sigma * wi) ** 2).reduce((sum, price) => sum + price, 0),
      shiftImage: (image: Image, down: number, right: number) => {
        const [height, width] = [image.length, image[0]!.length];
        const moved = dotted(height, width, -1, -1);
        for (let i = 0; i < height; i++) {
          for (let j = 0; j < width; j++) {
            const [line, column] = [i + down, j + right];
            if (line < 0 || line >= height || column < 0 || column >= width) continue;
            moved[line]![column] = image[i]![j]!;
          }
        }
        return moved;
      },
    },
    {
      addNoise: (x: Vector, sigma: number, normal: Draw) => {
        const draws = x.map(() => normal());
        return x.map((xi, i) => xi + sigma * draws[i]!);
      },
      noisePenalty: (w: Vector, sigma: number) => (sigma * Math.hypot(...w)) ** 2,
      shiftImage: (image: Image, down: number, right: number) => {
        const along = <T>(list: readonly T[], by: number, blank: T): T[] =>
          list.map((_, k) => (k - by >= 0 && k - by < list.length ? list[k - by]! : blank));
        const blank = image[0]!.map(() => 0);
        return along(image, down, blank).map((line) => along(line, right, 0));
      },
    },
  ],
};
