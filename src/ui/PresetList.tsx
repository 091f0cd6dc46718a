import { learnPresetDocument, learnPresets } from "../content/learnPresets";
import { presetDocument, presets } from "../content/presets";
import { stackPresetDocument, stackPresets } from "../content/stackPresets";
import { useNoticeText, useText } from "./i18n";
import type { OpenMenu } from "./Menu";
import { MenuList } from "./MenuList";
import { useApp, useAppStore } from "./StoreContext";

/** The list of the view's examples: those of Explore in groups. */
export function PresetList(menu: OpenMenu) {
  const text = useText();
  const say = useNoticeText();
  const store = useAppStore();
  const view = useApp((state) => state.view);
  const item = ({ name, titleKey, whyKey }: ListedPreset) => ({
    id: name,
    label: say({ key: titleKey, values: {} }),
    description: say({ key: whyKey, values: {} }),
  });
  return (
    <MenuList
      {...menu}
      items={
        view === "learn"
          ? learnPresets.map(item)
          : view === "stack"
            ? stackPresets.map(item)
            : presets.map((preset) => ({ ...item(preset), group: text(`presets.${preset.group}`) }))
      }
      onSelect={(name) => {
        const document = documentOf[view](name);
        if (document) store.getState().load(document, 0);
      }}
    />
  );
}

const documentOf = { explore: presetDocument, learn: learnPresetDocument, stack: stackPresetDocument };

/** What the examples of every view have. */
interface ListedPreset {
  readonly name: string;
  readonly titleKey: string;
  readonly whyKey: string;
}
