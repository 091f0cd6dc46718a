import { settings } from "../model/settings";
import { BelowFigure } from "./BelowFigure";
import { useText } from "./i18n";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";

/** Chooses what stands under the figure: nothing, the layer as a matrix, or what comes back through it. */
export function BelowSwitch() {
  const text = useText();
  const store = useAppStore();
  const below = useApp((state) => state.below);
  return (
    <SegmentedControl
      name={text("below.name")}
      segments={settings.show.map((value) => ({ value, label: text(`below.${value}`) }))}
      value={below}
      onChange={(next) => store.getState().setView({ below: next })}
      onApproach={BelowFigure.prepare}
    />
  );
}
