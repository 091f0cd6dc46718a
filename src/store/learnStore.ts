import { subscribeWithSelector } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { runTraining, type TrainingRun } from "../engine/trainingRun";
import { setOp } from "../model/commands";
import type { ConvDocument } from "../model/document";
import type { Problem } from "../model/problems";
import { channelsOf, trainingOf } from "../model/training";
import { trainingProblem } from "../model/trainingProblem";
import { type TrainingPlan, trainingPlanOf, trainOptionsOf } from "../trace/trainingPlan";
import type { AppState, AppStore } from "./appStore";
import { documentOf } from "./documentSlice";

export type LearnGrid =
  | "input"
  | "kernel"
  | "bias"
  | "hidden"
  | "mixing"
  | "mixingBias"
  | "prediction"
  | "target"
  | "targetKernel"
  | "error";

/** One cell of one grid of Learn, counted from 0. */
export interface LearnTarget {
  readonly grid: LearnGrid;
  readonly row: number;
  readonly column: number;
}

/** How Learn shows what it learns. */
interface LearnSettings {
  /** Whether the same training with the other operation stands beside it. */
  readonly compare: boolean;
  /** The output channel on screen. */
  readonly channel: number;
  /** The hidden kernel on screen. */
  readonly hiddenChannel: number;
  readonly showTarget: boolean;
  /** The report has the loss of every so many steps. */
  readonly reportEvery: number;
}

export interface LearnState extends LearnSettings {
  /** What is to be learned; null where `problem` says why nothing can be. */
  readonly plan: TrainingPlan | null;
  readonly problem: Problem | null;
  readonly run: TrainingRun | null;
  readonly otherPlan: TrainingPlan | null;
  readonly otherRun: TrainingRun | null;
  /** The parameter that a click keeps lit, by its flat index. */
  readonly selected: number | null;
  readonly hovered: LearnTarget | null;
  readonly set: (change: Partial<LearnSettings>) => void;
  readonly hover: (target: LearnTarget | null) => void;
  readonly toggleSelected: (parameter: number | null) => void;
  /** Ends a run that is still under way; what was learned so far stays. */
  readonly cancel: () => void;
}

export type LearnStore = ReturnType<typeof createLearnStore>;

/** The update on screen: the weights shown are those after so many. */
export function currentUpdate({ position }: AppState, { run }: LearnState): number {
  return Math.min(Math.floor(position), run?.done ?? 0);
}

/** What Learn derives from the app's document, for as long as the view is open: the run, and what of it is looked at. */
export function createLearnStore(app: AppStore) {
  const own = createStore<LearnState>()(
    subscribeWithSelector((set) => ({
      plan: null,
      problem: null,
      run: null,
      otherPlan: null,
      otherRun: null,
      compare: false,
      channel: 0,
      hiddenChannel: 0,
      showTarget: true,
      reportEvery: 2,
      selected: null,
      hovered: null,
      set: (change) => {
        set(change);
        if (change.compare !== undefined) compare();
      },
      hover: (hovered) => set((state) => (sameTarget(state.hovered, hovered) ? state : { hovered })),
      toggleSelected: (parameter) =>
        set(({ selected }) => ({ selected: selected === parameter ? null : parameter })),
      cancel: () => running.cancel(),
    })),
  );
  let running = { cancel: () => {} };
  let comparing = { cancel: () => {} };

  function follow(document: ConvDocument) {
    const plan = trainingPlanOf(document);
    if (plan === own.getState().plan && plan) return;
    const { cancel } = running;
    const training = trainingOf(document);
    own.setState(({ channel, hiddenChannel, selected }) => ({
      plan,
      problem: plan ? null : trainingProblem(document),
      run: null,
      channel: Math.min(channel, channelsOf(training) - 1),
      hiddenChannel: Math.min(hiddenChannel, Math.max(0, training.hidden - 1)),
      selected: plan && selected !== null && selected < plan.start.length ? selected : null,
      hovered: null,
    }));
    cancel();
    app.getState().setTrainedTo(plan ? training.steps : 0);
    if (plan) running = runTraining(trainOptionsOf(plan), (run) => report(plan, run));
    compare();
  }

  function report(plan: TrainingPlan, run: TrainingRun) {
    if (own.getState().plan !== plan) return;
    own.setState({ run });
    if (run.ended !== "running") app.getState().setTrainedTo(run.done);
  }

  function compare() {
    comparing.cancel();
    const document = documentOf(app.getState());
    const otherPlan = own.getState().compare ? trainingPlanOf(withOtherOp(document)) : null;
    own.setState({ otherPlan, otherRun: null });
    if (!otherPlan) return;
    comparing = runTraining(trainOptionsOf(otherPlan), (otherRun) => {
      if (own.getState().otherPlan === otherPlan) own.setState({ otherRun });
    });
  }

  follow(documentOf(app.getState()));
  const stop = app.subscribe((state, before) => {
    if (documentOf(state) !== documentOf(before)) follow(documentOf(state));
  });
  return Object.assign(own, {
    destroy: () => {
      stop();
      running.cancel();
      comparing.cancel();
    },
  });
}

/** The same training with its kernel turned, or not turned. */
function withOtherOp(document: ConvDocument): ConvDocument {
  const [{ op }] = document.layers;
  return setOp(op === "conv" ? "conv-flipped" : "conv")({ ...document, training: trainingOf(document) });
}

function sameTarget(a: LearnTarget | null, b: LearnTarget | null): boolean {
  return a === b || (!!a && !!b && a.grid === b.grid && a.row === b.row && a.column === b.column);
}
