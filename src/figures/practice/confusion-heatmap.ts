/** Chapter 5, practice: a confusion matrix as a table of counts, the mistakes in a colour of their own. */
import type { Tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { type Figure, figure } from "../figure.js";
import { words } from "../marks.js";
import { numberText } from "../numbers.js";
import { DIVERGING, INK } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";

const CALL = "confusionHeatmap";
const MOST_CLASSES = 12;

/**
 * A confusion matrix: a row for each true class, a column for each prediction, the count in the cell.
 * What is right lies on the diagonal, in blue; a mistake is the redder, the more often it happens.
 *
 * @param counts - as `confusionMatrix` gives it, `[k, k]`, k from 2 to 12
 * @param names - the classes, 0 to k − 1 if absent
 * @throws {@link ValueError} if it is not such a matrix of counts
 *
 * @example
 * confusionHeatmap(tensor([[3, 1], [0, 4]])).alt; // => "Confusion matrix: 7 of 8 right"
 */
export function confusionHeatmap(counts: Tensor, names?: readonly string[]): Figure {
  const k = assertCounts(counts);
  const classes = names ?? Array.from({ length: k }, (_, i) => String(i));
  if (classes.length !== k) {
    const rule = `there is a name for each of the ${k} classes`;
    throw new ValueError({ operation: CALL, rule }, { names: classes });
  }
  const at = (i: number, j: number): number => counts.data[i * k + j]!;
  const all = counts.data.reduce((sum, count) => sum + count, 0);
  const cells = Array.from({ length: k * k }, (_, n) => ({ i: Math.floor(n / k), j: n % k }));
  const wrong = cells
    .filter(({ i, j }) => i !== j && at(i, j) > 0)
    .sort((a, b) => at(b.i, b.j) - at(a.i, a.j));
  const right = all - wrong.reduce((sum, { i, j }) => sum + at(i, j), 0);
  const most = wrong[0] === undefined ? 1 : at(wrong[0].i, wrong[0].j);
  const rowSum = (i: number): number => classes.reduce((sum, _, j) => sum + at(i, j), 0) || 1;
  const shade = (i: number, j: number): number =>
    i === j ? at(i, j) / rowSum(i) : at(i, j) === 0 ? 0 : -0.3 - (0.7 * at(i, j)) / most;
  const filled = cells.filter(({ i, j }) => at(i, j) > 0);
  const axis = {
    tickvals: classes.map((_, i) => i),
    ticktext: classes,
    showgrid: false,
    zeroline: false,
    ticks: "",
  } as const;
  return figure({
    alt: `Confusion matrix: ${right} of ${all} right`,
    caption: captionOf(
      wrong.slice(0, 3).map(({ i, j }) => [classes[i]!, classes[j]!, at(i, j)]),
      right,
      all,
    ),
    data: [
      {
        type: "heatmap",
        x: classes.map((_, j) => j),
        y: classes.map((_, i) => i),
        z: classes.map((_, i) => classes.map((_, j) => shade(i, j))),
        zmin: -1,
        zmax: 1,
        colorscale: DIVERGING,
        showscale: false,
        xgap: 1,
        ygap: 1,
        hoverinfo: "skip",
      },
      words(
        filled.map(({ i, j }) => [j, i] as const),
        filled.map(({ i, j }) => (i === j ? String(at(i, j)) : `<b>${at(i, j)}</b>`)),
        "middle center",
        { textfont: { color: INK, size: k > 8 ? 13 : 15 } },
      ),
    ],
    layout: houseLayout({
      height: 470,
      xaxis: houseAxis("predicted class", [-0.5, k - 0.5], axis),
      yaxis: houseAxis("true class", [k - 0.5, -0.5], axis),
    }),
  });
}

function captionOf(
  worst: readonly (readonly [string, string, number])[],
  right: number,
  all: number,
): string {
  const list = worst.map(
    ([truth, guess, count]) =>
      `${truth} taken for ${guess}, ${count === 1 ? "once" : `${count} times`}`,
  );
  const mistakes =
    list.length === 0
      ? "There is no mistake: all other cells are empty."
      : `Look off the diagonal for what is confused with what: most often ${list.join("; ")}.`;
  return (
    "Each example is counted in the row of its true class and the column of its prediction. " +
    `On the diagonal lie the ${right} of ${all} that are right, ${numberText(100 * (right / all))} %. ${mistakes}`
  );
}

function assertCounts({ shape, data }: Tensor): number {
  const [k = 0, columns] = shape;
  const isMatrix = shape.length === 2 && k === columns && k >= 2 && k <= MOST_CLASSES;
  const areCounts = data.every((count) => Number.isInteger(count) && count >= 0);
  if (isMatrix && areCounts && data.some((count) => count > 0)) return k;
  const rule = `the matrix holds counts, [k, k] with k from 2 to ${MOST_CLASSES}, not all of them 0`;
  throw new ValueError({ operation: CALL, rule }, { shape });
}
