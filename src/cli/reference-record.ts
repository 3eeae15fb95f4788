/** `gradus reference-record`: write down what the backends of this machine answer. */
import { readFileSync, statSync } from "node:fs";
import { type CommandDef, defineCommand } from "citty";

import { BACKENDS, type BackendName } from "../reference/backend.js";
import { backendsToTry } from "../reference/choose.js";
import { RECORDINGS, writeRecording } from "../reference/recording/files.js";
import { recordBackend } from "../reference/recording/record-backends.js";
import { parseRecording } from "../reference/recording/recording.js";
import { CommandError } from "./command-error.js";

const ARGS = {
  backend: {
    type: "string",
    description: `Only this backend: ${BACKENDS.join(", ")}. Left out: all but plain.`,
  },
  from: {
    type: "string",
    description: "A recording made with the reference pack on another machine, to be taken in.",
  },
  out: { type: "string", description: "Folder to write to; test/reference/recordings." },
} as const;

/** The command, for src/cli/main.ts. */
export const referenceRecordCommand: CommandDef = defineCommand<typeof ARGS>({
  meta: {
    name: "reference-record",
    description: "Record what TensorFlow.js answers on this machine, for tests on others.",
  },
  args: ARGS,
  async run({ args }) {
    const folder = args.out ?? RECORDINGS;
    if (args.from !== undefined) return announce(takeIn(args.from, folder));
    const date = new Date().toISOString().slice(0, 10);
    let written = 0;
    for (const backend of wantedBackends(args.backend)) {
      const recording = await recordBackend(backend, date);
      if ("reason" in recording) {
        console.log(`${backend}: not available here, ${recording.reason}`);
        continue;
      }
      announce(writeRecording(recording, folder));
      written++;
    }
    if (written === 0) throw new CommandError("Nothing was recorded.");
  },
}) as unknown as CommandDef;

/** Another machine's recording, checked, under the name that its own contents give it. */
function takeIn(path: string, folder: string): string {
  try {
    return writeRecording(parseRecording(readFileSync(path, "utf8"), path), folder);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

function announce(path: string): void {
  console.log(`${path} (${Math.ceil(statSync(path).size / 1024)} KiB)`);
}

/** plain runs everywhere, so its recording would tell nobody anything. */
function wantedBackends(backend: string | undefined): readonly BackendName[] {
  try {
    const wanted = backendsToTry(backend);
    return wanted.length === 1 ? wanted : wanted.filter((name) => name !== "plain");
  } catch (error) {
    throw new CommandError((error as Error).message, 2);
  }
}
