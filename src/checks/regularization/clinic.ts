/** Chapter 5, exercise 5.10: name what ails ten trainings, and cure them. The cures are run. */
import { diagnose } from "../../clinic/diagnose.js";
import type { Cause, Cure, Patient } from "../../clinic/patient.js";
import { PATIENTS } from "../../clinic/patients.js";
import { type Answers, CheckStopped } from "../../grading/answers.js";
import type { AnswerFunction, Check, Exercise, WrongAnswer } from "../../grading/exercise.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";

/** The learner's function for a patient. */
const nameOf = (number: number): string => `patient${number}`;

const answer =
  (cause: Cause, cure: Cure): AnswerFunction =>
  () => ({ cause, cure });

function checkOf({ number }: Patient): Check {
  return {
    name: `patient ${number}: the cause is named, and the training recovers`,
    points: 1,
    run: (answers) => verdictOn(number, answers),
  };
}

function verdictOn(number: Patient["number"], answers: Answers): Verdict {
  const given = answers.call(nameOf(number));
  const call = `${nameOf(number)}()`;
  if (typeof given !== "object" || given === null || !("cause" in given && "cure" in given)) {
    const form = 'return { cause: "…", cure: { … } }';
    throw new CheckStopped(fail(`${call} gives no diagnosis: ${form} is wanted.`));
  }
  const { cause, cure } = given;
  const { answered, findings, right } = diagnose(number, {
    cause: cause as Cause,
    cure: cure as Cure,
  });
  if (!answered) return fail(`${call} names neither a cause nor a cure.`);
  return right ? PASS : fail(`Patient ${number}. ${findings.join(" ")}`);
}

function slip(
  number: number,
  cause: Cause,
  cure: Cure,
  equation: string,
  misconception: string,
): WrongAnswer {
  return { misconception, equation, answers: { [nameOf(number)]: answer(cause, cure) } };
}

const reference = Object.fromEntries(
  PATIENTS.map(({ number, cause, cure }) => [nameOf(number), answer(cause, cure)]),
);

/** Ten diagnoses; a cure counts if the training with it is healthy. */
export const clinicExercise: Exercise = {
  id: "regularization/break-it-clinic",
  number: "5.10",
  title: "The break-it clinic",
  kind: "diagnose",
  syllabus: ["R1", "R3", "R7", "G3", "G6", "G11"],
  equations: ["2.8", "4.1", "4.3", "4.19", "4.21", "5.6", "1.10"],
  reference,
  hints: [
    "Read a chart from its left edge. What is wrong at epoch 0 cannot be the fault of the updates. Then compare training with validation: both bad, or only one? Then look at the pale line of the single steps.",
    "Eq. (4.3) is the update, $W \\leftarrow W - \\eta\\,\\frac1B\\sum_k \\partial J_k/\\partial W$. Go through it term by term: the start of $W$, the sign, $\\eta$, the examples in the batch, their inputs, their labels, $J$ itself. Each term can be the sick one, and each leaves another trace.",
    '```ts\nfunction patient1(): Diagnosis {\n  return { cause: "…", cure: { … } };   // one of CAUSES; one setting with its new value\n}\ndiagnose(1, patient1());                // try it: the training is run with your cure\n```',
  ],
  why: "Ten faults, and only a few kinds of curve: the loss alone cannot tell them apart. What separates them are the other monitors, above all their values before the first update and the distance between training and validation.",
  checks: PATIENTS.map(checkOf),
  wrongAnswers: [
    slip(
      1,
      "learning rate too large",
      { learningRate: 0.004 },
      "4.1",
      "A growing loss is taken for overshooting; but an accuracy far below guessing says that every step goes purposely the wrong way.",
    ),
    slip(
      3,
      "labels do not belong to their images",
      { labels: "own" },
      "2.8",
      "A gap between training and validation is taken for wrong labels; then validation accuracy would stay at the level of guessing.",
    ),
    slip(
      4,
      "hidden units dead from the start",
      { hiddenBias: 0.1 },
      "4.19",
      "Silent units are blamed on their biases; look at the norm of the weights at epoch 0.",
    ),
    slip(
      5,
      "learning rate too small",
      { epochs: 40 },
      "2.8",
      "A loss that flattens high is taken for slow learning; but the answers are right, and ‖W‖ moves well.",
    ),
    slip(
      6,
      "too few examples",
      { samples: 800 },
      "2.8",
      "Learning by heart is taken for a lack of examples; but then some of it would carry over to validation data.",
    ),
    slip(
      7,
      "learning rate too large",
      { learningRate: 0.01 },
      "4.21",
      "Wild losses are blamed on the rate; but the gradient is huge before the first update, when the rate has done nothing.",
    ),
    slip(
      8,
      "too few examples",
      { samples: 800 },
      "5.6",
      "Poor numbers are taken for a lack of examples; but the training data are judged as poorly, and judging twice gives two results.",
    ),
    slip(
      9,
      "weights start at zero",
      { initialization: "He" },
      "1.10",
      "A flat loss is taken for zero weights; look at the norm of the weights at epoch 0.",
    ),
    slip(
      10,
      "learning rate too large",
      { learningRate: 0.1 },
      "4.3",
      "A rising loss is blamed on the rate; look at the single steps within an epoch: their jumps come at regular distances.",
    ),
  ],
  rightAnswers: [
    {
      patient2: answer("learning rate too large", { learningRate: 0.1 }),
      patient3: answer("too few examples", { samples: 800 }),
      patient8: answer("dropout still on when judged", { dropout: 0 }),
    },
    {
      patient2: answer("learning rate too large", { learningRate: 0.5 }),
      patient9: answer("hidden units dead from the start", { hiddenBias: 0.1 }),
    },
  ].map((own) => ({ ...reference, ...own })),
  equivalentMutants: {
    "samples: 600 becomes samples: 601": "Another cure: one example more changes little.",
    "hiddenBias: 0 becomes hiddenBias: 1":
      "Another cure: with biases of 1 the units are awake at the start, too.",
  },
};
