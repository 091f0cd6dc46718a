import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";

/** Prints on each input cell how many windows read it. */
export function ReadCountsToggle() {
  const t = useText();
  const store = useAppStore();
  const shown = useApp((state) => state.readCounts);
  return (
    <button
      type="button"
      className="button small-button"
      aria-pressed={shown}
      onClick={() => store.getState().setView({ readCounts: !shown })}
    >
      {t("reads.toggle")}
    </button>
  );
}
