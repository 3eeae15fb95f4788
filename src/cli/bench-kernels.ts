/**
 * `gradus bench loops`: how fast the loops over entries are on this machine, beside the loops one
 * would write first, all in one run.
 */
import {
  addInto,
  FLAT,
  multiplyByTransposedInto,
  multiplyInto,
  multiplyTransposedByInto,
  zipEntries,
} from "../math/kernels.js";
import { Random } from "../math/random.js";

/** One line of the table. */
export interface KernelRow {
  readonly what: string;
  /** The loop one would write first, in the row's unit. */
  readonly plain: number;
  /** The library's loop. */
  readonly ours: number;
  readonly unit: "GFLOP/s" | "entries/µs";
}

/** The lengths n, k, m of a product `[n, k][k, m]`. */
export type ProductSize = readonly [number, number, number];

/** Squares, then what two small networks multiply. */
export const PRODUCTS: readonly ProductSize[] = [
  [64, 64, 64],
  [128, 128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [4, 4, 4],
  [64, 2, 16],
  [64, 16, 16],
  [64, 16, 1],
  [64, 784, 128],
  [128, 784, 512],
];

/** How long each loop is repeated; the best repetition counts, since other work only slows it. */
const MILLISECONDS = 150;

type Product = typeof multiplyInto;

/**
 * Measure products, their two transposed forms, and sums entry by entry.
 *
 * @param milliseconds - how long each loop is repeated
 */
export function benchKernels(
  milliseconds: number = MILLISECONDS,
  sizes: readonly ProductSize[] = PRODUCTS,
): readonly KernelRow[] {
  const random = new Random(1);
  const products = sizes.flatMap(([n, k, m]): readonly KernelRow[] => {
    const [a, b, c] = [draws(random, n * k), draws(random, k * m), new Float64Array(n * m)];
    const speed = (product: Product): number => {
      const nanoseconds = bestOf(milliseconds, () => product(c, a, b, n, k, m));
      return (2 * n * k * m) / nanoseconds;
    };
    const size = n === k && k === m ? `${n}³` : `${n}×${k}×${m}`;
    const plain = speed(naiveProduct);
    return [
      { what: `A B, ${size}`, plain, ours: speed(multiplyInto), unit: "GFLOP/s" },
      { what: `Aᵀ B, ${size}`, plain, ours: speed(multiplyTransposedByInto), unit: "GFLOP/s" },
      { what: `A Bᵀ, ${size}`, plain, ours: speed(multiplyByTransposedInto), unit: "GFLOP/s" },
    ];
  });
  return [...products, sumOfEntries(random, milliseconds)];
}

/** The three loops with k in the middle, which reads and writes memory in order. */
export function naiveProduct(
  c: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  inner: number,
  m: number,
): void {
  c.fill(0);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < inner; k++) {
      const aik = a[i * inner + k]!;
      for (let j = 0; j < m; j++) c[i * m + j] = c[i * m + j]! + aik * b[k * m + j]!;
    }
  }
}

/** `a + b` by a loop of its own, and by the loop that calls whatever function it is given. */
function sumOfEntries(random: Random, milliseconds: number): KernelRow {
  const size = 1024;
  const [a, b, y] = [draws(random, size), draws(random, size), new Float64Array(size)];
  const plus = (p: number, q: number) => p + q;
  const functions = [Math.min, Math.max, Math.hypot, Math.pow, plus];
  const called = () => zipEntries(1, size, a, FLAT, b, FLAT, plus);
  // Many functions through one loop first, as in any real program.
  for (let i = 0; i < 200; i++) {
    for (const f of functions) zipEntries(1, size, a, FLAT, b, FLAT, f);
  }
  const own = () => addInto(y, 1, size, a, FLAT, b, FLAT);
  return {
    what: `a + b, ${size} entries`,
    plain: (1000 * size) / bestOf(milliseconds, called),
    ours: (1000 * size) / bestOf(milliseconds, own),
    unit: "entries/µs",
  };
}

const draws = (random: Random, count: number): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal());

/** Nanoseconds of one call: the best of many short series. */
function bestOf(milliseconds: number, run: () => void): number {
  for (let i = 0; i < 3; i++) run();
  const once = performance.now();
  run();
  const repeat = Math.max(1, Math.round(2 / (performance.now() - once + 1e-6)));
  let best = Number.POSITIVE_INFINITY;
  const end = performance.now() + milliseconds;
  do {
    const start = performance.now();
    for (let i = 0; i < repeat; i++) run();
    best = Math.min(best, (performance.now() - start) / repeat);
  } while (performance.now() < end);
  return 1e6 * best;
}

/** The rows in columns, with how many times faster ours is. */
export function kernelTable(rows: readonly KernelRow[]): string {
  const head = ["", "plain loop", "library", "", "times faster"];
  const lines = rows.map(({ what, plain, ours, unit }) => [
    what,
    plain.toFixed(2),
    ours.toFixed(2),
    unit,
    (ours / plain).toFixed(1),
  ]);
  const all = [head, ...lines];
  const width = (column: number) => Math.max(...all.map((line) => line[column]!.length));
  const place = (text: string, column: number) =>
    column === 0 || column === 3 ? text.padEnd(width(column)) : text.padStart(width(column));
  return all.map((line) => line.map(place).join("  ").trimEnd()).join("\n");
}
