import { useEffect } from "react";
import { Icon } from "../ui/Icon";
import { useNoticeText, useText } from "../ui/i18n";
import { loadLateTexts } from "../ui/lateTexts";
import { useApp, useAppStore } from "../ui/StoreContext";

/** What could not be used; unlike the page's notices, none offers to load the page around again. */
export function WidgetNotices() {
  const text = useText();
  const say = useNoticeText();
  const store = useAppStore();
  const notices = useApp((state) => state.notices);
  const told = notices.length > 0;
  useEffect(() => {
    if (told) loadLateTexts().catch(() => undefined);
  }, [told]);
  return (
    <section className="notices" aria-label={text("notices.label")} aria-live="polite">
      {notices.map((notice) => (
        <div className="notice" key={notice.key + JSON.stringify(notice.values)}>
          <p>{say(notice)}</p>
          <button
            type="button"
            className="button button-icon button-quiet"
            aria-label={text("notices.dismiss")}
            title={text("notices.dismiss")}
            onClick={() => store.getState().dismiss(notice)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
