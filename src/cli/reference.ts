/** `gradus reference`: compare every function with TensorFlow.js and print what was found. */
import { type CommandDef, defineCommand } from "citty";

import { BACKENDS, type BackendName, isBackendName } from "../reference/backend.js";
import { backendsToTry, choiceLine, chooseOracle } from "../reference/choose.js";
import { compareBackends, compareOn } from "../reference/compare-backends.js";
import type { ReferenceReport } from "../reference/report.js";
import { reportText } from "../reference/report-text.js";

const ARGS = {
  backend: {
    type: "string",
    description: `Only this backend: ${BACKENDS.join(", ")}.`,
  },
  quick: {
    type: "boolean",
    description: "Only the best backend of this machine, and a line that says which.",
  },
} as const;

/** The command, for src/cli/main.ts. */
export const referenceCommand: CommandDef = defineCommand<typeof ARGS>({
  meta: {
    name: "reference",
    description: "Compare the library with TensorFlow.js, function by function.",
  },
  args: ARGS,
  async run({ args }) {
    try {
      const report = await reportFor(args.backend, args.quick === true);
      console.log(reportText(report));
      if (!isAgreement(report)) process.exitCode = 1;
    } catch (error) {
      console.error((error as Error).message);
      process.exitCode = 1;
    }
  },
}) as unknown as CommandDef;

async function reportFor(backend: string | undefined, quick: boolean): Promise<ReferenceReport> {
  const backends = wantedBackends(backend);
  if (!quick) return compareBackends(backends);
  const choice = await chooseOracle(backends);
  console.log(`${choiceLine(choice)}\n`);
  try {
    return { backends: [await compareOn(choice.oracle)], unavailable: [] };
  } finally {
    choice.oracle.close();
  }
}

function wantedBackends(backend: string | undefined): readonly BackendName[] {
  if (backend === undefined) return backendsToTry();
  if (isBackendName(backend)) return [backend];
  throw new Error(`--backend takes one of ${BACKENDS.join(", ")}; given: ${backend}.`);
}

/** Something was compared and all of it agrees. */
function isAgreement({ backends }: ReferenceReport): boolean {
  return (
    backends.length > 0 &&
    backends.every(({ functions }) => functions.every(({ verdict }) => verdict === "agrees"))
  );
}
