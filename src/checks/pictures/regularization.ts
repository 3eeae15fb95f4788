/** Pictures of chapter 5: prices of weights, masks, images, epochs, tables of mistakes. */
import type { Pictures } from "../../grading/picture.js";
import { normalStream } from "../streams.js";
import { barsPicture } from "./bars.js";
import { curvePicture } from "./curve.js";
import { stopPicture } from "./epochs.js";
import { errorMapPicture } from "./error-map.js";
import { imagePicture, SEVEN } from "./images.js";
import { field } from "./two-sides.js";

const W = "<i>w</i>";
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);
const price = (y: string, ...rest: readonly number[]) =>
  curvePicture({ x: W, y, from: -2, to: 2, args: (w) => [[w], ...rest] });
const pull = (y: string, ...rest: readonly number[]) =>
  curvePicture({ x: W, y, from: -2, to: 2, args: (w) => [[w], ...rest], pick: first });

/** Exercise 5.2. */
export const PENALTIES_PICTURES: Pictures = {
  l1Penalty: price("L1 price, <i>λ</i> = ½", 0.5),
  l1Slopes: pull("slope of the L1 price, <i>λ</i> = ½", 0.5),
  l2Penalty: price("L2 price, <i>λ</i> = ½", 0.5),
  l2Slopes: pull("slope of the L2 price, <i>λ</i> = ½", 0.5),
  lpPenalty: price("L<i>p</i> price, <i>p</i> = 3, <i>λ</i> = ½", 0.5, 3),
  lpSlopes: pull("slope for <i>p</i> = 3, <i>λ</i> = ½", 0.5, 3),
};

const stepOf = (y: string) =>
  curvePicture({
    ...{ x: "<i>w</i> before", y, from: -2, to: 2 },
    ...{ name: "w", given: "slope 0.5, η = ½, λ = 0.4" },
    args: (w) => [[w], [0.5], 0.5, 0.4],
    pick: first,
  });

/** Exercise 5.3. */
export const WEIGHT_DECAY_PICTURES: Pictures = {
  decayStep: stepOf("<i>w</i> after, <i>η</i> = ½, <i>λ</i> = 0.4"),
  penaltyStep: stepOf("<i>w</i> after, <i>η</i> = ½, <i>λ</i> = 0.4"),
  samePenalty: curvePicture({
    x: "<i>λ</i> of the decay",
    name: "λ",
    y: "<i>λ</i> of the price",
    from: 0,
    to: 1,
  }),
  prune: curvePicture({
    ...{ x: "<i>w</i> before", y: "<i>w</i> after, <i>t</i> = 1", from: -2, to: 2 },
    ...{ name: "w", given: "t = 1" },
    args: (w) => [[w], 1],
    pick: first,
  }),
};

/** Four examples with three units. */
const ACTIVATIONS = [
  [1, -2, 3],
  [0.5, 4, -1],
  [2, 2, 2],
  [-3, 1, 0.5],
] as const;
const DRAWN = [
  [0.1, 0.8, 0.4],
  [0.6, 0.25, 0.9],
  [0.3, 0.2, 0.7],
  [0.95, 0.05, 0.5],
] as const;
const MASK = [
  [0, 1, 1],
  [1, 1, 1],
  [1, 0, 1],
  [1, 0, 1],
] as const;

/** Exercise 5.4. */
export const DROPOUT_PICTURES: Pictures = {
  dropoutMask: errorMapPicture((f) => f(DRAWN, 0.25)),
  dropoutTraining: errorMapPicture((f) => f(ACTIVATIONS, MASK, 0.25)),
  dropoutInference: errorMapPicture((f) => f(ACTIVATIONS, 0.25)),
};

const LOSSES = [1, 0.7, 0.75, 0.5, 0.55, 0.6, 0.58, 0.62, 0.45, 0.65] as const;

/** Exercise 5.5. */
export const EARLY_STOPPING_PICTURES: Pictures = {
  earlyStop: stopPicture(LOSSES, (f, losses) => f(losses, 3)),
};

/** Exercise 5.6. */
export const AUGMENTATION_PICTURES: Pictures = {
  addNoise: imagePicture(
    "Noise with σ = 0.2 on every pixel, from the same random numbers.",
    (f) => {
      const noisy = f(SEVEN.flat(), 0.2, normalStream(3));
      if (!Array.isArray(noisy) || noisy.length !== 64) return noisy;
      return SEVEN.map((_, i) => noisy.slice(8 * i, 8 * i + 8));
    },
  ),
  noisePenalty: curvePicture({
    ...{ x: "<i>σ</i>", y: "price of <i>w</i> = (1, −2)", from: 0, to: 2 },
    given: "w = (1, −2)",
    args: (sigma) => [[1, -2], sigma],
  }),
  shiftImage: imagePicture("An image moved by 2 down and 1 to the left.", (f) => f(SEVEN, 2, -1)),
};

const RUNNING = { mean: [0.5, 1, 1], variance: [4, 1, 2.25] } as const;
const GAMMA = [1, 2, 0.5] as const;
const BETA = [0, 1, -1] as const;

/** Exercise 5.7. */
export const BATCH_NORMALIZATION_PICTURES: Pictures = {
  batchStatistics: errorMapPicture((f) => {
    const found = f(ACTIVATIONS);
    return [field(found, "mean"), field(found, "variance")];
  }, "First row: the mean of each column; second row: its variance."),
  batchNormTraining: errorMapPicture((f) => f(ACTIVATIONS, GAMMA, BETA, 0.1)),
  updateRunning: curvePicture({
    ...{ x: "of the batch", name: "batch", y: "running, from 1, <i>m</i> = ¾", from: -2, to: 4 },
    args: (batch) => [1, batch, 0.75],
  }),
  batchNormInference: errorMapPicture((f) => f(ACTIVATIONS, RUNNING, GAMMA, BETA, 0.1)),
};

/** Exercise 5.8. */
export const CONFUSION_PICTURES: Pictures = {
  predictedClasses: barsPicture({
    ...{ x: "row of scores", y: "predicted class" },
    values: (f) =>
      f([
        [0.1, 0.7, 0.2],
        [-3, -1, -2],
        [5, 1, 4],
        [0, 1, 2],
      ]),
  }),
  confusionMatrix: errorMapPicture(
    (f) => f([0, 0, 1, 2, 2, 1, 0, 1, 2, 2], [0, 1, 1, 2, 0, 1, 0, 2, 2, 1], 3),
    "One row for each true class, one column for each predicted class.",
  ),
};
