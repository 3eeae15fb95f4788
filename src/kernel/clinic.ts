/** Notebook: the break-it clinic. `clinicChart` draws a patient's chart, `diagnose` judges an answer. */
import { type Answer, diagnose as judge, patientNumber, recordOf } from "../clinic/diagnose.js";
import { type Course, type PatientNumber, VISIBLE } from "../clinic/patient.js";
import type { Figure } from "../figures/figure.js";
import { numberText } from "../figures/numbers.js";
import { patientChart } from "../figures/practice/patient-chart.js";
import { ValueError } from "../math/value-error.js";
import { display } from "./display.js";
import { messageBundle } from "./message.js";
import type { MimeBundle } from "./mime-bundle.js";
import { figureBundles } from "./show.js";

/**
 * Trains one of the ten patients of the clinic and draws its chart. The caption tells the settings
 * that a reader may see.
 *
 * @param patient - 1 to 10
 * @throws {@link ValueError} if there is no such patient
 *
 * @example
 * clinicChart(4).alt; // => "Patient 4: losses, accuracies and norms"
 */
export function clinicChart(patient: PatientNumber): Figure {
  const { number, settings } = patientNumber(patient);
  const record = recordOf(patientNumber(patient));
  const visible = VISIBLE.map((name) => `${name} ${shownValue(settings[name])}`).join(", ");
  const twice =
    record.judgedTwice === 0
      ? "Judged twice, the last network gives the same training loss"
      : `Judged twice, the last network gives training losses that differ by ${numberText(record.judgedTwice)}`;
  const chart = chartOf(record, `Patient ${number}`);
  return { ...chart, caption: `${chart.caption} ${twice}. Settings: ${visible}.` };
}

/**
 * Judges your diagnosis of a patient: the cause is compared, and the training is run again with the
 * cure. It shows what it found, and the chart of the second training. It never throws.
 *
 * @param patient - 1 to 10
 * @param answer - `cause`, a text; `cure`, one setting with its new value; null for "not yet"
 */
export function diagnose(patient: PatientNumber, answer: Answer): void {
  for (const bundle of diagnosisBundles(patient, answer)) display(bundle);
}

/** What {@link diagnose} shows. */
export function diagnosisBundles(patient: PatientNumber, answer: Answer): readonly MimeBundle[] {
  try {
    const { number } = patientNumber(patient);
    const { answered, findings, right, after } = judge(number, answer);
    if (!answered) return [messageBundle(howTo(number))];
    const verdict = right ? "Solved" : "Not solved yet";
    const message = messageBundle(`Patient ${number}. ${verdict}. ${findings.join(" ")}`);
    if (after === null) return [message];
    return [message, ...figureBundles(chartOf(after, `Patient ${number} with your cure`))];
  } catch (error) {
    if (error instanceof ValueError) return [messageBundle(error.message)];
    throw error;
  }
}

function howTo(number: PatientNumber): string {
  return `Patient ${number} waits. Write the cause, one of CAUSES, and the cure, one setting: diagnose(${number}, { cause: "learning rate too small", cure: { epochs: 20 } }).`;
}

function chartOf({ checkups, stepLosses, settings }: Course, title: string): Figure {
  return patientChart({ checkups, stepLosses, epochs: settings.epochs, title });
}

function shownValue(value: string | number): string {
  return typeof value === "number" ? numberText(value) : value;
}
