/** Chapter 5, exercise 5.5: early stopping with patience, by validation and not by test data. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { EARLY_STOPPING_PICTURES } from "../pictures/regularization.js";
import { agreesForAll, lawForAll } from "../properties.js";
import {
  argMin,
  type Curves,
  EARLY_STOPPING_SLIPS,
  earlyStop,
  report,
  type Stop,
  type Vector,
} from "./early-stopping-slips.js";

/** Losses in halves, so that some of them tie. */
const losses = fc.array(
  fc.integer({ min: 0, max: 12 }).map((n) => n / 2),
  {
    minLength: 1,
    maxLength: 10,
  },
);

const patiences = fc.integer({ min: 1, max: 4 });

const curves: fc.Arbitrary<[Curves, number]> = fc.integer({ min: 3, max: 8 }).chain((n) => {
  const curve = fc.uniqueArray(
    fc.integer({ min: 1, max: 30 }).map((k) => k / 10),
    {
      minLength: n,
      maxLength: n,
    },
  );
  return fc.tuple(
    fc.record({
      training: curve.map((list) => [...list].sort((a, b) => b - a)),
      validation: curve,
      test: curve,
    }),
    patiences,
  );
});

/** t* = arg min over the epochs that a patient training has seen. */
export const earlyStoppingExercise: Exercise = {
  id: "regularization/early-stopping",
  number: "5.5",
  title: "Early stopping with patience",
  kind: "implement",
  syllabus: ["R4"],
  equations: ["5.11"],
  reference: { earlyStop, report },
  hints: [
    "Walk through the losses one by one, as a training would, and remember only one thing: which epoch was the best so far. How long ago was that?",
    "Eq. (5.11): $t^* = \\operatorname{arg\\,min}_t J_{\\mathrm{val}}(t)$, over the epochs seen so far. Epochs are counted from 0, so after epoch t there were t + 1 of them. Training ends after the epoch at which the best one lies `patience` epochs back. `report` looks into the test losses once, at one place.",
    "```ts\nlet kept = 0;\nfor (const [t, loss] of losses.entries()) {\n  if (loss < losses[kept]) …;                        // an improvement\n  if (t - kept … patience) return { kept, epochs: … };\n}\nreturn { kept, epochs: … };                         // nobody ran out of patience\n```\n`report`: stop by one of the three curves, read another one at the epoch that was kept.",
  ],
  why: "Waiting costs a few epochs and saves you from a bump in the curve. The weights of the best epoch must be stored when it happens, because when you know that it was the best, it is `patience` epochs ago. And the set that chose the epoch cannot say how good the choice is: its loss there is the smallest of many.",
  checks: [
    workedByHand({
      name: "earlyStop: the curves worked by hand",
      points: 1,
      answer: "earlyStop",
      cases: [
        {
          args: [[3, 2, 2.5, 2.1], 2],
          want: { kept: 1, epochs: 4 },
          byHand: "epoch 1 is the best; 2 and 3 bring nothing, so it ends after four epochs",
        },
        {
          args: [[5, 3, 4, 4, 1], 2],
          want: { kept: 1, epochs: 4 },
          byHand: "the 1 of epoch 4 is never seen: patience ran out before",
        },
        {
          args: [[5, 3, 4, 4, 1], 3],
          want: { kept: 4, epochs: 5 },
          byHand: "with one more epoch of patience it is",
        },
        {
          args: [[4, 3, 2, 1], 2],
          want: { kept: 3, epochs: 4 },
          byHand: "it falls to the end, and the last epoch is the best",
        },
      ],
    }),
    workedByHand({
      name: "earlyStop: patience starts anew at a new best loss, and only there",
      points: 1,
      answer: "earlyStop",
      cases: [
        {
          args: [[5, 6, 4, 5, 3], 2],
          want: { kept: 4, epochs: 5 },
          byHand: "each time only one epoch brings nothing, then comes a new best",
        },
        {
          args: [[4, 1, 3, 2, 3, 2, 0], 3],
          want: { kept: 1, epochs: 5 },
          byHand: "the 2 of epoch 3 is less than the 3 before it, but no less than the best, 1",
        },
      ],
    }),
    workedByHand({
      name: "earlyStop: as good as before is no improvement",
      points: 1,
      answer: "earlyStop",
      cases: [
        { args: [[2, 2, 2, 2], 2], want: { kept: 0, epochs: 3 }, byHand: "the first 2 counts" },
        { args: [[7], 1], want: { kept: 0, epochs: 1 }, byHand: "one epoch, the best of all" },
        { args: [[1, 2], 1], want: { kept: 0, epochs: 2 }, byHand: "one epoch without gain: end" },
      ],
    }),
    agreesForAll({
      name: "earlyStop: any curve and patience",
      points: 2,
      answer: "earlyStop",
      library: earlyStop,
      inputs: fc.tuple(losses, patiences),
    }),
    lawForAll<[number[], number]>({
      name: "earlyStop: what comes after the stop changes nothing",
      points: 1,
      inputs: fc.tuple(losses, patiences),
      sides: (answers, [curve, patience]) => {
        const { kept, epochs } = earlyStop(curve, patience);
        const cut = curve.slice(0, epochs);
        const got = answers.call("earlyStop", cut, patience) as Partial<Stop>;
        return [
          [got?.kept ?? -1, got?.epochs ?? -1],
          [kept, epochs],
        ];
      },
      statement: ([curve, patience]) =>
        `[kept, epochs] of the first ${earlyStop(curve, patience).epochs} losses of [${curve.join(", ")}] with patience ${patience} = those of the whole curve, which`,
    }),
    workedByHand({
      name: "report: the curves worked by hand",
      points: 1,
      answer: "report",
      cases: [
        {
          args: [
            {
              training: [4, 3, 0, 1, 5],
              validation: [3, 2.5, 4, 5, 6],
              test: [3, 4, 5, 6, 2],
            },
            2,
          ],
          want: 4,
          byHand: "validation keeps epoch 1, and there the test loss is 4",
        },
        {
          args: [{ training: [3, 2, 1], validation: [1, 2, 3], test: [7, 5, 4] }, 1],
          want: 7,
          byHand: "validation keeps epoch 0, though the test loss falls later",
        },
      ],
    }),
    lawForAll<[Curves, number]>({
      name: "report: it does not matter what the test losses are elsewhere",
      points: 1,
      hidden: true,
      inputs: curves,
      sides: (answers, [given, patience]) => {
        const { kept } = earlyStop(given.validation, patience);
        const test = given.test.map((loss, t) => (t === kept ? loss : loss / 2));
        return [valueFrom(answers, "report", 0, { ...given, test }, patience), given.test[kept]!];
      },
      statement: ([{ validation }, patience]) =>
        `validation losses [${validation.join(", ")}], patience ${patience}: the report is the test loss of the epoch kept, which`,
    }),
    agreesForAll({
      name: "report: any three curves",
      points: 1,
      answer: "report",
      library: report,
      inputs: curves,
    }),
  ],
  pictures: EARLY_STOPPING_PICTURES,
  wrongAnswers: EARLY_STOPPING_SLIPS,
  rightAnswers: [
    {
      earlyStop: (curve: Vector, patience: number) => {
        let [best, kept, waited] = [Number.POSITIVE_INFINITY, -1, 0];
        let t = 0;
        while (t < curve.length && waited < patience) {
          waited++;
          if (curve[t]! < best) [best, kept, waited] = [curve[t]!, t, 0];
          t++;
        }
        return { kept, epochs: t };
      },
      report,
    },
    {
      earlyStop: (curve: Vector, patience: number) => {
        const end = curve.findIndex((_, t) => t - argMin(curve.slice(0, t + 1)) >= patience);
        const epochs = end < 0 ? curve.length : end + 1;
        return { epochs, kept: argMin(curve.slice(0, epochs)) };
      },
      report: ({ validation, test }: Curves, patience: number) => {
        const { init, update } = { init: [0, 0], update: 1 };
        let [kept, waited] = init;
        for (let t = 1; t < validation.length && waited! < patience; t++) {
          waited! += update;
          if (validation[t]! < validation[kept!]!) [kept, waited] = [t, 0];
        }
        return test[kept!];
      },
    },
  ],
};
