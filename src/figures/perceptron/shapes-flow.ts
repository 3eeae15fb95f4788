/** Chapter 1, what shapes do on their way through a network: one block a stage, one arrow a module. */
import { ValueError } from "../../math/value-error.js";
import { entries } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { arrow } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, MUTED } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import { box, note } from "./diagram.js";

const CALL = "shapesFlow";
const MOST = 6;

/** What comes before a stage, and the shape that it has then. */
export interface Stage {
  /** The module or function that made it; the first stage has none. */
  readonly by?: string;
  readonly shape: readonly number[];
  /** How many numbers that module has to learn. */
  readonly parameters?: number;
}

/**
 * The stages of one example from left to right: each block is as high as its logarithm of entries
 * says, with its shape below it, and every arrow names the module that it stands for.
 *
 * @throws {@link ValueError} if there are fewer than two stages or more than six, or a shape is not
 * made of positive numbers
 *
 * @example
 * shapesFlow([{ shape: [10, 20, 3] }, { by: "flatten", shape: [600] }]).alt; // => "Shapes: [10, 20, 3] → [600]"
 */
export function shapesFlow(stages: readonly Stage[]): Figure {
  if (!Array.isArray(stages) || stages.length < 2 || stages.length > MOST) {
    throw new ValueError(
      { operation: CALL, rule: `stages is a list of two to ${MOST}` },
      { stages },
    );
  }
  const sizes = stages.map(({ shape }, i) => {
    const lengths = entries(CALL, `stages[${i}].shape`, shape);
    if (lengths.some((length) => !(length >= 1))) {
      throw new ValueError({ operation: CALL, rule: "lengths are at least 1" }, { shape });
    }
    return lengths.reduce((a, b) => a * b);
  });
  const step = 1 / stages.length;
  const largest = Math.log(Math.max(...sizes, 2));
  const tall = (size: number): number => 0.08 + (0.48 * Math.log(size)) / largest;
  const at = stages.map((_, i): Point => [(i + 0.5) * step, 0.56]);
  const width = 0.17 * step;
  const texts = stages.map(({ shape }) => `[${shape.join(", ")}]`);
  return figure({
    alt: `Shapes: ${texts.join(" → ")}`,
    caption: caption(stages, texts, sizes),
    data: [
      ...at
        .slice(1)
        .map((to, i) =>
          arrow([at[i]![0] + width / 2, 0.56], [to[0] - width / 2, 0.56], MUTED, {}, 3),
        ),
      ...at.map((place, i) =>
        box(
          place,
          [width, tall(sizes[i]!)],
          i === 0 ? { color: INK, fill: "#D9DDE3" } : { color: BLUE, fill: "#CBE3F2" },
          0,
        ),
      ),
    ],
    layout: houseLayout({
      height: 300,
      margin: { l: 4, r: 4, t: 8, b: 8 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      annotations: [
        ...at.map((place, i) =>
          note([place[0], 0.16], texts[i]!.replace(/, /g, ",<br>"), { size: 13 }),
        ),
        ...stages.slice(1).flatMap(({ by = "" }, i) => {
          const middle = (at[i]![0] + at[i + 1]![0]) / 2;
          return [note([middle, 0.92], by.replace(" ", "<br>"), { size: 12 })];
        }),
        ...stages.slice(1).flatMap(({ parameters }, i) => {
          const middle = (at[i]![0] + at[i + 1]![0]) / 2;
          return parameters === undefined || parameters === 0
            ? []
            : [note([middle, 0.66], numberText(parameters), { size: 12, color: "#8A5A00" })];
        }),
      ],
    }),
  });
}

function caption(
  stages: readonly Stage[],
  texts: readonly string[],
  sizes: readonly number[],
): string {
  const total = stages.reduce((sum, { parameters = 0 }) => sum + parameters, 0);
  const way = stages
    .slice(1)
    .map(({ by = "the next module", parameters = 0 }, i) => {
      const learned =
        parameters === 0 ? "nothing to learn" : `${numberText(parameters)} numbers to learn`;
      return `${by} makes ${texts[i + 1]} (${learned})`;
    })
    .join(", ");
  return (
    `One example on its way through a network, from ${texts[0]} with ${numberText(sizes[0]!)} entries to ${texts[texts.length - 1]}. ` +
    `In order: ${way}. The higher a block, the more entries it has, on a logarithmic scale; the numbers over the arrows count the parameters, ${numberText(total)} in all.`
  );
}
