/** Chapter 4, two sliders for two weights: a place on the map of a loss, Eq. (2.2), and its height. */
import { noisyLine } from "../../datasets/noisy-line.js";
import { Random } from "../../math/random.js";
import { grid } from "../arguments.js";
import { contourField } from "../contour-field.js";
import { type Figure, figure } from "../figure.js";
import { columns, type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";

const SLOPES = [-2, 5] as const;
const HEIGHTS = [-2, 4] as const;
const STOPS = 15;

/**
 * The mean squared error of a line through 40 points over its slope and its height, with a slider for
 * each; they cross where one stands.
 *
 * @example
 * twoWeights().frames?.length; // => 28
 */
export function twoWeights(): Figure {
  const { x, y } = noisyLine(new Random(3), 40, { noise: 0.4 });
  const loss = (w: number, b: number): number =>
    x.data.reduce((sum, xi, i) => sum + (b + w * xi - y.data[i]!) ** 2, 0) / y.size;
  const slopes = grid(SLOPES[0], SLOPES[1], STOPS);
  const heights = grid(HEIGHTS[0], HEIGHTS[1], STOPS - 2);
  const up = (w: number): Path => [
    [w, HEIGHTS[0]],
    [w, HEIGHTS[1]],
  ];
  const across = (b: number): Path => [
    [SLOPES[0], b],
    [SLOPES[1], b],
  ];
  const [first, second] = [2, 3];
  return figure({
    alt: "The loss of a line over its slope and its height, with a slider for each",
    caption:
      `The loss of a line ŷ = b + wx through 40 points, over its slope w and its height b. ` +
      `Where the two lines cross you have chosen both: at first w = ${numberText(slopes[first]!)}, b = ${numberText(heights[second]!)}, with the loss ${numberText(loss(slopes[first]!, heights[second]!))}. ` +
      "The dark spot is the valley; the colours of the bar give the loss, and level lines stand close where it is steep.",
    data: [
      contourField({
        f: loss,
        xRange: SLOPES,
        yRange: HEIGHTS,
        levels: 16,
        colorTitle: "loss <i>J</i>",
      }),
      stroke(up(slopes[first]!), { color: VERMILLION, dash: "solid" }, 3),
      stroke(across(heights[second]!), { color: INK, dash: "dash" }, 3),
    ],
    frames: [
      ...slopes.map((w, i) => ({ name: `w${i}`, traces: [1], data: [columns(up(w))] })),
      ...heights.map((b, i) => ({ name: `b${i}`, traces: [2], data: [columns(across(b))] })),
    ],
    layout: houseLayout({
      height: 560,
      margin: { t: 100, b: 130, r: 24 },
      xaxis: houseAxis("", SLOPES, { zeroline: false }),
      yaxis: houseAxis("height <i>b</i>", HEIGHTS, { zeroline: false }),
      // Beside a colour bar on top, Plotly sets the title of this axis on its tick labels.
      annotations: [
        {
          x: (SLOPES[0] + SLOPES[1]) / 2,
          y: HEIGHTS[0],
          xref: "x",
          yref: "y",
          text: "slope <i>w</i>",
          showarrow: false,
          xanchor: "center",
          yanchor: "top",
          yshift: -24,
          font: { color: INK },
        },
      ],
      sliders: [
        houseSlider({
          prefix: "<i>w</i> = ",
          labels: slopes.map(numberText),
          frames: slopes.map((_, i) => `w${i}`),
          active: first,
          len: 0.46,
        }),
        houseSlider({
          prefix: "<i>b</i> = ",
          labels: heights.map(numberText),
          frames: heights.map((_, i) => `b${i}`),
          active: second,
          x: 0.54,
          len: 0.46,
        }),
      ],
    }),
  });
}
