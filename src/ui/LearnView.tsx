import type { Part } from "../model/settings";
import { KernelStrip } from "./KernelStrip";
import { LearnProvider, useLearn } from "./LearnContext";
import { LearnNotes } from "./LearnNotes";
import { LearnPanel } from "./LearnPanel";
import { LearnStage } from "./LearnStage";
import { LearnStatus } from "./LearnStatus";
import { LossCurve } from "./LossCurve";
import { LossSurface } from "./LossSurface";
import type { SideProps } from "./sideProps";
import "./learnView.css";
import { Notices } from "./Notices";
import { StepEquation } from "./StepEquation";
import { useApp, useAppStore } from "./StoreContext";
import { Transport } from "./Transport";
import { useLearnAnnouncements } from "./useLearnAnnouncements";
import { usePlayback } from "./usePlayback";

/** Gradient descent on the document's input, to be watched step by step. */
export function LearnView({ side = null }: SideProps) {
  return (
    <LearnProvider>
      <LearnPage side={side} />
    </LearnProvider>
  );
}

/** The figure with its curve and time, what can be set, and what there is to say of it. */
function LearnPage({ side }: Required<SideProps>) {
  const app = useAppStore();
  const { ui, hidden } = useApp((state) => ({ ui: state.ui, hidden: state.hidden }));
  const ended = useLearn(({ run, problem }) => (problem ? "problem" : (run?.ended ?? "running")));
  usePlayback(app);
  useLearnAnnouncements();
  const full = ui === "full";
  const shown = (part: Part) => !hidden.includes(part);
  return (
    <main className="main learn" data-trained={ended} data-lesson={side !== null || undefined}>
      <div className="centre">
        <Notices />
        <LearnStatus />
        <section className="figure-column">
          <LearnStage />
          {shown("equation") && ended !== "problem" && <StepEquation />}
          <div className="learn-history">
            <LossCurve />
            <KernelStrip />
          </div>
          <Transport />
        </section>
      </div>
      {side ??
        (full && shown("controls") && (
          <div className="side side-start">
            <LearnPanel />
          </div>
        ))}
      {full && side === null && (
        <div className="side side-end">
          <LossSurface />
          <LearnNotes />
        </div>
      )}
    </main>
  );
}
