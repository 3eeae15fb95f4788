import { expect, test } from "vitest";
import { benchKernels, kernelTable, naiveProduct, PRODUCTS } from "../../src/cli/bench-kernels.js";

test("measures a product and its transposed forms, by both loops", () => {
  const rows = benchKernels(1, [[64, 64, 64]]);
  expect(rows.map(({ what }) => what)).toEqual([
    "A B, 64³",
    "Aᵀ B, 64³",
    "A Bᵀ, 64³",
    "a + b, 1024 entries",
  ]);
  for (const { plain, ours } of rows) expect(Math.min(plain, ours)).toBeGreaterThan(0);
});

test("the squares of 64 to 512 are measured", () => {
  for (const n of [64, 128, 256, 512]) expect(PRODUCTS).toContainEqual([n, n, n]);
});

test("the naive product it compares with is a product", () => {
  const c = new Float64Array(4).fill(9);
  naiveProduct(c, Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8), 2, 2, 2);
  // 1·5 + 2·7 = 19, 1·6 + 2·8 = 22, 3·5 + 4·7 = 43, 3·6 + 4·8 = 50
  expect([...c]).toEqual([19, 22, 43, 50]);
});

test("the table says how many times faster", () => {
  const row = { what: "A B", plain: 0.5, ours: 2, unit: "GFLOP/s" } as const;
  expect(kernelTable([row]).split("\n")[1]).toBe("A B        0.50     2.00  GFLOP/s           4.0");
});
