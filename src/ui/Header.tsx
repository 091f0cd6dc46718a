import { EmbedButton } from "./EmbedButton";
import { HistoryButtons } from "./HistoryButtons";
import { KeysButton } from "./KeysButton";
import { LessonsButton } from "./LessonsButton";
import { PresentButton } from "./PresentButton";
import { PresetMenu } from "./PresetMenu";
import { SettingsMenu } from "./SettingsMenu";
import { ShareButton } from "./ShareButton";
import { useApp } from "./StoreContext";
import { ViewSwitch } from "./ViewSwitch";

/** Opens the dialogs of the page. */
export interface OpenDialogs {
  readonly onOpenKeys: () => void;
  readonly onOpenEmbed: () => void;
}

/** The bar at the top: what can be opened, taken back, shared and set. */
export function Header(opens: OpenDialogs) {
  const { presets, lessons } = useApp(({ hidden }) => ({
    presets: !hidden.includes("presets"),
    lessons: !hidden.includes("lesson"),
  }));
  return (
    <header className="header">
      <h1 className="brand">
        <span className="brand-start">Conv</span>scope
      </h1>
      <ViewSwitch />
      <div className="header-tools">
        {lessons && <LessonsButton />}
        {presets && <PresetMenu />}
        <HistoryButtons />
        <ShareButton />
        <EmbedButton onOpen={opens.onOpenEmbed} />
        <PresentButton />
        <SettingsMenu {...opens} />
        <KeysButton onOpen={opens.onOpenKeys} />
      </div>
    </header>
  );
}
