import { createChart } from "../render/chart";
import type { PartText } from "../render/paths";
import type { ChartBox } from "../scene/chartMarks";
import { type Domain, domainOf, type LossSurface, lossSurfaceOf, surfacePointAt } from "../scene/lossSurface";
import type { Point } from "../scene/weightPath";
import type { AppStore } from "../store/appStore";
import type { LearnState, LearnStore } from "../store/learnStore";
import { lossBowlOf } from "../trace/lossBowl";
import { followBox } from "./followBox";
import { followLearn } from "./followLearn";
import { parameterName } from "./parameterName";

/** The surface as it stands on the page, for what the pointer and the keyboard do on it. */
export interface SurfaceDrawing {
  /** Where the weights on screen stand, in pixels; null where nothing is drawn yet. */
  readonly pointAt: () => readonly [number, number] | null;
  readonly contains: (x: number, y: number) => boolean;
  /** The weights under a pixel, as short numbers. */
  readonly weightsAt: (x: number, y: number) => Point | null;
  /** The weights on screen, moved by a key; null for a key that moves nothing. */
  readonly moved: (key: string, fine: boolean) => Point | null;
  /** While it is held, what is shown of the plane stays. */
  readonly hold: (held: boolean) => void;
  readonly stop: () => void;
}

const MOVES: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** Draws the surface into `element` and follows the stores: frames never render React. */
export function startSurface(
  element: HTMLElement,
  app: AppStore,
  learn: LearnStore,
  text: PartText,
): SurfaceDrawing {
  const chart = createChart(element);
  const still = window.matchMedia?.("(prefers-reduced-motion: reduce)");
  const handle = element.ownerDocument.createElement("span");
  handle.className = "surface-handle";
  element.append(handle);
  let box: ChartBox | null = null;
  let surface: LossSurface | null = null;
  let point: Point | null = null;
  let kept: Domain | null = null;

  const pixelsOf = ({ plane, marks: { plot } }: LossSurface, [first, second]: Point) =>
    [
      Math.max(plot.x, Math.min(plane.x(first), plot.x + plot.width)),
      Math.max(plot.y, Math.min(plane.y(second), plot.y + plot.height)),
    ] as const;
  const move = () => {
    if (!surface) return;
    const { position } = app.getState();
    const marks = surfacePointAt(surface, still?.matches ? Math.floor(position) : position);
    point = marks.at;
    chart.move(marks, text);
    const [x, y] = pixelsOf(surface, point);
    handle.style.transform = `translate(${x}px, ${y}px)`;
  };
  const draw = ({ plan, run, otherRun }: LearnState) => {
    const bowl = plan && lossBowlOf(plan);
    // Between two runs the first one's picture stays.
    if (!box || !bowl || !run) return;
    const names = [parameterName(plan, 0), parameterName(plan, 1)] as const;
    const runs = { path: run.parameters, other: otherRun?.parameters ?? null, names };
    surface = lossSurfaceOf(bowl, runs, kept ?? domainOf(bowl, runs), box);
    chart.draw(surface.marks, text);
    move();
  };
  const stopBox = followBox(element, (next) => {
    box = next;
    draw(learn.getState());
  });
  const stopRuns = followLearn(learn, (state, before) => {
    if (state.run !== before.run || state.otherRun !== before.otherRun) draw(state);
  });
  const stopTime = app.subscribe(({ position }, before) => {
    if (position !== before.position) move();
  });

  return {
    pointAt: () => surface && point && pixelsOf(surface, point),
    contains: (x, y) => {
      if (!surface) return false;
      const { plot } = surface.marks;
      return x >= plot.x && x <= plot.x + plot.width && y >= plot.y && y <= plot.y + plot.height;
    },
    weightsAt: (x, y) => {
      if (!surface) return null;
      const [first, second] = surface.weightsAt(x, y);
      return rounded(surface.domain, [first, second]);
    },
    moved: (key, fine) => {
      const way = MOVES[key];
      if (!way || !surface || !point) return null;
      const from = point.every(Number.isFinite) ? point : surface.domain.middle;
      const step = gridOf(surface.domain) * (fine ? 1 : 5);
      return rounded(surface.domain, [from[0] + way[0] * step, from[1] + way[1] * step]);
    },
    hold: (held) => {
      kept = held ? (kept ?? surface?.domain ?? null) : null;
      if (!held) draw(learn.getState());
    },
    stop: () => {
      stopTime();
      stopRuns();
      stopBox();
      chart.destroy();
      handle.remove();
    },
  };
}

/** The distance of two numbers that a hand can tell apart: a power of ten. */
function gridOf({ half }: Domain): number {
  return 10 ** Math.floor(Math.log10(half / 50));
}

/** The nearest pair of such numbers. */
function rounded(domain: Domain, [first, second]: Point): Point {
  const grid = gridOf(domain);
  // Dividing by a whole number gives the decimal fraction itself, 0.3 and not 0.30000000000000004.
  const short = (value: number) =>
    grid < 1 ? Math.round(value / grid) / Math.round(1 / grid) : Math.round(value / grid) * grid;
  return [short(first), short(second)];
}
