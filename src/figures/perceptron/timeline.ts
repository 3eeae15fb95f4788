/** Opening: events along an axis of years. */
import { ValueError } from "../../math/value-error.js";
import { finite } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, type Path, stroke } from "../marks.js";
import { BLUE, FAINT, INK, MUTED } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import { note } from "./diagram.js";

const CALL = "timeline";
const MOST = 10;

/** Something that happened. */
export interface Event {
  /** Where it stands on the axis. */
  readonly year: number;
  /** When, in words, if the year is not exact: "late 1950s". */
  readonly when?: string;
  readonly what: string;
}

/**
 * Events from top to bottom with the years at their side: the distances are true, and the texts are
 * moved apart where they would collide.
 *
 * @throws {@link ValueError} if there are fewer than two events or more than ten, or they are not in
 * the order of their years
 *
 * @example
 * timeline([{ year: 1951, what: "a" }, { year: 1986, what: "b" }]).alt; // => "1951 to 1986 in 2 events"
 */
export function timeline(events: readonly Event[]): Figure {
  if (!Array.isArray(events) || events.length < 2 || events.length > MOST) {
    throw new ValueError(
      { operation: CALL, rule: `events is a list of two to ${MOST}` },
      { events },
    );
  }
  const years = events.map(({ year }, i) => finite(CALL, `events[${i}].year`, year));
  const [first, last] = [years[0]!, years[years.length - 1]!];
  if (years.some((year, i) => i > 0 && year < years[i - 1]!) || first === last) {
    throw new ValueError(
      { operation: CALL, rule: "events stand in the order of their years" },
      { years },
    );
  }
  const count = events.length;
  const height = (year: number): number => 0.97 - (0.94 * (year - first)) / (last - first);
  const row = (i: number): number => 0.97 - (0.94 * i) / (count - 1);
  const links: Path = events.flatMap(({ year }, i): Path => {
    return [[0.05, height(year)], [0.11, row(i)], [0.13, row(i)], null];
  });
  const marks: readonly Point[] = years.map((year) => [0.05, height(year)]);
  const when = ({ year, when: words }: Event): string => words ?? String(year);
  return figure({
    alt: `${first} to ${last} in ${count} events`,
    caption:
      `Time runs downwards, and the points on the line stand at their true distances. ${events.map((event) => `${when(event)}: ${flat(event.what)}`).join("; ")}. ` +
      `From the first to the last pass ${last - first} years.`,
    data: [
      stroke(
        [
          [0.05, 0.97],
          [0.05, 0.03],
        ],
        { color: INK, dash: "solid" },
        3,
      ),
      stroke(links, { color: FAINT, dash: "solid" }, 1.5),
      dots(marks, { color: BLUE, symbol: "circle" }),
    ],
    layout: houseLayout({
      height: 52 * count + 30,
      margin: { l: 6, r: 6, t: 8, b: 8 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      annotations: events
        .flatMap((event, i) => [
          note([0.14, row(i)], `<b>${when(event)}</b>`, {
            size: 13,
            color: MUTED,
            xanchor: "left",
          }),
          note([0.41, row(i)], event.what, { size: 13, xanchor: "left" }),
        ])
        .map((one) => ({ ...one, align: "left" as const })),
    }),
  });
}

function flat(text: string): string {
  return text.replace(/<br>/g, " ");
}
