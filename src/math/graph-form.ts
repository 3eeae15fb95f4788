/**
 * Chapter 1, the network as a graph: units and who feeds whom. Layers are the special case in which
 * every unit reads all units of the layer before. The graph must have no cycle; with one it would be
 * a recurrent network, and "the" value of a unit would depend on time.
 */
import type { Activation } from "./activation.js";
import { add, mul } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import { primalOf } from "./operation.js";
import { ValueError } from "./value-error.js";
import { Variable } from "./variable.js";

/** A number, or one that is followed by a derivative. */
export type Scalar = number | Dual<number> | Variable<number>;

/** One unit: what it reads, with which weight, and its function. */
export interface GraphUnit {
  /** `w_{ij}` of every unit j in UP(i), by j's name. */
  readonly from: Readonly<Record<string, Scalar>>;
  /** The bias, the weight of an input that is always 1; 0 if left out. */
  readonly bias?: Scalar;
  /** f. */
  readonly f: Activation;
}

/** A network: its units by name. Names that are read but are no unit are inputs. */
export type NetworkGraph = Readonly<Record<string, GraphUnit>>;

/** What a unit computed. */
export interface UnitState {
  /** Weighted sum `sᵢ`. */
  readonly s: Scalar;
  /** Output `zᵢ = f(sᵢ)`. */
  readonly z: Scalar;
}

/**
 * Every unit of a network: `sᵢ = Σ_{j ∈ UP(i)} w_{ij} z_j`, `zᵢ = f(sᵢ)`, Eq. (1.18), each after all
 * that it reads.
 *
 * @param graph - the units; the order in which they are listed does not matter
 * @param inputs - a value for every input
 * @returns s and z by unit, in the order in which they were computed
 * @throws {@link ValueError} if the graph has a cycle, which is named, or an input is missing, or
 *   has the name of a unit
 *
 * @example
 * const graph = { y: { from: { h: 3, x: -1 }, f: linear }, h: { from: { x: 2 }, f: relu } };
 * evaluateGraph(graph, { x: 5 }).y; // => { s: 25, z: 25 }
 */
export function evaluateGraph(
  graph: NetworkGraph,
  inputs: Readonly<Record<string, Scalar>>,
): Readonly<Record<string, UnitState>> {
  const order = unitOrder(graph);
  assertInputs(graph, inputs);
  const values = new Map<string, Scalar>(Object.entries(inputs));
  const states: Record<string, UnitState> = {};
  for (const name of order) {
    const { from, bias = 0, f } = graph[name]!;
    const s = Object.entries(from).reduce(
      (sum, [source, w]) => add(sum, mul(w, values.get(source)!) as Scalar) as Scalar,
      bias,
    );
    const z = f(s);
    values.set(name, z);
    states[name] = { s, z };
  }
  return states;
}

/**
 * The units in an order in which each comes after all that it reads (a topological order).
 *
 * @throws {@link ValueError} if there is a cycle; it names the units on it
 *
 * @example
 * unitOrder({ y: { from: { h: 1 }, f: relu }, h: { from: { x: 1 }, f: relu } }); // => ["h", "y"]
 */
export function unitOrder(graph: NetworkGraph): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  // The way from a unit up to what it waits for, kept here and not on the language's own stack.
  for (const start of Object.keys(graph)) {
    const path = done.has(start) ? [] : [waiting(graph, start)];
    const onPath = new Set(path.map(({ name }) => name));
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const source = top.sources.pop();
      if (source === undefined) {
        order.push(top.name);
        done.add(top.name);
        onPath.delete(top.name);
        path.pop();
      } else if (onPath.has(source)) {
        throw cycle([...path.map(({ name }) => name), source]);
      } else if (!done.has(source) && isUnit(graph, source)) {
        path.push(waiting(graph, source));
        onPath.add(source);
      }
    }
  }
  return order;
}

function waiting(graph: NetworkGraph, name: string): { name: string; sources: string[] } {
  return { name, sources: Object.keys(graph[name]!.from).reverse() };
}

function isUnit(graph: NetworkGraph, name: string): boolean {
  return Object.hasOwn(graph, name);
}

/** The names run against the signal, from a unit to what it reads; the message runs with it. */
function cycle(names: readonly string[]): ValueError {
  const last = names.at(-1)!;
  const around = names.slice(names.indexOf(last)).reverse();
  const rule = "the graph of a network has no cycle, Eq. (1.18)";
  const hint = "A unit that feeds itself, even through others, makes a recurrent network.";
  return new ValueError({ operation: "unitOrder", rule, hint }, { "a cycle": around.join(" → ") });
}

function assertInputs(graph: NetworkGraph, inputs: Readonly<Record<string, Scalar>>): void {
  const operation = "evaluateGraph";
  const read = Object.values(graph).flatMap(({ from }) => Object.keys(from));
  const needed = [...new Set(read)].filter((name) => !isUnit(graph, name));
  const missing = needed.find((name) => !Object.hasOwn(inputs, name));
  if (missing !== undefined) {
    const rule = "every name that is read is a unit or an input, Eq. (1.18)";
    throw new ValueError({ operation, rule }, { unknown: missing, inputs: Object.keys(inputs) });
  }
  for (const [name, value] of Object.entries(inputs)) {
    if (isUnit(graph, name)) {
      const rule = "an input cannot have the name of a unit";
      throw new ValueError({ operation, rule }, { input: name });
    }
    const plain: unknown = value instanceof Variable ? value.value : primalOf(value);
    if (typeof plain !== "number" || Number.isNaN(plain)) {
      throw new ValueError({ operation, rule: "an input is a number" }, { [name]: value });
    }
  }
}
