/** Chapter 5, three sets: how the examples are dealt out, and what each part is for. */
import { ValueError } from "../../math/value-error.js";
import { type Figure, figure } from "../figure.js";
import type { Shape } from "../layout.js";
import { words } from "../marks.js";
import { INK, seriesStyle } from "../palette.js";
import { hiddenAxis, houseLayout } from "../style.js";

const CALL = "splitBar";

/** What {@link splitBar} draws. */
export interface SplitBarOptions {
  /** The parts in order: a name, how many examples, and what is done with them. */
  readonly parts: readonly {
    readonly name: string;
    readonly count: number;
    readonly use: string;
  }[];
}

/**
 * One bar a part, as long as its share of the examples and beginning where the one before ends.
 *
 * @throws {@link ValueError} if there is no part, or a count is not a whole number of at least 1
 *
 * @example
 * splitBar({ parts: [{ name: "training", count: 3, use: "fits" }, { name: "test", count: 1, use: "judges" }] }).alt; // => "4 examples: 3 training, 1 test"
 */
export function splitBar({ parts }: SplitBarOptions): Figure {
  if (parts.length === 0 || parts.length > 5) {
    throw new ValueError({ operation: CALL, rule: "there are one to five parts" }, { parts });
  }
  const odd = parts.find(({ count }) => !Number.isInteger(count) || count < 1);
  if (odd !== undefined) {
    const rule = "a part has a whole number of examples, at least 1";
    throw new ValueError({ operation: CALL, rule }, { [odd.name]: odd.count });
  }
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { count }) => sum + count, 0));
  const percent = (count: number): string => `${Math.round((100 * count) / total)} %`;
  const list = parts.map(({ name, count }) => `${count} ${name}`).join(", ");
  return figure({
    alt: `${total} examples: ${list}`,
    caption:
      `All ${total} examples, dealt out at random; the length of a bar is its share, and each begins where the one above ends. ` +
      `${parts.map(({ name, count, use }) => `The ${name} set has ${count} (${percent(count)}) and ${use}`).join(". ")}. No example is in two of them.`,
    data: [
      words(
        parts.map((_, i) => [0, -i + 0.5] as const),
        parts.map(({ name, count, use }) => `<b>${name}</b>: ${count}, ${use}`),
        "middle right",
        { textfont: { color: INK } },
      ),
    ],
    layout: houseLayout({
      height: 62 * parts.length + 20,
      margin: { l: 14, r: 14, t: 8, b: 8 },
      hovermode: false,
      xaxis: hiddenAxis([0, total]),
      yaxis: hiddenAxis([-parts.length + 0.75, 0.85]),
      shapes: [
        ...parts.map((_, i): Shape => bar(0, total, i, "#F1F3F5")),
        ...parts.map(({ count }, i): Shape => {
          return bar(starts[i]!, starts[i]! + count, i, seriesStyle(i).color);
        }),
      ],
    }),
  });
}

function bar(x0: number, x1: number, row: number, fillcolor: string): Shape {
  const [y0, y1] = [-row - 0.1, -row + 0.25];
  const line = { color: fillcolor, width: 0 };
  return { type: "rect", x0, x1, y0, y1, xref: "x", yref: "y", fillcolor, line, layer: "below" };
}
