/**
 * `gradus bench training`: the process, started with --expose-gc, that trains network (a) for a
 * number of steps and tells the heap before and after, in bytes.
 */
import { NETWORKS, taskOf } from "./networks.js";
import { oursProgram } from "./ours.js";

/** What is still in use after everything else has been collected; typed arrays lie outside the heap. */
function bytesInUse(): number {
  for (let i = 0; i < 4; i++) (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const program = oursProgram(taskOf(NETWORKS[0]!));
const train = (steps: number): void => {
  for (let i = 0; i < steps; i++) program.step();
};
// The first steps compile the code, which stays.
train(5000);
const before = bytesInUse();
train(Number(process.argv[2]));
const after = bytesInUse();
// Only now: process.stdout takes 0.3 MiB when it is first touched.
process.stdout.write(JSON.stringify({ before, after }));
