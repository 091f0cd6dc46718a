import type { Fills, Language, Theme } from "../store/viewSlice";
import { EmbedButton } from "./EmbedButton";
import type { OpenDialogs } from "./Header";
import { useText } from "./i18n";
import { KeysButton } from "./KeysButton";
import { LANGUAGE_NAMES } from "./languageNames";
import { Popover, type PopoverProps } from "./Popover";
import { PresentButton } from "./PresentButton";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";
import { saveChoices } from "./savedChoices";
import "./settings.css";

const THEMES: readonly Theme[] = ["auto", "light", "dark", "projector"];
const FILLS: readonly Fills[] = ["color", "grey", "off"];

type SettingsProps = Pick<PopoverProps, "anchor" | "onClose"> & OpenDialogs;

/** The settings, open; under them what a phone's header has no room for. */
export function Settings({ anchor, onClose, onOpenKeys, onOpenEmbed }: SettingsProps) {
  const text = useText();
  return (
    <Popover anchor={anchor} name={text("header.settings")} onClose={onClose}>
      <Choices />
      <div className="settings-more">
        <EmbedButton onOpen={onOpenEmbed} />
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
          {Object.entries(LANGUAGE_NAMES).map(([code, name]) => (
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
