import { litTarget } from "../store/viewSlice";
import { FirstLesson } from "./FirstLesson";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import { useApp } from "./StoreContext";

const PredictionLine = lateComponent(async () => (await import("./PredictionLine")).PredictionLine);
const LitLine = lateComponent(async () => (await import("./LitLine")).LitLine);

/** One line about the cell that is lit, or what to do while none is. */
export function Readout() {
  const text = useText();
  const target = useApp(litTarget);
  const predicts = useApp((state) => state.revealed !== null);
  return (
    <p className="readout" dir="auto">
      {target ? (
        <LitLine target={target} />
      ) : predicts ? (
        <PredictionLine />
      ) : (
        <>
          {text("readout.hint")}
          <FirstLesson />
        </>
      )}
    </p>
  );
}
