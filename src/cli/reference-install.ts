/** `gradus reference-install`: make the optional native tfjs-node work on this machine. */
import { type CommandDef, defineCommand } from "citty";

import { installReference } from "../reference/install/install.js";
import { InstallError } from "../reference/install/install-error.js";
import { CommandError } from "./command-error.js";

const ARGS = {
  "if-needed": { type: "boolean", description: "Stop at once if it was done before." },
  from: {
    type: "enum",
    options: ["any", "store", "wheel"] as ("any" | "store" | "wheel")[],
    default: "any",
    description: "store: only the package's own installer; wheel: only TensorFlow from PyPI.",
  },
  "store-limit": {
    type: "string",
    default: "60",
    description: "Seconds allowed to the package's own installer.",
  },
  "time-limit": {
    type: "string",
    default: "600",
    description: "Seconds allowed to each step of the way over the wheel.",
  },
} as const;

/** The command, for src/cli/main.ts. */
export const referenceInstallCommand: CommandDef = defineCommand<typeof ARGS>({
  meta: {
    name: "reference-install",
    description: "Make tfjs-node work: by its own installer, or built against PyPI's TensorFlow.",
  },
  args: ARGS,
  async run({ args }) {
    try {
      const done = await installReference({
        ifNeeded: args["if-needed"] === true,
        from: args.from,
        storeSeconds: seconds("--store-limit", args["store-limit"]),
        stepSeconds: seconds("--time-limit", args["time-limit"]),
        step: announce,
      });
      console.log(done);
    } catch (error) {
      if (!(error instanceof InstallError)) throw error;
      throw new CommandError(`\n${error.message}`);
    }
  },
}) as unknown as CommandDef;

function seconds(option: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new CommandError(`${option} takes a number of seconds above 0; given: ${text}.`, 2);
}

/**
 * A line a step: its title at once, how it ended and how long it took when it is over. At a
 * terminal the seconds run meanwhile.
 */
function announce(title: string): (result?: string) => void {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  process.stdout.write(`${title} … `);
  const tick = (): void => void process.stdout.write(`\r${title} … ${seconds().toFixed(0)} s `);
  const timer = process.stdout.isTTY ? setInterval(tick, 1000) : undefined;
  timer?.unref();
  return (result = "done") => {
    clearInterval(timer);
    const again = timer === undefined ? "" : `\r${title} … `;
    console.log(`${again}${result} (${seconds().toFixed(1)} s)`);
  };
}
