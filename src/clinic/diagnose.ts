/** Clinic, the verdict: is the cause the right one, and does the training recover with the cure? */
import { kindOf, readCure, readNumber } from "./answer.js";
import {
  type Cause,
  type Course,
  type Cure,
  HEALTHY,
  isHealthy,
  type Patient,
  type PatientNumber,
  type Settings,
} from "./patient.js";
import { CAUSES, PATIENTS } from "./patients.js";
import { runPatient } from "./run-patient.js";
import { contradiction } from "./signs.js";

/** What a reader hands in; null stands for "not yet". */
export interface Answer {
  readonly cause: Cause | null;
  readonly cure: Cure | null;
}

/** What comes of it. */
export interface Diagnosis {
  readonly patient: PatientNumber;
  /** Whether cause and cure are both in order. */
  readonly right: boolean;
  /** Whether anything was answered at all. */
  readonly answered: boolean;
  /** On the cause, then on the cure. */
  readonly findings: readonly string[];
  /** The training with the cure, if it was run. */
  readonly after: Course | null;
}

/**
 * Judges a diagnosis. The cause is compared with the patient's. The cure is put into the settings and
 * the training is run again: it counts if the result is healthy, however it was done.
 *
 * @param number - 1 to 10
 * @param answer - the cause, one of {@link CAUSES}, and the cure: one setting with its new value
 * @throws {@link ValueError} if there is no such patient
 *
 * @example
 * diagnose(1, { cause: null, cure: null }).answered; // => false
 */
export function diagnose(number: PatientNumber, answer: Answer): Diagnosis {
  const patient = patientNumber(number);
  const given: { readonly cause?: unknown; readonly cure?: unknown } =
    typeof answer === "object" && answer !== null ? answer : {};
  const [cause, cure] = [given.cause ?? null, given.cure ?? null];
  if (cause === null && cure === null) {
    return { patient: patient.number, right: false, answered: false, findings: [], after: null };
  }
  const onCause = judgeCause(patient, cause);
  const onCure = judgeCure(patient, cure);
  return {
    patient: patient.number,
    right: onCause.right && onCure.right,
    answered: true,
    findings: [onCause.finding, onCure.finding],
    after: onCure.after,
  };
}

/**
 * The patient with this number.
 *
 * @throws {@link ValueError} if there is none
 */
export function patientNumber(number: unknown): Patient {
  return PATIENTS[readNumber(number) - 1]!;
}

/** The untreated training of a patient. */
export function recordOf({ settings }: Patient): Course {
  return courseOf(settings);
}

const MOST_KEPT = 40;
const kept = new Map<string, Course>();

/** A training with these settings; the last ones are kept, since the same settings give the same. */
function courseOf(settings: Settings): Course {
  const key = JSON.stringify(settings);
  const course = kept.get(key) ?? runPatient(settings);
  kept.delete(key);
  kept.set(key, course);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return course;
}

interface Judged {
  readonly right: boolean;
  readonly finding: string;
}

function judgeCause(patient: Patient, cause: unknown): Judged {
  if (cause === null) return { right: false, finding: "No cause is named yet." };
  if (cause === patient.cause) return { right: true, finding: "The cause is right." };
  const known = CAUSES.find((one) => one === cause);
  if (known === undefined) {
    const list = CAUSES.map((one) => `"${one}"`).join(", ");
    const finding = `The cause is ${kindOf(cause)}, which is none of the clinic's. It knows ${list}.`;
    return { right: false, finding };
  }
  const against =
    contradiction(known, recordOf(patient)) ??
    "The chart allows it, but another cause fits better.";
  return { right: false, finding: `The cause is not "${known}". ${against}` };
}

function judgeCure(patient: Patient, cure: unknown): Judged & { readonly after: Course | null } {
  if (cure === null) return { right: false, finding: "No cure is named yet.", after: null };
  const read = readCure(cure);
  if (read.kind === "problem") return { right: false, finding: read.problem, after: null };
  const { name, value } = read;
  const text = `${name}: ${typeof value === "string" ? `"${value}"` : value}`;
  if (patient.settings[name] === value) {
    const finding = `The cure changes nothing: this training has ${text} already.`;
    return { right: false, finding, after: null };
  }
  const after = courseOf({ ...patient.settings, [name]: value });
  const right = isHealthy(after);
  const state = right ? "healthy" : "still sick";
  return { right, finding: `With ${text} the training is ${state}: ${outcome(after)}.`, after };
}

/** How a training ended, and what would have been healthy. */
function outcome(course: Course): string {
  if (course.brokeAt !== null) return `a number stopped being finite at step ${course.brokeAt}`;
  const { validationAccuracy, validationLoss } = course.checkups.at(-1)!;
  const loss = Number(validationLoss.toPrecision(3));
  return (
    `validation accuracy ${Number((100 * validationAccuracy).toPrecision(3))} %, validation loss ${loss} ` +
    `(healthy is at least ${100 * HEALTHY.validationAccuracy} % and at most ${HEALTHY.validationLoss})`
  );
}
