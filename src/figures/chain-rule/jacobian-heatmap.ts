/** Chapter 3, the Jacobian as a table of colours, Eq. (3.10), and what a row from above makes of it, Eq. (3.9). */
import { matMul } from "../../math/linear-algebra.js";
import { ShapeError } from "../../math/shape.js";
import { type ArrayLike2d, type Tensor, tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { tupleText } from "../numbers.js";
import { type GridPanel, panelGrid } from "../panel-grid.js";
import { houseLayout } from "../style.js";
import { type Cells, cellAxes, cellNames, cellTraces, panelTitle } from "./jacobian-cells.js";

const CALL = "jacobianHeatmap";
const MOST = 8;
const ROW = 52;

/** What {@link jacobianHeatmap} draws. */
export interface JacobianHeatmapOptions {
  /** `∂yᵢ/∂xⱼ`, rows are outputs, `[m, n]`. */
  readonly jacobian: ArrayLike2d;
  /** A name for each column, `[n]`. */
  readonly inputs: readonly string[];
  /** A name for each row, `[m]`. */
  readonly outputs: readonly string[];
  /** `∂C/∂y`, `[m]`: then the picture also shows the row times the Jacobian, Eq. (3.9). */
  readonly adjoint?: VectorLike;
  /** A matrix to stand beside it, as the weights of a linear module do. */
  readonly matrix?: ArrayLike2d;
  /** What that matrix is called; W if absent. */
  readonly matrixName?: string;
}

/**
 * A Jacobian as coloured cells with its shape: a row for each output, a column for each input. With an
 * adjoint, the row that comes from above and the row that goes down stand beside it; with a matrix,
 * that matrix does.
 *
 * @throws {@link ShapeError} if names or adjoint do not fit the Jacobian
 * @throws {@link ValueError} if an entry is not finite, or there are more than eight rows or columns
 *
 * @example
 * jacobianHeatmap({ jacobian: [[2, 0], [0, 4], [6, 6]], inputs: ["a", "b"], outputs: ["p", "q", "r"] }).alt; // => "A Jacobian, 3 outputs by 2 inputs"
 */
export function jacobianHeatmap(options: JacobianHeatmapOptions): Figure {
  const D = matrixOf("jacobian", options.jacobian);
  const [m, n] = [D.length, D[0]!.length];
  assertNames(options, m, n);
  const strongest = Math.max(1e-9, ...D.flat().map(Math.abs));
  const jacobian: Cells = { values: D, rows: options.outputs, columns: options.inputs, strongest };
  const beside = options.matrix === undefined ? null : matrixOf("matrix", options.matrix);
  const g = options.adjoint === undefined ? null : entries(CALL, "adjoint", options.adjoint, m);
  const name = options.matrixName ?? "W";
  const parts: { title: string; cells: Cells }[] = [];
  if (g !== null) parts.push({ title: `from above<br>1 × ${m}`, cells: bare([g], strongest) });
  if (beside !== null) {
    const shape = `${beside.length} × ${beside[0]!.length}`;
    const most = Math.max(1e-9, ...beside.flat().map(Math.abs));
    parts.push({ title: `<i>${name}</i><br>${shape}`, cells: bare(beside, most) });
  }
  parts.push({ title: `Jacobian<br>${m} × ${n}`, cells: jacobian });
  if (g !== null) {
    parts.push({ title: `goes down<br>1 × ${n}`, cells: bare([product(g, D)], strongest) });
  }
  const grid = placed(parts.map(({ cells }) => cells));
  const axes = parts.flatMap(({ cells }, k) => {
    const { x, y } = cellAxes(cells, grid[k]!);
    const suffix = k === 0 ? "" : String(k + 1);
    return [
      [`xaxis${suffix}`, x],
      [`yaxis${suffix}`, y],
    ] as const;
  });
  const { xaxis, yaxis, ...more } = Object.fromEntries(axes);
  const tallest = Math.max(...parts.map(({ cells }) => cells.rows.length));
  return figure({
    alt: `A Jacobian, ${m} outputs by ${n} inputs`,
    caption: caption(D, g, beside, name),
    data: parts.flatMap(({ cells }, k) => cellTraces(cells, grid[k]!.panel)),
    layout: houseLayout({
      height: ROW * tallest + 110,
      margin: { l: 12, r: 12, t: 84, b: 16 },
      hovermode: false,
      xaxis: xaxis!,
      yaxis: yaxis!,
      ...more,
      annotations: parts.flatMap(({ title, cells }, k) => [
        panelTitle(title, grid[k]!),
        ...cellNames(cells, grid[k]!),
      ]),
    }),
  });
}

/** A matrix without names. */
function bare(values: readonly (readonly number[])[], strongest: number): Cells {
  return { values, rows: values.map(() => ""), columns: values[0]!.map(() => ""), strongest };
}

/** Panels side by side, as wide and as high as their matrices, the names of rows at their left. */
function placed(parts: readonly Cells[]): GridPanel[] {
  const grid = panelGrid({ count: parts.length, columns: parts.length });
  const letters = (cells: Cells): number => Math.max(...cells.rows.map(plainLength), 0);
  const widths = parts.map((cells) => cells.columns.length);
  const gaps = parts.map((cells) => 0.35 + 0.22 * letters(cells));
  const whole =
    [...widths, ...gaps].reduce((a, b) => a + b) - (letters(parts[0]!) === 0 ? 0.35 : 0);
  const tallest = Math.max(...parts.map((cells) => cells.rows.length));
  let left = letters(parts[0]!) === 0 ? -0.35 : 0;
  return grid.map((place, k) => {
    const from = left + gaps[k]!;
    left = from + widths[k]!;
    const height = parts[k]!.rows.length / tallest;
    const tidy = (value: number): number => Math.max(0, Math.min(1, Number(value.toFixed(5))));
    return {
      ...place,
      x: { ...place.x, domain: [tidy(from / whole), tidy(left / whole)] },
      y: { ...place.y, domain: [tidy(1 - height), 1] },
    };
  });
}

function plainLength(text: string): number {
  return text.replace(/<[^>]*>/g, "").length;
}

function product(g: readonly number[], D: readonly (readonly number[])[]): number[] {
  return [...matMul(g, D).data];
}

function matrixOf(name: string, value: ArrayLike2d): readonly (readonly number[])[] {
  const whole: Tensor = tensor(value);
  const [m, n] = whole.shape;
  if (m === undefined || n === undefined || m < 1 || n < 1 || m > MOST || n > MOST) {
    const rule = `${name} is a matrix of one to ${MOST} rows and columns`;
    throw new ValueError({ operation: CALL, rule }, { shape: whole.shape });
  }
  return Array.from({ length: m }, (_, i) =>
    Array.from({ length: n }, (__, j) => finite(CALL, `${name}[${i}][${j}]`, whole.at(i, j))),
  );
}

function assertNames({ inputs, outputs }: JacobianHeatmapOptions, m: number, n: number): void {
  if (inputs.length === n && outputs.length === m) return;
  const rule = "there is a name for each input (column) and each output (row), Eq. (3.10)";
  const shapes = { jacobian: [m, n], inputs: [inputs.length], outputs: [outputs.length] };
  throw new ShapeError({ operation: CALL, rule }, shapes);
}

function caption(
  D: readonly (readonly number[])[],
  g: readonly number[] | null,
  beside: readonly (readonly number[])[] | null,
  name: string,
): string {
  const [m, n] = [D.length, D[0]!.length];
  const rows = D.map(tupleText).join(", ");
  const base =
    `A Jacobian with ${many(m, "row")}, one for each output, and ${many(n, "column")}, one for each input; row by row it reads ${rows}. ` +
    "Blue is positive, orange negative, white 0. A column shows what one input does to all outputs, a row how one output depends on all inputs.";
  const down =
    g === null
      ? ""
      : ` At the left the row of slopes that comes from above, ${tupleText(g)}; at the right its product with the Jacobian, ${tupleText(product(g, D))}, one number for each input.`;
  const matrix =
    beside === null
      ? ""
      : ` At the left the matrix ${name}, ${beside.length} by ${beside[0]!.length}; the Jacobian holds the same numbers with rows and columns exchanged, because here ${name} stands on the right, x ↦ x ${name}.`;
  return base + down + matrix;
}

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
