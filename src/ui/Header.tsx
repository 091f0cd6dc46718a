import { HistoryButtons } from "./HistoryButtons";
import { KeysButton } from "./KeysButton";
import { PresentButton } from "./PresentButton";
import { PresetMenu } from "./PresetMenu";
import { SettingsMenu } from "./SettingsMenu";
import { ShareButton } from "./ShareButton";
import { useApp } from "./StoreContext";
import { ViewSwitch } from "./ViewSwitch";

/** The bar at the top: what can be opened, taken back, shared and set. */
export function Header({ onOpenKeys }: { readonly onOpenKeys: () => void }) {
  const presets = useApp((state) => !state.hidden.includes("presets"));
  return (
    <header className="header">
      <h1 className="brand">
        <span className="brand-start">Conv</span>scope
      </h1>
      <ViewSwitch />
      <div className="header-tools">
        {presets && <PresetMenu />}
        <HistoryButtons />
        <ShareButton />
        <PresentButton />
        <SettingsMenu onOpenKeys={onOpenKeys} />
        <KeysButton onOpen={onOpenKeys} />
      </div>
    </header>
  );
}
