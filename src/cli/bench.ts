/** `gradus bench`: how fast the course, training and the loops are on this machine. */
import { cpus } from "node:os";
import { type CommandDef, defineCommand } from "citty";

import { benchCourse } from "./bench-course.js";
import { benchKernels, kernelTable } from "./bench-kernels.js";
import { benchTraining } from "./bench-training/index.js";
import { CommandError } from "./command-error.js";

/** What can be measured, in the order in which it is when nothing is named. */
const PARTS = ["course", "training", "loops"] as const;

type Part = (typeof PARTS)[number];

const ARGS = {
  part: {
    type: "positional",
    required: false,
    description: `What to measure: ${PARTS.join(", ")}. Left out, everything.`,
  },
  kernels: { type: "string", default: "5", description: "How many kernels to start, one by one." },
} as const;

export const benchCommand: CommandDef = defineCommand<typeof ARGS>({
  meta: { name: "bench", description: "Measure how fast the course is on this machine." },
  args: ARGS,
  async run({ args }) {
    const kernels = Number(args.kernels);
    if (!Number.isInteger(kernels) || kernels < 1) {
      throw new CommandError(
        `--kernels takes a whole number of at least 1, not "${args.kernels}".`,
        2,
      );
    }
    const parts = args.part === undefined ? PARTS : [partOf(args.part)];
    const processor = cpus()[0]?.model ?? "unknown processor";
    console.log(`Node ${process.version}, ${cpus().length} × ${processor}`);
    for (const part of parts) await measure(part, kernels);
  },
}) as unknown as CommandDef;

async function measure(part: Part, kernels: number): Promise<void> {
  switch (part) {
    case "course":
      console.log(`\nThe course, ${kernels} kernels\n${await benchCourse(kernels)}`);
      return;
    case "training":
      console.log("");
      await benchTraining(console.log);
      return;
    case "loops":
      console.log(`\nLoops over entries\n${kernelTable(benchKernels())}`);
      return;
  }
}

function partOf(text: string): Part {
  const part = PARTS.find((name) => name === text);
  if (part !== undefined) return part;
  throw new CommandError(`gradus bench measures ${PARTS.join(", ")}, not "${text}".`, 2);
}
