/**
 * The loops over entries, all of them, by kind. Every other file says what is computed; these say in
 * which order the floats are visited, so that they alone have to change when it must become faster.
 *
 * Arrays are row-major. Callers have checked the shapes. A name that ends in `Into` writes into the
 * array it is given first and makes none.
 */
export { argMaxLanes, logSumExpLanes } from "./kernels/lanes.js";
export { FLAT, type Lanes, type Layout, lanesAlong, REPEATED } from "./kernels/layout.js";
export {
  absInto,
  addScaledInto,
  expInto,
  logInto,
  type MapLoop,
  mapEntries,
  negInto,
  reluInto,
  scaleInto,
  sigmoidInto,
  sqrtInto,
  squareInto,
  tanhInto,
} from "./kernels/map.js";
export {
  multiplyByTransposedInto,
  multiplyInto,
  multiplyMatrices,
  multiplyTransposedByInto,
} from "./kernels/matrix-product.js";
export {
  gatherRowsInto,
  placeBlockInto,
  scatterRowsInto,
  takeBlockInto,
  transposeEntries,
} from "./kernels/rows.js";
export { reluBackInto, sigmoidBackInto, tanhBackInto } from "./kernels/slopes.js";
export {
  dotEntries,
  normOfEntries,
  sumEntries,
  sumOverColumns,
  sumOverRows,
  sumOverRowsInto,
} from "./kernels/sums.js";
export {
  addBackInto,
  addInto,
  chooseEntries,
  divInto,
  maximumInto,
  mulInto,
  subInto,
  type ZipLoop,
  zipEntries,
} from "./kernels/zip.js";
