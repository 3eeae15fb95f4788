/** Chapter 1, logical gates as points in the plane: each with a line that splits it, where there is one. */
import { classify } from "../../math/sign-classifier.js";
import { ValueError } from "../../math/value-error.js";
import { entries } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { type Path, stroke, words } from "../marks.js";
import { BLUE, FAINT, INK, MUTED, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import { bubbles } from "./diagram.js";

const CALL = "truthTables";
const CORNERS: readonly Point[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
/** From one gate's square to the next. */
const PITCH = 2.1;
const EDGE = 0.45;

/** One gate. */
export interface Gate {
  readonly name: string;
  /** Its answers at (0, 0), (0, 1), (1, 0) and (1, 1). */
  readonly answers: readonly number[];
  /** Weights and bias of a line to draw, Eq. (1.13). */
  readonly w?: readonly [number, number];
  readonly w0?: number;
}

/**
 * One to four gates side by side: their four points with the answers in them, and the line
 * `w₀ + w₁x₁ + w₂x₂ = 0` of those that have one.
 *
 * @throws {@link ValueError} if there are none or more than four, or a gate has not four answers 0 or 1
 *
 * @example
 * truthTables([{ name: "AND", answers: [0, 0, 0, 1], w: [1, 1], w0: -1.5 }]).alt; // => "AND as points in the plane"
 */
export function truthTables(gates: readonly Gate[]): Figure {
  if (!Array.isArray(gates) || gates.length < 1 || gates.length > 4) {
    throw new ValueError({ operation: CALL, rule: "gates is a list of one to four" }, { gates });
  }
  for (const { name, answers } of gates) {
    if (entries(CALL, name, answers, 4).some((answer) => answer !== 0 && answer !== 1)) {
      throw new ValueError({ operation: CALL, rule: "an answer is 0 or 1" }, { [name]: answers });
    }
  }
  const at = (gate: number, [x, y]: Point): Point => [gate * PITCH + x, y];
  const places = (label: number): Point[] =>
    gates.flatMap((gate, k) =>
      CORNERS.filter((_, i) => gate.answers[i] === label).map((corner) => at(k, corner)),
    );
  const squares: Path = gates.flatMap((_, k): Path => {
    const [a, b] = [-EDGE, 1 + EDGE];
    const around: Point[] = [
      [a, a],
      [b, a],
      [b, b],
      [a, b],
      [a, a],
    ];
    return [...around.map((corner) => at(k, corner)), null];
  });
  const lines: Path = gates.flatMap((gate, k): Path => {
    const ends = gate.w === undefined ? [] : across(gate.w, gate.w0 ?? 0);
    return ends.length < 2 ? [] : [...ends.map((end) => at(k, end)), null];
  });
  const names = gates.map(({ name }) => name);
  return figure({
    alt: `${names.join(", ")} as points in the plane`,
    caption: caption(gates),
    data: [
      stroke(squares, { color: FAINT, dash: "solid" }, 1),
      stroke(lines, { color: INK, dash: "solid" }, 2.5),
      bubbles(
        places(1),
        places(1).map(() => "1"),
        { color: BLUE, fill: "#CBE3F2" },
        13,
        14,
      ),
      bubbles(
        places(0),
        places(0).map(() => "0"),
        { color: VERMILLION, fill: "#F7D9C6" },
        13,
        14,
      ),
      words(
        gates.map((_, k): Point => at(k, [0.5, 1 + EDGE + 0.17])),
        names.map((name) => `<b>${name}</b>`),
        "middle center",
      ),
      words(
        gates.map((_, k): Point => at(k, [0.5, -EDGE - 0.2])),
        gates.map(() => "<i>x</i>₁ →"),
        "middle center",
        { textfont: { color: MUTED } },
      ),
    ],
    layout: houseLayout({
      height: 290,
      margin: { l: 8, r: 8, t: 8, b: 8 },
      hovermode: false,
      xaxis: { ...hiddenAxis([-0.55, (gates.length - 1) * PITCH + 1.55]), constrain: "domain" },
      yaxis: { ...hiddenAxis([-0.85, 1.8]), scaleanchor: "x", scaleratio: 1, constrain: "domain" },
    }),
  });
}

/** The part of a line inside a gate's square. */
function across([w1, w2]: Point, w0: number): Point[] {
  const [low, high] = [-EDGE, 1 + EDGE];
  const ends: Point[] = [];
  for (const side of [low, high]) {
    if (w2 !== 0) ends.push([side, -(w0 + w1 * side) / w2]);
    if (w1 !== 0) ends.push([-(w0 + w2 * side) / w1, side]);
  }
  const inside = ends.filter((end) => end.every((c) => c >= low - 1e-9 && c <= high + 1e-9));
  const last = inside.find(
    (end) => Math.hypot(end[0] - inside[0]![0], end[1] - inside[0]![1]) > 1e-6,
  );
  return last === undefined ? [] : [inside[0]!, last];
}

function caption(gates: readonly Gate[]): string {
  const facts = gates.map(({ name, answers, w, w0 = 0 }) => {
    if (w === undefined) return `${name} has no line here`;
    const right = CORNERS.filter(
      (x, i) => classify(x, w, w0) === (answers[i] === 1 ? 1 : -1),
    ).length;
    return `the line of ${name} has ${right} of 4 points on the right side`;
  });
  return (
    "The four possible inputs (0 or 1 twice) as points, x₁ to the right and x₂ upwards, with the answer of the gate in each. " +
    `Look whether one straight line can part the ones from the zeros: ${facts.join("; ")}.`
  );
}
