/** Static SVG: texts with the few tags that Plotly knows too: `<i>`, `<b>`, `<br>`. */
import { element, escapeXml } from "./xml.js";

/** Where and how a text stands. */
export interface TextPlace {
  readonly x: number;
  /** Height of the middle of the text, all its rows together. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
  readonly color: string;
  /** Turned around its place, degrees clockwise. */
  readonly rotate?: number;
  /** Colour of a rim that keeps the text legible on lines. */
  readonly halo?: string;
}

const ROW = 1.25;
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** A text element; nothing for an empty text. */
export function richText(text: string, place: TextPlace): string {
  if (text === "") return "";
  const { x, y, anchor, size, color, rotate, halo } = place;
  const rows = text.split("<br>");
  const first = y - ((rows.length - 1) / 2) * ROW * size + 0.35 * size;
  const spans = rows.map((row, i) =>
    rows.length === 1
      ? styled(row)
      : element("tspan", { x, y: first + i * ROW * size }, styled(row)),
  );
  const rim =
    halo === undefined
      ? {}
      : { stroke: halo, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };
  return element(
    "text",
    {
      x,
      y: first,
      "text-anchor": anchor === "start" ? undefined : anchor,
      "font-size": size,
      fill: color,
      ...rim,
      transform: rotate === undefined ? undefined : `rotate(${rotate} ${x} ${y})`,
    },
    ...spans,
  );
}

/** One row, its tags turned into styled spans. */
function styled(row: string): string {
  let italic = 0;
  let bold = 0;
  const pieces = row.split(/(<\/?[ib]>)/).map((piece) => {
    if (piece === "<i>") italic++;
    else if (piece === "</i>") italic--;
    else if (piece === "<b>") bold++;
    else if (piece === "</b>") bold--;
    else if (piece !== "") {
      const plain = escapeXml(piece.replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity]!));
      const style = {
        "font-style": italic > 0 ? "italic" : undefined,
        "font-weight": bold > 0 ? "bold" : undefined,
      };
      return italic > 0 || bold > 0 ? element("tspan", style, plain) : plain;
    }
    return "";
  });
  return pieces.join("");
}

/** Estimated width of the longest row in pixels: there is no font to measure. */
export function textWidth(text: string, size: number): number {
  const rows = text.split("<br>").map((row) => row.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "<"));
  const widths = rows.map((row) => Array.from(row).reduce((sum, letter) => sum + em(letter), 0));
  return Math.max(...widths) * size;
}

/** Height of all rows in pixels. */
export function textHeight(text: string, size: number): number {
  return text.split("<br>").length * ROW * size;
}

function em(letter: string): number {
  if (/[ijl.,:;'|!′()[\] ·]/.test(letter)) return 0.31;
  if (/[₀-₉⁰¹²³⁴-⁹⁻]/.test(letter)) return 0.36;
  if (/[mwMW]/.test(letter)) return 0.82;
  return /[A-ZΣ+−=<>]/.test(letter) ? 0.66 : 0.56;
}
