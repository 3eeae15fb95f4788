/** Clinic: the patients are sick, their cures work, and wrong guesses are answered with a reason. */
import { describe, expect, test, vi } from "vitest";
import { MENU, readCure } from "../../src/clinic/answer.js";
import { diagnose, recordOf } from "../../src/clinic/diagnose.js";
import { type Cause, type Cure, isHealthy, type PatientNumber } from "../../src/clinic/patient.js";
import { CAUSES, PATIENTS } from "../../src/clinic/patients.js";
import { runPatient } from "../../src/clinic/run-patient.js";
import { contradiction, SIGNS } from "../../src/clinic/signs.js";

// A hundred trainings, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** Changes that a reader may try on anyone. */
const TRIED: readonly Cure[] = [
  { learningRate: 0.01 },
  { learningRate: 0.1 },
  { epochs: 30 },
  { batchSize: 100 },
  { samples: 800 },
  { dropout: 0 },
  { dropout: 0.3 },
  { weightDecay: 0.01 },
  { initialization: "He" },
  { hiddenBias: 0 },
  { inputs: "standardized" },
  { order: "shuffled" },
  { update: "descend" },
  { labels: "own" },
  { output: "logits" },
  { gradient: "mean" },
  { evaluation: "without dropout" },
];

/** Of these, the ones that heal a patient beside its own cure. */
const ALSO_HEAL: Readonly<Partial<Record<PatientNumber, readonly Cure[]>>> = {
  // A smaller rate of another size; a steadier gradient; a pull that keeps the weights from growing.
  2: [{ learningRate: 0.1 }, { batchSize: 100 }, { weightDecay: 0.01 }],
  3: [{ samples: 800 }],
  // Where nothing is dropped, it does not matter who is judged with it.
  8: [{ dropout: 0 }],
};

test("there are ten, numbered in order, no two with one cause, and causes that nobody has", () => {
  expect(PATIENTS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(new Set(PATIENTS.map(({ cause }) => cause)).size).toBe(10);
  expect(CAUSES).toEqual(expect.arrayContaining(PATIENTS.map(({ cause }) => cause)));
  expect(CAUSES.length).toBeGreaterThan(10);
  expect(Object.keys(SIGNS).sort()).toEqual([...CAUSES].sort());
});

test("a training is the same each time", () => {
  const { settings } = PATIENTS[9]!;
  expect(runPatient(settings)).toEqual(runPatient(settings));
});

describe.each(PATIENTS)("patient $number, $cause", (patient) => {
  const { number, cause, cure, settings } = patient;

  test("is sick, and shows the signs of its cause", () => {
    const record = recordOf(patient);
    expect(isHealthy(record)).toBe(false);
    expect(SIGNS[cause].map(({ shows }) => shows(record))).toEqual(SIGNS[cause].map(() => true));
    expect(contradiction(cause, record)).toBeNull();
  });

  test("its cause and its cure are accepted", () => {
    const { right, answered, findings, after } = diagnose(number, { cause, cure });
    expect(findings[0]).toBe("The cause is right.");
    expect(findings[1]).toContain("the training is healthy: validation accuracy 9");
    expect([right, answered, after !== null && isHealthy(after)]).toEqual([true, true, true]);
  });

  test("no other change heals it, but for those listed", () => {
    const healing = TRIED.filter((change) => {
      const [name] = Object.keys(change) as (keyof Cure)[];
      if (name === undefined || settings[name] === change[name]) return false;
      if (cure[name] === change[name]) return false;
      return isHealthy(runPatient({ ...settings, ...change }));
    });
    expect(healing).toEqual(ALSO_HEAL[number] ?? []);
  });

  test("every other cause is contradicted by a monitor, each in its own words", () => {
    const others = CAUSES.filter((other) => other !== cause);
    const answers = others.map((other) => {
      const { right, findings } = diagnose(number, { cause: other, cure: null });
      expect(right).toBe(false);
      expect(findings[0]).toContain(`The cause is not "${other}". With this cause, `);
      expect(findings[0]).not.toContain(`"${cause}"`);
      expect(findings[0]).not.toMatch(/NaN|undefined/);
      return findings[0]!.replace(other, "");
    });
    expect(new Set(answers).size).toBe(others.length);
  });
});

describe("an answer", () => {
  const asked = (cause: unknown, cure: unknown) =>
    diagnose(9, { cause: cause as Cause, cure: cure as Cure });

  test("may wait", () => {
    expect(asked(null, null)).toMatchObject({ answered: false, right: false, findings: [] });
    expect(diagnose(1, undefined as unknown as { cause: null; cure: null }).answered).toBe(false);
  });

  test("is half an answer with one of the two", () => {
    expect(asked("hidden units dead from the start", null).findings[1]).toBe(
      "No cure is named yet.",
    );
    expect(asked(null, { hiddenBias: 0 })).toMatchObject({ right: false, answered: true });
  });

  test("with an unknown cause is answered with the known ones", () => {
    expect(asked("bad luck", null).findings[0]).toContain('"bad luck", which is none');
    expect(asked(7, null).findings[0]).toContain("It knows");
  });

  test("with a cure that changes nothing says so and trains nothing", () => {
    const { findings, after } = asked(null, { order: "shuffled" });
    expect(findings[1]).toContain("changes nothing");
    expect(after).toBeNull();
  });

  test.each([
    [{ epochs: 5, samples: 30 }, "one thing at a time"],
    [{}, "empty"],
    [[1], "a list"],
    ["a walk", '"a walk"'],
    [{ patience: 3 }, "There is no setting patience"],
    [{ toString: 1 }, "There is no setting toString"],
    [{ epochs: 1000 }, "a whole number from 1 to 40"],
    [{ epochs: 2.5 }, "a whole number from 1 to 40"],
    [{ learningRate: Number.NaN }, "a number from 0 to 100"],
    [{ learningRate: "0.1" }, 'this is "0.1"'],
    [{ order: "random" }, '"shuffled" or "sorted"'],
    [{ order: 3 }, "this is 3"],
  ])("with the cure %j is told what is wrong", (cure, words) => {
    const read = readCure(cure);
    expect(read.kind).toBe("problem");
    expect(read).toHaveProperty("problem", expect.stringContaining(words));
  });

  test("about nobody is an error", () => {
    const none = { cause: null, cure: null };
    expect(() => diagnose(11 as PatientNumber, none)).toThrow("numbers 1 to 10");
    expect(() => diagnose(1.5 as PatientNumber, none)).toThrow("numbers 1 to 10");
  });
});

test("the menu has every setting, and every healthy value is on it", () => {
  expect(Object.keys(MENU).sort()).toEqual(Object.keys(PATIENTS[0]!.settings).sort());
  for (const { cure } of PATIENTS) expect(readCure(cure).kind).toBe("cure");
});

test("a training that breaks down is a finding, not a failure", () => {
  const record = runPatient({ ...PATIENTS[1]!.settings, learningRate: 100 });
  expect(record.brokeAt).toBeGreaterThan(0);
  expect(isHealthy(record)).toBe(false);
});
