import { useRef, useState } from "react";
import type { Fills, Language, Theme } from "../store/viewSlice";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { KeysButton } from "./KeysButton";
import { Popover } from "./Popover";
import { PresentButton } from "./PresentButton";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";
import { saveChoices } from "./savedChoices";

const THEMES: readonly Theme[] = ["auto", "light", "dark", "projector"];
const FILLS: readonly Fills[] = ["color", "grey", "off"];
/** Each language in its own words: who can't read the page's looks for theirs. */
const LANGUAGES: Readonly<Record<Exclude<Language, "__test__">, string>> = {
  en: "English",
  "zh-CN": "简体中文",
};

/** How the page looks, speaks and listens to keys; on a phone also what the header has no room for. */
export function SettingsMenu({ onOpenKeys }: { readonly onOpenKeys: () => void }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-icon"
        aria-label={text("header.settings")}
        title={text("header.settings")}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="settings" />
      </button>
      {open && (
        <Popover
          anchor={button}
          name={text("header.settings")}
          onClose={(reason) => {
            setOpen(false);
            if (reason === "escape") button.current?.focus();
          }}
        >
          <Settings />
          <div className="settings-more">
            <PresentButton />
            <KeysButton onOpen={onOpenKeys} />
          </div>
        </Popover>
      )}
    </>
  );
}

function Settings() {
  const text = useText();
  const { setView } = useAppStore().getState();
  const { theme, language, fills, singleKeys, chosen } = useApp((state) => ({
    theme: state.theme,
    language: state.language,
    fills: state.fills,
    singleKeys: state.singleKeys,
    chosen: state.chosen,
  }));
  const chooseTheme = (value: Theme) => {
    setView({ theme: value, chosen: [...chosen.filter((name) => name !== "theme"), "theme"] });
    saveChoices({ theme: value });
  };
  const chooseLanguage = (value: Language) => {
    setView({ language: value, chosen: [...chosen.filter((name) => name !== "language"), "language"] });
    saveChoices({ language: value });
  };
  return (
    <div className="settings">
      <div className="setting">
        <span aria-hidden="true">{text("settings.theme")}</span>
        <SegmentedControl
          name={text("settings.theme")}
          segments={THEMES.map((value) => ({ value, label: text(`settings.theme.${value}`) }))}
          value={theme}
          onChange={chooseTheme}
        />
      </div>
      <div className="setting">
        <label htmlFor="settings-language">{text("settings.language")}</label>
        <select
          id="settings-language"
          className="select"
          value={language}
          onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
        >
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="setting">
        <span aria-hidden="true">{text("settings.fills")}</span>
        <SegmentedControl
          name={text("settings.fills")}
          segments={FILLS.map((value) => ({ value, label: text(`settings.fills.${value}`) }))}
          value={fills}
          onChange={(value) => {
            setView({ fills: value });
            saveChoices({ fills: value });
          }}
        />
      </div>
      <label className="setting setting-check">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => {
            setView({ singleKeys: event.currentTarget.checked });
            saveChoices({ singleKeys: event.currentTarget.checked });
          }}
        />
        <span>
          {text("settings.singleKeys")}
          <small>{text("settings.singleKeys.hint")}</small>
        </span>
      </label>
    </div>
  );
}
