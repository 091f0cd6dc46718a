import { type RefObject, useEffect, useState } from "react";
import { useAnnounce } from "./Announcer";
import { Icon } from "./Icon";
import { useText } from "./i18n";

const SHOWN_MILLISECONDS = 2000;

interface CopyButtonProps {
  readonly text: () => string;
  /** Where the text stands on the page: selected when the browser refuses to copy. */
  readonly source: RefObject<HTMLElement | null>;
}

/** Copies with one click and says so. */
export function CopyButton({ text, source }: CopyButtonProps) {
  const t = useText();
  const announce = useAnnounce();
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  useEffect(() => {
    if (state === "ready") return;
    const timer = setTimeout(() => setState("ready"), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setState("copied");
      announce(t("code.copied"));
    } catch {
      if (source.current) getSelection()?.selectAllChildren(source.current);
      setState("refused");
    }
  };
  return (
    <>
      <button type="button" className="button small-button" onClick={copy}>
        <Icon name={state === "copied" ? "check" : "copy"} />
        {t(state === "copied" ? "code.copied" : "code.copy")}
      </button>
      {state === "refused" && (
        <p className="field-message" role="alert">
          {t("code.refused")}
        </p>
      )}
    </>
  );
}
