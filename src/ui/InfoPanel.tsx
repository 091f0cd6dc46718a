import { CodeSection } from "./CodeSection";
import { Cost } from "./Cost";
import { OutputShape } from "./OutputShape";
import "./panels.css";
import { ReverseSection } from "./ReverseSection";
import { useApp } from "./StoreContext";

/** What follows from the parameters: the output's shape, the cost, the way back, the code. */
export function InfoPanel() {
  const hidden = useApp((state) => state.hidden);
  return (
    <div className="info">
      {!hidden.includes("formula") && <OutputShape />}
      {!hidden.includes("cost") && <Cost />}
      {!hidden.includes("formula") && <ReverseSection />}
      {!hidden.includes("code") && <CodeSection />}
    </div>
  );
}
