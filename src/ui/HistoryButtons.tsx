import { canRedo, canUndo } from "../model/history";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";

/** Undo and redo. Without anything to take back they stay focusable, so that focus isn't lost at the last step. */
export function HistoryButtons() {
  const text = useText();
  const store = useAppStore();
  const able = useApp(({ history }) => ({ undo: canUndo(history), redo: canRedo(history) }));
  const button = (action: "undo" | "redo") => (
    <button
      type="button"
      className="button button-icon"
      aria-label={text(`header.${action}`)}
      title={text(`header.${action}`)}
      aria-disabled={!able[action]}
      onClick={() => able[action] && store.getState()[action]()}
    >
      <Icon name={action} />
    </button>
  );
  return (
    <div className="header-history">
      {button("undo")}
      {button("redo")}
    </div>
  );
}
