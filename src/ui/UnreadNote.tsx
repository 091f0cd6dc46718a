import { dimsOf } from "../model/layer";
import { scrambleUnread } from "../model/scrambleUnread";
import type { Unread } from "../scene/unread";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import { useSettings } from "./useSettings";

const SEEDS = 1e6;

/** What no window reads, and the proof: other numbers there leave the output as it is. */
export function UnreadNote({ slices, rows, columns }: Unread) {
  const t = useText();
  const store = useAppStore();
  const line = dimsOf(useSettings()) === 1;
  const locked = useApp((state) => state.locked.includes("input"));
  return (
    <div className="unread">
      <p className="unread-text">
        {slices > 0 && `${t("unread.slices", { count: slices })} `}
        {rows > 0 && `${t("unread.rows", { count: rows })} `}
        {columns > 0 && `${t(line ? "unread.cells" : "unread.columns", { count: columns })} `}
        {t("unread.effect")}
      </p>
      <button
        type="button"
        className="button small-button"
        disabled={locked}
        onClick={() => store.getState().edit(scrambleUnread(Math.floor(Math.random() * SEEDS)))}
      >
        {t("unread.scramble")}
      </button>
    </div>
  );
}
