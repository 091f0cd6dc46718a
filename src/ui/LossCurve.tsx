import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef } from "react";
import { createChart } from "../render/chart";
import type { PartText } from "../render/paths";
import type { ChartBox } from "../scene/chartMarks";
import { type LossCurve as Curve, leavesAt, lossCurveOf, lossPointAt } from "../scene/lossCurve";
import type { AppStore } from "../store/appStore";
import type { LearnState, LearnStore } from "../store/learnStore";
import { followBox } from "./followBox";
import { followLearn } from "./followLearn";
import { type Text, useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import "./learnCharts.css";
import { lossText } from "./lossText";
import { keyMove } from "./StepSlider";
import { useAppStore } from "./StoreContext";
import { lastUpdate, useUpdate } from "./useUpdate";

/** The loss by update on a logarithmic scale. Dragging in it, and its keys, go through time. */
export function LossCurve() {
  const text = useText();
  const app = useAppStore();
  const learn = useLearnStore();
  const id = useId();
  const area = useRef<HTMLDivElement>(null);
  const curve = useRef<() => Curve | null>(() => null);
  const { run, otherRun, plan } = useLearn(({ run, otherRun, plan }) => ({ run, otherRun, plan }));
  const update = useUpdate();
  const shown = plan !== null;

  useLayoutEffect(() => {
    if (!shown || !area.current) return;
    const drawing = startCurve(area.current, app, learn, text as PartText);
    curve.current = drawing.curve;
    return drawing.stop;
  }, [shown, app, learn, text]);

  if (!shown) return null;
  const loss = lossText(run?.losses[update] ?? 0);
  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const at = curve.current()?.across.at(event.clientX - left);
    if (at !== undefined) app.getState().seek(at);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    seekTo(event);
  };
  // As with the slider, what is let go of stands on a whole update.
  const onPointerEnd = () => app.getState().seek(Math.round(app.getState().position));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = keyMove(event.key, app.getState());
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <figure className="chart loss-curve">
      <figcaption className="chart-head">
        <span className="chart-title">{text("learnChart.loss")}</span>
        <span className="chart-note">{text("learnChart.logScale")}</span>
        {otherRun && plan && <Legend op={plan.document.layers[0].op} text={text} />}
        <span className="chart-now" aria-hidden="true">
          {text("learnChart.at", { update, loss })}
        </span>
      </figcaption>
      <div
        ref={area}
        className="chart-area"
        dir="ltr"
        role="slider"
        tabIndex={0}
        aria-label={text("learnChart.curve")}
        aria-describedby={id}
        aria-valuemin={0}
        aria-valuemax={run ? run.done : 0}
        aria-valuenow={update}
        aria-valuetext={text("learnChart.at", { update, loss })}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture?.(event.pointerId)) seekTo(event);
        }}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onKeyDown={onKeyDown}
      />
      <p id={id} className="visually-hidden">
        {run && curveWords(run, otherRun, text)}
      </p>
    </figure>
  );
}

/** Which line is whose. */
function Legend({ op, text }: { readonly op: string; readonly text: Text }) {
  const [own, other] =
    op === "conv" ? (["op.conv", "op.conv-flipped"] as const) : (["op.conv-flipped", "op.conv"] as const);
  return (
    <span className="chart-legend">
      <span className="legend-run">{text(own)}</span>
      <span className="legend-other">{text(other)}</span>
    </span>
  );
}

function startCurve(element: HTMLElement, app: AppStore, learn: LearnStore, text: PartText) {
  const chart = createChart(element);
  const still = window.matchMedia?.("(prefers-reduced-motion: reduce)");
  let box: ChartBox | null = null;
  let curve: Curve | null = null;
  const move = () => {
    const { position } = app.getState();
    if (curve) chart.move(lossPointAt(curve, still?.matches ? Math.floor(position) : position), text);
  };
  const draw = ({ run, otherRun }: LearnState) => {
    // Between two runs the first one's picture stays.
    if (!box || !run) return;
    const last = lastUpdate(run);
    const other = otherRun?.losses.subarray(0, last + 1) ?? null;
    curve = lossCurveOf({ losses: run.losses, other, last }, box);
    chart.draw(curve.marks, text);
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
    curve: () => curve,
    stop: () => {
      stopTime();
      stopRuns();
      stopBox();
      chart.destroy();
    },
  };
}

function curveWords(run: NonNullable<LearnState["run"]>, other: LearnState["otherRun"], text: Text): string {
  const { losses, done } = run;
  const sentences = [
    text("learnChart.curveText", {
      first: lossText(losses[0] ?? 0),
      last: lossText(losses[done] ?? 0),
      count: done,
    }),
  ];
  const up = lossCurveOf({ losses, other: null, last: done }, { width: 300, height: 120, em: 12 }).up;
  const leaves = leavesAt(losses, up);
  if (leaves >= 0) sentences.push(text("learnChart.curveLeaves", { update: leaves }));
  if (other) sentences.push(text("learnChart.curveOther", { last: lossText(other.losses[other.done] ?? 0) }));
  return sentences.join(" ");
}
