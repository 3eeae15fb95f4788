/** Figures: small images in a grid, each with a title below it; all in one heatmap with gaps. */
import { ValueError } from "../math/value-error.js";
import { entries, type VectorLike } from "./arguments.js";
import { type Figure, figure } from "./figure.js";
import type { Shape } from "./layout.js";
import { words } from "./marks.js";
import { FAINT, INK, VERMILLION } from "./palette.js";
import { hiddenAxis, houseLayout } from "./style.js";
import type { ColorScale, Coordinates, HeatmapTrace } from "./traces.js";

const CALL = "imageGrid";
const MOST = 40;
/** Width that a phone leaves for the drawing, in pixels. */
const DRAWING = 344;
const TITLE = 20;
/** Width of an image where there is room, in pixels. */
const LARGEST = 120;

/** White paper, dark ink. */
const GREYS: ColorScale = [
  [0, "#FFFFFF"],
  [1, "#1F2430"],
];
/** Negative vermillion, 0 white, positive blue. */
const SIGNED: ColorScale = [
  [0, "#C04F00"],
  [0.5, "#FFFFFF"],
  [1, "#00629A"],
];

/** What {@link imageGrid} draws. */
export interface ImageGridOptions {
  /** The pixels of each image, row by row from the top, shape [count, height · width]. */
  readonly images: readonly VectorLike[];
  /** Pixels in a row of an image. */
  readonly width: number;
  /** One an image, below it. */
  readonly titles?: readonly string[];
  /** Images in a row of the grid; 5 if absent, fewer if there are fewer. */
  readonly columns?: number;
  /** Weights: vermillion below 0, white at 0, blue above. */
  readonly signed?: boolean;
  /** The values drawn white and black; all that occur if absent. */
  readonly range?: readonly [number, number];
  /** Positions of images with a vermillion frame and title, as for those that a network gets wrong. */
  readonly marked?: readonly number[];
  readonly caption: string;
  readonly alt: string;
}

/**
 * Up to 40 small images in a grid.
 *
 * @throws {@link ValueError} if there are none or too many, or an image is not of full rows
 *
 * @example
 * const about = { caption: "Two images. The second is inverted.", alt: "Two images" };
 * imageGrid({ images: [[0, 1, 1, 0], [1, 0, 0, 1]], width: 2, ...about }).layout.shapes?.length; // => 2
 */
export function imageGrid(options: ImageGridOptions): Figure {
  const { width, titles, signed = false, marked = [], caption, alt } = options;
  const images = imagesOf(options);
  const height = images[0]!.length / width;
  const columns = Math.max(1, Math.min(options.columns ?? 5, images.length));
  const rows = Math.ceil(images.length / columns);
  const gap = Math.max(1, Math.ceil(width / 6));
  const unit = Math.min(LARGEST / width, DRAWING / (columns * (width + gap) - gap));
  const below = Math.ceil((titles === undefined ? 0 : TITLE) / unit) + gap;
  const [stepX, stepY] = [width + gap, height + below];
  const [across, down] = [columns * stepX - gap, rows * stepY];
  const z = Array.from({ length: down }, () =>
    Array.from({ length: across }, (): number | null => null),
  );
  images.forEach((image, k) => {
    const [left, top] = [(k % columns) * stepX, Math.floor(k / columns) * stepY];
    image.forEach((value, p) => {
      z[top + Math.floor(p / width)]![left + (p % width)] = value;
    });
  });
  const corner = (k: number): readonly [number, number] => [
    (k % columns) * stepX,
    Math.floor(k / columns) * stepY,
  ];
  const named = (titles ?? []).map((text, k) => ({ text, k }));
  const title = ({ k }: { readonly k: number }): readonly [number, number] => {
    const [left, top] = corner(k);
    return [left + width / 2, top + height + (below - gap) / 2 + 0.25 * gap];
  };
  const lettering = (color: string, wrong: boolean) => {
    const own = named.filter(({ k }) => marked.includes(k) === wrong);
    const texts = own.map(({ text }) => text);
    const font = { textfont: { size: 13, color } };
    return own.length === 0 ? [] : [words(own.map(title), texts, "middle center", font)];
  };
  return figure({
    caption,
    alt,
    data: [
      picture(z, options.range ?? rangeOf(images, signed), signed),
      ...lettering(INK, false),
      ...lettering(VERMILLION, true),
    ],
    layout: houseLayout({
      height: Math.round(Math.min(1.25, 450 / DRAWING) * unit * down) + 16,
      margin: { l: 8, r: 8, t: 8, b: 8 },
      hovermode: false,
      xaxis: { ...hiddenAxis([-0.5, across + 0.5]), constrain: "domain" },
      yaxis: {
        ...hiddenAxis([down, -0.5]),
        constraintoward: "top",
        scaleanchor: "x",
        scaleratio: 1,
        constrain: "domain",
      },
      shapes: images.map((_, k) => frame(corner(k), [width, height], marked.includes(k))),
    }),
  });
}

function imagesOf(options: ImageGridOptions): readonly (readonly number[])[] {
  const { width, titles, columns = 5 } = options;
  const count = options.images.length;
  if (!(count >= 1 && count <= MOST)) {
    const rule = `there must be one to ${MOST} images`;
    throw new ValueError({ operation: CALL, rule }, { images: count });
  }
  if (!(Number.isInteger(width) && width > 0 && Number.isInteger(columns) && columns > 0)) {
    const rule = "width and columns must be whole numbers, 1 or more";
    throw new ValueError({ operation: CALL, rule }, { width, columns });
  }
  const images = options.images.map((image, k) => entries(CALL, `images[${k}]`, image));
  const size = images[0]!.length;
  const odd = images.findIndex((image) => image.length !== size || image.length % width !== 0);
  if (odd >= 0) {
    const rule = "all images must have the same number of pixels, a multiple of width";
    const given = { width, [`images[${odd}]`]: images[odd] };
    throw new ValueError({ operation: CALL, rule }, given);
  }
  if (titles === undefined || titles.length === count) return images;
  const rule = "there must be as many titles as images";
  throw new ValueError({ operation: CALL, rule }, { titles: titles.length, images: count });
}

/** All values; around 0 where signs are shown. */
function rangeOf(images: readonly (readonly number[])[], signed: boolean): [number, number] {
  const values = images.flat();
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return signed ? [-most, most] : [low, high > low ? high : low + 1];
}

function picture(
  z: readonly Coordinates[],
  [zmin, zmax]: readonly [number, number],
  signed: boolean,
): HeatmapTrace {
  const short = (value: number | null): number | null =>
    value === null ? null : Number(value.toPrecision(4)) + 0;
  return {
    type: "heatmap",
    x: (z[0] ?? []).map((_, i) => i + 0.5),
    y: z.map((_, j) => j + 0.5),
    z: z.map((row) => row.map(short)),
    zmin,
    zmax,
    colorscale: signed ? SIGNED : GREYS,
    showscale: false,
    zsmooth: false,
    hoverinfo: "skip",
  };
}

function frame(
  [x0, y0]: readonly [number, number],
  [width, height]: readonly [number, number],
  marked: boolean,
): Shape {
  const line = { color: marked ? VERMILLION : FAINT, width: marked ? 3 : 1 };
  return { type: "rect", x0, y0, x1: x0 + width, y1: y0 + height, xref: "x", yref: "y", line };
}
