/** Static SVG: elements as text, with everything escaped and numbers cut to hundredths of a pixel. */

/** Attributes in the order they are written; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its children, which are markup already. */
export function element(
  tag: string,
  attributes: Attributes,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([name, value]) => attribute(name, value));
  const open = `<${tag}${written.join("")}`;
  const inner = children.join("");
  return inner === "" ? `${open}/>` : `${open}>${inner}</${tag}>`;
}

function attribute(name: string, value: string | number | undefined): string {
  if (value === undefined) return "";
  return ` ${name}="${typeof value === "number" ? pixels(value) : escapeXml(value)}"`;
}

/** A length, at most two digits after the point. */
export function pixels(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** Text as XML wants it, without the control characters that XML forbids. */
export function escapeXml(text: string): string {
  const printable = Array.from(text).filter((letter) => letter >= " " || /[\t\n]/.test(letter));
  return printable
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The `d` of a path through points; `null` lifts the pen. */
export function pathData(points: readonly (readonly [number, number] | null)[]): string {
  let down = false;
  return points
    .map((point) => {
      const letter = down ? "L" : "M";
      down = point !== null;
      return point === null ? "" : `${letter}${pixels(point[0])},${pixels(point[1])}`;
    })
    .join("");
}
