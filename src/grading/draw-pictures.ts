/**
 * Grading: the picture beside a failed check. It is drawn after all verdicts are in, under a time
 * limit, and whatever goes wrong on the way costs the picture and nothing else.
 */
import type { Figure } from "../figures/figure.js";
import { Answers, type Call } from "./answers.js";
import type { Check, Exercise } from "./exercise.js";
import type { Drawable } from "./picture.js";
import type { Verdict } from "./verdict.js";
import { withinLimit } from "./within-limit.js";

/** A check that ran. */
export interface RanCheck {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly calls: readonly Call[];
}

/** More would hide the table that they explain. */
const MOST_PICTURES = 2;
/** For one picture, in milliseconds: an answer may loop for ever on what only the picture asks. */
const TIME_LIMIT = 1000;

/**
 * Pictures of the functions that visible checks found wrong, each with the first check that did.
 *
 * @param given - the learner's functions (or whatever they put there) by name
 */
export function drawPictures(
  { pictures = {}, reference }: Exercise,
  given: Readonly<Record<string, unknown>>,
  seed: number,
  ran: readonly RanCheck[],
): ReadonlyMap<Check, Figure> {
  const drawn = new Map<Check, Figure>();
  const tried = new Set<string>();
  const names = Object.keys(reference);
  for (const { check, verdict, calls } of ran) {
    if (check.hidden === true || verdict.kind !== "fail") continue;
    for (const answer of new Set(calls.map((call) => call.answer))) {
      const picture = Object.hasOwn(pictures, answer) ? pictures[answer] : undefined;
      if (picture === undefined || tried.has(answer) || drawn.has(check)) continue;
      if (drawn.size === MOST_PICTURES) return drawn;
      tried.add(answer);
      const drawing = withinLimit(TIME_LIMIT, () => {
        const answers = new Answers(given, seed);
        return picture({
          answer,
          own: byName(names, (name) => ownOf(answers, name)),
          want: reference as Readonly<Record<string, Drawable>>,
          calls: calls.filter((call) => call.answer === answer),
        });
      });
      if (drawing.kind === "value" && drawing.value !== null) drawn.set(check, drawing.value);
    }
  }
  return drawn;
}

function byName(
  names: readonly string[],
  make: (name: string) => Drawable,
): Readonly<Record<string, Drawable>> {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

function ownOf(answers: Answers, name: string): Drawable {
  return (...args) => {
    const outcome = answers.try(name, ...args);
    return outcome.kind === "value" ? outcome.value : undefined;
  };
}
