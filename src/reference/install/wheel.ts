/** Installing tfjs-node: TensorFlow's C library, taken out of the wheel that PyPI serves. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { InstallError } from "./install-error.js";
import { TENSORFLOW_VERSION } from "./places.js";
import { complaintIn, runWithin } from "./run-within.js";

/** Which wheel holds the library: on arm64 there is no separate CPU package. */
const WHEELS: Readonly<Record<string, { readonly name: string; readonly platform: string }>> = {
  "linux-x64": { name: "tensorflow-cpu", platform: "manylinux_2_27_x86_64" },
  "linux-arm64": { name: "tensorflow", platform: "manylinux_2_27_aarch64" },
};

/** @throws {@link InstallError} if PyPI has no wheel whose library fits this system */
export function assertWheelExists(system: string = `${process.platform}-${process.arch}`): void {
  if (WHEELS[system] !== undefined) return;
  throw new InstallError(
    `tfjs-node cannot be built here: gradus takes TensorFlow's library from PyPI's wheels for ` +
      `${Object.keys(WHEELS).join(" and ")}, and this system is ${system}. The course needs it ` +
      "nowhere: comparisons run on WebGPU or on plain tfjs instead, and say so.",
  );
}

/**
 * Download the wheel and keep of it `lib/` and `include/` in `folder`.
 *
 * @returns the size of the wheel in bytes
 * @throws {@link InstallError} if there is no Python with pip, or a step fails or takes too long
 */
export async function fetchTensorFlow(
  project: string,
  folder: string,
  seconds: number,
): Promise<void> {
  assertWheelExists();
  const { name, platform } = WHEELS[`${process.platform}-${process.arch}`]!;
  const python = await findPython(project);
  const wheelFolder = join(folder, "wheel");
  const target = ["--python-version", "3.11", "--implementation", "cp", "--abi", "cp311"];
  const download = await runWithin(
    python,
    ["-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--no-cache-dir"].concat(
      [...target, "--platform", platform, "-d", wheelFolder],
      [`${name}==${TENSORFLOW_VERSION}`],
    ),
    { seconds },
  );
  if (download.ended === "timeout") {
    throw new InstallError(
      `The download of ${name} ${TENSORFLOW_VERSION} from PyPI (about 270 MB) was not done within ` +
        `${seconds} s. Run it again on a faster line, or allow more with --time-limit.`,
    );
  }
  const wheel = existsSync(wheelFolder) ? readdirSync(wheelFolder)[0] : undefined;
  if (download.ended !== "done" || wheel === undefined) {
    throw new InstallError(
      `pip could not download ${name} ${TENSORFLOW_VERSION} from PyPI. Check that the package ` +
        `index can be reached. pip says:\n${complaintIn(download.output)}`,
    );
  }
  const script = fileURLToPath(new URL("../../../src/reference/install/wheel.py", import.meta.url));
  const extract = await runWithin(python, [script, join(wheelFolder, wheel), folder], { seconds });
  if (extract.ended !== "done") {
    throw new InstallError(
      `The wheel of ${name} could not be unpacked into ${folder}; is the disk full? ` +
        `It needs 900 MB there.\n${complaintIn(extract.output)}`,
    );
  }
  rmSync(wheelFolder, { recursive: true });
}

/** A Python with pip: the project's own environment first, then the system's. */
async function findPython(project: string): Promise<string> {
  const own = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
  for (const python of [join(project, ".venv", ...own), "python3", "python"]) {
    const pip = await runWithin(python, ["-m", "pip", "--version"], { seconds: 20 });
    if (pip.ended === "done") return python;
  }
  throw new InstallError(
    "TensorFlow's library comes as a Python wheel, and no Python with pip was found (looked for " +
      ".venv, python3 and python). Install Python 3 with pip (Debian: apt-get install python3-pip), " +
      "or run npm start once, which makes .venv.",
  );
}
