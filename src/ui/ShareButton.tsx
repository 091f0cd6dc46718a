import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "./Announcer";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import { useAppStore } from "./StoreContext";

const CONFIRMED_MILLISECONDS = 2500;

/** What writes links is fetched on the way to the button. */
const linkWriter = () => import("./shareLink");

const LinkField = lateComponent(async () => (await import("./LinkField")).LinkField);

type Sharing = { readonly done: "copied" } | { readonly done: "refused"; readonly link: string } | null;

/** Copies the link to what is on the page, and says so; where the clipboard is refused it shows the link. */
export function ShareButton() {
  const text = useText();
  const store = useAppStore();
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  const [sharing, setSharing] = useState<Sharing>(null);
  const copied = sharing?.done === "copied";

  useEffect(() => {
    if (!copied) return;
    const timeout = setTimeout(() => setSharing(null), CONFIRMED_MILLISECONDS);
    return () => clearTimeout(timeout);
  }, [copied]);

  const share = async () => {
    const link = await linkWriter()
      .then(({ shareLink }) => shareLink(store, window.location))
      .catch(() => {
        store.getState().notify({ key: "notices.outdated", values: {} });
        return null;
      });
    if (link === null) return;
    try {
      await navigator.clipboard.writeText(link);
      setSharing({ done: "copied" });
      announce(text("header.copied"));
    } catch {
      setSharing({ done: "refused", link });
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-primary"
        // The name stays "Share" where the word has no room.
        aria-label={text(copied ? "header.copied" : "header.share")}
        title={text(copied ? "header.copied" : "header.share")}
        onPointerEnter={() => linkWriter().catch(() => undefined)}
        onClick={share}
      >
        <Icon name={copied ? "check" : "share"} />
        <span className="header-word">{text(copied ? "header.copied" : "header.share")}</span>
      </button>
      {sharing?.done === "refused" && (
        <LinkField
          anchor={button}
          link={sharing.link}
          onClose={(reason) => {
            setSharing(null);
            if (reason === "escape") button.current?.focus();
          }}
        />
      )}
    </>
  );
}
