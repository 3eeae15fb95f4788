/** Grading: what an exercise says of a picture: from which functions it is drawn. */
import type { Figure } from "../figures/figure.js";
import type { Call } from "./answers.js";

/** A function as a picture calls it. */
export type Drawable = (...args: readonly unknown[]) => unknown;

/** What a picture is drawn from. */
export interface Pictured {
  /** Name of the function that the picture is about. */
  readonly answer: string;
  /** The learner's functions by name; where one throws, it gives `undefined`. */
  readonly own: Readonly<Record<string, Drawable>>;
  /** The wanted functions by name. */
  readonly want: Readonly<Record<string, Drawable>>;
  /** What the failed check asked of this function. */
  readonly calls: readonly Call[];
}

/** Draws how an answer differs from the wanted one; `null` where a picture would show nothing. */
export type Picture = (pictured: Pictured) => Figure | null;

/** The pictures of an exercise, by the names of its functions. */
export type Pictures = Readonly<Record<string, Picture>>;
