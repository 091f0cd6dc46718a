import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import { parametersAt } from "../engine/trainingRun";
import { formatNumber } from "../model/formatNumber";
import { setStart } from "../model/trainingCommands";
import type { PartText } from "../render/paths";
import type { Point } from "../scene/weightPath";
import { type LossBowl, lossBowlOf } from "../trace/lossBowl";
import { type Text, useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import "./learnCharts.css";
import { lossText } from "./lossText";
import { parameterName } from "./parameterName";
import { useApp, useAppStore } from "./StoreContext";
import { type SurfaceDrawing, startSurface } from "./surfaceDrawing";
import { useUpdate } from "./useUpdate";

/** Pixels from the point within which the pointer takes hold of it. */
const HOLD = 22;

/** The loss over the two weights, where there are just two: the way of descent on it, and where to start from. */
export function LossSurface() {
  const shown = useLearn(({ plan }) => plan !== null && lossBowlOf(plan) !== null);
  return shown && <Surface />;
}

function Surface() {
  const text = useText();
  const app = useAppStore();
  const learn = useLearnStore();
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<SurfaceDrawing | null>(null);
  /** What the pointer holds: how far from it the point lies, in pixels. */
  const held = useRef<readonly [number, number] | null>(null);
  const { plan, run, compared } = useLearn(({ plan, run, otherRun }) => ({
    plan,
    run,
    compared: otherRun !== null,
  }));
  const update = useUpdate();
  const canMove = useApp((state) => !state.locked.includes("kernel"));

  useLayoutEffect(() => {
    if (!host.current) return;
    const started = startSurface(host.current, app, learn, text as PartText);
    drawing.current = started;
    return started.stop;
  }, [app, learn, text]);

  const bowl = plan && lossBowlOf(plan);
  if (!plan || !bowl) return null;
  const names = [parameterName(plan, 0), parameterName(plan, 1)] as const;
  const weights = run ? pointOf(parametersAt(run, Math.min(update, run.done))) : pointOf(plan.start);
  const loss = lossText(run?.losses[update] ?? 0);
  const here = text("learnChart.weights", { ...namedPoint(names, weights), loss });

  const start = (point: Point, how: "edit" | "preview") => {
    const state = app.getState();
    state.seek(0);
    state[how](setStart(point));
  };
  const pixels = (event: MouseEvent<HTMLElement>): readonly [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const moveTo = (x: number, y: number) => {
    const point = drawing.current?.weightsAt(x, y);
    if (point) start(point, "preview");
  };
  const letGo = (commit: boolean) => {
    held.current = null;
    if (commit) app.getState().commitPreview();
    else app.getState().dropPreview();
    drawing.current?.hold(false);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const point = drawing.current?.pointAt();
    if (!canMove || event.button !== 0 || !point) return;
    const [x, y] = pixels(event);
    const onPoint = Math.hypot(point[0] - x, point[1] - y) <= HOLD;
    // A finger that is not on the point scrolls the page.
    if (!onPoint && (event.pointerType === "touch" || !drawing.current?.contains(x, y))) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drawing.current?.hold(true);
    held.current = onPoint ? [point[0] - x, point[1] - y] : [0, 0];
    if (!onPoint) moveTo(x, y);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!held.current) return;
    const [x, y] = pixels(event);
    moveTo(x + held.current[0], y + held.current[1]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && held.current) return letGo(false);
    if (!canMove || event.altKey || event.ctrlKey || event.metaKey) return;
    const point = drawing.current?.moved(event.key, event.shiftKey);
    if (!point) return;
    event.preventDefault();
    drawing.current?.hold(true);
    start(point, "preview");
  };
  const onKeyEnd = () => {
    if (!held.current) letGo(true);
  };
  return (
    <section className="panel-section">
      <h2 className="panel-heading">{text("learnChart.surface")}</h2>
      <div
        ref={host}
        className="chart-area loss-surface"
        dir="ltr"
        role="slider"
        tabIndex={0}
        aria-label={text("learnChart.surfaceStart")}
        aria-describedby={id}
        aria-disabled={!canMove || undefined}
        aria-valuenow={Number.isFinite(weights[0]) ? weights[0] : 0}
        aria-valuetext={here}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => held.current && letGo(true)}
        onPointerCancel={() => held.current && letGo(false)}
        onKeyDown={onKeyDown}
        onKeyUp={onKeyEnd}
        onBlur={onKeyEnd}
      />
      <p className="chart-note">
        {bowlWords(bowl, text)}
        {compared && ` ${text("learnChart.otherWay")}`}
      </p>
      <p id={id} className="visually-hidden">
        {here}
      </p>
    </section>
  );
}

function pointOf(weights: ArrayLike<number>): Point {
  return [weights[0] ?? 0, weights[1] ?? 0];
}

function namedPoint(names: readonly [string, string], [first, second]: Point) {
  return {
    firstName: names[0],
    first: formatNumber(first),
    secondName: names[1],
    second: formatNumber(second),
  };
}

/** What kind of surface it is. */
function bowlWords({ minimum, least, axes }: LossBowl, text: Text): string {
  const values = {
    loss: formatNumber(least),
    first: formatNumber(minimum[0]),
    second: formatNumber(minimum[1]),
  };
  if (axes[1].flat) return text("learnChart.flat", values);
  return axes[0].flat ? text("learnChart.trench", values) : text("learnChart.bowl", values);
}
