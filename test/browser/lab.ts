/** A real JupyterLab on a copy of the course, and a page in a real browser that looks at it. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Inside the project, so that a notebook there finds the library as the real one does. */
const COPY = `${ROOT}.gradus/browser`;

const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Lab {
  readonly page: Page;
  /** Address and token, as `npm start` prints them. */
  readonly address: URL;
  open(notebook: string): Promise<void>;
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** `npm start` on a copy of notebooks/ and exercises/, and a browser before it. */
export async function startLab(): Promise<Lab> {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  for (const folder of ["notebooks", "exercises"]) {
    cpSync(ROOT + folder, `${COPY}/${folder}`, { recursive: true });
  }
  const server = spawn(
    process.execPath,
    [`${ROOT}src/bootstrap/start.cjs`, "--no-browser", `--ServerApp.root_dir=${COPY}`],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const address = await printedAddress(server);
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  return {
    page,
    address,
    async open(notebook) {
      // A fresh workspace: no tabs of an earlier visit.
      const url = new URL(`lab/workspaces/${Date.now()}/tree/${notebook}`, address);
      url.search = address.search;
      await page.goto(url.href);
      await inNotebook(page, ".jp-Cell").first().waitFor();
      await kernelIdle(page);
    },
    async screenshot(name) {
      await page.screenshot({ path: `${COPY}/${name}.png` });
    },
    async close() {
      await browser.close();
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = process.env["GRADUS_CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: BROWSER_FLAGS });
}

function printedAddress(server: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let printed = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/\S+token=\S+/.exec(printed)?.[0];
      if (found !== undefined) resolve(new URL(`/?${new URL(found).searchParams}`, found));
    });
    server.once("exit", () => reject(new Error(`npm start ended early:\n${printed}`)));
  });
}

/** Until the kernel is connected and has nothing left to do. */
export async function kernelIdle(page: Page): Promise<void> {
  await page.locator("#jp-main-statusbar", { hasText: "TypeScript | Idle" }).waitFor({
    timeout: 60_000,
  });
}

/** A part of the notebook in front. */
export function inNotebook(page: Page, selector: string): Locator {
  return page.locator(`.jp-NotebookPanel:not(.lm-mod-hidden) ${selector}`);
}

/** The code cell that holds this text. */
export function cellWith(page: Page, text: string): Locator {
  return inNotebook(page, ".jp-CodeCell").filter({
    has: page.locator(".jp-InputArea-editor", { hasText: text }),
  });
}

/** Runs one cell as a learner does, and waits for the kernel. */
export async function runCell(page: Page, cell: Locator): Promise<void> {
  await cell.locator(".cm-content").click();
  await page.keyboard.press("Control+Enter");
  await page.waitForTimeout(300); // the status bar lags a moment behind the key
  await kernelIdle(page);
}

/** Replaces one line of a cell by what is typed. */
export async function retypeLine(
  page: Page,
  cell: Locator,
  line: string,
  text: string,
): Promise<void> {
  await cell.locator(".cm-line", { hasText: line }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.type(text);
}
