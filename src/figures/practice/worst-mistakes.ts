/** Chapter 5, practice: the images on which a classifier is most surely wrong. */
import type { Tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import type { Figure } from "../figure.js";
import { imageGrid } from "../image-grid.js";
import { numberText } from "../numbers.js";

const CALL = "worstMistakes";

/** What {@link worstMistakes} draws; examples are rows. */
export interface WorstMistakesOptions {
  /** Images, `[n, pixels]`, as they were before standardization. */
  readonly images: Tensor;
  /** True classes, `[n]`. */
  readonly truths: Tensor;
  /** The probability of each class, `[n, k]`. */
  readonly probabilities: Tensor;
  /** Pixels in a row of an image. */
  readonly width: number;
  /** At most so many; 8 if absent. */
  readonly count?: number;
}

/**
 * The mistakes with the highest probability for a wrong class, the worst first, each with its true
 * class, the prediction and that probability.
 *
 * @throws {@link ValueError} if the tensors do not belong together, or nothing is wrong
 *
 * @example
 * const three = { images: ones([2, 4]), truths: tensor([0, 1]), probabilities: tensor([[0.9, 0.1], [0.8, 0.2]]) };
 * worstMistakes({ ...three, width: 2 }).alt; // => "The worst of 1 mistake"
 */
export function worstMistakes(options: WorstMistakesOptions): Figure {
  const { images, truths, probabilities, width, count = 8 } = options;
  const [n, k] = assertTogether(options);
  const mistakes = Array.from({ length: n }, (_, row) => {
    const shares = probabilities.data.subarray(row * k, (row + 1) * k);
    const guess = shares.indexOf(Math.max(...shares));
    return { row, guess, truth: truths.data[row]!, sure: shares[guess]! };
  })
    .filter(({ guess, truth }) => guess !== truth)
    .sort((a, b) => b.sure - a.sure || a.row - b.row);
  if (mistakes.length === 0) {
    const rule = "there is at least one mistake to show";
    throw new ValueError({ operation: CALL, rule }, { mistakes: 0 });
  }
  const shown = mistakes.slice(0, count);
  const pixels = images.data.length / n;
  const percent = (share: number): string => `${numberText(100 * share)} %`;
  const worst = shown[0]!;
  const all = `${mistakes.length} mistake${mistakes.length === 1 ? "" : "s"}`;
  return imageGrid({
    images: shown.map(({ row }) => [...images.data.subarray(row * pixels, (row + 1) * pixels)]),
    width,
    columns: Math.min(4, shown.length),
    titles: shown.map(
      ({ truth, guess, sure }) => `${truth} as ${guess}, ${Math.round(100 * sure)} %`,
    ),
    alt: `The worst of ${all}`,
    caption:
      `The network makes ${all} on ${n} images; here ${shown.length === 1 ? "is 1" : `are ${shown.length}`}, the surest first. Below each stands the true class, what it was taken for, and with which probability. ` +
      `Look at the first: a ${worst.truth} that the network calls a ${worst.guess} with ${percent(worst.sure)}. Ask yourself whether you would have known.`,
  });
}

function assertTogether({ images, truths, probabilities }: WorstMistakesOptions): [number, number] {
  const [n = 0, k = 0] = probabilities.shape;
  if (n > 0 && images.shape[0] === n && truths.shape.length === 1 && truths.shape[0] === n) {
    return [n, k];
  }
  const rule =
    "images [n, pixels], truths [n] and probabilities [n, k] have a row each for n examples";
  const shapes = { images: images.shape, truths: truths.shape, probabilities: probabilities.shape };
  throw new ValueError({ operation: CALL, rule }, shapes);
}
