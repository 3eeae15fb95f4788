/** `gradus reference`: compare every function with TensorFlow.js and print what was found. */
import { type CommandDef, defineCommand } from "citty";

import { BACKENDS, type BackendName } from "../reference/backend.js";
import { backendsToTry, choiceLine, chooseOracle } from "../reference/choose.js";
import { compareBackends } from "../reference/compare-backends.js";
import { compareOn } from "../reference/compare-on.js";
import { compareRecordings } from "../reference/recording/compare-recordings.js";
import { recordingsText } from "../reference/recording/recordings-text.js";
import type { BackendReport, ReferenceReport } from "../reference/report.js";
import { reportText } from "../reference/report-text.js";
import { CommandError } from "./command-error.js";

const ARGS = {
  backend: {
    type: "string",
    description: `Only this backend: ${BACKENDS.join(", ")}.`,
  },
  quick: {
    type: "boolean",
    description: "Only the best backend of this machine, a line that says which, and recordings.",
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
    const report = await reportFor(args.backend, args.quick === true);
    console.log(reportText(report));
    const recordings = await compareRecordings();
    if (recordings.length > 0) console.log(`\n${recordingsText(recordings)}`);
    if (report.backends.length === 0 || ![...report.backends, ...recordings].every(isAgreement)) {
      process.exitCode = 1;
    }
  },
}) as unknown as CommandDef;

async function reportFor(backend: string | undefined, quick: boolean): Promise<ReferenceReport> {
  const backends = wantedBackends(backend);
  if (!quick) return compareBackends(backends);
  const choice = await chooseOracle(backends).catch((error: Error) => {
    throw new CommandError(error.message);
  });
  console.log(`${choiceLine(choice)}\n`);
  try {
    return { backends: [await compareOn(choice.oracle)], unavailable: [] };
  } finally {
    choice.oracle.close();
  }
}

/** What --backend names, else what GRADUS_REFERENCE names, else all. */
function wantedBackends(backend: string | undefined): readonly BackendName[] {
  try {
    return backendsToTry(backend);
  } catch (error) {
    throw new CommandError((error as Error).message, 2);
  }
}

function isAgreement({ functions }: BackendReport): boolean {
  return functions.every(({ verdict }) => verdict === "agrees");
}
