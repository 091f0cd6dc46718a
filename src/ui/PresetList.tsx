import { learnPresetDocument, learnPresets } from "../content/learnPresets";
import { presetDocument, presets } from "../content/presets";
import { useNoticeText, useText } from "./i18n";
import type { OpenMenu } from "./Menu";
import { MenuList } from "./MenuList";
import { useApp, useAppStore } from "./StoreContext";

/** The list of the view's examples: those of Explore in groups. */
export function PresetList(menu: OpenMenu) {
  const text = useText();
  const say = useNoticeText();
  const store = useAppStore();
  const learning = useApp((state) => state.view === "learn");
  const item = ({ name, titleKey, whyKey }: ListedPreset) => ({
    id: name,
    label: say({ key: titleKey, values: {} }),
    description: say({ key: whyKey, values: {} }),
  });
  return (
    <MenuList
      {...menu}
      items={
        learning
          ? learnPresets.map(item)
          : presets.map((preset) => ({ ...item(preset), group: text(`presets.${preset.group}`) }))
      }
      onSelect={(name) => {
        const document = learning ? learnPresetDocument(name) : presetDocument(name);
        if (document) store.getState().load(document, 0);
      }}
    />
  );
}

/** What the examples of every view have. */
interface ListedPreset {
  readonly name: string;
  readonly titleKey: string;
  readonly whyKey: string;
}
