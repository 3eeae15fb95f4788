/** Opening: which field contains which, as ovals inside ovals. */
import { ValueError } from "../../math/value-error.js";
import { type Figure, figure } from "../figure.js";
import { type Path, stroke } from "../marks.js";
import { BLUE, GREEN, INK, MUTED, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import { note } from "./diagram.js";

const CALL = "nestedFields";
const LOOKS = [
  { color: MUTED, dash: "solid", fill: "#F4F5F7" },
  { color: GREEN, dash: "dash", fill: "#E4F3EE" },
  { color: BLUE, dash: "solid", fill: "#D9EBF6" },
  { color: VERMILLION, dash: "dot", fill: "#FBE6DA" },
] as const;

/** One field. */
export interface Field {
  readonly name: string;
  /** What it is, in a few words; `<br>` breaks the line. */
  readonly what: string;
}

/**
 * Fields of knowledge as ovals, the widest one first, each inside the one before.
 *
 * @throws {@link ValueError} if there are none or more than four
 *
 * @example
 * nestedFields([{ name: "AI", what: "all" }, { name: "ML", what: "some" }]).alt; // => "AI ⊃ ML"
 */
export function nestedFields(fields: readonly Field[]): Figure {
  if (!Array.isArray(fields) || fields.length < 1 || fields.length > LOOKS.length) {
    const rule = `fields is a list of one to ${LOOKS.length}`;
    throw new ValueError({ operation: CALL, rule }, { fields });
  }
  const count = fields.length;
  const ovals = fields.map((_, i) => {
    const height = 1 - i / count;
    const width = 1 - (0.55 * i) / count;
    return {
      middle: [0.5, 0.03 * i + height / 2] as Point,
      width: 0.5 * width,
      height: 0.5 * height - 0.015 * i,
    };
  });
  return figure({
    alt: fields.map(({ name }) => name).join(" ⊃ "),
    caption:
      `Ovals, each inside the one before: ${fields.map(({ name, what }) => `${name} (${flat(what)})`).join("; ")}. ` +
      "What lies in an inner oval belongs to every oval around it, and not the other way round.",
    data: ovals.map(({ middle, width, height }, i) => ({
      ...stroke(oval(middle, width, height), LOOKS[i]!, 2.5),
      fill: "toself" as const,
      fillcolor: LOOKS[i]!.fill,
    })),
    layout: houseLayout({
      height: 110 * count + 50,
      margin: { l: 8, r: 8, t: 10, b: 10 },
      hovermode: false,
      xaxis: hiddenAxis([-0.01, 1.01]),
      yaxis: hiddenAxis([-0.01, 1.01]),
      annotations: fields.map(({ name, what }, i) => {
        const { middle, height } = ovals[i]!;
        const top = middle[1] + height;
        const next = ovals[i + 1];
        const y = next === undefined ? middle[1] : (top + next.middle[1] + next.height) / 2;
        return note([0.5, y], `<b>${name}</b><br>${what}`, { color: INK, size: 13 });
      }),
    }),
  });
}

function oval([x, y]: Point, width: number, height: number): Path {
  return Array.from({ length: 73 }, (_, k): Point => {
    const angle = (k * Math.PI) / 36;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

function flat(text: string): string {
  return text.replace(/<br>/g, " ");
}
