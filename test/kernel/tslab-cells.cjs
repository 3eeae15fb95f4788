// Runs cells in tslab's converter, executor and message handler, mended, without Jupyter around them:
// node tslab-cells.cjs <directory> <JSON list of cells>. Prints a JSON list of outputs for each cell.
const path = require("node:path");
const root = path.resolve(__dirname, "../..");
require(path.join(root, "src/bootstrap/mend-tslab.cjs"));
const load = (name) => require(path.join(root, "node_modules/tslab/dist", name));

async function main() {
  const [directory, cells] = [process.argv[2], JSON.parse(process.argv[3])];
  process.chdir(directory);
  const write = process.stdout.write.bind(process.stdout);
  const { createConverter } = load("converter.js");
  const { createExecutor } = load("executor.js");
  const { JupyterHandlerImpl } = load("jupyter.js");
  const node = createConverter({ isJS: false, isBrowser: false });
  const converters = { node, browser: node, close: () => node.close() };
  const executor = createExecutor(process.cwd(), converters, console);
  const handler = new JupyterHandlerImpl(executor, false);
  const results = [];
  for (const code of cells) {
    const outputs = [];
    const stream = (name, text) => outputs.push({ stream: name, text });
    const show = (content, update) => outputs.push({ display: content.data, update });
    const { status } = await handler.handleExecute({ code }, stream, show);
    results.push({ status, outputs });
    // After a failed cell the handler drops all that comes within 200 ms.
    if (status === "error") await new Promise((resolve) => setTimeout(resolve, 250));
  }
  write(JSON.stringify(results), () => process.exit(0));
}

main();
