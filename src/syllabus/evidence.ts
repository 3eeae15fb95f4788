/** Syllabus: what the tree holds, as plain data; `gradus syllabus` collects it from the files. */

/** A file of src and what it offers. */
export interface SourceFile {
  /** Path in the project, as in "src/math/activations.ts". */
  readonly path: string;
  /** Names of the values that it exports. */
  readonly exports: readonly string[];
  /** Numbers of the equations that it cites. */
  readonly equations: readonly string[];
}

/** A file of tests, what it imports from src, and what it names. */
export interface TestFile {
  readonly path: string;
  /** Imported names, each with the path of the file they come from. */
  readonly imports: readonly { readonly name: string; readonly from: string }[];
  /** Errata that it names, as in "E4". */
  readonly errata: readonly string[];
}

/** A numbered section of a lecture, as in "1.9". */
export interface Section {
  readonly notebook: string;
  readonly number: string;
  readonly title: string;
  /** Equations that are set there with a tag: the number, and the formula as it stands. */
  readonly equations: readonly { readonly number: string; readonly latex: string }[];
  readonly errata: readonly string[];
}

/** An exercise, as far as the syllabus looks at it. */
export interface PractisedItems {
  readonly id: string;
  readonly syllabus: readonly string[];
  readonly equations: readonly string[];
}

/** All that the syllabus is held against. */
export interface Evidence {
  readonly sources: readonly SourceFile[];
  readonly tests: readonly TestFile[];
  readonly sections: readonly Section[];
  readonly exercises: readonly PractisedItems[];
  /** Names of the rows that are compared with TensorFlow.js. */
  readonly referenceRows: readonly string[];
}
