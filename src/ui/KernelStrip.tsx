import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef } from "react";
import { cellCount } from "../core/tensor";
import { parametersAt, type TrainingRun } from "../engine/trainingRun";
import { formatNumber } from "../model/formatNumber";
import { createKernelStrip } from "../render/kernelStrip";
import type { ChartBox } from "../scene/chartMarks";
import {
  type KernelHistory,
  kernelStripOf,
  type KernelStrip as Strip,
  snapshotAt,
} from "../scene/kernelStrip";
import type { AppStore } from "../store/appStore";
import { currentUpdate, type LearnState, type LearnStore } from "../store/learnStore";
import type { TrainingPlan } from "../trace/trainingPlan";
import { followBox } from "./followBox";
import { followLearn } from "./followLearn";
import { type Text, useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import "./learnCharts.css";
import { useApp, useAppStore } from "./StoreContext";
import { lastUpdate } from "./useUpdate";

/** A snapshot's side, in sizes of the words around. */
const SIDE = 2.5;
/** Numbers of a kernel that are read out; of a larger one the picture has to do. */
const SPOKEN = 9;

/** How the kernel has come to be what it is: small pictures under the curve, each of which can be gone to. */
export function KernelStrip() {
  const text = useText();
  const app = useAppStore();
  const learn = useLearnStore();
  const fills = useApp((state) => state.fills);
  const shown = useLearn(({ plan }) => plan !== null);
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const strip = useRef<() => Strip | null>(() => null);

  useLayoutEffect(() => {
    if (!shown || !host.current) return;
    const drawing = startStrip(host.current, id, app, learn, text);
    strip.current = drawing.strip;
    return drawing.stop;
  }, [shown, id, app, learn, text]);

  if (!shown) return null;
  const goTo = (index: number) => {
    const snapshots = strip.current()?.snapshots ?? [];
    const snapshot = snapshots[Math.max(0, Math.min(index, snapshots.length - 1))];
    if (snapshot) app.getState().seek(snapshot.update);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = strip.current();
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = keyTarget(event.key, current, currentUpdate(app.getState(), learn.getState()));
    if (target === null) return;
    event.preventDefault();
    goTo(target);
  };
  const onClick = (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (option?.parentNode) goTo([...option.parentNode.children].indexOf(option));
  };
  return (
    <div
      ref={host}
      className="kernel-strip"
      dir="ltr"
      role="listbox"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={text("learnChart.strip")}
      data-fills={fills}
      onKeyDown={onKeyDown}
      onClick={onClick}
    />
  );
}

function startStrip(element: HTMLElement, id: string, app: AppStore, learn: LearnStore, text: Text) {
  const drawing = createKernelStrip(element, id);
  let box: ChartBox | null = null;
  let strip: Strip | null = null;
  const choose = () => {
    if (!strip) return;
    const active = drawing.choose(snapshotAt(strip, currentUpdate(app.getState(), learn.getState())));
    if (element.getAttribute("aria-activedescendant") !== active)
      element.setAttribute("aria-activedescendant", active);
  };
  const draw = (state: LearnState) => {
    const { plan, run, otherRun } = state;
    if (!box || !plan || !run) return;
    const own = historyOf(plan, run, state);
    const histories = otherRun ? [own, historyOf(plan, otherRun, state)] : [own];
    strip = kernelStripOf(histories, lastUpdate(run), box, SIDE * box.em);
    drawing.draw(strip, ({ update }) => {
      const values = own.at(update);
      const spoken = values.length > SPOKEN ? "" : Array.from(values, formatNumber).join(", ");
      return text(spoken ? "learnChart.snapshot" : "learnChart.snapshotLarge", { update, values: spoken });
    });
    choose();
  };
  const stopBox = followBox(element, (next) => {
    box = next;
    draw(learn.getState());
  });
  const stopRuns = followLearn(learn, (state, before) => {
    if (changesStrip(state, before)) draw(state);
  });
  const stopTime = app.subscribe(({ position }, before) => {
    if (Math.floor(position) !== Math.floor(before.position)) choose();
  });
  return {
    strip: () => strip,
    stop: () => {
      stopTime();
      stopRuns();
      stopBox();
      drawing.destroy();
    },
  };
}

function changesStrip(state: LearnState, before: LearnState): boolean {
  return (
    state.run !== before.run ||
    state.otherRun !== before.otherRun ||
    state.channel !== before.channel ||
    state.hiddenChannel !== before.hiddenChannel
  );
}

/** The kernel on screen, in every update's parameters: the first layer's weight comes first in them. */
function historyOf(plan: TrainingPlan, run: TrainingRun, state: LearnState): KernelHistory {
  const [, , rows = 1, columns = 1] = plan.problem.network[0]?.weightShape ?? [];
  const cells = cellCount([rows, columns]);
  const from = cells * (plan.training.hidden > 0 ? state.hiddenChannel : state.channel);
  return {
    size: [rows, columns],
    done: run.done,
    at: (update) => parametersAt(run, update).subarray(from, from + cells),
  };
}

function keyTarget(key: string, strip: Strip, update: number): number | null {
  const at = snapshotAt(strip, update);
  const between = strip.snapshots[at]?.update !== update;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return at + 1;
    case "ArrowLeft":
    case "ArrowUp":
      return between ? at : at - 1;
    case "Home":
      return 0;
    case "End":
      return strip.snapshots.length - 1;
    default:
      return null;
  }
}
