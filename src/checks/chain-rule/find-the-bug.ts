/** Chapter 3, exercise 3.6: four backward walks, three of them sick, and one of one's own. */
import { CheckStopped } from "../../grading/answers.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { fail, PASS } from "../../grading/verdict.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";
import { ANCHOR, adjoints, type Edge, edgeGraphs } from "./graphs.js";

type Edges = readonly Edge[];

const WORDS = ["overwrites", "does not wait", "forgets the adjoint", "healthy"] as const;
const DIAGNOSIS = {
  A: "overwrites",
  B: "does not wait",
  C: "forgets the adjoint",
  D: "healthy",
} as const;
type Program = keyof typeof DIAGNOSIS;

/** A walk from the last node to the first; `hear` is what an operand makes of what it is told. */
const walk =
  (hear: (before: number, slope: number, adjoint: number) => number, seed = 1) =>
  (count: number, edges: Edges): number[] => {
    const found = Array.from({ length: count }, (_, i) => (i === count - 1 ? seed : 0));
    for (let node = count - 1; node >= 0; node--) {
      for (const { reader, operand, slope } of edges) {
        if (reader === node) found[operand] = hear(found[operand]!, slope, found[node]!);
      }
    }
    return found;
  };
const inListOrder = (count: number, edges: Edges): number[] => {
  const found = Array.from({ length: count }, (_, i) => (i === count - 1 ? 1 : 0));
  for (const { reader, operand, slope } of edges) found[operand]! += slope * found[reader]!;
  return found;
};
const hurry = (count: number, edges: Edges): number[] => {
  const found = Array.from({ length: count }, (_, i) => (i === count - 1 ? 1 : 0));
  const tell = (node: number): void => {
    const own = edges.filter(({ reader }) => reader === node);
    for (const { operand, slope } of own) found[operand]! += slope * found[node]!;
    for (const { operand } of own) tell(operand);
  };
  tell(count - 1);
  return found;
};

function diagnosed(program: Program): Check {
  return {
    name: `diagnosis: program ${program}`,
    points: 1,
    run: (answers) => {
      const given = answers.call("diagnosis");
      const word: unknown =
        typeof given === "object" && given !== null && program in given
          ? (given as Record<string, unknown>)[program]
          : undefined;
      if (!WORDS.some((known) => known === word)) {
        const list = WORDS.map((known) => `"${known}"`).join(", ");
        throw new CheckStopped(fail(`diagnosis() has no word for ${program}: one of ${list}.`));
      }
      if (word === DIAGNOSIS[program]) return PASS;
      return fail(
        `Program ${program} is not "${String(word)}". Run it on the chain and on the graph of the text, and compare with your backward node by node, from the output down.`,
      );
    },
  };
}

const deep = Array.from({ length: 58 }, (_, k): Edge[] => [
  { reader: k + 2, operand: k + 1, slope: 1 },
  { reader: k + 2, operand: 0, slope: 1 },
]).flat();

/** Order and addition, on a graph whose edges stand in any order. */
export const findTheBugExercise: Exercise = {
  id: "chain-rule/find-the-bug",
  number: "3.6",
  title: "Find the bug: overwrite or accumulate",
  kind: "find the bug",
  syllabus: ["B5", "B9"],
  equations: ["3.8", "3.12"],
  reference: { diagnosis: () => DIAGNOSIS, backward: adjoints },
  hints: [
    "Give each program two graphs: a chain, in which every value has one reader, and the graph of the text. A program that is wrong on the chain has another illness than one that is right there.",
    "Eq. (3.8): the adjoint of a value is a *sum* over its readers. Eq. (3.12): what a reader hands down is its own adjoint times the local slope, so its own adjoint must be complete before. `edges` has one record an edge, the result has the shape [count].",
    "```ts\nfunction backward(count: number, edges: readonly Edge[]): number[] {\n  const adjoint = new Array<number>(count).fill(0);\n  adjoint[count - 1] = …;                        // ∂y/∂y\n  for (let node = count - 1; node >= 0; node--) {  // why from the end?\n    for (const edge of edges) {\n      if (edge.reader !== node) continue;\n      adjoint[edge.operand] …;                   // add, do not replace\n    }\n  }\n  return adjoint;\n}\n```",
  ],
  why: "Two rules make the walk right: add up what the readers say, and let no node speak before all its readers have spoken. Break one of them and nothing crashes; on a chain both sick programs are even right. That is why this bug can live in a program for months.",
  checks: [
    workedByHand({
      name: "backward: a chain, and a value that is read twice",
      points: 1,
      answer: "backward",
      cases: [
        { args: [1, []], want: [1], byHand: "only the output, ∂y/∂y = 1" },
        {
          args: [
            3,
            [
              { reader: 2, operand: 1, slope: 5 },
              { reader: 1, operand: 0, slope: 2 },
            ],
          ],
          want: [10, 5, 1],
          byHand: "1, then 5·1, then 2·5",
        },
        {
          args: [
            2,
            [
              { reader: 1, operand: 0, slope: 3 },
              { reader: 1, operand: 0, slope: 4 },
            ],
          ],
          want: [7, 1],
          byHand: "two roads to node 0: 3 + 4",
        },
      ],
    }),
    workedByHand({
      name: "backward: the graph of the lecture, its edges in two orders",
      points: 1,
      answer: "backward",
      cases: [
        {
          args: [7, ANCHOR],
          want: [25, 19, 7, 6, 1, 1, 1],
          byHand: "c hears 6 and 1, d hears 5 and 1; a hears 1·7 and 3·6, b hears 1·7 and 2·6",
        },
        {
          args: [7, [...ANCHOR].reverse()],
          want: [25, 19, 7, 6, 1, 1, 1],
          byHand: "the same graph: the order of the list says nothing",
        },
      ],
    }),
    agreesForAll({
      name: "backward: any graph, its edges in any order",
      points: 2,
      answer: "backward",
      library: adjoints,
      inputs: edgeGraphs,
    }),
    ...(["A", "B", "C", "D"] as const).map(diagnosed),
    {
      ...workedByHand({
        name: "backward: a loop of 58 additions",
        points: 1,
        answer: "backward",
        cases: [
          {
            args: [60, deep],
            want: adjoints(60, deep),
            byHand: "node 0 is read 58 times, and each reader has the adjoint 1",
          },
        ],
      }),
      points: 1,
      hidden: true,
    },
  ],
  wrongAnswers: [
    {
      misconception: "What a node hears last replaces what it heard before.",
      equation: "3.8",
      answers: { backward: walk((_before, slope, adjoint) => slope * adjoint) },
    },
    {
      misconception:
        "A node speaks before all its readers have spoken, and comes by again later. Who may go first?",
      equation: "3.12",
      answers: { backward: hurry },
    },
    {
      misconception:
        "The edges are taken in the order of the list. That works only if the list happens to be sorted.",
      equation: "3.12",
      answers: { backward: inListOrder },
    },
    {
      misconception:
        "Only local slopes are added: what the reader itself was told is missing as a factor.",
      equation: "3.12",
      answers: { backward: walk((before, slope) => before + slope) },
    },
    {
      misconception: "Every adjoint is 0. The walk needs a start: what is ∂y/∂y?",
      equation: "3.12",
      answers: { backward: walk((before, slope, adjoint) => before + slope * adjoint, 0) },
    },
    {
      misconception:
        "Only the output has an adjoint, and nothing arrives below. Is the start set before the walk?",
      equation: "3.12",
      answers: {
        backward: (count: number) =>
          Array.from({ length: count }, (_, i) => Number(i === count - 1)),
      },
    },
    {
      misconception: "Adjoint and local slope are added; along an edge they multiply.",
      equation: "3.12",
      answers: { backward: walk((before, slope, adjoint) => before + slope + adjoint) },
    },
    {
      misconception: "What the readers say is multiplied; different roads add.",
      equation: "3.8",
      answers: {
        backward: walk((before, slope, adjoint) => (before === 0 ? 1 : before) * slope * adjoint),
      },
    },
    {
      misconception:
        "Nobody is called sick. Two of the programs are right on every chain; try them where a value has two readers.",
      equation: "3.8",
      answers: {
        diagnosis: () => ({ A: "healthy", B: "healthy", C: "healthy", D: "healthy" }),
      },
    },
    {
      misconception:
        "Two illnesses are taken for each other: look whether a line replaces a number, or whether it comes too early.",
      equation: "3.8",
      answers: { diagnosis: () => ({ ...DIAGNOSIS, A: DIAGNOSIS.B, B: DIAGNOSIS.A }) },
    },
    {
      misconception:
        "A program that asks its readers is suspected. Reading upwards from the operand is unusual; is it wrong?",
      equation: "3.8",
      answers: { diagnosis: () => ({ ...DIAGNOSIS, D: "does not wait" }) },
    },
  ],
  rightAnswers: [
    {
      diagnosis: () => ({
        D: "healthy",
        C: "forgets the adjoint",
        B: "does not wait",
        A: "overwrites",
      }),
      backward: (count: number, edges: Edges) => {
        const sorted = [...edges].sort((a, b) => b.reader - a.reader);
        const found = new Map([[count - 1, 1]]);
        for (const { reader, operand, slope } of sorted) {
          found.set(operand, (found.get(operand) ?? 0) + slope * (found.get(reader) ?? 0));
        }
        return Array.from({ length: count }, (_, node) => found.get(node) ?? 0);
      },
    },
    {
      diagnosis: () => ({ ...DIAGNOSIS }),
      backward: (count: number, edges: Edges) => {
        const adjoint = new Array<number>(count).fill(0);
        for (let node = count - 1; node >= 0; node--) {
          const readers = edges.filter(({ operand }) => operand === node);
          const heard = readers.reduce((sum, e) => sum + adjoint[e.reader]! * e.slope, 0);
          adjoint[node] = node === count - 1 ? 1 : heard;
        }
        return adjoint;
      },
    },
  ],
  equivalentMutants: {
    "count - 1 becomes count + 1": "A walk that starts above the output meets no edge there.",
    "count - 1 becomes count": "A walk that starts above the output meets no edge there.",
    "count - 1 becomes count - 0": "A walk that starts above the output meets no edge there.",
    "node > 0 becomes node >= 0": "Node 0 is an input: it has nobody to tell.",
  },
};
