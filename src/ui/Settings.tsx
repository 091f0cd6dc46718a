import type { Fills, Language, Theme } from "../store/viewSlice";
import { useText } from "./i18n";
import { KeysButton } from "./KeysButton";
import { Popover, type PopoverProps } from "./Popover";
import { PresentButton } from "./PresentButton";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";
import { saveChoices } from "./savedChoices";
import "./settings.css";

const THEMES: readonly Theme[] = ["auto", "light", "dark", "projector"];
const FILLS: readonly Fills[] = ["color", "grey", "off"];
/** Each language in its own words: who can't read the page's looks for theirs. */
const LANGUAGES: Readonly<Record<Exclude<Language, "__test__">, string>> = {
  en: "English",
  "zh-CN": "简体中文",
};

interface SettingsProps extends Pick<PopoverProps, "anchor" | "onClose"> {
  readonly onOpenKeys: () => void;
}

/** The settings, open; under them what a phone's header has no room for. */
export function Settings({ anchor, onClose, onOpenKeys }: SettingsProps) {
  const text = useText();
  return (
    <Popover anchor={anchor} name={text("header.settings")} onClose={onClose}>
      <Choices />
      <div className="settings-more">
        <PresentButton />
        <KeysButton onOpen={onOpenKeys} />
      </div>
    </Popover>
  );
}

function Choices() {
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
