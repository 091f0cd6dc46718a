import { hasLesson, LessonSide } from "./LessonSide";
import { Notices } from "./Notices";
import { StackBill } from "./StackBill";
import { StackCollapse } from "./StackCollapse";
import { StackCompare } from "./StackCompare";
import { StackProvider } from "./StackContext";
import { StackPanel } from "./StackPanel";
import { StackReadout } from "./StackReadout";
import { StackShift } from "./StackShift";
import { StackStage } from "./StackStage";
import "./stack.css";
import { useApp } from "./StoreContext";

/** Several layers on one input: what each cell sees and feeds, what a stack costs, what becomes of it. */
export function StackView() {
  return (
    <StackProvider>
      <StackPage />
    </StackProvider>
  );
}

function StackPage() {
  const { ui, hidden, lesson } = useApp((state) => ({
    ui: state.ui,
    hidden: state.hidden,
    lesson: hasLesson(state),
  }));
  const full = ui === "full";
  return (
    <main className="main stack" data-lesson={lesson || undefined}>
      <div className="centre">
        <Notices />
        <section className="figure-column">
          <StackStage />
          <StackReadout />
          {!hidden.includes("cost") && <StackBill />}
        </section>
      </div>
      {lesson ? (
        <LessonSide />
      ) : (
        full &&
        !hidden.includes("controls") && (
          <div className="side side-start">
            <StackPanel />
          </div>
        )
      )}
      {full && !lesson && (
        <div className="side side-end">
          <div className="info">
            <StackCompare />
            <StackShift />
            <StackCollapse />
          </div>
        </div>
      )}
    </main>
  );
}
