/** Notebook: a figure that is drawn again in its place while a cell runs. */
import { randomUUID } from "node:crypto";
import type { Figure } from "../figures/figure.js";
import { currentUpdate, type MimeBundle } from "./display.js";
import { figureBundles } from "./show.js";

/** One output of a cell; the newest figure stands in it. */
export interface LiveFigure {
  /** Draws `figure` in the place of the one before. Wait for it: then it is seen while the cell works on. */
  update(figure: Figure): Promise<void>;
  /** Puts the live form of the newest figure in the place of its picture, to point and to zoom. */
  done(): Promise<void>;
  /** The formats of the newest figure, or undefined before the first. */
  readonly last: MimeBundle | undefined;
}

/**
 * A figure for a cell that trains: call `update` now and then, not at every step, since each call
 * sends a whole picture. What was drawn last stays.
 *
 * @param number - the figure's number, as in "4.3"
 * @throws {@link ValueError} as `show` does, from `update`
 *
 * @example
 * liveFigure("4.3").last; // => undefined
 */
export function liveFigure(number: string): LiveFigure {
  const ids = [randomUUID(), randomUUID()] as const;
  let newest: readonly [figure: MimeBundle, caption: MimeBundle] | undefined;
  let isShown = false;
  const send = async (...bundles: readonly MimeBundle[]): Promise<void> => {
    const way = currentUpdate();
    if (way === null) return;
    bundles.forEach((bundle, index) => {
      way(bundle, ids[index]!, isShown);
    });
    isShown = true;
    await messagesSent();
  };
  return {
    async update(figure) {
      newest = figureBundles(figure, number);
      await send(stillForm(newest[0]), newest[1]);
    },
    async done() {
      if (newest !== undefined) await send(...newest);
    },
    get last() {
      return newest?.[0];
    },
  };
}

/** Pictures only: JupyterLab's Plotly keeps its first figure, whatever is sent in its place. */
function stillForm(bundle: MimeBundle): MimeBundle {
  const svg = String(bundle["image/svg+xml"]);
  // Plotly fits a figure to its place; a picture has to be told.
  const fitting = svg.replace("<svg ", '<svg style="max-width:100%;height:auto" ');
  return { "image/svg+xml": fitting, "text/plain": bundle["text/plain"] };
}

/** Once round the event loop and back, so that the socket can write. */
async function messagesSent(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  await new Promise<void>((resolve) => setImmediate(resolve));
}
