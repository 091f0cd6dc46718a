import { scaleLinear } from "d3-scale";
import { formatNumber } from "../model/formatNumber";
import { bowlLoss, type LossBowl } from "../trace/lossBowl";
import { type ChartBox, type ChartMarks, chartLabel, dotPath, type MovingMarks, round } from "./chartMarks";
import { contoursOf, type PlaneScale, trenchPath } from "./contours";
import { learnMomentAt } from "./learnMoment";
import type { PathMark } from "./marks";
import {
  arrowPath,
  away,
  type Point,
  pointAt,
  pointsOf,
  type WeightPath,
  wayOf,
  wayPath,
  wayPaths,
} from "./weightPath";

/** The square of weights on screen. */
export interface Domain {
  readonly middle: Point;
  /** From the middle to each side. */
  readonly half: number;
}

export interface SurfaceRuns {
  readonly path: WeightPath;
  readonly other: WeightPath | null;
  /** What the two weights are called. */
  readonly names: readonly [string, string];
}

export interface LossSurface {
  readonly bowl: LossBowl;
  readonly runs: SurfaceRuns;
  readonly domain: Domain;
  readonly plane: PlaneScale;
  /** The weights under a pixel. */
  readonly weightsAt: (x: number, y: number) => Point;
  /** The updates whose points draw the way. */
  readonly way: readonly number[];
  readonly marks: ChartMarks;
}

/** A path may leave the picture: it shows so many times the way from the start to the least loss. */
const REACH = 2;
/** Halves of a domain, so that small moves of the start leave it as it is. */
const HALVES = [1, 1.5, 2, 3, 4, 6, 8];

/** The domain that shows the least loss, the start and, within reach, the paths. */
export function domainOf({ minimum, axes }: LossBowl, { path, other }: SurfaceRuns): Domain {
  const start = pointAt(path, 0);
  const trench = axes[0].flat;
  // In a trench nothing is special about one place of the line, so the origin stays in sight.
  const middle: Point = trench ? [0, 0] : [tidy(minimum[0]), tidy(minimum[1])];
  const away = (point: Point) =>
    Math.max(...point.map((value, i) => Math.abs(value - (middle[i] as number))));
  const near = Math.max(away(start), away(minimum)) || 1;
  const points = [...pointsOf(path), ...(other ? pointsOf(other) : [])].filter((point) =>
    point.every(Number.isFinite),
  );
  const far = points.reduce((most, point) => Math.max(most, Math.min(away(point), REACH * near)), near);
  const size = 10 ** Math.floor(Math.log10(far * 1.15));
  const half = HALVES.map((each) => each * size).find((each) => each >= far * 1.15) ?? 10 * size;
  return { middle, half };
}

/** Contours, axes and the ways of the runs over them. */
export function lossSurfaceOf(bowl: LossBowl, runs: SurfaceRuns, domain: Domain, box: ChartBox): LossSurface {
  const { em } = box;
  const [left, top] = [3.25 * em, 1.75 * em];
  const side = Math.max(2 * em, Math.min(box.width - left - 0.75 * em, box.height - top - 3.25 * em));
  const { middle, half } = domain;
  const across = scaleLinear([middle[0] - half, middle[0] + half], [left, left + side]);
  const up = scaleLinear([middle[1] - half, middle[1] + half], [top + side, top]);
  const plane = { x: across, y: up, unit: side / (2 * half) };
  const corners = [-half, half].flatMap((a) =>
    [-half, half].map((b): Point => [middle[0] + a, middle[1] + b]),
  );
  const highest = Math.max(...corners.map((corner) => bowlLoss(bowl, corner)));
  const contours = contoursOf(bowl, plane, highest);
  const trench = trenchPath(bowl, plane);
  const inside = ([x, y]: readonly [number, number]) =>
    x > left + em && x < left + side - em && y > top + em && y < top + side - em;
  // Where descent doesn't come from.
  const end = plane.y(pointAt(runs.path, 0)[1]) < plane.y(bowl.minimum[1]) ? 1 : 0;
  const numbered = spacedOut(
    contours.map(({ loss, ends }) => ({ loss, at: ends[end] })).filter(({ at }) => inside(at)),
    1.3 * em,
  );
  const least = [plane.x(bowl.minimum[0]), plane.y(bowl.minimum[1])] as const;
  const [acrossTicks, upTicks] = [across.ticks(5), up.ticks(5)];
  const bottom = top + side;
  const marks: ChartMarks = {
    box,
    plot: { x: left, y: top, width: side, height: side },
    clipped: [
      ...contours.toReversed().map(
        ({ loss, d }): PathMark => ({
          key: `contour ${loss}`,
          className: bowl.axes[0].flat ? "contour open" : "contour",
          d,
        }),
      ),
      ...(trench ? [{ key: "trench", className: "trench", d: trench }] : []),
      ...(runs.other ? wayPaths("other", runs.other, plane) : []),
      ...wayPaths("run", runs.path, plane),
      ...(trench || bowl.axes[1].flat
        ? []
        : [{ key: "least", className: "least", d: crossPath(...least, 5) }]),
    ],
    paths: [
      {
        key: "ticks",
        className: "axis",
        d: [
          `M${left} ${top}h${round(side)}v${round(side)}H${left}z`,
          ...acrossTicks.map((tick) => `M${round(across(tick))} ${round(bottom)}v4`),
          ...upTicks.map((tick) => `M${left} ${round(up(tick))}h-4`),
        ].join(""),
      },
    ],
    labels: [
      ...numbered.map(({ loss, at: [x, y] }) =>
        chartLabel(`contour ${loss}`, x, y, "middle", "contour-loss", formatNumber(loss)),
      ),
      ...acrossTicks.map((tick) =>
        chartLabel(`across ${tick}`, across(tick), bottom + em, "middle", "tick", formatNumber(tick)),
      ),
      ...upTicks.map((tick) =>
        chartLabel(`up ${tick}`, left - 0.6 * em, up(tick), "end", "tick", formatNumber(tick)),
      ),
      chartLabel("first", left + side, bottom + 2.4 * em, "end", "weight", `${runs.names[0]} →`),
      chartLabel("second", left, 0.85 * em, "start", "weight", `↑ ${runs.names[1]}`),
    ],
  };
  return {
    bowl,
    runs,
    domain,
    plane,
    weightsAt: (x, y) => [across.invert(x), up.invert(y)],
    way: wayOf(runs.path, plane),
    marks,
  };
}

/** Where the weights stand, the way behind them, and the next update as an arrow. They move while they are updated. */
export function surfacePointAt(surface: LossSurface, position: number): MovingMarks & { readonly at: Point } {
  const { path } = surface.runs;
  const done = path.length / 2 - 1;
  const { update, part, progress } = learnMomentAt(Math.min(position, done), done);
  const [from, to] = [pointAt(path, update), pointAt(path, Math.min(update + 1, done))];
  const share = part === "update" ? progress : 0;
  const between = (i: 0 | 1) => from[i] + share * (to[i] - from[i]);
  const at: Point = share === 0 ? from : [between(0), between(1)];
  const [x, y, hidden] = placed(surface, at);
  const [fromX, fromY, toX, toY] = [at, to].flatMap(([first, second]) => [
    away(surface.plane.x(first)),
    away(surface.plane.y(second)),
  ]) as [number, number, number, number];
  const behind = [...surface.way.filter((t) => t <= update).map((t) => pointAt(path, t)), at];
  return {
    at,
    clipped: [
      { key: "behind", className: "way behind", d: wayPath(behind, surface.plane) },
      { key: "next", className: "next", d: arrowPath(fromX, fromY, toX, toY) },
    ],
    paths: [{ key: "point", className: hidden ? "point outside" : "point", d: dotPath(x, y, 6) }],
    labels: [],
  };
}

/** In pixels, kept at the side of the picture where it lies outside. */
function placed({ plane, marks }: LossSurface, [first, second]: Point): readonly [number, number, boolean] {
  const { x: left, y: top, width, height } = marks.plot;
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  const [x, y] = [away(plane.x(first)), away(plane.y(second))];
  const [inX, inY] = [within(x, left, left + width), within(y, top, top + height)];
  return [inX, inY, inX !== x || inY !== y];
}

function crossPath(x: number, y: number, arm: number): string {
  return `M${round(x - arm)} ${round(y)}h${2 * arm}M${round(x)} ${round(y - arm)}v${2 * arm}`;
}

/** A tenth of the number's own size is exact enough for a picture's middle. */
function tidy(value: number): number {
  return Number(value.toPrecision(2));
}

/** Those of the highest loss first that stay so many pixels apart. */
function spacedOut<Mark extends { readonly at: readonly [number, number] }>(
  marks: readonly Mark[],
  apart: number,
): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.toReversed()) {
    const last = kept.at(-1);
    if (!last || Math.hypot(mark.at[0] - last.at[0], mark.at[1] - last.at[1]) >= apart) kept.push(mark);
  }
  return kept;
}
