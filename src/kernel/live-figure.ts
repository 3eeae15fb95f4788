/** Notebook: a figure that is drawn again in its place while a cell runs. */
import { randomUUID } from "node:crypto";
import type { Figure } from "../figures/figure.js";
import { currentUpdate, type MimeBundle } from "./display.js";
import { figureBundles } from "./show.js";

/** One output of a cell; the newest figure stands in it. */
export interface LiveFigure {
  /** Draws `figure` in the place of the one before. Wait for it, so that it is seen while the cell works on. */
  update(figure: Figure): Promise<void>;
  /** The formats of the newest figure, or undefined before the first. */
  readonly last: MimeBundle | undefined;
}

/**
 * A figure for a cell that trains: call `update` now and then, not at every step, since each call
 * sends a whole figure. What was drawn last stays.
 *
 * @param number - the figure's number, as in "4.3"
 * @throws {@link ValueError} as `show` does, from `update` too
 *
 * @example
 * liveFigure("4.3").last; // => undefined
 */
export function liveFigure(number: string): LiveFigure {
  const ids = [randomUUID(), randomUUID()] as const;
  let last: MimeBundle | undefined;
  return {
    async update(figure) {
      const bundles = figureBundles(figure, number);
      const isUpdate = last !== undefined;
      last = bundles[0];
      const send = currentUpdate();
      if (send === null) return;
      bundles.forEach((bundle, index) => {
        send(bundle, ids[index]!, isUpdate);
      });
      await messagesSent();
    },
    get last() {
      return last;
    },
  };
}

/** Once round the event loop and back, so that the socket can write. */
async function messagesSent(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  await new Promise<void>((resolve) => setImmediate(resolve));
}
