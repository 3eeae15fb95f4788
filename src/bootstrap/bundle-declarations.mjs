/**
 * The library's declarations as one file. The kernel's compiler looks for every file an import leads
 * to; with one file in place of some hundred and fifty, the first cell of a notebook that imports
 * "gradus" is checked in a fraction of the time.
 */

import { join } from "node:path";

/**
 * Writes `gradus.d.ts` beside the declarations of a build.
 * @param {string} folder the build, with `index.d.ts` in it
 * @returns {Promise<void>}
 */
export async function bundleDeclarations(folder) {
  // Loaded here and not above: this file is read before the packages are installed.
  const [{ rollup }, { dts }] = await Promise.all([import("rollup"), import("rollup-plugin-dts")]);
  const bundle = await rollup({ input: join(folder, "index.d.ts"), plugins: [dts()] });
  await bundle.write({ file: join(folder, "gradus.d.ts"), format: "es" });
  await bundle.close();
}
