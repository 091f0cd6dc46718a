import { settings } from "../model/settings";
import { useText } from "./i18n";
import { LearnView, StackView } from "./lateViews";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";

/** From one view of the document to another. */
export function ViewSwitch() {
  const text = useText();
  const store = useAppStore();
  const view = useApp((state) => state.view);
  return (
    <SegmentedControl
      name={text("view.label")}
      segments={settings.view.map((value) => ({ value, label: text(`view.${value}`) }))}
      value={view}
      onChange={store.getState().show}
      onApproach={() => {
        LearnView.prepare();
        StackView.prepare();
      }}
    />
  );
}
