import { runBackwards } from "../model/backwards";
import { documentOf } from "../store/documentSlice";
import { useText } from "./i18n";
import { OverlapNote } from "./OverlapNote";
import { RecoveredSizes } from "./RecoveredSizes";
import "./resultsLate.css";
import { useApp, useAppStore } from "./StoreContext";
import { WayBackNumbers } from "./WayBackNumbers";

/** What the same layer backwards gives, that it is not an inverse, and the button that turns the layer round. */
export function ReverseNote() {
  const t = useText();
  const store = useAppStore();
  const transposed = useApp((state) => documentOf(state).layers[0].op === "transposed");
  const locked = useApp((state) => state.locked.includes("op") || state.locked.includes("input"));
  return (
    <div className="note">
      <p className="note-text">{t(transposed ? "reverse.transposed" : "reverse.forward")}</p>
      {transposed ? <OverlapNote /> : <WayBackNumbers />}
      <RecoveredSizes />
      <div className="note-actions">
        <button
          type="button"
          className="button small-button"
          disabled={locked}
          onClick={() => store.getState().edit(runBackwards)}
        >
          {t(transposed ? "reverse.forwards" : "reverse.run")}
        </button>
        {!locked && <span className="note-text">{t("reverse.undo")}</span>}
      </div>
    </div>
  );
}
