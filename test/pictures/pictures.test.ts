/** Pictures: every exercise that has some draws them for wrong answers, and for none that is right. */
import { describe, expect, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import type { Figure } from "../../src/figures/figure.js";
import { renderSvg } from "../../src/figures/static-svg.js";
import type { Trace } from "../../src/figures/traces.js";
import type { AnswerSet, Exercise } from "../../src/grading/exercise.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { all, readXml, textOf } from "../figures/well-formed.js";

const PICTURED = EXERCISES.filter(({ pictures }) => pictures !== undefined);

const picturesOf = (exercise: Exercise, answers: AnswerSet): Figure[] =>
  runChecks(exercise, { ...exercise.reference, ...answers }, { withPictures: true }).checks.flatMap(
    ({ picture }) => picture ?? [],
  );

/** What a trace shows, without its style. */
const shown = (trace: Trace): string => JSON.stringify("z" in trace ? trace.z : [trace.x, trace.y]);

/** The learner's part of a picture and the wanted one. */
function sidesOf({ data }: Figure): readonly [Trace | undefined, Trace | undefined] {
  const named = (name: string) =>
    data.find((trace) => trace.type !== "heatmap" && trace.name?.startsWith(name));
  if (named("yours") !== undefined) return [named("yours"), named("wanted")];
  const fields = data.filter(({ type }) => type !== "scatter");
  return [fields[0], fields[1]];
}

/** Other differences: crosses, a share of the plane, pixels of one grid of images, upright lines. */
const differsOtherwise = ({ data, caption, layout }: Figure): boolean =>
  data.some(({ name }) => name === "wrong") ||
  /On \d+ % of the plane|[1-9]\d* of 64 pixels differ/.test(caption) ||
  new Set(layout.shapes?.map(({ x0 }) => x0)).size > 1;

test("most exercises have pictures, from all five lectures", () => {
  expect(PICTURED.length).toBeGreaterThanOrEqual(35);
  const chapters = new Set(PICTURED.map(({ number }) => number.split(".")[0]));
  expect([...chapters].sort()).toEqual(["1", "2", "3", "4", "5"]);
});

describe.each(PICTURED)("$number $id", (exercise) => {
  const drawn = exercise.wrongAnswers.flatMap(({ answers }) =>
    picturesOf(exercise, answers).map((picture) => ({ picture, names: Object.keys(answers) })),
  );

  test("each function with a picture has a known slip that it shows", () => {
    expect(Object.keys(exercise.reference)).toEqual(
      expect.arrayContaining(Object.keys(exercise.pictures ?? {})),
    );
    const covered = new Set(drawn.flatMap(({ names }) => names));
    expect(Object.keys(exercise.pictures ?? {}).filter((name) => !covered.has(name))).toEqual([]);
  });

  test("its pictures are well formed, legible without colour, and show a difference", () => {
    for (const { picture } of drawn) {
      const svg = readXml(renderSvg(picture));
      expect(textOf(all(svg, "desc")[0]!)).toBe(picture.caption);
      expect(svg.attributes["width"]).toBe("540");
      expect(picture.caption.length).toBeGreaterThan(60);
      expect(picture.caption).not.toMatch(/undefined|NaN|\[object|<i>/);
      const [own, want] = sidesOf(picture);
      const isSame = own === undefined || want === undefined || shown(own) === shown(want);
      expect(!isSame || differsOtherwise(picture)).toBe(true);
    }
  });

  test("right answers, however written, get none", () => {
    for (const answers of [exercise.reference, ...exercise.rightAnswers]) {
      expect(picturesOf(exercise, answers)).toEqual([]);
    }
  });
});
