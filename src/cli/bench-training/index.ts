/** `gradus bench training`: the whole of it. */
import { measureHeap, measureNetwork } from "./measure.js";
import { NETWORKS } from "./networks.js";
import { aimText, heapText, networkTable, TOLERANCE_TEXT } from "./table.js";

/** Rounds of each program, and how long a round is at least. */
const EFFORT = { rounds: 9, milliseconds: 250 };
const HEAP_STEPS = 10_000;

/** Train the networks, one after the other, and say what came of each as soon as it is known. */
export async function benchTraining(say: (text: string) => void): Promise<void> {
  say(`Training, median of ${EFFORT.rounds} rounds in turn; ours and by hand compute in float64.`);
  for (const network of NETWORKS) {
    const measured = await measureNetwork(network, EFFORT);
    say(`\n${networkTable(network, measured)}\n${aimText(network, measured)}`);
  }
  say(`\n${TOLERANCE_TEXT}\n${heapText(measureHeap(HEAP_STEPS))}`);
}
