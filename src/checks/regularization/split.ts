/** Chapter 5, exercise 5.1: deal examples out to three sets, find a leak, read two errors. */
import fc from "fast-check";
import type { Restartable } from "../../grading/answers.js";
import type { Exercise } from "../../grading/exercise.js";
import { listOf, mismatch } from "../../grading/judge.js";
import { Random } from "../../math/random.js";
import { ANSWER } from "../../math/tolerances.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import { seeds } from "../streams.js";
import {
  type Indices,
  leaks,
  type Sets,
  type Shuffle,
  SPLIT_SLIPS,
  split,
  upTo,
  verdict,
} from "./split-slips.js";

/** Shuffles 0 to n − 1: each call otherwise, and every answer gets it from its beginning. */
function shuffler(seed: number): Shuffle & Restartable<Shuffle> {
  const restart = (): Shuffle => {
    const random = new Random(seed);
    const shuffle: Shuffle = (n) => random.shuffle(upTo(n));
    return shuffle;
  };
  return Object.assign(restart(), { restart });
}

/** The order that is written down, for a case by hand. */
const given = (order: Indices): Shuffle & Restartable<Shuffle> => {
  const restart = (): Shuffle => {
    let calls = 0;
    const shuffle: Shuffle = (n) => (calls++ === 0 ? [...order].slice(0, n) : upTo(n));
    return shuffle;
  };
  return Object.assign(restart(), { restart });
};

type Deal = [n: number, validationShare: number, testShare: number, seed: number];

/** Numbers and shares whose products have no half in them, so that nobody rounds otherwise. */
const deals: fc.Arbitrary<Deal> = fc
  .tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 4 }),
    seeds(),
  )
  .filter(([n, v, t]) => (n * v) % 10 !== 5 && (n * t) % 10 !== 5)
  .map(([n, v, t, seed]): Deal => [n, v / 10, t / 10, seed]);

const distinct = fc.uniqueArray(fc.nat({ max: 12 }), { maxLength: 7 });

const percents = fc.integer({ min: 0, max: 6 });

/** Being right on data that was never seen begins with putting some of it away. */
export const splitExercise: Exercise = {
  id: "regularization/split",
  number: "5.1",
  title: "Three sets that share nothing",
  kind: "implement",
  syllabus: ["R1"],
  equations: ["2.2"],
  reference: { split, leaks, verdict },
  hints: [
    "Shuffle a pack of cards once, then cut it in two places. What would happen if you shuffled anew before you dealt out each heap?",
    "Eq. (2.2) is a mean over examples, and the split says over which: three lists of indices, of lengths n − v − t, v and t with v and t rounded. Together they hold each of 0, …, n − 1 exactly once.",
    "```ts\nconst order = shuffle(n);                       // once\nconst validation = Math.round(n * …);           // how many\nconst test = …;\nconst training = n - …;                         // what is left, so that nothing gets lost\nreturn {\n  training: order.slice(0, training),\n  validation: order.slice(training, …),         // from where the last one ended\n  test: order.slice(…),\n};\n```\n`leaks` counts the entries of `held` that `training.includes` as well. `verdict` asks first whether the network can do what it was *trained* on.",
  ],
  why: "The rounding is done for two sets, and the third takes the rest: so nothing is lost and nothing is used twice, whatever n is. One shuffle before the cut is what makes the three sets alike; data often come sorted, and a test set with only the last classes in it judges something else.",
  checks: [
    workedByHand({
      name: "split: the numbers worked by hand",
      points: 1,
      answer: "split",
      cases: [
        {
          args: [5, 0.2, 0.2, given([3, 0, 4, 1, 2])],
          want: { training: [3, 0, 4], validation: [1], test: [2] },
          byHand: "shuffle(5) is [3, 0, 4, 1, 2]; 5·0.2 = 1 for each, and 3 are left",
        },
        {
          args: [4, 0.5, 0, given([2, 0, 3, 1])],
          want: { training: [2, 0], validation: [3, 1], test: [] },
          byHand: "shuffle(4) is [2, 0, 3, 1]; half of it validates, nothing is set aside as test",
        },
        {
          args: [6, 0.1, 0.3, given([5, 4, 3, 2, 1, 0])],
          want: { training: [5, 4, 3], validation: [2], test: [1, 0] },
          byHand: "6·0.1 = 0.6 rounds to 1, 6·0.3 = 1.8 rounds to 2",
        },
      ],
    }),
    holdsForAll<Deal>({
      name: "split: nothing is lost, nothing is used twice",
      points: 1,
      inputs: deals,
      problem: (answers, [n, v, t, seed]) => {
        const sets = answers.call("split", n, v, t, shuffler(seed)) as Partial<Sets>;
        const parts = [sets?.training, sets?.validation, sets?.test].map(listOf);
        const call = `split(${n}, ${v}, ${t}, shuffle)`;
        if (parts.includes(null)) {
          return `${call}: a record { training, validation, test } of three lists is wanted.`;
        }
        const all = (parts as number[][]).flat();
        const lost = upTo(n).find((k) => !all.includes(k));
        const twice = all.find((k, place) => all.indexOf(k) !== place);
        if (twice !== undefined) return `${call}: index ${twice} is dealt out twice.`;
        return lost === undefined ? null : `${call}: index ${lost} is in none of the three sets.`;
      },
    }),
    holdsForAll<Deal>({
      name: "split: the sizes that were asked for, in the shuffled order",
      points: 1,
      inputs: deals,
      problem: (answers, [n, v, t, seed]) => {
        const shuffle = shuffler(seed);
        const got = answers.call("split", n, v, t, shuffle);
        const slip = mismatch(got, split(n, v, t, shuffle.restart()), ANSWER);
        const order = shuffle.restart()(n).join(", ");
        return slip === null
          ? null
          : `split(${n}, ${v}, ${t}, shuffle), where shuffle(${n}) is [${order}]: ${slip}.`;
      },
    }),
    workedByHand({
      name: "leaks: the numbers worked by hand",
      points: 1,
      answer: "leaks",
      cases: [
        {
          args: [
            [0, 1, 2],
            [3, 4],
          ],
          want: 0,
          byHand: "no index stands in both",
        },
        { args: [[0, 1, 2], [2]], want: 1, byHand: "index 2 stands in both" },
        {
          args: [
            [4, 7, 1, 9],
            [9, 3, 4],
          ],
          want: 2,
          byHand: "9 and 4 stand in both",
        },
      ],
    }),
    agreesForAll({
      name: "leaks: any two sets",
      points: 1,
      answer: "leaks",
      library: leaks,
      inputs: fc.tuple(distinct, distinct),
    }),
    workedByHand({
      name: "verdict: the cases worked by hand",
      points: 1,
      answer: "verdict",
      cases: [
        { args: [0, 2, 5], want: "fine", byHand: "both errors are below the goal of 5 %" },
        { args: [0, 20, 5], want: "overfitting", byHand: "its own examples yes, new ones no" },
        { args: [20, 21, 5], want: "underfitting", byHand: "not even its own examples" },
        {
          args: [20, 2, 5],
          want: "underfitting",
          byHand: "luck with the new ones changes nothing",
        },
        { args: [5, 5, 5], want: "fine", byHand: "the goal is reached exactly" },
      ],
    }),
    agreesForAll({
      name: "verdict: any two errors and any goal",
      points: 1,
      hidden: true,
      answer: "verdict",
      library: verdict,
      inputs: fc.tuple(percents, percents, percents),
    }),
  ],
  wrongAnswers: SPLIT_SLIPS,
  rightAnswers: [
    {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const rest = [...shuffle(n)];
        const test = rest.splice(rest.length - Math.round(n * t));
        const validation = rest.splice(rest.length - Math.round(n * v));
        return { test, validation, training: rest };
      },
      leaks: (training: Indices, held: Indices) =>
        training.length + held.length - new Set([...training, ...held]).size,
      verdict: (training: number, validation: number, goal: number) =>
        training <= goal && validation <= goal
          ? "fine"
          : training <= goal
            ? "overfitting"
            : "underfitting",
    },
    {
      split: (n: number, v: number, t: number, shuffle: Shuffle) => {
        const sets: Sets = { training: [], validation: [], test: [] };
        const [held, kept] = [Math.round(n * t), n - Math.round(n * v) - Math.round(n * t)];
        for (const [place, k] of shuffle(n).entries()) {
          if (place < kept) sets.training.push(k);
          else (place < n - held ? sets.validation : sets.test).push(k);
        }
        return sets;
      },
      leaks: (training: Indices, held: Indices) => {
        let count = 0;
        for (const a of training) for (const b of held) if (a === b) count++;
        return count;
      },
      verdict,
    },
  ],
};
