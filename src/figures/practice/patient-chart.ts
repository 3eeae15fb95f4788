/** Chapter 5, practice: the chart of a training, with all that its monitors saw. */
import { ValueError } from "../../math/value-error.js";
import type { Figure } from "../figure.js";
import { numberText } from "../numbers.js";
import { stackedCurves } from "./stacked-curves.js";

const CALL = "patientChart";
/** Losses beyond this are drawn in powers of ten. */
const WILD = 30;

/** What was measured at one epoch. */
export interface ChartEntry {
  readonly epoch: number;
  readonly trainingLoss: number;
  readonly validationLoss: number;
  readonly trainingAccuracy: number;
  readonly validationAccuracy: number;
  readonly weightNorm: number;
  readonly gradientNorm: number;
  readonly deadShare: number;
}

/** What {@link patientChart} draws. */
export interface PatientChartOptions {
  /** In the order of the epochs, the first one before any update. */
  readonly checkups: readonly ChartEntry[];
  /** Loss of each step; as many a epoch as another. */
  readonly stepLosses?: readonly number[];
  /** How many epochs there were to be; as many as there are if absent. */
  readonly epochs?: number;
  /** What it is called, as in "Patient 3". */
  readonly title: string;
}

/**
 * A training in three panels: losses; accuracies with the share of dead hidden units; norms of the
 * weights and of the gradient. Norms are in powers of ten, and so are losses where one is above 30.
 *
 * @throws {@link ValueError} if there is no entry
 *
 * @example
 * const entry = { epoch: 0, trainingLoss: 2, validationLoss: 2, trainingAccuracy: 0.1, validationAccuracy: 0.1, weightNorm: 8, gradientNorm: 1, deadShare: 0 };
 * patientChart({ checkups: [entry], title: "Patient 0" }).alt; // => "Patient 0: losses, accuracies and norms"
 */
export function patientChart(options: PatientChartOptions): Figure {
  const { checkups, stepLosses = [], title } = options;
  const last = checkups.at(-1);
  if (last === undefined) {
    const rule = "a chart has at least one entry";
    throw new ValueError({ operation: CALL, rule }, { checkups });
  }
  const x = checkups.map(({ epoch }) => epoch);
  const y = (name: keyof ChartEntry): number[] => checkups.map((entry) => entry[name]);
  const perEpoch = last.epoch === 0 ? 1 : stepLosses.length / last.epoch;
  const steps = {
    name: "one step",
    x: stepLosses.map((_, step) => step / perEpoch),
    y: stepLosses.map((loss) => Math.max(loss, 1e-3)),
    isBackground: true,
  } as const;
  const losses = [...y("trainingLoss"), ...y("validationLoss"), ...stepLosses];
  const isWild = losses.some((loss) => loss > WILD);
  return stackedCurves({
    panels: [
      {
        title: "loss",
        ...(isWild ? { log: true as const } : {}),
        series: [
          steps,
          { name: "training", x, y: y("trainingLoss") },
          { name: "validation", x, y: y("validationLoss") },
        ],
      },
      {
        title: "share",
        range: [-0.04, 1.04],
        series: [
          { name: "right, train.", x, y: y("trainingAccuracy") },
          { name: "right, valid.", x, y: y("validationAccuracy") },
          { name: "dead units", x, y: y("deadShare") },
        ],
      },
      {
        title: "norm",
        log: true,
        series: [
          { name: "gradient", x, y: y("gradientNorm") },
          { name: "weights", x, y: y("weightNorm") },
        ],
      },
    ],
    xLabel: "epoch",
    xRange: [0, Math.max(1, options.epochs ?? last.epoch)],
    height: 620,
    alt: `${title}: losses, accuracies and norms`,
    caption: captionOf(title, checkups[0]!, last, { hasSteps: stepLosses.length > 0, isWild }),
  });
}

function captionOf(
  title: string,
  first: ChartEntry,
  last: ChartEntry,
  { hasSteps, isWild }: { readonly hasSteps: boolean; readonly isWild: boolean },
): string {
  const path = (name: keyof ChartEntry): string =>
    `${numberText(first[name])} to ${numberText(last[name])}`;
  const steps = hasSteps ? "; the pale line is the loss of each single step" : "";
  return (
    `${title}, from before the first update to epoch ${last.epoch}. Above${isWild ? ", in powers of ten" : ""}: the training loss goes from ${path("trainingLoss")}, ` +
    `the validation loss from ${path("validationLoss")}${steps}. Middle: the share of right answers goes from ${path("trainingAccuracy")} ` +
    `on training data and from ${path("validationAccuracy")} on validation data; the share of hidden units that are dead, from ${path("deadShare")}. ` +
    `Below, in powers of ten: the norm of the weights goes from ${path("weightNorm")}, that of the gradient from ${path("gradientNorm")}.`
  );
}
