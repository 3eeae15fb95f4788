/** Chapter 1, exercise 1.13: networks as graphs of units, evaluated, and drawn for the checks. */
import fc from "fast-check";

/** Numbers by name. */
export type Values = Readonly<Record<string, number>>;
/** The weights of every unit, by the names of what it reads. */
export type Graph = Readonly<Record<string, Values>>;
/** What stands behind every sum. */
export type F = (s: number) => number;

/** A forward pass: z of every unit by its name. */
export type Forward = (graph: Graph, inputs: Values, f: F) => Values;

type Unit = (weights: Values, z: Values, f: F, s: Values) => readonly [s: number, z: number];

/** s of one unit, Eq. (1.18). */
export const unitSum = (weights: Values, z: Values): number =>
  Object.entries(weights).reduce((sum, [j, w]) => sum + w * z[j]!, 0);

/** Units that wait for each other; none if the graph has an order. */
const leftOver = (graph: Graph): string[] =>
  Object.keys(graph).reduce<string[]>(
    (waiting) => waiting.filter((i) => waiting.some((j) => Object.hasOwn(graph[i]!, j))),
    Object.keys(graph),
  );
/** Whether the units have an order. */
export const graphKind = (graph: Graph): string =>
  leftOver(graph).length === 0 ? "feedforward" : "recurrent";

/** A walk that computes what a unit reads before the unit; `unit` says what a unit makes of it. */
export const walk =
  (unit: Unit): Forward =>
  (graph: Graph, inputs: Values, f: F): Values => {
    const sums: Record<string, number> = { ...inputs };
    const z: Record<string, number> = { ...inputs };
    const compute = (i: string): void => {
      for (const j of Object.keys(graph[i]!)) if (z[j] === undefined) compute(j);
      [sums[i], z[i]] = unit(graph[i]!, z, f, sums);
    };
    for (const i of Object.keys(graph)) compute(i);
    return Object.fromEntries(Object.keys(graph).map((i) => [i, z[i]!]));
  };
/** A walk on which a unit puts out f of its sum. */
export const fromSum = (sumOf: (weights: Values, z: Values, s: Values) => number): Forward =>
  walk((weights, z, f, s) => {
    const own = sumOf(weights, z, s);
    return [own, f(own)];
  });
/** z of every unit, Eq. (1.18). */
export const graphForward: Forward = fromSum(unitSum);
/** The positive part. */
export const relu: F = (s) => Math.max(0, s);
/** A bend that needs no threshold. */
export const squared: F = (s) => s * s;
/** Small whole numbers. */
export const wholes: fc.Arbitrary<number> = fc.integer({ min: -3, max: 3 });
/** Weights other than 0. */
export const weights: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc.constant(-2),
);

/** Two inputs and two to four units, each reading some of those before it, listed in any order. */
export const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 2, max: 4 }).chain((count) => {
  const names = ["x", "y", "a", "b", "c", "d"].slice(0, count + 2);
  const unit = (i: number): fc.Arbitrary<Values> =>
    fc
      .subarray(names.slice(0, i), { minLength: 1 })
      .chain((from) => fc.record(Object.fromEntries(from.map((j) => [j, weights]))))
      .map((from) => ({ ...from }));
  return fc
    .tuple(...names.slice(2).map((name, k) => unit(k + 2).map((from) => [name, from] as const)))
    .chain((units) => fc.shuffledSubarray([...units], { minLength: count, maxLength: count }))
    .map((units): Graph => Object.fromEntries(units));
});
/** A graph, inputs for it, and its f. */
export const runs: fc.Arbitrary<[Graph, Record<string, number>, F]> = fc.tuple(
  graphs,
  fc.record({ x: wholes, y: wholes }),
  fc.constantFrom(relu, squared),
);

/** A graph, and one edge more that may close a cycle. */
export const maybeCyclic: fc.Arbitrary<readonly [Graph]> = graphs.chain((graph) => {
  const names = Object.keys(graph);
  const edge = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
  return edge.map(([i, j]): readonly [Graph] => [{ ...graph, [i]: { ...graph[i], [j]: 1 } }]);
});
