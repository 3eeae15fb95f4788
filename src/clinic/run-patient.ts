/** Clinic, the treatment room: a small digit classifier, trained exactly as its settings say. */
import type { Dataset } from "../datasets/dataset.js";
import { relu } from "../math/activations.js";
import { add, mul, neg } from "../math/arithmetic.js";
import { dense } from "../math/dense-layer.js";
import { valueAndGrad } from "../math/gradient.js";
import { heNormal } from "../math/initializers.js";
import { argMax } from "../math/largest.js";
import { gradientDescent } from "../math/optimizers/gradient-descent.js";
import { Random } from "../math/random.js";
import { gatherRows } from "../math/rearrange.js";
import { dropoutTraining } from "../math/regularization/dropout.js";
import { accuracy } from "../math/regularization/metrics.js";
import { deadUnits, totalNorm } from "../math/regularization/monitors.js";
import { l2Penalty } from "../math/regularization/penalties.js";
import { batches, shuffledBatches } from "../math/sampling.js";
import { softmax } from "../math/softmax.js";
import { softmaxCrossEntropy } from "../math/softmax-cross-entropy.js";
import { Tensor, zeros } from "../math/tensor.js";
import { ValueError } from "../math/value-error.js";
import type { Variable } from "../math/variable.js";
import type { Checkup, Course, Settings } from "./patient.js";
import { wardData } from "./ward-data.js";

/** Pixels, hidden units, digits. */
const SIZES = { inputs: 64, hidden: 24, classes: 10 } as const;
/** How many examples the norm of the gradient is taken on. */
const WATCHED = 200;
const SEED = 513;

type Weights = Readonly<Record<"1.W" | "1.b" | "2.W" | "2.b", Tensor>>;
type Tracked = { readonly [Name in keyof Weights]: Variable<Tensor> };

/**
 * Trains a patient as its settings say, and records a checkup before the first update and after each
 * epoch. The same settings give the same record, to the last digit.
 *
 * @param settings - as in `PATIENTS[0].settings`, or with a cure in place
 */
export function runPatient(settings: Settings): Course {
  const { training, validation } = wardData(settings);
  const weights = startOf(settings);
  const optimizer = gradientDescent(settings.learningRate);
  const state = optimizer.init(weights);
  const random = new Random(SEED).fork("batches");
  const masks = new Random(SEED).fork("masks");
  const judge = (data: Dataset, seed: number): Verdict =>
    judged(settings, weights, data, new Random(SEED + seed).fork("judge"));
  const some = Array.from({ length: Math.min(WATCHED, training.y.size) }, (_, row) => row);
  const checkup = (epoch: number): Checkup => {
    const [own, other] = [judge(training, epoch), judge(validation, 1000 + epoch)];
    const { gradient } = lossAndGradient(settings, weights, training, some, masks);
    return {
      epoch,
      trainingLoss: own.loss,
      validationLoss: other.loss,
      trainingAccuracy: own.accuracy,
      validationAccuracy: other.accuracy,
      weightNorm: totalNorm({ W1: weights["1.W"], W2: weights["2.W"] }),
      gradientNorm: totalNorm(gradient),
      deadShare: own.dead,
    };
  };
  const checkups: Checkup[] = [];
  const stepLosses: number[] = [];
  let brokeAt: number | null = null;
  try {
    checkups.push(checkup(0));
    for (let epoch = 1; epoch <= settings.epochs; epoch++) {
      for (const rows of rowsOf(settings, training, random)) {
        const { value, gradient } = lossAndGradient(settings, weights, training, rows, masks);
        stepLosses.push(value);
        optimizer.updateInPlace(gradient, state, weights);
      }
      checkups.push(checkup(epoch));
    }
  } catch (error) {
    // The library refuses to go on with NaN or Infinity; here that is a finding, not a failure.
    if (!(error instanceof ValueError)) throw error;
    brokeAt = stepLosses.length;
  }
  const again = brokeAt === null ? judge(training, 2000).loss : Number.NaN;
  const judgedTwice = brokeAt === null ? Math.abs(again - checkups.at(-1)!.trainingLoss) : 0;
  return { settings, checkups, stepLosses, judgedTwice, brokeAt };
}

/** The weights before the first update. */
function startOf({ initialization, hiddenBias }: Settings): Weights {
  const random = new Random(SEED).fork("weights");
  const { inputs, hidden, classes } = SIZES;
  const draw = initialization === "He" ? heNormal : zeros;
  return {
    "1.W": draw([inputs, hidden], random),
    "1.b": new Tensor([hidden], new Float64Array(hidden).fill(hiddenBias)),
    "2.W": draw([hidden, classes], random),
    "2.b": zeros([classes]),
  };
}

/** The batches of an epoch. */
function rowsOf(
  { order, batchSize }: Settings,
  { y }: Dataset,
  random: Random,
): readonly (readonly number[])[] {
  const size = Math.min(batchSize, y.size);
  if (order === "shuffled") return shuffledBatches(y.size, size, random);
  const byClass = [...y.data.keys()].sort((a, b) => y.data[a]! - y.data[b]! || a - b);
  return batches(y.size, size).map((batch) => batch.map((at) => byClass[at]!));
}

/** J of one batch and its gradient, with every setting that bears on them. */
function lossAndGradient(
  settings: Settings,
  weights: Weights,
  { x, y }: Dataset,
  rows: readonly number[],
  masks: Random,
): { readonly value: number; readonly gradient: Weights } {
  const [images, labels] = [gatherRows(x, rows), gatherRows(y, rows)];
  const found = valueAndGrad((W: Tracked) => {
    const hidden = dense(images, W["1.W"], W["1.b"], relu);
    // Without dropout no mask is drawn: drawing them would take half of the time.
    const { dropout } = settings;
    const a = dropout === 0 ? hidden : dropoutTraining(hidden, dropout, masks).output;
    const z = dense(a, W["2.W"], W["2.b"]);
    const J = softmaxCrossEntropy(settings.output === "logits" ? z : softmax(z), labels);
    const counted = settings.gradient === "mean" ? J : mul(J, rows.length);
    const price = l2Penalty([W["1.W"], W["2.W"]], settings.weightDecay / 2);
    const total = settings.weightDecay === 0 ? counted : add(counted, price);
    return settings.update === "descend" ? total : neg(total);
  }, weights);
  const sign = settings.update === "descend" ? 1 : -1;
  const share = settings.gradient === "mean" ? 1 : rows.length;
  return { value: (sign * found.value) / share, gradient: found.gradient };
}

interface Verdict {
  readonly loss: number;
  readonly accuracy: number;
  readonly dead: number;
}

/** Loss and accuracy on a whole data set, and the share of hidden units that are silent on it. */
function judged(
  { dropout, evaluation, output }: Settings,
  weights: Weights,
  { x, y }: Dataset,
  random: Random,
): Verdict {
  const hidden = dense(x, weights["1.W"], weights["1.b"], relu);
  const isDropped = evaluation === "with dropout" && dropout > 0;
  const a = isDropped ? dropoutTraining(hidden, dropout, random).output : hidden;
  const z = dense(a, weights["2.W"], weights["2.b"]);
  return {
    loss: softmaxCrossEntropy(output === "logits" ? z : softmax(z), y),
    accuracy: accuracy(argMax(z, 1), y),
    dead: deadUnits(hidden).length / SIZES.hidden,
  };
}
