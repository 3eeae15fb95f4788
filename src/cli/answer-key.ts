/** Command line: the answer key as a page, what a teacher wants to know of every exercise at a glance. */
import type { ExerciseSheet } from "../checks/index.js";
import { type Exercise, pointsOf } from "../grading/exercise.js";
import type { Cell, Notebook } from "../notebook/notebook.js";
import { EQUATIONS } from "../syllabus/equations.js";
import { SYLLABUS } from "../syllabus/manifest.js";
import { misconceptions } from "./answer-tables.js";

/** Name of the key's page. */
export const KEY_PAGE = "answer-key.html";

/** The key: points by chapter; for each chapter its exercises with their checks; a legend. */
export function answerKeyPage(sheets: readonly ExerciseSheet[]): Notebook {
  const all = sheets.flatMap(({ exercises }) => exercises);
  const cells = [
    textCell(openingText(sheets)),
    ...sheets.flatMap((sheet) => [
      textCell(chapterText(sheet)),
      ...sheet.exercises.map((exercise) =>
        textCell(exerciseText(sheet, exercise), entryName(exercise)),
      ),
    ]),
    textCell(legendText(all), "legend"),
  ];
  return { path: "answer-key.ipynb", cells, metadata: {}, minor: 5 };
}

/** A cell of text, for pages that no notebook file stands behind. */
export function textCell(source: string, id?: string): Cell {
  return { kind: "markdown", metadata: {}, source, ...(id === undefined ? {} : { id }) };
}

/** Where an exercise has its entry in the key. */
export function keyEntry(exercise: Exercise): string {
  return `${KEY_PAGE}#cell-id=${entryName(exercise)}`;
}

/** Text in which no sign has a meaning of its own in markdown. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|$~#]/g, "\\$&");
}

/** "1 point", "2 points". */
export function pointsText(points: number): string {
  return `${points} point${points === 1 ? "" : "s"}`;
}

function openingText(sheets: readonly ExerciseSheet[]): string {
  const row = (name: string, exercises: readonly Exercise[]): string => {
    const { visible, hidden } = pointsOf(...exercises);
    return `| ${name} | ${exercises.length} | ${visible} | ${hidden} | ${visible + hidden} |`;
  };
  const rows = sheets.map((sheet) =>
    row(`[${chapterTitle(sheet)}](${pageOf(sheet)})`, sheet.exercises),
  );
  const all = sheets.flatMap(({ exercises }) => exercises);
  return `# Answer key

${totalText(all)}.

| chapter | exercises | visible points | hidden points | points |
| --- | ---: | ---: | ---: | ---: |
${[...rows, row("**all**", all)].join("\n")}

The answers, each with a note on why it is so, stand on the chapters' pages; the title of an exercise leads there. Learners see the visible checks whenever they run their work, the hidden ones only when it is graded. The misconceptions are the slips that the checks know by name: a learner who makes one reads its sentence, not the answer. What P1 or Eq. (1.1) is about stands in the [legend](#cell-id=legend).

The same as tables for a spreadsheet: [answer-key.csv](answer-key.csv), [checks.csv](checks.csv), [misconceptions.csv](misconceptions.csv).`;
}

function chapterText(sheet: ExerciseSheet): string {
  const rows = sheet.exercises.map((exercise) => {
    const { number, title, kind, syllabus, equations } = exercise;
    const { visible, hidden } = pointsOf(exercise);
    const cells = [
      `[${number}](#cell-id=${entryName(exercise)})`,
      `[${plain(title)}](${answerPlace(sheet, exercise)})`,
      kind,
      `${visible} + ${hidden}`,
      syllabus.join(", "),
      equations.join(", "),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `## ${chapterTitle(sheet)}

${totalText(sheet.exercises)}.

| | exercise | kind | points, visible + hidden | practises | equations |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}`;
}

function exerciseText(sheet: ExerciseSheet, exercise: Exercise): string {
  const { number, title, id, kind, checks, syllabus, equations } = exercise;
  const { visible, hidden } = pointsOf(exercise);
  const rows = checks.map(
    (check) =>
      `| ${plain(check.name)} | ${check.points} | ${check.hidden === true ? "**hidden**" : "visible"} |`,
  );
  const known = misconceptions(exercise).map(
    ({ equation, text }) => `- ${plain(text)} Eq.\u00A0(${equation})`,
  );
  return `#### ${number} [${plain(title)}](${answerPlace(sheet, exercise)})

\`${id}\`: ${kind}, ${pointsText(visible + hidden)}. Practises ${syllabus.join(", ")}; Eq. ${equations.map((one) => `(${one})`).join(", ")}.

| check | points | for learners |
| --- | ---: | --- |
${rows.join("\n")}

Known misconceptions:

${known.join("\n")}`;
}

/** The items and equations that occur, by their names, in the order of the course. */
function legendText(exercises: readonly Exercise[]): string {
  const items = new Set(exercises.flatMap(({ syllabus }) => syllabus));
  const equations = new Set(
    exercises.flatMap((one) => [
      ...one.equations,
      ...misconceptions(one).map((slip) => slip.equation),
    ]),
  );
  const groups = SYLLABUS.flatMap((group) => {
    const own = group.items.filter(({ id }) => items.has(id));
    if (own.length === 0) return [];
    return [
      `| **${group.letter}** | **${plain(group.title)}** |`,
      ...own.map(({ id, title }) => `| ${id} | ${plain(title)} |`),
    ];
  });
  const named = EQUATIONS.filter(({ number }) => equations.has(number));
  return `## Legend

### Items of the syllabus

| item | what it teaches |
| --- | --- |
${groups.join("\n")}

### Equations

| equation | name |
| --- | --- |
${named.map(({ number, name }) => `| (${number}) | ${plain(name)} |`).join("\n")}`;
}

/** "4 Gradient descent", from the notebook's name. */
function chapterTitle({ notebook }: ExerciseSheet): string {
  const [number = "", ...words] = notebook.replace(/\.ipynb$/, "").split("-");
  const title = words.join(" ");
  return `${Number(number)} ${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}

function pageOf({ notebook }: ExerciseSheet): string {
  return notebook.replace(/\.ipynb$/, ".html");
}

/** The exercise on its chapter's page: the cell that sets it bears the name of its concept. */
function answerPlace(sheet: ExerciseSheet, { id }: Exercise): string {
  return `${pageOf(sheet)}#cell-id=${id.slice(id.indexOf("/") + 1)}`;
}

function entryName({ id }: Exercise): string {
  return id.replace("/", "-");
}

function totalText(exercises: readonly Exercise[]): string {
  const { visible, hidden } = pointsOf(...exercises);
  return `${exercises.length} exercises, ${pointsText(visible + hidden)}: ${visible} for visible checks, ${hidden} for hidden ones`;
}
