/** Chapter 2, what softmax with cross-entropy does to its scores: the pull p − y, step by step, Eq. (2.10). */
import { softmax } from "../../math/softmax.js";
import { softmaxCrossEntropy } from "../../math/softmax-cross-entropy.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, SKY, VERMILLION } from "../palette.js";
import { houseSlider, playButton } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";
import type { BarTrace, ScatterTrace } from "../traces.js";
import { LOWER, reading } from "./panels.js";

const CALL = "softmaxPull";

/** What {@link softmaxPull} draws. */
export interface SoftmaxPullOptions {
  /** The scores at first, shape [k], two to six classes. */
  readonly scores: VectorLike;
  /** The class that came, from 0. */
  readonly came: number;
  /** Steps `z ← z − (p − y)`, the stops of the slider; from 1 to 40. */
  readonly steps: number;
}

/** How the classes stand after some steps. */
interface Stand {
  readonly p: readonly number[];
  readonly pull: readonly number[];
  readonly loss: number;
}

/**
 * Probabilities of some classes as bars, and below them the pull on each score, `y − p`, minus
 * the slope of Eq. (2.10); the slider takes steps along it.
 *
 * @throws {@link ValueError} if there are not two to six scores, `came` is no class, or the steps are
 * not a whole number from 1 to 40
 *
 * @example
 * softmaxPull({ scores: [0, 0], came: 1, steps: 2 }).alt; // => "The pull on 2 scores when class 2 came: −0.5, 0.5"
 */
export function softmaxPull(options: SoftmaxPullOptions): Figure {
  const scores = entries(CALL, "scores", options.scores);
  const { came, steps } = options;
  const k = scores.length;
  if (k < 2 || k > 6 || !Number.isInteger(came) || came < 0 || came >= k) {
    const rule = "there are two to six scores, and came is one of their classes, from 0";
    throw new ValueError({ operation: CALL, rule }, { scores, came });
  }
  if (!Number.isInteger(steps) || steps < 1 || steps > 40) {
    throw new ValueError({ operation: CALL, rule: "steps is from 1 to 40" }, { steps });
  }
  const stands = walk(scores, came, steps);
  const first = stands[0]!;
  const reach = 1.35 * Math.max(...first.pull.map(Math.abs));
  const place = scores.map((_, j) => j);
  const across = [-0.6, k - 0.4] as const;
  const parts = (stand: Stand) => ({
    shares: { x: place, y: stand.p },
    arrows: columns(stand.pull.flatMap((pull, j) => arrowUp(j, pull, reach))),
    shareText: columns(stand.p.map((p, j) => [j, p + 0.09] as const)),
    pullText: columns(
      stand.pull.map((pull, j) => [j, pull + (pull < 0 ? -0.16 : 0.16) * reach] as const),
    ),
    shareWords: stand.p.map(threeDigits),
    pullWords: stand.pull.map((pull) => (pull >= 5e-4 ? "+" : "") + threeDigits(pull)),
    loss: `loss ${numberText(Number(stand.loss.toPrecision(3)))}`,
  });
  const now = parts(first);
  const bars: BarTrace = {
    type: "bar",
    ...now.shares,
    width: 0.5,
    marker: { color: SKY, line: { color: BLUE, width: 1.5 } },
    hoverinfo: "skip",
  };
  const target: Path = [
    [came - 0.25, 0],
    [came - 0.25, 1],
    [came + 0.25, 1],
    [came + 0.25, 0],
  ];
  const label = (own: Partial<ScatterTrace>): ScatterTrace =>
    words([[0, 0]], [""], "middle center", { textfont: { color: INK, size: 13 }, ...own });
  const classes = {
    tickvals: place,
    ticktext: place.map((j) => `class ${j + 1}`),
    showgrid: false,
    zeroline: false,
  };
  return figure({
    alt: `The pull on ${k} scores when class ${came + 1} came: ${first.pull.map(numberText).join(", ")}`,
    caption: caption(stands, came),
    data: [
      bars,
      stroke(target, { color: VERMILLION, dash: "dash" }, 2.5),
      label({ ...now.shareText, text: now.shareWords }),
      stroke(
        [
          [across[0], 0],
          [across[1], 0],
        ],
        { color: INK, dash: "solid" },
        1,
        LOWER,
      ),
      stroke([], { color: VERMILLION, dash: "solid" }, 4, { ...LOWER, ...now.arrows }),
      label({ ...now.pullText, text: now.pullWords, ...LOWER }),
      reading([(k - 1) / 2, 1.27], now.loss),
    ],
    frames: stands.map((stand, i): Frame => {
      const { shares, arrows, shareText, pullText, shareWords, pullWords, loss } = parts(stand);
      return {
        name: `s${i}`,
        traces: [0, 2, 4, 5, 6],
        data: [
          shares,
          { ...shareText, text: shareWords },
          arrows,
          { ...pullText, text: pullWords },
          { text: [loss] },
        ],
      };
    }),
    layout: houseLayout({
      height: 560,
      margin: { b: 130 },
      xaxis: houseAxis("", across, { ...classes, anchor: "y", showticklabels: false, ticks: "" }),
      yaxis: houseAxis("probability <i>p</i>", [0, 1.4], {
        domain: [0.5, 1],
        anchor: "x",
        tickvals: [0, 0.5, 1],
      }),
      xaxis2: houseAxis("", across, { ...classes, anchor: "y2" }),
      yaxis2: houseAxis("pull <i>y</i> − <i>p</i>", [-reach, reach], {
        domain: [0, 0.43],
        anchor: "x2",
        nticks: 4,
      }),
      sliders: [
        houseSlider({
          prefix: "step ",
          labels: stands.map((_, i) => String(i)),
          frames: stands.map((_, i) => `s${i}`),
          active: 0,
        }),
      ],
      updatemenus: [playButton({ frames: stands.map((_, i) => `s${i}`) })],
    }),
  });
}

function walk(scores: readonly number[], came: number, steps: number): Stand[] {
  let z = [...scores];
  return Array.from({ length: steps + 1 }, () => {
    const p = [...softmax(z).data];
    const pull = p.map((pj, j) => (j === came ? 1 : 0) - pj);
    const stand = { p, pull, loss: softmaxCrossEntropy(z, came) };
    z = z.map((zj, j) => zj + pull[j]!);
    return stand;
  });
}

/** An arrow from 0 to the pull, drawn as strokes, since a frame moves many at once. */
function arrowUp(j: number, pull: number, reach: number): Path {
  if (Math.abs(pull) < 0.005) return [null];
  const size = Math.min(0.09 * reach, Math.abs(pull));
  const back = pull - Math.sign(pull) * size;
  return [[j, 0], [j, pull], null, [j - 0.08, back], [j, pull], [j + 0.08, back], null];
}

function threeDigits(value: number): string {
  return (Math.abs(value) < 5e-4 ? 0 : value).toFixed(3).replace("-", "−");
}

function caption(stands: readonly Stand[], came: number): string {
  const [first, last] = [stands[0]!, stands[stands.length - 1]!];
  return (
    `Above, the probabilities of ${first.p.length} classes; the dashed frame marks class ${came + 1}, the one that came, where p should be 1. ` +
    `Below, the pull on each score, y − p: up for class ${came + 1}, down for the others, ${first.pull.map(numberText).join(", ")} at first, together 0. ` +
    `Each step of the slider adds the pull to the scores: after ${stands.length - 1} steps p of class ${came + 1} has gone from ${numberText(first.p[came]!)} to ${numberText(last.p[came]!)}, ` +
    `the loss from ${numberText(first.loss)} to ${numberText(last.loss)}, and the arrows have become short.`
  );
}
