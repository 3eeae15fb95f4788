/** Command line: the answer key, what a teacher wants to know of every exercise at a glance. */
import type { ExerciseSheet } from "../checks/index.js";
import { type CsvValue, csvText } from "../common/csv.js";
import { type Exercise, pointsOf } from "../grading/exercise.js";
import type { Cell, Notebook } from "../notebook/notebook.js";

/** The columns of the key as a table. */
const COLUMNS = [
  "number",
  "id",
  "title",
  "kind",
  "visible points",
  "hidden points",
  "syllabus",
  "equations",
  "misconceptions",
];

/** The key as a page: a chapter a section, a table of its exercises, and what goes wrong in each. */
export function answerKeyPage(sheets: readonly ExerciseSheet[]): Notebook {
  const all = sheets.flatMap(({ exercises }) => exercises);
  const opening = `# Answer key

${all.length} exercises, ${totalText(all)}. The answers themselves, with a note on why each is so, stand on the chapters' pages: ${sheets.map(({ notebook }) => `[${pageOf(notebook)}](${pageOf(notebook)})`).join(", ")}.

The misconceptions are the slips that the checks know by name. A learner who makes one reads its sentence, not the answer.`;
  const cells = [opening, ...sheets.map(chapterText)].map(textCell);
  return { path: "answer-key.ipynb", cells, metadata: {}, minor: 5 };
}

/** The key as a table, one row an exercise. */
export function answerKeyTable(sheets: readonly ExerciseSheet[]): string {
  const rows = sheets
    .flatMap(({ exercises }) => exercises)
    .map((exercise): CsvValue[] => {
      const { number, id, title, kind, syllabus, equations } = exercise;
      const { visible, hidden } = pointsOf(exercise);
      const lists = [syllabus.join(" "), equations.join(" "), misconceptions(exercise).join(" | ")];
      return [number, id, title, kind, visible, hidden, ...lists];
    });
  return csvText([COLUMNS, ...rows]);
}

/** A cell of text, for pages that no notebook file stands behind. */
export function textCell(source: string): Cell {
  return { kind: "markdown", metadata: {}, source };
}

/** The name of the page that is made of a notebook. */
export function pageOf(notebook: string): string {
  return notebook.replace(/\.ipynb$/, ".html");
}

function chapterText({ notebook, exercises }: ExerciseSheet): string {
  const rows = exercises.map((exercise) => {
    const { number, title, kind, syllabus, equations } = exercise;
    const { visible, hidden } = pointsOf(exercise);
    return `| ${number} | ${title} | ${kind} | ${visible} + ${hidden} | ${syllabus.join(", ")} | ${equations.join(", ")} |`;
  });
  const known = exercises.map(
    (exercise) =>
      `**${exercise.number} ${exercise.title}** (\`${exercise.id}\`)\n\n${misconceptions(exercise)
        .map((text) => `- ${text}`)
        .join("\n")}`,
  );
  return `## ${notebook.replace(/\.ipynb$/, "")}

${exercises.length} exercises, ${totalText(exercises)}.

| | exercise | kind | points, visible + hidden | practises | equations |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

### Known misconceptions

${known.join("\n\n")}`;
}

function totalText(exercises: readonly Exercise[]): string {
  const { visible, hidden } = pointsOf(...exercises);
  return `${visible + hidden} points: ${visible} for visible checks, ${hidden} for hidden ones`;
}

/** Each with the equation that it breaks; one slip may be known in several forms. */
function misconceptions({ wrongAnswers }: Exercise): string[] {
  const texts = wrongAnswers.map(
    ({ misconception, equation }) => `${misconception} Eq. (${equation})`,
  );
  return [...new Set(texts)];
}
