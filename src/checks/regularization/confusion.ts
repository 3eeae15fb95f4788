/** Chapter 5, exercise 5.8: the predicted class, the accuracy, and who is taken for whom. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { CONFUSION_PICTURES } from "../pictures/regularization.js";
import { agreesForAll, lawForAll } from "../properties.js";
import {
  accuracy,
  CONFUSION_SLIPS,
  confusionMatrix,
  type Matrix,
  mostConfused,
  predictedClasses,
  type Vector,
} from "./confusion-slips.js";

/** Rows of scores, among them negative ones, without ties. */
const scored = fc.tuple(lengths(4), lengths(4)).chain(([n, k]) =>
  fc.tuple(
    fc.array(
      fc.uniqueArray(
        fc.integer({ min: -12, max: 6 }).map((s) => s / 2),
        {
          minLength: k,
          maxLength: k,
        },
      ),
      { minLength: n, maxLength: n },
    ),
  ),
);

const classList = (n: number, classes: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: classes - 1 }), { minLength: n, maxLength: n });

/** Predictions, truths and the number of classes. */
const judged = fc
  .tuple(lengths(8), fc.integer({ min: 2, max: 4 }))
  .chain(([n, k]) => fc.tuple(classList(n, k), classList(n, k), fc.constant(k)));

/** Counts of k classes that are all different, so that no two mistakes tie. */
const counts = fc
  .integer({ min: 2, max: 4 })
  .chain((k) =>
    fc
      .uniqueArray(fc.nat({ max: 40 }), { minLength: k * k, maxLength: k * k })
      .map((all): [number[][]] => [
        Array.from({ length: k }, (_, i) => all.slice(i * k, (i + 1) * k)),
      ]),
  );

/** The share of right answers, and a table of the wrong ones. */
export const confusionExercise: Exercise = {
  id: "regularization/confusion",
  number: "5.8",
  title: "Accuracy, and who is taken for whom",
  kind: "implement",
  syllabus: ["R1", "R7"],
  equations: ["2.8", "2.2"],
  reference: { predictedClasses, accuracy, confusionMatrix, mostConfused },
  hints: [
    "Accuracy forgets everything but right and wrong. A table that remembers both what it was and what it was taken for needs two indices. Which of them is the row?",
    "Accuracy is Eq. (2.2) with a loss that counts: the mean, over [n] examples, of 1 where the classes agree and 0 where not. Scores are [n, k], and Eq. (2.8), $\\operatorname{logSumExp}(z) - z_y$, is smallest for the class y with the largest score. The table is [k, k]: row = truth, column = prediction, and it starts with 0 everywhere.",
    "```ts\nfunction confusionMatrix(predicted, truth, classes: number): number[][] {\n  const counts = Array.from({ length: classes }, () => Array(classes).fill(0));\n  for (let n = 0; n < truth.length; n++) counts[…][…] += 1;    // one example, one entry\n  return counts;\n}\nfunction mostConfused(confusion): number[] {\n  // walk over all (i, j); leave out what is right; keep the place with the largest count\n}\n```",
  ],
  why: "The diagonal of the table is what accuracy counts, so the accuracy can be read off it; the rest says what accuracy hides. Two networks with 98 % may make quite different mistakes, and which pair of digits is confused most often tells you which examples to collect.",
  checks: [
    workedByHand({
      name: "predictedClasses: the rows worked by hand",
      points: 1,
      answer: "predictedClasses",
      cases: [
        { args: [[[1, 5, 2]]], want: [1], byHand: "5 is the largest, and stands at place 1" },
        {
          args: [
            [
              [-1, -5],
              [0, 3],
            ],
          ],
          want: [0, 1],
          byHand: "−1 is larger than −5",
        },
      ],
    }),
    agreesForAll({
      name: "predictedClasses: any scores",
      points: 1,
      answer: "predictedClasses",
      library: predictedClasses,
      inputs: scored,
    }),
    workedByHand({
      name: "accuracy: the numbers worked by hand",
      points: 1,
      answer: "accuracy",
      cases: [
        {
          args: [
            [1, 2, 3, 4],
            [1, 2, 3, 0],
          ],
          want: 0.75,
          byHand: "three of four",
        },
        { args: [[0], [1]], want: 0, byHand: "none of one" },
        {
          args: [
            [2, 0],
            [2, 0],
          ],
          want: 1,
          byHand: "a 0 that is right is right, too",
        },
      ],
    }),
    agreesForAll({
      name: "accuracy: any predictions",
      points: 1,
      answer: "accuracy",
      library: accuracy,
      inputs: judged.map(([predicted, truth]): [number[], number[]] => [predicted, truth]),
    }),
    workedByHand({
      name: "confusionMatrix: the tables worked by hand",
      points: 1,
      answer: "confusionMatrix",
      cases: [
        {
          args: [[0, 1, 1], [0, 0, 1], 2],
          want: [
            [1, 1],
            [0, 1],
          ],
          byHand: "one 0 taken for 0, one 0 taken for 1, one 1 taken for 1",
        },
        {
          args: [[2, 2], [0, 0], 3],
          want: [
            [0, 0, 2],
            [0, 0, 0],
            [0, 0, 0],
          ],
          byHand: "twice it was a 0 and was taken for a 2: row 0, column 2",
        },
      ],
    }),
    lawForAll<[number[], number[], number]>({
      name: "confusionMatrix: its diagonal over its sum is the accuracy",
      points: 1,
      inputs: judged,
      sides: (answers, [predicted, truth, k]) => {
        const like = confusionMatrix(predicted, truth, k);
        const counts = valueFrom(answers, "confusionMatrix", like, predicted, truth, k);
        const right = counts.reduce((sum, row, i) => sum + row[i]!, 0);
        return [right / counts.flat().reduce((sum, n) => sum + n, 0), accuracy(predicted, truth)];
      },
      statement: ([predicted, truth]) =>
        `predicted [${predicted.join(", ")}], truth [${truth.join(", ")}]: diagonal/sum of the table = accuracy`,
    }),
    agreesForAll({
      name: "confusionMatrix: any predictions",
      points: 1,
      answer: "confusionMatrix",
      library: confusionMatrix,
      inputs: judged,
    }),
    workedByHand({
      name: "mostConfused: the tables worked by hand",
      points: 1,
      answer: "mostConfused",
      cases: [
        {
          args: [
            [
              [9, 1, 0],
              [3, 9, 2],
              [0, 0, 9],
            ],
          ],
          want: [1, 0],
          byHand: "three times a 1 was taken for a 0; the nines are right answers",
        },
        {
          args: [
            [
              [5, 2],
              [1, 7],
            ],
          ],
          want: [0, 1],
          byHand: "two 0s were taken for 1s",
        },
      ],
    }),
    agreesForAll({
      name: "mostConfused: any table",
      points: 1,
      hidden: true,
      answer: "mostConfused",
      library: mostConfused,
      inputs: counts,
    }),
  ],
  pictures: CONFUSION_PICTURES,
  wrongAnswers: CONFUSION_SLIPS,
  rightAnswers: [
    {
      predictedClasses: (scores: Matrix) =>
        scores.map((row) => {
          let best = 0;
          for (let j = 1; j < row.length; j++) if (row[j]! > row[best]!) best = j;
          return best;
        }),
      accuracy: (predicted: Vector, truth: Vector) => {
        let right = 0;
        for (let n = 0; n < truth.length; n++) if (predicted[n] === truth[n]) right++;
        return right / truth.length;
      },
      confusionMatrix: (predicted: Vector, truth: Vector, classes: number) =>
        Array.from({ length: classes }, (_, i) =>
          Array.from(
            { length: classes },
            (_, j) => truth.filter((y, n) => y === i && predicted[n] === j).length,
          ),
        ),
      mostConfused: (confusion: Matrix) =>
        confusion
          .flatMap((row, i) => row.map((count, j) => ({ i, j, count })))
          .filter(({ i, j }) => i !== j)
          .sort((a, b) => b.count - a.count)
          .slice(0, 1)
          .flatMap(({ i, j }) => [i, j]),
    },
    {
      predictedClasses: (scores: Matrix) =>
        scores.map((row) => row.reduce((best, s, j) => (s > row[best]! ? j : best), 0)),
      accuracy: (predicted: Vector, truth: Vector) =>
        truth.reduce((sum, y, n) => sum + Number(y === predicted[n]), 0) / truth.length,
      confusionMatrix: (predicted: Vector, truth: Vector, classes: number) => {
        const table = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
        for (const [n, y] of truth.entries()) table[y]![predicted[n]!]!++;
        return table;
      },
      mostConfused: (confusion: Matrix) => {
        const clean = confusion.map((row, i) => row.map((n, j) => (i === j ? -1 : n)));
        const largest = Math.max(...clean.flat());
        const i = clean.findIndex((row) => row.includes(largest));
        return [i, clean[i]!.indexOf(largest)];
      },
    },
  ],
  equivalentMutants: {
    "b.count > a.count becomes b.count >= a.count":
      "They differ where two mistakes are made equally often, and either may be named then.",
  },
};
