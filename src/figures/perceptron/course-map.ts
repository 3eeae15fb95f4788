/** Opening: the course as a map, one box a lecture, the loop of learning in the middle. */
import { type Figure, figure } from "../figure.js";
import { arrow } from "../marks.js";
import { BLUE, GREEN, MUTED, NORMAL, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import { box, note } from "./diagram.js";

const SIZE: Point = [0.42, 0.2];
const STOPS = [
  {
    at: [0.24, 0.86],
    color: BLUE,
    title: "1 · Perceptron",
    text: "make an answer<br><i>ŷ</i> = <i>g</i>(<i>w</i>₀ + <i>X</i>ᵀ<i>W</i>)",
  },
  {
    at: [0.76, 0.86],
    color: VERMILLION,
    title: "2 · Loss",
    text: "say how wrong it is<br><i>J</i>(<i>W</i>)",
  },
  {
    at: [0.76, 0.5],
    color: NORMAL,
    title: "3 · Chain rule",
    text: "ask each weight<br>∂<i>J</i>/∂<i>W</i>",
  },
  {
    at: [0.24, 0.5],
    color: GREEN,
    title: "4 · Descent",
    text: "change the weights<br><i>W</i> ← <i>W</i> − <i>η</i> ∂<i>J</i>/∂<i>W</i>",
  },
  {
    at: [0.5, 0.13],
    color: MUTED,
    title: "5 · Regularization",
    text: "and be right on data<br>that it has not seen",
  },
] as const;

/**
 * The five lectures: four of them are the steps of one loop, the fifth asks what the loop is for.
 *
 * @example
 * courseMap().alt; // => "Map of the course: five lectures"
 */
export function courseMap(): Figure {
  const places = STOPS.map(({ at }): Point => [at[0], at[1]]);
  const across = SIZE[0] / 2;
  const up = SIZE[1] / 2;
  const [one, two, three, four, five] = places as [Point, Point, Point, Point, Point];
  return figure({
    alt: "Map of the course: five lectures",
    caption:
      "Five boxes, one a lecture. The four upper ones form a loop, read clockwise from the upper left: a network makes an answer (1), a loss says how wrong it is (2), the chain rule asks each weight for its share (3), and a step of descent changes the weights (4); then the next answer is a little better. " +
      "The fifth lecture stands below the loop and asks what it is worth on data that nobody has shown to it. The formulas need not be read yet: each lecture explains its own.",
    data: [
      arrow([one[0] + across, one[1]], [two[0] - across, two[1]], MUTED, {}, 3),
      arrow([two[0], two[1] - up], [three[0], three[1] + up], MUTED, {}, 3),
      arrow([three[0] - across, three[1]], [four[0] + across, four[1]], MUTED, {}, 3),
      arrow([four[0], four[1] + up], [one[0], one[1] - up], MUTED, {}, 3),
      arrow([0.5, three[1] - 0.03], [five[0], five[1] + up], MUTED, {}, 3),
      ...STOPS.map(({ color }, i) => box(places[i]!, SIZE, { color }, 0.3)),
    ],
    layout: houseLayout({
      height: 430,
      margin: { l: 6, r: 6, t: 6, b: 6 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      annotations: STOPS.map(({ title, text }, i) =>
        note(places[i]!, `<b>${title}</b><br>${text}`, { size: 13 }),
      ),
    }),
  });
}
