/** Chapter 4, exercise 4.5: an epoch in random order, and the orders that are not. */
import type { WrongAnswer } from "../../grading/exercise.js";
import type { Draw } from "../streams.js";

/** The rows 0 to count − 1. */
export const inOrder = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/** Fisher and Yates: the last place gets any of the rows, the one before any of the rest, … */
export const shuffled = (count: number, random: Draw): number[] => {
  const rows = inOrder(count);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [rows[last], rows[other]] = [rows[other]!, rows[last]!];
  }
  return rows;
};

/** Rows in batches; the last may be short. */
export const cut = (rows: readonly number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );

/** One epoch. */
export const shuffledBatches = (count: number, size: number, random: Draw): number[][] =>
  cut(shuffled(count, random), size);

/** Slips, each with the idea behind it. */
export const shuffledBatchesSlips: readonly WrongAnswer[] = [
  {
    misconception:
      "Each place draws from all rows again: some come twice and some never, which is drawing with replacement.",
    equation: "4.2",
    answers: {
      shuffled: (count: number, random: Draw) =>
        inOrder(count).map(() => Math.floor(random() * count)),
    },
  },
  {
    misconception: "The rows stay in their order: random is never asked.",
    equation: "4.2",
    answers: { shuffled: (count: number) => inOrder(count) },
  },
  {
    misconception: "The rows are counted from 1; the first example is row 0.",
    equation: "4.2",
    answers: {
      shuffled: (count: number, random: Draw) => shuffled(count, random).map((row) => row + 1),
    },
  },
  {
    misconception:
      "The order is only turned round to another beginning: neighbours stay neighbours.",
    equation: "4.2",
    answers: {
      shuffled: (count: number, random: Draw) => {
        const first = Math.floor(random() * count);
        return inOrder(count).map((row) => (row + first) % count);
      },
    },
  },
  {
    misconception:
      "Sorting with a comparison that is a coin toss makes some orders likelier than others.",
    equation: "4.2",
    answers: {
      shuffled: (count: number, random: Draw) => inOrder(count).sort(() => random() - 0.5),
    },
  },
  {
    misconception:
      "A row never stays where it was: the place itself must be among those it may change with.",
    equation: "4.2",
    answers: {
      shuffled: (count: number, random: Draw) => {
        const rows = inOrder(count);
        for (let last = count - 1; last > 0; last--) {
          const other = Math.floor(random() * last);
          [rows[last], rows[other]] = [rows[other]!, rows[last]!];
        }
        return rows;
      },
    },
  },
  {
    misconception: "The short batch at the end is dropped; its rows belong to the epoch, too.",
    equation: "4.3",
    answers: {
      shuffledBatches: (count: number, size: number, random: Draw) =>
        shuffledBatches(count, size, random).filter((batch) => batch.length === size),
    },
  },
  {
    misconception:
      "Only the order of the batches is random; inside, each batch still holds neighbours of the data.",
    equation: "4.3",
    answers: {
      shuffledBatches: (count: number, size: number, random: Draw) => {
        const batches = cut(inOrder(count), size);
        const short = batches.at(-1)!.length < size ? [batches.pop()!] : [];
        return [...shuffled(batches.length, random).map((i) => batches[i]!), ...short];
      },
    },
  },
  {
    misconception: "The size is taken for the number of batches; it is the length of each.",
    equation: "4.3",
    answers: {
      shuffledBatches: (count: number, size: number, random: Draw) =>
        shuffledBatches(count, Math.ceil(count / size), random),
    },
  },
  {
    misconception: "Each batch is drawn for itself from all rows; an epoch uses every row once.",
    equation: "4.3",
    answers: {
      shuffledBatches: (count: number, size: number, random: Draw) =>
        cut(inOrder(count), size).map((batch) => shuffled(count, random).slice(0, batch.length)),
    },
  },
  {
    misconception: "The first batch starts with the second row of the order.",
    equation: "4.3",
    answers: {
      shuffledBatches: (count: number, size: number, random: Draw) =>
        cut(shuffled(count, random).slice(1), size),
    },
  },
];
