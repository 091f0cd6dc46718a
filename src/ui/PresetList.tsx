import { presetDocument, presets } from "../content/presets";
import { useNoticeText, useText } from "./i18n";
import type { OpenMenu } from "./Menu";
import { MenuList } from "./MenuList";
import { useAppStore } from "./StoreContext";

/** The list of the examples, in groups. */
export function PresetList(menu: OpenMenu) {
  const text = useText();
  const say = useNoticeText();
  const store = useAppStore();
  return (
    <MenuList
      {...menu}
      items={presets.map(({ name, group, titleKey, whyKey }) => ({
        id: name,
        label: say({ key: titleKey, values: {} }),
        description: say({ key: whyKey, values: {} }),
        group: text(`presets.${group}`),
      }))}
      onSelect={(name) => {
        const document = presetDocument(name);
        if (document) store.getState().load(document, 0);
      }}
    />
  );
}
