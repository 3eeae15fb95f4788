/** Looks for an installed Chromium or Chrome; the browser test drives what the system has. */

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const FIXED_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * @returns {string | null} the browser's path: the variable GRADUS_CHROMIUM if it is set, else the
 *   first found on PATH, in the usual places, or among Playwright's downloads
 */
export function findChromium() {
  const { GRADUS_CHROMIUM: chosen = "", PATH = "" } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const places = [chosen, ...onPath, ...FIXED_PLACES, ...playwrightDownloads()];
  return places.find((path) => path !== "" && existsSync(path)) ?? null;
}

/**
 * @returns {string[]}
 */
function playwrightDownloads() {
  const { PLAYWRIGHT_BROWSERS_PATH: chosen } = process.env;
  const folder = chosen ?? join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .flatMap((name) =>
      ["chrome-linux", "chrome-linux64"].map((part) => join(folder, name, part, "chrome")),
    );
}
