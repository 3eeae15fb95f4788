/** Syllabus: what an item of the course is, and how much of it is written by hand. */

/** What can be shown of an item; each is found in the tree, not written down. */
export type Aspect = "code" | "test" | "reference" | "exercise" | "lecture";

/** All aspects, in the order of the table. */
export const ASPECTS: readonly Aspect[] = ["code", "test", "reference", "exercise", "lecture"];

/** Code that is tested, and that TensorFlow.js agrees with where it has the function. */
export const PROVEN: readonly Aspect[] = ["code", "test", "reference"];

/** Proven, practised and taught. */
export const WHOLE: readonly Aspect[] = ASPECTS;

/** One thing that the course must teach. */
export interface SyllabusItem {
  /** Letter of the group and number, as in "P6". */
  readonly id: string;
  /** What the learner knows afterwards. */
  readonly title: string;
  /**
   * `computes`: it has numbers, so it needs code, a test and an exercise. `told`: it is explained.
   * `lost`: its content did not come down to us, so nothing may be made up for it.
   */
  readonly kind: "computes" | "told" | "lost";
  /** Its equations, as in "1.6": they lead to the code that cites them and the lecture's section. */
  readonly equations?: readonly string[];
  /** Exported names, from src/math, src/datasets or src/figures, that a reader would look for. */
  readonly functions?: readonly string[];
  /** Sections of the lectures, as in "1.9", where no equation leads there. */
  readonly sections?: readonly string[];
  /** What is claimed to be there for good: the syllabus command and a test fail if it is not. */
  readonly done?: readonly Aspect[];
}

/** A group of items: one letter, one subject. */
export interface SyllabusGroup {
  readonly letter: string;
  readonly title: string;
  readonly items: readonly SyllabusItem[];
}

/** A place where a source is wrong, and what is true. A test or a lecture names it as "(E4)". */
export interface Erratum {
  readonly id: string;
  /** What a source says. */
  readonly said: string;
  /** What is so. */
  readonly measured: string;
  /** Syllabus items that it touches. */
  readonly items: readonly string[];
  /** Claimed to be shown by a test for good. */
  readonly done?: boolean;
}
