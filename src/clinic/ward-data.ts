/** Clinic, the data: handwritten digits as a patient's settings prepare them. */
import { type Dataset, takeRows } from "../datasets/dataset.js";
import { digits } from "../datasets/digits.js";
import { split } from "../datasets/splits.js";
import { Random } from "../math/random.js";
import { standardize } from "../math/standardization.js";
import { Tensor } from "../math/tensor.js";
import type { Settings } from "./patient.js";

/** How many times larger the units of the left half are, where the inputs are as they came. */
const OTHER_UNITS = 16;
const SEED = 512;

/** What a training of the clinic sees. */
export interface WardData {
  readonly training: Dataset;
  readonly validation: Dataset;
}

let dealt: Record<"training" | "validation" | "rest", Dataset> | undefined;

/** 800 digits to train on and 400 to judge by, the same for every patient. */
function pool(): { readonly training: Dataset; readonly validation: Dataset } {
  if (dealt === undefined) {
    const all = digits();
    const n = all.x.shape[0]!;
    const shares = { training: 800 / n, validation: 400 / n, rest: (n - 1200) / n };
    dealt = split(new Random(SEED).fork("pool"), all, shares);
  }
  return dealt;
}

/** The data of a patient. */
export function wardData({ samples, inputs, labels }: Settings): WardData {
  const { training, validation } = pool();
  const rows = Array.from({ length: samples }, (_, row) => row);
  const chosen = takeRows(training, rows);
  const y = labels === "own" ? chosen.y : mixedUp(chosen.y);
  if (inputs === "as they came") {
    return {
      training: { x: inTwoUnits(chosen.x), y },
      validation: { x: inTwoUnits(validation.x), y: validation.y },
    };
  }
  const { apply } = standardize(inUnitRange(chosen.x));
  return {
    training: { x: apply(inUnitRange(chosen.x)), y },
    validation: { x: apply(inUnitRange(validation.x)), y: validation.y },
  };
}

/** Pixels from 0 to 1; they are counts from 0 to 16. */
function inUnitRange({ shape, data }: Tensor): Tensor {
  return new Tensor(
    shape,
    data.map((pixel) => pixel / 16),
  );
}

/** The left four columns of each image in units that make their numbers a hundred times larger. */
function inTwoUnits(x: Tensor): Tensor {
  const { shape, data } = inUnitRange(x);
  return new Tensor(
    shape,
    data.map((pixel, at) => (at % 8 < 4 ? OTHER_UNITS * pixel : pixel)),
  );
}

/** The same labels in another order, as if images and labels had been shuffled apart. */
function mixedUp({ shape, data }: Tensor): Tensor {
  const order = new Random(SEED).fork("labels").shuffle([...data.keys()]);
  return new Tensor(
    shape,
    data.map((_, at) => data[order[at]!]!),
  );
}
