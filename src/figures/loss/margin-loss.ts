/** Chapter 2, three losses over the margin y·z: hinge, cross-entropy, and the squared error of a sigmoid. */
import { sigmoid } from "../../math/activations.js";
import { binaryCrossEntropyFromLogits } from "../../math/binary-cross-entropy.js";
import { hinge } from "../../math/hinge.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, grid, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseLayout } from "../style.js";
import { LOWER, stacked, stopAt } from "./panels.js";

const CALL = "marginLoss";

/** A loss over the margin, with its slope. */
interface Series {
  readonly name: string;
  readonly value: (margin: number) => number;
  readonly slope: (margin: number) => number;
}

const SERIES: readonly Series[] = [
  {
    name: "cross-entropy",
    value: (margin) => binaryCrossEntropyFromLogits(margin, 1),
    slope: (margin) => -sigmoid(-margin),
  },
  {
    name: "hinge",
    value: (margin) => hinge(margin, 1),
    slope: (margin) => hinge.gradient(margin, 1),
  },
  {
    name: "squared error",
    value: (margin) => sigmoid(-margin) ** 2,
    slope: (margin) => -2 * sigmoid(-margin) * sigmoid.derivative(margin),
  },
];

/** Place of hinge in the list: its slope jumps. */
const HINGE = 1;

/** What {@link marginLoss} draws. */
export interface MarginLossOptions {
  /** The margins go from −reach to reach; from 2 to 8. */
  readonly reach: number;
  /** Margins, the stops of the slider, shape [k], all within ±reach. */
  readonly margins: VectorLike;
  /** Which of them is shown first, counted from 0. */
  readonly start?: number;
}

/**
 * Losses over the margin `y z`: hinge, Eq. (2.11), cross-entropy, Eq. (2.4), and the squared error of
 * the sigmoid, Eq. (2.5); below, their slopes.
 *
 * @throws {@link ValueError} if reach is not from 2 to 8, a margin is beyond it, or `start` is no stop
 *
 * @example
 * marginLoss({ reach: 4, margins: [0, 2] }).alt; // => "Hinge, cross-entropy and squared error over the margin"
 */
export function marginLoss(options: MarginLossOptions): Figure {
  const reach = finite(CALL, "reach", options.reach);
  const margins = entries(CALL, "margins", options.margins);
  if (reach < 2 || reach > 8 || margins.some((margin) => Math.abs(margin) > reach)) {
    const rule = "reach lies from 2 to 8, and every margin within ±reach";
    throw new ValueError({ operation: CALL, rule }, { reach, margins });
  }
  const start = options.start ?? 0;
  const shown = stopAt(CALL, margins, start);
  const samples = grid(-reach, reach, 241);
  const top = 1.08 * (1 + reach);
  const over = (f: (margin: number) => number): Path => samples.map((at) => [at, f(at)] as const);
  const text = (at: number): string[] => [
    ...SERIES.map(({ name, value }) => `${name} ${numberText(value(at))}`),
    ...SERIES.map(({ slope }) => `slope ${numberText(slope(at))}`),
  ];
  return figure({
    alt: "Hinge, cross-entropy and squared error over the margin",
    caption: caption(shown),
    data: [
      ...SERIES.map(({ value }, k) => stroke(over(value), seriesStyle(k), 3)),
      ...SERIES.map(({ slope }, k) =>
        stroke(k === HINGE ? jump(reach) : over(slope), seriesStyle(k), 3, LOWER),
      ),
      ...SERIES.map(({ value }, k) => dots([[shown, value(shown)]], seriesStyle(k))),
      ...SERIES.map(({ slope }, k) => dots([[shown, slope(shown)]], seriesStyle(k), LOWER)),
      ...text(shown).map((line, i) => {
        const k = i % SERIES.length;
        const height = i < SERIES.length ? (0.9 - 0.14 * k) * top : -0.56 - 0.16 * k;
        return words([[0.97 * reach, height]], [line], "middle left", {
          textfont: { color: seriesStyle(k).color, size: 13 },
          ...(i < SERIES.length ? {} : LOWER),
        });
      }),
    ],
    frames: margins.map(
      (at, i): Frame => ({
        name: `m${i}`,
        traces: Array.from({ length: 12 }, (_, k) => 6 + k),
        data: [
          ...SERIES.map(({ value }) => columns([[at, value(at)]])),
          ...SERIES.map(({ slope }) => columns([[at, slope(at)]])),
          ...text(at).map((line) => ({ text: [line] })),
        ],
      }),
    ),
    layout: houseLayout({
      height: 580,
      margin: { b: 130 },
      ...stacked({
        horizontal: "margin <i>y z</i>",
        across: [-reach, reach],
        upper: ["loss", [0, top]],
        lower: ["slope", [-1.2, 0.2], { tickvals: [-1, -0.5, 0], ticktext: ["−1", "−0.5", "0"] }],
      }),
      sliders: [
        houseSlider({
          prefix: "margin ",
          labels: margins.map(numberText),
          frames: margins.map((_, i) => `m${i}`),
          active: start,
        }),
      ],
    }),
  });
}

/** The slope of hinge: −1 up to the margin 1, then 0. */
function jump(reach: number): Path {
  return [[-reach, -1], [1, -1], null, [1, 0], [reach, 0]];
}

function caption(at: number): string {
  const values = SERIES.map(({ name, value }) => `${name} ${numberText(value(at))}`).join(", ");
  return (
    "Three losses over the margin y·z, and below their slopes; solid cross-entropy, dashed hinge, dash-dotted the squared error of the sigmoid. " +
    `At the margin ${numberText(at)} they are ${values}. ` +
    "Look at the ends: on the left the slopes of cross-entropy and hinge go to −1, that of squared error to 0. " +
    "On the right hinge is exactly 0 from the margin 1 on, and its slope jumps there; cross-entropy only comes near 0."
  );
}
