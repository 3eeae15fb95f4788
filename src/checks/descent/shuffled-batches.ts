/** Chapter 4, exercise 4.5: one epoch in random order, every example exactly once. */

import fc from "fast-check";
import { type Answers, CheckStopped } from "../../grading/answers.js";
import { kindText } from "../../grading/describe.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { listOf } from "../../grading/judge.js";
import { fail, PASS } from "../../grading/verdict.js";
import { Random } from "../../math/random.js";
import { workedByHand } from "../kinds.js";
import { holdsForAll } from "../properties.js";
import { type Draw, repeating, seeds, uniformStream } from "../streams.js";
import {
  cut,
  inOrder,
  shuffled,
  shuffledBatches,
  shuffledBatchesSlips,
} from "./shuffled-batches-slips.js";

type Rows = readonly number[];

/** What an answer returned, if it is a list of row numbers. */
function rowsFrom(given: unknown, call: string): number[] {
  const rows = listOf(given);
  if (rows !== null) return rows;
  throw new CheckStopped(fail(`${call} returned ${kindText(given)}; a list of numbers is wanted.`));
}

function batchesFrom(given: unknown, call: string): number[][] {
  if (Array.isArray(given) && given.every((batch) => typeof batch === "object")) {
    return given.map((batch) => rowsFrom(batch, call));
  }
  throw new CheckStopped(fail(`${call} returned ${kindText(given)}; a list of lists is wanted.`));
}

/** What is wrong with an epoch in which every row should come once, or null. */
function epochProblem(rows: Rows, count: number): string | null {
  const strange = rows.find((row) => !Number.isInteger(row) || row < 0 || row >= count);
  if (strange !== undefined) return `there is no row ${strange}: the rows are 0 to ${count - 1}`;
  for (let row = 0; row < count; row++) {
    const times = rows.filter((one) => one === row).length;
    if (times !== 1) return `row ${row} comes ${times} times, where once is wanted`;
  }
  return null;
}

const epochs = fc.tuple(fc.integer({ min: 1, max: 9 }), seeds());
const cuts = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), seeds())
  .map(([a, b, seed]) => ({ count: Math.max(a, b), size: Math.min(a, b), seed }));

const ORDERS = 150;
/** Five standard deviations of a share of 1/3 among 150. */
const TOO_FAR = 0.2;

/** Whether all three rows come to all three places about equally often, and in all six orders. */
const everyOrderIsLikely: Check = {
  name: "shuffled: every order is as likely as the others",
  points: 1,
  run: (answers: Answers) => {
    const drawn = new Random(answers.seed).fork("orders");
    const times = [0, 1, 2].map(() => [0, 0, 0]);
    const orders = new Set<string>();
    for (let k = 0; k < ORDERS; k++) {
      const stream = uniformStream(drawn.integer(100_000));
      const rows = rowsFrom(answers.call("shuffled", 3, stream), "shuffled(3, random)");
      const problem = epochProblem(rows, 3);
      if (problem !== null) return fail(`shuffled(3, random): ${problem}.`);
      orders.add(rows.join(", "));
      for (const [place, row] of rows.entries()) times[row]![place]! += 1;
    }
    for (const [row, places] of times.entries()) {
      for (const [place, n] of places.entries()) {
        if (Math.abs(n / ORDERS - 1 / 3) <= TOO_FAR) continue;
        const text = `In ${ORDERS} shuffles of three rows, row ${row} comes to place ${place} ${n} times; about ${Math.round(ORDERS / 3)} are to be expected.`;
        return fail(text);
      }
    }
    // A fair shuffle leaves one of the six out with a chance of 1e-11.
    return orders.size === 6 ? PASS : fail(onlySome(orders));
  },
};

const onlySome = (orders: ReadonlySet<string>): string =>
  `In ${ORDERS} shuffles of three rows there are only these orders: ${[...orders].join("; ")}. Three rows have six.`;

/** A new order each epoch, cut into batches. */
export const shuffledBatchesExercise: Exercise = {
  id: "descent/shuffled-batches",
  number: "4.5",
  title: "Shuffled batches",
  kind: "implement",
  syllabus: ["G5", "G6"],
  equations: ["4.2", "4.3"],
  reference: { shuffled, shuffledBatches },
  hints: [
    "Think of a deck of cards. Draw any card for the last place. It is dealt; draw any of the remaining ones for the place before, and so on. A card is never put back.",
    "Eq. (4.3) needs batches of B rows; the rows of an epoch are 0 to count − 1, each once. random() gives a number from 0 to 1, 1 excluded, so Math.floor(random() * n) is one of 0 to n − 1, all equally likely. The result of shuffledBatches is a list of lists, the last of which may be short.",
    "```ts\nconst rows = Array.from({ length: count }, (_, k) => k);\nfor (let last = count - 1; last > 0; last--) {\n  const other = Math.floor(random() * …);   // any place up to and including last\n  // let rows[last] and rows[other] change places\n}\nreturn rows;\n\nconst batches: number[][] = [];\nfor (let from = 0; from < count; from += …) batches.push(rows.slice(from, …));\n```",
  ],
  why: "Data that are sorted by class show the network one class for a long time, and it forgets the others. A fresh order each epoch mends that, and every example is still used once. Every order is equally likely only if each place draws from the rows that are left: sorting by random comparisons looks shuffled, but favours some orders.",
  checks: [
    holdsForAll<readonly [number, number]>({
      name: "shuffled: every row comes exactly once",
      points: 1,
      inputs: epochs,
      problem: (answers, [count, seed]) => {
        const call = `shuffled(${count}, random)`;
        const rows = rowsFrom(answers.call("shuffled", count, uniformStream(seed)), call);
        const problem = epochProblem(rows, count);
        return problem === null ? null : `${call} gave ${rows.join(", ")}: ${problem}.`;
      },
    }),
    holdsForAll<number>({
      name: "shuffled: the random numbers decide, and nothing else does",
      points: 1,
      inputs: seeds(),
      problem: (answers, seed) => {
        const call = "shuffled(12, random)";
        const ask = (stream: number) =>
          rowsFrom(answers.call("shuffled", 12, uniformStream(stream)), call).join(", ");
        const first = ask(seed);
        if (ask(seed) !== first)
          return `${call} gave two orders for the same random numbers: draw from random() only.`;
        return ask(seed + 1) === first
          ? `${call} gave ${first} for two different streams of random numbers.`
          : null;
      },
    }),
    everyOrderIsLikely,
    workedByHand({
      name: "shuffledBatches: batches that can be told without knowing the order",
      points: 1,
      answer: "shuffledBatches",
      cases: [{ args: [1, 1, repeating([0.5])], want: [[0]], byHand: "one row, one batch" }],
    }),
    holdsForAll<{ count: number; size: number; seed: number }>({
      name: "shuffledBatches: full batches, and the rest in the last one",
      points: 1,
      inputs: cuts,
      problem: (answers, { count, size, seed }) => {
        const call = `shuffledBatches(${count}, ${size}, random)`;
        const given = answers.call("shuffledBatches", count, size, uniformStream(seed));
        const got = batchesFrom(given, call).map((batch) => batch.length);
        const want = cut(inOrder(count), size).map((batch) => batch.length);
        if (got.join() === want.join()) return null;
        return `${call} gave batches of ${got.join(", ") || "nothing"}; ${want.join(", ")} are wanted.`;
      },
    }),
    holdsForAll<{ count: number; size: number; seed: number }>({
      name: "shuffledBatches: every row comes exactly once an epoch",
      points: 1,
      inputs: cuts,
      problem: (answers, { count, size, seed }) => {
        const call = `shuffledBatches(${count}, ${size}, random)`;
        const given = answers.call("shuffledBatches", count, size, uniformStream(seed));
        const problem = epochProblem(batchesFrom(given, call).flat(), count);
        return problem === null ? null : `${call}: ${problem}.`;
      },
    }),
    holdsForAll<number>({
      name: "shuffledBatches: a larger epoch",
      points: 1,
      hidden: true,
      inputs: seeds(),
      problem: (answers, seed) => {
        const call = "shuffledBatches(57, 10, random)";
        const given = answers.call("shuffledBatches", 57, 10, uniformStream(seed));
        const batches = batchesFrom(given, call);
        const lengths = batches.map((batch) => batch.length).join(", ");
        if (lengths !== "10, 10, 10, 10, 10, 7") return `${call} gave batches of ${lengths}.`;
        const problem = epochProblem(batches.flat(), 57);
        return problem === null ? null : `${call}: ${problem}.`;
      },
    }),
    holdsForAll<number>({
      name: "shuffledBatches: rows from far apart meet in one batch",
      points: 1,
      inputs: seeds(),
      problem: (answers, seed) => {
        const call = "shuffledBatches(20, 5, random)";
        const given = answers.call("shuffledBatches", 20, 5, uniformStream(seed));
        const batches = batchesFrom(given, call);
        const neighbours = (batch: Rows) => Math.max(...batch) - Math.min(...batch) === 4;
        return batches.length === 4 && batches.every(neighbours)
          ? `${call}: each batch holds five neighbours of the data, such as ${batches[0]!.join(", ")}.`
          : null;
      },
    }),
  ],
  wrongAnswers: shuffledBatchesSlips,
  equivalentMutants: {
    "last > 0 becomes last >= 0":
      "place 0 is left over at the end, and changing it with itself changes nothing",
  },
  rightAnswers: [
    {
      shuffled: (count: number, random: Draw) =>
        inOrder(count)
          .map((row) => ({ row, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row),
      shuffledBatches: (count: number, size: number, random: Draw) => {
        const left = shuffled(count, random);
        const batches: number[][] = [];
        while (left.length > 0) batches.push(left.splice(0, size));
        return batches;
      },
    },
    {
      shuffled: (count: number, random: Draw) => {
        const left = inOrder(count);
        const rows: number[] = [];
        while (left.length > 0) rows.push(...left.splice(Math.floor(random() * left.length), 1));
        return rows;
      },
      shuffledBatches: (count: number, size: number, random: Draw) => {
        const batches: number[][] = [];
        for (const [place, row] of shuffled(count, random).entries()) {
          if (place % size === 0) batches.push([]);
          batches.at(-1)!.push(row);
        }
        return batches;
      },
    },
  ],
};
