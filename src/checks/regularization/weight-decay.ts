/** Chapter 5, exercise 5.3: weight decay, which penalty it is in disguise, and pruning. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { pruneByThreshold } from "../../math/regularization/pruning.js";
import { weightDecayStep } from "../../math/regularization/weight-decay.js";
import { lengths, probabilities, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { WEIGHT_DECAY_PICTURES } from "../pictures/regularization.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const decayStep = (w: Vector, slopes: Vector, eta: number, lambda: number): number[] =>
  Array.from(weightDecayStep([...w], [...slopes], eta, lambda).data);
const penaltyStep = (w: Vector, slopes: Vector, eta: number, lambda: number): number[] =>
  w.map((wi, i) => wi - eta * (slopes[i]! + 2 * lambda * wi));
const samePenalty = (lambda: number): number => lambda / 2;
const prune = (w: Vector, t: number): number[] =>
  Array.from(pruneByThreshold([[...w]], t).weights[0]!.data);

/** Weights, slopes, η and λ with ηλ below 1. */
const steps = lengths(4).chain((k) =>
  fc.tuple(vectors(k), vectors(k), probabilities(), probabilities()),
);
type Step = [w: number[], slopes: number[], eta: number, lambda: number];

/** Weights and a threshold that some of them meet exactly. */
const pruned = fc.tuple(
  fc.array(
    fc.integer({ min: -6, max: 6 }).map((n) => n / 4),
    { minLength: 1, maxLength: 6 },
  ),
  fc.integer({ min: 0, max: 6 }).map((n) => n / 4),
);

const text = ([w, slopes, eta, lambda]: Step): string =>
  `w = [${w.join(", ")}], slopes [${slopes.join(", ")}], η = ${eta}, λ = ${lambda}`;

/** W ← (1 − ηλ)W − η ∂J/∂W, and w ← m w. */
export const weightDecayExercise: Exercise = {
  id: "regularization/weight-decay",
  number: "5.3",
  title: "Weight decay, and what it has to do with L2",
  kind: "derive",
  syllabus: ["R2"],
  equations: ["5.2", "5.4", "5.5"],
  reference: { decayStep, penaltyStep, samePenalty, prune },
  hints: [
    "Write both steps on one line each and collect everything that is multiplied by W. The two factors in front of W have to be the same.",
    "Eq. (5.4): $W \\leftarrow (1 - \\eta\\lambda)\\,W - \\eta\\,\\partial J/\\partial W$. A plain step goes along the slope of the whole cost, and Eq. (5.2), $\\lambda \\sum_i w_i^2$, adds $2\\lambda w_i$ to entry i. Eq. (5.5) keeps a weight if $|w_i| \\ge t$. All lists have shape [k].",
    "```ts\nfunction decayStep(w, slopes, eta, lambda): number[] {\n  return w.map((wi, i) => (…) * wi - …);          // shrink, then step\n}\nfunction penaltyStep(w, slopes, eta, lambda): number[] {\n  return w.map((wi, i) => wi - eta * (slopes[i] + …));   // the slope of λ w² joins the slope of J\n}\n// samePenalty: η·λ = η·2·(the λ you look for)\nfunction prune(w: readonly number[], t: number): number[] {\n  return w.map((wi) => (Math.abs(wi) … t ? wi : 0));\n}\n```",
  ],
  why: "For plain descent the two steps are one: decay with λ is the L2 price with λ/2. An optimizer that rescales slopes, such as Adam, rescales the slope of the price too, but never touches the decay. There the two part, and the decay got a name of its own, AdamW.",
  checks: [
    workedByHand({
      name: "decayStep: the numbers worked by hand",
      points: 1,
      answer: "decayStep",
      cases: [
        {
          args: [[8, -4], [0, 0], 0.5, 0.5],
          want: [6, -3],
          byHand: "each weight gives up ηλ = ¼ of itself",
        },
        { args: [[8, -4], [2, 2], 0.5, 0.5], want: [5, -4], byHand: "6 − ½·2 and −3 − ½·2" },
        { args: [[1], [3], 0.1, 0], want: [0.7], byHand: "λ = 0 is a plain step: 1 − 0.3" },
      ],
    }),
    agreesForAll({
      name: "decayStep: any weights and slopes",
      points: 1,
      answer: "decayStep",
      library: decayStep,
      inputs: steps,
    }),
    workedByHand({
      name: "penaltyStep: the numbers worked by hand",
      points: 1,
      answer: "penaltyStep",
      cases: [
        {
          args: [[8, -4], [0, 0], 0.5, 0.25],
          want: [6, -3],
          byHand: "the price ¼·w² has the slopes ½·8 and ½·(−4): 8 − ½·4 and −4 + ½·2",
        },
        { args: [[1], [3], 0.1, 1], want: [0.5], byHand: "1 − 0.1·(3 + 2)" },
      ],
    }),
    agreesForAll({
      name: "penaltyStep: any weights and slopes",
      points: 1,
      answer: "penaltyStep",
      library: penaltyStep,
      inputs: steps,
    }),
    lawForAll<Step>({
      name: "samePenalty: with this λ in the price, both steps are one",
      points: 1,
      inputs: steps.filter(([w]) => w.some((wi) => wi !== 0)),
      sides: (answers, [w, slopes, eta, lambda]) => [
        penaltyStep(w, slopes, eta, valueFrom(answers, "samePenalty", 0, lambda)),
        decayStep(w, slopes, eta, lambda),
      ],
      statement: (step) => `${text(step)}: penalty step with samePenalty(λ) = decay step with λ`,
    }),
    workedByHand({
      name: "prune: the numbers worked by hand",
      points: 1,
      answer: "prune",
      cases: [
        {
          args: [[0.5, -0.1, 0.2], 0.15],
          want: [0.5, 0, 0.2],
          byHand: "only |−0.1| is below 0.15",
        },
        { args: [[-2, 1], 1.5], want: [-2, 0], byHand: "−2 is large: its size is 2" },
        { args: [[1, -1], 1], want: [1, -1], byHand: "|w| = t still stays" },
      ],
    }),
    agreesForAll({
      name: "prune: any weights and threshold",
      points: 1,
      hidden: true,
      answer: "prune",
      library: prune,
      inputs: pruned,
    }),
  ],
  pictures: WEIGHT_DECAY_PICTURES,
  wrongAnswers: [
    {
      misconception: "The gradient's step is missing: the weights only shrink.",
      equation: "5.4",
      answers: {
        decayStep: (w: Vector, _slopes: Vector, eta: number, lambda: number) =>
          decayStep(
            w,
            w.map(() => 0),
            eta,
            lambda,
          ),
      },
    },
    {
      misconception: "The decay is missing: this is a plain step.",
      equation: "5.4",
      answers: {
        decayStep: (w: Vector, slopes: Vector, eta: number) => decayStep(w, slopes, eta, 0),
      },
    },
    {
      misconception:
        "The decay stands outside the rate: a step takes λ of the weight, where it should take only η times λ.",
      equation: "5.4",
      answers: {
        decayStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          w.map((wi, i) => (1 - lambda) * wi - eta * slopes[i]!),
      },
    },
    {
      misconception:
        "The step of the gradient is shrunk as well; only the weight as it was is shrunk.",
      equation: "5.4",
      answers: {
        decayStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          w.map((wi, i) => (1 - eta * lambda) * (wi - eta * slopes[i]!)),
      },
    },
    {
      misconception: "The weights are multiplied by 1 + ηλ: they grow.",
      equation: "5.4",
      answers: {
        decayStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          w.map((wi, i) => (1 + eta * lambda) * wi - eta * slopes[i]!),
      },
    },
    {
      misconception: "The step goes up the slope.",
      equation: "5.4",
      answers: {
        decayStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          w.map((wi, i) => (1 - eta * lambda) * wi + eta * slopes[i]!),
      },
    },
    {
      misconception:
        "What is taken away has the same size for all weights: that is the pull of L1.",
      equation: "5.4",
      answers: {
        decayStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          w.map((wi, i) => wi - eta * lambda * Math.sign(wi) - eta * slopes[i]!),
      },
    },
    {
      misconception:
        "The slope of λ w² lacks its factor; then the two steps would need the same λ.",
      equation: "5.2",
      answers: {
        penaltyStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          penaltyStep(w, slopes, eta, lambda / 2),
      },
    },
    {
      misconception:
        "The slope of the price stands outside the rate: η belongs in front of the slope of the whole cost.",
      equation: "5.2",
      answers: {
        penaltyStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          w.map((wi, i) => wi - eta * slopes[i]! - 2 * lambda * wi),
      },
    },
    {
      misconception: "The price itself is added to the slope; a step needs the slope of the price.",
      equation: "5.2",
      answers: {
        penaltyStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
          w.map((wi, i) => wi - eta * (slopes[i]! + lambda * wi * wi)),
      },
    },
    {
      misconception: "The same λ in both: then the penalty pulls twice as hard as the decay.",
      equation: "5.2",
      answers: { samePenalty: (lambda: number) => lambda },
    },
    {
      misconception: "The factor goes the other way: the slope of w² brings a 2 of its own.",
      equation: "5.2",
      answers: { samePenalty: (lambda: number) => 2 * lambda },
    },
    {
      misconception: "Signed weights are compared with t, so that every negative one is pruned.",
      equation: "5.5",
      answers: { prune: (w: Vector, t: number) => w.map((wi) => (wi >= t ? wi : 0)) },
    },
    {
      misconception: "A weight that lies exactly at the threshold is pruned; it is kept.",
      equation: "5.5",
      answers: { prune: (w: Vector, t: number) => w.map((wi) => (Math.abs(wi) > t ? wi : 0)) },
    },
    {
      misconception: "The mask is returned, not the masked weights.",
      equation: "5.5",
      answers: { prune: (w: Vector, t: number) => w.map((wi) => (Math.abs(wi) >= t ? 1 : 0)) },
    },
    {
      misconception: "The large weights are pruned and the small ones kept.",
      equation: "5.5",
      answers: { prune: (w: Vector, t: number) => w.map((wi) => (Math.abs(wi) < t ? wi : 0)) },
    },
    {
      misconception: "Pruned weights are left out of the list; they stay in it, as 0.",
      equation: "5.5",
      answers: { prune: (w: Vector, t: number) => w.filter((wi) => Math.abs(wi) >= t) },
    },
  ],
  rightAnswers: [
    {
      decayStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
        w.map((wi, i) => wi - eta * (lambda * wi + slopes[i]!)),
      penaltyStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
        decayStep(w, slopes, eta, 0).map((wi, i) => wi - 2 * eta * lambda * w[i]!),
      samePenalty: (lambda: number) => 0.5 * lambda,
      prune: (w: Vector, t: number) => w.map((wi) => (wi >= t || wi <= -t ? wi : 0)),
    },
    {
      decayStep: (w: Vector, slopes: Vector, eta: number, lambda: number) =>
        weightDecayStep([...w], [...slopes], eta, lambda),
      penaltyStep: (w: Vector, slopes: Vector, eta: number, lambda: number) => {
        const after: number[] = [];
        for (let i = 0; i < w.length; i++) {
          after.push((1 - 2 * eta * lambda) * w[i]! - eta * slopes[i]!);
        }
        return after;
      },
      samePenalty: (lambda: number) => lambda - lambda / 2,
      prune: (w: Vector, t: number) => w.map((wi) => (Math.abs(wi) < t ? 0 : wi)),
    },
  ],
};
