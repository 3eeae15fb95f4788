/**
 * Figures: a figure is a picture and the sentence that says what it shows, as one plain JSON value
 * in Plotly's vocabulary. Nothing here draws: Plotly does where scripts run, `renderSvg` elsewhere.
 */
import { ValueError } from "../math/value-error.js";
import type { Layout } from "./layout.js";
import type { Trace, TracePatch } from "./traces.js";

/** What the traces look like at one stop of a slider. */
export interface Frame {
  readonly name: string;
  /** Positions in `data` that change … */
  readonly traces: readonly number[];
  /** … and what each of them becomes. */
  readonly data: readonly TracePatch[];
}

/** A picture with its caption. */
export interface Figure {
  /** What you see, where to look, what it shows: enough for a reader who cannot see the picture. */
  readonly caption: string;
  /** A short name for the picture; the caption's first sentence if absent. */
  readonly alt?: string;
  readonly data: readonly Trace[];
  readonly layout: Layout;
  readonly frames?: readonly Frame[];
}

/**
 * The figure itself, checked: a caption, traces, finite numbers only, and a frame for each stop of
 * each slider.
 *
 * @throws {@link ValueError} if one of these is missing
 */
export function figure(parts: Figure): Figure {
  const operation = "figure";
  if (typeof parts.caption !== "string" || parts.caption.trim() === "") {
    const rule = "a figure needs a caption";
    const hint = "Write what one sees, where to look, and what it shows.";
    throw new ValueError({ operation, rule, hint }, { caption: parts.caption });
  }
  if (parts.data.length === 0) {
    throw new ValueError({ operation, rule: "a figure draws at least one trace" }, { data: [] });
  }
  assertPlain(parts);
  assertFrames(parts);
  return parts;
}

/** JSON knows no NaN, no Infinity and no typed arrays: each would silently become something else. */
function assertPlain(parts: Figure): void {
  const found = offender(parts);
  if (found === null) return;
  const path = `figure${found.path}`;
  const number = typeof found.value === "number";
  const rule = `${path} must be ${number ? "a finite number" : "plain data"}`;
  const hint = number ? "A curve with a gap has null there." : "Array.from makes a plain list.";
  throw new ValueError({ operation: "figure", rule, hint }, { [path]: found.value });
}

/** The first value that JSON cannot hold, and the way to it. */
function offender(value: unknown): { readonly path: string; readonly value: unknown } | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : { path: "", value };
  if (ArrayBuffer.isView(value) || typeof value === "function") return { path: "", value };
  if (typeof value !== "object" || value === null) return null;
  for (const key in value) {
    const inner = offender(Reflect.get(value, key));
    if (inner !== null) return { path: `.${key}${inner.path}`, value: inner.value };
  }
  return null;
}

function assertFrames(parts: Figure): void {
  const frames = parts.frames ?? [];
  const names = new Set(frames.map((frame) => frame.name));
  for (const slider of parts.layout.sliders ?? []) {
    for (const step of slider.steps) {
      const name = step.args[0][0];
      if (!names.has(name)) {
        const rule = "each stop of a slider shows a frame of that name";
        throw new ValueError({ operation: "figure", rule }, { stop: name });
      }
    }
  }
  const played = (parts.layout.updatemenus ?? []).flatMap(({ buttons }) => buttons);
  for (const name of played.flatMap(({ args }) => args[0])) {
    if (name !== null && !names.has(name)) {
      const rule = "a play button plays frames of the figure";
      throw new ValueError({ operation: "figure", rule }, { frame: name });
    }
  }
  for (const frame of frames) {
    const known = frame.traces.every((index) => parts.data[index] !== undefined);
    if (frame.traces.length !== frame.data.length || !known) {
      const rule = `frame ${frame.name} pairs each change with a trace of the figure`;
      throw new ValueError({ operation: "figure", rule }, { traces: frame.traces });
    }
  }
}

/** A trace with what a frame changes in it; `marker` and `line` keep what the frame does not name. */
function patched(trace: Trace, patch: TracePatch): Trace {
  const whole: Record<string, unknown> = { ...trace };
  for (const [key, value] of Object.entries(patch)) {
    const old = whole[key];
    whole[key] = isGroup(old) && isGroup(value) ? { ...old, ...value } : value;
  }
  return whole as unknown as Trace;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The figure as its sliders stand at first: the active frames applied, ready for a still picture. */
export function activeFrame(whole: Figure): Figure {
  const frames = new Map((whole.frames ?? []).map((frame) => [frame.name, frame]));
  const data = [...whole.data];
  for (const slider of whole.layout.sliders ?? []) {
    const frame = frames.get(slider.steps[slider.active]?.args[0][0] ?? "");
    frame?.traces.forEach((index, k) => {
      data[index] = patched(data[index]!, frame.data[k]!);
    });
  }
  return { ...whole, data };
}
