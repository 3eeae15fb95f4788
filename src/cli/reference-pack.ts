/** `gradus reference-pack`: an archive that records WebGPU on a machine with nothing installed. */
import { fileURLToPath } from "node:url";
import { type CommandDef, defineCommand } from "citty";

import { makePack, type Pack } from "../reference/pack/make-pack.js";
import { CommandError } from "./command-error.js";

const ARGS = {
  out: { type: "string", description: "The archive; .gradus/reference-pack.tar.gz." },
} as const;

const DEFAULT_OUT = new URL("../../.gradus/reference-pack.tar.gz", import.meta.url);

/** The command, for src/cli/main.ts. */
export const referencePackCommand: CommandDef = defineCommand<typeof ARGS>({
  meta: {
    name: "reference-pack",
    description: "Pack Node, WebGPU, TensorFlow.js and the cases, to record on another machine.",
  },
  args: ARGS,
  async run({ args }) {
    const pack = await makePack(args.out ?? fileURLToPath(DEFAULT_OUT)).catch((error: Error) => {
      throw new CommandError(error.message);
    });
    console.log(packText(pack));
  },
}) as unknown as CommandDef;

function packText({ path, bytes, parts }: Pack): string {
  const mebibytes = (n: number): string => `${(n / 2 ** 20).toFixed(1)} MiB`;
  const list = Object.entries(parts).map(([name, size]) => `${name} ${mebibytes(size)}`);
  return [
    `${path} (${mebibytes(bytes)}; before compression: ${list.join(", ")})`,
    "On the other machine: tar -xzf reference-pack.tar.gz, then ./record",
    "Back here: npx gradus reference-record --from webgpu-….json",
  ].join("\n");
}
