/**
 * `gradus/reference`: this library held against TensorFlow.js. Importing it loads no TensorFlow;
 * each backend runs in a process of its own, started when it is asked.
 */
export {
  type Arguments,
  BACKENDS,
  type BackendIdentity,
  type BackendName,
  type UnavailableBackend,
} from "./backend.js";
export { type Choice, chooseOracle } from "./choose.js";
export {
  compareBackends,
  comparedFunctionNames,
  compareWithReference,
} from "./compare-backends.js";
export { isOracle, type Oracle, openOracle } from "./oracle.js";
export type {
  BackendReport,
  FunctionReport,
  LargestDifference,
  ReferenceReport,
} from "./report.js";
