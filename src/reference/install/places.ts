/** Installing tfjs-node: where its parts lie, in the project and in node_modules. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The TensorFlow whose C library the addon is built against. */
export const TENSORFLOW_VERSION = "2.21.0";

/** N-API 8 is in Node 20, 22 and 24, and an addon built for it loads in all of them. */
export const NAPI_VERSION = 8;

/** The folders that the installation reads and writes. */
export interface Places {
  /** The checkout, where `.venv` and `.gradus` lie. */
  readonly project: string;
  /** TensorFlow's libraries and the built addon, kept when node_modules is wiped. */
  readonly cache: string;
  /** The package `@tensorflow/tfjs-node` in node_modules; null if it is not installed. */
  readonly packageFolder: string | null;
}

/** The places of this checkout. */
export function findPlaces(): Places {
  const project = fileURLToPath(new URL("../../../", import.meta.url));
  const name = `${TENSORFLOW_VERSION}-${process.platform}-${process.arch}`;
  return {
    project,
    cache: join(project, ".gradus", "tensorflow", name),
    packageFolder: findPackage(),
  };
}

/** Where the package looks for its addon. */
export function addonIn(packageFolder: string): string {
  return join(packageFolder, "lib", `napi-v${NAPI_VERSION}`, "tfjs_binding.node");
}

function findPackage(): string | null {
  try {
    const require = createRequire(import.meta.url);
    return dirname(require.resolve("@tensorflow/tfjs-node/package.json"));
  } catch {
    return null;
  }
}
