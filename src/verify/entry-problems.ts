/** Verify: what is missing in an exercise's entry in the checks, in words for its author. */
import { answerNames, type Exercise, pointsOf, type WrongAnswer } from "../grading/exercise.js";

/** What an entry may refer to. */
export interface CourseParts {
  readonly exercises: readonly Exercise[];
  /** Ids of the syllabus's items, as in "P2". */
  readonly items: ReadonlySet<string>;
  /** Numbers of the equations, as in "1.3". */
  readonly equations: ReadonlySet<string>;
}

/** Fewest of each, so that a grader can be trusted. */
const FEWEST = { rightAnswers: 2, wrongAnswers: 3, checks: 3 } as const;
const WORDS = { rightAnswers: "right answers", wrongAnswers: "wrong answers", checks: "checks" };
const FEWEST_POINTS = 3;
/** A hint or a note that is shorter says nothing. */
const SHORTEST_TEXT = 40;
const HINTS = [
  "a nudge: a question, or where to look",
  'the equation with its shapes, as in "Eq. (1.3): $z = …$ with $x$ of shape [m]"',
  "partial code, between ```ts and ```, with … where the learner goes on",
] as const;

/** What to mend in an entry; empty if nothing is missing. */
export function entryProblems(exercise: Exercise, course: CourseParts): string[] {
  return [
    ...nameProblems(exercise, course.exercises),
    ...unknownProblems(exercise, course),
    ...hintProblems(exercise),
    ...numberProblems(exercise),
    ...rightAnswerProblems(exercise),
    ...exercise.wrongAnswers.flatMap((wrong) => wrongAnswerProblems(wrong, exercise)),
    ...repeated(exercise.checks.map(({ name }) => name)).map(
      (name) => `Two checks are named "${name}"; the report tells them apart by their names.`,
    ),
    ...repeated(exercise.wrongAnswers.map(({ misconception }) => misconception)).map(
      (text) => `Two wrong answers have the misconception "${text}"; say of each what it is.`,
    ),
  ];
}

function nameProblems(exercise: Exercise, all: readonly Exercise[]): string[] {
  const { id, number, title } = exercise;
  const others = all.filter((other) => other !== exercise);
  const problems: string[] = [];
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)) {
    problems.push(`Its id "${id}" is not chapter/concept in small letters, as loss/softmax is.`);
  }
  if (!/^\d+\.\d+$/.test(number)) {
    problems.push(`Its number "${number}" is not chapter.number, as 1.2 is.`);
  }
  if (title.trim() === "") problems.push("It has no title.");
  const sameId = others.find((other) => other.id === id);
  if (sameId !== undefined) {
    problems.push(`Exercise ${sameId.number} has the same id "${id}"; give one of them another.`);
  }
  const sameNumber = others.find((other) => other.number === number);
  if (sameNumber !== undefined) {
    problems.push(`${sameNumber.id} has the same number ${number}; give one of them another.`);
  }
  return problems;
}

function unknownProblems({ syllabus, equations }: Exercise, course: CourseParts): string[] {
  const items = syllabus.filter((item) => !course.items.has(item));
  const numbers = equations.filter((number) => !course.equations.has(number));
  return [
    ...(syllabus.length === 0
      ? ['It practises nothing: name items of the syllabus, as in syllabus: ["P2"].']
      : []),
    ...(equations.length === 0
      ? ['It names no equation: a wrong answer must lead to one, as in equations: ["1.3"].']
      : []),
    ...items.map((item) => `The syllabus has no item "${item}"; src/syllabus lists them.`),
    ...numbers.map(
      (number) => `The course has no equation (${number}); src/syllabus/equations lists them.`,
    ),
  ];
}

function hintProblems({ hints, why }: Exercise): string[] {
  const texts: readonly (string | undefined)[] = hints;
  const problems = HINTS.flatMap((what, i) => {
    const text = texts[i] ?? "";
    if (text.trim().length > SHORTEST_TEXT) return [];
    const given = text.trim() === "" ? "is missing" : "is too short to help";
    return [`Hint ${i + 1} ${given}. It is ${what}.`];
  });
  const [, equation = "", code = ""] = texts;
  if (equation.length > SHORTEST_TEXT && !equation.includes("Eq. (")) {
    problems.push(`Hint 2 cites no equation. It is ${HINTS[1]}.`);
  }
  if (code.length > SHORTEST_TEXT && !code.includes("```ts")) {
    problems.push(`Hint 3 shows no code. It is ${HINTS[2]}.`);
  }
  if (why.trim().length <= SHORTEST_TEXT) {
    problems.push("The note why is missing: say in a few sentences why the solution is so.");
  }
  return problems;
}

function numberProblems(exercise: Exercise): string[] {
  const few = Object.entries(FEWEST).flatMap(([part, fewest]) => {
    const { length } = exercise[part as keyof typeof FEWEST];
    if (length >= fewest) return [];
    return [
      `It has ${length === 0 ? "no" : length} ${WORDS[part as keyof typeof FEWEST]}; write at least ${fewest}.`,
    ];
  });
  const { visible, hidden } = pointsOf(exercise);
  const points = visible + hidden;
  if (points >= FEWEST_POINTS || exercise.checks.length < FEWEST.checks) return few;
  return [
    ...few,
    `Its checks are worth ${points} points together; give at least ${FEWEST_POINTS}.`,
  ];
}

function rightAnswerProblems(exercise: Exercise): string[] {
  const names = answerNames(exercise);
  return exercise.rightAnswers.flatMap((right, i) => {
    const lacks = names.filter((name) => !Object.hasOwn(right, name));
    return lacks.length === 0 ? [] : [`Right answer ${i + 1} lacks ${lacks.join(", ")}.`];
  });
}

function wrongAnswerProblems(
  { misconception, equation, answers }: WrongAnswer,
  exercise: Exercise,
): string[] {
  const asked = answerNames(exercise);
  const strange = Object.keys(answers).filter((name) => !asked.includes(name));
  const problems: string[] = [];
  if (strange.length > 0) {
    problems.push(
      `"${misconception}" answers ${strange.join(", ")}, which nobody asks for; the exercise asks for ${asked.join(", ")}.`,
    );
  }
  if (Object.keys(answers).length === 0) {
    problems.push(`"${misconception}" has no function: give the one that the slip makes wrong.`);
  }
  if (!exercise.equations.includes(equation)) {
    problems.push(
      `"${misconception}" names equation (${equation}), which is not among the exercise's equations.`,
    );
  }
  return problems;
}

/** What occurs more than once, each once. */
function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, i) => texts.indexOf(text) < i))];
}
