import { KernelStrip } from "./KernelStrip";
import { LearnProvider, useLearn } from "./LearnContext";
import { LearnNotes } from "./LearnNotes";
import { LearnPanel } from "./LearnPanel";
import { LearnStage } from "./LearnStage";
import { LearnStatus } from "./LearnStatus";
import { LossCurve } from "./LossCurve";
import { LossSurface } from "./LossSurface";
import "./learnView.css";
import { Notices } from "./Notices";
import { StepEquation } from "./StepEquation";
import { useApp, useAppStore } from "./StoreContext";
import { Transport } from "./Transport";
import { useLearnAnnouncements } from "./useLearnAnnouncements";
import { usePlayback } from "./usePlayback";

/** Gradient descent on the document's input, to be watched step by step. */
export function LearnView() {
  return (
    <LearnProvider>
      <LearnPage />
    </LearnProvider>
  );
}

/** The figure with its curve and time, what can be set, and what there is to say of it. */
function LearnPage() {
  const app = useAppStore();
  const ui = useApp((state) => state.ui);
  const ended = useLearn(({ run, problem }) => (problem ? "problem" : (run?.ended ?? "running")));
  usePlayback(app);
  useLearnAnnouncements();
  return (
    <main className="main learn" data-trained={ended}>
      <div className="centre">
        <Notices />
        <LearnStatus />
        <section className="figure-column">
          <LearnStage />
          <StepEquation />
          <div className="learn-history">
            <LossCurve />
            <KernelStrip />
          </div>
          <Transport />
        </section>
      </div>
      {ui === "full" && (
        <>
          <div className="side side-start">
            <LearnPanel />
          </div>
          <div className="side side-end">
            <LossSurface />
            <LearnNotes />
          </div>
        </>
      )}
    </main>
  );
}
