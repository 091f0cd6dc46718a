import { useEffect, useRef, useState } from "react";
import { type EmbedForm, embedSnippet } from "../export/embedSnippets";
import type { Notice } from "../model/notice";
import { Announcer } from "./Announcer";
import { CopyButton } from "./CopyButton";
import { Dialog } from "./Dialog";
import { DownloadFigure } from "./DownloadFigure";
import { EmbedOptions, type EmbedSize } from "./EmbedOptions";
import "./embedDialog.css";
import { type EmbedLook, embedAddress } from "./embedAddress";
import { figureTitle } from "./figureTitle";
import { useNoticeText, useText } from "./i18n";
import { useAppStore } from "./StoreContext";

const SIZE: EmbedSize = { width: null, height: 440 };

/** Puts what is on the page into other pages: what to write there, how it will look, and the figure as a file. */
export function EmbedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const noticeText = useNoticeText();
  const store = useAppStore();
  // What the page showed when it was asked for.
  const [state] = useState(() => store.getState());
  const [form, setForm] = useState<EmbedForm>("iframe");
  const [size, setSize] = useState(SIZE);
  const [title, setTitle] = useState(() => figureTitle(state, t));
  const [look, setLook] = useState<EmbedLook>(() => ({
    ui: state.ui,
    hidden: state.hidden,
    locked: state.locked,
    theme: "auto",
    language: null,
  }));
  const [address, setAddress] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const snippetBox = useRef<HTMLElement>(null);

  useEffect(() => store.getState().pause(), [store]);
  useEffect(() => {
    let wanted = true;
    embedAddress(state, look).then(
      (made) => {
        if (!wanted) return;
        if ("text" in made) setAddress(made.text);
        else setNotice(made.notice);
      },
      () => wanted && setNotice({ key: "notices.outdated", values: {} }),
    );
    return () => {
      wanted = false;
    };
  }, [state, look]);

  const site = new URL("./", location.href.replace(/[?#].*$/s, "")).href;
  const snippet = address === null ? "" : embedSnippet(form, { site, address, title, ...size });
  return (
    <Dialog title={t("embed.title")} onClose={onClose}>
      {/* The page around a modal window is silent. */}
      <Announcer>
        <div className="embed">
          <EmbedOptions
            form={form}
            onForm={setForm}
            look={look}
            onLook={setLook}
            size={size}
            onSize={setSize}
            title={title}
            onTitle={setTitle}
          />
          <div className="embed-result">
            {notice && (
              <p className="field-message" role="alert">
                {noticeText(notice)}
              </p>
            )}
            <div className="embed-line">
              <h3>{t("embed.snippet")}</h3>
              <CopyButton text={() => snippet} source={snippetBox} />
            </div>
            <section
              ref={snippetBox}
              className="embed-snippet"
              aria-label={t("embed.snippet")}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
              tabIndex={0}
              dir="ltr"
              translate="no"
            >
              {snippet}
            </section>
            <p className="embed-note">{t(`embed.note.${form}`)}</p>
            <h3>{t("embed.preview")}</h3>
            <div className="embed-preview">
              {address !== null && (
                <iframe
                  // Another address in the same frame would be a place to go back to.
                  key={address}
                  src={`./embed.html#${address}`}
                  title={title}
                  style={{ inlineSize: size.width === null ? "100%" : size.width, blockSize: size.height }}
                />
              )}
            </div>
            {address !== null && <DownloadFigure site={site} address={address} title={title} />}
          </div>
        </div>
      </Announcer>
    </Dialog>
  );
}
