import type { Notice } from "../model/notice";
import { WORK_NOTICE } from "../store/documentSlice";
import { downloadText } from "./downloadText";
import { useText } from "./i18n";
import { useRawCopy } from "./SavedWork";
import { useAppStore } from "./StoreContext";

/** Those that a newer release of the page would settle. */
const RELOAD: ReadonlySet<string> = new Set(["notice.link-newer", "notices.outdated"]);

/** What can be done about a notice, where something can. */
export function NoticeAction({ notice }: { readonly notice: Notice }) {
  const text = useText();
  const rawCopy = useRawCopy();
  const store = useAppStore();
  if (notice.key === WORK_NOTICE) {
    return (
      <button type="button" className="button" onClick={() => store.getState().goOn()}>
        {text("field.goOn")}
      </button>
    );
  }
  // In somebody else's page nothing is saved, and that page is not to be loaded again.
  if (!rawCopy) return null;
  if (notice.key === "notice.saved-corrupt") {
    return (
      <button
        type="button"
        className="button"
        onClick={() => downloadText(rawCopy() ?? "", "convscope-saved.txt", "text/plain")}
      >
        {text("notices.download")}
      </button>
    );
  }
  if (RELOAD.has(notice.key)) {
    return (
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {text("notices.reload")}
      </button>
    );
  }
  return null;
}
