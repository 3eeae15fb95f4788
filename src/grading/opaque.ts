/** Grading: a stand-in for a value that cannot cross from the host process, such as a promise. */

/** Kinds of values that are described instead of copied. */
export const OPAQUE_KINDS = ["promise", "symbol", "bigint", "object", "too-large"] as const;

export type OpaqueKind = (typeof OPAQUE_KINDS)[number];

/** What is known of a value that stayed on the other side. */
export class Opaque {
  readonly kind: OpaqueKind;
  /** A few words about it: a class name, a bigint's digits. */
  readonly text: string;

  constructor(kind: OpaqueKind, text: string) {
    this.kind = kind;
    this.text = text;
  }
}
