/** Chapter 5, figures with panels: the name under which a layout keeps an axis. */
import type { XAxisName, YAxisName } from "../traces.js";

/**
 * The layout's name of an axis.
 *
 * @example
 * axisKey("x2"); // => "xaxis2"
 */
export function axisKey(name: XAxisName | YAxisName): string {
  return `${name[0]}axis${name.slice(1)}`;
}
