/** Verify: an author is told all that is missing at once, with file and cell and what to write. */
import { describe, expect, test } from "vitest";
import { reluExercise } from "../../src/checks/perceptron/relu.js";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import type { Exercise } from "../../src/grading/exercise.js";
import { entryProblems } from "../../src/verify/entry-problems.js";
import { sheetProblems } from "../../src/verify/sheet-problems.js";
import { type CellSpec, markdown, notebookOf } from "../notebook/make-notebook.js";

const course = {
  exercises: [weightedSumExercise, reluExercise],
  items: new Set(["P1", "P2", "P3", "P4", "P6"]),
  equations: new Set(["1.2", "1.3", "1.4"]),
};
const entry = (change: Partial<Exercise>): string[] => {
  const exercise = { ...weightedSumExercise, ...change };
  return entryProblems(exercise, { ...course, exercises: [exercise, reluExercise] });
};

describe("an entry", () => {
  test("that is whole has no problem", () => {
    expect(entry({})).toEqual([]);
  });

  test.each<[what: string, change: Partial<Exercise>, problems: string[]]>([
    [
      "an id and a number that are taken",
      { id: "perceptron/relu", number: "1.4" },
      [
        'Exercise 1.4 has the same id "perceptron/relu"; give one of them another.',
        "perceptron/relu has the same number 1.4; give one of them another.",
      ],
    ],
    [
      "a name in another form",
      { id: "Weighted sum", number: "two", title: " " },
      [
        'Its id "Weighted sum" is not chapter/concept in small letters, as loss/softmax is.',
        'Its number "two" is not chapter.number, as 1.2 is.',
        "It has no title.",
      ],
    ],
    [
      "items and equations that do not exist",
      { syllabus: ["P2", "P99"], equations: ["1.3", "9.9"] },
      [
        'The syllabus has no item "P99"; src/syllabus lists them.',
        "The course has no equation (9.9); src/syllabus/equations lists them.",
      ],
    ],
    [
      "missing hints and no note",
      {
        hints: ["", `${weightedSumExercise.hints[1].replace("Eq. (1.3)", "(1.3)")}`, "see above"],
        why: "",
      },
      [
        "Hint 1 is missing. It is a nudge: a question, or where to look.",
        "Hint 3 is too short to help. It is partial code, between ```ts and ```, with … where the learner goes on.",
        'Hint 2 cites no equation. It is the equation with its shapes, as in "Eq. (1.3): $z = …$ with $x$ of shape [m]".',
        "The note why is missing: say in a few sentences why the solution is so.",
      ],
    ],
    [
      "too few of everything",
      { rightAnswers: [], wrongAnswers: weightedSumExercise.wrongAnswers.slice(0, 2), checks: [] },
      [
        "It has no right answers; write at least 2.",
        "It has 2 wrong answers; write at least 3.",
        "It has no checks; write at least 3.",
      ],
    ],
    [
      "a right answer without its function",
      { rightAnswers: [{}, weightedSumExercise.reference] },
      ["Right answer 1 lacks weightedSum."],
    ],
    [
      "a wrong answer of another exercise",
      {
        wrongAnswers: [
          ...weightedSumExercise.wrongAnswers,
          { misconception: "Other.", equation: "1.6", answers: { relu: () => 0 } },
          { misconception: "Other.", equation: "1.3", answers: {} },
        ],
      },
      [
        '"Other." answers relu, which nobody asks for; the exercise asks for weightedSum.',
        '"Other." names equation (1.6), which is not among the exercise\'s equations.',
        '"Other." has no function: give the one that the slip makes wrong.',
        'Two wrong answers have the misconception "Other."; say of each what it is.',
      ],
    ],
    [
      "two checks of one name",
      { checks: [...weightedSumExercise.checks, weightedSumExercise.checks[0]!] },
      [
        'Two checks are named "gives the numbers worked by hand"; the report tells them apart by their names.',
      ],
    ],
  ])("with %s", (_what, change, problems) => {
    expect(entry(change)).toEqual(problems);
  });
});

const begin = "  // BEGIN SOLUTION";
const end = "  // END SOLUTION";
const sum = (number = "1.2"): string =>
  `function weightedSum(x: number[]): number {\n${begin} ${number} weighted sum\n  return 0;\n${end}\n}`;
const units = `function relu(z: number): number {\n${begin} 1.4 ReLU\n  return z;\n${end}\n}
function reluDerivative(z: number): number {\n${begin} 1.4 slope\n  return z;\n${end}\n}`;
const checkSum = 'check("perceptron/weighted-sum", { weightedSum });';
const checkUnits = 'check("perceptron/relu", { relu, reluDerivative });';

const sheet = (...cells: readonly CellSpec[]): string[] =>
  sheetProblems([weightedSumExercise, reluExercise], notebookOf(...cells)).map(({ text }) => text);

describe("a solution notebook", () => {
  test("that is whole has no problem, whatever its strings and line ends look like", () => {
    expect(sheet(sum(), checkSum, units, checkUnits)).toEqual([]);
    const odd = 'const s = "// BEGIN SOLUTION 7.7 x"; const t = `\n// END SOLUTION\n`;';
    const cells = [`${sum()}\n${odd}`, checkSum, units, checkUnits];
    expect(sheet(...cells.map((cell) => cell.replaceAll("\n", "\r\n")))).toEqual([]);
  });

  test("without anything lacks cells, and each is written out", () => {
    expect(sheet(markdown("# Exercises"))).toEqual([
      "lecture.ipynb: no cell holds its solution. Write a code cell with weightedSum, and in the body // BEGIN SOLUTION 1.2 name and // END SOLUTION around what the learner is to write.",
      `lecture.ipynb: no cell checks it. Write a code cell below its solution with ${checkSum}`,
      "lecture.ipynb: no cell holds its solution. Write a code cell with relu, reluDerivative, and in each body // BEGIN SOLUTION 1.4 name and // END SOLUTION around what the learner is to write.",
      `lecture.ipynb: no cell checks it. Write a code cell below its solution with ${checkUnits}`,
    ]);
  });

  test("with marks that are wrong is told of all of them", () => {
    const nested = sum().replace("  return 0;", `${begin} 1.2 inner\n  return 0;\n${end}`);
    const unclosed = units.replace(`  return z;\n${end}`, "  return z;");
    const found = sheet(nested, checkSum, unclosed, checkUnits, markdown("END SOLUTION"));
    expect(found).toEqual([
      "lecture.ipynb cell 1 line 3: BEGIN SOLUTION inside the solution that began on line 2.",
      "lecture.ipynb cell 3 line 6: BEGIN SOLUTION inside the solution that began on line 2.",
      "lecture.ipynb cell 3 line 2: BEGIN SOLUTION 1.4 ReLU has no END SOLUTION.",
      'lecture.ipynb cell 5 line 1: a solution mark stands in a markdown cell; give the cell the tag "instructor" instead.',
    ]);
  });

  test("with a mark of another number says whose it is, or where the entry is to stand", () => {
    expect(sheet(sum("1.4"), checkSum, units, checkUnits)).toEqual([
      'lecture.ipynb cell 1 line 2: the mark says "1.4 weighted sum", and weightedSum belongs to exercise 1.2; write // BEGIN SOLUTION 1.2 weighted sum.',
    ]);
    const extra = sum("1.99").replace("weightedSum", "extra");
    expect(sheet(sum(), checkSum, units, checkUnits, extra)).toEqual([
      'lecture.ipynb cell 5 line 2: no exercise has the number of "1.99 weighted sum"; add an entry with number: "1.99" to src/checks/lecture.ts, or mend the number.',
    ]);
  });

  test("with a function missing or misspelt says what is there", () => {
    const one = units.slice(0, units.indexOf("\nfunction")).replace("relu(", "reluu(");
    expect(sheet(sum(), checkSum, one, checkUnits)).toEqual([
      "lecture.ipynb: No cell declares relu. There is reluu (cell 3, line 1): rename it to relu if it is your answer.",
      "lecture.ipynb: No cell declares reluDerivative.",
    ]);
  });

  test("with check cells that are wrong says what to write", () => {
    const cells = [sum(), 'check("perceptron/weighted-sum", { sum });', units, checkUnits];
    expect(sheet(...cells, checkUnits, 'check("loss/mean", {});')).toEqual([
      `lecture.ipynb cell 2 line 1: it hands over sum; write ${checkSum}`,
      "lecture.ipynb cell 5 line 1: it is checked a second time; one check cell is enough.",
      'lecture.ipynb cell 6 line 1: src/checks/lecture.ts has no exercise "loss/mean"; add its entry, or mend the id.',
    ]);
    expect(sheet(units, checkUnits, sum(), checkSum)).toEqual([
      "lecture.ipynb: the exercises stand in another order than in src/checks/lecture.ts: there perceptron/weighted-sum comes before perceptron/relu. Put both in the same order.",
    ]);
  });
});
