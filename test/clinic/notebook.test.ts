/** Clinic in the notebook: charts with what a reader may see, and verdicts that never throw. */
import { expect, test } from "vitest";
import type { Answer } from "../../src/clinic/diagnose.js";
import type { PatientNumber } from "../../src/clinic/patient.js";
import { PATIENTS } from "../../src/clinic/patients.js";
import { clinicChart, diagnosisBundles } from "../../src/kernel/clinic.js";

const texts = (number: number, answer: Answer): unknown[] =>
  diagnosisBundles(number as PatientNumber, answer).map((bundle) => bundle["text/plain"]);

test("a chart tells the visible settings, and neither cause nor hidden settings", () => {
  const { caption } = clinicChart(10);
  expect(caption).toContain("Settings: learningRate 0.5, epochs 4, batchSize 20, samples 600");
  expect(caption).toContain("Judged twice, the last network gives the same training loss");
  const { cause, settings } = PATIENTS[9]!;
  for (const word of [cause, settings.order, "order", "initialization"]) {
    expect(caption).not.toContain(word);
  }
});

test("an unfilled answer is told how to answer", () => {
  expect(texts(10, { cause: null, cure: null })).toEqual([
    expect.stringContaining("Patient 10 waits. Write the cause, one of CAUSES"),
  ]);
});

test("a cure is run, and its chart shown", () => {
  const [message, chart, caption] = texts(10, { cause: null, cure: { epochs: 3 } });
  expect(message).toContain(
    "Not solved yet. No cause is named yet. With epochs: 3 the training is",
  );
  expect(message).toContain("still sick");
  expect(chart).toContain("Patient 10 with your cure");
  expect(caption).toContain("to epoch 3");
});

test("nobody is answered in words", () => {
  expect(texts(12, { cause: null, cure: null })[0]).toContain("numbers 1 to 10");
});
