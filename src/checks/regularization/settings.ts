/** Chapter 5, checks that train: the settings a learner may choose, read with care. */
import { isRecord, kindText, valueText } from "../../grading/describe.js";

/** What a setting may be. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
}

/** All settings as numbers, or what is wrong with them. */
export type ReadSettings<Name extends string> =
  | { readonly kind: "settings"; readonly settings: Readonly<Record<Name, number>> }
  | { readonly kind: "problem"; readonly problem: string };

/**
 * Reads what a learner's function returned.
 *
 * @param menu - every setting with its range; all of them must be there
 */
export function readSettings<Name extends string>(
  call: string,
  given: unknown,
  menu: Readonly<Record<Name, Range>>,
): ReadSettings<Name> {
  const names = Object.keys(menu) as Name[];
  const wanted = `{ ${names.join(", ")} }`;
  if (!isRecord(given)) {
    return problem(`${call} returned ${kindText(given)}; settings ${wanted} are wanted.`);
  }
  const strange = Object.keys(given).find((name) => !Object.hasOwn(menu, name));
  if (strange !== undefined) {
    return problem(`${call}: there is no setting ${strange}. There are ${names.join(", ")}.`);
  }
  for (const name of names) {
    const { from, to, whole } = menu[name];
    const value = given[name];
    const range = `a ${whole ? "whole " : ""}number from ${from} to ${to}`;
    const fits =
      typeof value === "number" &&
      value >= from &&
      value <= to &&
      (!whole || Number.isInteger(value));
    if (!fits) return problem(`${call}: ${name} must be ${range}, and is ${valueText(value)}.`);
  }
  return { kind: "settings", settings: given as Readonly<Record<Name, number>> };
}

function problem(text: string): { readonly kind: "problem"; readonly problem: string } {
  return { kind: "problem", problem: text };
}
