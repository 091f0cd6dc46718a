import { useEffect, useState } from "react";
import { encode } from "uqr";
import { useText } from "./i18n";
import { useAppStore } from "./StoreContext";
import { shareLink } from "./shareLink";

/** The link to what is on the page, large enough to be read from the last row, and its code. */
export function PresentLink({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const store = useAppStore();
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    shareLink(store, window.location).then(
      (made) => wanted && setLink(made),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [store]);
  const code = link === null ? null : codeOf(link);
  return (
    <section className="present-link" aria-label={text("present.link.title")}>
      <h2 className="present-heading">{text("present.link.title")}</h2>
      {code && (
        <svg className="present-code" viewBox={`0 0 ${code.size} ${code.size}`} role="img">
          <title>{text("present.link.code")}</title>
          <path d={code.path} />
        </svg>
      )}
      {link !== null && !code && <p>{text("present.link.long")}</p>}
      {link !== null && (
        <p className="present-address" dir="ltr">
          {link}
        </p>
      )}
      <button type="button" className="button" onClick={onClose}>
        {text("present.close")}
      </button>
    </section>
  );
}

/** The code's dark squares; null where the text is longer than a code can hold. */
export function codeOf(link: string): { readonly size: number; readonly path: string } | null {
  try {
    const { size, data } = encode(link, { ecc: "M", border: 4 });
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
    return { size, path };
  } catch {
    return null;
  }
}
