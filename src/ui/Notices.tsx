import { useEffect } from "react";
import { Icon } from "./Icon";
import { useNoticeText, useText } from "./i18n";
import { loadLateTexts } from "./lateTexts";
import { NoticeAction } from "./NoticeAction";
import { useApp, useAppStore } from "./StoreContext";

/** What there is to tell, above the figure, until it is dismissed. */
export function Notices() {
  const text = useText();
  const say = useNoticeText();
  const store = useAppStore();
  const notices = useApp((state) => state.notices);
  const told = notices.length > 0;
  useEffect(() => {
    if (told) loadLateTexts().catch(() => undefined);
  }, [told]);
  return (
    // The live region stands before its first notice, or that one would go unheard.
    <section className="notices" aria-label={text("notices.label")} aria-live="polite">
      {notices.map((notice) => (
        <div className="notice" key={notice.key + JSON.stringify(notice.values)}>
          <p>{say(notice)}</p>
          <NoticeAction notice={notice} />
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
