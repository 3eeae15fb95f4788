/** Notation: the error for a value that breaks a rule though its shape is right. */

/** What a {@link ValueError} has to say. */
export interface ValueRule {
  /** The function that was called, as the reader typed it. */
  readonly operation: string;
  /** The rule that was broken. */
  readonly rule: string;
  /** The usual slip and its repair. */
  readonly hint?: string;
}

/** A value that a rule forbids: NaN, a text where a number belongs, a negative count, an empty list. */
export class ValueError extends Error {
  override readonly name: string = "ValueError";
  readonly rule: ValueRule;
  readonly given: Readonly<Record<string, unknown>>;

  constructor(rule: ValueRule, given: Readonly<Record<string, unknown>>) {
    const values = Object.entries(given).map(([name, value]) => `${name} is ${valueText(value)}`);
    const hint = rule.hint === undefined ? "" : ` ${rule.hint}`;
    super(`${rule.operation}: ${rule.rule}; here ${values.join(", ")}.${hint}`);
    this.rule = rule;
    this.given = given;
  }
}

/** A value in a few words, for an error message; long ones are cut. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === "function") return `the function ${value.name || "without a name"}`;
  if (Array.isArray(value)) {
    const shown = value.slice(0, 4).map(valueText).join(", ");
    return value.length > 4 ? `[${shown}, … ${value.length} entries]` : `[${shown}]`;
  }
  if (value instanceof Promise) return "a promise (is an await missing?)";
  if (typeof value === "object" && value !== null)
    return `a ${value.constructor?.name ?? "object"}`;
  return Object.is(value, -0) ? "−0" : String(value);
}

/**
 * The argument itself if it is a number other than NaN.
 *
 * @throws {@link ValueError} if it is NaN or not a number at all
 */
export function assertNumber(operation: string, name: string, value: unknown): number {
  if (typeof value !== "number") {
    throw new ValueError({ operation, rule: `${name} must be a number` }, { [name]: value });
  }
  if (Number.isNaN(value)) {
    const rule = `${name} must be a number`;
    const hint = "NaN comes from 0/0, ∞ − ∞, or a value that was never set: look one step back.";
    throw new ValueError({ operation, rule, hint }, { [name]: value });
  }
  return value;
}
