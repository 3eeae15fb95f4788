/** The reference: the processor, by the name that the operating system knows it by. */
import { cpus } from "node:os";

/** As `AMD EPYC 9654 96-Core Processor`; the architecture where the system tells no name. */
export function processorName(): string {
  return cpus()[0]?.model.trim() || process.arch;
}
