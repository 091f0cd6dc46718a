import { Notices } from "./Notices";
import { StackBill } from "./StackBill";
import { StackCollapse } from "./StackCollapse";
import { StackCompare } from "./StackCompare";
import { StackProvider } from "./StackContext";
import { StackPanel } from "./StackPanel";
import { StackReadout } from "./StackReadout";
import { StackShift } from "./StackShift";
import { StackStage } from "./StackStage";
import type { SideProps } from "./sideProps";
import "./stack.css";
import { useApp } from "./StoreContext";

/** Several layers on one input: what each cell sees and feeds, what a stack costs, what becomes of it. */
export function StackView({ side = null }: SideProps) {
  return (
    <StackProvider>
      <StackPage side={side} />
    </StackProvider>
  );
}

function StackPage({ side }: Required<SideProps>) {
  const { ui, hidden } = useApp((state) => ({ ui: state.ui, hidden: state.hidden }));
  const full = ui === "full";
  return (
    <main className="main stack" data-lesson={side !== null || undefined}>
      <div className="centre">
        <Notices />
        <section className="figure-column">
          <StackStage />
          <StackReadout />
          {!hidden.includes("cost") && <StackBill />}
        </section>
      </div>
      {side ??
        (full && !hidden.includes("controls") && (
          <div className="side side-start">
            <StackPanel />
          </div>
        ))}
      {full && side === null && (
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
