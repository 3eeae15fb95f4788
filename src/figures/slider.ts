/** Figures: sliders that need no kernel; each stop shows a frame that travels with the figure. */
import type { ButtonRow, Slider, SliderStep } from "./layout.js";
import { FAINT, INK, MUTED, PAPER, SKY } from "./palette.js";
import { TEXT_SIZE } from "./style.js";

/** What a figure decides about its slider. */
export interface SliderOptions {
  /** Text before the current value, as in "w = ". */
  readonly prefix: string;
  readonly suffix?: string;
  /** Label of each stop, in order … */
  readonly labels: readonly string[];
  /** … and the name of the frame it shows. */
  readonly frames: readonly string[];
  /** The stop it starts at, counted from 0. */
  readonly active: number;
  /** Left end and length, as parts of the drawing's width. */
  readonly x?: number;
  readonly len?: number;
  /** Room above in pixels, for the axis title. */
  readonly above?: number;
}

/** A slider in the house style. */
export function houseSlider(options: SliderOptions): Slider {
  const { prefix, suffix = "", labels, frames, active, x = 0, len = 1, above = 50 } = options;
  return {
    active,
    steps: labels.map((label, i) => stop(label, frames[i]!)),
    currentvalue: { prefix, suffix, font: { size: TEXT_SIZE, color: INK }, xanchor: "left" },
    x,
    len,
    pad: { t: above, b: 0 },
    ticklen: 4,
    minorticklen: 0,
    font: { size: 12, color: MUTED },
    bgcolor: PAPER,
    bordercolor: FAINT,
    activebgcolor: SKY,
  };
}

function stop(label: string, frame: string): SliderStep {
  const how = {
    mode: "immediate",
    frame: { duration: 0, redraw: true },
    transition: { duration: 0 },
  } as const;
  return { label, method: "animate", args: [[frame], how] };
}

/** What a figure decides about its play button. */
export interface PlayOptions {
  /** Names of the frames, in the order in which they are played. */
  readonly frames: readonly string[];
  /** Milliseconds a frame; 500 if absent. */
  readonly duration?: number;
  /** Right end of the buttons, a part of the drawing's width; 1 if absent. */
  readonly x?: number;
  /** Room above in pixels, the same as the slider's. */
  readonly above?: number;
}

/**
 * Play and pause in the house style, above the right end of a slider that shows the same frames and
 * follows: `layout: { sliders: [houseSlider(…)], updatemenus: [playButton({ frames })] }`.
 */
export function playButton(options: PlayOptions): ButtonRow {
  const { frames, duration = 500, x = 1, above = 50 } = options;
  const transition = { duration: 0 } as const;
  const play = { mode: "immediate", fromcurrent: true, transition } as const;
  const stop = { mode: "immediate", frame: { duration: 0, redraw: false }, transition } as const;
  return {
    type: "buttons",
    direction: "left",
    showactive: false,
    buttons: [
      {
        label: "▶",
        method: "animate",
        args: [frames, { ...play, frame: { duration, redraw: true } }],
      },
      { label: "❚❚", method: "animate", args: [[null], stop] },
    ],
    x,
    xanchor: "right",
    y: 0,
    yanchor: "top",
    pad: { t: above - 14, r: 0 },
    font: { size: 12, color: INK },
    bgcolor: PAPER,
    bordercolor: FAINT,
  };
}
