/**
 * Chapter 4, optimizers: what all of them are. A pair of functions, `init` and `update`; the
 * reader finds here how one update rule for the entries of an array becomes such a pair.
 *
 * w parameters, g = ∂J/∂w, η learning rate, t = 1, 2, 3 … the number of the update.
 */
import { assertNotNegative } from "../ranges.js";
import { type Schedule, toSchedule } from "../schedules.js";
import { ShapeError, sameShape } from "../shape.js";
import { Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";

/** Parameters, or their gradients: a list of tensors, or tensors by name. */
export type ParameterTensors = readonly Tensor[] | Readonly<Record<string, Tensor>>;

/** What an optimizer carries from one update to the next. */
export interface OptimizerState<P extends ParameterTensors = ParameterTensors> {
  /** Updates made so far. Only `updateInPlace` ever changes it. */
  step: number;
  /** What the rule remembers of each parameter, by its letter: momentum's a, Adam's m and v. */
  readonly memory: Readonly<Record<string, P>>;
}

/** Parameters and state after an update. */
export interface OptimizerUpdate<P extends ParameterTensors> {
  readonly parameters: P;
  readonly state: OptimizerState<P>;
}

/** A rule that turns gradients into better parameters. */
export interface Optimizer {
  readonly name: string;
  /** The update as text. */
  readonly formula: string;
  /**
   * The state before the first update.
   *
   * @throws {@link ValueError} if there is no parameter, or one is not a tensor
   */
  readonly init: <P extends ParameterTensors>(parameters: P) => OptimizerState<P>;
  /**
   * New parameters and a new state; the arguments are not changed.
   *
   * @throws {@link ShapeError} if a gradient has not the shape of its parameter
   * @throws {@link ValueError} if a gradient is missing, NaN or infinite
   */
  readonly update: <P extends ParameterTensors>(
    gradients: P,
    state: OptimizerState<P>,
    parameters: P,
  ) => OptimizerUpdate<P>;
  /**
   * The same update, written into the tensors of `parameters` and `state`: for a training loop,
   * which must not allocate. Nothing is written if an error is thrown.
   */
  readonly updateInPlace: <P extends ParameterTensors>(
    gradients: P,
    state: OptimizerState<P>,
    parameters: P,
  ) => void;
}

/** How an optimizer is made. */
export interface UpdateRule {
  readonly name: string;
  readonly formula: string;
  readonly learningRate: number | Schedule;
  /** Up to two memories of a parameter, each with the number that it starts at. */
  readonly memory: Readonly<Record<string, number>>;
  /** Update number t at rate η: change every entry of w and of the memories, in their order. */
  readonly step: (
    w: Float64Array,
    g: Float64Array,
    eta: number,
    t: number,
    first: Float64Array,
    second: Float64Array,
  ) => void;
}

const NONE = new Float64Array(0);

/** The pair of functions that an update rule stands for. */
export function optimizer(rule: UpdateRule): Optimizer {
  const rateAt = toSchedule(rule.name, rule.learningRate);
  const letters = Object.keys(rule.memory);
  const [first = "", second = ""] = letters;

  const updateInPlace: Optimizer["updateInPlace"] = (gradients, state, parameters) => {
    assertGradients(rule.name, gradients, parameters);
    const eta = assertNotNegative(rule.name, "learningRate", rateAt(state.step));
    state.step += 1;
    const memoryOf = (letter: string, name: string): Float64Array =>
      letter === "" ? NONE : byName(state.memory[letter]!)[name]!.data;
    for (const name of Object.keys(parameters)) {
      const [w, g] = [byName(parameters)[name]!.data, byName(gradients)[name]!.data];
      rule.step(w, g, eta, state.step, memoryOf(first, name), memoryOf(second, name));
    }
  };

  return {
    name: rule.name,
    formula: rule.formula,
    init: (parameters) => {
      assertParameters(rule.name, parameters);
      const filled = (start: number) =>
        mapTensors(parameters, ({ shape, size }) => {
          return new Tensor(shape, new Float64Array(size).fill(start));
        });
      const memory = letters.map((letter) => [letter, filled(rule.memory[letter]!)] as const);
      return { step: 0, memory: Object.fromEntries(memory) };
    },
    update: (gradients, state, parameters) => {
      const memory = Object.entries(state.memory).map(([letter, kept]) => [letter, copy(kept)]);
      const next = {
        parameters: copy(parameters),
        state: { step: state.step, memory: Object.fromEntries(memory) as typeof state.memory },
      };
      updateInPlace(gradients, next.state, next.parameters);
      return next;
    },
    updateInPlace,
  };
}

/** A list is read by its indices, as if they were names. */
function byName(tensors: ParameterTensors): Readonly<Record<string, Tensor>> {
  return tensors as Readonly<Record<string, Tensor>>;
}

function copy<P extends ParameterTensors>(tensors: P): P {
  return mapTensors(tensors, ({ shape, data }) => new Tensor(shape, data.slice()));
}

function mapTensors<P extends ParameterTensors>(tensors: P, f: (x: Tensor) => Tensor): P {
  const mapped = Object.keys(tensors).map((name) => [name, f(byName(tensors)[name]!)] as const);
  const result = Array.isArray(tensors) ? mapped.map(([, x]) => x) : Object.fromEntries(mapped);
  return result as unknown as P;
}

function assertParameters(operation: string, parameters: ParameterTensors): void {
  if (Object.keys(parameters).length === 0) {
    const rule = "there must be at least one parameter to update";
    throw new ValueError({ operation, rule }, { parameters });
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter instanceof Tensor) continue;
    const rule = "every parameter must be a tensor";
    const hint = "Write tensor(…) around it.";
    throw new ValueError({ operation, rule, hint }, { [`parameter ${name}`]: parameter });
  }
}

function assertGradients(
  operation: string,
  gradients: ParameterTensors,
  parameters: ParameterTensors,
): void {
  for (const name of Object.keys(parameters)) {
    const [g, w] = [byName(gradients)[name], byName(parameters)[name]!];
    if (!(g instanceof Tensor)) {
      const rule = "every parameter needs its gradient, a tensor, under the same name or index";
      throw new ValueError({ operation, rule }, { [`gradient ${name}`]: g });
    }
    if (!sameShape(g.shape, w.shape)) {
      const rule = "a gradient has the shape of its parameter, as in Eq. (4.1)";
      const shapes = { [`gradient ${name}`]: g.shape, [`parameter ${name}`]: w.shape };
      throw new ShapeError({ operation, rule }, shapes);
    }
    for (let i = 0; i < g.data.length; i++) {
      if (Number.isFinite(g.data[i])) continue;
      const rule = "every entry of a gradient must be finite, or the parameters are lost";
      const hint =
        "The usual cause is a learning rate that is too big, or the log of 0 in the loss.";
      throw new ValueError(
        { operation, rule, hint },
        { [`gradient ${name}, entry ${i}`]: g.data[i] },
      );
    }
  }
}
