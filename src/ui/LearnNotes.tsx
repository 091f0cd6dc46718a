import { CompareNotes } from "./CompareNotes";
import { DataNotes } from "./DataNotes";
import { LearnActions } from "./LearnActions";
import "./learn.css";
import { LossReport } from "./LossReport";
import "./panels.css";

/** What came of the training, what its data can teach at all, and where to go from here. */
export function LearnNotes() {
  return (
    <div className="info">
      <LossReport />
      <DataNotes />
      <CompareNotes />
      <LearnActions />
    </div>
  );
}
