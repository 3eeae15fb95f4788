/**
 * `gradus bench training`: the process of one program. Arguments: the network, the program. It tells
 * the losses of its first steps, or why it cannot run; then it trains a round whenever it is asked.
 */
import { loadProgram } from "./load-program.js";
import { NETWORKS, taskOf } from "./networks.js";
import { PROGRAMS, type Report, type Round } from "./program.js";

async function main(): Promise<void> {
  const send = (report: Report): void => void process.send?.(report);
  process.on("disconnect", () => process.exit(0));
  try {
    const network = NETWORKS.find(({ name }) => name === process.argv[2]);
    const name = PROGRAMS.find((program) => program === process.argv[3]);
    if (network === undefined || name === undefined) throw new Error("no such network or program");
    const program = await loadProgram(name, taskOf(network));
    const losses = Array.from({ length: network.comparedSteps }, () => {
      program.step();
      return program.loss();
    });
    process.on("message", ({ milliseconds }: Round) => {
      const start = performance.now();
      let [steps, now] = [0, start];
      do {
        program.step();
        steps++;
        now = performance.now();
      } while (now < start + milliseconds);
      program.loss(); // waits for a backend that is still computing
      send({ kind: "round", microsecondsPerStep: (1000 * (performance.now() - start)) / steps });
    });
    send({ kind: "ready", losses, float: program.float });
  } catch (error) {
    send({
      kind: "unavailable",
      reason: String((error as Error).message)
        .trim()
        .split("\n")[0]!,
    });
  }
}

void main();
