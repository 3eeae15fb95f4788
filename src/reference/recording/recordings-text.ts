/** The reference, recorded: the comparison with the recordings as text, a few lines each. */
import { share } from "../compare-function.js";
import type { RecordingReport } from "../report.js";

/** A heading and a paragraph a recording; empty if there is none. */
export function recordingsText(reports: readonly RecordingReport[]): string {
  if (reports.length === 0) return "";
  return ["Recordings", ...reports.map(recordingText)].join("\n");
}

function recordingText(report: RecordingReport): string {
  const { backend, device, versions, date, functions, stale } = report;
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const agreeing = functions.filter(({ verdict }) => verdict === "agrees").length;
  const cases = functions.reduce((total, f) => total + f.cases, 0);
  const lines = [
    `${backend} on ${device} (${names.join(", ")}), recorded ${date}:`,
    `  ${agreeing} of ${functions.length} functions agree in ${cases} cases${nearest(report)}`,
    ...functions.flatMap(({ name, message }) => (message ? [`  ${name} differs ${message}`] : [])),
    ...(stale === null ? [] : [`  ${stale}`]),
  ];
  return lines.join("\n");
}

/** The function that uses up most of its tolerance: how far the worst is from failing. */
function nearest({ functions }: RecordingReport): string {
  const [first, ...rest] = functions;
  if (first === undefined) return "";
  const worst = rest.reduce((a, b) => (share(b.largest) > share(a.largest) ? b : a), first);
  const percent = Math.round(100 * share(worst.largest));
  const off = worst.largest.off.toExponential(1);
  return `; nearest its tolerance is ${worst.name}, off by ${off}, ${percent} % of what is allowed`;
}
