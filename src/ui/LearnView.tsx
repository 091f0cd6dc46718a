import type { Part } from "../model/settings";
import { KernelStrip } from "./KernelStrip";
import { LearnProvider, useLearn } from "./LearnContext";
import { LearnNotes } from "./LearnNotes";
import { LearnPanel } from "./LearnPanel";
import { LearnStage } from "./LearnStage";
import { LearnStatus } from "./LearnStatus";
import { hasLesson, LessonSide } from "./LessonSide";
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
  const { ui, hidden, lesson } = useApp((state) => ({
    ui: state.ui,
    hidden: state.hidden,
    lesson: hasLesson(state),
  }));
  const ended = useLearn(({ run, problem }) => (problem ? "problem" : (run?.ended ?? "running")));
  usePlayback(app);
  useLearnAnnouncements();
  const full = ui === "full";
  const shown = (part: Part) => !hidden.includes(part);
  return (
    <main className="main learn" data-trained={ended} data-lesson={lesson || undefined}>
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
      {lesson ? (
        <LessonSide />
      ) : (
        full &&
        shown("controls") && (
          <div className="side side-start">
            <LearnPanel />
          </div>
        )
      )}
      {full && !lesson && (
        <div className="side side-end">
          <LossSurface />
          <LearnNotes />
        </div>
      )}
    </main>
  );
}
