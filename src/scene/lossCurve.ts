import { line } from "d3-shape";
import { formatNumber } from "../model/formatNumber";
import { type ChartBox, type ChartMarks, chartLabel, dotPath, type MovingMarks, round } from "./chartMarks";
import { type LossScale, lossScale } from "./lossScale";
import type { LabelMark, PathMark } from "./marks";
import { type UpdateScale, updateScale } from "./updateScale";

/** The losses of the run on screen, and of another beside it. */
export interface LossRuns {
  /** With the weights of each update, 0 first. */
  readonly losses: ArrayLike<number>;
  readonly other: ArrayLike<number> | null;
  /** The update at the right end of the axis. */
  readonly last: number;
}

export interface LossCurve {
  readonly runs: LossRuns;
  readonly marks: ChartMarks;
  readonly across: UpdateScale;
  readonly up: LossScale;
}

/** Points on a curve up to which each update has a dot. */
const DOTTED = 40;

/** The loss by update on a logarithmic scale; what leaves the scale leaves through the top. */
export function lossCurveOf(runs: LossRuns, box: ChartBox): LossCurve {
  const { em } = box;
  const across = updateScale(box, runs.last);
  const [left, right] = across.range;
  const top = 2 * em;
  const floor = Math.max(top + em, box.height - 1.75 * em);
  const up = lossScale(runs.other ? [runs.losses, runs.other] : [runs.losses], top, floor, em);
  const curve = (key: string, losses: ArrayLike<number>) => curvePaths(key, losses, across, up);
  const leaving = leavingMarks(runs, across, up, top, em);
  const plot = { x: left, y: top, width: right - left, height: floor - top };
  return {
    runs,
    across,
    up,
    marks: {
      box,
      // Dots at the ends are whole, and the line may be as thick at the floor as elsewhere.
      plot: { x: left - 4, y: top, width: plot.width + 8, height: plot.height + 4 },
      clipped: [...(runs.other ? curve("other", runs.other) : []), ...curve("run", runs.losses)],
      paths: [
        {
          key: "grid",
          className: "grid-line",
          d: up.ticks.map(({ y }) => `M${left} ${round(y)}H${right}`).join(""),
        },
        { key: "axis", className: "axis", d: `M${left} ${top}V${round(floor)}H${right}` },
        ...leaving.paths,
      ],
      labels: [
        ...up.ticks.map(({ y, text }) => chartLabel(`loss ${text}`, left - 0.5 * em, y, "end", "tick", text)),
        ...across.ticks.map((tick) =>
          chartLabel(`update ${tick}`, across.x(tick), floor + em, "middle", "tick", formatNumber(tick)),
        ),
        ...leaving.labels,
      ],
    },
  };
}

/** Where time stands on the curve; between two updates on the straight line between their points. */
export function lossPointAt({ runs, across, up, marks }: LossCurve, position: number): MovingMarks {
  const { losses } = runs;
  const done = losses.length - 1;
  if (done < 0) return { clipped: [], paths: [], labels: [] };
  const at = Math.min(Math.max(position, 0), done);
  const [from, to] = [Math.floor(at), Math.min(Math.floor(at) + 1, done)];
  const [low, high] = [up.y(losses[from] as number), up.y(losses[to] as number)];
  const { y: top, height } = marks.plot;
  const x = round(across.x(at));
  const y = round(Math.max(top, low + (high - low) * (at - from)));
  return {
    clipped: [],
    paths: [
      { key: "now", className: "now", d: `M${x} ${top}V${round(top + height - 4)}` },
      { key: "point", className: "point", d: dotPath(x, y, 5) },
    ],
    labels: [],
  };
}

/** The first update whose loss is past the scale; −1 where none is. */
export function leavesAt(losses: ArrayLike<number>, up: LossScale): number {
  return Array.from(losses).findIndex((loss) => up.leaves(loss));
}

function curvePaths(key: string, losses: ArrayLike<number>, across: UpdateScale, up: LossScale): PathMark[] {
  const [left, right] = across.range;
  const shown = thinned(losses, Math.ceil(right - left));
  const [x, y] = [(t: number) => round(across.x(t)), (t: number) => round(up.y(losses[t] as number))];
  const dots = losses.length > DOTTED ? [] : shown;
  return [
    { key, className: `curve ${key}`, d: line<number>(x, y)(shown) ?? "" },
    { key: `${key} dots`, className: `dots ${key}`, d: dots.map((t) => dotPath(x(t), y(t), 2)).join("") },
  ];
}

/** The updates to be drawn: all of few; of many, each pixel's least and largest loss. */
function thinned(losses: ArrayLike<number>, pixels: number): number[] {
  const count = losses.length;
  if (count <= 3 * pixels) return Array.from({ length: count }, (_, t) => t);
  const kept = new Set([0, count - 1]);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = Math.floor((pixel * count) / pixels);
    const end = Math.floor(((pixel + 1) * count) / pixels);
    let [least, most] = [from, from];
    for (let t = from; t < end; t++) {
      if ((losses[t] as number) < (losses[least] as number)) least = t;
      if (!((losses[t] as number) <= (losses[most] as number))) most = t;
    }
    kept.add(least).add(most);
  }
  return [...kept].sort((a, b) => a - b);
}

/** An arrow where the curve goes out of sight, and how large the loss is in the end. */
function leavingMarks(
  { losses }: LossRuns,
  across: UpdateScale,
  up: LossScale,
  top: number,
  em: number,
): { readonly paths: readonly PathMark[]; readonly labels: readonly LabelMark[] } {
  const at = leavesAt(losses, up);
  if (at < 0) return { paths: [], labels: [] };
  const before = Math.max(0, at - 1);
  const [from, to] = [up.y(losses[before] as number), up.y(losses[at] as number)];
  const share = at > 0 ? (from - top) / (from - to) : 0;
  const x = round(across.x(before + share));
  const [half, height] = [round(0.35 * em), round(0.6 * em)];
  const last = losses.length - 1;
  const loss = losses[last] as number;
  const isRight = x > (across.range[0] + across.range[1]) / 2;
  return {
    paths: [
      { key: "leaves", className: "leaves", d: `M${x - half} ${top}h${2 * half}l${-half} ${-height}z` },
    ],
    labels: [
      {
        key: "leaves",
        x: round(isRight ? x - 0.7 * em : x + 0.7 * em),
        y: round(0.85 * em),
        anchor: isRight ? "end" : "start",
        className: "left",
        parts: [
          {
            message: "learnChart.leaves",
            values: { update: last, loss: Number.isFinite(loss) ? formatNumber(loss) : "∞" },
          },
        ],
      },
    ],
  };
}
