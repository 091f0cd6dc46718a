import { settings } from "../model/settings";
import { BelowFigure } from "./BelowFigure";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import { ToolChoice } from "./ToolChoice";

/** Chooses what stands under the figure: nothing more, the layer as a matrix, or what comes back through it. */
export function BelowSwitch() {
  const text = useText();
  const store = useAppStore();
  const below = useApp((state) => state.below);
  return (
    <ToolChoice
      name={text("below.name")}
      segments={settings.show.map((value) => ({ value, label: text(`below.${value}`) }))}
      value={below}
      onChange={(next) => store.getState().setView({ below: next })}
      onApproach={BelowFigure.prepare}
    />
  );
}
